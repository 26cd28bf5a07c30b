package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// redaction prints the methods by which fmt and slog print a struct without personal data.
func (p *printer) redaction(f *jen.File, name sdk.Ident) {
	self := p.checked(sdk.Receiver(name))
	text := p.runtime("Redact").Call(jen.Id(self))
	method := func(method string, result, body jen.Code) {
		f.Func().Params(jen.Id(self).Add(p.id(name))).Id(method).Params().Add(result).Block(jen.Return(body))
		f.Line()
	}
	f.Comment(comment(ours("String hides personal data: fields tagged pii.")))
	method("String", jen.String(), text)
	f.Comment(comment(ours("GoString hides them from %#v.")))
	method("GoString", jen.String(), text)
	f.Comment(comment(ours("LogValue hides them from slog.")))
	method("LogValue", jen.Qual("log/slog", "Value"), jen.Qual("log/slog", "StringValue").Call(text))
}
