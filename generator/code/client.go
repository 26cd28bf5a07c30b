package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// client prints client.go: the package's doc, Client, New, Do and the options of client params.
func (p *printer) client(f *jen.File) {
	f.PackageComment(comment(p.packageDoc()))
	p.servers(f)
	p.clientType(f)
	p.newFunc(f)
	p.doMethod(f)
	for _, param := range p.pkg.Client.Params {
		p.paramOption(f, param)
	}
}

// servers prints the base URLs that the document offers, where it offers several.
func (p *printer) servers(f *jen.File) {
	servers := p.pkg.Client.Servers
	if len(servers) == 0 {
		return
	}
	f.Comment(comment(ours("Base URLs, for [sdk.WithBaseURL].")))
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, s := range servers {
			if lines := fieldDoc(sdk.Doc{Lead: s.Spec.Doc}); len(lines) > 0 {
				g.Comment(comment(lines))
			}
			g.Add(p.id(s.Name)).Op("=").Lit(s.URL)
		}
	})
	f.Line()
}

func (p *printer) clientType(f *jen.File) {
	f.Comment(comment(ours("A Client calls the API. It is made by [New] and safe for concurrent use.")))
	f.Type().Id("Client").StructFunc(func(g *jen.Group) {
		g.Id("core").Op("*").Add(p.runtime("Client"))
		for _, r := range p.pkg.Roots {
			g.Add(p.id(r.Field)).Op("*").Add(p.outer(r.Home, r.Name))
		}
	})
	f.Line()
}

func (p *printer) newFunc(f *jen.File) {
	f.Comment(comment(p.newDoc()))
	f.Func().Id("New").Params(jen.Id("opts").Op("...").Add(p.runtime("Option"))).Op("*").Id("Client").Block(
		jen.Id("core").Op(":=").Add(p.runtime("NewClient")).Call(p.config(), jen.Id("opts").Op("...")),
		jen.Return(jen.Op("&").Id("Client").Add(p.tree("core", "core", p.pkg.Roots))),
	)
	f.Line()
}

// tree prints the fields of a client or resource: {core: core, Services: newServices(core)}.
// A resource without methods needs no client of its own: field is empty then.
func (p *printer) tree(field, core string, children []*sdk.Resource) jen.Code {
	l := literal{columns: 80}
	if field != "" {
		l.field(field, jen.Id(core), len(core))
	}
	for _, r := range children {
		l.field(p.checked(r.Field), p.maker(r).Call(jen.Id(core)), len("new()")+len(r.Name)+len(core))
	}
	return l.code()
}

// maker is the function that makes a resource: New where it has a package of its own.
func (p *printer) maker(r *sdk.Resource) *jen.Statement {
	if r.Home != nil && r.Home.Root == r {
		return p.outer(r.Home, "New")
	}
	return jen.Id("new" + p.checked(r.Name))
}

// config prints what the runtime's client must know of the API, a fact a line.
func (p *printer) config() jen.Code {
	c := p.pkg.Client
	l := literal{}
	if c.Template != "" {
		l.lit("BaseURL", c.Template)
	}
	if len(c.Variables) > 0 {
		l.field("Variables", jen.Index().Add(p.runtime("Variable")).Add(variables(c.Variables)), 0)
	}
	if len(c.Hosts) > 0 {
		l.field("Hosts", stringList(c.Hosts, rowWidth), 0)
	}
	l.lit("UserAgent", oneLine(c.UserAgent))
	if len(c.Schemes) > 0 {
		l.field("Schemes", jen.Index().Add(p.runtime("Scheme")).Add(p.schemes(c)), 0)
	}
	if c.Security != nil {
		l.field("Security", p.security(c.Security), 0)
	}
	if c.KeyHeader != "" {
		l.field("IdempotencyKeys", jen.True(), 4)
		if c.KeyHeader != "Idempotency-Key" {
			l.lit("IdempotencyHeader", c.KeyHeader)
		}
	}
	if len(c.Params) > 0 {
		l.field("Params", jen.Index().Add(p.runtime("ClientParam")).Add(p.clientParams(c.Params)), 0)
	}
	return p.runtime("Config").Add(l.code())
}

func (p *printer) schemes(c *sdk.Client) jen.Code {
	items := make([]jen.Code, len(c.Schemes))
	for i, s := range c.Schemes {
		items[i] = p.scheme(s)
	}
	if len(items) == 1 {
		return jen.Values(items...)
	}
	return lines(items)
}

func variables(all []*sdk.Variable) jen.Code {
	items := make([]jen.Code, len(all))
	for i, v := range all {
		l := literal{columns: 100}
		l.lit("Name", v.Name)
		if v.Default != "" {
			l.lit("Default", v.Default)
		}
		if len(v.Values) > 0 {
			l.field("Values", stringList(v.Values, rowWidth), listSize(v.Values))
		}
		if v.Env != "" {
			l.lit("Env", v.Env)
		}
		items[i] = l.code()
	}
	if len(items) == 1 {
		return jen.Values(items...)
	}
	return lines(items)
}

func (p *printer) clientParams(all []*sdk.ClientParam) jen.Code {
	items := make([]jen.Code, len(all))
	for i, c := range all {
		l := literal{columns: 100}
		l.lit("Name", string(c.Spec.Name))
		if c.Default == "username" {
			l.field("FromUser", jen.True(), 4)
		}
		items[i] = l.code()
	}
	if len(items) == 1 {
		return jen.Values(items...)
	}
	return lines(items)
}

func (p *printer) doMethod(f *jen.File) {
	f.Comment(comment(ours("Do sends a request that this package has no method for, with the client's base URL, credentials " +
		"and retries, and decodes a JSON answer into out; nil discards it.")))
	f.Func().Params(jen.Id("c").Op("*").Id("Client")).Id("Do").Params(
		jen.Id("ctx").Qual("context", "Context"),
		jen.Id("req").Op("*").Add(p.runtime("Request")),
		jen.Id("out").Any(),
	).Error().Block(
		jen.Return(jen.Id("c").Dot("core").Dot("Do").Call(jen.Id("ctx"), jen.Id("req"), jen.Id("out"))),
	)
	f.Line()
}

func (p *printer) paramOption(f *jen.File, c *sdk.ClientParam) {
	f.Comment(comment(p.optionDoc(c)))
	f.Func().Add(p.id(c.Option)).Params(jen.Id("value").String()).Add(p.runtime("Option")).Block(
		jen.Return(p.runtime("WithParam").Call(jen.Lit(string(c.Spec.Name)), jen.Id("value"))),
	)
	f.Line()
}
