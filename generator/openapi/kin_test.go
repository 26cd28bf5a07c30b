package openapi

import (
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/source"
)

// Where kin cannot load a document, each object is read by itself and nothing is missing.
func TestKinRefuses(t *testing.T) {
	var report diag.Report
	doc := source.Read("api.yaml", []byte(`openapi: 3.0.3
info: {title: T, version: '1'}
paths: {'/a/{id}': {get: {operationId: getA, deprecated: true, parameters: [{name: id, in: path, required: true, schema: {type: integer}}]}}}
components:
  securitySchemes: {k: {type: http, scheme: bearer}}
`), source.Options{}, &report)
	info := doc.Root.Get("info")
	info.Fields = append(info.Fields, source.Field{Key: "contact", Value: &source.Node{Kind: source.Array}})
	report = diag.Report{}
	m := Load(doc, &report)
	if said := dumpDiagnostics(report.List); said != "note kin-refused \n" {
		t.Errorf("diagnostics are\n%s", said)
	}
	if got, want := dumpOperations(m), "GET /a/{id} getA\n  path id integer simple required\n"; got != want {
		t.Errorf("operations are\n%s\nwant\n%s", got, want)
	}
	if len(m.Schemes) != 1 || m.Schemes[0].HTTP != "bearer" {
		t.Errorf("schemes are %v, want one bearer", m.Schemes)
	}
}

// What kin gets has no text that the tree answers, but all names, even those that look like keywords.
func TestKinJSON(t *testing.T) {
	var report diag.Report
	doc := source.Read("api.yaml", []byte(`openapi: 3.0.0
info: {title: T, version: '1', x-secret: 1}
paths: {/a: {get: {security: [], parameters: [{name: q, in: query, example: 1, schema: {type: string, enum: [a]}}]}}}
components:
  parameters: {example: {name: default, in: query, schema: {type: string}}}
  schemas: {example: {type: object, minProperties: 1}}
`), source.Options{}, &report)
	got, ok := kinJSON(doc.Root)
	want := `{"openapi":"3.0.0","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"parameters":[{"name":"q","in":"query"}]}}},` +
		`"components":{"parameters":{"example":{"name":"default","in":"query"}}}}`
	if !ok || string(got) != want {
		t.Errorf("kin gets\n%s\nwant\n%s", got, want)
	}
}

// A document that describes no API is refused, with its place.
func TestNoAPI(t *testing.T) {
	m, list := load(t, "3.1.0", "tags: []\n")
	if m != nil || len(list) != 1 || list[0].Code != NoAPI || list[0].Severity != diag.Error || list[0].Pos.Line != 1 {
		t.Errorf("model %v, diagnostics %v; want none and one no-api at line 1", m, list)
	}
}
