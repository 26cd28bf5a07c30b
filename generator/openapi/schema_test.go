package openapi

import "testing"

func TestSchema(t *testing.T) {
	for _, test := range schemaTests {
		test.run(t)
	}
}

var schemaTests = []schemaTest{
	{
		name:    "required, optional and nullable are separate facts",
		version: "3.0.3",
		schemas: `
Pet:
  required: [id, tag]
  properties:
    id: {type: integer, format: int64}
    tag: {type: string, nullable: true}
    name: {type: string, nullable: true}
    age: {type: integer}`,
		want: `
Pet = {id! integer:int64; tag! string|null; name string|null; age integer}
`,
	},
	{
		name:    "3.1 says null in the type",
		version: "3.1.0",
		schemas: `
Pet:
  properties:
    tag: {type: [string, 'null']}
    none: {type: 'null'}
    one: {type: [string]}`,
		want: `
Pet = {tag string|null; none any|null; one string}
`,
	},
	{
		name:    "readOnly, writeOnly, deprecated, const and default stand on the field",
		version: "3.1.0",
		schemas: `
Pet:
  properties:
    id: {type: string, readOnly: true}
    password: {type: string, writeOnly: true}
    old: {type: string, deprecated: true}
    kind: {const: pet}
    no: {type: string, const: null}
    count: {type: integer, default: 10000000000000000001}
    ratio: {type: number, default: 1.50}`,
		want: `
Pet = {id string readOnly; password string writeOnly; old string deprecated; kind string ="pet"; no string|null =null; count integer default 10000000000000000001; ratio number default 1.50}
`,
	},
	{
		name:    "words, null and marks beside a $ref stand on the field",
		version: "3.0.3",
		schemas: `
Tag: {type: object, description: a tag, properties: {a: {type: string}}}
Pet:
  properties:
    a: {$ref: '#/components/schemas/Tag', description: mine, nullable: true, readOnly: true, deprecated: true}
    b: {$ref: '#/components/schemas/Tag'}`,
		want: `
Tag "a tag" = {a string}
Pet = {a Tag|null readOnly deprecated "mine"; b Tag}
`,
	},
	{
		name:    "keywords beside a $ref count in 3.1",
		version: "3.1.0",
		schemas: `
Tag: {type: object, properties: {a: {type: string}}}
Pet: {$ref: '#/components/schemas/Tag', required: [a], properties: {b: {type: string}}}
Name: {type: string, maxLength: 10}
Short: {$ref: '#/components/schemas/Name', maxLength: 5}`,
		want: `
Tag = {a string}
Pet = {a! string; b string} base Tag
Name = string[maxLength 10]
Short = Name[maxLength 5]
`,
	},
	{
		name:    "keywords beside a $ref do not count in 3.0",
		version: "3.0.3",
		schemas: `
Tag: {type: object, properties: {a: {type: string}}}
Pet: {$ref: '#/components/schemas/Tag', properties: {b: {type: string}}}`,
		want: `
Tag = {a string}
Pet = Tag
`,
		said: `
note ref-siblings /components/schemas/Pet
`,
	},
	{
		name:    "limits keep their spelling",
		version: "3.0.3",
		schemas: `
A: {type: integer, minimum: -9223372036854775808, maximum: 18446744073709551615, exclusiveMaximum: true}
B: {type: number, multipleOf: 0.010}
C: {type: string, minLength: 1, maxLength: 20, pattern: '^(?<x>a)$'}
D: {type: array, items: {type: string, maxLength: 3}, minItems: 1, maxItems: 9, uniqueItems: true}`,
		want: `
A = integer[>=-9223372036854775808 <18446744073709551615]
B = number[multiple 0.010]
C = string[minLength 1 maxLength 20 pattern ^(?<x>a)$]
D = []string[maxLength 3][minItems 1 maxItems 9 unique]
`,
	},
	{
		name:    "3.1 has exclusive bounds of their own",
		version: "3.1.0",
		schemas: `
A: {type: number, exclusiveMinimum: 0, exclusiveMaximum: 1.50}
B: {type: number, minimum: 5, exclusiveMinimum: 1}`,
		want: `
A = number[>0 <1.50]
B = number[>=5]
`,
	},
	{
		name:    "a missing type is inferred",
		version: "3.0.3",
		schemas: `
A: {properties: {a: {}}}
B: {items: {type: string}}
C: {additionalProperties: {type: integer}}
D: {pattern: x}
E: {minimum: 3}
F: {format: date-time}
G: {enum: [1, 2]}
H: {description: nothing}`,
		want: `
A = {a any}
B = []string
C = map integer
D = string[pattern x]
E = number[>=3]
F = string:date-time
G = enum integer "1" "2"
H "nothing" = any
`,
	},
	{
		name:    "free objects are maps, free values any",
		version: "3.0.3",
		schemas: `
A: {}
B: {type: object}
C: {type: object, additionalProperties: true}
D: {type: object, additionalProperties: {}}
E: {type: object, additionalProperties: {type: array, items: {$ref: '#/components/schemas/E'}}}
F: {type: object, additionalProperties: false}`,
		want: `
A = any
B = map any
C = map any
D = map any
E = map []E
F = {} closed
`,
	},
	{
		name:    "boolean schemas are any",
		version: "3.1.0",
		schemas: `
A: true
B: false
C: {properties: {x: true, y: false}}`,
		want: `
A = any
B = any
C = {x any; y any}
`,
		said: `
note never-schema /components/schemas/B
note never-schema /components/schemas/C/properties/y
`,
	},
	{
		name:    "inline objects and enums become schemas with a place",
		version: "3.0.3",
		schemas: `
Pet:
  properties:
    meta: {type: object, properties: {kind: {type: string, enum: [a]}}}
    list: {type: array, items: {type: object, properties: {x: {type: string}}}}
    map: {type: object, additionalProperties: {type: object, properties: {y: {type: string}}}}`,
		want: `
Pet = {meta Pet.meta; list []Pet.list.item; map map Pet.map.value}
Pet.meta = {kind Pet.meta.kind ="a"}
Pet.meta.kind = enum string "a"
Pet.list.item = {x string}
Pet.map.value = {y string}
`,
	},
	{
		name:    "a $ref into the inside of a schema leads to its inline schema",
		version: "3.0.3",
		schemas: `
A: {properties: {b: {$ref: '#/components/schemas/Pet/properties/meta'}}}
Pet: {properties: {meta: {type: object, properties: {x: {$ref: '#/components/schemas/Pet/properties/meta'}}}}}`,
		want: `
A = {b Pet_meta}
Pet = {meta Pet_meta}
Pet_meta = {x Pet_meta}
`,
	},
	{
		name:    "a named schema that is only a $ref is an alias",
		version: "3.0.3",
		schemas: `
A: {$ref: '#/components/schemas/B'}
B: {type: string, format: uuid}`,
		want: `
A = B
B = string:uuid
`,
	},
	{
		name:    "a list that contains itself inline gets a declaration",
		version: "3.0.3",
		schemas: `
A: {type: array, items: {allOf: [{$ref: '#/components/schemas/A'}, {minItems: 1}]}}`,
		want: `
A = []A.item
A.item = []A.item[minItems 1]
`,
	},
	{
		name:    "3.1 says in other words which strings are bytes",
		version: "3.1.0",
		schemas: `
A: {type: string, contentEncoding: base64}
B: {type: string, format: binary}
C: {type: string, format: x-unknown}
D: {type: string, contentMediaType: image/png}
E: {type: string, contentMediaType: image/png, contentEncoding: base64}
F: {type: string, contentMediaType: application/json}`,
		want: `
A = string:byte
B = string:binary
C = string:x-unknown
D = string:binary
E = string:byte
F = string[holds application/json]
`,
	},
	{
		name:    "an unknown type is left open",
		version: "3.1.0",
		schemas: `
A: {type: file}
B: {type: [text, string]}`,
		want: `
A = string:binary
B = string
`,
	},
	{
		name:    "a keyword of the wrong type is left out",
		version: "3.0.3",
		schemas: `
A: {type: string, format: [x], title: {a: b}}`,
		want: `
A = string:x
`,
	},
}
