package sdk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

var schemes = []Scheme{
	{Name: "basic", Kind: Basic},
	{Name: "bearer", Kind: Bearer},
	{Name: "header", Kind: APIKey, In: "header", Param: "X-Api-Key"},
	{Name: "query", Kind: APIKey, In: "query", Param: "api key"},
	{Name: "cookie", Kind: APIKey, In: "cookie", Param: "sid"},
	{Name: "oauth", Kind: OAuth2, TokenURL: "/token", Scopes: []string{"read"}},
	{Name: "tls", Kind: MutualTLS},
	{Name: "digest", Kind: HTTPOther},
}

func TestSecurity(t *testing.T) {
	key := WithCredential
	for _, test := range []struct {
		name     string
		security Security
		own      bool // the request's, not the client's
		opts     []Option
		want     string // Authorization|X-Api-Key|Cookie|URI
	}{
		{"basic", Security{{"basic"}}, false, []Option{WithBasicAuth("u", "p")}, "Basic dTpw|||/x"},
		{"named basic", Security{{"basic"}}, false, []Option{key("basic", "u:p:q")}, "Basic dTpwOnE=|||/x"},
		{"bearer", Security{{"bearer"}}, false, []Option{WithBearer("t")}, "Bearer t|||/x"},
		{"the last wins", Security{{"bearer"}}, false, []Option{WithBearer("t"), WithBearer("u")}, "Bearer u|||/x"},
		{"source", Security{{"oauth"}}, false, []Option{WithTokenSource(func(context.Context) (string, error) { return "s", nil })}, "Bearer s|||/x"},
		{"header key", Security{{"header"}}, false, []Option{WithAPIKey("k")}, "|k||/x"},
		{"query key", Security{{"query"}}, false, []Option{WithAPIKey("k&=")}, "|||/x?api%20key=k%26%3D"},
		{"cookie key", Security{{"cookie"}}, false, []Option{WithAPIKey("k")}, "||sid=k|/x"},
		{"and", Security{{"basic", "header"}}, false, []Option{WithBasicAuth("u", "p"), WithAPIKey("k")}, "Basic dTpw|k||/x"},
		{"or, first served", Security{{"bearer"}, {"header"}}, false, []Option{WithAPIKey("k")}, "|k||/x"},
		{"or, whole before part", Security{{"basic", "header"}, {"cookie"}}, false, []Option{key("header", "k"), key("cookie", "c")}, "||sid=c|/x"},
		{"part", Security{{"basic", "header"}}, false, []Option{key("header", "k")}, "|k||/x"},
		{"named apart", Security{{"header", "query"}}, false, []Option{key("header", "a"), key("query", "b")}, "|a||/x?api%20key=b"},
		{"anonymous or key", Security{{}, {"header"}}, false, []Option{WithAPIKey("k")}, "|k||/x"},
		{"anonymous", Security{{}, {"header"}}, false, nil, "|||/x"},
		{"none needed", Security{}, true, []Option{WithAPIKey("k"), WithBearer("t")}, "|||/x"},
		{"own", Security{{"bearer"}}, true, []Option{WithAPIKey("k"), WithBearer("t")}, "Bearer t|||/x"},
		{"not named where", nil, false, []Option{WithAPIKey("k")}, "|k||/x"},
		{"other http", Security{{"digest"}}, false, []Option{key("digest", "Digest x")}, "Digest x|||/x"},
		{"tls", Security{{"tls"}}, false, nil, "|||/x"},
	} {
		client, got := serve(t, nil, test.opts...)
		client.config.Schemes = schemes
		req := NewRequest("GET", "/x")
		if test.own {
			req.Security(test.security)
		} else {
			client.config.Security = test.security
		}
		err := SendEmpty(t.Context(), client, req)
		have := strings.Join([]string{got.Header.Get("Authorization"), got.Header.Get("X-Api-Key"), got.Header.Get("Cookie"), got.URI}, "|")
		if err != nil || have != test.want {
			t.Errorf("%s: %s, %v, want %s", test.name, have, err, test.want)
		}
	}
}

