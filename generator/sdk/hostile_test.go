package sdk

import (
	"fmt"
	"testing"

	"github.com/sdkc/sdkc/generator/model"
)

// Unions within unions are finite work, however often they meet again.
func TestNestedUnions(t *testing.T) {
	schemas := []*model.Schema{oneOf("u0", str(), of(model.Boolean, ""))}
	for i := 1; i < 40; i++ {
		below := ref(schemas[i-1])
		schemas = append(schemas, oneOf(fmt.Sprint("u", i), below, list(below), below))
	}
	doc := api("GET /a getA a")
	doc.Operations()[0].Params = []*model.Param{{Name: "q", In: "query", Style: "form", Type: ref(schemas[39])}}
	answering(doc, ref(schemas[39]), schemas...)
	if p, _ := build(doc); len(p.Files[0].Types) != 40 {
		t.Errorf("%d types", len(p.Files[0].Types))
	}
}

// A document of one tag and thousands of operations that all want one name is named, each differently.
func TestManyOperations(t *testing.T) {
	var lines []string
	for i := range 3000 {
		lines = append(lines, fmt.Sprintf("GET /a/{p%d}/x%d getThing things", i, i))
	}
	p, _ := build(api(lines...))
	seen := make(map[Ident]bool)
	for _, m := range p.Resources()[0].Methods {
		if seen[m.Name] {
			t.Fatalf("%s twice", m.Name)
		}
		seen[m.Name] = true
	}
}
