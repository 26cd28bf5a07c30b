package sdk

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A Scheme is a way to authenticate, as the runtime knows it.
type Scheme struct {
	Spec     *model.Scheme
	Kind     SchemeKind
	TokenURL string   // where client credentials become a token; "" for none
	Scopes   []string // that the document's operations need, in their order
	Env      []string // environment variables that its credential may come from
}

// A SchemeKind is the runtime's constant for a way to authenticate.
type SchemeKind string

// The kinds of schemes. A credential of HTTPOther is the whole Authorization header.
const (
	Basic     SchemeKind = "Basic"
	Bearer    SchemeKind = "Bearer"
	APIKey    SchemeKind = "APIKey"
	OAuth2    SchemeKind = "OAuth2"
	OpenID    SchemeKind = "OpenID"
	MutualTLS SchemeKind = "MutualTLS"
	HTTPOther SchemeKind = "HTTPOther"
)

// schemes are the document's, with what the config and the operations say of each.
func (b *builder) schemes() []*Scheme {
	var all []*Scheme
	for _, spec := range b.doc.Schemes {
		s := &Scheme{Spec: spec, Kind: b.schemeKind(spec)}
		if s.Kind == OAuth2 {
			s.TokenURL = b.tokenURL(spec)
		}
		if s.TokenURL != "" {
			s.Scopes = b.scopes(spec)
		}
		for _, e := range b.opts.Env {
			if e.Scheme == string(spec.Name) {
				s.Env = e.Vars
			}
		}
		all = append(all, s)
	}
	return all
}

// schemeKind reports what no option can compute: there the user gives the whole header.
func (b *builder) schemeKind(s *model.Scheme) SchemeKind {
	why := ""
	switch s.Type {
	case "http":
		switch s.HTTP {
		case "basic":
			return Basic
		case "bearer":
			return Bearer
		}
		why = fmt.Sprintf("uses HTTP authentication %q, which sdkc does not compute", s.HTTP)
	case "oauth2":
		return OAuth2
	case "openIdConnect":
		return OpenID
	case "mutualTLS":
		return MutualTLS
	case "apiKey":
		switch {
		case s.Param == "":
			why = "does not name what carries the key"
		case s.In == model.InHeader || s.In == model.InQuery || s.In == model.InCookie:
			return APIKey
		default:
			why = fmt.Sprintf("has its key in %q, which is no place of requests", s.In)
		}
	default:
		why = fmt.Sprintf("is of the type %q, which OpenAPI does not know", s.Type)
	}
	b.report.Add(diag.Diagnostic{
		Code: "security-scheme", Severity: diag.Warning, Pos: s.Pos,
		Message: fmt.Sprintf("security scheme %q %s", s.Name, why),
		Cure:    fmt.Sprintf("users give the whole Authorization header, with sdk.WithCredential(%q, …), or sign requests in a transport of their own", s.Name),
	})
	return HTTPOther
}

// tokenURL is where a machine gets its tokens: that of the flow for client credentials.
func (b *builder) tokenURL(s *model.Scheme) string {
	flow := machineFlow(s)
	if flow == nil || flow.TokenURL == "" {
		return ""
	}
	if why := urlProblem(flow.TokenURL, true); why != "" {
		b.report.Add(diag.Diagnostic{
			Code: "token-url", Severity: diag.Warning, Pos: s.Pos,
			Message: fmt.Sprintf("the token URL of security scheme %q %s", s.Name, why),
			Cure:    "users name it, with sdk.WithTokenEndpoint, or give tokens, with sdk.WithTokenSource",
		})
		return ""
	}
	return flow.TokenURL
}

func machineFlow(s *model.Scheme) *model.Flow {
	for _, flow := range s.Flows {
		if flow.Grant == "clientCredentials" {
			return flow
		}
	}
	return nil
}

