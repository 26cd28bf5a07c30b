package source

import (
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestJSONPath(t *testing.T) {
	var report diag.Report
	root := readJSON("t.json", `{"a":{"b":[1,2,3,{"c":"x"}],"x-y":true},"d":{"b":"deep","n":2},"é'":5}`, &report)
	for _, test := range []struct{ path, want string }{
		{"$", `[` + root.JSON() + `]`},
		{"$.a.b[0]", `[1]`},
		{"$.a.b[-1].c", `["x"]`},
		{"$['a']['b'][1,0]", `[2,1]`},
		{"$.a.b[1:3]", `[2,3]`},
		{"$.a.b[::-2]", `[{"c":"x"},2]`},
		{"$.a.b[:-2]", `[1,2]`},
		{"$..b", `[[1,2,3,{"c":"x"}],"deep"]`},
		{"$.a.x-y", `[true]`},
		{"$.d.*", `["deep",2]`},
		{"$..c", `["x"]`},
		{`$["é\u0027"]`, `[5]`},
		{`$['é\'']`, `[5]`},
		{"$[?(@.n)]", `[{"b":"deep","n":2}]`},
		{"$[?@.n == 2.0 && @.b != 'x']", `[{"b":"deep","n":2}]`},
		{"$.a.b[?@ > 1]", `[2,3]`},
		{"$.a.b[?@ <= $.d.n || @.c == 'x']", `[1,2,{"c":"x"}]`},
		{"$.a.b[?!(@ == 1)]", `[2,3,{"c":"x"}]`},
		{"$.none..x[9]", `[]`},
		{"$.a.b[0:9:99999999999]", `[1]`},
	} {
		path, err := parsePath(test.path)
		if err != nil {
			t.Errorf("%s: %v", test.path, err)
			continue
		}
		if got := (&Node{Kind: Array, Items: path.selected(root, root)}).JSON(); got != test.want {
			t.Errorf("%s: got %s, want %s", test.path, got, test.want)
		}
	}
}

func TestJSONPathRefuses(t *testing.T) {
	for _, test := range []struct{ path, want string }{
		{"a.b", "a path begins with $ at character 1"},
		{"$.", "a name is wanted at character 3"},
		{"$[", "a name in quotes, an index, * or ? is wanted at character 3"},
		{"$['a", "a string has no end at character 3"},
		{"$['a'", "] is wanted at character 6"},
		{"$.a b", "a segment is wanted at character 4"},
		{"$[?length(@) > 1]", "@, $ or a literal is wanted; functions are not supported at character 4"},
		{"$[?1]", "a comparison is wanted at character 5"},
		{"$[?(@.a]", ") is wanted at character 8"},
	} {
		if _, err := parsePath(test.path); err == nil || err.Error() != test.want {
			t.Errorf("%s: got %v, want %s", test.path, err, test.want)
		}
	}
}

func TestOverlay(t *testing.T) {
	const document = `{"openapi":"3.0.3","info":{"title":"old"},"tags":[{"name":"a"}],"paths":{"/a":{"get":{"x-internal":true}},"/b":{"get":{"operationId":"b"}}}}`
	for _, test := range []struct{ actions, want string }{
		{`[{target: $.info, update: {title: new, version: "1"}}]`,
			`{"openapi":"3.0.3","info":{"title":"new","version":"1"},"tags":[{"name":"a"}],"paths":{"/a":{"get":{"x-internal":true}},"/b":{"get":{"operationId":"b"}}}}`},
		{`[{target: $.tags, update: {name: b}}, {target: "$.paths.*.get[?@ == true]", remove: true}]`,
			`{"openapi":"3.0.3","info":{"title":"old"},"tags":[{"name":"a"},{"name":"b"}],"paths":{"/a":{"get":{}},"/b":{"get":{"operationId":"b"}}}}`},
		{`[{target: "$.paths[?@.get.x-internal]", remove: true}, {target: $.paths.*.get, update: {tags: [t]}}, {target: $.paths.*.get, update: {tags: [u]}}]`,
			`{"openapi":"3.0.3","info":{"title":"old"},"tags":[{"name":"a"}],"paths":{"/b":{"get":{"operationId":"b","tags":["t","u"]}}}}`},
	} {
		var report diag.Report
		root := readJSON("t.json", document, &report)
		overlay(root, readYAML("o.yaml", "overlay: 1.0.0\nactions: "+test.actions, &report), &report)
		if got := root.JSON(); got != test.want || len(report.List) > 0 {
			t.Errorf("%s:\n got %s\nwant %s\n%v", test.actions, got, test.want, report.List)
		}
	}
}

func TestOverlayRefuses(t *testing.T) {
	for _, test := range []struct{ overlay, want string }{
		{"a: 1", "o.yaml:1:1: the document is no overlay; begin it with overlay: 1.0.0"},
		{"overlay: 2.0.0", `o.yaml:1:10: overlay version "2.0.0" is not supported; sdkc reads Overlay 1.0 and 1.1`},
		{"overlay: 1.0.0", "o.yaml:1:1: the overlay has no actions; give it actions, or leave it away"},
		{"overlay: 1.0.0\nactions: [{update: {}}]", `o.yaml:2:11: the action has no target; name one, such as "$.info"`},
		{"overlay: 1.0.0\nactions: [{target: $.a}]", "o.yaml:2:11: the action has neither update nor remove; say what it does"},
		{"overlay: 1.0.0\nactions: [{target: a, remove: true}]", `o.yaml:2:20: target "a" cannot be read: a path begins with $ at character 1`},
		{"overlay: 1.0.0\nactions: [{target: $, remove: true}]", "o.yaml:2:20: the action removes the whole document; name a part of it"},
		{"overlay: 1.0.0\nactions: [{target: $.x, remove: true}]", `o.yaml:2:20: target "$.x" selects nothing; the action does nothing`},
	} {
		var report diag.Report
		root := readJSON("t.json", `{"openapi":"3.0.3"}`, &report)
		overlay(root, readYAML("o.yaml", test.overlay, &report), &report)
		if len(report.List) != 1 || report.List[0].String() != test.want {
			t.Errorf("%s: got %v, want %s", test.overlay, report.List, test.want)
		}
	}
}
