package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// union prints a struct that holds one of several types, its constructor and its JSON methods.
func (p *printer) union(f *jen.File, u *sdk.Union) {
	self := p.checked(sdk.Receiver(u.Name, "data", "v"))
	doc(f, declDoc(u.Doc))
	f.Type().Add(p.id(u.Name)).Id("struct").Add(oneLiner(jen.Id("v").Any()))
	f.Line()
	p.unionOf(f, u)

	f.Comment(comment(p.variantDoc(u)))
	f.Func().Params(jen.Id(self).Add(p.id(u.Name))).Id("Variant").Params().Any().Add(
		oneLiner(jen.Return(jen.Id(self).Dot("v"))))
	f.Line()

	f.Comment(comment(ours("MarshalJSON writes the variant; without one, null.")))
	f.Func().Params(jen.Id(self).Add(p.id(u.Name))).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Add(
		oneLiner(jen.Return(p.runtime("EncodeVariant").Call(jen.Id(self).Dot("v")))))
	f.Line()

	f.Comment(comment(ours("UnmarshalJSON chooses the variant that fits the data.")))
	f.Func().Params(jen.Id(self).Op("*").Add(p.id(u.Name))).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Return(p.runtime("DecodeUnion").Call(
			jen.Id("data"), jen.Lit(string(u.Tag)), jen.Id(matchesOf(u)), jen.Op("&").Id(self).Dot("v"))))
	f.Line()
	p.matches(f, u)
}

// unionOf prints the constructor, which takes no other type than the variants.
func (p *printer) unionOf(f *jen.File, u *sdk.Union) {
	name := p.checked(u.Of)
	var terms []cell
	seen := map[string]bool{}
	for _, v := range u.Variants {
		if key := underlying(v.Type); !seen[key] { // terms must not overlap
			seen[key] = true
			terms = append(terms, cell{p.goType(v.Type), len(v.Type.String()) + 1})
		}
	}
	f.Comment(comment(ours(name + " holds a variant; a value of any other type does not compile.")))
	f.Func().Id(name).Types(jen.Id("T").Add(anyOf(terms))).Params(jen.Id("v").Id("T")).Add(p.id(u.Name)).Block(
		jen.Return(p.id(u.Name).Values(p.runtime("Variant").Call(jen.Id("v")))),
	)
	f.Line()
}

// anyOf prints the terms of a constraint, on several lines if they are many.
func anyOf(terms []cell) jen.Code {
	all := wrapCells(terms, rowWidth)
	lines := make([]jen.Code, len(all))
	for i, row := range all {
		lines[i] = jen.Union(row...)
	}
	return jen.Custom(jen.Options{Separator: "|\n"}, lines...)
}

// underlying spells a type with the aliases in it resolved, so that equal types are spelled alike.
func underlying(t *sdk.Type) string {
	if t.Shape == sdk.Named {
		if a, ok := t.Decl.(*sdk.Alias); ok && a.Same() {
			return underlying(a.Type)
		}
	}
	if t.Elem != nil {
		own := *t
		own.Elem = &sdk.Type{Shape: sdk.Builtin, Name: sdk.Ident(underlying(t.Elem))}
		return own.String()
	}
	return t.String()
}

// matches prints how the variants are known: a variable, because the compiler lays it out once, while
// a literal in the method would be built at each call.
func (p *printer) matches(f *jen.File, u *sdk.Union) {
	all := make([]jen.Code, len(u.Variants))
	for i, v := range u.Variants {
		all[i] = p.match(v)
	}
	f.Var().Id(matchesOf(u)).Op("=").Index().Add(p.runtime("Match")).Add(lines(all))
	f.Line()
}

func matchesOf(u *sdk.Union) string { return "matchesOf" + string(u.Name) }

// match prints a variant's type and how it is known: a struct by its own tags, a union by its own variants.
func (p *printer) match(v *sdk.Variant) jen.Code {
	l := literal{columns: 100}
	l.field("Type", jen.Parens(jen.Op("*").Add(p.goType(v.Type))).Parens(jen.Nil()), len(v.Type.String())+8)
	if v.Of != nil {
		l.list("Tags", v.Tags)
		l.field("Of", jen.Op("&").Id(matchesOf(v.Of)), len(v.Of.Name)+12)
		if v.Of.Tag != "" {
			l.lit("Tag", string(v.Of.Tag))
		}
		return l.code()
	}
	object := isObject(v.Type)
	if v.JSON != "" && !object {
		l.lit("JSON", v.JSON)
	}
	if items := itemsOf(v.Type); items != "" {
		l.lit("Items", items)
	}
	l.list("Tags", v.Tags)
	if !object {
		l.list("Keys", v.Keys)
		l.list("Known", v.Known)
	}
	l.list("Values", v.Values)
	if len(v.Consts) > 0 {
		l.field("Consts", p.consts(v.Consts), 40*len(v.Consts))
	}
	if v.Named.Key != "" {
		l.field("Named", p.runtime("Const").Add(member(v.Named)), 40)
	}
	return l.code()
}

// list adds a field that is a list, unless it is empty.
func (l *literal) list(name string, all []string) {
	if len(all) > 0 {
		l.field(name, stringList(all, rowWidth), listSize(all))
	}
}

func listSize(all []string) int {
	size := len("[]string{}")
	for _, s := range all {
		size += len(s) + 4
	}
	return size
}

func (p *printer) consts(all []sdk.Const) jen.Code {
	items := make([]jen.Code, len(all))
	for i, c := range all {
		items[i] = member(c)
	}
	return jen.Index().Add(p.runtime("Const")).Values(items...)
}

func member(c sdk.Const) *jen.Statement {
	return jen.Values(jen.Id("Key").Op(":").Lit(c.Key), jen.Id("JSON").Op(":").Add(raw(c.JSON)))
}
