# The commands of STYLE.md. Everything runs with Go and git alone.

GO ?= go

.PHONY: build generate golden conformance check test corpus proof diffproof bench examples bazel reproducible fuzz

build: # compiles
	$(GO) build ./...

generate: # rewrites generated/ and the client of examples/clinic
	$(GO) run ./cmd/sdkc generate
	cd examples/clinic && $(GO) generate ./...

golden: # rewrites the wants of golden/ and runs the tests; read the diff
	$(GO) test ./golden -run Cases -update
	$(GO) test ./...

conformance: # rewrites docs/conformance.md from the vectors of golden/conform_*_test.go
	$(GO) test ./golden -run Conformance -update

check: # gofmt, vet, tests, generated/ and tidy
	@unformatted=$$(gofmt -l cmd generator golden templates generated bench bazel examples); \
	if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) test ./...
	$(GO) run ./cmd/sdkc check
	$(GO) mod tidy -diff

test:
	$(GO) test ./...

corpus: # compiles, builds and vets every real document of $$SDKC_CORPUS: a table, and all that was weakened
	$(GO) test ./golden -run 'Corpus|Every' -every -count=1 -timeout 40m -v

PROOF ?= ^(twilio/json/.*|vapi/api/openapi|github/.*|stripe/spec3|openai/openapi|digitalocean/DigitalOcean-public.v2|docker/swagger|kubernetes/swagger|oai-examples/(v2.0/(json|yaml)|v3[.0-9]*)/[^/]*)\.(json|yaml)$$

proof: # proves the methods of real documents against kin-openapi's validator, from $$SDKC_CORPUS
	$(GO) test ./golden -run 'Proof$$' -count=1 -timeout 60m -v -proof '$(PROOF)'

COUNT ?= 6
BENCHTIME ?= 1s

bench: # compares the emitted client with handwritten ones, twilio-go and oapi-codegen: ratios of one run
	cd bench && $(GO) test -run '^$$' -bench . -benchmem -count $(COUNT) -benchtime $(BENCHTIME)

examples: # each module under examples/ from an empty module cache, as a user has it: generate, check, vet, test
	@for mod in examples/*/go.mod; do \
		(cd $$(dirname $$mod) && pwd && export GOMODCACHE=$$(mktemp -d) GOFLAGS="$$GOFLAGS -modcacherw" && \
			$(GO) generate ./... && $(GO) vet ./... && $(GO) test ./... && \
			if [ -f sdkc.yaml ]; then $(GO) tool sdkc check; fi; code=$$?; rm -rf $$GOMODCACHE; exit $$code) || exit 1; \
	done

diffproof: # asks the compiler for its word on what sdkc diff says of all documents of $$SDKC_CORPUS that are there in two states
	$(GO) test ./golden -run 'DiffProof$$' -every -count=1 -timeout 60m -v

BAZEL ?= bazel

bazel: # builds bazel/testdata/workspace twice with $$BAZEL, sandboxed: same bytes, and they compile
	$(GO) test ./bazel -count=1 -v -bazel '$(BAZEL)'

REPRODUCIBLE = CGO_ENABLED=0 GOFLAGS=-mod=readonly $(GO) build -trimpath -buildvcs=false

reproducible: # builds cmd/sdkc from two folders, each with an empty build cache: the programs are the same to the byte
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && mkdir -p "$$dir/deeper/copy" && \
		cp -R go.mod go.sum cmd generator templates "$$dir/deeper/copy" && \
		GOCACHE="$$dir/cache1" $(REPRODUCIBLE) -o "$$dir/one" ./cmd/sdkc && \
		(cd "$$dir/deeper/copy" && GOCACHE="$$dir/cache2" $(REPRODUCIBLE) -o "$$dir/two" ./cmd/sdkc) && \
		cmp "$$dir/one" "$$dir/two" && sha256sum <"$$dir/one"

FUZZTIME ?= 30s

fuzz: # runs each fuzz target for FUZZTIME
	@grep -rl --include='*_test.go' '^func Fuzz' generator templates golden | while read -r file; do \
		for target in $$(grep -o '^func Fuzz[A-Za-z0-9_]*' $$file | cut -c6-); do \
			echo "$$(dirname $$file) $$target"; \
			$(GO) test ./$$(dirname $$file) -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) || exit 1; \
		done; \
	done
