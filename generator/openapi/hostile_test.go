package openapi

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/model"
)

// A document may be made to hurt: each of these took minutes, gigabytes or the stack of some reader.
func TestHostile(t *testing.T) {
	const schema = "#/components/schemas/"
	for name, schemas := range map[string]func(b *strings.Builder){
		"allOf diamonds": func(b *strings.Builder) {
			for i := range 30 {
				fmt.Fprintf(b, "    D%d: {allOf: [{$ref: '%sD%d'}, {$ref: '%sD%d'}]}\n", i, schema, i+1, schema, i+1)
			}
			b.WriteString("    D30: {type: object, properties: {a: {type: string}}}\n")
		},
		"oneOf diamonds": func(b *strings.Builder) {
			for i := range 30 {
				fmt.Fprintf(b, "    D%d: {properties: {x%d: {type: string}}, oneOf: [{$ref: '%sD%d'}, {allOf: [{$ref: '%sD%d'}]}, {type: object, properties: {y: {$ref: '%sD%d'}}}]}\n", i, i, schema, i+1, schema, i+1, schema, i+1)
			}
			b.WriteString("    D30: {type: object, properties: {a: {type: string}}}\n")
		},
		"properties that merge each other": func(b *strings.Builder) {
			for i := range 12 {
				fmt.Fprintf(b, "    P%d: {allOf: [{$ref: '%sP%d'}, {$ref: '%sP%d'}, {properties: {x: {$ref: '%sP%d'}, y: {$ref: '%sP%d'}}}]}\n", i, schema, (i*5+1)%12, schema, (i*7+3)%12, schema, (i*3+2)%12, schema, (i+5)%12)
			}
		},
		"lists that merge each other": func(b *strings.Builder) {
			fmt.Fprintf(b, "    A: {type: array, items: {allOf: [{$ref: '%sA'}, {$ref: '%sB'}]}}\n    B: {type: array, items: {$ref: '%sA'}}\n", schema, schema, schema)
		},
		"unions that are variants of each other": func(b *strings.Builder) {
			for i := range 30 {
				fmt.Fprintf(b, "    U%d: {properties: {u%d: {type: string}}, oneOf: [", i, i)
				for j := range 30 {
					fmt.Fprintf(b, "{$ref: '%sU%d'},", schema, j)
				}
				b.WriteString("]}\n")
			}
		},
		"a long chain": func(b *strings.Builder) {
			for i := range 1_000 {
				fmt.Fprintf(b, "    C%d: {allOf: [{$ref: '%sC%d'}, {properties: {p%d: {type: string}}}]}\n", i, schema, i+1, i%7)
			}
			b.WriteString("    C1000: {type: object}\n")
		},
		"a chain of properties": func(b *strings.Builder) {
			for i := range 1_000 {
				fmt.Fprintf(b, "    C%d: {properties: {next: {$ref: '%sC%d'}}}\n", i, schema, i+1)
			}
			b.WriteString("    C1000: {type: object}\n")
		},
		"deep nesting": func(b *strings.Builder) {
			b.WriteString("    Deep: " + strings.Repeat("{properties: {a: ", 450) + "{type: string}" + strings.Repeat("}}", 450) + "\n")
		},
		"deep allOf": func(b *strings.Builder) {
			b.WriteString("    Deep: " + strings.Repeat("{allOf: [", 450) + "{type: string}" + strings.Repeat("]}", 450) + "\n")
		},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("components:\n  schemas:\n")
			schemas(&b)
			m, _ := load(t, "3.1.0", b.String())
			fields := 0
			for _, s := range m.Schemas {
				if s.Kind == model.ObjectSchema {
					fields += len(s.Object.Fields)
				}
			}
			t.Logf("%d schemas, %d fields", len(m.Schemas), fields)
		})
	}
}
