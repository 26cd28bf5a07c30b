package code

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

var (
	stringType = &sdk.Type{Shape: sdk.Builtin, Name: "string"}
	intType    = &sdk.Type{Shape: sdk.Builtin, Name: "int"}
	timeType   = &sdk.Type{Shape: sdk.Std, Import: "time", Name: "Time"}
)

func ptr(t *sdk.Type) *sdk.Type   { return &sdk.Type{Shape: sdk.Ptr, Elem: t} }
func slice(t *sdk.Type) *sdk.Type { return &sdk.Type{Shape: sdk.Slice, Elem: t} }
func named(d sdk.Decl) *sdk.Type  { return &sdk.Type{Shape: sdk.Named, Decl: d} }

// sessions is a small package as package sdk makes it of Twilio Proxy: text, wire and value stand
// wherever a document's own words go.
func sessions(text model.Text, wire model.Wire, value string) *sdk.Package {
	status := &sdk.Enum{
		Name: "SessionStatus", Base: "string", List: "SessionStatusValues",
		Doc: sdk.Doc{Lead: "SessionStatus tells where a session stands.", Body: text},
		Values: []*sdk.Value{
			{Spec: &model.Value{Wire: "open"}, Name: "SessionStatusOpen"},
			{Spec: &model.Value{Wire: value}, Name: "SessionStatusOther", Doc: sdk.Doc{Lead: text}},
		},
	}
	session := &sdk.Object{
		Name: "Session",
		Doc:  sdk.Doc{Lead: "A Session is a conversation.", Body: text},
		Fields: []*sdk.Field{
			{Name: "SID", Type: stringType, Tags: []sdk.Tag{{Key: "json", Value: "sid,omitzero"}}},
			{Name: "Status", Type: named(status), Tags: []sdk.Tag{{Key: "json", Value: "status,omitzero"}}},
			{Name: "Other", Type: ptr(timeType), Tags: []sdk.Tag{{Key: "json", Value: "-"}, {Key: "wire", Value: string(wire)}}},
		},
		Custom: true,
	}
	page := &sdk.Object{
		Name:   "ListSessionResponse",
		Fields: []*sdk.Field{{Name: "Sessions", Type: slice(named(session)), Tags: []sdk.Tag{{Key: "json", Value: "sessions,omitzero"}}}},
	}
	services := &sdk.Resource{Name: "Services", Receiver: "s", Field: "Services", Doc: sdk.Doc{Lead: "Services hold sessions."}}
	res := &sdk.Resource{Name: "Sessions", Receiver: "s", Field: "Sessions", Parent: services, Doc: sdk.Doc{
		Lead: "Sessions are conversations.", Body: text, Facts: []string{"parent: [Services]", "SIDs begin with KC"},
	}}
	services.Children = []*sdk.Resource{res}
	res.Methods = []*sdk.Method{create(res, session, status, text, wire), fetch(res, session), listing(res, session, page)}
	return &sdk.Package{
		Spec: &model.Document{Title: text, Version: text},
		Name: "proxyv1", Import: "example.com/app/proxyv1", Runtime: "example.com/app/sdk", Dir: "proxyv1",
		Doc:    sdk.Doc{Lead: "Package proxyv1 calls Twilio Proxy.", Body: text},
		Client: client(text, wire),
		Roots:  []*sdk.Resource{services},
		Files: []*sdk.File{
			{Name: "services.go", Resource: services},
			{Name: "sessions.go", Resource: res, Types: []sdk.Decl{session, page, status, message(session, status, text, wire)}},
		},
	}
}

func client(text model.Text, wire model.Wire) *sdk.Client {
	return &sdk.Client{
		BaseURL: "https://proxy.twilio.com", Template: "https://proxy.twilio.com", UserAgent: "proxyv1/1.0.0",
		Schemes:  []*sdk.Scheme{{Spec: &model.Scheme{Name: wire, Type: "http", HTTP: "basic"}, Kind: sdk.Basic}},
		Security: model.Security{{{Scheme: wire}}},
		Params:   []*sdk.ClientParam{{Option: "WithAccountSID", Default: "username", Spec: &model.Param{Name: wire, Doc: text}}},
	}
}

