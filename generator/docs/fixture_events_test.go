package docs

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// events adds a resource of what a form API has not: a union, an alias, streams, a webhook, a client param.
func events(p *sdk.Package, session *sdk.Object) {
	labels := &sdk.Alias{
		Spec: &model.Schema{Name: "labels", Kind: model.AliasSchema, Alias: &model.Type{
			Kind: model.Array, Elem: &model.Type{Kind: model.String, Format: "slug"}, Limits: &model.Limits{MaxItems: "3", Unique: true},
		}},
		Name: "Labels", Type: &sdk.Type{Shape: sdk.Slice, Elem: builtinType("string")}, Doc: sdk.Doc{Lead: "Labels are a session's labels."},
	}
	event := &sdk.Union{
		Spec: &model.Schema{Name: "event", Kind: model.UnionSchema}, Name: "Event", Of: "EventOf", Tag: "kind",
		Doc: sdk.Doc{Lead: "Event is one of [Session], [Labels]."},
		Variants: []*sdk.Variant{
			{Type: named(session), Name: "Session", Tags: []string{"session"}, JSON: "object", Spec: &model.Variant{Title: "A session"}},
			{Type: named(labels), Name: "Labels", JSON: "array"},
		},
	}
	extra := &sdk.Object{
		Spec: &model.Schema{Place: []string{"200", "response"}}, Name: "Extra", Doc: sdk.Doc{Deprecated: "the API's document says so."},
		Extra: &sdk.Field{Name: "Extra", Type: &sdk.Type{Shape: sdk.Map, Elem: builtinType("any")}, Doc: sdk.Doc{Lead: "Extra has the rest."}},
	}
	r := &sdk.Resource{Name: "Events", Receiver: "e", Field: "Events", Paths: []*model.Path{{Template: "/v1/{AccountSid}/Events"}}}
	r.Methods = []*sdk.Method{
		event1(r, "Watch", sdk.Result{Kind: sdk.EventsResult, Type: named(event), Accept: "text/event-stream", Status: "200"}),
		event1(r, "Download", sdk.Result{Kind: sdk.StreamResult, Accept: "audio/wav", Status: "200"}),
		event1(r, "Errors", sdk.Result{Kind: sdk.LocationResult, Status: "302"}),
		event1(r, "Events", sdk.Result{Kind: sdk.ValueResult, Type: named(event), Status: "200"}),
	}
	body := &sdk.Arg{Name: "body", Type: ptr(named(extra))}
	r.Methods[3].Body, r.Methods[3].BodyOptional, r.Methods[3].BodyKind = body, true, sdk.JSONBody
	r.Methods[1].Server = "https://media.twilio.com"
	r.Methods[0].Security = &model.Security{{}, {{Scheme: "oauth", Scopes: []string{"read"}}, {Scheme: "gone"}}}
	p.Roots = append(p.Roots, r)
	p.Files = append(p.Files, &sdk.File{Name: "events.go", Types: []sdk.Decl{labels, event, extra}})
	p.Client.Params = []*sdk.ClientParam{{Option: "WithAccountSID", Default: "username", Spec: &model.Param{Name: "AccountSid", Doc: "The account."}}}
	p.Client.Schemes[0].Env = []string{"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"}
	p.Client.Schemes = append(p.Client.Schemes, &sdk.Scheme{Kind: sdk.OAuth2, Spec: &model.Scheme{
		Name: "oauth", Type: "oauth2", Flows: []*model.Flow{{Grant: "clientCredentials", TokenURL: "https://id.twilio.com/token"}},
	}})
	p.Webhooks = []*sdk.Webhook{{
		Spec:    &model.Operation{Name: "sessionEnded", Method: "POST", Summary: "A session ended."},
		Handler: "SessionEndedHandler", Event: named(session),
	}}
}

func event1(r *sdk.Resource, name sdk.Ident, result sdk.Result) *sdk.Method {
	op := &model.Operation{Method: "GET", Path: r.Paths[0], Deprecated: true}
	return &sdk.Method{
		Spec: op, Resource: r, Name: name, Path: "/v1/{AccountSid}/Events", Result: result,
		Doc: sdk.Doc{Lead: model.Text(name + " tells of events."), Deprecated: "the API's document says so."},
	}
}
