package openapi

import "testing"

func TestPath(t *testing.T) {
	for _, test := range pathTests {
		test.run(t)
	}
}

var pathTests = []operationTest{
	{
		name:    "paths and methods keep the order of the document",
		version: "3.0.3",
		document: `
paths:
  /z: {post: {operationId: p}, get: {operationId: g}}
  x-other: {get: {}}
  /a: {}
  /m: {head: {}, trace: {}, options: {}, patch: {}, delete: {}, put: {}}`,
		want: `
POST /z p
GET /z g
HEAD /m 
TRACE /m 
OPTIONS /m 
PATCH /m 
DELETE /m 
PUT /m 
`,
	},
	{
		name:    "3.2 has query and methods of one's own",
		version: "3.2.0",
		document: `
paths:
  /x:
    query: {operationId: q}
    additionalOperations: {COPY: {operationId: copyX}, LINK: {}}`,
		want: `
QUERY /x q
COPY /x copyX
LINK /x 
`,
	},
	{
		name:    "a method stands once on a path",
		version: "3.2.0",
		document: `
paths:
  /x:
    get: {operationId: first}
    additionalOperations: {GET: {operationId: second}}`,
		want: `
GET /x first
`,
		said: "warning second-operation /paths/~1x/additionalOperations/GET\n",
	},
	{
		name:    "a path item may refer to another one",
		version: "3.1.0",
		document: `
paths:
  /ref: {$ref: '#/components/pathItems/P'}
components: {pathItems: {P: {put: {operationId: viaRef}, parameters: [{name: p, in: query, schema: {type: string}}]}}}`,
		want: `
PUT /ref viaRef
  query p string form explode
`,
	},
	{
		name:    "webhooks are operations without a path",
		version: "3.1.0",
		document: `
webhooks:
  created: {post: {operationId: onCreated, requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}, responses: {'200': {description: ok}}}}`,
		want: `
POST created onCreated
  body required=false application/json POST.request
  200 "ok"
POST.request = {id string}
`,
	},
	{
		name:    "an operation without anything is an operation",
		version: "3.0.3",
		document: `
paths:
  /x/{id}: {get: {}}`,
		want: `
GET /x/{id} 
  path id string simple required
`,
	},
}