func TestCredentialsFromEnvironment(t *testing.T) {
	t.Setenv("TEST_USER", "u")
	t.Setenv("TEST_PASSWORD", "p")
	t.Setenv("TEST_SID", "AC1")
	_, got := serve(t, nil)
	config := Config{
		Schemes:  []Scheme{{Name: "basic", Kind: Basic, Env: []string{"TEST_USER", "TEST_PASSWORD"}}},
		Security: Security{{"basic"}},
		Params:   []ClientParam{{Name: "Sid", Env: []string{"TEST_SID"}}},
	}
	server, got := serve(t, nil)
	config.BaseURL = server.base.String()
	if err := SendEmpty(t.Context(), NewClient(config), NewRequest("GET", "/{Sid}")); err != nil {
		t.Fatal(err)
	}
	check(t, "header", got.Header.Get("Authorization")+got.URI, "Basic dTpw/AC1")
}

// Each credential stays out of everything that prints, and out of errors.
func TestNothingPrintsSecrets(t *testing.T) {
	const hidden = "s3cr3t"
	for _, opt := range []Option{
		WithBasicAuth("u", hidden), WithBearer(hidden), WithAPIKey(hidden), WithCredential("header", hidden),
		WithTokenSource(func(context.Context) (string, error) { return hidden, nil }), WithClientCredentials("id", hidden),
		WithHeader("Authorization", hidden), WithQuery("key", hidden),
	} {
		var log bytes.Buffer
		broken := transport(func(*http.Request) (*http.Response, error) { return nil, errBroken })
		client := NewClient(Config{BaseURL: "https://api.test", Schemes: schemes, Security: Security{{"query"}}},
			opt, WithTransport(broken), WithMaxRetries(0), WithLogger(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))))
		req := NewRequest("GET", "/x", opt)
		err := SendEmpty(t.Context(), client, req)
		if err == nil {
			t.Fatal("no error")
		}
		held := struct {
			Client *Client
			client *Client
			req    *Request
		}{client, client, req}
		js, _ := json.Marshal(client)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "client", client, "request", req, "secret", client.settings.credentials.key)
		text := log.String() + err.Error() + fmt.Sprintf("%#v", err) + string(js)
		for _, v := range []any{client, *client, held, &held, req, *req, client.settings.credentials, client.settings.credentials.key, opt} {
			text += fmt.Sprintf("%v %+v %#v %s %q", v, v, v, v, v)
		}
		if strings.Contains(text, hidden) {
			t.Errorf("the secret shows: %s", text)
		}
	}
}

func TestMiddlewareSeesNoCredentials(t *testing.T) {
	saw := ""
	client, got := serve(t, nil, WithBearer("t"), WithMiddleware(func(next Handler) Handler {
		return func(r *http.Request) (*http.Response, error) {
			resp, err := next(r)
			saw += r.Header.Get("Authorization")
			if err == nil {
				saw += resp.Request.Header.Get("Authorization")
			}
			return resp, err
		}
	}))
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/x")); err != nil {
		t.Fatal(err)
	}
	check(t, "middleware saw", saw, "")
	check(t, "server got", got.Header.Get("Authorization"), "Bearer t")
}

