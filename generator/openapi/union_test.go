package openapi

import "testing"

func TestUnion(t *testing.T) {
	for _, test := range unionTests {
		test.run(t)
	}
}

var unionTests = []schemaTest{
	{
		name:    "null is a fact, not a variant",
		version: "3.1.0",
		schemas: `
X: {type: object, properties: {a: {type: string}}}
A: {oneOf: [{$ref: '#/components/schemas/X'}, {type: 'null'}]}
B: {properties: {x: {anyOf: [{$ref: '#/components/schemas/X'}, {type: string}, {type: 'null'}]}, y: {anyOf: [{type: string, format: date}, {type: 'null'}]}}}`,
		want: `
X = {a string}
A|null = X
B = {x B.x|null; y string:date|null}
B.x|null = union  | X | string
`,
	},
	{
		name:    "a nullable member makes the union nullable",
		version: "3.0.3",
		schemas: `
X: {type: object, properties: {a: {type: string}}}
A: {oneOf: [{$ref: '#/components/schemas/X'}, {type: string, nullable: true}]}
B: {anyOf: [{$ref: '#/components/schemas/X'}, {nullable: true}]}`,
		want: `
X = {a string}
A|null = union  | X | string
B|null = X
`,
	},
	{
		name:    "variants of all kinds",
		version: "3.0.3",
		schemas: `
A: {anyOf: [{type: string}, {type: integer}, {type: array, items: {type: string}}, {type: object, title: Foo, properties: {a: {type: string}}}, {type: object, properties: {kind: {type: string, enum: [bar]}}}, {type: object, properties: {b: {type: string}}}]}`,
		want: `
A = union  | string | integer | []string | A.Foo | A.bar | A.b
A.Foo = {a string}
A.bar = {kind A.bar.kind ="bar"}
A.bar.kind = enum string "bar"
A.b = {b string}
`,
	},
	{
		name:    "several types are a union",
		version: "3.1.0",
		schemas: `
A: {type: [string, integer]}
B: {properties: {x: {type: [object, string, 'null'], properties: {a: {type: string}}}}}
C: {type: [string, number, integer, boolean, object, array, 'null']}`,
		want: `
A = union  | string | integer
B = {x B.x|null}
C|null = any|null
B.x|null = union  | B.x.object | string
B.x.object = {a string}
`,
	},
	{
		name:    "variants that are the same count once",
		version: "3.0.3",
		schemas: `
X: {type: object, properties: {a: {type: string}}}
A: {oneOf: [{$ref: '#/components/schemas/X'}, {allOf: [{$ref: '#/components/schemas/X'}]}, {type: string}]}
B: {oneOf: [{type: string, maxLength: 3}, {type: string}]}`,
		want: `
X = {a string}
A = union  | X | string
B = string[maxLength 3]
`,
	},
	{
		name:    "variants are named by what stays when others come",
		version: "3.0.3",
		schemas: `
A: {oneOf: [{title: T, properties: {a: {type: string}}}, {title: T, properties: {b: {type: string}}}, {required: [d], properties: {c: {type: string}, d: {type: string}}}, {type: string, enum: [x, y]}, {type: array, items: {type: object, properties: {a: {type: string}}}}, {properties: {a: {type: integer}}}]}`,
		want: `
A = union  | A.T variant1 | A.T b | A.d | A.enum | []A.array.item | A.variant6
A.T variant1 = {a string}
A.T b = {b string}
A.d = {c string; d! string}
A.enum = enum string "x" "y"
A.array.item = {a string}
A.variant6 = {a integer}
`,
	},
	{
		name:    "the empty string that clears a value is no type",
		version: "3.0.3",
		schemas: `
A: {anyOf: [{type: object, properties: {a: {type: string}}}, {type: string, enum: ['']}]}
B: {anyOf: [{type: string, maxLength: 5}, {type: string, enum: ['']}]}
C: {anyOf: [{type: string, enum: ['']}, {type: string}]}
D: {anyOf: [{type: string, enum: [a, b]}, {type: string, enum: ['']}]}
E: {anyOf: [{$ref: '#/components/schemas/F'}, {type: string, enum: ['']}]}
F: {type: string, enum: [a]}`,
		want: `
A = union  | A.object | string
B = string[maxLength 5]
C = string
D = enum string "a" "b" ""
E = F
F = enum string "a"
A.object = {a string}
`,
	},
	{
		name:    "a union that is its own variant is the rest",
		version: "3.0.3",
		schemas: `
A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
B: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}, {type: integer}]}`,
		want: `
A = string
B = union  | string | integer
`,
	},
	{
		name:    "unions with properties that are variants of each other",
		version: "3.0.3",
		schemas: `
A: {properties: {a: {type: string}}, oneOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {x: {type: string}}}]}
B: {properties: {b: {type: string}}, oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {y: {type: string}}}]}`,
		want: `
A = union  | A.B | A.object
B = union  | B.A | B.object
A.B = union  | A.B.A | A.B.object
A.B.A = union  | B | A.object
A.object = {x string}
A.B.object = {a string; b string; y string}
A.object = {a string; x string}
B.A = union  | B.A.B | B.A.object
B.A.B = union  | A | B.object
B.object = {y string}
B.A.object = {b string; a string; x string}
B.object = {b string; y string}
`,
		said: `
warning allof-too-large /components/schemas/A/oneOf/0
warning allof-too-large /components/schemas/A/oneOf/1
warning allof-too-large /components/schemas/B/oneOf/0
warning allof-too-large /components/schemas/B/oneOf/1
`,
	},
	{
		name:    "nested groups of one keyword are one, if they stand inline",
		version: "3.0.3",
		schemas: `
N: {oneOf: [{type: string}, {type: boolean}]}
A: {oneOf: [{oneOf: [{type: string}, {type: integer}]}, {type: boolean}]}
B: {oneOf: [{$ref: '#/components/schemas/N'}, {type: integer}]}`,
		want: `
N = union  | string | boolean
A = union  | string | integer | boolean
B = union  | N | integer
`,
	},
	{
		name:    "demands for properties are no union",
		version: "3.0.3",
		schemas: `
A: {type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}
B: {properties: {a: {type: string}}, oneOf: [{required: [a]}, {not: {required: [a]}}]}`,
		want: `
A = {a string; b string}
B = {a string}
`,
		said: `
note required-alternatives /components/schemas/A/anyOf
note required-alternatives /components/schemas/B/oneOf
`,
	},
	{
		name:    "a choice that accepts everything makes it any",
		version: "3.1.0",
		schemas: `
A: {anyOf: [{type: string}, {}]}`,
		want: `
A = any
`,
		said: `
note any-variant /components/schemas/A/anyOf/1
`,
	},
	{
		name:    "properties beside a union belong to each variant",
		version: "3.0.3",
		schemas: `
X: {type: object, properties: {x: {type: string}}}
A: {type: object, required: [base], properties: {base: {type: string}}, oneOf: [{$ref: '#/components/schemas/X'}, {title: Y, properties: {y: {type: string}}}]}`,
		want: `
X = {x string}
A = union  | A.X | A.Y
A.X = {base! string; x string} base X
A.Y = {base! string; y string}
`,
	},
	{
		name:    "a second union is reported",
		version: "3.0.3",
		schemas: `
A: {oneOf: [{type: string}, {type: integer}, {type: boolean}], anyOf: [{type: string}, {type: integer}]}`,
		want: `
A = union  | string | integer | boolean
`,
		said: `
warning second-union /components/schemas/A/anyOf
`,
	},
	{
		name:    "positions of a tuple are a union",
		version: "3.1.0",
		schemas: `
A: {type: array, prefixItems: [{type: string}, {type: integer}, {type: string}]}
B: {type: array, prefixItems: [{type: string}, {type: string}], items: false}
C: {type: array, prefixItems: [{type: string}, {}]}`,
		want: `
A = []A.item[order string, integer, string]
B = []string
C = []any[order string, any]
A.item = union  | string | integer
`,
		said: `
note tuple /components/schemas/A/prefixItems/0
warning tuple /components/schemas/C/prefixItems/1
`,
	},
}
