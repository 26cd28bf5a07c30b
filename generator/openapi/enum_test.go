package openapi

import (
	"strings"
	"testing"
)

func TestEnum(t *testing.T) {
	for _, test := range enumTests {
		test.run(t)
	}
}

var enumTests = []schemaTest{
	{
		name:    "values keep order and spelling, repetitions go",
		version: "3.0.3",
		schemas: `
A: {type: string, enum: [b, a, b, '']}
B: {type: integer, enum: [10, 9223372036854775808]}
C: {type: number, enum: [1.50, 2]}
D: {type: boolean, enum: [true]}`,
		want: `
A = enum string "b" "a" ""
B = enum integer "10" "9223372036854775808"
C = enum number "1.50" "2"
D = enum boolean "true"
`,
	},
	{
		name:    "null in an enum makes it nullable",
		version: "3.0.3",
		schemas: `
A: {type: string, enum: [a, null]}
B: {properties: {x: {type: string, nullable: true, enum: [a]}}}`,
		want: `
A|null = enum string "a"
B = {x B.x|null}
B.x|null = enum string "a"
`,
	},
	{
		name:    "names and words of values come from extensions",
		version: "3.0.3",
		schemas: `
A: {type: integer, enum: [1, 2], x-enum-varnames: [One, Two], x-enum-descriptions: [first, second]}
B: {type: string, enum: [a, b], x-enumNames: [First], x-enum-descriptions: {b: the second}}`,
		want: `
A = enum integer "1"(One first) "2"(Two second)
B = enum string "a"(First ) "b"( the second)
`,
		said: `
warning enum-names /components/schemas/B/x-enumNames
`,
	},
	{
		name:    "a value of another type is no constant, unless it is spelled alike",
		version: "3.0.3",
		schemas: `
A: {type: string, enum: [a, 1, {b: c}]}
B: {type: integer, enum: ['1', x]}`,
		want: `
A = enum string "a" "1"
B = enum integer "1"
`,
		said: `
warning odd-enum-value /components/schemas/A/enum/2
warning odd-enum-value /components/schemas/B/enum/1
`,
	},
	{
		name:    "a value that no float64 holds is no constant",
		version: "3.0.3",
		schemas: `
A: {type: number, enum: [1e400, 2, -1e999999999]}
B: {type: integer, enum: [1, 1` + strings.Repeat("0", 400) + `]}`,
		want: `
A = enum number "2"
B = enum integer "1"
`,
		said: `
warning odd-enum-value /components/schemas/A/enum/0
warning odd-enum-value /components/schemas/A/enum/2
warning odd-enum-value /components/schemas/B/enum/1
`,
	},
	{
		name:    "an enum of several types has no constants",
		version: "3.1.0",
		schemas: `
A: {enum: [a, 1]}
B: {enum: [{a: b}]}`,
		want: `
A = any
B = any
`,
		said: `
warning mixed-enum /components/schemas/A
warning mixed-enum /components/schemas/B
`,
	},
	{
		name:    "an enum whose type contradicts its values is what they are",
		version: "3.0.3",
		schemas: `
A: {type: object, enum: [fixed, exponential], default: fixed}
B: {type: integer, enum: [a, b]}
C: {type: object, enum: [{}]}
D: {type: object, enum: [a], properties: {a: {type: string}}}`,
		want: `
A = enum string "fixed" "exponential"
B = enum string "a" "b"
C = map any
D = {a string}
`,
		said: `
warning enum-type /components/schemas/A
warning enum-type /components/schemas/B
warning mixed-enum /components/schemas/C
warning mixed-enum /components/schemas/D
`,
	},
	{
		name:    "several types leave the one of the values",
		version: "3.1.0",
		schemas: `
A: {type: [string, integer], enum: [a, b]}
B: {type: [string, integer], enum: [a, 1]}`,
		want: `
A = enum string "a" "b"
B = union  | string | integer
`,
		said: `
warning mixed-enum /components/schemas/B
`,
	},
	{
		name:    "an enum on an array is its items' business",
		version: "3.0.3",
		schemas: `
A: {type: array, enum: [a, b], items: {type: string, enum: [a, b]}}`,
		want: `
A = []A.item
A.item = enum string "a" "b"
`,
		said: `
note array-enum /components/schemas/A
`,
	},
	{
		name:    "a field with one value says so",
		version: "3.0.3",
		schemas: `
A: {properties: {kind: {type: string, enum: [a]}, two: {type: string, enum: [a, b]}, maybe: {type: string, nullable: true, enum: [a]}}}`,
		want: `
A = {kind A.kind ="a"; two A.two; maybe A.maybe|null}
A.kind = enum string "a"
A.two = enum string "a" "b"
A.maybe|null = enum string "a"
`,
	},
	{
		name:    "oneOf of single values is an enum with words",
		version: "3.1.0",
		schemas: `
A: {oneOf: [{const: a, title: First, description: the first}, {const: b}]}
B: {type: integer, anyOf: [{const: 1}, {enum: [2, 3]}]}`,
		want: `
A = enum string "a"(First the first) "b"
B = enum integer "1" "2" "3"
`,
	},
	{
		name:    "an enum or any other string is the enum, for enums are open",
		version: "3.1.0",
		schemas: `
A: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}
B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
C: {properties: {x: {anyOf: [{type: string}, {const: a}, {const: b}, {type: 'null'}]}}}`,
		want: `
A = enum string "a" "b"
B = A
C = {x C.x|null}
C.x|null = enum string "a" "b"
`,
	},
}
