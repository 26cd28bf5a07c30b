package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sdkc/sdkc/generator/diag"
)

// bundled loads "api.yaml" of a txtar-like list of files: "-- name --" lines part them.
func bundled(t *testing.T, opts Options, archive string) (*Document, *diag.Report) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, part := range strings.Split(archive, "\n-- ")[1:] {
		name, data, _ := strings.Cut(part, " --\n")
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	report := &diag.Report{}
	return ReadFS(fsys, "api.yaml", opts, report), report
}

func TestBundle(t *testing.T) {
	for _, test := range []struct{ name, archive, pointer, want string }{
		{"a schema of another file becomes a component named for the file", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {A: {properties: {p: {$ref: models/pet.yaml}}}}}
-- models/pet.yaml --
type: string
`, "#/components/schemas", `{"A":{"properties":{"p":{"$ref":"#/components/schemas/pet"}}},"pet":{"type":"string"}}`},
		{"a fragment names the component, and one target has one name", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {A: {$ref: "m/a.yaml#/x/Pet"}, B: {items: {$ref: "./m/../m/a.yaml#/x/Pet"}}}}
-- m/a.yaml --
x: {Pet: {properties: {self: {$ref: "#/x/Pet"}, api: {$ref: "../api.yaml#/components/schemas/B"}}}}
`, "#/components/schemas", `{"A":{"properties":{"self":{"$ref":"#/components/schemas/A"},"api":{"$ref":"#/components/schemas/B"}}},"B":{"items":{"$ref":"#/components/schemas/A"}}}`},
		{"two targets that want one name are both qualified", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {X: {allOf: [{$ref: a/pet.yaml}, {$ref: b/pet.yaml}, {$ref: x.yaml}]}}}
-- a/pet.yaml --
type: string
-- b/pet.yaml --
type: integer
-- x.yaml --
type: boolean
`, "#/components/schemas/X", `{"allOf":[{"$ref":"#/components/schemas/a_pet"},{"$ref":"#/components/schemas/b_pet"},{"$ref":"#/components/schemas/x_schema"}]}`},
		{"an odd place inside the document becomes a component, and stays a reference", `
-- api.yaml --
openapi: 3.1.0
definitions: {D: {type: string}}
components: {schemas: {A: {properties: {b: {type: object}}}, C: {properties: {x: {$ref: "#/components/schemas/A/properties/b"}, y: {$ref: "#/definitions/D"}}}}}
`, "#/components/schemas", `{"A":{"properties":{"b":{"$ref":"#/components/schemas/A_b"}}},"C":{"properties":{"x":{"$ref":"#/components/schemas/A_b"},"y":{"$ref":"#/components/schemas/D"}}},"A_b":{"type":"object"},"D":{"type":"string"}}`},
		{"anchors, ids and $defs", `
-- api.yaml --
openapi: 3.1.0
components: {schemas: {A: {$id: "https://x.test/a", $defs: {N: {$anchor: n, type: string}}, allOf: [{$ref: "#n"}, {$ref: "#/$defs/N"}, {$ref: "a#/$defs/N"}]}, B: {$ref: "https://x.test/a"}}}
`, "#/components/schemas", `{"A":{"$id":"https://x.test/a","$defs":{"N":{"$ref":"#/components/schemas/A_N"}},"allOf":[{"$ref":"#/components/schemas/A_N"},{"$ref":"#/components/schemas/A_N"},{"$ref":"#/components/schemas/A_N"}]},"B":{"$ref":"#/components/schemas/A"},"A_N":{"$anchor":"n","type":"string"}}`},
		{"a header may refer to a param", `
-- api.yaml --
openapi: 3.0.3
components: {parameters: {P: {name: p, in: query, schema: {type: string}}}, headers: {H: {$ref: "#/components/parameters/P"}}}
`, "#/components/headers/H", `{"name":"p","in":"query","schema":{"type":"string"}}`},
		{"a dynamic reference is a reference", `
-- api.yaml --
openapi: 3.1.0
components: {schemas: {A: {$dynamicAnchor: node, properties: {next: {$dynamicRef: "#node"}}}}}
`, "#/components/schemas", `{"A":{"$dynamicAnchor":"node","properties":{"next":{"$ref":"#/components/schemas/A"}}}}`},
		{"a recursive reference means the schema around it", `
-- api.yaml --
openapi: 3.1.0
components: {schemas: {A: {$recursiveAnchor: true, items: {anyOf: [{$recursiveRef: "#"}]}}}}
`, "#/components/schemas", `{"A":{"$recursiveAnchor":true,"items":{"anyOf":[{"$ref":"#/components/schemas/A"}]}}}`},
		{"path items and operations are inlined, with their siblings", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {$ref: "p.yaml#/~1a", summary: mine}, /b: {get: {$ref: op.yaml}}}
-- p.yaml --
/a: {summary: theirs, get: {operationId: getA}}
-- op.yaml --
operationId: getB
description: {$ref: "words.md"}
-- words.md --
Hello.
`, "#/paths", `{"/a":{"summary":"mine","get":{"operationId":"getA"}},"/b":{"get":{"operationId":"getB","description":"Hello.\n"}}}`},
		{"params, responses and examples", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {get: {parameters: [{$ref: "s.yaml#/page"}], responses: {"200": {$ref: "s.yaml#/ok"}}}}}
