package generator

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What Init writes says its guesses, and compiles as it is.
func TestInit(t *testing.T) {
	dir := t.TempDir()
	document := filepath.Join(dir, "specs", "pets.yaml")
	write := func(file, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(document, petsDocument)
	config := filepath.Join(dir, "sdkc.yaml")
	res, err := Init(t.Context(), InitRequest{Document: document, Config: config})
	if err != nil || res.Failed() {
		t.Fatal(err, res.Diagnostics)
	}
	if diff := cmp.Diff(petsConfig, string(res.Config)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	made, err := Generate(t.Context(), Request{Config: config})
	if err != nil || made.Failed() || len(made.SDKs) != 1 || len(made.SDKs[0].Files) == 0 {
		t.Fatalf("what it wrote does not compile: %v %v", err, made.Diagnostics)
	}
	again, err := Init(t.Context(), InitRequest{Document: document, Config: config})
	if err != nil || !again.Usage {
		t.Errorf("it wrote over a config: %v %v", err, again.Diagnostics)
	}
}

const petsDocument = `openapi: 3.1.0
info: {title: "The Pets\n# REST API", version: 1.0.0}
webhooks: {sold: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}}}}
security: [{key: []}]
paths:
  /pets:
    get: {operationId: listPets, tags: [Pets], responses: {'200': {description: OK., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
  /pets/{id}:
    get: {operationId: getPet, tags: [Pets], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: OK., content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas: {Pet: {type: object, properties: {name: {type: string}}}}
`

const petsConfig = `# What becomes of pets.yaml: The Pets # REST API, with 2 operations. Made by sdkc init, which guessed
# what the document does not say; correct what is wrong. Then: sdkc generate.
version: 1
sdks:
  - name: pets
    specs:
      - "specs/pets.yaml"
      # A document that is published under a URL: sdkc pull fetches and pins it.
      # - {file: specs/other.yaml, url: https://example.com/openapi.yaml}
    out: "generated/pets"
    # No go.mod stands above the output, so it gets one; name the module as you import it.
    module: example.com/pets
    # Some $refs of the document lead nowhere (sdkc lint names them); this makes warnings of them.
    lenient: true
    # Where New takes credentials from that the program does not give. The names are guesses.
    env:
      token: PETS_TOKEN
    # The document names no server with a host; without one, every program must give WithBaseURL.
    # server: {url: https://api.example.com}
    # Lists of one page, as far as the document tells. If they go on, say how:
    # paging:
    #   "listPets": {kind: cursor, items: data, next: next_cursor, param: cursor}
    # The document has 1 webhooks. How are they signed? standard, stripe or twilio puts a verifier into the runtime.
    # webhooks: [standard]
`

func TestSlug(t *testing.T) {
	for _, test := range []struct{ title, want string }{
		{"Twilio - Proxy", "twilioproxy"},
		{"The GitHub REST API", "github"},
		{"Stripe API", "stripe"},
		{"3 small pets", ""},
		{"", ""},
		{"Ünïcode", "ncode"},
		{"type", ""},
		{"One two three four", "onetwothree"},
		{strings.Repeat("API ", 3), ""},
	} {
		if got := slug(test.title); got != test.want {
			t.Errorf("slug(%q) = %q, want %q", test.title, got, test.want)
		}
	}
}
