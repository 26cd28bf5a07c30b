package openapi

import "testing"

func TestAllOf(t *testing.T) {
	for _, test := range allOfTests {
		test.run(t)
	}
}

var allOfTests = []schemaTest{
	{
		name:    "one member is the member itself",
		version: "3.0.3",
		schemas: `
Base: {type: object, properties: {a: {type: string}}}
A: {allOf: [{$ref: '#/components/schemas/Base'}], description: mine}
B: {properties: {x: {allOf: [{$ref: '#/components/schemas/Base'}], nullable: true, description: here}, y: {allOf: [{$ref: '#/components/schemas/Base'}, {nullable: true, description: there}]}, z: {type: object, allOf: [{$ref: '#/components/schemas/Base'}]}}}`,
		want: `
Base = {a string}
A "mine" = Base
B = {x Base|null "here"; y Base|null "there"; z Base}
`,
	},
	{
		name:    "properties and required merge, bases first",
		version: "3.0.3",
		schemas: `
Base: {type: object, required: [id], properties: {id: {type: string}, b: {type: string}}}
A: {required: [b], properties: {own: {type: string}}, allOf: [{$ref: '#/components/schemas/Base'}, {required: [c], properties: {c: {type: integer}}}]}`,
		want: `
Base = {id! string; b string}
A = {id! string; b! string; c! integer; own string} base Base
`,
	},
	{
		name:    "a later description wins, the more specific schema wins",
		version: "3.0.3",
		schemas: `
X: {type: object, properties: {a: {type: string}}}
Y: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {b: {type: string}}}]}
Base: {properties: {p: {$ref: '#/components/schemas/X'}, q: {type: string, description: old}}}
A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {p: {$ref: '#/components/schemas/Y'}, q: {description: new}}}]}`,
		want: `
X = {a string}
Y = {a string; b string} base X
Base = {p X; q string "old"}
A = {p Y; q string "new"} base Base
`,
	},
	{
		name:    "properties of one name merge",
		version: "3.0.3",
		schemas: `
A:
  allOf:
    - {properties: {meta: {type: object, required: [a], properties: {a: {type: string}}}, n: {type: number, minimum: 1}}}
    - {properties: {meta: {type: object, properties: {b: {type: string}}}, n: {type: integer, minimum: 3, maximum: 9}}}`,
		want: `
A = {meta A.meta; n integer[>=3 <=9]}
A.meta = {a! string; b string}
`,
	},
	{
		name:    "limits get tighter, enums intersect",
		version: "3.0.3",
		schemas: `
A: {allOf: [{type: string, maxLength: 10, minLength: 2}, {maxLength: 5}]}
E: {type: string, enum: [a, b, c]}
F: {allOf: [{$ref: '#/components/schemas/E'}, {enum: [c, b, x]}]}`,
		want: `
A = string[minLength 2 maxLength 5]
E = enum string "a" "b" "c"
F = enum string "b" "c"
`,
	},
	{
		name:    "null must be allowed by all that is referred to, or be said here",
		version: "3.0.3",
		schemas: `
N: {type: object, nullable: true, properties: {a: {type: string}}}
M: {type: object, properties: {b: {type: string}}}
A: {allOf: [{$ref: '#/components/schemas/N'}, {$ref: '#/components/schemas/M'}]}
B: {nullable: true, allOf: [{$ref: '#/components/schemas/M'}, {properties: {c: {type: string}}}]}`,
		want: `
N|null = {a string}
M = {b string}
A = {a string; b string} base N base M
B|null = {b string; c string} base M
`,
	},
	{
		name:    "enums without a common value",
		version: "3.0.3",
		schemas: `
A: {allOf: [{type: string, enum: [a]}, {enum: [b]}]}`,
		want: `
A = enum string "b"
`,
		said: `
warning allof-conflict /components/schemas/A
`,
	},
	{
		name:    "types that contradict are any, formats that do are the later",
		version: "3.0.3",
		schemas: `
A: {allOf: [{type: string}, {type: integer}]}
B: {allOf: [{type: string, format: date}, {format: date-time}]}`,
		want: `
A = any
B = string:date-time
`,
		said: `
warning allof-conflict /components/schemas/A/allOf/1
warning allof-conflict /components/schemas/B/allOf/1
`,
	},
	{
		name:    "a schema that builds on itself is only the rest",
		version: "3.0.3",
		schemas: `
A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {type: string}}}]}
B: {allOf: [{$ref: '#/components/schemas/C'}, {properties: {b: {type: string}}}]}
C: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}`,
		want: `
A = {a string}
B = {c string; b string} base C
C = {b string; c string} base B
`,
	},
	{
		name:    "additionalProperties merge",
		version: "3.0.3",
		schemas: `
A: {allOf: [{type: object, additionalProperties: {type: string}}, {properties: {a: {type: string}}}]}
B: {allOf: [{additionalProperties: false, properties: {a: {type: string}}}, {properties: {b: {type: string}}}]}`,
		want: `
A = {a string} extra string
B = {a string; b string} closed
`,
	},
	{
		name:    "an inline schema of a base stays the base's",
		version: "3.0.3",
		schemas: `
A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {own: {type: string}}}]}
Base: {properties: {meta: {type: object, properties: {x: {type: string}}}}}`,
		want: `
A = {meta Base.meta; own string} base Base
Base = {meta Base.meta}
Base.meta = {x string}
`,
	},
}
