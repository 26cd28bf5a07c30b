package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// security prints alternatives as the runtime takes them: sdk.Security{{"a", "b"}, {"c"}}.
func (p *printer) security(s model.Security) jen.Code {
	alternatives := make([]jen.Code, len(s))
	for i, needs := range s {
		names := make([]jen.Code, len(needs))
		for j, need := range needs {
			names[j] = jen.Lit(string(need.Scheme))
		}
		alternatives[i] = jen.Values(names...)
	}
	return p.runtime("Security").Values(alternatives...)
}

// scheme prints a way to authenticate, without its type: {Name: "bearer", Kind: sdk.Bearer}.
func (p *printer) scheme(s *model.Scheme, env []sdk.SchemeEnv) jen.Code {
	l := literal{columns: 100}
	kind := schemeKind(s)
	l.lit("Name", string(s.Name))
	l.field("Kind", p.runtime(kind), len("sdk.")+len(kind))
	if s.Type == "apiKey" {
		l.lit("In", string(s.In))
		l.lit("Param", string(s.Param))
	}
	for _, e := range env {
		if e.Scheme == string(s.Name) {
			l.field("Env", stringList(e.Vars, rowWidth), listSize(e.Vars))
		}
	}
	for _, flow := range s.Flows {
		if flow.TokenURL != "" && flow.Grant == "clientCredentials" {
			l.lit("TokenURL", flow.TokenURL)
			break
		}
	}
	return l.code()
}

// schemeKind is the runtime's constant for a scheme.
func schemeKind(s *model.Scheme) string {
	switch {
	case s.Type == "apiKey":
		return "APIKey"
	case s.Type == "oauth2":
		return "OAuth2"
	case s.Type == "openIdConnect":
		return "OpenID"
	case s.Type == "mutualTLS":
		return "MutualTLS"
	case s.HTTP == "basic":
		return "Basic"
	case s.HTTP == "bearer":
		return "Bearer"
	}
	return "HTTPOther"
}
