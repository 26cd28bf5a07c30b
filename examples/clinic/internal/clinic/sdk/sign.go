package sdk

import (
	"crypto/tls"
	"errors"
	"net/http"
)

// WithTLSConfig connects to the API, and to where OAuth2 tokens come from, with certificates and roots of the caller's
// own: for mutual TLS. A redirect to another origin is not shown the certificate, which one of [WithHTTPClient] would be.
// It is for [NewClient]: each use makes connections of its own.
func WithTLSConfig(config *tls.Config) Option {
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true}
	if usual, ok := http.DefaultTransport.(*http.Transport); ok {
		transport = usual.Clone()
	}
	transport.TLSClientConfig = config.Clone()
	own := httpClient(&http.Client{Transport: transport})
	return func(s *settings) { s.tls = own }
}

// client is what the configured origin is reached through.
func (s *settings) client() *http.Client {
	if s.tls != nil {
		return s.tls
	}
	return s.http
}

// signed sends a request with credentials. If a token is refused and there is another one by then, it is sent once more.
func (c *call) signed(r *http.Request) (*http.Response, error) {
	first, err := c.sign(r)
	if err != nil {
		return nil, err
	}
	hc := c.settings.http
	if sameOrigin(r.URL, c.base) {
		hc = c.settings.client()
	}
	resp, err := roundTrip(hc, first)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || !c.expire(first) {
		return resp, err
	}
	again := *r
	if !c.rewound(r, &again) {
		return resp, nil
	}
	second, err := c.sign(&again)
	if err != nil || second.Header.Get("Authorization") == first.Header.Get("Authorization") {
		return resp, nil // which says what is wrong
	}
	finished(resp)
	return roundTrip(hc, second)
}

// sign returns a copy of a request, with credentials if it goes where they belong.
func (c *call) sign(r *http.Request) (*http.Request, error) {
	signed := *r
	u := *r.URL
	signed.URL, signed.Header = &u, r.Header.Clone()
	err := c.authorize(&signed)
	if err == nil {
		return &signed, nil
	}
	if unavailable := (*unavailableError)(nil); !errors.As(err, &unavailable) {
		err = &permanentError{err}
	}
	return nil, err
}

// expire drops the token that a request was refused with, and tells whether there may be another one.
func (c *call) expire(sent *http.Request) (renewed bool) {
	if !sameOrigin(sent.URL, c.base) {
		return false
	}
	for _, s := range c.schemes() {
		cred, _ := c.settings.credentials.of(s)
		if cred.oauth != nil {
			cred.oauth.drop(s, tokenOf(sent))
		}
		renewed = renewed || cred.oauth != nil || cred.token != nil
	}
	return renewed
}

func tokenOf(r *http.Request) string {
	const scheme = "Bearer "
	if h := r.Header.Get("Authorization"); len(h) > len(scheme) {
		return h[len(scheme):]
	}
	return ""
}

// rewound gives a request its body once more; false if it cannot be had again.
func (c *call) rewound(sent, next *http.Request) bool {
	switch {
	case sent.Body == nil || sent.Body == http.NoBody:
		return true
	case sent.GetBody != nil:
		body, err := sent.GetBody()
		next.Body = body
		return err == nil
	case c.req.body == nil || c.req.body.current == nil || sent.Body != c.req.body.current: // a middleware's own
		return false
	}
	replays, failure := c.req.body.replays()
	return replays && failure == nil && c.req.body.attach(sent.Context(), next) == nil
}
