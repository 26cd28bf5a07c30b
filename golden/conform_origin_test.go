package golden

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// kept are credentials of each kind, which must not travel. All of them hold the same word.
const kept = "s3cr3t"

func keptCredentials() map[string][]sdk.Option {
	return map[string][]sdk.Option{
		"basic":  options(sdk.WithBasicAuth("u", kept)),
		"bearer": options(sdk.WithBearer(kept)),
		"oauth":  options(source(kept)),
		"openid": options(sdk.WithCredential("openid", kept)),
		"digest": options(sdk.WithCredential("digest", "Digest "+kept)),
		"header": options(sdk.WithAPIKey(kept)),
		"query":  options(sdk.WithAPIKey(kept)),
		"cookie": options(sdk.WithAPIKey(kept)),
	}
}

// holds finds a credential, also one in base64, anywhere in a request.
func holds(r *http.Request) bool {
	text := r.URL.String()
	for name, values := range r.Header {
		text += name + strings.Join(values, "\n")
	}
	_, password, _ := r.BasicAuth()
	return strings.Contains(text+password, kept) || r.Header.Get("Authorization") != ""
}

// elsewhere are addresses that are not https://api.test.
func elsewhere() []string {
	return []string{
		"https://evil.test/steal", "//evil.test/steal", "https://api.test.evil.test/", "https://api.test@evil.test/", "https://evilapi.test/",
		"https://sub.api.test/", "https://test/", "https://api.test:444/", "http://api.test/", "http://api.test:443/", "https://api.test./",
		"https://[::1]/", "https://169.254.169.254/latest/meta-data",
	}
}

func tryRedirects(t *testing.T) int {
	count := 0
	for scheme, opts := range keptCredentials() {
		for _, to := range elsewhere() {
			for _, status := range []int{301, 302, 303, 307, 308} {
				tryRedirect(t, scheme, opts, status, to)
				count++
			}
		}
	}
	return count
}

func tryRedirect(t *testing.T, scheme string, opts []sdk.Option, status int, location string) {
	first := true
	to := &trip{}
	to.answer = func(r *http.Request) *http.Response {
		if first {
			first = false
			return says(r, status, "", "Location", location)
		}
		return says(r, 200, "{}")
	}
	req := sdk.NewRequest("GET", "/x", sdk.WithHeader("X-Own", kept))
	err := sdk.SendEmpty(t.Context(), secured(sdk.Security{{scheme}}, to, opts...), req)
	if !holds(to.seen[0]) {
		t.Errorf("%s: the API itself gets no credential", scheme)
	}
	for _, r := range to.seen[1:] {
		if holds(r) {
			t.Errorf("%s: %d to %s takes the credential along", scheme, status, location)
		}
	}
	if err != nil && strings.Contains(err.Error(), kept) {
		t.Errorf("%s: %v", scheme, err)
	}
	if strings.HasPrefix(location, "http:") && (err == nil || len(to.seen) > 1) {
		t.Errorf("%s: a redirect from https to http is followed", scheme)
	}
}

// A pageOf is a list's page, wherever its next one is.
type pageOf struct {
	Items []string `json:"items"`
	Next  string   `json:"next"`
}

func tryNextPages(t *testing.T) int {
	count := 0
	for scheme, opts := range keptCredentials() {
		for _, next := range append(elsewhere(), "ftp://api.test/", `https:\\evil.test/`, `/\evil.test/`, `\\evil.test`, "javascript:alert(1)") {
			for _, paging := range []sdk.Paging{{Items: "items", NextURL: "next"}, {Items: "items", Link: true}} {
				tryNextPage(t, scheme, opts, paging, next)
				count++
			}
		}
	}
	return count
}

