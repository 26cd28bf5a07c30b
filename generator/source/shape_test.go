package source

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

// shaped loads a 3.0 document of the given fields and returns what is at a pointer, and the last diagnostic.
func shaped(t *testing.T, fields, pointer string) (string, string) {
	t.Helper()
	var report diag.Report
	document := Read("t.yaml", []byte("openapi: 3.0.3\n"+fields+"\n"), Options{}, &report)
	if document == nil {
		t.Errorf("%s: refused: %v", fields, report.List)
		return "", ""
	}
	said := ""
	for _, d := range report.List {
		said = d.Severity.String() + " " + string(d.Code) + ": " + d.String()
	}
	return document.Lookup(pointer).JSON(), said
}

func TestShape(t *testing.T) {
	for _, test := range []struct{ fields, pointer, want, said string }{
		{"info: {version: 1.0}", "#/info", `{"version":"1.0"}`,
			`warning wrong-kind: t.yaml:2:17: "version" is a number; it is read as "1.0"`},
		{"info: {title: 2020-01-02, version: 0x10}", "#/info", `{"title":"2020-01-02","version":"0x10"}`,
			`warning wrong-kind: t.yaml:2:36: "version" is a number; it is read as "0x10"`},
		{"info: {description: [a, b]}", "#/info", `{"description":"a\nb"}`,
			`warning wrong-kind: t.yaml:2:21: "description" is an array; it is read as the lines of one string`},
		{"info: {title: {}}", "#/info", `{}`,
			`warning wrong-kind: t.yaml:2:15: "title" is an object, not a string; it is left out`},
		{"info: x", "#/info", `{}`, `warning wrong-kind: t.yaml:2:7: "info" is a string; it is read as an empty info`},
		{"info: {description: }", "#/info", `{}`, `note null-value: t.yaml:2:21: "description" is null; it is left out`},
		{"info: {Title: a}", "#/info", `{"title":"a"}`,
			`warning misspelled-field: t.yaml:2:15: "Title" is spelled title; it is read as title`},
		{"tags: {name: a}", "#/tags", `[{"name":"a"}]`, `warning wrong-kind: t.yaml:2:7: "tags" is an object; it is read as a list of one`},
		{"tags: [a, null]", "#/tags", `[{"name":"a"}]`, `note null-value: t.yaml:2:11: item 1 of "tags" is null; it is left out`},
		{"security: [key, {other: }]", "#/security", `[{"key":[]},{"other":[]}]`,
			`warning wrong-kind: t.yaml:2:25: "other" is null; it is read as an empty list`},
		{"servers: [{url: /, variables: {p: {enum: [1, 2], default: 1}}}]", "#/servers/0/variables/p", `{"enum":["1","2"],"default":"1"}`,
			`warning wrong-kind: t.yaml:2:59: "default" is a number; it is read as "1"`},
		{"x-big: !!float 1e999", "#/x-big", `"1e999"`,
			`warning wrong-kind: t.yaml:2:8: "x-big" is a number; it is read as a string, since it is out of float64's range`},
	} {
		got, said := shaped(t, test.fields, test.pointer)
		if got != test.want || said != test.said {
			t.Errorf("%s:\n got %s\nwant %s\nsaid %s\nwant %s", test.fields, got, test.want, said, test.said)
		}
	}
}