-- s.yaml --
page: {name: page, in: query}
ok: {description: ok, content: {application/json: {examples: {$ref: "e.yaml"}}}}
-- e.yaml --
one: {value: 1}
`, "#/components", `{"parameters":{"page":{"name":"page","in":"query"}},"responses":{"ok":{"description":"ok","content":{"application/json":{"examples":{"one":{"value":1}}}}}}}`},
		{"a discriminator's mapping names schemas in every spelling", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {A: {discriminator: {propertyName: k, mapping: {b: B, c: "#/components/schemas/B", d: d.yaml, e: gone}}}, B: {}}}
-- d.yaml --
type: object
`, "#/components/schemas/A/discriminator/mapping", `{"b":"#/components/schemas/B","c":"#/components/schemas/B","d":"#/components/schemas/d"}`},
		{"names are escaped in references", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {"a/b c%": {}, X: {$ref: "#/components/schemas/a~1b c%25"}}}
`, "#/components/schemas/X", `{"$ref":"#/components/schemas/a~1b%20c%25"}`},
		{"a property may be called $ref", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {A: {properties: {$ref: {type: string}}}}}
`, "#/components/schemas/A", `{"properties":{"$ref":{"type":"string"}}}`},
	} {
		document, report := bundled(t, Options{}, test.archive)
		if document == nil {
			t.Errorf("%s: refused: %v", test.name, report.List)
			continue
		}
		if got := document.Lookup(test.pointer).JSON(); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestBundleRefuses(t *testing.T) {
	for _, test := range []struct{ name, archive, want string }{
		{"dangling", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {Session: {}, A: {$ref: "#/components/schemas/Sesion"}}}
`, `api.yaml:2:47: $ref "#/components/schemas/Sesion" names nothing: there is no "Sesion"; perhaps "Session" is meant`},
		{"outside", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {$ref: "../secret.yaml"}}
`, `api.yaml:2:20: $ref "../secret.yaml" leads out of the folder that may be read; keep all files of the document below its folder, or name a wider one: root: in sdkc.yaml, or --root`},
		{"absolute", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {$ref: "/etc/passwd"}}
`, `api.yaml:2:20: $ref "/etc/passwd" leads out of the folder that may be read; keep all files of the document below its folder, or name a wider one: root: in sdkc.yaml, or --root`},
		{"remote", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {$ref: "https://example.com/a.yaml#/A"}}
`, `api.yaml:2:20: $ref "https://example.com/a.yaml#/A" is a URL, and nothing is fetched; save what it names beside the document and refer to the file`},
		{"circle", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}}
`, `api.yaml:2:34: $ref "#/components/schemas/B" leads back to itself; let one of the references name a definition`},
		{"circle through files", `
-- api.yaml --
openapi: 3.0.3
components: {schemas: {A: {items: {$ref: "b.yaml#/x"}}}}
-- b.yaml --
x: {$ref: "#/y"}
y: {$ref: "#/x"}
`, `api.yaml:2:42: $ref "b.yaml#/x" leads in a circle, or on and on; let one of the references name a definition`},
		{"path item in itself", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {$ref: "#/paths/~1a"}}
`, `api.yaml:2:20: $ref "#/paths/~1a" leads in a circle, or on and on; let one of the references name a definition`},
		{"wrong kind", `
-- api.yaml --
openapi: 3.0.3
paths: {/a: {get: {parameters: [{$ref: "#/components/schemas/S"}]}}}
components: {schemas: {S: {}}}
`, `api.yaml:2:40: $ref "#/components/schemas/S" names a schema where a param is wanted; refer to a param`},
	} {
		document, report := bundled(t, Options{}, test.archive)
		if document != nil {
			t.Errorf("%s: read as %s", test.name, document.JSON())
		}
		if len(report.List) != 1 || report.List[0].String() != test.want {
			t.Errorf("%s:\n got %v\nwant %s", test.name, report.List, test.want)
		}
		if document, report = bundled(t, Options{Lenient: true}, test.archive); document == nil || report.Failed() {
			t.Errorf("%s: lenient, but refused: %v", test.name, report.List)
		}
	}
}

func TestBundleWeakens(t *testing.T) {
	for _, test := range []struct{ name, ref, want string }{
		{"outside", "../secret.yaml", "leads out of the folder that may be read; any value is accepted"},
		{"absolute", "/etc/passwd", "leads out of the folder that may be read; any value is accepted"},
		{"remote", "https://example.com/a.yaml#/A", "is a URL, and nothing is fetched; any value is accepted"},
		{"the whole document", "#", "names a document where a schema is wanted; any value is accepted"},
		{"all schemas", "#/components/schemas", "names an object where a schema is wanted; any value is accepted"},
		{"wrong kind", "#/components/parameters/P", "names a param where a schema is wanted; any value is accepted"},
	} {
		document, report := bundled(t, Options{}, "\n-- api.yaml --\nopenapi: 3.0.3\n"+
			"components: {parameters: {P: {}}, schemas: {A: {items: {$ref: \""+test.ref+"\"}}}}\n")
		if document == nil || len(report.List) != 1 {
			t.Errorf("%s: %v", test.name, report.List)
			continue
		}
		if want := fmt.Sprintf("api.yaml:2:63: $ref %q %s", test.ref, test.want); report.List[0].String() != want || report.Failed() {
			t.Errorf("%s:\n got %s\nwant %s", test.name, report.List[0], want)
		}
		if got := string(document.Root.Get("components").Get("schemas").AppendJSON(nil)); got != `{"A":{"items":{}}}` {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}
