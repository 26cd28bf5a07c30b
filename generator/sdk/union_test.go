package sdk

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/sdkc/sdkc/generator/model"
)

func TestUnions(t *testing.T) {
	role := enum("role", "user")
	user, system := object("user message", "role!", ref(role), "text!", str(), "at", str()), object("system message", "role!", str())
	system.Object.Fields[0].Const = `"system"`
	color := enum("color", "red", "blue")
	inner := oneOf("inner", ref(user), ref(system))
	for _, test := range []struct {
		types []*model.Type
		want  []*Variant
	}{
		{[]*model.Type{ref(user), ref(system), str()}, []*Variant{
			{Name: "UserMessage", JSON: "object", Keys: []string{"role", "text"}, Known: []string{"role", "text", "at"}, Consts: []Const{{"role", `"user"`}}},
			{Name: "SystemMessage", JSON: "object", Keys: []string{"role"}, Known: []string{"role"}, Consts: []Const{{"role", `"system"`}}},
			{Name: "String", JSON: "string"}}},
		{[]*model.Type{ref(color), of(model.Integer, ""), list(str())}, []*Variant{
			{Name: "Color", JSON: "string", Values: []string{"red", "blue"}}, {Name: "Int", JSON: "integer"}, {Name: "Strings", JSON: "array"}}},
		{[]*model.Type{str(), of(model.String, "uuid"), of(model.Boolean, "")}, []*Variant{{Name: "String", JSON: "string"}, {Name: "Bool", JSON: "boolean"}}},
		{[]*model.Type{list(of(model.Integer, "")), list(list(of(model.Integer, "")))}, []*Variant{
			{Name: "Ints", JSON: "array"}, {Name: "IntsLists", JSON: "array"}}},
		{[]*model.Type{ref(inner), str()}, []*Variant{
			{Name: "Inner", JSON: "object", Keys: []string{"role"}, Known: []string{"role", "text", "at"}}, {Name: "String", JSON: "string"}}},
	} {
		u := oneOf("message", test.types...)
		doc := api("GET /a getA a")
		doc.Schemas = []*model.Schema{role, user, system, color, inner, u}
		d, ok := builderOf(doc).decls[u].(*Union)
		if !ok {
			t.Fatalf("%v is no union", test.types)
		}
		if diff := cmp.Diff(test.want, d.Variants, cmpopts.IgnoreFields(Variant{}, "Spec", "Type", "Of")); diff != "" {
			t.Error(diff)
		}
		if d.Of != "MessageOf" {
			t.Errorf("wrapped by %s", d.Of)
		}
	}
}

// A union that is one type in Go is that type.
func TestUnionsThatAreNone(t *testing.T) {
	color := enum("color", "red")
	for _, test := range []struct {
		types []*model.Type
		want  string
	}{
		{[]*model.Type{str(), of(model.String, "uri")}, "string"},
		{[]*model.Type{str(), ref(color)}, "Color"},
		{[]*model.Type{of(model.Integer, "int64"), of(model.Integer, "long")}, "int64"},
	} {
		u := oneOf("u", test.types...)
		doc := api("GET /a getA a")
		doc.Schemas = []*model.Schema{color, u}
		if got := builderOf(doc).goType(ref(u), false).String(); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}
