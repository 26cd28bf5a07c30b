package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// A Client sends the requests of one API. It is safe for concurrent use.
type Client struct {
	config   Config
	settings settings
	base     *url.URL
	err      error // of the configuration; every call returns it
}

// NewClient returns a client of the API that config describes. Options are defaults for all calls.
func NewClient(config Config, opts ...Option) *Client {
	c := &Client{config: config, settings: settings{
		http:      httpClient(http.DefaultClient),
		retries:   defaultRetries,
		timeout:   defaultTimeout,
		limit:     -1,
		userAgent: config.UserAgent,
		variables: variablesFromEnvironment(config.Variables),
	}}
	c.settings.apply(opts)
	c.settings.credentials.fromEnvironment(config.Schemes)
	if c.settings.base.isSet() {
		c.base, c.err = parseBase(c.settings.base.reveal())
	} else {
		c.base, c.err = c.server(&c.settings, config.BaseURL)
	}
	return c
}

// Do sends a request that no method covers, and decodes a JSON answer into out; a nil out discards it.
func (c *Client) Do(ctx context.Context, req *Request, out any) error {
	if out == nil {
		return SendEmpty(ctx, c, req)
	}
	return c.json(ctx, req, out, true)
}

// Format keeps credentials out of whatever prints a client.
func (c Client) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, "sdk.Client("+c.config.UserAgent+")")
}

// param is the value of a client param; "" where nothing sets it.
func (c *Client) param(s *settings, name string) (string, bool) {
	for i := len(s.params) - 1; i >= 0; i-- {
		if s.params[i].name == name {
			return s.params[i].value, true
		}
	}
	for _, p := range c.config.Params {
		if p.Name == name {
			return c.fallback(s, p)
		}
	}
	return "", false
}

func (c *Client) fallback(s *settings, p ClientParam) (string, bool) {
	for _, name := range p.Env {
		if v := os.Getenv(name); v != "" {
			return v, true
		}
	}
	if p.FromUser {
		if user, ok := c.user(s); ok {
			return user, true
		}
	}
	return p.Default, p.Default != ""
}

// parseBase reads a base URL and refuses what cannot be one.
func parseBase(base string) (*url.URL, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, errors.New("base URL does not parse; set one with sdk.WithBaseURL")
	}
	if u.User != nil {
		return nil, errors.New("base URL holds credentials; use sdk.WithBasicAuth")
	}
	if strings.Contains(base, "@") { // which may stand behind a password
		base = "[hidden]"
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("base URL %q is not an absolute http or https URL; set one with sdk.WithBaseURL", base)
	}
	return u, nil
}

// baseFor is the URL that a request's path is joined to: an option's, the operation's own, or the client's. Nobody
// changes it.
func (c *Client) baseFor(s *settings, server string) (*url.URL, error) {
	switch {
	case s.base != c.settings.base:
		return parseBase(s.base.reveal())
	case s.base.isSet() || server == "" && len(s.variables) == len(c.settings.variables):
		return c.base, c.err
	case server == "":
		return c.server(s, c.config.BaseURL)
	case !strings.HasPrefix(server, "/"):
		return c.server(s, server)
	}
	base, err := c.baseFor(s, "")
	if err != nil {
		return nil, err
	}
	own := *base
	own.RawPath = ""
	own.Path, err = c.fill(s, server, nil)
	return &own, err
}

// httpClient copies a client of the user's, so that it leaves redirects to us.
func httpClient(hc *http.Client) *http.Client {
	own := *hc
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}