func tryNextPage(t *testing.T, scheme string, opts []sdk.Option, paging sdk.Paging, next string) {
	to := &trip{answer: func(r *http.Request) *http.Response {
		return says(r, 200, `{"items":["a"],"next":"`+strings.ReplaceAll(next, `\`, `\\`)+`"}`, "Link", "<"+next+`>; rel="next"`)
	}}
	client := secured(sdk.Security{{scheme}}, to, opts...)
	var last error
	for _, err := range sdk.ListValues[string](t.Context(), client, sdk.NewRequest("GET", "/x"), paging) {
		last = err
	}
	if last == nil || strings.Contains(last.Error(), kept) {
		t.Errorf("%s: the next page %s: %v", scheme, next, last)
	}
	for _, r := range to.seen {
		if r.URL.Scheme != "https" || r.URL.Host != "api.test" {
			t.Errorf("%s: the next page %s is asked for at %s", scheme, next, r.URL.Host)
		}
	}
}

// tryOwnServers sends credentials to the document's servers, each for its operations, and to none of them where a base
// URL takes their place.
func tryOwnServers(t *testing.T) int {
	vectors := []struct{ server, base, want string }{
		{"", "", "https://api.test/v1/x"},
		{"https://upload.test/v2", "", "https://upload.test/v2/x"},
		{"/v3", "", "https://api.test/v3/x"},
		{"https://upload.test/v2", "http://127.0.0.1:1234/mock", "http://127.0.0.1:1234/mock/x"},
		{"", "https://eu.api.test", "https://eu.api.test/x"},
	}
	for _, v := range vectors {
		to := &trip{}
		opts := options(sdk.WithBearer("t"))
		if v.base != "" {
			opts = append(opts, sdk.WithBaseURL(v.base))
		}
		req := sdk.NewRequest("GET", "/x")
		if v.server != "" {
			req.Server(v.server)
		}
		err := sdk.SendEmpty(t.Context(), secured(sdk.Security{{"bearer"}}, to, opts...), req)
		if err != nil || to.seen[0].URL.String() != v.want || to.seen[0].Header.Get("Authorization") != "Bearer t" {
			t.Errorf("%+v: %v", v, err)
		}
	}
	return len(vectors)
}

// certified is a server that asks for certificates and notes whether it gets one.
func certified(t *testing.T, must bool, answer http.HandlerFunc) (server *httptest.Server, shown *[]bool) {
	shown = new([]bool)
	server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*shown = append(*shown, len(r.TLS.PeerCertificates) > 0)
		answer(w, r)
	}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // of refused handshakes
	server.TLS = &tls.Config{ClientAuth: tls.RequestClientCert}
	if must {
		server.TLS.ClientAuth = tls.RequireAnyClientCert
	}
	server.StartTLS()
	t.Cleanup(server.Close)
	return server, shown
}

func tryMutualTLS(t *testing.T) int {
	far, farShown := certified(t, false, func(http.ResponseWriter, *http.Request) {})
	near, nearShown := certified(t, true, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/away" {
			http.Redirect(w, r, far.URL, http.StatusFound)
		}
	})
	roots := x509.NewCertPool()
	roots.AddCert(near.Certificate())
	mutual := &tls.Config{RootCAs: roots, Certificates: near.TLS.Certificates}
	plain := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
	config := sdk.Config{BaseURL: near.URL, Schemes: schemesOfAllKinds(), Security: sdk.Security{{"tls"}}}
	with := sdk.NewClient(config, sdk.WithHTTPClient(plain), sdk.WithTLSConfig(mutual))
	without := sdk.NewClient(config, sdk.WithHTTPClient(plain), sdk.WithMaxRetries(0))
	if err := get(t, without); err == nil {
		t.Error("a call without certificate succeeds")
	}
	for _, path := range []string{"/x", "/away"} {
		if err := sdk.SendEmpty(t.Context(), with, sdk.NewRequest("GET", path)); err != nil {
			t.Error(err)
		}
	}
	if len(*nearShown) != 2 || !(*nearShown)[0] || !(*nearShown)[1] {
		t.Errorf("certificates that the API saw: %v", *nearShown)
	}
	if len(*farShown) != 1 || (*farShown)[0] {
		t.Errorf("certificates that the redirect's target saw: %v", *farShown)
	}
	return 3
}
