package sdk

import (
	"testing"

	"github.com/sdkc/sdkc/generator/model"
)

func given(json string) *Given {
	return GivenBy(model.Facts{Examples: []*model.Example{{JSON: json, Valid: true}}})
}

func TestGivenNumber(t *testing.T) {
	for _, test := range []struct {
		json string
		of   Ident
		want string
	}{
		{"5", "int", "5"}, {"-5", "int64", "-5"}, {"3000000000", "int32", ""}, {"5.5", "int", ""}, {`"5"`, "int", ""}, {"1e2", "int", ""},
		{"1.50", "float64", "1.5"}, {"1e400", "float64", ""}, {"null", "float64", ""}, {"5", "string", ""}, {"5", "any", ""},
	} {
		if got, ok := given(test.json).Number(test.of); ok != (test.want != "") || ok && got != test.want {
			t.Errorf("%s of %s: %q, %t, want %q", test.json, test.of, got, ok, test.want)
		}
	}
}

// What fits is shown, what does not is left out unless it must be given.
func TestGivenFields(t *testing.T) {
	word, number := &Type{Shape: Builtin, Name: "string"}, &Type{Shape: Builtin, Name: "int"}
	mode := &Enum{Name: "Mode", Values: []*Value{{Spec: &model.Value{Wire: "on"}}}}
	inner := &Object{Fields: []*Field{{Name: "X", Wire: "x", Type: word, Required: true, Prop: &model.Field{}}}}
	field := func(name model.Wire, t *Type) *Field {
		return &Field{Name: Ident(name), Wire: name, Type: t, Prop: &model.Field{}}
	}
	must := field("must", word)
	must.Required = true
	readOnly := field("id", word)
	readOnly.Prop.ReadOnly = true
	fields := []*Field{
		must, readOnly, field("word", &Type{Shape: Ptr, Elem: word}), field("empty", word), field("absent", word), field("bent", number),
		field("mode", &Type{Shape: Ptr, Elem: &Type{Shape: Named, Decl: mode}}), field("odd", &Type{Shape: Named, Decl: mode}),
		field("list", &Type{Shape: Slice, Elem: number}), field("mixed", &Type{Shape: Slice, Elem: number}), field("none", &Type{Shape: Slice, Elem: number}),
		field("in", &Type{Shape: Named, Decl: inner}), field("hollow", &Type{Shape: Named, Decl: inner}),
		{Name: "Query", Wire: "query", Type: word, Param: &model.Param{}},
	}
	g := given(`{"id":"1","word":"w","empty":"","bent":"5","mode":"on","odd":"off","list":[1,2,3,4],"mixed":[1,"2"],"none":[],"in":{"x":"y"},"hollow":{},"query":"q"}`)
	got := ""
	for _, f := range g.Fields(fields) {
		got += string(f.Name) + " "
	}
	if want := "must word mode list in "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := len(g.Member("list").Items()); got != 3 {
		t.Errorf("%d items", got)
	}
	var none *Given
	if got := len(none.Fields(fields)); got != 1 {
		t.Errorf("without an example %d fields", got)
	}
}