func TestCredentialsStayOnTheirOrigin(t *testing.T) {
	far, got := serve(t, nil)
	client, _ := serve(t, nil, WithBearer("t"), WithMiddleware(func(next Handler) Handler {
		return func(r *http.Request) (*http.Response, error) {
			r.URL.Host = far.base.Host
			return next(r)
		}
	}))
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/x")); err != nil {
		t.Fatal(err)
	}
	check(t, "far server got", got.Header.Get("Authorization"), "")
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"https://a.test", "https://A.test:443/x", true},
		{"http://a.test:80", "http://a.test", true},
		{"http://a.test", "https://a.test", false},
		{"https://a.test", "https://a.test:444", false},
		{"https://a.test", "https://a.test.evil", false},
		{"https://a.test", "https://a.test@evil.test", false},
	} {
		a, _ := http.NewRequest("GET", test.a, nil)
		b, _ := http.NewRequest("GET", test.b, nil)
		if got := sameOrigin(a.URL, b.URL); got != test.want {
			t.Errorf("sameOrigin(%s, %s) = %v", test.a, test.b, got)
		}
	}
}

func TestSecretThatNoHeaderCarries(t *testing.T) {
	client, _ := serve(t, nil, WithBearer("s3cr3t\r\nX: y"))
	err := SendEmpty(t.Context(), client, NewRequest("GET", "/x"))
	if err == nil || strings.Contains(err.Error(), "s3cr3t") {
		t.Errorf("%v, want a refusal without the secret", err)
	}
}

// tokens is an API with a token endpoint; each token lives for a minute.
func tokens(fetched *atomic.Int32) transport {
	return func(r *http.Request) (*http.Response, error) {
		if r.URL.Path != "/token" {
			if r.Header.Get("Authorization") == "Bearer old" {
				return respond(r, 401, `{}`), nil
			}
			return respond(r, 200, `{"id":"`+r.Header.Get("Authorization")+`"}`), nil
		}
		user, password, _ := r.BasicAuth()
		_ = r.ParseForm()
		if user != "id" || password != "se%2Fcret" || r.PostForm.Encode() != "grant_type=client_credentials&scope=read" {
			return respond(r, 400, `{"error":"invalid_client","error_description":"who?"}`), nil
		}
		time.Sleep(10 * time.Millisecond) // synctest's time: lets other calls arrive meanwhile
		return respond(r, 200, fmt.Sprintf(`{"access_token":"t%d","expires_in":"60"}`, fetched.Add(1))), nil
	}
}

func TestOAuth2(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var fetched atomic.Int32
		client := NewClient(Config{BaseURL: "https://api.test", Schemes: schemes, Security: Security{{"oauth"}}},
			WithTransport(tokens(&fetched)), WithClientCredentials("id", "se/cret"))
		var group sync.WaitGroup
		for range 20 {
			group.Go(func() {
				if v, err := Send[thing](t.Context(), client, NewRequest("GET", "/x")); err != nil || v.ID != "Bearer t1" {
					t.Errorf("%v, %v, want the first token", v, err)
				}
			})
		}
		group.Wait()
		time.Sleep(55 * time.Second) // it would live for five seconds more
		v, err := Send[thing](t.Context(), client, NewRequest("GET", "/x"))
		if err != nil || v.ID != "Bearer t2" || fetched.Load() != 2 {
			t.Errorf("%v, %v, %d fetched, want the second token", v, err, fetched.Load())
		}
	})
}

func TestOAuth2Refused(t *testing.T) {
	var fetched atomic.Int32
	client := NewClient(Config{BaseURL: "https://api.test", Schemes: schemes, Security: Security{{"oauth"}}},
		WithTransport(tokens(&fetched)), WithClientCredentials("id", "wrong"))
	err := SendEmpty(t.Context(), client, NewRequest("GET", "/x"))
	if err == nil || !strings.Contains(err.Error(), "invalid_client who?") || strings.Contains(err.Error(), "wrong") {
		t.Errorf("%v, want what the token endpoint says", err)
	}
	failing := errors.New("vault is closed")
	client = NewClient(Config{BaseURL: "https://api.test", Schemes: schemes, Security: Security{{"oauth"}}},
		WithTransport(tokens(&fetched)), WithTokenSource(func(context.Context) (string, error) { return "", failing }))
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/x")); !errors.Is(err, failing) {
		t.Errorf("%v, want the source's error", err)
	}
}
