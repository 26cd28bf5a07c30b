package golden

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

func authRows() []conformRow {
	const item = "Auth"
	return []conformRow{
		{item, "basic, bearer and API keys in header, query and cookie, as they arrive", "RFC 7617, RFC 6750, this repository", tryCredentials},
		{item, "alternatives (or), schemes that go together (and), optional, none", ours, trySecurity},
		{item, "credentials from environment variables, for each kind of scheme", ours, tryEnvironment},
		{item, "credentials that no request can carry are refused", ours, tryBadCredentials},
		{item, "OAuth2 client credentials: what the token endpoint gets", "RFC 6749, 2.3.1 and 4.4.2; this repository", tryTokenRequests},
		{item, "OAuth2 client credentials: what the token endpoint says", "RFC 6749, 5.1 and 5.2; this repository", tryTokenAnswers},
		{item, "OAuth2 client credentials: single flight, early refresh, once more after 401", ours, tryTokenLives},
		{item, "mutual TLS, and no certificate for where a redirect leads", ours, tryMutualTLS},
		{item, "hostile redirects × kinds of credentials", ours, tryRedirects},
		{item, "hostile next pages × kinds of credentials", ours, tryNextPages},
		{item, "servers of single operations, and a base URL in their place", ours, tryOwnServers},
	}
}

// schemesOfAllKinds have the names that vectors use.
func schemesOfAllKinds() []sdk.Scheme {
	return []sdk.Scheme{
		{Name: "basic", Kind: sdk.Basic, Env: []string{"CONFORM_USER", "CONFORM_PASSWORD"}},
		{Name: "bearer", Kind: sdk.Bearer, Env: []string{"CONFORM_TOKEN"}},
		{Name: "header", Kind: sdk.APIKey, In: "header", Param: "X-Api-Key", Env: []string{"CONFORM_KEY"}},
		{Name: "query", Kind: sdk.APIKey, In: "query", Param: "api key", Env: []string{"CONFORM_KEY"}},
		{Name: "cookie", Kind: sdk.APIKey, In: "cookie", Param: "sid", Env: []string{"CONFORM_KEY"}},
		{Name: "oauth", Kind: sdk.OAuth2, TokenURL: "https://id.test/token", Scopes: []string{"read", "write"}, Env: []string{"CONFORM_ID", "CONFORM_SECRET"}},
		{Name: "openid", Kind: sdk.OpenID, Env: []string{"CONFORM_TOKEN"}},
		{Name: "digest", Kind: sdk.HTTPOther, Env: []string{"CONFORM_HEADER"}},
		{Name: "tls", Kind: sdk.MutualTLS},
	}
}

// A trip is a transport that keeps what it is asked, and answers as a test says.
type trip struct {
	answer func(*http.Request) *http.Response
	seen   []*http.Request
	bodies []string
}

func (s *trip) RoundTrip(r *http.Request) (*http.Response, error) {
	body := ""
	if r.Body != nil {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		body = string(b)
	}
	s.seen, s.bodies = append(s.seen, r), append(s.bodies, body)
	if s.answer == nil {
		return says(r, 200, "{}"), nil
	}
	return s.answer(r), nil
}

func says(r *http.Request, status int, body string, header ...string) *http.Response {
	resp := &http.Response{
		StatusCode: status, Status: http.StatusText(status), Request: r, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
	}
	for i := 0; i+1 < len(header); i += 2 {
		resp.Header.Set(header[i], header[i+1])
	}
	return resp
}

// proves is what of a request says who calls: Authorization|X-Api-Key|Cookie|query.
func proves(r *http.Request) string {
	return strings.Join([]string{r.Header.Get("Authorization"), r.Header.Get("X-Api-Key"), r.Header.Get("Cookie"), r.URL.RawQuery}, "|")
}

func secured(security sdk.Security, to *trip, opts ...sdk.Option) *sdk.Client {
	config := sdk.Config{BaseURL: "https://api.test/v1", UserAgent: "conformance/1", Schemes: schemesOfAllKinds(), Security: security}
	return sdk.NewClient(config, append([]sdk.Option{sdk.WithTransport(to), sdk.WithMaxRetries(0)}, opts...)...)
}

// An authVector is a way to give credentials and what arrives of them.
type authVector struct {
	security sdk.Security
	opts     []sdk.Option
	want     string
}

func tryAuth(t *testing.T, vectors []authVector) int {
	for _, v := range vectors {
		to := &trip{}
		err := sdk.SendEmpty(t.Context(), secured(v.security, to, v.opts...), sdk.NewRequest("GET", "/x"))
		switch {
		case v.want == refused:
			if err == nil || len(to.seen) > 0 {
				t.Errorf("%v is sent: %v", v.security, err)
			}
		case err != nil || len(to.seen) != 1:
			t.Errorf("%v: %v, %d requests", v.security, err, len(to.seen))
		case proves(to.seen[0]) != v.want:
			t.Errorf("%v: %s, want %s", v.security, proves(to.seen[0]), v.want)
		}
	}
	return len(vectors)
}

