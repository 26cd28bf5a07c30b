package openapi

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/source"
)

// everything is a document with a bit of all that is read.
const everything = `openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://{r}.example', variables: {r: {default: a, enum: [a, b]}}}]
security: [{k: [a]}]
tags: [{name: t}]
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    x-twilio: {parent: /x, dependentProperties: {d: {resource_url: /y}}}
    post:
      operationId: p
      tags: [t]
      x-twilio: {conditional: [[a, b]]}
      parameters: [{$ref: '#/components/parameters/Q'}, {name: c, in: query, content: {application/json: {schema: {type: object}}}}]
      requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/A'}, encoding: {a: {headers: {H: {schema: {type: string}}}}}, examples: {e: {value: 1}}}}}
      responses: {'200': {$ref: '#/components/responses/R'}}
      callbacks: {c: {x: {post: {}}}}
webhooks: {w: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/U'}}}}}}}
components:
  parameters: {Q: {name: q, in: query, style: form, explode: false, schema: {type: array, items: {type: string, enum: [a, null]}}}}
  responses: {R: {description: d, headers: {H: {schema: {type: integer}}}, content: {application/json: {schema: {$ref: '#/components/schemas/C'}, example: {a: 1}}}}}
  securitySchemes: {k: {type: oauth2, flows: {clientCredentials: {tokenUrl: t, scopes: {a: b}}}}}
  schemas:
    A: {type: object, required: [a, z], properties: {a: {type: [string, 'null'], maxLength: 3}, b: {$ref: '#/components/schemas/B', description: d}}, additionalProperties: {type: integer}}
    B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {const: x}, c: {type: array, prefixItems: [{type: string}, {type: integer}]}}}], discriminator: {propertyName: a, mapping: {x: C}}}
    C: {allOf: [{$ref: '#/components/schemas/B'}], properties: {d: {type: object, patternProperties: {x: {type: string}}, propertyNames: {pattern: y}}}}
    U: {properties: {p: {type: string}}, oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {k: {enum: [v]}}}, {type: 'null'}], anyOf: [{required: [p]}, {type: string}], discriminator: {propertyName: k, mapping: {v: A, w: C}}}
    E: {oneOf: [{const: a, title: A}, {const: b}], not: {const: c}}
    I: {type: object, properties: {a: {type: string}}, if: {properties: {a: {const: b}}}, then: {required: [b], properties: {b: {type: number}}}, else: false, dependentSchemas: {a: {properties: {e: {}}}}}
`

// Whatever stands where something else should, Load neither panics nor forgets an operation. The
// tree is changed after source has repaired it, so that nothing stands between.
func TestMutations(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 1))
		var report diag.Report
		doc := source.Read("api.yaml", []byte(everything), source.Options{}, &report)
		for range 1 + random.IntN(4) {
			mutate(doc.Root, random)
		}
		want := count(doc)
		m := Load(doc, &report)
		if m == nil {
			continue
		}
		if got := len(m.Operations()); got < want {
			t.Errorf("seed %d: %d operations, want %d", seed, got, want)
		}
		if _, err := json.Marshal(m); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		checkRefs(t, "seed", m)
	}
}

// mutate replaces a value somewhere by one of another kind, or by another value of the document.
func mutate(root *source.Node, random *rand.Rand) {
	n := somewhere(root, random)
	switch random.IntN(8) {
	case 0:
		*n = source.Node{Kind: source.Null}
	case 1:
		*n = source.Node{Kind: source.Bool, Value: "false"}
	case 2:
		*n = source.Node{Kind: source.Number, Value: "-1e400"}
	case 3:
		*n = source.Node{Kind: source.String, Value: "#/components/schemas/U"}
	case 4:
		*n = source.Node{Kind: source.Array, Items: []*source.Node{{Kind: source.Null}, {Kind: source.String, Value: "object"}}}
	case 5:
		ref := &source.Node{Kind: source.String, Value: "#/components/schemas/U"}
		*n = source.Node{Kind: source.Object, Fields: []source.Field{{Key: "$ref", Value: ref}}}
	case 6:
		*n = source.Node{Kind: source.Object}
	default:
		*n = *clone(somewhere(root, random))
	}
}

func clone(n *source.Node) *source.Node {
	c := &source.Node{Kind: n.Kind, Value: n.Value, Pos: n.Pos}
	for _, item := range n.Items {
		c.Items = append(c.Items, clone(item))
	}
	for _, f := range n.Fields {
		f.Value = clone(f.Value)
		c.Fields = append(c.Fields, f)
	}
	return c
}

func somewhere(n *source.Node, random *rand.Rand) *source.Node {
	for {
		children := n.Items
		for _, f := range n.Fields {
			children = append(children, f.Value)
		}
		if len(children) == 0 || random.IntN(6) == 0 {
			return n
		}
		n = children[random.IntN(len(children))]
	}
}
