package golden

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A tokenServer is an API with a token endpoint, whose tokens are t1, t2 and so on. It takes its time over them, so
// that other calls arrive meanwhile.
type tokenServer struct {
	lock    sync.Mutex
	life    string          // as JSON
	refused map[string]bool // tokens that the API does not take
	broken  bool            // the endpoint is
	fetched int
	calls   []string // what the API was sent: "POST Bearer t1 body"
}

func (s *tokenServer) RoundTrip(r *http.Request) (*http.Response, error) {
	body := ""
	if r.Body != nil {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		body = string(b)
	}
	if r.URL.Host == "id.test" {
		select {
		case <-time.After(10 * time.Millisecond):
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	switch {
	case r.URL.Host == "id.test" && s.broken:
		s.fetched++
		return says(r, 503, `{"error":"temporarily_unavailable"}`), nil
	case r.URL.Host == "id.test":
		s.fetched++
		return says(r, 200, fmt.Sprintf(`{"access_token":"t%d","token_type":"Bearer","expires_in":%s}`, s.fetched, s.life)), nil
	}
	token := r.Header.Get("Authorization")
	s.calls = append(s.calls, strings.TrimSpace(r.Method+" "+token+" "+body))
	if s.refused[strings.TrimPrefix(token, "Bearer ")] {
		return says(r, 401, `{"message":"token expired"}`), nil
	}
	return says(r, 200, "{}"), nil
}

func (s *tokenServer) client(opts ...sdk.Option) *sdk.Client {
	config := sdk.Config{BaseURL: "https://api.test", Schemes: schemesOfAllKinds(), Security: sdk.Security{{"oauth"}}}
	return sdk.NewClient(config, append([]sdk.Option{sdk.WithTransport(s), sdk.WithClientCredentials("id", "secret")}, opts...)...)
}

func get(t *testing.T, c *sdk.Client) error {
	return sdk.SendEmpty(t.Context(), c, sdk.NewRequest("GET", "/x"))
}

func tryTokenLives(t *testing.T) int {
	lives := map[string]func(*testing.T){
		"twenty calls share one request": func(t *testing.T) {
			s := &tokenServer{life: "60"}
			client, group := s.client(), sync.WaitGroup{}
			for range 20 {
				group.Go(func() {
					if err := get(t, client); err != nil {
						t.Error(err)
					}
				})
			}
			group.Wait()
			wantTokens(t, s, 1, 20)
		},
		"twenty calls share one failure": func(t *testing.T) {
			s := &tokenServer{broken: true}
			client, group := s.client(sdk.WithMaxRetries(0)), sync.WaitGroup{}
			for range 20 {
				group.Go(func() {
					if err := get(t, client); err == nil || !strings.Contains(err.Error(), "temporarily_unavailable") {
						t.Error(err)
					}
				})
			}
			group.Wait()
			wantTokens(t, s, 1, 0)
		},
		"a call that gives up does not fail the others": func(t *testing.T) {
			s := &tokenServer{life: "60"}
			client := s.client()
			ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
			defer cancel()
			group := sync.WaitGroup{}
			group.Go(func() {
				err := sdk.SendEmpty(ctx, client, sdk.NewRequest("GET", "/x"))
				if !errors.Is(err, context.DeadlineExceeded) {
					t.Error(err)
				}
			})
			synctest.Wait()
			if err := get(t, client); err != nil {
				t.Error(err)
			}
			group.Wait()
			wantTokens(t, s, 1, 1)
		},
		"a token is replaced a tenth of its life early": func(t *testing.T) {
			s := &tokenServer{life: "100"}
			client := s.client()
			for _, wait := range []time.Duration{0, 89 * time.Second, 2 * time.Second} {
				time.Sleep(wait)
				if err := get(t, client); err != nil {
					t.Error(err)
				}
			}
			wantTokens(t, s, 2, 3)
		},
		"a long life ends at most a minute early": func(t *testing.T) {
			s := &tokenServer{life: `"36000"`}
			client := s.client()
			for _, wait := range []time.Duration{0, 36000*time.Second - 61*time.Second, 2 * time.Second} {
				time.Sleep(wait)
				if err := get(t, client); err != nil {
					t.Error(err)
				}
			}
			wantTokens(t, s, 2, 3)
		},
		"a refused token is replaced, and the call sent once more": func(t *testing.T) {
			s := &tokenServer{life: "3600", refused: map[string]bool{"t1": true}}
			req := sdk.NewRequest("POST", "/x")
			req.JSON(map[string]int{"a": 1})
			if err := sdk.SendEmpty(t.Context(), s.client(), req); err != nil {
				t.Error(err)
			}
			if got := strings.Join(s.calls, ", "); got != `POST Bearer t1 {"a":1}, POST Bearer t2 {"a":1}` {
				t.Error(got)
			}
		},
		"a refused token is replaced once": func(t *testing.T) {
			s := &tokenServer{life: "3600", refused: map[string]bool{"t1": true, "t2": true, "t3": true}}
			if err := get(t, s.client()); !errors.Is(err, sdk.ErrUnauthorized) {
				t.Error(err)
			}
			wantTokens(t, s, 2, 2)
		},
		"a body that cannot be read again is not sent again": func(t *testing.T) {
			s := &tokenServer{life: "3600", refused: map[string]bool{"t1": true}}
			req := sdk.NewRequest("POST", "/x")
			req.Raw("text/plain", io.LimitReader(strings.NewReader("once"), 10))
			if err := sdk.SendEmpty(t.Context(), s.client(), req); !errors.Is(err, sdk.ErrUnauthorized) {
				t.Error(err)
			}
			wantTokens(t, s, 1, 1)
		},
		"a token source is asked again after 401": func(t *testing.T) {
			s, asked := &tokenServer{refused: map[string]bool{"s1": true}}, 0
			err := get(t, s.client(sdk.WithTokenSource(func(context.Context) (string, error) {
				asked++
				return fmt.Sprint("s", asked), nil
			})))
			if got := strings.Join(s.calls, ", "); err != nil || got != "GET Bearer s1, GET Bearer s2" {
				t.Error(err, got)
			}
		},
		"a token of one's own is sent once": func(t *testing.T) {
			s := &tokenServer{refused: map[string]bool{"mine": true}}
			if err := get(t, s.client(sdk.WithBearer("mine"))); !errors.Is(err, sdk.ErrUnauthorized) {
				t.Error(err)
			}
			wantTokens(t, s, 0, 1)
		},
		"an endpoint that is down is tried again": func(t *testing.T) {
			s := &tokenServer{broken: true}
			if err := get(t, s.client(sdk.WithMaxRetries(2))); err == nil {
				t.Error("no error")
			}
			wantTokens(t, s, 3, 0)
		},
	}
	for name, run := range lives {
		t.Run(name, func(t *testing.T) { synctest.Test(t, run) })
	}
	return len(lives)
}

func wantTokens(t *testing.T, s *tokenServer, fetched, calls int) {
	t.Helper()
	if s.fetched != fetched || len(s.calls) != calls {
		t.Errorf("%d tokens for %d calls, want %d for %d: %v", s.fetched, len(s.calls), fetched, calls, s.calls)
	}
}

// tryTokenRequests sends RFC 6749's own client, and what needs escaping.
func tryTokenRequests(t *testing.T) int {
	vectors := []struct {
		base, tokenURL string
		scopes         []string // of the document
		opts           []sdk.Option
		want           string // URL Authorization body; "" where nothing is sent
	}{
		{"https://api.test", "https://server.example.com/token", nil, options(sdk.WithClientCredentials("s6BhdRkqt3", "gX1fBAt3bV")),
			"https://server.example.com/token Basic czZCaGRSa3F0MzpnWDFmQkF0M2JW grant_type=client_credentials"},
		{"https://api.test", "https://id.test/token", []string{"read", "write"}, options(sdk.WithClientCredentials("i", "s")),
			"https://id.test/token Basic aTpz grant_type=client_credentials&scope=read+write"},
		{"https://api.test", "https://id.test/token", []string{"read"}, options(sdk.WithClientCredentials("i", "s", "own", "two")),
			"https://id.test/token Basic aTpz grant_type=client_credentials&scope=own+two"},
		{"https://api.test", "https://id.test/token", []string{"read"}, options(sdk.WithClientCredentials("i", "s", "")),
			"https://id.test/token Basic aTpz grant_type=client_credentials"},
		{"https://api.test", "https://id.test/token", nil, options(sdk.WithClientCredentials("a b:c", "p%/é")), // form-urlencoded first
			"https://id.test/token Basic YStiJTNBYzpwJTI1JTJGJUMzJUE5 grant_type=client_credentials"},
		{"https://api.test/v1/", "/oauth/token", nil, options(sdk.WithClientCredentials("i", "s")),
			"https://api.test/oauth/token Basic aTpz grant_type=client_credentials"},
		{"https://api.test", "https://id.test/token?tenant=1", nil, options(sdk.WithClientCredentials("i", "s")),
			"https://id.test/token?tenant=1 Basic aTpz grant_type=client_credentials"},
		{"https://api.test", "https://id.test/token", nil, options(sdk.WithClientCredentials("i", "s"), sdk.WithTokenEndpoint("https://other.test/t", nil)),
			"https://other.test/t Basic aTpz grant_type=client_credentials"},
		{"https://api.test", "https://id.test/token", nil,
			options(sdk.WithClientCredentials("i", "s"), sdk.WithTokenEndpoint("", url.Values{"audience": {"https://api.test/"}})),
			"https://id.test/token Basic aTpz audience=https%3A%2F%2Fapi.test%2F&grant_type=client_credentials"},
		{"https://api.test", "", nil, options(sdk.WithClientCredentials("i", "s"), sdk.WithTokenEndpoint("/t", nil)),
			"https://api.test/t Basic aTpz grant_type=client_credentials"},
		{"http://api.test", "http://id.test/token", nil, options(sdk.WithClientCredentials("i", "s")),
			"http://id.test/token Basic aTpz grant_type=client_credentials"},
		{"https://api.test", "http://id.test/token", nil, options(sdk.WithClientCredentials("i", "s")), ""},
		{"https://api.test", "ftp://id.test/token", nil, options(sdk.WithClientCredentials("i", "s")), ""},
		{"https://api.test", "https://id.test/%zz", nil, options(sdk.WithClientCredentials("i", "s")), ""},
		{"https://api.test", "", nil, options(sdk.WithClientCredentials("i", "s")), ""},
	}
	for _, v := range vectors {
		to := &trip{answer: func(r *http.Request) *http.Response { return says(r, 200, `{"access_token":"a"}`) }}
		client := sdk.NewClient(sdk.Config{
			BaseURL: v.base, Security: sdk.Security{{"oauth"}},
			Schemes: []sdk.Scheme{{Name: "oauth", Kind: sdk.OAuth2, TokenURL: v.tokenURL, Scopes: v.scopes}},
		}, append(v.opts, sdk.WithTransport(to))...)
		err := get(t, client)
		if v.want == "" {
			if err == nil || len(to.seen) > 0 {
				t.Errorf("%s: %v, %d requests", v.tokenURL, err, len(to.seen))
			}
			continue
		}
		if err != nil || len(to.seen) != 2 {
			t.Errorf("%s: %v, %d requests", v.tokenURL, err, len(to.seen))
			continue
		}
		if got := to.seen[0].URL.String() + " " + to.seen[0].Header.Get("Authorization") + " " + to.bodies[0]; got != v.want {
			t.Errorf("%s\n got %s\nwant %s", v.tokenURL, got, v.want)
		}
	}
	return len(vectors)
}

// tryTokenAnswers wants a clear error that never shows the secret, and the other form of credentials where an endpoint
// wants that.
func tryTokenAnswers(t *testing.T) int {
	vectors := []struct {
		status   int
		body     string
		location string
		want     string // of the error; "" for none
	}{
		{200, `{"access_token":"a","token_type":"Bearer","expires_in":3600,"scope":"read"}`, "", ""},
		{200, `{"access_token":"a","expires_in":"3600"}`, "", ""},
		{200, `{"access_token":"a","expires_in":3599.5}`, "", ""},
		{200, `{"access_token":"a"}`, "", ""},
		{201, `{"access_token":"a","expires_in":null}`, "", ""},
		{400, `{"error":"invalid_scope","error_description":"no such scope"}`, "", "invalid_scope no such scope"},
		{401, `{"error":"invalid_client"}`, "", "invalid_client"},
		{400, `{"error":"invalid_client","error_description":"s3cr3t/é is wrong"}`, "", "invalid_client [secret] is wrong"},
		{400, `{"error":"invalid_request","error_description":"got s3cr3t%2F%C3%A9"}`, "", "got [secret]"},
		{200, `{"error":"bad_verification_code"}`, "", "bad_verification_code"},
		{200, `<html>sign in</html>`, "", "no access_token"},
		{200, ``, "", "no access_token"},
		{500, `oops`, "", "500"},
		{302, ``, "https://evil.test/token", "302"},
		{307, ``, "https://evil.test/token", "307"},
	}
	for _, v := range vectors {
		to := &trip{answer: func(r *http.Request) *http.Response {
			if r.URL.Host == "id.test" {
				resp := says(r, v.status, v.body, "Location", v.location)
				resp.Status = fmt.Sprint(v.status, " ", http.StatusText(v.status))
				return resp
			}
			return says(r, 200, "{}")
		}}
		err := get(t, secured(sdk.Security{{"oauth"}}, to, sdk.WithClientCredentials("id", "s3cr3t/é")))
		if v.want == "" && err != nil || v.want != "" && (err == nil || !strings.Contains(err.Error(), v.want) || !strings.Contains(err.Error(), "OAuth2 token")) {
			t.Errorf("%d %s: %v, want %s", v.status, v.body, err, v.want)
		}
		if text := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(text, "s3cr3t") {
			t.Errorf("%d %s: the secret shows: %s", v.status, v.body, text)
		}
		for _, r := range to.seen {
			if r.URL.Host == "evil.test" || v.want != "" && r.URL.Host == "api.test" {
				t.Errorf("%d %s: %s is asked", v.status, v.body, r.URL)
			}
		}
	}
	// An endpoint that knows id and secret in the form only, which is remembered.
	to := &trip{}
	to.answer = func(r *http.Request) *http.Response {
		last := to.bodies[len(to.bodies)-1]
		switch {
		case r.URL.Host != "id.test":
			return says(r, 401, "{}")
		case last == "client_id=id&client_secret=s&grant_type=client_credentials&scope=read+write" && r.Header.Get("Authorization") == "":
			return says(r, 200, fmt.Sprintf(`{"access_token":"a%d"}`, len(to.seen)))
		}
		return says(r, 401, `{"error":"invalid_client"}`)
	}
	err := get(t, secured(sdk.Security{{"oauth"}}, to, sdk.WithClientCredentials("id", "s")))
	if got := len(to.seen); !errors.Is(err, sdk.ErrUnauthorized) || got != 5 { // header, form, call, form, call
		t.Errorf("credentials in the form: %v, %d requests", err, got)
	}
	return len(vectors) + 1
}
