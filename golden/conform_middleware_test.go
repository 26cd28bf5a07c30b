package golden

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// tryMiddleware tries the order of middleware, what it may do, and what it may not see.
func tryMiddleware(t *testing.T) (vectors int) {
	for client := range 4 {
		for own := range 4 {
			for _, statuses := range [][]any{{204}, {503, 204}, {errReset, 503, 204}} {
				vectors += tryOrder(t, client, own, statuses)
			}
		}
	}
	for _, test := range []struct {
		name  string
		wrap  func(next sdk.Handler) sdk.Handler
		want  string // in the error; "" for none
		sent  int
		value string
	}{
		{"an answer of its own", func(sdk.Handler) sdk.Handler {
			return func(*http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(`{"id":"own"}`))}, nil
			}
		}, "", 0, "own"},
		{"an answer without a body", func(sdk.Handler) sdk.Handler {
			return func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 200}, nil }
		}, "no body", 0, ""},
		{"neither an answer nor an error", func(sdk.Handler) sdk.Handler {
			return func(*http.Request) (*http.Response, error) { return nil, nil }
		}, "neither", 0, ""},
		{"an error of its own", func(sdk.Handler) sdk.Handler {
			return func(*http.Request) (*http.Response, error) { return nil, errReset }
		}, "reset", 0, ""},
		{"another path", func(next sdk.Handler) sdk.Handler {
			return func(r *http.Request) (*http.Response, error) {
				r.URL.Path, r.URL.RawPath = "/moved", ""
				return next(r)
			}
		}, "", 1, "/moved"},
		{"another header", func(next sdk.Handler) sdk.Handler {
			return func(r *http.Request) (*http.Response, error) {
				r.Header.Set("X-Path", "/header")
				return next(r)
			}
		}, "", 1, "/header"},
		{"twice", func(next sdk.Handler) sdk.Handler {
			return func(r *http.Request) (*http.Response, error) {
				if resp, err := next(r); err == nil {
					_ = resp.Body.Close()
				}
				return next(r)
			}
		}, "", 2, "/x"},
		{"no credentials", func(next sdk.Handler) sdk.Handler {
			return func(r *http.Request) (*http.Response, error) {
				if r.Header.Get("Authorization") != "" {
					return nil, errors.New("it sees the token")
				}
				return next(r)
			}
		}, "", 1, "/x"},
	} {
		sent := 0
		handler := func(w http.ResponseWriter, r *http.Request) {
			sent++
			path := r.Header.Get("X-Path")
			if path == "" {
				path = r.URL.Path
			}
			_, _ = fmt.Fprintf(w, `{"id":%q}`, path)
		}
		inMemory(t, handler, func(t *testing.T, client *sdk.Client, _ *memory) {
			v, err := sdk.Send[row](t.Context(), client, sdk.NewRequest("GET", "/x"))
			if test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) || test.want == "" && (err != nil || v.ID != test.value) || sent != test.sent {
				t.Errorf("%s: %v, %v after %d requests, want %q, %q after %d", test.name, v, err, sent, test.value, test.want, test.sent)
			}
		}, sdk.WithMaxRetries(0), sdk.WithBearer("secret"), sdk.WithMiddleware(test.wrap))
		vectors++
	}
	return vectors
}

// tryOrder wraps a call in so much middleware of the client's and of its own: the client's first outermost, all of it
// around each attempt.
func tryOrder(t *testing.T, client, own int, steps []any) int {
	var got, want []string
	wrap := func(name string) func(sdk.Handler) sdk.Handler {
		return func(next sdk.Handler) sdk.Handler {
			return func(r *http.Request) (*http.Response, error) {
				c := sdk.CallOf(r.Context())
				got = append(got, fmt.Sprintf("%s %s %s %d", name, c.Method, c.Route, c.Attempt))
				resp, err := next(r)
				got = append(got, "/"+name)
				return resp, err
			}
		}
	}
	var names []string
	var all, calls []sdk.Option
	for i := range client {
		names = append(names, fmt.Sprintf("client%d", i))
		all = append(all, sdk.WithMiddleware(wrap(names[i])))
	}
	for i := range own {
		name := fmt.Sprintf("own%d", i)
		names, calls = append(names, name), append(calls, sdk.WithMiddleware(wrap(name)))
	}
	for attempt := range steps {
		for _, name := range names {
			want = append(want, fmt.Sprintf("%s GET /x/{id} %d", name, attempt+1))
		}
		for i := len(names) - 1; i >= 0; i-- {
			want = append(want, "/"+names[i])
		}
	}
	synctest.Test(t, func(t *testing.T) {
		c := sdk.NewClient(sdk.Config{BaseURL: "http://api.test"}, append(all, sdk.WithTransport(&scripted{steps: steps}))...)
		req := sdk.NewRequest("GET", "/x/{id}", calls...)
		req.Path("id", "1")
		if err := sdk.SendEmpty(t.Context(), c, req); err != nil || strings.Join(got, ", ") != strings.Join(want, ", ") {
			t.Errorf("%d and %d: %v, %v, want %v", client, own, got, err, want)
		}
	})
	return 1
}
