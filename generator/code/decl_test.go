package code

import (
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

func TestDecl(t *testing.T) {
	pet := &sdk.Object{Name: "Pet"}
	value := func(name sdk.Ident, wire string) *sdk.Value {
		return &sdk.Value{Name: name, Spec: &model.Value{Wire: wire}}
	}
	for _, test := range []struct {
		name string
		in   sdk.Decl
		want string
	}{
		{"another name", &sdk.Alias{Name: "Animal", Type: named(pet)}, `type Animal = Pet`},
		{"a list", &sdk.Alias{Name: "Pets", Type: slice(named(pet))}, `type Pets []Pet`},
		{"a scalar", &sdk.Alias{Name: "Name", Type: stringType}, `type Name string`},
		{"a time keeps its methods", &sdk.Alias{Name: "Born", Type: timeType}, `type Born = time.Time`},
		{"a type of the runtime", &sdk.Alias{Name: "Day", Type: &sdk.Type{Shape: sdk.Runtime, Name: "Date"}}, `type Day = sdk.Date`},
		{"nullable in a map", &sdk.Alias{Name: "Ages", Type: &sdk.Type{Shape: sdk.Map, Elem: &sdk.Type{Shape: sdk.Nullable, Elem: intType}}}, `type Ages map[string]sdk.Nullable[int]`},
		{"tags of any text", &sdk.Object{Name: "Odd", Fields: []*sdk.Field{
			{Name: "A", Type: stringType, Tags: []sdk.Tag{{Key: "json", Value: "-"}, {Key: "wire", Value: `a,"b"\`}}},
			{Name: "B", Type: stringType, Tags: []sdk.Tag{{Key: "query", Value: "`"}}},
			{Name: "C", Type: stringType, Tags: []sdk.Tag{{Key: "query", Value: "x\u202e\n"}}},
		}}, "type Odd struct {\n\tA string `json:\"-\" wire:\"a,\\\"b\\\"\\\\\"`\n\tB string \"query:\\\"`\\\"\"\n\tC string `query:\"x\\u202e\\n\"`\n}"},
		{"an enum of integers", &sdk.Enum{Name: "Code", Base: "int64", List: "CodeValues", Values: []*sdk.Value{
			value("Code1", "1"), value("CodeMinus2", "-2"), value("Code7", "007"),
		}}, `type Code int64

const (
	Code1      Code = 1
	CodeMinus2 Code = -2
	Code7      Code = 7
)

// CodeValues lists the values.
func CodeValues() []Code { return append([]Code(nil), valuesOfCode...) }

// Known tells whether the document names the value.
func (c Code) Known() bool { return sdk.Known(c, &valuesOfCode) }

var valuesOfCode = []Code{Code1, CodeMinus2, Code7}`},
		{"an enum without values", &sdk.Enum{Name: "None", Base: "string"}, `type None string`},
	} {
		src, err := render(job{name: "x.go", pkg: sessions("", "", ""), print: func(p *printer, f *jen.File) { p.decl(f, test.in) }})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		_, decl, _ := strings.Cut(string(src), "\ntype ")
		if diff := cmp.Diff(test.want, "type "+strings.TrimSpace(decl)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
