package docs

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// security words what a call needs: alternatives with or, schemes that go together with and.
func security(p *sdk.Package, s model.Security) Spans {
	if len(s) == 0 {
		return plain("no credential")
	}
	var all []Spans
	for _, alternative := range s {
		var needs []Spans
		for _, n := range alternative {
			needs = append(needs, need(p, n))
		}
		if len(needs) == 0 {
			needs = []Spans{plain("no credential")}
		}
		all = append(all, join(" and ", needs...))
	}
	return join(" or ", all...)
}

func need(p *sdk.Package, n model.Need) Spans {
	words := code(string(n.Scheme))
	if s := p.Client.Scheme(n.Scheme); s != nil {
		words = schemeWords(s.Spec)
	}
	if len(n.Scopes) == 0 {
		return words
	}
	var scopes []Spans
	for _, s := range n.Scopes {
		scopes = append(scopes, code(s))
	}
	return join(" ", words, plain("with"), join(", ", scopes...))
}

// schemeWords names a way to authenticate.
func schemeWords(s *model.Scheme) Spans {
	switch s.Type {
	case "http":
		switch s.HTTP {
		case "basic":
			return plain("basic auth")
		case "bearer":
			return plain("a bearer token")
		}
		return join(" ", plain("HTTP"), code(s.HTTP), plain("auth"))
	case "apiKey":
		return join(" ", plain("an API key in"), plain(string(s.In)), code(string(s.Param)))
	case "oauth2":
		return plain("OAuth 2.0")
	case "openIdConnect":
		return plain("OpenID Connect")
	case "mutualTLS":
		return plain("a client certificate")
	}
	return code(s.Type)
}

// schemes are the ways to authenticate of a package, a line each.
func (l *leaf) schemes(p *sdk.Package) []Row {
	var all []Row
	for _, s := range p.Client.Schemes {
		option, _, _ := strings.Cut(s.Option(), "(")
		all = append(all, Row{
			Name:  code(string(s.Spec.Name)),
			Type:  schemeWords(s.Spec),
			In:    code(option),
			Notes: join(" · ", append(flows(s.Spec), environment(s), l.prose(s.Spec.Doc).flat())...),
		})
	}
	return all
}

// environment names the variables that a scheme's credentials come from if no option gives them.
func environment(s *sdk.Scheme) Spans {
	if len(s.Env) == 0 {
		return nil
	}
	return join(" ", plain("or from the environment:"), codes(s.Env))
}

// flows are the ways to an OAuth2 token.
func flows(s *model.Scheme) []Spans {
	var all []Spans
	for _, f := range s.Flows {
		line := plain(f.Grant)
		if f.TokenURL != "" {
			line = join(" ", line, plain("from"), code(f.TokenURL))
		}
		all = append(all, line)
	}
	if s.OpenID != "" {
		all = append(all, code(s.OpenID))
	}
	return all
}
