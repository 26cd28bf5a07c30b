package sdk

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// WithClientCredentials gets OAuth2 tokens for id and secret, and new ones before they expire. Without scopes, it asks
// for those that the document's operations need; a single empty scope asks for none. It is for [NewClient]: calls share
// the tokens.
func WithClientCredentials(id, secret string, scopes ...string) Option {
	source := newClientCredentials(id, secret, scopes)
	return func(s *settings) { s.credentials.token, s.credentials.oauth = nil, source }
}

// WithTokenEndpoint says where [WithClientCredentials] gets its tokens, in place of what the document says, and what it
// sends along, such as an audience. An empty address keeps the document's.
func WithTokenEndpoint(address string, form url.Values) Option {
	return func(s *settings) { s.credentials.endpoint = &tokenEndpoint{address, form} }
}

type tokenEndpoint struct {
	address string
	form    url.Values
}

// clientCredentials gets OAuth2 tokens, one request at a time, and keeps each until shortly before it expires.
type clientCredentials struct {
	id      string
	secret  secret
	scopes  []string
	turn    chan struct{} // holds a token while one call looks after the tokens
	fetched atomic.Int64  // how often a token was asked for
	tokens  map[string]*accessToken
}

// An accessToken is what the endpoint of a scheme gave last.
type accessToken struct {
	text   secret
	expiry time.Time
	inBody bool  // the endpoint takes id and secret from the form, not from a header
	err    error // of the last request
}

func newClientCredentials(id, secret string, scopes []string) *clientCredentials {
	return &clientCredentials{id: id, secret: conceal(secret), scopes: scopes, turn: make(chan struct{}, 1), tokens: map[string]*accessToken{}}
}

