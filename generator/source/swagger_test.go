package source

import (
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestConvert(t *testing.T) {
	for _, test := range []struct{ name, in, pointer, want string }{
		{"host, basePath and schemes are servers", "{host: a.test, basePath: /v1/, schemes: [https, http]}",
			"#/servers", `[{"url":"https://a.test/v1"},{"url":"http://a.test/v1"}]`},
		{"a base path alone is a relative server", "{basePath: v1}", "#/servers", `[{"url":"/v1"}]`},
		{"definitions are schemas", "{definitions: {A: {type: object, discriminator: k, properties: {b: {$ref: '#/definitions/B'}}}, B: {type: file}}}",
			"#/components/schemas", `{"A":{"type":"object","discriminator":{"propertyName":"k"},"properties":{"b":{"$ref":"#/components/schemas/B"}}},"B":{"type":"string","format":"binary"}}`},
		{"query arrays have a style", "{paths: {/a: {get: {parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: multi}, {name: b, in: query, type: array, items: {type: integer}, collectionFormat: pipes}, {name: c, in: query, type: array, items: {}}]}}}}",
			"#/paths/~1a/get/parameters", `[{"name":"a","in":"query","schema":{"type":"array","items":{"type":"string"}},"style":"form","explode":true},` +
				`{"name":"b","in":"query","schema":{"type":"array","items":{"type":"integer"}},"style":"pipeDelimited","explode":false},` +
				`{"name":"c","in":"query","schema":{"type":"array","items":{}},"style":"form","explode":false}]`},
		{"a body param is a request body", "{consumes: [application/json], paths: {/a: {post: {parameters: [{name: b, in: body, required: true, description: d, schema: {$ref: '#/definitions/B'}}]}}}, definitions: {B: {}}}",
			"#/paths/~1a/post", `{"requestBody":{"required":true,"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/B"}}}}}`},
		{"form fields are a form", "{paths: {/a: {post: {parameters: [{name: a, in: formData, type: string, required: true, description: d}, {name: b, in: formData, type: array, items: {type: string}, collectionFormat: multi}]}}}}",
			"#/paths/~1a/post/requestBody", `{"required":true,"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"string","description":"d"},"b":{"type":"array","items":{"type":"string"}}},"required":["a"]},"encoding":{"b":{"style":"form","explode":true}}}}}`},
		{"a file makes it multipart", "{consumes: [application/x-www-form-urlencoded, multipart/form-data], paths: {/a: {post: {parameters: [{name: f, in: formData, type: file}]}}}}",
			"#/paths/~1a/post/requestBody/content", `{"multipart/form-data":{"schema":{"type":"object","properties":{"f":{"type":"string","format":"binary"}}}}}`},
		{"path-level bodies belong to each operation", "{paths: {/a: {parameters: [{name: b, in: body, schema: {type: string}}, {name: q, in: query, type: string}], post: {}, put: {}}}}",
			"#/paths/~1a", `{"parameters":[{"name":"q","in":"query","schema":{"type":"string"}}],"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"string"}}}}},"put":{"requestBody":{"content":{"application/json":{"schema":{"type":"string"}}}}}}`},
		{"responses have content, headers have schemas", "{produces: [application/json], paths: {/a: {get: {responses: {200: {description: ok, schema: {type: string}, headers: {X: {type: integer, description: x}}, examples: {application/json: hi}}}}}}}",
			"#/paths/~1a/get/responses/200", `{"description":"ok","headers":{"X":{"description":"x","schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"type":"string"},"example":"hi"}}}`},
		{"a file response is bytes, and its errors are JSON", "{paths: {/a: {get: {produces: [application/x-tar], responses: {200: {description: ok, schema: {type: file}}, 404: {description: no, schema: {$ref: '#/definitions/E'}}}}}}, definitions: {E: {type: object}}}",
			"#/paths/~1a/get/responses", `{"200":{"description":"ok","content":{"application/x-tar":{"schema":{"type":"string","format":"binary"}}}},"404":{"description":"no","content":{"application/json":{"schema":{"$ref":"#/components/schemas/E"}}}}}`},
		{"any type is JSON where one has to be named", "{paths: {/a: {put: {consumes: ['*/*'], produces: ['*/*'], parameters: [{name: b, in: body, schema: {type: object}}], responses: {200: {description: ok, schema: {type: object}}}}}}}",
			"#/paths/~1a/put", `{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"object"}}}}},"requestBody":{"content":{"application/json":{"schema":{"type":"object"}}}}}`},
		{"an example brings its media type", "{paths: {/a: {get: {produces: [application/vnd.x.raw-stream, text/plain], responses: {404: {description: no, schema: {type: object}, examples: {application/json: {}}}}}}}}",
			"#/paths/~1a/get/responses/404/content", `{"text/plain":{"schema":{"type":"object"}},"application/json":{"example":{},"schema":{"type":"object"}}}`},
		{"params and responses with names", "{paths: {/a: {post: {parameters: [{$ref: '#/parameters/Q'}, {$ref: '#/parameters/B'}], responses: {200: {$ref: '#/responses/R'}}}}}, parameters: {Q: {name: q, in: query, type: string}, B: {name: b, in: body, schema: {type: object}}}, responses: {R: {description: r}}}",
			"#", `{"openapi":"3.0.0","paths":{"/a":{"post":{"parameters":[{"$ref":"#/components/parameters/Q"}],"responses":{"200":{"$ref":"#/components/responses/R"}},"requestBody":{"$ref":"#/components/requestBodies/B"}}}},"components":{"parameters":{"Q":{"name":"q","in":"query","schema":{"type":"string"}}},"requestBodies":{"B":{"content":{"application/json":{"schema":{"type":"object"}}}}},"responses":{"R":{"description":"r"}}}}`},
		{"security definitions", "{securityDefinitions: {a: {type: basic}, b: {type: apiKey, name: k, in: header}, c: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {s: d}}}}",
			"#/components/securitySchemes", `{"a":{"type":"http","scheme":"basic"},"b":{"type":"apiKey","name":"k","in":"header"},"c":{"type":"oauth2","flows":{"authorizationCode":{"authorizationUrl":"/a","tokenUrl":"/t","scopes":{"s":"d"}}}}}`},
	} {
		var report diag.Report
		document := Read("t.yaml", []byte("{swagger: '2.0', "+test.in[1:]), Options{}, &report)
		if document == nil {
			t.Errorf("%s: refused: %v", test.name, report.List)
			continue
		}
		if got := document.Lookup(test.pointer).JSON(); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
		if len(report.List) > 0 || document.Version != "2.0" {
			t.Errorf("%s: version %s, said %v", test.name, document.Version, report.List)
		}
	}
}

func TestConvertDownload(t *testing.T) {
	var report diag.Report
	document := Read("t.yaml", []byte("{swagger: '2.0', paths: {/a: {get: {produces: [application/x-tar], responses: {200: {description: ok}}}}}}"), Options{}, &report)
	want := `{"application/x-tar":{"schema":{"type":"string","format":"binary"}}}`
	if got := document.Lookup("#/paths/~1a/get/responses/200/content").JSON(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	said := "t.yaml:1:85: the operation produces application/x-tar, but its response has no schema; the response is read as bytes"
	if len(report.List) != 1 || report.List[0].String() != said {
		t.Errorf("said %v, want %s", report.List, said)
	}
}
