package openapi

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator/model"
)

func TestTwilio(t *testing.T) {
	m, _ := load(t, "3.0.1", `
paths:
  /v1/Calls/{Sid}:
    x-twilio:
      parent: /Accounts/{Sid}
      pathType: instance
      mountName: outgoing_calls
      className: call_thing
      dependentProperties:
        recordings: {mapping: {call_sid: sid}, resource_url: '/v1/Calls/{call_sid}/Recordings'}
        events: {mapping: {call_sid: sid}, resource_url: '/v1/Calls/{call_sid}/Events'}
    post:
      operationId: UpdateCall
      x-twilio: {mountName: new_calls, conditional: [[url, twiml, application_sid], [unknown_one]]}
      parameters:
        - {name: Sid, in: path, required: true, schema: {type: string, x-twilio: {pii: {handling: standard, deleteSla: 30}}}}
        - {name: ApplicationSid, in: query, schema: {type: string}, x-twilio: {pii: {handling: sensitive, deleteSla: 0}}}
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {Url: {type: string}, Twiml: {type: string}}}}}}
components:
  schemas:
    Price: {properties: {amount: {type: number, x-twilio: {overrideType: string}}}}
`)
	p := m.Paths[0]
	want := &model.Path{
		Template: "/v1/Calls/{Sid}", Parent: "/Accounts/{Sid}", Instance: true, Mount: "outgoing_calls", Class: "call_thing",
		Dependents: []*model.Dependent{
			{Name: "recordings", URL: "/v1/Calls/{call_sid}/Recordings"},
			{Name: "events", URL: "/v1/Calls/{call_sid}/Events"},
		},
	}
	o := p.Operations[0]
	p.Operations = nil
	if diff := cmp.Diff(want, p, ignorePos); diff != "" {
		t.Error(diff)
	}
	if o.Mount != "new_calls" {
		t.Errorf("mount is %q, want new_calls", o.Mount)
	}
	if diff := cmp.Diff([][]string{{"Url", "Twiml", "ApplicationSid"}, {"unknown_one"}}, o.AnyOfSet); diff != "" {
		t.Error(diff)
	}
	for i, want := range []string{"standard, deleted after 30 days", "sensitive"} {
		if got := o.Params[i].Facts.PII; got != want {
			t.Errorf("pii of %s is %q, want %q", o.Params[i].Name, got, want)
		}
	}
	if got := typeText(m.Schemas[0].Object.Fields[0].Type); got != "string:decimal" {
		t.Errorf("a number that travels as text is %s, want string:decimal", got)
	}
}
