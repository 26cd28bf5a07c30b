package sdk

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// seen is what a server got.
type seen struct {
	Method, URI string
	Header      http.Header
	Body        string
}

// serve starts a server that keeps the last request, and a client of it.
func serve(t *testing.T, handler http.HandlerFunc, opts ...Option) (*Client, *seen) {
	t.Helper()
	last := new(seen)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		*last = seen{r.Method, r.RequestURI, r.Header, string(body)}
		if handler != nil {
			handler(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return NewClient(Config{BaseURL: server.URL, UserAgent: "test/1"}, opts...), last
}

// answer is a handler that always says the same.
func answer(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// transport answers without a network.
type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// respond is an answer without a network.
func respond(r *http.Request, status int, body string) *http.Response {
	return &http.Response{
		StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}}, Request: r,
		Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
	}
}
