package docs

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

func builtinType(name sdk.Ident) *sdk.Type { return &sdk.Type{Shape: sdk.Builtin, Name: name} }
func named(d sdk.Decl) *sdk.Type           { return &sdk.Type{Shape: sdk.Named, Decl: d} }
func ptr(t *sdk.Type) *sdk.Type            { return &sdk.Type{Shape: sdk.Ptr, Elem: t} }

// proxy is a small package of services and their sessions.
func proxy() *sdk.Package {
	mode := &sdk.Enum{
		Spec: &model.Schema{Name: "session_enum_mode", Kind: model.EnumSchema},
		Name: "SessionMode", Base: "string", List: "SessionModeValues", Use: sdk.Use{Request: true, Response: true},
		Doc: sdk.Doc{Lead: "A SessionMode says which traffic a session carries."},
		Values: []*sdk.Value{
			{Spec: &model.Value{Wire: "voice-only"}, Name: "SessionModeVoiceOnly"},
			{Spec: &model.Value{Wire: ""}, Name: "SessionModeEmpty", Doc: sdk.Doc{Deprecated: "Use [SessionModeVoiceOnly]."}},
		},
	}
	session := &sdk.Object{
		Spec: &model.Schema{Name: "proxy.v1.session", Kind: model.ObjectSchema},
		Name: "Session", Use: sdk.Use{Response: true},
		Doc: sdk.Doc{Lead: "A Session is a conversation."},
		Fields: []*sdk.Field{
			{Name: "SID", Type: builtinType("string"), Wire: "sid", Required: true, Prop: &model.Field{
				Name: "sid", Type: &model.Type{Kind: model.String, Limits: &model.Limits{Pattern: "^KC[0-9a-fA-F]{32}$"}},
			}},
			{Name: "Mode", Type: named(mode), Wire: "mode", Prop: &model.Field{Name: "mode", Type: &model.Type{Kind: model.Ref}}},
			{Name: "TTL", Type: ptr(builtinType("int")), Wire: "ttl", Prop: &model.Field{
				Name: "ttl", Type: &model.Type{Kind: model.Integer}, Facts: model.Facts{Default: "0"},
			}, Doc: sdk.Doc{Lead: "TTL is its life in seconds."}},
		},
	}
	services := &sdk.Resource{Name: "Services", Receiver: "s", Field: "Services", Path: "/v1/Services", Prefix: "KS"}
	sessions := &sdk.Resource{
		Name: "Sessions", Receiver: "s", Field: "Sessions", Parent: services, Path: "/v1/Services/{ServiceSid}/Sessions", Prefix: "KC",
		Paths: []*model.Path{{Template: "/v1/Services/{ServiceSid}/Sessions", Parent: "/Services/{Sid}"}},
		Doc:   sdk.Doc{Lead: "Sessions are the conversations of a service."},
	}
	services.Children = []*sdk.Resource{sessions}
	sessions.Methods = []*sdk.Method{createMethod(sessions, session, mode), listMethod(sessions, session)}
	p := &sdk.Package{
		Spec: &model.Document{File: "proxy_v1.json", OpenAPI: "3.0.1", Title: "Proxy", Version: "1.0.0"},
		Name: "proxyv1", Import: "example.com/app/twilio/proxyv1", Runtime: "example.com/app/twilio/sdk", Dir: "proxyv1",
		Doc: sdk.Doc{Lead: "Package proxyv1 calls Proxy."},
		Client: &sdk.Client{
			BaseURL: "https://proxy.twilio.com", Template: "https://proxy.twilio.com",
			Schemes:  []*sdk.Scheme{{Spec: &model.Scheme{Name: "accountSid_authToken", Type: "http", HTTP: "basic"}, Kind: sdk.Basic}},
			Security: model.Security{{{Scheme: "accountSid_authToken"}}},
		},
		Roots: []*sdk.Resource{services},
		Files: []*sdk.File{{Name: "sessions.go", Resource: sessions, Types: []sdk.Decl{session, mode}}},
	}
	events(p, session)
	return p
}

func serviceSID() *sdk.Arg {
	return &sdk.Arg{Name: "serviceSID", Wire: "ServiceSid", Type: builtinType("string"), Spec: &model.Param{
		Name: "ServiceSid", In: model.InPath, Type: &model.Type{Kind: model.String, Limits: &model.Limits{Pattern: "^KS[0-9a-fA-F]{32}$"}},
	}, Doc: sdk.Doc{Lead: "The service that owns the session."}}
}

func createMethod(r *sdk.Resource, session *sdk.Object, mode *sdk.Enum) *sdk.Method {
	created := &model.Response{
		Status: "201", Doc: "Created", Headers: []*model.Header{{Name: "X-Rate", Type: &model.Type{Kind: model.Integer}, Doc: "Calls left."}},
		Contents: []*model.Content{{MediaType: "application/json", Examples: []*model.Example{{JSON: `{"sid":"KC1","mode":"voice-only"}`, Valid: true}}}},
	}
	conflict := &model.Response{Status: "409", Doc: "A pair is already active."}
	op := &model.Operation{
		ID: "CreateSession", Method: "POST", Path: r.Paths[0], DocsURL: "https://www.twilio.com/docs/proxy/",
		Responses: []*model.Response{created, conflict}, AnyOfSet: [][]string{{"UniqueName", "Mode"}},
	}
	m := &sdk.Method{
		Spec: op, Resource: r, Name: "Create", Path: op.Template(), Args: []*sdk.Arg{serviceSID()},
		BodyKind: sdk.FormBody, MediaType: "application/x-www-form-urlencoded",
		Result: sdk.Result{Kind: sdk.PointerResult, Type: ptr(named(session)), Decode: named(session), Accept: "application/json", Status: "201"},
		Errors: []*sdk.ErrorCase{{Spec: conflict}},
		Doc:    sdk.Doc{Lead: "Create opens a session in a service.", Body: "See [the guide](guide#create)."},
	}
	m.Params = &sdk.Params{Name: "CreateSessionParams", Method: m, Fields: []*sdk.Field{
		{
			Name: "UniqueName", Type: ptr(builtinType("string")), Wire: "UniqueName", Tags: []sdk.Tag{{Key: "form", Value: "UniqueName"}},
			Prop: &model.Field{Name: "UniqueName", Type: &model.Type{Kind: model.String, Limits: &model.Limits{MaxLength: "191"}}},
		},
		{
			Name: "Mode", Type: ptr(named(mode)), Wire: "Mode", Required: true, Tags: []sdk.Tag{{Key: "form", Value: "Mode"}},
			Prop: &model.Field{Name: "Mode", Type: &model.Type{Kind: model.Ref}}, Doc: sdk.Doc{Facts: []string{"Default: [SessionModeVoiceOnly]"}},
		},
	}}
	return m
}

func listMethod(r *sdk.Resource, session *sdk.Object) *sdk.Method {
	op := &model.Operation{ID: "ListSession", Method: "GET", Path: r.Paths[0], Responses: []*model.Response{{Status: "200"}}}
	page := &sdk.Object{Name: "ListSessionResponse"}
	return &sdk.Method{
		Spec: op, Resource: r, Name: "List", Path: op.Template(), Args: []*sdk.Arg{serviceSID()},
		Result: sdk.Result{Kind: sdk.PointerResult, Type: ptr(named(page)), Decode: named(page), Accept: "application/json", Status: "200"},
		Paging: &sdk.Paging{Items: "sessions", Item: ptr(named(session)), ItemDecode: named(session), Page: "ListPage", Build: "list"},
		Doc:    sdk.Doc{Lead: "List ranges over the sessions of a service."},
	}
}
