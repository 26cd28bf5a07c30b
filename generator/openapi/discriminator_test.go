package openapi

import "testing"

func TestDiscriminator(t *testing.T) {
	for _, test := range discriminatorTests {
		test.run(t)
	}
}

var discriminatorTests = []schemaTest{
	{
		name:    "tags come from the mapping, several for one variant",
		version: "3.0.3",
		schemas: `
Cat: {type: object, properties: {kind: {type: string}}}
Dog: {type: object, properties: {kind: {type: string}}}
Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', kitten: Cat, dog: '#/components/schemas/Dog'}}}`,
		want: `
Cat = {kind string}
Dog = {kind string}
Pet = union kind | Cat["cat" "kitten"] | Dog["dog"]
`,
	},
	{
		name:    "without a mapping they are the property's own values, else the schema's name",
		version: "3.0.3",
		schemas: `
Cat: {type: object, properties: {kind: {type: string, enum: [cat]}}}
Dog: {type: object, properties: {kind: {type: string}}}
Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {type: object, properties: {kind: {type: string, enum: [cow, ox]}}}], discriminator: {propertyName: kind}}`,
		want: `
Cat = {kind Cat.kind ="cat"}
Dog = {kind string}
Pet = union kind | Cat["cat"] | Dog["Dog"] | Pet.object["cow" "ox"]
Cat.kind = enum string "cat"
Pet.object = {kind Pet.object.kind}
Pet.object.kind = enum string "cow" "ox"
`,
	},
	{
		name:    "a mapping that leads nowhere is reported, one to a forgotten schema adds it",
		version: "3.0.3",
		schemas: `
Cat: {type: object, properties: {kind: {type: string}}}
Dog: {type: object, properties: {kind: {type: string}}}
Cow: {type: object, properties: {kind: {type: string}}}
Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {cow: Cow, cat: Cat, eel: Eel}}}`,
		want: `
Cat = {kind string}
Dog = {kind string}
Cow = {kind string}
Pet = union kind | Cat["cat"] | Dog["Dog"] | Cow["cow"]
`,
		said: `
warning discriminator-mapping /components/schemas/Pet/discriminator/mapping/cow
`,
	},
	{
		name:    "a base with children is their union where it is meant",
		version: "3.0.3",
		schemas: `
Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {friend: {$ref: '#/components/schemas/Pet'}}}]}
Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {age: {type: integer}}}]}
Owner: {properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}`,
		want: `
Pet = {kind! string} tag kind
Cat = {kind! string; lives integer} base Pet
Dog = {kind! string; friend Pet.union} base Pet
Puppy = {kind! string; friend Pet.union; age integer} base Dog
Owner = {pets []Pet.union}
Pet.union = union kind | Cat["cat"] | Dog["Dog"] | Puppy["Puppy"]
`,
	},
	{
		name:    "a base with one child is a variant, too",
		version: "3.0.3",
		schemas: `
Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
Owner: {properties: {pet: {$ref: '#/components/schemas/Pet'}}}`,
		want: `
Pet = {kind string} tag kind
Cat = {kind string; lives integer} base Pet
Owner = {pet Pet.union}
Pet.union = union kind | Pet["Pet"] | Cat["Cat"]
`,
	},
	{
		name:    "a base that lists its children does not contain itself",
		version: "3.0.3",
		schemas: `
Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}`,
		want: `
Pet = union kind | Cat["Cat"] | Dog["Dog"]
Cat = {kind string; lives integer} base Pet
Dog = {kind string; bark string} base Pet
`,
	},
	{
		name:    "a discriminator without a property is reported",
		version: "3.0.3",
		schemas: `
A: {oneOf: [{type: string}, {type: integer}], discriminator: {mapping: {a: b}}}`,
		want: `
A = union  | string | integer
`,
	},
}
