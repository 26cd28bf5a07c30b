package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// twoMethods prints the methods of an operation that answers as a stream too, and the request that both make.
func (p *printer) twoMethods(f *jen.File, m *sdk.Method) {
	doc(f, methodDoc(m))
	name := p.sender(m)
	f.Func().Add(p.receiver(m)).Add(p.id(m.Name)).Params(p.args(m, true)...).Add(p.results(m)).Block(
		p.send(m, name, p.build(m, m.Stream.Build)))
	f.Line()
	p.streamMethod(f, m)
	p.buildMethod(f, m, m.Stream.Build)
}

// streamMethod prints the method that asks for the stream.
func (p *printer) streamMethod(f *jen.File, m *sdk.Method) {
	s := m.Stream
	doc(f, streamDoc(m))
	body := p.askForStream(m)
	req := jen.Code(p.build(m, s.Build))
	if accept(m.Result) != "" || s.Result.Accept != "text/event-stream" {
		body = append(body, jen.Id("req").Op(":=").Add(req), jen.Id("req").Dot("Accept").Call(jen.Lit(s.Result.Accept)))
		req = jen.Id("req")
	}
	name := "SendEvents"
	if s.Result.Kind == sdk.LinesResult {
		name = "SendLines"
	}
	body = append(body, jen.Return(p.runtime(name).Types(p.goType(s.Result.Type)).Call(jen.Id("ctx"), p.core(m), req)))
	f.Func().Add(p.receiver(m)).Add(p.id(s.Name)).Params(p.args(m, true)...).
		Qual("iter", "Seq2").Types(p.goType(s.Result.Type), jen.Error()).Block(body...)
	f.Line()
}

// askForStream sets the field of the request that asks for a stream, in a copy of what the caller holds.
func (p *printer) askForStream(m *sdk.Method) []jen.Code {
	s := m.Stream
	if s.Field == nil {
		return nil
	}
	yes := jen.Code(jen.True())
	switch s.Field.Type.Shape {
	case sdk.Ptr:
		yes = p.runtime("Ptr").Call(jen.True())
	case sdk.Nullable:
		yes = p.runtime("Value").Call(jen.True())
	}
	if !s.InBody {
		return []jen.Code{jen.Id("params").Dot(p.checked(s.Field.Name)).Op("=").Add(yes)}
	}
	body := p.checked(m.Body.Name)
	if m.Body.Type.Shape != sdk.Ptr {
		return []jen.Code{jen.Id(body).Dot(p.checked(s.Field.Name)).Op("=").Add(yes)}
	}
	return []jen.Code{
		jen.Var().Id("own").Add(p.goType(m.Body.Type.Elem)),
		jen.If(jen.Id(body).Op("!=").Nil()).Block(jen.Id("own").Op("=").Op("*").Id(body)),
		jen.Id("own").Dot(p.checked(s.Field.Name)).Op("=").Add(yes),
		jen.Id(body).Op("=").Op("&").Id("own"),
	}
}

// streamDoc is the comment of the method that asks for the stream.
func streamDoc(m *sdk.Method) []line {
	what := "its answer as a stream of events"
	if m.Stream.Result.Kind == sdk.LinesResult {
		what = "its answer as lines"
	}
	lead := string(m.Stream.Name) + " is [" + string(m.Resource.Name) + "." + string(m.Name) + "] with " + what + "."
	return declDoc(sdk.Doc{Lead: model.Text(lead), Deprecated: m.Doc.Deprecated}, operationLine(m))
}
