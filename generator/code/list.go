package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// listMethods prints the iterator, the method for one page, and the request that both make.
func (p *printer) listMethods(f *jen.File, m *sdk.Method) {
	paging := m.Paging
	build := p.build(m, paging.Build)

	doc(f, methodDoc(m))
	f.Func().Add(p.receiver(m)).Add(p.id(m.Name)).Params(p.args(m, true)...).
		Qual("iter", "Seq2").Types(p.goType(paging.Item), jen.Error()).Block(
		jen.Return(p.runtime(listFunc(paging)).Types(p.goType(paging.ItemDecode)).Call(
			jen.Id("ctx"), p.core(m), build, p.paging(paging))))
	f.Line()

	doc(f, pageDoc(m))
	f.Func().Add(p.receiver(m)).Add(p.id(paging.Page)).Params(p.args(m, true)...).Add(p.results(m)).Block(
		p.send(m, pageSend(m), build))
	f.Line()
	if m.Stream != nil {
		p.streamMethod(f, m)
	}
	p.buildMethod(f, m, paging.Build)
}

// buildMethod prints the method that makes the request of several others.
func (p *printer) buildMethod(f *jen.File, m *sdk.Method, name sdk.Ident) {
	f.Func().Add(p.receiver(m)).Add(p.id(name)).Params(p.args(m, false)...).
		Op("*").Add(p.runtime("Request")).Block(append(p.request(m), jen.Return(jen.Id("req")))...)
	f.Line()
}

// build prints the call of the method that makes the request.
func (p *printer) build(m *sdk.Method, name sdk.Ident) *jen.Statement {
	return p.id(m.Resource.Receiver).Dot(p.checked(name)).Call(p.buildArgs(m)...)
}

// buildArgs are the arguments handed on to the method that makes the request.
func (p *printer) buildArgs(m *sdk.Method) []jen.Code {
	var args []jen.Code
	for _, arg := range m.Arguments() {
		args = append(args, p.id(arg.Name))
	}
	if m.Params != nil {
		args = append(args, jen.Id("params"))
	}
	return append(args, jen.Id("opts"))
}

// listFunc is the runtime's function: one yields pointers, the other values.
func listFunc(paging *sdk.Paging) string {
	if paging.Item.Shape == sdk.Ptr {
		return "List"
	}
	return "ListValues"
}

func pageSend(m *sdk.Method) string {
	if m.Result.Kind == sdk.ValueResult {
		return "SendValue"
	}
	return "Send"
}

// paging prints how a list goes on.
func (p *printer) paging(paging *sdk.Paging) jen.Code {
	var l literal
	for _, f := range []struct{ name, value string }{
		{"Items", paging.Items},
		{"NextURL", paging.NextURL},
		{"Cursor", paging.Cursor},
		{"CursorParam", string(paging.CursorParam)},
		{"LastItem", paging.LastItem},
		{"More", paging.More},
		{"Offset", string(paging.Offset)},
		{"Number", string(paging.Number)},
	} {
		if f.value != "" {
			l.lit(f.name, f.value)
		}
	}
	if paging.First != 0 {
		l.field("First", jen.Lit(paging.First), 2)
	}
	if paging.Size != "" {
		l.lit("Size", string(paging.Size))
	}
	if paging.MaxSize != 0 {
		l.field("MaxSize", jen.Lit(paging.MaxSize), 4)
	}
	if paging.Total != "" {
		l.lit("Total", paging.Total)
	}
	if paging.Link {
		l.field("Link", jen.True(), 4)
	}
	if l.size <= 40 {
		return p.runtime("Paging").Values(l.fields...)
	}
	return p.runtime("Paging").Add(l.row())
}
