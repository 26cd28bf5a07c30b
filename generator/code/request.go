package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// request prints the statements that make a request, each only if it is needed.
func (p *printer) request(m *sdk.Method) []jen.Code {
	call := func(name string, args ...jen.Code) jen.Code { return jen.Id("req").Dot(name).Call(args...) }
	all := []jen.Code{jen.Id("req").Op(":=").Add(p.runtime("NewRequest")).Call(
		httpMethod(m.Spec.Method), jen.Lit(m.Path), jen.Id("opts").Op("..."))}
	if m.Server != "" {
		all = append(all, call("Server", jen.Lit(m.Server)))
	}
	if m.Security != nil {
		all = append(all, call("Security", p.security(*m.Security)))
	}
	for _, arg := range m.Args {
		all = append(all, p.path(arg))
	}
	inParams, inBody := fieldKinds(m.Params)
	if inParams {
		all = append(all, call("Params", jen.Id("params")))
	}
	if m.KeyHeader != "" {
		all = append(all, call("IdempotencyKey", jen.Lit(m.KeyHeader)))
	}
	if m.Body != nil || inBody {
		all = append(all, p.bodies(m)...)
	}
	switch {
	case m.Result.XML:
		all = append(all, call("AcceptXML", jen.Lit(m.Result.Accept)))
	case accept(m.Result) != "":
		all = append(all, call("Accept", jen.Lit(m.Result.Accept)))
	}
	return all
}

// path prints the call that fills a placeholder of the path.
func (p *printer) path(arg *sdk.Arg) jen.Code {
	name, value := jen.Lit(string(arg.Wire)), p.id(arg.Name)
	req := jen.Id("req")
	switch {
	case arg.Reserved:
		return req.Dot("PathReserved").Call(name, value)
	case arg.Explode || arg.Style != "" && arg.Style != "simple":
		return req.Dot("PathStyle").Call(name, value, jen.Lit(arg.Style), jen.Lit(arg.Explode))
	}
	return req.Dot("Path").Call(name, value)
}

// fieldKinds tells whether params hold query, header or cookie params, and fields of a body.
func fieldKinds(params *sdk.Params) (inParams, inBody bool) {
	if params == nil {
		return false, false
	}
	for _, f := range params.Fields {
		inParams = inParams || f.Param != nil
		inBody = inBody || f.Param == nil
	}
	return inParams, inBody
}

// bodies prints the calls that encode the body: the usual way, and those that an option chooses.
func (p *printer) bodies(m *sdk.Method) []jen.Code {
	all := []jen.Code{p.body(m, sdk.Alternative{Kind: m.BodyKind, MediaType: m.MediaType, XMLRoot: m.XMLRoot})}
	for _, other := range m.Others {
		all = append(all, p.body(m, other))
	}
	return all
}

// body prints a call that encodes the body.
func (p *printer) body(m *sdk.Method, as sdk.Alternative) jen.Code {
	value := jen.Id("params")
	if m.Body != nil {
		value = p.id(m.Body.Name)
	}
	req := jen.Id("req")
	switch as.Kind {
	case sdk.JSONBody:
		if as.MediaType == "application/json" || as.MediaType == "" {
			return req.Dot("JSON").Call(value)
		}
		return req.Dot("JSONAs").Call(jen.Lit(as.MediaType), value)
	case sdk.FormBody:
		return req.Dot("Form").Call(value)
	case sdk.MultipartBody:
		if as.MediaType != "" && as.MediaType != "multipart/form-data" {
			return req.Dot("MultipartAs").Call(jen.Lit(as.MediaType), value)
		}
		return req.Dot("Multipart").Call(value)
	case sdk.XMLBody:
		return req.Dot("XML").Call(jen.Lit(as.MediaType), jen.Lit(as.XMLRoot), value)
	case sdk.LinesBody:
		return req.Dot("Lines").Call(jen.Lit(as.MediaType), value)
	case sdk.RawBody:
		return req.Dot("Raw").Call(jen.Lit(as.MediaType), value)
	case sdk.TextBody:
		return textBody(m, value)
	}
	p.fail("%s.%s: body of unknown kind %q", m.Resource.Name, m.Name, as.Kind)
	return jen.Null()
}

// textBody sends a string; a pointer to one only if it is not nil.
func textBody(m *sdk.Method, value *jen.Statement) jen.Code {
	send := func(text jen.Code) jen.Code { return jen.Id("req").Dot("Text").Call(jen.Lit(m.MediaType), text) }
	if m.Body == nil || m.Body.Type.Shape != sdk.Ptr {
		return send(value)
	}
	return jen.If(value.Clone().Op("!=").Nil()).Block(send(jen.Op("*").Add(value)))
}

// accept is the Accept header where it is not what the runtime sends for such a result.
func accept(r sdk.Result) string {
	usual := ""
	switch r.Kind {
	case sdk.PointerResult, sdk.ValueResult, sdk.CasesResult:
		usual = "application/json"
	case sdk.StreamResult:
		usual = "*/*"
	}
	if r.Accept == usual {
		return ""
	}
	return r.Accept
}

// httpMethod prints http.MethodPost and the like, or a literal for a method that net/http does not name.
func httpMethod(method string) jen.Code {
	switch method {
	case "GET":
		return jen.Qual("net/http", "MethodGet")
	case "HEAD":
		return jen.Qual("net/http", "MethodHead")
	case "POST":
		return jen.Qual("net/http", "MethodPost")
	case "PUT":
		return jen.Qual("net/http", "MethodPut")
	case "PATCH":
		return jen.Qual("net/http", "MethodPatch")
	case "DELETE":
		return jen.Qual("net/http", "MethodDelete")
	case "OPTIONS":
		return jen.Qual("net/http", "MethodOptions")
	case "TRACE":
		return jen.Qual("net/http", "MethodTrace")
	}
	return jen.Lit(method)
}
