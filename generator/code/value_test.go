package code

import (
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

func TestValue(t *testing.T) {
	builtin := func(name sdk.Ident) *sdk.Type { return &sdk.Type{Shape: sdk.Builtin, Name: name} }
	runtime := func(name sdk.Ident) *sdk.Type { return &sdk.Type{Shape: sdk.Runtime, Name: name} }
	nullable := func(t *sdk.Type) *sdk.Type { return &sdk.Type{Shape: sdk.Nullable, Elem: t} }
	kind := &sdk.Enum{Name: "Kind", Base: "string", Values: []*sdk.Value{{Spec: &model.Value{Wire: "cat"}, Name: "KindCat"}, {Spec: &model.Value{Wire: "dog"}, Name: "KindDog"}}}
	open := &sdk.Enum{Name: "Open", Base: "string"}
	names := &sdk.Alias{Name: "Names", Type: slice(stringType)}
	id := &sdk.Alias{Name: "ID", Type: stringType}
	pet := &sdk.Object{Name: "Pet", Fields: []*sdk.Field{
		{Name: "Kind", Type: named(kind), Required: true},
		{Name: "Age", Type: ptr(intType)},
		{Name: "Made", Type: timeType, Required: true, Prop: &model.Field{ReadOnly: true}},
	}}
	loop := &sdk.Object{Name: "Loop"}
	loop.Fields = []*sdk.Field{{Name: "Next", Type: ptr(named(loop)), Required: true}}
	either := &sdk.Union{Name: "Either", Of: "EitherOf", Variants: []*sdk.Variant{{Type: named(pet)}}}
	for _, test := range []struct {
		in   *sdk.Type
		want string
	}{
		{stringType, `"Tom"`},
		{intType, "1"},
		{builtin("bool"), "true"},
		{builtin("any"), `"Tom"`},
		{timeType, "time.Now()"},
		{ptr(stringType), `sdk.Ptr("Tom")`},
		{ptr(builtin("int64")), "sdk.Ptr(int64(1))"},
		{nullable(builtin("float64")), "sdk.Value(float64(1))"},
		{nullable(named(id)), `sdk.Value(app.ID("Tom"))`},
		{slice(stringType), `[]string{"name"}`},
		{&sdk.Type{Shape: sdk.Map, Elem: stringType}, "map[string]string{}"},
		{named(kind), "app.KindCat"},
		{named(open), `"name"`},
		{ptr(named(open)), `sdk.Ptr(app.Open("name"))`},
		{named(names), `app.Names{"name"}`},
		{named(pet), "app.Pet{Kind: app.KindCat}"},
		{ptr(named(pet)), "&app.Pet{Kind: app.KindCat}"},
		{slice(named(pet)), "[]app.Pet{{Kind: app.KindCat}}"},
		{named(loop), "app.Loop{Next: &app.Loop{Next: &app.Loop{Next: &app.Loop{}}}}"},
		{named(either), "app.EitherOf(app.Pet{Kind: app.KindCat})"},
		{runtime("Date"), "sdk.DateOf(time.Now())"},
		{runtime("Decimal"), `sdk.Decimal("1.5")`},
		{runtime("RFC2822"), "sdk.RFC2822{Time: time.Now()}"},
	} {
		p := &sdk.Package{Name: "app", Import: "example.com/app", Runtime: "example.com/sdk"}
		src, err := render(job{name: "x.go", test: true, pkg: p, print: func(p *printer, f *jen.File) {
			v := valuer{printer: p, name: "name", given: sdk.GivenBy(model.Facts{Examples: []*model.Example{{JSON: `"Tom"`, Valid: true}}})}
			f.Var().Id("v").Op("=").Add(v.value(test.in))
		}})
		if err != nil {
			t.Errorf("%s: %v", test.in, err)
			continue
		}
		_, got, _ := strings.Cut(string(src), "\nvar v = ")
		got = strings.Join(strings.Fields(got), " ")
		got = strings.NewReplacer("{ ", "{", ", }", "}").Replace(got)
		if got != test.want {
			t.Errorf("value of %s: got %s, want %s", test.in, got, test.want)
		}
	}
}

// What the document shows of a body stands in its sample, if it fits.
func TestGivenValue(t *testing.T) {
	kind := &sdk.Enum{Name: "Kind", Base: "string", Values: []*sdk.Value{{Spec: &model.Value{Wire: "cat"}, Name: "KindCat"}, {Spec: &model.Value{Wire: "dog"}, Name: "KindDog"}}}
	field := func(name sdk.Ident, wire model.Wire, t *sdk.Type) *sdk.Field {
		return &sdk.Field{Name: name, Wire: wire, Type: t, Prop: &model.Field{}}
	}
	pet := &sdk.Object{Name: "Pet", Fields: []*sdk.Field{
		field("Kind", "kind", ptr(named(kind))), field("Age", "age", ptr(intType)), field("Names", "names", slice(stringType)), field("Made", "made", ptr(timeType)),
	}}
	given := sdk.GivenBy(model.Facts{Examples: []*model.Example{{Valid: true, JSON: `{"kind":"dog","age":-3,"names":["a","b"],"made":"2026-01-31T10:00:00Z"}`}}})
	p := &sdk.Package{Name: "app", Import: "example.com/app", Runtime: "example.com/sdk"}
	src, err := render(job{name: "x.go", test: true, pkg: p, print: func(p *printer, f *jen.File) {
		v := valuer{printer: p, name: "name", given: given}
		f.Var().Id("v").Op("=").Add(v.value(named(pet)))
	}})
	_, got, _ := strings.Cut(string(src), "\nvar v = ")
	want := `app.Pet{ Kind: sdk.Ptr(app.KindDog), Age: sdk.Ptr(-3), Names: []string{"a", "b"}, }`
	if got = strings.Join(strings.Fields(got), " "); err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestIDOfAPattern(t *testing.T) {
	from := func(pattern string) *model.Type { return &model.Type{Limits: &model.Limits{Pattern: pattern}} }
	for _, test := range []struct{ pattern, want string }{
		{"^KS[0-9a-fA-F]{4}$", "KSXXXX"},
		{"^.*$", "sid"},
		{"", "sid"},
	} {
		if got := (valuer{from: from(test.pattern)}).text("sid"); got != test.want {
			t.Errorf("text of %q = %q, want %q", test.pattern, got, test.want)
		}
	}
}