func options(opts ...sdk.Option) []sdk.Option { return opts }

func source(token string) sdk.Option {
	return sdk.WithTokenSource(func(context.Context) (string, error) { return token, nil })
}

func tryCredentials(t *testing.T) int {
	named := sdk.WithCredential
	return tryAuth(t, []authVector{
		{sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("Aladdin", "open sesame")), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==|||"},
		{sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("test", "123£")), "Basic dGVzdDoxMjPCow==|||"},
		{sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("u", "p:q")), "Basic dTpwOnE=|||"},
		{sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("sk_key", "")), "Basic c2tfa2V5Og==|||"},
		{sdk.Security{{"basic"}}, options(named("basic", "u:p:q")), "Basic dTpwOnE=|||"},
		{sdk.Security{{"bearer"}}, options(sdk.WithBearer("mF_9.B5f-4.1JqM")), "Bearer mF_9.B5f-4.1JqM|||"},
		{sdk.Security{{"bearer"}}, options(source("s")), "Bearer s|||"},
		{sdk.Security{{"bearer"}}, options(named("bearer", "t")), "Bearer t|||"},
		{sdk.Security{{"oauth"}}, options(sdk.WithBearer("t")), "Bearer t|||"},
		{sdk.Security{{"oauth"}}, options(source("s")), "Bearer s|||"},
		{sdk.Security{{"oauth"}}, options(named("oauth", "t")), "Bearer t|||"},
		{sdk.Security{{"openid"}}, options(sdk.WithBearer("t")), "Bearer t|||"},
		{sdk.Security{{"openid"}}, options(source("s")), "Bearer s|||"},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("k")), "|k||"},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("naïve")), "|naïve||"},
		{sdk.Security{{"query"}}, options(sdk.WithAPIKey("k")), "|||api%20key=k"},
		{sdk.Security{{"query"}}, options(sdk.WithAPIKey("k&=+ #/é")), "|||api%20key=k%26%3D%2B%20%23%2F%C3%A9"},
		{sdk.Security{{"cookie"}}, options(sdk.WithAPIKey("k")), "||sid=k|"},
		{sdk.Security{{"cookie"}}, options(sdk.WithAPIKey("k; evil=1")), "||sid=k%3B%20evil%3D1|"},
		{sdk.Security{{"digest"}}, options(named("digest", `Digest username="u"`)), `Digest username="u"|||`},
		{sdk.Security{{"tls"}}, nil, "|||"},
		{sdk.Security{{"undeclared"}}, options(named("undeclared", "Custom x")), "Custom x|||"},
		{sdk.Security{{"undeclared"}}, options(sdk.WithBearer("t")), "Bearer t|||"},
		{nil, options(sdk.WithBearer("t")), "Bearer t|||"},
	})
}

func trySecurity(t *testing.T) int {
	basic, bearer, key, named := sdk.WithBasicAuth("u", "p"), sdk.WithBearer("t"), sdk.WithAPIKey("k"), sdk.WithCredential
	count := tryAuth(t, []authVector{
		{sdk.Security{{"basic", "header"}}, options(basic, key), "Basic dTpw|k||"},
		{sdk.Security{{"header", "query", "cookie"}}, options(key), "|k|sid=k|api%20key=k"},
		{sdk.Security{{"header", "query"}}, options(named("header", "a"), named("query", "b")), "|a||api%20key=b"},
		{sdk.Security{{"bearer"}, {"header"}}, options(key), "|k||"},
		{sdk.Security{{"bearer"}, {"header"}}, options(bearer, key), "Bearer t|||"},
		{sdk.Security{{"basic", "header"}, {"cookie"}}, options(named("header", "a"), named("cookie", "c")), "||sid=c|"},
		{sdk.Security{{"basic", "header"}}, options(named("header", "a")), "|a||"},
		{sdk.Security{{}, {"header"}}, options(key), "|k||"},
		{sdk.Security{{"header"}, {}}, options(key), "|k||"},
		{sdk.Security{{"header"}, {}}, nil, "|||"},
		{sdk.Security{{}, {"header"}}, nil, "|||"},
		{sdk.Security{{"header"}}, options(bearer), "|||"},
		{sdk.Security{{"tls"}, {"bearer"}}, options(bearer), "Bearer t|||"},
		{sdk.Security{{"tls", "bearer"}}, options(bearer), "Bearer t|||"},
		{sdk.Security{{"bearer", "undeclared"}, {"header"}}, options(key), "|k||"},
	})
	for _, v := range []struct {
		own  sdk.Security // of the operation, in place of the client's, which asks for a key
		opts []sdk.Option
		want string
	}{
		{sdk.Security{}, options(basic, bearer, key), "|||"},
		{nil, options(basic, bearer, key), "|||"},
		{sdk.Security{{"basic"}}, options(basic, bearer, key), "Basic dTpw|||"},
		{sdk.Security{{"query", "bearer"}}, options(bearer, key), "Bearer t|||api%20key=k"},
	} {
		to := &trip{}
		req := sdk.NewRequest("GET", "/x")
		req.Security(v.own)
		err := sdk.SendEmpty(t.Context(), secured(sdk.Security{{"header"}}, to, v.opts...), req)
		if err != nil || proves(to.seen[0]) != v.want {
			t.Errorf("own %v: %v, %s, want %s", v.own, err, proves(to.seen[0]), v.want)
		}
		count++
	}
	return count
}

