package code

import (
	"strconv"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// enum prints an open type, its constants, the list of them, and the question whether a value is one. The list is a
// variable, because that is data: as a literal in a function it would be code, and as much again wherever that is inlined.
func (p *printer) enum(f *jen.File, e *sdk.Enum) {
	doc(f, declDoc(e.Doc))
	f.Type().Add(p.id(e.Name)).Add(p.id(e.Base))
	f.Line()
	if len(e.Values) == 0 {
		return
	}
	p.constants(f, e)

	values, all := p.checked(e.List), "valuesOf"+p.checked(e.Name)
	f.Comment(comment(ours(values + " lists the values.")))
	f.Func().Id(values).Params().Index().Add(p.id(e.Name)).Add(oneLiner(
		jen.Return(jen.Append(jen.Index().Add(p.id(e.Name)).Call(jen.Nil()), jen.Id(all).Op("...")))))
	f.Line()

	self := p.checked(sdk.Receiver(e.Name))
	f.Comment(comment(ours("Known tells whether the document names the value.")))
	f.Func().Params(jen.Id(self).Add(p.id(e.Name))).Id("Known").Params().Bool().Add(oneLiner(
		jen.Return(p.runtime("Known").Call(jen.Id(self), jen.Op("&").Id(all)))))
	f.Line()

	f.Var().Id(all).Op("=").Index().Add(p.id(e.Name)).Add(p.values(e))
	f.Line()
}

func (p *printer) constants(f *jen.File, e *sdk.Enum) {
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range e.Values {
			if lines := fieldDoc(v.Doc); len(lines) > 0 {
				g.Comment(comment(lines))
			}
			g.Add(p.id(v.Name)).Add(p.id(e.Name)).Op("=").Add(p.constant(e.Base, v))
		}
	})
	f.Line()
}

// constant prints a value as an untyped constant.
func (p *printer) constant(base sdk.Ident, v *sdk.Value) jen.Code {
	wire := v.Spec.Wire
	switch base {
	case "string":
		return jen.Lit(wire)
	case "bool":
		return jen.Lit(wire == "true")
	case "float64", "float32":
		if x, err := strconv.ParseFloat(wire, 64); err == nil {
			return jen.Lit(x)
		}
	default:
		if n, err := strconv.ParseInt(wire, 10, 64); err == nil {
			return jen.Op(strconv.FormatInt(n, 10))
		}
		if n, err := strconv.ParseUint(wire, 10, 64); err == nil {
			return jen.Op(strconv.FormatUint(n, 10))
		}
	}
	p.fail("%s: value %q is no %s", v.Name, wire, base)
	return jen.Lit(0)
}

// values prints the items of an enum's list: its constants, or the bare values where those do not fit
// a row: their names would fill pages.
func (p *printer) values(e *sdk.Enum) jen.Code {
	names := make([]cell, len(e.Values))
	for i, v := range e.Values {
		names[i] = cell{p.id(v.Name), len(v.Name)}
	}
	if len(rows(names, rowWidth)) == 1 {
		return list(names, rowWidth)
	}
	bare := make([]cell, len(e.Values))
	for i, v := range e.Values {
		bare[i] = cell{p.constant(e.Base, v), len(strconv.Quote(v.Spec.Wire))}
	}
	return list(bare, rowWidth)
}
