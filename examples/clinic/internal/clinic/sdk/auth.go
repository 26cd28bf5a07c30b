package sdk

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
)

// credentials are what options and the environment gave, whatever a call then needs of it.
type credentials struct {
	basic    *basicAuth
	key      secret
	token    func(context.Context) (string, error)
	oauth    *clientCredentials
	endpoint *tokenEndpoint
	named    []namedSecret // by scheme
	found    []credential  // in the environment: where no option says anything
}

type basicAuth struct {
	user   string
	header secret // of RFC 7617, made once
}

func newBasicAuth(user, password string) *basicAuth {
	return &basicAuth{user, conceal("Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password)))}
}

// A credential is what serves one scheme: one of its fields is set.
type credential struct {
	scheme string // of one that the environment holds
	basic  *basicAuth
	key    secret
	token  func(context.Context) (string, error)
	oauth  *clientCredentials
}

// fromEnvironment finds what the configuration expects in environment variables.
func (c *credentials) fromEnvironment(schemes []Scheme) {
	for _, s := range schemes {
		var values [2]string
		for i, name := range s.Env[:min(len(s.Env), 2)] {
			values[i] = os.Getenv(name)
		}
		found := credential{scheme: s.Name}
		switch {
		case values[0] == "":
			continue
		case s.Kind == Basic:
			found.basic = newBasicAuth(values[0], values[1])
		case values[1] != "":
			found.oauth = newClientCredentials(values[0], values[1], nil)
		default:
			found.key = conceal(values[0])
		}
		c.found = append(c.found, found)
	}
}

// of finds the credential that serves a scheme: one that an option gives to it by name, or to its kind, or the
// environment's.
func (c *credentials) of(s *Scheme) (credential, bool) {
	for i := len(c.named) - 1; i >= 0; i-- {
		if c.named[i].name == s.Name {
			return credentialOf(s.Kind, c.named[i].value), true
		}
	}
	switch {
	case s.Kind == Basic && c.basic != nil:
		return credential{basic: c.basic}, true
	case s.Kind == APIKey && c.key.isSet():
		return credential{key: c.key}, true
	case !s.Kind.takesToken():
	case c.token != nil:
		return credential{token: c.token}, true
	case c.oauth != nil && (s.Kind == OAuth2 || c.endpoint != nil):
		return credential{oauth: c.oauth}, true
	}
	for _, found := range c.found {
		if found.scheme == s.Name {
			return found, true
		}
	}
	return credential{}, false
}

func credentialOf(kind SchemeKind, key secret) credential {
	if kind != Basic {
		return credential{key: key}
	}
	user, password, _ := strings.Cut(key.reveal(), ":")
	return credential{basic: newBasicAuth(user, password)}
}

func (k SchemeKind) takesToken() bool { return k == Bearer || k == OAuth2 || k == OpenID }

// user is the user name of basic auth.
func (c *Client) user(s *settings) (string, bool) {
	if s.credentials.basic != nil {
		return s.credentials.basic.user, true
	}
	for i := range c.config.Schemes {
		if cred, ok := s.credentials.of(&c.config.Schemes[i]); ok && cred.basic != nil {
			return cred.basic.user, true
		}
	}
	return "", false
}

// schemes chooses the first alternative that the credentials serve whole, or else the first that they serve in part:
// the server then says what is missing. An alternative without any credential of ours counts only if no other serves.
// Without declared schemes, basic and bearer credentials are sent as they are.
func (c *call) schemes() []*Scheme {
	security := c.client.config.Security
	if c.req.ownSecurity {
		if security = c.req.security; len(security) == 0 {
			return nil
		}
	}
	if security == nil || len(c.client.config.Schemes) == 0 {
		return c.anyScheme()
	}
	var part []*Scheme
	for _, alternative := range security {
		served, whole := c.served(alternative)
		if whole && len(served) > 0 {
			return served
		}
		if len(part) == 0 {
			part = served
		}
	}
	return part
}

// served are the schemes of an alternative that the credentials serve. A certificate is the connection's business.
func (c *call) served(alternative []string) (served []*Scheme, whole bool) {
	whole = true
	for _, name := range alternative {
		switch s := c.scheme(name); {
		case s == nil:
			whole = false
		case s.Kind != MutualTLS:
			served = append(served, s)
		}
	}
	return served, whole
}

func (c *call) serves(s *Scheme) bool {
	_, ok := c.settings.credentials.of(s)
	return ok
}

// anyScheme is for documents that name schemes but not where they are needed, or no schemes at all.
func (c *call) anyScheme() []*Scheme {
	known := c.client.config.Schemes
	if len(known) == 0 {
		known = []Scheme{{Kind: Basic}, {Kind: Bearer}, {Kind: OAuth2}}
	}
	for i := range known {
		if c.serves(&known[i]) {
			return []*Scheme{&known[i]}
		}
	}
	return nil
}

// scheme is a scheme that the credentials serve, by its name; nil if they do not. One that the document asks for and
// does not declare is what the credentials make of it.
func (c *call) scheme(name string) *Scheme {
	known := c.client.config.Schemes
	for i := range known {
		switch {
		case known[i].Name != name:
		case known[i].Kind == MutualTLS || c.serves(&known[i]):
			return &known[i]
		default:
			return nil
		}
	}
	for _, kind := range [...]SchemeKind{HTTPOther, Basic, Bearer} {
		if s := (&Scheme{Name: name, Kind: kind}); c.serves(s) {
			return s
		}
	}
	return nil
}

// authorize adds credentials to a request that goes to the configured origin; others get none.
func (c *call) authorize(r *http.Request) error {
	if !sameOrigin(r.URL, c.base) {
		return nil
	}
	for _, s := range c.schemes() {
		if err := c.authorizeWith(r, s); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) authorizeWith(r *http.Request, s *Scheme) error {
	cred, _ := c.settings.credentials.of(s)
	switch {
	case cred.basic != nil:
		if strings.Contains(cred.basic.user, ":") {
			return errors.New("credential for basic auth: no user name has a colon")
		}
		r.Header["Authorization"] = []string{cred.basic.header.reveal()}
		return nil
	case s.Kind.takesToken():
		token, err := c.bearer(r.Context(), s, cred)
		if err != nil {
			return err
		}
		return setSecretHeader(r, "Authorization", "Bearer "+token)
	case cred.key.reveal() == "":
		return fmt.Errorf("credential for %q: it is empty", s.Name)
	case s.Kind == APIKey:
		return setKey(r, s, cred.key.reveal())
	}
	return setSecretHeader(r, "Authorization", cred.key.reveal())
}

func (c *call) bearer(ctx context.Context, s *Scheme, cred credential) (token string, err error) {
	switch {
	case cred.oauth != nil:
		return cred.oauth.get(ctx, c, s)
	case cred.token != nil:
		if token, err = cred.token(ctx); err != nil {
			return "", fmt.Errorf("token source: %w", err)
		}
	default:
		token = cred.key.reveal()
	}
	if token == "" {
		return "", errors.New("credential for a bearer token: it is empty")
	}
	return token, nil
}

func setKey(r *http.Request, s *Scheme, key string) error {
	switch s.In {
	case "query":
		r.URL.RawQuery = setRawQuery(r.URL.RawQuery, s.Param, key)
	case "cookie":
		if escapeCookie(key) != key {
			key = escape(key)
		}
		cookie := s.Param + "=" + key
		if was := r.Header.Get("Cookie"); was != "" {
			cookie = was + "; " + cookie
		}
		return setSecretHeader(r, "Cookie", cookie)
	default:
		return setSecretHeader(r, s.Param, key)
	}
	return nil
}

// setSecretHeader refuses what no header can carry without showing it.
func setSecretHeader(r *http.Request, name, value string) error {
	if err := checkHeader(name, value); err != nil {
		return fmt.Errorf("credential for %s: %w", name, err)
	}
	r.Header.Set(name, value)
	return nil
}

func setRawQuery(query, name, value string) string {
	escaped := escape(name)
	var kept []string
	for _, part := range strings.Split(query, "&") {
		if key, _, _ := strings.Cut(part, "="); part != "" && key != escaped && key != name {
			kept = append(kept, part)
		}
	}
	return strings.Join(append(kept, escaped+"="+escape(value)), "&")
}