func tryEnvironment(t *testing.T) int {
	for name, value := range map[string]string{
		"USER": "eu", "PASSWORD": "ep", "TOKEN": "et", "KEY": "ek", "HEADER": "Digest e", "ID": "eid", "SECRET": "es",
	} {
		t.Setenv("CONFORM_"+name, value)
	}
	count := tryAuth(t, []authVector{
		{sdk.Security{{"basic"}}, nil, "Basic ZXU6ZXA=|||"},
		{sdk.Security{{"bearer"}}, nil, "Bearer et|||"},
		{sdk.Security{{"openid"}}, nil, "Bearer et|||"},
		{sdk.Security{{"header"}}, nil, "|ek||"},
		{sdk.Security{{"query"}}, nil, "|||api%20key=ek"},
		{sdk.Security{{"cookie"}}, nil, "||sid=ek|"},
		{sdk.Security{{"digest"}}, nil, "Digest e|||"},
		{sdk.Security{{"basic", "cookie"}}, nil, "Basic ZXU6ZXA=||sid=ek|"},
		// An option of the client comes before.
		{sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("u", "p")), "Basic dTpw|||"},
		{sdk.Security{{"bearer"}}, options(sdk.WithBearer("t")), "Bearer t|||"},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("k")), "|k||"},
		{sdk.Security{{"header"}}, options(sdk.WithCredential("header", "k")), "|k||"},
		{sdk.Security{{"oauth"}}, options(source("s")), "Bearer s|||"},
	})
	for _, v := range []struct {
		scheme string
		opt    sdk.Option // of the call
		want   string
	}{
		{"basic", sdk.WithBasicAuth("u", "p"), "Basic dTpw|||"},
		{"bearer", sdk.WithBearer("t"), "Bearer t|||"},
		{"header", sdk.WithAPIKey("k"), "|k||"},
		{"cookie", sdk.WithCredential("cookie", "k"), "||sid=k|"},
	} {
		to := &trip{}
		err := sdk.SendEmpty(t.Context(), secured(sdk.Security{{v.scheme}}, to), sdk.NewRequest("GET", "/x", v.opt))
		if err != nil || proves(to.seen[0]) != v.want {
			t.Errorf("call's own %s: %v, want %s", v.scheme, err, v.want)
		}
		count++
	}
	to := &trip{answer: func(r *http.Request) *http.Response { return says(r, 200, `{"access_token":"a"}`) }}
	err := sdk.SendEmpty(t.Context(), secured(sdk.Security{{"oauth"}}, to), sdk.NewRequest("GET", "/x"))
	if err != nil || len(to.seen) != 2 || proves(to.seen[0]) != "Basic ZWlkOmVz|||" || proves(to.seen[1]) != "Bearer a|||" {
		t.Errorf("id and secret of the environment: %v, %d requests", err, len(to.seen))
	}
	return count + 1
}

func tryBadCredentials(t *testing.T) int {
	return tryAuth(t, []authVector{
		{sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("a:b", "p")), refused},
		{sdk.Security{{"bearer"}}, options(sdk.WithBearer("")), refused},
		{sdk.Security{{"bearer"}}, options(source("")), refused},
		{sdk.Security{{"bearer"}}, options(sdk.WithBearer("t\r\nX-Evil: 1")), refused},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("")), refused},
		{sdk.Security{{"query"}}, options(sdk.WithAPIKey("")), refused},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("k\nX-Evil: 1")), refused},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("k\n")), refused},
		{sdk.Security{{"header"}}, options(sdk.WithAPIKey("k\x00")), refused},
		{sdk.Security{{"digest"}}, options(sdk.WithCredential("digest", "Digest\r\n")), refused},
		{sdk.Security{{"oauth"}}, options(sdk.WithTokenSource(func(context.Context) (string, error) { return "", io.ErrUnexpectedEOF })), refused},
	})
}
