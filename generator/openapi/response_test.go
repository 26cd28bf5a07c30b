package openapi

import "testing"

func TestResponse(t *testing.T) {
	for _, test := range responseTests {
		test.run(t)
	}
}

var responseTests = []operationTest{
	{
		name:    "responses keep order, status, headers and contents",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {responses: {default: {description: error}, '200': {description: ok, headers: {X-Total: {schema: {type: integer}}, X-Ref: {$ref: '#/components/headers/H'}}, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}, text/csv: {schema: {type: string}}}}, 4xx: {description: bad}}}}
components: {headers: {H: {description: h, schema: {type: string, format: date}}}}`,
		want: `
GET /a 
  default "error"
  200 "ok" application/json GET.200.response text/csv string header X-Total integer header X-Ref string:date
  4XX "bad"
GET.200.response = {a string}
`,
	},
	{
		name:    "a shared response stands for itself",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {responses: {'404': {$ref: '#/components/responses/NotFound'}}}, put: {responses: {'404': {$ref: '#/components/responses/NotFound'}}}}
components: {responses: {NotFound: {description: none, content: {application/json: {schema: {type: object, properties: {code: {type: integer}}}}}}}}`,
		want: `
GET /a 
  404 "none" application/json .NotFound.response
PUT /a 
  404 "none" application/json .NotFound.response
.NotFound.response = {code integer}
`,
	},
	{
		name:    "3.2 has a schema for each item of a stream",
		version: "3.2.0",
		document: `
paths:
  /a: {get: {responses: {'200': {description: ok, content: {text/event-stream: {itemSchema: {type: object, properties: {d: {type: string}}}}}}}}}`,
		want: `
GET /a 
  200 "ok" text/event-stream - items GET.200.response.item
GET.200.response.item = {d string}
`,
	},
	{
		name:    "callbacks are requests of the API",
		version: "3.0.3",
		document: `
paths:
  /a: {post: {callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, callbacks: {more: {'{$url}': {post: {}}}}}}}}, responses: {'204': {description: ''}}}}`,
		want: `
POST /a 
  204 ""
POST done{$request.body#/url} 
  body required=false application/json string
`,
		said: `
warning callback-ignored /paths/~1a/post/callbacks/done/{$request.body#~1url}/post/callbacks
`,
	},
}
