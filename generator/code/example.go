package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// examples prints example_test.go: a call of each resource of the package. Without an Output comment go
// test compiles them and go doc shows them, but nothing runs.
func (p *printer) examples(f *jen.File) {
	if p.home != nil {
		f.Anon(p.home.Import) // go vet looks for the examples' subjects there
	}
	for _, r := range p.pkg.Resources() {
		if m := typical(r); m != nil && r.Home == p.home {
			p.example(f, m)
		}
	}
}

// typical is the method that shows a resource best: one that creates, else one that reads, else its first.
func typical(r *sdk.Resource) *sdk.Method {
	var best *sdk.Method
	for _, m := range r.Methods {
		switch {
		case m.Name == "Create":
			return m
		case best == nil, m.Spec.Method == "GET" && best.Spec.Method != "GET":
			best = m
		}
	}
	return best
}

func (p *printer) example(f *jen.File, m *sdk.Method) {
	var options []jen.Code
	if p.pkg.Client.BaseURL == "" {
		options = append(options, p.runtime("WithBaseURL").Call(jen.Lit("https://api.example.com")))
	}
	body := []jen.Code{jen.Id("client").Op(":=").Qual(p.pkg.Import, "New").Call(options...)}
	f.Func().Id("Example" + p.checked(m.Resource.Name) + "_" + p.checked(m.Name)).Params().Block(
		append(body, p.exampleCall(m)...)...)
	f.Line()
}

// exampleCall prints a call with its required arguments, and what is done with the result.
func (p *printer) exampleCall(m *sdk.Method) []jen.Code {
	args := []jen.Code{jen.Qual("context", "Background").Call()}
	for _, arg := range m.Arguments() {
		v := valuer{printer: p, name: string(arg.Name)}
		if arg.Spec != nil {
			v.given, v.from = sdk.GivenBy(arg.Spec.Facts), arg.Spec.Type
		} else if arg == m.Body {
			v.given = m.Given()
		}
		args = append(args, v.value(arg.Type))
	}
	if m.Params != nil {
		args = append(args, p.outer(m.Resource.Home, m.Params.Name).Add(p.exampleFields(m.Params.Fields, m.Given(), 0)))
	}
	call := jen.Id("client")
	for _, field := range fieldsTo(m.Resource) {
		call.Dot(p.checked(field))
	}
	call.Dot(p.checked(m.Name)).Call(args...)
	return resultOf(m, call)
}

// fieldsTo are the fields that lead from the client to a resource.
func fieldsTo(r *sdk.Resource) []sdk.Ident {
	if r.Parent == nil {
		return []sdk.Ident{r.Field}
	}
	return append(fieldsTo(r.Parent), r.Field)
}

// resultOf prints what an example does with a call's result.
func resultOf(m *sdk.Method, call jen.Code) []jen.Code {
	err := jen.Id("err")
	fatal := jen.If(err.Clone().Op("!=").Nil()).Block(jen.Qual("log", "Fatal").Call(err))
	show := func(name string) jen.Code { return jen.Qual("fmt", "Println").Call(jen.Id(name)) }
	switch {
	case m.Paging != nil || m.Result.Kind == sdk.EventsResult || m.Result.Kind == sdk.LinesResult:
		return []jen.Code{jen.For(jen.List(jen.Id("item"), err).Op(":=").Range().Add(call)).Block(fatal, show("item"))}
	case m.Result.Kind == sdk.NoResult:
		return []jen.Code{jen.If(err.Clone().Op(":=").Add(call), err.Clone().Op("!=").Nil()).Block(
			jen.Qual("log", "Fatal").Call(err))}
	case m.Result.Kind == sdk.StreamResult:
		closing := jen.Defer().Id("result").Dot("Close").Call()
		return []jen.Code{jen.List(jen.Id("result"), err).Op(":=").Add(call), fatal, closing}
	}
	return []jen.Code{jen.List(jen.Id("result"), err).Op(":=").Add(call), fatal, show("result")}
}
