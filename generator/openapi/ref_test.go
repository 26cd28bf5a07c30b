package openapi

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/source"
)

// $recursiveRef means the named schema around it, $dynamicRef the one with the anchor. The keywords
// are put into the tree afterwards, so that this room alone answers.
func TestDynamicRefs(t *testing.T) {
	var report diag.Report
	doc := source.Read("api.yaml", []byte(`openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas:
    Node: {properties: {next: {recursive: '#'}, other: {type: array, items: {dynamic: '#leaf'}}, lost: {dynamic: '#none'}}}
    Leaf: {anchor: leaf, properties: {x: {type: string}}}
`), source.Options{}, &report)
	if doc == nil {
		t.Fatal(report.List)
	}
	rename(doc.Root, map[string]string{"recursive": "$recursiveRef", "dynamic": "$dynamicRef", "anchor": "$dynamicAnchor"})
	report = diag.Report{}
	got := dumpSchemas(Load(doc, &report).Schemas)
	compare(t, "schemas", got, "Node = {next Node; other []Leaf; lost any}\nLeaf = {x string}")
	compare(t, "diagnostics", dumpDiagnostics(report.List), "warning dangling-ref /components/schemas/Node/properties/lost")
}

func rename(n *source.Node, keys map[string]string) {
	for i := range n.Fields {
		if key := keys[n.Fields[i].Key]; key != "" {
			n.Fields[i].Key = key
		}
		rename(n.Fields[i].Value, keys)
	}
	for _, item := range n.Items {
		rename(item, keys)
	}
}

func TestPlaceOf(t *testing.T) {
	r := &reader{doc: &source.Document{Root: &source.Node{Kind: source.Object}}}
	for _, test := range []struct{ ref, words, pointer string }{
		{"#/components/responses/NotFound", "NotFound", "#/components/responses/NotFound"},
		{"#/components/schemas/Pet/properties/a~1b/items", "Pet a/b item", "#/components/schemas/Pet/properties/a~1b/items"},
		{"#/components/schemas/Pet/allOf/0/additionalProperties", "Pet value", "#/components/schemas/Pet/allOf/0/additionalProperties"},
		{"#/x", "", "#/x"},
	} {
		at := r.placeOf(test.ref)
		if got := strings.Join(at.words(), " "); got != test.words {
			t.Errorf("words of %s are %q, want %q", test.ref, got, test.words)
		}
		if got := at.pointer(); got != test.pointer {
			t.Errorf("pointer of %s is %q, want %q", test.ref, got, test.pointer)
		}
	}
}
