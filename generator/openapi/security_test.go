package openapi

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

var ignorePos = cmpopts.IgnoreTypes(diag.Pos{})

const secured = `
security: [{basic: []}]
paths:
  /a:
    get: {}
    post: {security: []}
    put: {security: [{}, {key: [], oauth: [read, write]}]}
    delete: {security: [{nobody: []}]}
components:
  securitySchemes:
    basic: {type: http, scheme: Basic, description: both parts}
    key: {type: apiKey, in: query, name: api_key}
    oauth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://t.example/token', refreshUrl: 'https://t.example/refresh', scopes: {write: may write, read: may read}}
        authorizationCode: {authorizationUrl: 'https://t.example/auth', tokenUrl: 'https://t.example/token', scopes: {}}
    openid: {type: openIdConnect, openIdConnectUrl: 'https://t.example/.well-known'}
    shared: {$ref: '#/components/securitySchemes/basic'}
    mutual: {type: mutualTLS}
`

func TestSchemes(t *testing.T) {
	m, _ := load(t, "3.1.0", secured)
	want := []*model.Scheme{
		{Name: "basic", Type: "http", HTTP: "basic", Doc: "both parts"},
		{Name: "key", Type: "apiKey", In: "query", Param: "api_key"},
		{Name: "oauth", Type: "oauth2", Flows: []*model.Flow{
			{Grant: "clientCredentials", TokenURL: "https://t.example/token", RefreshURL: "https://t.example/refresh", Scopes: []*model.Scope{{Name: "write", Doc: "may write"}, {Name: "read", Doc: "may read"}}},
			{Grant: "authorizationCode", TokenURL: "https://t.example/token", AuthorizationURL: "https://t.example/auth"},
		}},
		{Name: "openid", Type: "openIdConnect", OpenID: "https://t.example/.well-known"},
		{Name: "shared", Type: "http", HTTP: "basic", Doc: "both parts"},
		{Name: "mutual", Type: "mutualTLS"},
	}
	if diff := cmp.Diff(want, m.Schemes, ignorePos); diff != "" {
		t.Error(diff)
	}
}

// No security of its own, none needed, and several alternatives are three things.
func TestSecurity(t *testing.T) {
	m, list := load(t, "3.1.0", secured)
	if diff := cmp.Diff(model.Security{{{Scheme: "basic"}}}, m.Security); diff != "" {
		t.Error(diff)
	}
	want := []*model.Security{
		nil,
		{},
		{{}, {{Scheme: "key"}, {Scheme: "oauth", Scopes: []string{"read", "write"}}}},
		{{{Scheme: "nobody"}}},
	}
	for i, o := range m.Operations() {
		if diff := cmp.Diff(want[i], o.Security); diff != "" {
			t.Errorf("%s: %s", o.Method, diff)
		}
	}
	if said := dumpDiagnostics(list); said != "warning unknown-security-scheme /paths/~1a/delete/security/0/nobody\n" {
		t.Errorf("diagnostics are\n%s", said)
	}
}

func TestServers(t *testing.T) {
	m, _ := load(t, "3.0.3", `
servers: [{url: 'https://{region}.example/{v}', description: main, variables: {region: {default: eu, enum: [eu, us], description: where}, v: {default: v1}}}]
paths:
  /own: {servers: [{url: /path}], get: {servers: [{url: 'https://operation.example'}]}, put: {}}
  /none: {get: {}}
`)
	region := &model.Variable{Name: "region", Default: "eu", Values: []string{"eu", "us"}, Doc: "where"}
	want := []*model.Server{{URL: "https://{region}.example/{v}", Doc: "main", Variables: []*model.Variable{region, {Name: "v", Default: "v1"}}}}
	if diff := cmp.Diff(want, m.Servers, ignorePos); diff != "" {
		t.Error(diff)
	}
	wants := [][]*model.Server{{{URL: "https://operation.example"}}, {{URL: "/path"}}, nil}
	for i, o := range m.Operations() {
		if diff := cmp.Diff(wants[i], o.Servers, ignorePos); diff != "" {
			t.Errorf("%s %s: %s", o.Method, o.Template(), diff)
		}
	}
}

// The model has no circles for encoding/json, though schemas have.
func TestMarshal(t *testing.T) {
	m, _ := load(t, "3.0.3", `
paths: {/a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}}}}
components: {schemas: {Node: {properties: {next: {$ref: '#/components/schemas/Node'}, inline: {type: object, properties: {back: {$ref: '#/components/schemas/Node'}}}}}}}
`)
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"SchemaID":"#/components/schemas/Node"`, `"OwnerID":"#/components/schemas/Node"`, `"ID":"#/components/schemas/Node/properties/inline"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
}
