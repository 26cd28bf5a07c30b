package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// webhook prints the function that makes a handler of a request of the API.
func (p *printer) webhook(f *jen.File, w *sdk.Webhook) {
	doc(f, declDoc(w.Doc))
	request := jen.Op("*").Qual("net/http", "Request")
	hooks, handle := jen.Id("hooks").Add(p.runtime("Webhooks")), jen.Id("handle")
	ending := jen.Id("hooks").Dot("Handler").Call(jen.Id("handle"))
	if w.Event == nil {
		handle.Func().Params(request)
	} else {
		handle.Func().Params(jen.Id("r").Add(request), jen.Id("event").Op("*").Add(p.goType(w.Event)))
		ending = p.runtime("HandleWebhook").Call(jen.Id("hooks"), jen.Id("handle"))
	}
	f.Func().Add(p.id(w.Handler)).Params(hooks, handle.Error()).Qual("net/http", "Handler").Block(jen.Return(ending))
	f.Line()
}