func TestShapeSchema(t *testing.T) {
	for _, test := range []struct{ schema, want, said string }{
		{"null", `{}`, `warning wrong-kind: t.yaml:2:27: "S" is null; it is read as an empty schema`},
		{"string", `{"type":"string"}`, `warning wrong-kind: t.yaml:2:27: "S" is a string; it is read as its type`},
		{"[]", `{}`, `warning wrong-kind: t.yaml:2:27: "S" is an array; it is read as an empty object`},
		{"{type: [string, null]}", `{"type":["string","null"]}`, `warning wrong-kind: t.yaml:2:43: item 1 of "type" is null; it is read as "null"`},
		{`{nullable: "true"}`, `{"nullable":true}`, `warning wrong-kind: t.yaml:2:38: "nullable" is a string; it is read as true`},
		{"{nullable: yes}", `{"nullable":true}`, `warning wrong-kind: t.yaml:2:38: "nullable" is a string; it is read as true`},
		{"{minLength: 1e1, maxLength: 5.0}", `{"minLength":10,"maxLength":5}`, `warning wrong-kind: t.yaml:2:55: "maxLength" is a number; it is read as 5`},
		{"{maxLength: -1}", `{}`, `warning wrong-kind: t.yaml:2:39: "maxLength" is a number, not a whole number from 0 to 2^64-1; it is left out`},
		{`{minimum: "3", exclusiveMinimum: true}`, `{"minimum":3,"exclusiveMinimum":true}`, `warning wrong-kind: t.yaml:2:37: "minimum" is a string; it is read as 3`},
		{"{properties: []}", `{"properties":{}}`, `warning wrong-kind: t.yaml:2:40: "properties" is an array; it is read as an object of 0`},
		{"{properties: {a: null}}", `{"properties":{"a":{}}}`, `warning wrong-kind: t.yaml:2:44: "a" is null; it is read as an empty schema`},
		{"{required: a}", `{"required":["a"]}`, `warning wrong-kind: t.yaml:2:38: "required" is a string; it is read as a list of one`},
		{"{required: true}", `{}`, `warning required-flag: t.yaml:2:38: required of a schema is true, not a list; it is left out`},
		{"{properties: {a: {required: true}, b: {required: false}}}", `{"properties":{"a":{},"b":{}},"required":["a"]}`,
			`warning required-flag: t.yaml:2:76: required of the property "b" is false, not a list; it is read as a word on whether the parent requires the property`},
		{"{type: array}", `{"type":"array","items":{}}`, `warning array-without-items: t.yaml:2:27: an array has no items; its items may be any value`},
		{"{items: [{type: string}]}", `{"prefixItems":[{"type":"string"}]}`, `warning tuple-items: t.yaml:2:35: items is a list of schemas; it is read as prefixItems`},
		{"{type: file}", `{"type":"string","format":"binary"}`, `warning unknown-type: t.yaml:2:34: OpenAPI has no type "file"; it is read as string`},
		{"{type: String}", `{"type":"string"}`, `warning unknown-type: t.yaml:2:34: OpenAPI has no type "String"; it is read as string`},
		{"{type: any}", `{}`, `warning unknown-type: t.yaml:2:34: OpenAPI has no type "any"; any value is accepted`},
		{"{type: [string, any]}", `{}`, `warning unknown-type: t.yaml:2:43: OpenAPI has no type "any"; any value is accepted`},
		{"{type: string, enum: [True, 007, 1.0]}", `{"type":"string","enum":["True","007","1.0"]}`, `warning wrong-kind: t.yaml:2:60: item 2 of "enum" is a number; it is read as "1.0"`},
		{`{type: integer, enum: ["1", 2]}`, `{"type":"integer","enum":[1,2]}`, `warning wrong-kind: t.yaml:2:50: item 0 of "enum" is a string; it is read as 1`},
		{"{enum: [a, b, a]}", `{"enum":["a","b"]}`, `note duplicate-value: t.yaml:2:41: the enum has the value "a" twice; the second is left out`},
		{"{enum: []}", `{}`, `warning empty-enum: t.yaml:2:34: the enum has no values; any value of its type is accepted`},
		{"{oneOf: []}", `{}`, `warning empty-union: t.yaml:2:35: oneOf has no members; it is left out`},
		{"{x-nullable: true}", `{"x-nullable":true,"nullable":true}`, `note vendor-nullable: t.yaml:2:40: x-nullable is true; it is read as nullable`},
		{"{discriminator: kind}", `{"discriminator":{"propertyName":"kind"}}`, `warning wrong-kind: t.yaml:2:43: "discriminator" is a string; it is read as its propertyName`},
		{"{$ref: 3}", `{}`, `warning wrong-kind: t.yaml:2:34: "$ref" is a number, not a reference; it is left out`},
		{"{additionalProperties: 'true'}", `{"additionalProperties":{}}`, `warning wrong-kind: t.yaml:2:50: "additionalProperties" is a string; it is read as an empty schema`},
		{"{examples: {a: {value: 1}}}", `{"examples":[1]}`, `warning wrong-kind: t.yaml:2:38: "examples" is an object; it is read as the list of its values`},
	} {
		got, said := shaped(t, "components: {schemas: {S: "+test.schema+"}}", "#/components/schemas/S")
		if got != test.want || said != test.said {
			t.Errorf("%s:\n got %s\nwant %s\nsaid %s\nwant %s", test.schema, got, test.want, said, test.said)
		}
	}
}

