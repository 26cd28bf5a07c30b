package golden

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/sdkc/sdkc/generator"
	"github.com/sdkc/sdkc/generator/diag"
)

// TestCorpus compiles Twilio's published documents, which are not part of this repository, into one module of the
// standard library alone; counts, builds, vets and measures it; and proves its methods with the documents' examples.
// The documents lie in $SDKC_CORPUS, or in ../shared/specs beside the module.
func TestCorpus(t *testing.T) {
	folder := corpusFolder()
	paths, err := filepath.Glob(filepath.Join(folder, "twilio", "json", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Logf("no documents in %s: nothing is proved; set SDKC_CORPUS to a folder that holds twilio/json/*.json", folder)
		return
	}
	if testing.Short() {
		t.Log("-short: nothing is proved")
		return
	}
	documents := readDocuments(t, paths)
	module := t.TempDir()
	got := generateCorpus(t, paths, module)
	api := readModule(t, module)
	checkMethods(t, documents, api)
	checkRules(t, api)
	start := time.Now()
	got.built = goTool(t, module, "build", "./...")
	got.vetted = goTool(t, module, "vet", "./...")
	got.building = time.Since(start).Round(10 * time.Millisecond)
	proofs := makeProofs(t, documents, api)
	outcomes := runProofs(t, module, api, proofs)
	table(t, documents, api, got, outcomes)
}

func corpusFolder() string {
	if folder := os.Getenv("SDKC_CORPUS"); folder != "" {
		return folder
	}
	folder, err := filepath.Abs(filepath.Join("..", "..", "shared", "specs"))
	if err != nil {
		return ""
	}
	return folder
}

// A corpusDocument is a document as encoding/json reads it: no code of ours stands between it and the counts.
type corpusDocument struct {
	file       string // "twilio_proxy_v1.json"
	pkg        string // "proxyv1"
	operations []*corpusOperation
}

// A corpusOperation is an operation with its examples.
type corpusOperation struct {
	line      string // "POST /v1/Services"
	id        string
	responses []corpusExample
	requests  []corpusExample
}

// A corpusExample is an example of a request or of a response.
type corpusExample struct {
	name   string
	status string // of a response: "201"
	media  string
	value  json.RawMessage
}

var httpMethods = [...]string{"get", "put", "post", "delete", "options", "head", "patch", "trace"}

func readDocuments(t *testing.T, paths []string) []*corpusDocument {
	t.Helper()
	var documents []*corpusDocument
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var in struct {
			Paths      map[string]map[string]json.RawMessage
			Components struct{ Examples map[string]rawExample }
		}
		if err := json.Unmarshal(data, &in); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		file := filepath.Base(path)
		d := &corpusDocument{file: file, pkg: packageOf(file)}
		for _, template := range sortedKeys(in.Paths) {
			for _, method := range httpMethods {
				if raw, ok := in.Paths[template][method]; ok {
					d.operations = append(d.operations, readOperation(t, strings.ToUpper(method)+" "+template, raw, in.Components.Examples))
				}
			}
		}
		documents = append(documents, d)
	}
	return documents
}

// packageOf is the name that a document's package has: "proxyv1" for "twilio_proxy_v1.json".
func packageOf(file string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(file, "twilio_"), ".json")
	return strings.ReplaceAll(name, "_", "")
}

// A rawExample is an example as the document has it.
type rawExample struct {
	Ref   string `json:"$ref"`
	Value json.RawMessage
}

// rawContent is content by media type.
type rawContent map[string]struct {
	Example  json.RawMessage
	Examples map[string]rawExample
}

func readOperation(t *testing.T, line string, raw json.RawMessage, shared map[string]rawExample) *corpusOperation {
	t.Helper()
	var in struct {
		OperationID string
		RequestBody struct{ Content rawContent }
		Responses   map[string]struct{ Content rawContent }
	}
	if err := json.Unmarshal(raw, &in); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	o := &corpusOperation{line: line, id: in.OperationID}
	o.requests = in.RequestBody.Content.examples("", shared)
	for _, status := range sortedKeys(in.Responses) {
		o.responses = append(o.responses, in.Responses[status].Content.examples(status, shared)...)
	}
	return o
}

func (c rawContent) examples(status string, shared map[string]rawExample) (list []corpusExample) {
	for _, media := range sortedKeys(c) {
		if c[media].Example != nil {
			list = append(list, corpusExample{"example", status, media, c[media].Example})
		}
		for _, name := range sortedKeys(c[media].Examples) {
			e := c[media].Examples[name]
			if key, ok := strings.CutPrefix(e.Ref, "#/components/examples/"); ok {
				e = shared[key]
			}
			list = append(list, corpusExample{name, status, media, e.Value})
		}
	}
	return list
}

// corpusModule is the module that the documents become.
const corpusModule = "corpus.test"

// A corpusRun is what the generator said of itself.
type corpusRun struct {
	took        time.Duration
	diagnostics int
	codes       string // how many of each

	built, vetted bool
	building      time.Duration // and vetting
}

// generateCorpus writes the packages of all documents, and one runtime, to the module.
func generateCorpus(t *testing.T, paths []string, module string) *corpusRun {
	t.Helper()
	start := time.Now()
	result, err := generator.Generate(t.Context(), generator.Request{
		Specs: paths, Out: module, Package: "twilio", Module: corpusModule,
	})
	if err != nil {
		t.Fatalf("a bug of ours: %v", err)
	}
	run := &corpusRun{took: time.Since(start).Round(10 * time.Millisecond), diagnostics: len(result.Diagnostics)}
	codes := map[string]int{}
	for _, d := range result.Diagnostics {
		codes[d.Severity.String()+" "+string(d.Code)]++
		if d.Severity == diag.Error {
			t.Error(d)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	var list []string
	for _, code := range sortedKeys(codes) {
		list = append(list, fmt.Sprintf("%d %s", codes[code], code))
	}
	run.codes = strings.Join(list, ", ")
	return run
}

// table shows the counts; -v prints it.
func table(t *testing.T, documents []*corpusDocument, api *corpusAPI, got *corpusRun, outcomes *tally) {
	t.Helper()
	var operations int
	for _, d := range documents {
		operations += len(d.operations)
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	fmt.Fprintf(w, "documents\t%d\n", len(documents))
	fmt.Fprintf(w, "operations\t%d\n", operations)
	fmt.Fprintf(w, "methods\t%d\n", len(api.methods))
	fmt.Fprintf(w, "lines of Go\t%d\tand %d of the runtime\n", api.lines, api.runtimeLines)
	fmt.Fprintf(w, "diagnostics\t%d\t%s\n", got.diagnostics, got.codes)
	fmt.Fprintf(w, "generate\t%s\n", got.took)
	word := map[bool]string{true: "ok", false: "failed"}
	fmt.Fprintf(w, "build, vet\t%s, %s\t%s\n", word[got.built], word[got.vetted], got.building)
	outcomes.print(w)
	w.Flush()
	t.Logf("corpus\n%s", b.String())
}
