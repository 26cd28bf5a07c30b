package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// file prints a file of the package: a resource with its methods and their params, then types.
func (p *printer) file(f *jen.File, file *sdk.File) {
	if r := file.Resource; r != nil {
		p.resource(f, r)
		for _, m := range r.Methods {
			p.method(f, m)
		}
		for _, m := range r.Methods {
			if m.Params != nil {
				p.params(f, m.Params)
			}
		}
	}
	for _, decl := range file.Types {
		p.decl(f, decl)
	}
	for _, w := range file.Webhooks {
		p.webhook(f, w)
	}
}

func (p *printer) decl(f *jen.File, decl sdk.Decl) {
	switch d := decl.(type) {
	case *sdk.Object:
		p.object(f, d)
	case *sdk.Enum:
		p.enum(f, d)
	case *sdk.Union:
		p.union(f, d)
	case *sdk.Alias:
		p.alias(f, d)
	default:
		p.fail("declaration of unknown kind %T", decl)
	}
}

// resource prints the struct that holds methods and sub-resources, and the function that makes it.
func (p *printer) resource(f *jen.File, r *sdk.Resource) {
	name := p.checked(r.Name)
	field := "client"
	if len(r.Methods) == 0 {
		field = ""
	}
	doc(f, declDoc(r.Doc))
	f.Type().Id(name).StructFunc(func(g *jen.Group) {
		if field != "" {
			g.Id(field).Op("*").Add(p.runtime("Client"))
		}
		for _, child := range r.Children {
			g.Add(p.id(child.Field)).Op("*").Add(p.id(child.Name))
		}
	})
	f.Line()
	if r.Home != nil && r.Home.Root == r {
		f.Comment(comment(ours("New returns the resource of a client, as the client's own field has it.")))
	}
	f.Func().Add(p.maker(r)).Params(jen.Id("c").Op("*").Add(p.runtime("Client"))).Op("*").Id(name).Block(
		jen.Return(jen.Op("&").Id(name).Add(p.tree(field, "c", r.Children))),
	)
	f.Line()
}
