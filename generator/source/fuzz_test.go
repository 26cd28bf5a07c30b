package source

import (
	"encoding/json"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

// FuzzRead holds that no bytes make the room panic, that a refusal says why, and that what is
// handed on is JSON.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"openapi":"3.1.0","paths":{"/a/{b}":{"get":{"parameters":[{"$ref":"#/components/parameters/P"}]}}},"components":{"parameters":{"P":{"name":"b","in":"path"}}}}`,
		`{"swagger":"2.0","paths":{"/a":{"post":{"parameters":[{"in":"body","name":"b","schema":{"$ref":"#/definitions/D"}}]}}},"definitions":{"D":{"type":"object"}}}`,
		"openapi: 3.0.0\ncomponents: &c {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}\nx: *c",
		"openapi: 3.0.0\ncomponents: {schemas: {A: {properties: {a: {$ref: '#/components/schemas/A/properties/b'}, b: {$ref: '#'}}}}}",
		"openapi: 3.0.0\npaths: {/a: {$ref: '#/paths/~1b'}, /b: {get: {callbacks: {c: {x: {$ref: '#/paths/~1b'}}}}}}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, lenient := range []bool{false, true} {
			var report diag.Report
			document := Read("f", data, Options{Lenient: lenient}, &report)
			if document == nil {
				if !report.Failed() {
					t.Error("refused without a word")
				}
				continue
			}
			if report.Failed() {
				t.Errorf("handed on in spite of %v", report.List)
			}
			if !json.Valid(document.JSON()) {
				t.Errorf("not JSON: %s", document.JSON())
			}
		}
	})
}

// FuzzOverlay holds that no target makes the room panic or hang.
func FuzzOverlay(f *testing.F) {
	for _, seed := range []string{"$..a[?(@.b == 'c' || !@.d)]", "$['a'][1:-1:2, *]..*", "$[?@[?@ > 1]]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, target string) {
		var report diag.Report
		root := readJSON("f", `{"openapi":"3.0.3","a":[1,2,{"b":"c"}],"d":{"b":{"b":null}}}`, &report)
		action := &Node{Kind: Object}
		action.put("target", &Node{Kind: String, Value: target})
		action.put("update", &Node{Kind: Object})
		o := &overlayer{root: root, report: &report}
		o.apply(action)
		if !json.Valid([]byte(root.JSON())) {
			t.Errorf("not JSON: %s", root.JSON())
		}
	})
}