// get returns a fresh token. Calls wait for the one that fetches it and share what it gets, or for the end of their own
// context.
func (o *clientCredentials) get(ctx context.Context, c *call, s *Scheme) (string, error) {
	before := o.fetched.Load()
	select {
	case o.turn <- struct{}{}:
		defer func() { <-o.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	t := o.tokens[s.Name]
	if t == nil {
		t = &accessToken{}
		o.tokens[s.Name] = t
	}
	if t.text.isSet() && time.Now().Before(t.expiry) {
		return t.text.reveal(), nil
	}
	if t.err != nil && o.fetched.Load() != before {
		return "", t.err
	}
	t.err = o.refresh(ctx, c, s, t)
	o.fetched.Add(1)
	if err := t.err; err != nil {
		if ctx.Err() != nil { // which is no concern of others
			t.err = nil
		}
		return "", err
	}
	return t.text.reveal(), nil
}

// drop forgets a token that the API refused, so that the next call gets another. If a call is about to get one, that
// is enough.
func (o *clientCredentials) drop(s *Scheme, token string) {
	select {
	case o.turn <- struct{}{}:
		defer func() { <-o.turn }()
	default:
		return
	}
	if t := o.tokens[s.Name]; t != nil && t.text.reveal() == token {
		t.text = secret{}
	}
}

// refresh asks for a token: with id and secret in a header, as the standard has it, or in the form if the endpoint
// knows them there only.
func (o *clientCredentials) refresh(ctx context.Context, c *call, s *Scheme, t *accessToken) error {
	address, err := c.tokenURL(s)
	if err != nil {
		return fmt.Errorf("OAuth2 token: %w", err)
	}
	answer, err := o.fetch(ctx, c, s, address, t.inBody)
	var refused *refusedError
	if errors.As(err, &refused) && !t.inBody {
		if second, other := o.fetch(ctx, c, s, address, true); other == nil {
			answer, err, t.inBody = second, nil, true
		}
	}
	if err != nil {
		return fmt.Errorf("OAuth2 token: %w", err)
	}
	// A tenth of its life, at most a minute, is left for the way.
	life := answer.life()
	t.text, t.expiry = conceal(answer.Token), time.Now().Add(life-min(life/10, time.Minute))
	return nil
}

// tokenURL is where tokens come from: over a connection that nobody reads, unless the API's own is none.
func (c *call) tokenURL(s *Scheme) (*url.URL, error) {
	address, endpoint := s.TokenURL, c.settings.credentials.endpoint
	if endpoint != nil {
		address = cmp.Or(endpoint.address, address)
	}
	if address == "" {
		return nil, errors.New("the document names no token URL; use sdk.WithTokenEndpoint or sdk.WithTokenSource")
	}
	u, err := c.base.Parse(address)
	switch {
	case err != nil:
		return nil, errors.New("the token URL does not parse")
	case u.Scheme != "https" && (u.Scheme != "http" || c.base.Scheme != "http"):
		return nil, fmt.Errorf("the token URL %s is not https", safeURL(u))
	}
	return u, nil
}

// A tokenAnswer is what a token endpoint says.
type tokenAnswer struct {
	Token  string      `json:"access_token"`
	Expiry json.Number `json:"expires_in"`
}

func (a *tokenAnswer) life() time.Duration {
	seconds, err := strconv.ParseFloat(a.Expiry.String(), 64)
	if err != nil || seconds <= 0 {
		seconds = 3600
	}
	return time.Duration(min(seconds, 1<<31) * float64(time.Second))
}

// A refusedError is a token endpoint's no; an unavailableError may not come again.
type (
	refusedError     struct{ error }
	unavailableError struct{ error }
)

func (o *clientCredentials) fetch(ctx context.Context, c *call, s *Scheme, to *url.URL, inBody bool) (*tokenAnswer, error) {
	r, err := o.request(ctx, c, s, to, inBody)
	if err != nil {
		return nil, err
	}
	resp, err := roundTrip(c.settings.client(), r)
	if err != nil {
		return nil, &unavailableError{withoutURL(err)}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, errorLimit))
	if err != nil {
		return nil, &unavailableError{err}
	}
	answer := new(tokenAnswer)
	if resp.StatusCode/100 == 2 && decode(body, answer) == nil && answer.Token != "" {
		return answer, nil
	}
	err = o.complaint(resp, to, body)
	switch status := resp.StatusCode; {
	case status == http.StatusTooManyRequests || status >= 500:
		return nil, &unavailableError{err}
	case status == http.StatusBadRequest || status == http.StatusUnauthorized:
		return nil, &refusedError{err}
	}
	return nil, err
}

// complaint says what an endpoint answers in place of a token, without what it may repeat of the request.
func (o *clientCredentials) complaint(resp *http.Response, to *url.URL, body []byte) error {
	code, message := describe(body)
	said := strings.TrimSpace(code + " " + message)
	if said == "" {
		said = "no access_token"
	}
	for _, form := range []func(string) string{func(s string) string { return s }, escape, escapeForm} {
		if text := form(o.secret.reveal()); text != "" {
			said = strings.ReplaceAll(said, text, "[secret]")
		}
	}
	return fmt.Errorf("%s from %s: %s", cmp.Or(resp.Status, strconv.Itoa(resp.StatusCode)), safeURL(to), said)
}

func (o *clientCredentials) request(ctx context.Context, c *call, s *Scheme, to *url.URL, inBody bool) (*http.Request, error) {
	form := url.Values{"grant_type": {"client_credentials"}}
	scopes := o.scopes
	if len(scopes) == 0 {
		scopes = s.Scopes
	}
	if scope := strings.Join(scopes, " "); scope != "" {
		form.Set("scope", scope)
	}
	if endpoint := c.settings.credentials.endpoint; endpoint != nil {
		for name, values := range endpoint.form {
			form[name] = values
		}
	}
	if inBody {
		form.Set("client_id", o.id)
		form.Set("client_secret", o.secret.reveal())
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, to.String(), bytes.NewReader([]byte(form.Encode())))
	if err != nil {
		return nil, err
	}
	if !inBody {
		r.SetBasicAuth(escapeForm(o.id), escapeForm(o.secret.reveal()))
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", cmp.Or(c.settings.userAgent, "sdk"))
	return r, nil
}
