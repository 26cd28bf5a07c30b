package golden

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator"
	"github.com/sdkc/sdkc/generator/diag"
)

// A unionCase is a payload of our own and the variants that it must become.
type unionCase struct {
	name     string // of the case
	typ      string // "vapi.Session"
	json     string
	variants string // a line each, by path: "messages.0 UserMessage"
	sent     string // what it leads to, where that is not the payload
}

// unionDocuments are the published documents whose unions are tried, by the packages that they become.
var unionDocuments = []struct{ pkg, document string }{
	{"vapi", "vapi/api/openapi.json"},
	{"hooks", "vapi/webhooks/openapi.yml"}, // which refers to the other
	{"openai", "openai/openapi.json"},
}

// TestUnions reads payloads as answers of documents that are not part of this repository, wants them to become the
// right variants, and wants what was read to be sent as it came.
func TestUnions(t *testing.T) {
	folder := corpusFolder()
	for _, d := range unionDocuments {
		if _, err := os.Stat(filepath.Join(folder, filepath.FromSlash(d.document))); err != nil {
			t.Logf("%v: nothing is proved; set SDKC_CORPUS to a folder that holds %s", err, d.document)
			return
		}
	}
	if testing.Short() {
		t.Log("-short: nothing is proved")
		return
	}
	module := t.TempDir()
	writeFile(t, filepath.Join(module, "sdkc.yaml"), unionConfig(folder))
	result, err := generator.Generate(t.Context(), generator.Request{Config: filepath.Join(module, "sdkc.yaml")})
	if err != nil {
		t.Fatalf("a bug of ours: %v", err)
	}
	for _, d := range result.Diagnostics {
		if d.Severity == diag.Error {
			t.Fatal(d)
		}
	}
	cases := slices.Concat(vapiUnions, hooksUnions, openaiUnions)
	for i, got := range runUnions(t, module, cases) {
		cases[i].check(t, got)
	}
	checkConstructors(t, module)
}

// A unionOutcome is what testdata/unions found.
type unionOutcome struct {
	Name     string
	Variants []string
	Sent     string
	Failed   string
}

func (c unionCase) check(t *testing.T, got unionOutcome) {
	t.Helper()
	if got.Failed != "" {
		t.Errorf("%s: %s", c.name, got.Failed)
		return
	}
	var want []string
	for _, line := range strings.Split(c.variants, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			want = append(want, line)
		}
	}
	if diff := cmp.Diff(want, got.Variants); diff != "" {
		t.Errorf("%s: variants\n%s", c.name, diff)
	}
	sent := c.sent
	if sent == "" {
		sent = c.json
	}
	if diff := cmp.Diff(plainJSON(t, sent), plainJSON(t, got.Sent)); diff != "" {
		t.Errorf("%s: sent\n%s", c.name, diff)
	}
}

func plainJSON(t *testing.T, text string) (v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Errorf("%v: %s", err, text)
	}
	return v
}

// unionConfig makes each document a package of one module.
func unionConfig(folder string) []byte {
	var b strings.Builder
	b.WriteString("version: 1\nsdks:\n  - name: unions\n    layout: packages\n    packages: single\n    out: out\n    module: " + corpusModule + "\n    root: " + folder + "\n    specs:\n")
	for _, d := range unionDocuments {
		fmt.Fprintf(&b, "      - file: %s\n        package: %s\n", filepath.Join(folder, filepath.FromSlash(d.document)), d.pkg)
	}
	return []byte(b.String())
}

// runUnions builds the program against the emitted module and runs it.
func runUnions(t *testing.T, module string, cases []unionCase) []unionOutcome {
	t.Helper()
	out := filepath.Join(module, "out")
	sources, err := filepath.Glob(filepath.Join("testdata", "unions", "*.go"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("testdata/unions: %v", err)
	}
	for _, source := range sources {
		data, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(out, "unions", filepath.Base(source)), data)
	}
	writeFile(t, filepath.Join(out, "unions", "types.go"), unionTypes(cases))
	program := filepath.Join(module, "unions.exe")
	if !goTool(t, out, "build", "-trimpath", "-o", program, "./unions") {
		t.FailNow()
	}
	type payload struct{ Name, Type, JSON string }
	all := make([]payload, len(cases))
	for i, c := range cases {
		all[i] = payload{c.name, c.typ, c.json}
	}
	list, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(module, "cases.json"), list)
	text, err := exec.Command(program, filepath.Join(module, "cases.json")).Output()
	if err != nil {
		t.Fatalf("unions: %v", err)
	}
	return unionOutcomes(t, text, len(cases))
}

func unionOutcomes(t *testing.T, text []byte, want int) []unionOutcome {
	t.Helper()
	var all []unionOutcome
	for d := json.NewDecoder(bytes.NewReader(text)); d.More(); {
		var o unionOutcome
		if err := d.Decode(&o); err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	if len(all) != want {
		t.Fatalf("%d outcomes of %d cases", len(all), want)
	}
	return all
}

// unionTypes is Go that makes values of the types, and calls the clients of their packages.
func unionTypes(cases []unionCase) []byte {
	var b bytes.Buffer
	b.WriteString("package main\n\nimport (\n\t\"context\"\n\t\"net/http\"\n\n")
	for _, d := range unionDocuments {
		fmt.Fprintf(&b, "\t%q\n", corpusModule+"/"+d.pkg)
	}
	fmt.Fprintf(&b, "\t%q\n)\n\nvar types = map[string]func() any{\n", corpusModule+"/sdk")
	var seen []string
	for _, c := range cases {
		if !slices.Contains(seen, c.typ) {
			seen = append(seen, c.typ)
			fmt.Fprintf(&b, "\t%q: func() any { return new(%[1]s) },\n", c.typ)
		}
	}
	b.WriteString("}\n")
	for _, f := range []struct{ name, method, do string }{
		{"receive", "http.MethodGet", "Do(context.Background(), req, value)"},
		{"send", "http.MethodPost", "Do(context.Background(), req, nil)"},
	} {
		fmt.Fprintf(&b, "\nvar %s = map[string]func(http.RoundTripper, any) error{\n", f.name)
		for _, d := range unionDocuments {
			fmt.Fprintf(&b, "\t%q: func(wire http.RoundTripper, value any) error {\n\t\treq := sdk.NewRequest(%s, \"/x\")\n", d.pkg, f.method)
			if f.name == "send" {
				b.WriteString("\t\treq.JSON(value)\n")
			}
			fmt.Fprintf(&b, "\t\treturn %s.New(sdk.WithBaseURL(\"https://x.test\"), sdk.WithTransport(wire), sdk.WithBearer(\"key\")).%s\n\t},\n", d.pkg, f.do)
		}
		b.WriteString("}\n")
	}
	return b.Bytes()
}
