package openapi

import "testing"

func TestObject(t *testing.T) {
	for _, test := range objectTests {
		test.run(t)
	}
}

var objectTests = []schemaTest{
	{
		name:    "fields keep the order of the document",
		version: "3.0.3",
		schemas: `
Pet: {properties: {zebra: {type: string}, apple: {type: string}, mango: {type: string}}}`,
		want: `
Pet = {zebra string; apple string; mango string}
`,
	},
	{
		name:    "additionalProperties stand beside fields",
		version: "3.0.3",
		schemas: `
A: {properties: {a: {type: string}}, additionalProperties: {type: integer}}
B: {properties: {a: {type: string}}, additionalProperties: true}
C: {properties: {a: {type: string}}, additionalProperties: false}`,
		want: `
A = {a string} extra integer
B = {a string} extra any
C = {a string} closed
`,
	},
	{
		name:    "a required name that nothing declares is a field of any",
		version: "3.0.3",
		schemas: `
A: {type: object, required: [b, a], properties: {a: {type: string}}}
B: {type: object, required: [b], additionalProperties: {type: string}}`,
		want: `
A = {a! string; b! any}
B = map string
`,
		said: `
warning undeclared-required /components/schemas/A/required/0
`,
	},
	{
		name:    "patternProperties are extra keys",
		version: "3.1.0",
		schemas: `
A: {type: object, patternProperties: {'^x-': {type: integer}}}
B: {type: object, properties: {a: {type: string}}, patternProperties: {'^x-': {type: integer}, '^y-': {type: string}}}`,
		want: `
A = map integer
B = {a string} extra any
`,
		said: `
note pattern-properties /components/schemas/A/patternProperties/^x-
warning pattern-properties /components/schemas/B/patternProperties/^x-
`,
	},
	{
		name:    "unevaluatedProperties are as additionalProperties",
		version: "3.1.0",
		schemas: `
A: {properties: {a: {type: string}}, unevaluatedProperties: false}
B: {properties: {a: {type: string}}, unevaluatedProperties: {type: integer}}`,
		want: `
A = {a string} closed
B = {a string} extra integer
`,
	},
	{
		name:    "conditional schemas bring optional fields",
		version: "3.1.0",
		schemas: `
A:
  required: [a]
  properties: {a: {type: string}}
  if: {properties: {a: {const: x}}}
  then: {required: [b], properties: {b: {type: string}}}
  else: {properties: {c: {type: integer}}}
  dependentSchemas: {a: {properties: {d: {type: boolean}}}}`,
		want: `
A = {a! string; b string; c integer; d boolean}
`,
		said: `
warning conditional-schema /components/schemas/A/then
warning conditional-schema /components/schemas/A/else
warning conditional-schema /components/schemas/A/dependentSchemas/a
`,
	},
	{
		name:    "not, propertyNames and dependentRequired are noted",
		version: "3.1.0",
		schemas: `
A: {type: object, not: {required: [x]}, dependentRequired: {a: [b]}, propertyNames: {pattern: '^a'}, properties: {a: {type: string}}}`,
		want: `
A = {a string}
`,
		said: `
note not-schema /components/schemas/A/not
note property-names /components/schemas/A/propertyNames
note required-alternatives /components/schemas/A/dependentRequired
`,
	},
	{
		name:    "odd property names are kept",
		version: "3.0.3",
		schemas: `
A: {properties: {$ref: {type: string}, type: {type: string}, a/b: {type: object, properties: {x: {type: string}}}, '': {type: string}, properties: {type: string}}}`,
		want: `
A = {$ref string; type string; a/b A.a/b;  string; properties string}
A.a/b = {x string}
`,
	},
}
