package code

import (
	"testing"

	"github.com/sdkc/sdkc/generator/sdk"
)

func TestItemsOf(t *testing.T) {
	builtin := func(name sdk.Ident) *sdk.Type { return &sdk.Type{Shape: sdk.Builtin, Name: name} }
	names := &sdk.Alias{Name: "Names", Type: slice(builtin("string"))}
	for _, test := range []struct {
		in   *sdk.Type
		want string
	}{
		{builtin("string"), ""},
		{slice(builtin("string")), "string"},
		{slice(builtin("int64")), "integer"},
		{slice(builtin("float64")), "number"},
		{slice(builtin("bool")), "boolean"},
		{slice(builtin("any")), ""},
		{slice(slice(builtin("int"))), "array"},
		{slice(slice(builtin("byte"))), "string"},
		{slice(ptr(builtin("string"))), ""},
		{slice(&sdk.Type{Shape: sdk.Map, Elem: builtin("any")}), "object"},
		{slice(named(&sdk.Object{Name: "Pet"})), "object"},
		{slice(named(&sdk.Enum{Name: "Kind", Base: "int64"})), "integer"},
		{slice(named(&sdk.Union{Name: "Either"})), ""},
		{named(names), "string"},
		{slice(named(names)), "array"},
	} {
		if got := itemsOf(test.in); got != test.want {
			t.Errorf("itemsOf(%s) = %q, want %q", test.in, got, test.want)
		}
	}
}
