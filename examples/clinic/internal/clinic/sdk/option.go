package sdk

import (
	"context"
	"net/http"
	"slices"
	"time"
)

const (
	defaultRetries = 2
	defaultTimeout = 10 * time.Minute
)

// An Option changes how calls are made: all calls of a client, or a single one.
type Option func(*settings)

// A Handler sends one attempt of a call.
type Handler func(*http.Request) (*http.Response, error)

type settings struct {
	base        secret // some users put passwords into it
	variables   []pair // of servers
	http        *http.Client
	tls         *http.Client // with certificates, for the configured origin
	middleware  []func(Handler) Handler
	observe     observer
	hooks       []Hook
	timeout     time.Duration
	retries     int
	retryUnsafe bool
	header      []namedSecret
	query       []namedSecret
	params      []pair
	userAgent   string
	key         string // of idempotency
	response    *Response
	page        string // URL of the page to ask for
	limit       int    // of a list's items; negative: none
	contentType string // of the body, where a method takes several
	body        *body  // in place of the method's
	credentials credentials
}

// A pair is a name and its value.
type pair struct{ name, value string }

func (s *settings) apply(opts []Option) {
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
}

// with returns the settings of a call. Options append to clipped slices, so the client's own never change.
func (s *settings) with(opts []Option) *settings {
	if len(opts) == 0 {
		return s
	}
	own := *s
	own.apply(opts)
	return &own
}

// add appends without touching an array that another call shares.
func add[T any](list []T, items ...T) []T { return append(slices.Clip(list), items...) }

// WithBaseURL sends calls to another address, with a path of its own if need be. It replaces the servers of single
// operations too, and credentials go there.
func WithBaseURL(base string) Option {
	own := conceal(base)
	if base == "" {
		own = secret{}
	}
	return func(s *settings) { s.base = own }
}

// WithHTTPClient sends calls through hc. Its CheckRedirect is not used.
func WithHTTPClient(hc *http.Client) Option {
	own := httpClient(hc)
	return func(s *settings) { s.http, s.tls = own, nil }
}

// WithTransport sends calls through rt.
func WithTransport(rt http.RoundTripper) Option {
	return func(s *settings) {
		own := *s.http
		own.Transport = rt
		s.http, s.tls = &own, nil
	}
}

// WithMiddleware wraps each attempt of a call, the first function outermost. Middleware never sees credentials: they
// are added after it. [CallOf] tells it what call it serves.
func WithMiddleware(wrap ...func(next Handler) Handler) Option {
	return func(s *settings) { s.middleware = add(s.middleware, wrap...) }
}

// WithTimeout bounds each attempt of a call, to the last byte of its answer, or to the first of a stream. The default
// is ten minutes; zero means none. The context bounds the whole call.
func WithTimeout(d time.Duration) Option { return func(s *settings) { s.timeout = d } }

// WithMaxRetries sets how often a failed call is tried again: after statuses 408, 429 and 5xx and broken connections,
// unless the server asks for more than a minute's patience. The default is 2.
func WithMaxRetries(n int) Option { return func(s *settings) { s.retries = max(n, 0) } }

// WithRetryUnsafe lets POST and PATCH be tried again without an idempotency key: they may then take effect twice.
func WithRetryUnsafe() Option { return func(s *settings) { s.retryUnsafe = true } }

// WithHeader sets a header, in place of one that the call itself would set.
func WithHeader(name, value string) Option {
	return func(s *settings) { s.header = add(s.header, namedSecret{name, conceal(value)}) }
}

// WithQuery sets a query param, in place of those of the same name.
func WithQuery(name, value string) Option {
	return func(s *settings) { s.query = add(s.query, namedSecret{name, conceal(value)}) }
}

// WithParam sets a client param: a placeholder of paths that is no argument of methods.
func WithParam(name, value string) Option {
	return func(s *settings) { s.params = add(s.params, pair{name, value}) }
}

// WithIdempotencyKey names the call, so that the server performs it once and it may be tried again.
func WithIdempotencyKey(key string) Option { return func(s *settings) { s.key = key } }

// WithResponse fills r with the status, header and raw body of the answer. It is for a single call.
func WithResponse(r *Response) Option { return func(s *settings) { s.response = r } }

// WithLimit ends a list after n items and asks for no page, and as far as the document tells for no item, that is not
// needed. A negative limit is none.
func WithLimit(n int) Option { return func(s *settings) { s.limit = n } }

// WithPage asks for a page by the URL that another page gave of its next or previous one, absolute or relative, in place
// of the method's path and query. It must be on the API's own server. [Link] finds such URLs in Link headers.
func WithPage(url string) Option { return func(s *settings) { s.page = url } }

// WithUserAgent replaces the User-Agent header.
func WithUserAgent(agent string) Option { return func(s *settings) { s.userAgent = agent } }

// WithBasicAuth sets user and password.
func WithBasicAuth(user, password string) Option {
	return func(s *settings) { s.credentials.basic = newBasicAuth(user, password) }
}

// WithBearer sets a token for bearer, OAuth2 and OpenID schemes.
func WithBearer(token string) Option {
	return func(s *settings) {
		s.credentials.token = func(context.Context) (string, error) { return token, nil }
		s.credentials.oauth = nil
	}
}

// WithTokenSource asks source for a bearer token at each attempt. It must be safe for concurrent use.
func WithTokenSource(source func(context.Context) (string, error)) Option {
	return func(s *settings) { s.credentials.token, s.credentials.oauth = source, nil }
}

// WithAPIKey sets the key of API key schemes.
func WithAPIKey(key string) Option {
	return func(s *settings) { s.credentials.key = conceal(key) }
}

// WithCredential sets the credential of one scheme, by its name in the document: a key, a token, or user:password.
func WithCredential(scheme, key string) Option {
	return func(s *settings) {
		s.credentials.named = add(s.credentials.named, namedSecret{scheme, conceal(key)})
	}
}
