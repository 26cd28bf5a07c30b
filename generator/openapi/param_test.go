package openapi

import "testing"

func TestParam(t *testing.T) {
	for _, test := range paramTests {
		test.run(t)
	}
}

var paramTests = []operationTest{
	{
		name:    "an operation's param replaces its path's",
		version: "3.0.3",
		document: `
paths:
  /a/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: q, in: query, description: of the path, schema: {type: string}}
      - {name: q, in: header, schema: {type: string}}
    get: {parameters: [{name: q, in: query, description: of the operation, schema: {type: integer}}]}
    put: {}`,
		want: `
GET /a/{id} 
  path id string simple required
  query q integer form explode "of the operation"
  header q string simple
PUT /a/{id} 
  path id string simple required
  query q string form explode "of the path"
  header q string simple
`,
	},
	{
		name:    "styles have defaults by location",
		version: "3.0.3",
		document: `
paths:
  /a/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: q, in: query, schema: {type: array, items: {type: string}}}
        - {name: pipe, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
        - {name: deep, in: query, style: deepObject, explode: true, schema: {type: object, additionalProperties: {type: string}}}
        - {name: csv, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: X-H, in: header, schema: {type: string}}
        - {name: c, in: cookie, schema: {type: string}}
        - {name: r, in: query, allowReserved: true, allowEmptyValue: true, deprecated: true, schema: {type: string}}`,
		want: `
GET /a/{id} 
  path id string simple required
  query q []string form explode
  query pipe []string pipeDelimited
  query deep map string deepObject explode
  query csv []string form
  header X-H string simple
  cookie c string form explode
  query r string form explode deprecated empty reserved
`,
	},
	{
		name:    "a param may have content instead of a style",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {parameters: [{name: filter, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}]}}`,
		want: `
GET /a 
  query filter GET.filter form explode application/json
GET.filter = {a string}
`,
	},
	{
		name:    "header params that the call itself sets are ignored",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {parameters: [{name: Accept, in: header, schema: {type: string}}, {name: content-type, in: header, schema: {type: string}}, {name: Authorization, in: header, schema: {type: string}}, {name: Accept-Language, in: header, schema: {type: string}}]}}`,
		want: `
GET /a 
  header Accept-Language string simple
`,
		said: `
note ignored-header-param /paths/~1a/get/parameters/0
note ignored-header-param /paths/~1a/get/parameters/1
note ignored-header-param /paths/~1a/get/parameters/2
`,
	},
	{
		name:    "the template decides which path params there are",
		version: "3.0.3",
		document: `
paths:
  /a/{x}/{y}/{x}: {get: {parameters: [{name: y, in: path, schema: {type: integer}}, {name: z, in: path, required: true, schema: {type: string}}]}}`,
		want: `
GET /a/{x}/{y}/{x} 
  path y integer simple required
  path x string simple required
`,
		said: `
warning stray-path-param /paths/~1a~1{x}~1{y}~1{x}/get/parameters/1
`,
	},
	{
		name:    "a param without words takes its schema's",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {parameters: [{name: q, in: query, schema: {type: string, description: from the schema, deprecated: true}}, {name: e, in: query, schema: {type: string, enum: [a, b]}}]}}`,
		want: `
GET /a 
  query q string form explode deprecated "from the schema"
  query e GET.e form explode
GET.e = enum string "a" "b"
`,
	},
	{
		name:    "params that cannot travel are reported",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {parameters: [{in: query, schema: {type: string}}, {name: m, in: matrix, schema: {type: string}}, {name: u, in: query}, {name: d, in: query, schema: {type: string}}, {name: d, in: query, schema: {type: integer}}]}}`,
		want: `
GET /a 
  query u string form explode
  query d string form explode
`,
		said: `
warning untyped-param /paths/~1a/get/parameters/0
`,
	},
	{
		name:    "a shared param is read where it stands",
		version: "3.0.3",
		document: `
paths:
  /a: {get: {parameters: [{$ref: '#/components/parameters/P'}]}, put: {parameters: [{$ref: '#/components/parameters/P'}]}}
components: {parameters: {P: {name: page, in: query, schema: {type: string, enum: [first, last]}}}}`,
		want: `
GET /a 
  query page .P form explode
PUT /a 
  query page .P form explode
.P = enum string "first" "last"
`,
	},
}
