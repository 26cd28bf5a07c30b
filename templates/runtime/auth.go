package sdk

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// credentials are what options and the environment gave, whatever a call then needs of it.
type credentials struct {
	basic *basicAuth
	key   secret
	token func(context.Context) (string, error)
	oauth *clientCredentials
	named []namedSecret // by scheme
}

type basicAuth struct {
	user   string
	header secret // of RFC 7617, made once
}

func newBasicAuth(user, password string) *basicAuth {
	return &basicAuth{user, conceal("Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password)))}
}

// fromEnvironment adds what no option gave and the configuration finds in environment variables.
func (c *credentials) fromEnvironment(schemes []Scheme) {
	for _, s := range schemes {
		if len(s.Env) == 0 || c.has(&s) {
			continue
		}
		first := os.Getenv(s.Env[0])
		if first == "" {
			continue
		}
		second := ""
		if len(s.Env) > 1 {
			second = os.Getenv(s.Env[1])
		}
		switch {
		case s.Kind == Basic && c.basic == nil:
			c.basic = newBasicAuth(first, second)
		case s.Kind == OAuth2 && second != "":
			c.oauth = newClientCredentials(first, second, nil)
		default:
			c.named = add(c.named, namedSecret{s.Name, conceal(first)})
		}
	}
}

func (c *credentials) find(scheme string) secret {
	for i := len(c.named) - 1; i >= 0; i-- {
		if c.named[i].name == scheme {
			return c.named[i].value
		}
	}
	return secret{}
}

// has tells whether the credentials serve a scheme.
func (c *credentials) has(s *Scheme) bool {
	if c.find(s.Name).isSet() {
		return true
	}
	switch s.Kind {
	case Basic:
		return c.basic != nil
	case Bearer, OpenID:
		return c.token != nil
	case OAuth2:
		return c.token != nil || c.oauth != nil
	case APIKey:
		return c.key.isSet()
	}
	return s.Kind == MutualTLS
}

// schemes chooses the first alternative that the credentials serve whole, or else the first that they serve in part:
// the server then says what is missing. Without declared schemes, basic and bearer credentials are sent as they are.
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
		var served []*Scheme
		for _, name := range alternative {
			if s := c.client.scheme(name); s != nil && c.settings.credentials.has(s) {
				served = append(served, s)
			}
		}
		if len(served) == len(alternative) && len(served) > 0 {
			return served
		}
		if len(part) == 0 {
			part = served
		}
	}
	return part
}

// anyScheme is for documents that name schemes but not where they are needed, or no schemes at all.
func (c *call) anyScheme() []*Scheme {
	known := c.client.config.Schemes
	if len(known) == 0 {
		known = []Scheme{{Kind: Basic}, {Kind: Bearer}, {Kind: OAuth2}}
	}
	for i := range known {
		if c.settings.credentials.has(&known[i]) {
			return []*Scheme{&known[i]}
		}
	}
	return nil
}

func (c *Client) scheme(name string) *Scheme {
	for i := range c.config.Schemes {
		if c.config.Schemes[i].Name == name {
			return &c.config.Schemes[i]
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
	creds := &c.settings.credentials
	key := creds.find(s.Name)
	switch s.Kind {
	case Basic:
		basic := creds.basic
		if user, password, _ := strings.Cut(key.reveal(), ":"); key.isSet() || basic == nil {
			basic = newBasicAuth(user, password)
		}
		r.Header["Authorization"] = []string{basic.header.reveal()}
	case APIKey:
		if !key.isSet() {
			key = creds.key
		}
		return setKey(r, s, key.reveal())
	case HTTPOther:
		return setSecretHeader(r, "Authorization", key.reveal())
	case Bearer, OAuth2, OpenID:
		token, err := c.bearer(r.Context(), s, key)
		if err != nil {
			return err
		}
		return setSecretHeader(r, "Authorization", "Bearer "+token)
	}
	return nil
}

func (c *call) bearer(ctx context.Context, s *Scheme, key secret) (string, error) {
	creds := &c.settings.credentials
	switch {
	case key.isSet():
		return key.reveal(), nil
	case creds.token != nil:
		token, err := creds.token(ctx)
		if err != nil {
			return "", fmt.Errorf("token source: %w", err)
		}
		return token, nil
	}
	return creds.oauth.get(ctx, c, s)
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

// sameOrigin compares scheme, host and port.
func sameOrigin(a, b *url.URL) bool {
	return strings.EqualFold(a.Scheme, b.Scheme) && strings.EqualFold(a.Hostname(), b.Hostname()) && port(a) == port(b)
}

func port(u *url.URL) string {
	if p := u.Port(); p != "" {
		return p
	}
	if strings.EqualFold(u.Scheme, "https") {
		return "443"
	}
	return "80"
}
