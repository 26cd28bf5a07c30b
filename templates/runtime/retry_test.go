package sdk

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// script answers one attempt after the other; an error stands for a broken connection.
type script struct {
	t       *testing.T
	steps   []any // int status, error, or http.Header beside status 503
	bodies  []string
	at      []time.Duration // when attempts came
	begun   time.Time
	headers []http.Header
}

func (s *script) RoundTrip(r *http.Request) (*http.Response, error) {
	if s.begun.IsZero() {
		s.begun = time.Now()
	}
	s.at = append(s.at, time.Since(s.begun))
	s.headers = append(s.headers, r.Header)
	if r.Body != nil {
		b, _ := io.ReadAll(r.Body)
		_ = r.Body.Close()
		s.bodies = append(s.bodies, string(b))
	}
	if len(s.steps) == 0 {
		s.t.Fatal("one attempt too many")
	}
	step := s.steps[0]
	s.steps = s.steps[1:]
	resp := &http.Response{StatusCode: 503, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("{}")), Request: r}
	switch step := step.(type) {
	case error:
		return nil, step
	case int:
		resp.StatusCode = step
	case http.Header:
		resp.Header = step
	}
	return resp, nil
}

var errBroken = errors.New("connection reset")

func TestRetries(t *testing.T) {
	after := func(s string) http.Header { return http.Header{"Retry-After": {s}} }
	for _, test := range []struct {
		name     string
		method   string
		opts     []Option
		steps    []any
		status   int // of the error; 0 for success, -1 for another error
		attempts int
		least    time.Duration // between the first attempt and the last
		most     time.Duration
	}{
		{"success", "GET", nil, []any{200}, 0, 1, 0, 0},
		{"twice 503", "GET", nil, []any{503, 503, 200}, 0, 3, 750 * time.Millisecond, 1500 * time.Millisecond},
		{"three times 503", "GET", nil, []any{503, 503, 503}, 503, 3, 0, 2 * time.Second},
		{"408, 429", "DELETE", nil, []any{408, 429, 204}, 0, 3, 0, 2 * time.Second},
		{"broken connection", "PUT", nil, []any{errBroken, 200}, 0, 2, 0, time.Second},
		{"always broken", "GET", nil, []any{errBroken, errBroken, errBroken}, -1, 3, 0, 2 * time.Second},
		{"404", "GET", nil, []any{404}, 404, 1, 0, 0},
		{"POST", "POST", nil, []any{503}, 503, 1, 0, 0},
		{"POST, broken", "POST", nil, []any{errBroken}, -1, 1, 0, 0},
		{"POST with a key", "POST", []Option{WithIdempotencyKey("k")}, []any{503, 201}, 0, 2, 0, time.Second},
		{"PATCH, unsafe", "PATCH", []Option{WithRetryUnsafe()}, []any{503, 200}, 0, 2, 0, time.Second},
		{"none", "GET", []Option{WithMaxRetries(0)}, []any{503}, 503, 1, 0, 0},
		{"Retry-After", "GET", nil, []any{after("7"), 200}, 0, 2, 7 * time.Second, 7 * time.Second},
		{"Retry-After date", "GET", nil, []any{after("Sat, 01 Jan 2000 00:00:30 GMT"), 200}, 0, 2, 30 * time.Second, 30 * time.Second},
		{"Retry-After in the past", "GET", nil, []any{after("Sat, 01 Jan 1999 00:00:30 GMT"), 200}, 0, 2, 0, 0},
		{"Retry-After too long", "GET", nil, []any{after("61")}, 503, 1, 0, 0},
		{"capped", "GET", []Option{WithMaxRetries(9)}, []any{500, 500, 500, 500, 500, 500, 500, 500, 200}, 0, 9, 30 * time.Second, 100 * time.Second},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{t: t, steps: test.steps}
				client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(s))
				req := NewRequest(test.method, "/x", test.opts...)
				if test.method != "GET" {
					req.JSON(map[string]int{"a": 1})
				}
				err := SendEmpty(t.Context(), client, req)
				var e *Error
				switch {
				case test.status == 0 && err != nil, test.status != 0 && err == nil,
					test.status > 0 && (!errors.As(err, &e) || e.StatusCode != test.status),
					test.status < 0 && !errors.Is(err, errBroken):
					t.Errorf("error %v, want status %d", err, test.status)
				}
				last := s.at[len(s.at)-1]
				if len(s.at) != test.attempts || last < test.least || last > test.most {
					t.Errorf("attempts at %v, want %d, the last within %v and %v", s.at, test.attempts, test.least, test.most)
				}
				for _, b := range s.bodies {
					check(t, "body", b, `{"a":1}`)
				}
			})
		})
	}
}

func TestCancelWhileWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		s := &script{t: t, steps: []any{http.Header{"Retry-After": {"50"}}}}
		client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(s))
		time.AfterFunc(time.Second, cancel)
		begun := time.Now()
		err := SendEmpty(ctx, client, NewRequest("GET", "/x"))
		if !errors.Is(err, context.Canceled) || time.Since(begun) != time.Second {
			t.Errorf("%v after %v, want cancelled after 1s", err, time.Since(begun))
		}
	})
}

