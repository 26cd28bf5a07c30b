package code

import (
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

func TestPrintRefusesWhatIsNoName(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(*sdk.Package)
		want  string
	}{
		{"a type", func(p *sdk.Package) { object(p).Name = "A B" }, `"A B" is no exported Go identifier`},
		{"a field", func(p *sdk.Package) { object(p).Fields[0].Name = "X;init()" }, `sessions.go: "X;init()" is no Go identifier`},
		{"a keyword", func(p *sdk.Package) { p.Roots[0].Children[0].Methods[0].Args[0].Name = "type" }, `argument "type" hides a name`},
		{"an argument", func(p *sdk.Package) { p.Roots[0].Children[0].Methods[0].Args[0].Name = "ctx" }, `Sessions.Create: argument "ctx" hides a name`},
		{"a builtin type", func(p *sdk.Package) { object(p).Fields[0].Type = &sdk.Type{Shape: sdk.Builtin, Name: "a.b"} }, `"a.b" is no Go identifier`},
		{"a tag's key", func(p *sdk.Package) { object(p).Fields[0].Tags[0].Key = `a"` }, `"a\"" is no key of a struct tag`},
		{"a package", func(p *sdk.Package) { p.Name = "a-b" }, `"a-b" is no package name`},
		{"a shape", func(p *sdk.Package) { object(p).Fields[0].Type = &sdk.Type{} }, `type of unknown shape ""`},
		{"a name twice", func(p *sdk.Package) { object(p).Name = "Sessions" }, `Sessions is declared twice`},
		{"a name made of another", func(p *sdk.Package) { object(p).Name = "SessionStatusValues" }, `SessionStatusValues is declared twice`},
	} {
		p := sessions("Text.", "Wire", "other")
		test.spoil(p)
		files, err := Print(p, stamp, 1)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %d files and error %v, want %s", test.name, len(files), err, test.want)
		}
	}
}

func object(p *sdk.Package) *sdk.Object { return p.Files[1].Types[0].(*sdk.Object) }

func TestRenderShowsWhatDoesNotParse(t *testing.T) {
	_, err := render(job{name: "x.go", pkg: sessions("", "", ""), print: func(_ *printer, f *jen.File) {
		f.Var().Id("a b c")
	}})
	want := "x.go: printed Go does not parse: 6:9: expected ';', found c"
	if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "    6  var a b c\n") {
		t.Errorf("got %v, want %s and the line", err, want)
	}
}

func TestPanicsAreErrors(t *testing.T) {
	_, err := renderSafely(job{name: "x.go", pkg: sessions("", "", ""), print: func(*printer, *jen.File) { panic("odd") }})
	if err == nil || !strings.HasPrefix(err.Error(), "x.go: odd\ngoroutine ") {
		t.Errorf("got %v, want the panic and its stack", err)
	}
}