func arg(name sdk.Ident, wire model.Wire) *sdk.Arg {
	return &sdk.Arg{Name: name, Wire: wire, Type: stringType}
}

func operation(method, template string) *model.Operation {
	return &model.Operation{Method: method, Path: &model.Path{Template: template}}
}

func create(r *sdk.Resource, session *sdk.Object, status *sdk.Enum, text model.Text, wire model.Wire) *sdk.Method {
	m := &sdk.Method{
		Spec: operation("POST", "/v1/Services/{"+string(wire)+"}/Sessions"), Resource: r, Name: "Create",
		Path: "/v1/Services/{" + string(wire) + "}/Sessions", Args: []*sdk.Arg{arg("serviceSID", wire)},
		BodyKind: sdk.FormBody, MediaType: "application/x-www-form-urlencoded",
		Result: sdk.Result{Kind: sdk.PointerResult, Type: ptr(named(session)), Decode: named(session), Accept: "application/json"},
		Doc:    sdk.Doc{Lead: "Create opens a session in a service.", Body: text, Deprecated: "the API may drop it."},
	}
	m.Params = &sdk.Params{Name: "CreateSessionParams", Method: m, Doc: sdk.Doc{Lead: "CreateSessionParams are the params of [Sessions.Create]."}, Fields: []*sdk.Field{
		{Name: "UniqueName", Type: stringType, Required: true, Wire: wire, Tags: []sdk.Tag{{Key: "form", Value: string(wire)}, {Key: "required", Value: "true"}},
			Doc: sdk.Doc{Lead: "UniqueName is a name of your own", Facts: []string{"at most 191 characters"}}},
		{Name: "Status", Type: ptr(named(status)), Wire: "Status", Tags: []sdk.Tag{{Key: "form", Value: "Status"}}, Doc: sdk.Doc{Lead: text}},
		{Name: "Ttl", Type: ptr(intType), Wire: "Ttl", Tags: []sdk.Tag{{Key: "form", Value: "Ttl"}}},
	}}
	return m
}

func fetch(r *sdk.Resource, session *sdk.Object) *sdk.Method {
	return &sdk.Method{
		Spec: operation("GET", "/v1/Sessions/{Sid}"), Resource: r, Name: "Fetch", Path: "/v1/Sessions/{Sid}", Args: []*sdk.Arg{arg("sid", "Sid")},
		Security: &model.Security{}, Doc: sdk.Doc{Lead: "Fetch returns a session."},
		Result: sdk.Result{Kind: sdk.PointerResult, Type: ptr(named(session)), Decode: named(session), Accept: "application/json"},
	}
}

func listing(r *sdk.Resource, session, page *sdk.Object) *sdk.Method {
	m := &sdk.Method{
		Spec: operation("GET", "/v1/Sessions"), Resource: r, Name: "List", Path: "/v1/Sessions", Doc: sdk.Doc{Lead: "List ranges over sessions."},
		Result: sdk.Result{Kind: sdk.PointerResult, Type: ptr(named(page)), Decode: named(page), Accept: "application/json"},
		Paging: &sdk.Paging{Items: "sessions", Item: ptr(named(session)), ItemDecode: named(session), Page: "ListPage", Build: "list", NextURL: "meta.next_page_url"},
	}
	m.Params = &sdk.Params{Name: "ListSessionParams", Method: m, Fields: []*sdk.Field{
		{Name: "PageSize", Type: ptr(intType), Wire: "PageSize", Param: &model.Param{Name: "PageSize"}, Tags: []sdk.Tag{{Key: "query", Value: "PageSize"}}},
	}}
	return m
}

func message(session *sdk.Object, status *sdk.Enum, text model.Text, wire model.Wire) *sdk.Union {
	return &sdk.Union{
		Name: "Message", Of: "MessageOf", Tag: wire, Doc: sdk.Doc{Lead: "A Message is one of several.", Body: text},
		Variants: []*sdk.Variant{
			{Type: named(session), Name: "Session", JSON: "object", Tags: []string{string(wire)}, Keys: []string{string(wire)}},
			{Type: named(status), Name: "Status", JSON: "string", Values: []string{"open"}},
			{Type: stringType, Name: "String", JSON: "string"},
		},
	}
}
