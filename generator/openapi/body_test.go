package openapi

import "testing"

func TestBody(t *testing.T) {
	for _, test := range bodyTests {
		test.run(t)
	}
}

var bodyTests = []operationTest{
	{
		name:    "a body keeps all its contents in order",
		version: "3.0.3",
		document: `
paths:
  /a: {post: {requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {A: {type: string}}}, encoding: {A: {contentType: text/plain}}}, application/json: {schema: {$ref: '#/components/schemas/S'}}, text/plain: {}, application/octet-stream: {schema: {type: string, format: binary}}}}}}
components: {schemas: {S: {type: object, properties: {a: {type: string}}}}}`,
		want: `
POST /a 
  body required=true application/x-www-form-urlencoded POST.request A:text/plain application/json S text/plain - application/octet-stream string:binary
S = {a string}
POST.request = {A string}
`,
	},
	{
		name:    "examples are compact JSON, as the document has them",
		version: "3.0.3",
		document: `
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {type: object}, examples: {one: {$ref: '#/components/examples/E'}, two: {externalValue: 'http://x'}, three: {value: null}}}, text/x: {example: {b: 1.50, a: [12345678901234567890]}}}}}}
components: {examples: {E: {summary: s, value: {z: 1, a: 2}}}}`,
		want: `
POST /a 
  body required=false application/json map any example one {"z":1,"a":2} example two  example three null text/x - example  {"b":1.50,"a":[12345678901234567890]}
`,
	},
	{
		name:    "a shared body stands for itself",
		version: "3.0.3",
		document: `
paths:
  /a: {post: {requestBody: {$ref: '#/components/requestBodies/B'}}, put: {requestBody: {$ref: '#/components/requestBodies/B'}}}
components: {requestBodies: {B: {content: {application/json: {schema: {type: object, properties: {z: {type: integer}}}}}}}}`,
		want: `
POST /a 
  body required=false application/json .B.request
PUT /a 
  body required=false application/json .B.request
.B.request = {z integer}
`,
	},
}
