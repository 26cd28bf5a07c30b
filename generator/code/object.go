package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// object prints a schema's struct, and its JSON methods where encoding/json alone cannot carry it.
func (p *printer) object(f *jen.File, o *sdk.Object) {
	fields := o.Fields
	if o.Extra != nil {
		fields = append(fields[:len(fields):len(fields)], o.Extra)
	}
	doc(f, declDoc(o.Doc))
	f.Type().Add(p.id(o.Name)).Add(p.fields(fields))
	f.Line()
	if o.Custom {
		p.objectJSON(f, o.Name)
	}
	if o.Redacted {
		p.redaction(f, o.Name)
	}
}

// params prints the struct of a method's named params.
func (p *printer) params(f *jen.File, params *sdk.Params) {
	doc(f, declDoc(params.Doc))
	f.Type().Add(p.id(params.Name)).Add(p.fields(params.Fields))
	f.Line()
	if params.Redacted {
		p.redaction(f, params.Name)
	}
}

// fields prints a struct type. Fields with long comments stand apart.
func (p *printer) fields(fields []*sdk.Field) jen.Code {
	docs := make([][]line, len(fields))
	apart := false
	for i, field := range fields {
		docs[i] = fieldDoc(field.Doc)
		apart = apart || len(docs[i]) > 2
	}
	return jen.StructFunc(func(g *jen.Group) {
		for i, field := range fields {
			if apart && i > 0 && len(docs[i])+len(docs[i-1]) > 0 {
				g.Line()
			}
			if len(docs[i]) > 0 {
				g.Comment(comment(docs[i]))
			}
			g.Add(p.id(field.Name)).Add(p.goType(field.Type)).Add(p.tag(field.Tags))
		}
	})
}

// objectJSON prints methods that hand the struct to the runtime, which goes by its fields alone.
func (p *printer) objectJSON(f *jen.File, name sdk.Ident) {
	self := p.checked(sdk.Receiver(name, "data"))
	f.Comment(comment(ours("MarshalJSON writes the keys that struct tags cannot name along with the others.")))
	f.Func().Params(jen.Id(self).Add(p.id(name))).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Add(
		oneLiner(jen.Return(p.runtime("MarshalObject").Call(jen.Id(self)))))
	f.Line()
	f.Comment(comment(ours("UnmarshalJSON is the reverse of MarshalJSON.")))
	f.Func().Params(jen.Id(self).Op("*").Add(p.id(name))).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Add(
		oneLiner(jen.Return(p.runtime("UnmarshalObject").Call(jen.Id("data"), jen.Id(self)))))
	f.Line()
}