// scopes are what operations ask for of a scheme and its flow offers.
func (b *builder) scopes(s *model.Scheme) []string {
	offered := machineFlow(s).Scopes
	var all []string
	add := func(security model.Security) {
		for _, alternative := range security {
			for _, need := range alternative {
				if need.Scheme != s.Name {
					continue
				}
				for _, scope := range need.Scopes {
					known := slices.ContainsFunc(offered, func(o *model.Scope) bool { return o.Name == scope })
					if !slices.Contains(all, scope) && (known || len(offered) == 0) && isScope(scope) {
						all = append(all, scope)
					}
				}
			}
		}
	}
	add(b.doc.Security)
	for _, op := range b.ops {
		if op.Security != nil {
			add(*op.Security)
		}
	}
	return all
}

// isScope tells what RFC 6749 lets a scope be: its list is separated by spaces.
func isScope(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' || r == '"' || r == '\\' })
}

// Scheme is the way to authenticate of a name; nil where the document declares none.
func (c *Client) Scheme(name model.Wire) *Scheme {
	for _, s := range c.Schemes {
		if s.Spec.Name == name {
			return s
		}
	}
	return nil
}

// Credential is what New takes for the first way to authenticate, as Go: "sdk.WithBearer(token)"; "" where none is
// needed.
func (c *Client) Credential() string {
	var best []string
	for _, alternative := range c.Security {
		var options []string
		declared := true
		kinds := make(map[SchemeKind]int)
		for _, need := range alternative {
			if s := c.Scheme(need.Scheme); s != nil {
				kinds[s.Kind]++
			}
		}
		for _, need := range alternative {
			s := c.Scheme(need.Scheme)
			declared = declared && s != nil
			options = append(options, option(need.Scheme, s, s != nil && kinds[s.Kind] > 1))
		}
		if declared && len(options) > 0 {
			return strings.Join(options, ", ")
		}
		if best == nil {
			best = options
		}
	}
	return strings.Join(best, ", ")
}

// Option is the option that serves a scheme, as Go.
func (s *Scheme) Option() string { return option(s.Spec.Name, s, false) }

func option(name model.Wire, s *Scheme, several bool) string {
	switch {
	case s == nil:
	case s.Kind == MutualTLS:
		return "sdk.WithTLSConfig(config)"
	case several:
	case s.Kind == Basic:
		return "sdk.WithBasicAuth(user, password)"
	case s.Kind == OAuth2 && s.TokenURL != "":
		return "sdk.WithClientCredentials(id, secret)"
	case s.Kind == Bearer || s.Kind == OAuth2 || s.Kind == OpenID:
		return "sdk.WithBearer(token)"
	case s.Kind == APIKey:
		return "sdk.WithAPIKey(key)"
	}
	return "sdk.WithCredential(" + strconv.QuoteToASCII(string(name)) + ", key)"
}

// commonSecurity is the document's, or what most operations ask for where it says nothing.
func (b *builder) commonSecurity() model.Security {
	if len(b.doc.Security) > 0 {
		return b.doc.Security
	}
	counts := make(map[string]int)
	var best *model.Security
	for _, op := range b.ops {
		if op.Security == nil || len(*op.Security) == 0 {
			continue
		}
		key := fmt.Sprint(*op.Security)
		counts[key]++
		if best == nil || counts[key] > counts[fmt.Sprint(*best)] {
			best = op.Security
		}
	}
	if best != nil && 2*counts[fmt.Sprint(*best)] > len(b.ops) {
		return *best
	}
	return nil
}

// methodSecurity is what an operation needs, where that differs from the client's.
func (b *builder) methodSecurity(op *model.Operation) *model.Security {
	need := b.doc.Security
	if op.Security != nil {
		need = *op.Security
	}
	if len(need) == 0 && len(b.pkg.Client.Security) == 0 || reflect.DeepEqual(need, b.pkg.Client.Security) {
		return nil
	}
	if need == nil {
		need = model.Security{}
	}
	return &need
}
