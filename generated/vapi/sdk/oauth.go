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
	"strings"
	"time"
)

// clientCredentials gets OAuth2 tokens, one request at a time, and keeps each until shortly before it expires.
type clientCredentials struct {
	id     string
	secret secret
	scopes []string
	turn   chan struct{} // holds a token while one call looks after the token
	token  secret
	expiry time.Time
}

func newClientCredentials(id, secret string, scopes []string) *clientCredentials {
	return &clientCredentials{id: id, secret: conceal(secret), scopes: scopes, turn: make(chan struct{}, 1)}
}

// get returns a fresh token. Calls wait for the one that fetches it, or for the end of their own context.
func (o *clientCredentials) get(ctx context.Context, c *call, s *Scheme) (string, error) {
	select {
	case o.turn <- struct{}{}:
		defer func() { <-o.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	if o.token.isSet() && time.Now().Before(o.expiry) {
		return o.token.reveal(), nil
	}
	token, life, err := o.fetch(ctx, c, s)
	if err != nil {
		return "", fmt.Errorf("OAuth2 token: %w", err)
	}
	// A tenth of its life, at most a minute, is left for the way.
	o.token, o.expiry = conceal(token), time.Now().Add(life-min(life/10, time.Minute))
	return token, nil
}

// drop forgets a token that the API refused, so that the next call gets another. If a call is about to get one, that
// is enough.
func (o *clientCredentials) drop(token string) {
	select {
	case o.turn <- struct{}{}:
		defer func() { <-o.turn }()
	default:
		return
	}
	if o.token.isSet() && o.token.reveal() == token {
		o.token = secret{}
	}
}

func (o *clientCredentials) fetch(ctx context.Context, c *call, s *Scheme) (string, time.Duration, error) {
	r, err := o.request(ctx, c, s)
	if err != nil {
		return "", 0, err
	}
	resp, err := roundTrip(c.settings.http, r)
	if err != nil {
		return "", 0, withoutURL(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, errorLimit))
	if err != nil {
		return "", 0, err
	}
	var answer struct {
		Token  string      `json:"access_token"`
		Expiry json.Number `json:"expires_in"`
	}
	if resp.StatusCode != http.StatusOK {
		code, message := describe(body)
		return "", 0, fmt.Errorf("%s from %s: %s", resp.Status, safeURL(r.URL), strings.TrimSpace(code+" "+message))
	}
	if decode(body, &answer) != nil || answer.Token == "" {
		return "", 0, fmt.Errorf("%s answers without an access_token", safeURL(r.URL))
	}
	seconds, err := answer.Expiry.Int64()
	if err != nil || seconds <= 0 {
		seconds = 3600
	}
	return answer.Token, time.Duration(min(seconds, 1<<31)) * time.Second, nil
}

func (o *clientCredentials) request(ctx context.Context, c *call, s *Scheme) (*http.Request, error) {
	if s.TokenURL == "" {
		return nil, errors.New("the document names no token URL; use sdk.WithTokenSource")
	}
	address, err := c.base.Parse(s.TokenURL)
	if err != nil {
		return nil, errors.New("the token URL does not parse")
	}
	form := []pair{{"grant_type", "client_credentials"}}
	scopes := o.scopes
	if len(scopes) == 0 {
		scopes = s.Scopes
	}
	if len(scopes) > 0 {
		form = append(form, pair{"scope", escapeForm(strings.Join(scopes, " "))})
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address.String(), bytes.NewReader(joinQuery(form)))
	if err != nil {
		return nil, err
	}
	r.SetBasicAuth(escapeForm(o.id), escapeForm(o.secret.reveal()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", cmp.Or(c.settings.userAgent, "sdk"))
	return r, nil
}
