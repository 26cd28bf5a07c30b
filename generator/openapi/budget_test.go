package openapi

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

func spender(used spent) (*reader, *diag.Report) {
	report := &diag.Report{}
	return &reader{doc: &source.Document{Name: "api.yaml"}, report: report, said: map[remark]bool{}, spent: used}, report
}

// An object beyond the limit of fields is a map, and that is said once.
func TestTooManyFields(t *testing.T) {
	var report diag.Report
	n := source.Read("api.yaml", []byte("openapi: 3.0.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string}, b: {type: string}}}}}\n"), source.Options{}, &report).
		Root.Get("components").Get("schemas").Get("A")
	r, said := spender(spent{fields: maxFields - 2})
	s := &shape{parts: []part{{node: n}}}
	for i, want := range []bool{true, false, false} {
		if got := r.affords(s, model.ObjectSchema); got != want {
			t.Errorf("object %d is afforded: %v, want %v", i, got, want)
		}
	}
	if got := dumpDiagnostics(said.List); got != "warning too-large /components/schemas/A\n" {
		t.Errorf("said %q", got)
	}
}

// Params beyond the limit refuse the document, once: nothing could stand for them.
func TestTooManyParams(t *testing.T) {
	r, said := spender(spent{params: maxParams - 1})
	for i, want := range []bool{true, false, false} {
		if got := r.affordsParams(1, nil); got != want {
			t.Errorf("param %d is afforded: %v, want %v", i, got, want)
		}
	}
	if got := dumpDiagnostics(said.List); got != "error too-large \n" {
		t.Errorf("said %q", got)
	}
}

// Objects in objects without end have fields of any from some depth on, with a warning.
func TestTooDeep(t *testing.T) {
	const levels = 100
	m, list := load(t, "3.0.3", "paths: {}\ncomponents: {schemas: {A: "+strings.Repeat("{properties: {a: ", levels)+"{type: string}"+strings.Repeat("}}", levels)+"}}\n")
	last := m.Schemas[len(m.Schemas)-1]
	if n := len(m.Schemas); n != 1+maxNested/2 || last.Object.Fields[0].Type.Kind != model.Any {
		t.Errorf("%d schemas, the last one's field is %s; want %d and any", n, last.Object.Fields[0].Type.Kind, 1+maxNested/2)
	}
	if len(list) != 1 || list[0].Code != TooManySchemas {
		t.Errorf("diagnostics are %v, want one of too many schemas", list)
	}
}
