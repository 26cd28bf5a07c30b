package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// scheme makes a security definition of 2.0 a security scheme.
func (c *converter) scheme(n *Node) {
	field := n.Get("type")
	switch field.Text() {
	case "basic":
		field.Value = "http"
		n.put("scheme", textAt("basic", field))
	case "oauth2":
		c.flows(n)
	}
}

// flowNames are 2.0's names for OAuth flows, and 3.0's.
var flowNames = map[string]string{
	"implicit": "implicit", "password": "password", "application": "clientCredentials", "accessCode": "authorizationCode",
}

func (c *converter) flows(n *Node) {
	flow := &Node{Kind: Object, Pos: n.Pos}
	name := flowNames[n.Get("flow").Text()]
	if name == "" {
		c.unknownFlow(n)
		return
	}
	for _, key := range []string{"authorizationUrl", "tokenUrl", "scopes"} {
		if field := n.Get(key); field != nil {
			flow.move(Field{Key: key, Pos: field.Pos, Value: field})
			n.drop(key)
		}
	}
	if flow.Get("scopes") == nil {
		flow.put("scopes", &Node{Kind: Object, Pos: n.Pos})
	}
	flows := &Node{Kind: Object, Pos: n.Get("flow").Pos}
	flows.put(name, flow)
	n.drop("flow")
	n.put("flows", flows)
}

// unknownFlow says that a scheme names none of 2.0's flows, so that nobody knows where its tokens come from.
func (c *converter) unknownFlow(n *Node) {
	message := "the OAuth scheme names no flow"
	if flow := n.Get("flow"); flow != nil {
		message = fmt.Sprintf("OpenAPI 2.0 has no OAuth flow %.200q", flow.written())
	}
	c.report.Add(diag.Diagnostic{
		Code: "unknown-flow", Severity: diag.Warning, Pos: n.Pos, Pointer: n.where(), Message: message, Cure: "callers bring the tokens themselves",
	})
}