func TestDeadlineBeforeNextAttempt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		s := &script{t: t, steps: []any{http.Header{"Retry-After": {"50"}}}}
		client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(s))
		begun := time.Now()
		err := SendEmpty(ctx, client, NewRequest("GET", "/x"))
		if !errors.Is(err, ErrServer) || time.Since(begun) != 0 {
			t.Errorf("%v after %v, want the 503 at once", err, time.Since(begun))
		}
	})
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		attempts := 0
		slow := transport(func(r *http.Request) (*http.Response, error) {
			attempts++
			<-r.Context().Done()
			return nil, r.Context().Err()
		})
		client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(slow), WithTimeout(time.Second))
		err := SendEmpty(t.Context(), client, NewRequest("GET", "/x"))
		if !errors.Is(err, context.DeadlineExceeded) || attempts != 3 {
			t.Errorf("%v after %d attempts, want a timeout after 3", err, attempts)
		}
	})
}

func TestStreamedBodyReplays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{t: t, steps: []any{503, errBroken, 200}}
		client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(s))
		source := strings.NewReader("xxhello")
		_, _ = source.Seek(2, io.SeekStart)
		req := NewRequest("PUT", "/x")
		req.Raw("text/plain", source)
		if err := SendEmpty(t.Context(), client, req); err != nil {
			t.Fatal(err)
		}
		check(t, "bodies", strings.Join(s.bodies, ","), "hello,hello,hello")
	})
}

func TestUnseekableBodyIsSentOnce(t *testing.T) {
	s := &script{t: t, steps: []any{503}}
	client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(s))
	req := NewRequest("PUT", "/x")
	req.Raw("text/plain", io.MultiReader(strings.NewReader("hello")))
	if err := SendEmpty(t.Context(), client, req); !errors.Is(err, ErrServer) {
		t.Errorf("%v, want the 503", err)
	}
	if err := SendEmpty(t.Context(), client, req); !errors.Is(err, errSpent) {
		t.Errorf("%v, want a refusal to send half a body", err)
	}
}

func TestIdempotencyKeys(t *testing.T) {
	s := &script{t: t, steps: []any{200, 200, 200, 200}}
	client := NewClient(Config{BaseURL: "https://api.test", IdempotencyKeys: true, IdempotencyHeader: "X-Key"}, WithTransport(s))
	for _, req := range []*Request{
		NewRequest("POST", "/x"), NewRequest("POST", "/x"), NewRequest("POST", "/x", WithIdempotencyKey("mine")), NewRequest("GET", "/x"),
	} {
		if err := SendEmpty(t.Context(), client, req); err != nil {
			t.Fatal(err)
		}
	}
	a, b := s.headers[0].Get("X-Key"), s.headers[1].Get("X-Key")
	if a == "" || a == b {
		t.Errorf("keys %q and %q, want two", a, b)
	}
	check(t, "own key", s.headers[2].Get("X-Key"), "mine")
	check(t, "key of a GET", s.headers[3].Get("X-Key"), "")
}

// A key that the operation takes is made once a call, whatever its method, unless the caller gives one.
func TestIdempotencyKeyOfAnOperation(t *testing.T) {
	s := &script{t: t, steps: []any{503, errBroken, 200, 200, 200}}
	synctest.Test(t, func(t *testing.T) {
		client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(s))
		for _, given := range []string{"", "mine"} {
			req := NewRequest("POST", "/x")
			req.Params(struct {
				Key string `header:"X-Once" required:"true"`
			}{given})
			req.IdempotencyKey("X-Once")
			if err := SendEmpty(t.Context(), client, req); err != nil {
				t.Fatal(err)
			}
		}
	})
	first := s.headers[0].Get("X-Once")
	check(t, "lengths", len(first) >= 26 && len(s.headers[0]["X-Once"]) == 1, true)
	check(t, "second attempt", s.headers[1].Get("X-Once"), first)
	check(t, "third attempt", s.headers[2].Get("X-Once"), first)
	check(t, "own key", s.headers[3].Get("X-Once"), "mine")
}

// The waits of one seed are always the same: half of a doubling time to all of it, at most 20 s.
func TestBackoff(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var got []string
	for attempts := range 9 {
		got = append(got, backoff(attempts+1, random.Int64N).Round(time.Millisecond).String())
	}
	check(t, "waits", strings.Join(got, " "), "308ms 692ms 1.216s 2.407s 7.063s 15.67s 15.001s 15.506s 18.672s")
}

// An answer that breaks off is a broken connection.
func TestAnswerThatBreaksOff(t *testing.T) {
	attempts := 0
	client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		if attempts++; attempts == 1 {
			w.Header().Set("Content-Length", "100")
		}
		_, _ = io.WriteString(w, `{"id":"1"}`)
	})
	v, err := Send[thing](t.Context(), client, NewRequest("GET", "/x"))
	if err != nil || v.ID != "1" || attempts != 2 {
		t.Errorf("%v, %v after %d attempts, want the second answer", v, err, attempts)
	}
	attempts = 0
	if v, err := Send[thing](t.Context(), client, NewRequest("POST", "/x")); v != nil || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v, %v, want an error", v, err)
	}
}

// A certificate that does not verify is no better the next time.
func TestBadCertificate(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	defer server.Close()
	var attempts atomic.Int32
	client := NewClient(Config{BaseURL: server.URL}, WithMiddleware(func(next Handler) Handler {
		return func(r *http.Request) (*http.Response, error) {
			attempts.Add(1)
			return next(r)
		}
	}))
	var certificate *tls.CertificateVerificationError
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/x")); !errors.As(err, &certificate) || attempts.Load() != 1 {
		t.Errorf("%v after %d attempts, want one refusal", err, attempts.Load())
	}
}
