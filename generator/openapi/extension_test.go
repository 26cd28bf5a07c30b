package openapi

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator/model"
)

func TestGoNames(t *testing.T) {
	m, _ := load(t, "3.0.3", `
paths: {/a: {get: {x-go-name: FetchA}}}
components:
  schemas:
    one: {x-go-type-name: First, type: object, properties: {a: {x-go-name: Alpha, type: string}, b: {$ref: '#/components/schemas/two'}}}
    two: {x-go-name: Second, type: string}
`)
	one := m.Schemas[0]
	got := []string{m.Operations()[0].GoName, one.GoName, one.Object.Fields[0].GoName, one.Object.Fields[1].GoName, m.Schemas[1].GoName}
	if diff := cmp.Diff([]string{"FetchA", "First", "Alpha", "", "Second"}, got); diff != "" {
		t.Error(diff)
	}
}

// Defaults and examples are the document's own text, wherever they stand.
func TestFacts(t *testing.T) {
	m, _ := load(t, "3.1.0", `
paths:
  /a:
    get:
      parameters:
        - {name: q, in: query, example: 2.50, schema: {type: number, default: 1.0}}
components:
  schemas:
    A: {type: string, default: x, examples: [a, 12345678901234567890, null]}
    B: {type: object, example: {z: 1, a: [1.0]}, properties: {p: {$ref: '#/components/schemas/A', default: y}}}
`)
	value := func(json string) []*model.Example { return []*model.Example{{JSON: json, Valid: true}} }
	got := []model.Facts{m.Operations()[0].Params[0].Facts, m.Schemas[0].Facts, m.Schemas[1].Facts, m.Schemas[1].Object.Fields[0].Facts}
	want := []model.Facts{
		{Default: "1.0", Examples: value("2.50")},
		{Default: `"x"`, Examples: []*model.Example{{JSON: `"a"`, Valid: true}, {JSON: "12345678901234567890", Valid: true}, {JSON: "null", Valid: true}}},
		{Examples: value(`{"z":1,"a":[1.0]}`)},
		{Default: `"y"`},
	}
	if diff := cmp.Diff(want, got, ignorePos); diff != "" {
		t.Error(diff)
	}
}