func TestShapeOperation(t *testing.T) {
	for _, test := range []struct{ operation, want, said string }{
		{"null", `{}`, `warning wrong-kind: t.yaml:2:19: "get" is null; it is read as an empty operation`},
		{"{parameters: [{in: query}]}", `{"parameters":[]}`, `warning nameless-param: t.yaml:2:33: a param has no name; it is left out`},
		{"{parameters: [{name: a, in: Query}]}", `{"parameters":[{"name":"a","in":"query"}]}`, `warning unknown-place: t.yaml:2:47: OpenAPI has no place "Query"; it is read as query`},
		{"{parameters: [{name: a, in: form}]}", `{"parameters":[]}`, `warning unknown-place: t.yaml:2:33: the param "a" is in no known place; it is left out; write in: query`},
		{"{parameters: [{name: a, in: query, type: string, enum: [x]}]}", `{"parameters":[{"name":"a","in":"query","schema":{"type":"string","enum":["x"]}}]}`,
			`warning type-beside-schema: t.yaml:2:33: the type stands in the param itself, as in 2.0; it is read as its schema`},
		{"{parameters: [{name: a, in: query, schema: {}, content: {a/b: {}}}]}", `{"parameters":[{"name":"a","in":"query","content":{"a/b":{}}}]}`,
			`warning schema-and-content: t.yaml:2:62: the param has a schema and content; the schema is left out`},
		{`{parameters: [{name: "a\r\nX", in: header}, {name: X-A_1!, in: header}]}`, `{"parameters":[{"name":"X-A_1!","in":"header"}]}`,
			`warning bad-header-name: t.yaml:2:33: the header param "a\r\nX" has a name that no header can have; it is left out`},
		{"{parameters: [{name: a b, in: header}]}", `{"parameters":[]}`,
			`warning bad-header-name: t.yaml:2:33: the header param "a b" has a name that no header can have; it is left out`},
		{"{responses: {200: null}}", `{"responses":{"200":{}}}`, `warning wrong-kind: t.yaml:2:37: "200" is null; it is read as an empty response`},
		{"{responses: {200: {content: {a/b: {examples: [1, {x: 2}]}}}}}", `{"responses":{"200":{"content":{"a/b":{"examples":{"1":{"value":1},"2":{"value":{"x":2}}}}}}}}`,
			`warning wrong-kind: t.yaml:2:64: "examples" is an array; it is read as an object of 2`},
		{"{tags: pets}", `{"tags":["pets"]}`, `warning wrong-kind: t.yaml:2:26: "tags" is a string; it is read as a list of one`},
	} {
		got, said := shaped(t, "paths: {/a: {get: "+test.operation+"}}", "#/paths/~1a/get")
		if got != test.want || said != test.said {
			t.Errorf("%s:\n got %s\nwant %s\nsaid %s\nwant %s", test.operation, got, test.want, said, test.said)
		}
	}
	got, said := shaped(t, "paths: {'/a/{id}': {get: {}}}", "#/paths/~1a~1{id}/get")
	if want := `{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}]}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if want := `warning undeclared-path-param: t.yaml:2:26: the path /a/{id} has {id}, but no path param has that name; a string param is emitted`; said != want {
		t.Errorf("said %s, want %s", said, want)
	}
}

func TestLongDescription(t *testing.T) {
	var report diag.Report
	long := strings.Repeat("ä", 1<<20)
	doc := Read("a.json", []byte(`{"openapi": "3.0.3", "info": {"title": "A", "version": "1", "description": "`+long+`"}, "paths": {}}`), Options{}, &report)
	if got := doc.Root.Get("info").Get("description").Text(); len(got) != 512<<10+len(" …") || !strings.HasPrefix(long, got[:512<<10]) {
		t.Errorf("%d bytes are kept, want %d", len(got), 512<<10)
	}
	if len(report.List) != 1 || report.List[0].Code != "long-text" {
		t.Errorf("the report is %v, want long-text", report.List)
	}
}
