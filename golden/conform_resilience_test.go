package golden

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// resilienceRows try what a call does when things go wrong.
func resilienceRows() []conformRow {
	const ours = "this repository"
	return []conformRow{
		{"Resilience", "tried again: each status of 200 to 599 × seven methods", "this repository; RFC 9110, 9.2.2", tryStatuses},
		{"Resilience", "Retry-After in seconds and as a date, up to a minute", "RFC 9110, 10.2.3 and 5.6.7", tryRetryAfter},
		{"Resilience", "broken connections × methods × idempotency keys", ours, tryBroken},
		{"Resilience", "waits between a half and all of 0.5 s doubled, up to 20 s", ours, tryWaits},
		{"Resilience", "bodies are sent again whole, or not at all", ours, tryReplays},
		{"Resilience", "idempotency keys: made once a call, the caller's, the same for all attempts", ours, tryKeys},
		{"Resilience", "time limits of an attempt and of the call, at each stage", ours, tryTimeouts},
		{"Resilience", "cancelled at each stage, a call ends in no time", ours, tryCancelled},
		{"Resilience", "1,000 calls of each kind leave no goroutine and no body", ours, tryLeaks},
		{"Resilience", "64 goroutines share a client", ours, tryConcurrent},
		{"Resilience", "middleware: its order, its own answers, what it sees", ours, tryMiddleware},
		{"Resilience", "hostile servers: an error that says so, and no more is read than the limits", ours, tryHostile},
		{"Resilience", "hostile redirects", ours, tryHostileRedirects},
		{"Resilience", "hostile JSON: nested a million deep, huge numbers, keys twice, what is no JSON", ours, tryHostileJSON},
	}
}

// A scripted transport gives one answer after the other, and remembers when it was asked and for what.
type scripted struct {
	steps  []any // int: a status; http.Header: a 503 with it; error: a broken connection
	at     []time.Duration
	bodies []string
	keys   []string
	begun  time.Time
}

func (s *scripted) RoundTrip(r *http.Request) (*http.Response, error) {
	if s.begun.IsZero() {
		s.begun = time.Now()
	}
	s.at, s.keys = append(s.at, time.Since(s.begun)), append(s.keys, r.Header.Get("Idempotency-Key"))
	if r.Body != nil {
		b, err := io.ReadAll(r.Body)
		if closing := r.Body.Close(); err != nil || closing != nil {
			return nil, errors.Join(err, closing)
		}
		s.bodies = append(s.bodies, string(b))
	}
	step := s.steps[min(len(s.at), len(s.steps))-1]
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

// call makes a call within a bubble and returns its error.
func (s *scripted) call(t *testing.T, method string, build func(*sdk.Request), opts ...sdk.Option) (err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		client := sdk.NewClient(sdk.Config{BaseURL: "http://api.test"}, sdk.WithTransport(s))
		req := sdk.NewRequest(method, "/x", opts...)
		if build != nil {
			build(req)
		}
		err = sdk.SendEmpty(t.Context(), client, req)
	})
	return err
}

func tryStatuses(t *testing.T) (vectors int) {
	for _, method := range []string{"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST", "PATCH"} {
		for status := 200; status < 600; status++ {
			s := &scripted{steps: []any{status}}
			err := s.call(t, method, nil)
			want := 1
			if again := status == 408 || status == 429 || status >= 500; again && method != "POST" && method != "PATCH" {
				want = 3
			}
			var e *sdk.Error
			if len(s.at) != want || (err == nil) != (status < 300) || err != nil && (!errors.As(err, &e) || e.StatusCode != status) {
				t.Errorf("%s, %d: %d attempts, %v, want %d", method, status, len(s.at), err, want)
			}
			vectors++
		}
	}
	return vectors
}

// The bubble's clock begins on 2000-01-01 at midnight.
func tryRetryAfter(t *testing.T) int {
	const never, usual = -1, -2 // no second attempt; one after the usual wait
	tests := []struct {
		text string
		want time.Duration
	}{
		{"0", 0}, {"1", time.Second}, {"7", 7 * time.Second}, {"59", 59 * time.Second}, {"60", time.Minute}, {"0.5", 500 * time.Millisecond},
		{"61", never}, {"3600", never}, {"99999999999999999999", never}, {"1e9", never},
		{"Sat, 01 Jan 2000 00:00:30 GMT", 30 * time.Second}, {"Saturday, 01-Jan-00 00:00:30 GMT", 30 * time.Second}, {"Sat Jan  1 00:00:30 2000", 30 * time.Second},
		{"Sat, 01 Jan 2000 00:01:00 GMT", time.Minute}, {"Sat, 01 Jan 2000 00:01:01 GMT", never}, {"Fri, 31 Dec 1999 23:59:59 GMT", 0},
		{"Thu, 01 Jan 1970 00:00:00 GMT", 0}, {"Fri, 31 Dec 9999 23:59:59 GMT", never},
		{"", usual}, {"-1", usual}, {"NaN", usual}, {"nan", usual}, {"Inf", usual}, {"-Inf", usual}, {"+Infinity", usual}, {"soon", usual},
		{"1 s", usual}, {"0x", usual}, {"1,2", usual}, {"2000-01-01T00:00:30Z", usual}, {"Sat, 32 Jan 2000 00:00:30 GMT", usual}, {"\x00", usual},
	}
	for _, test := range tests {
		s := &scripted{steps: []any{http.Header{"Retry-After": {test.text}}, 200}}
		err := s.call(t, "GET", nil)
		last := s.at[len(s.at)-1]
		switch {
		case test.want == never && (len(s.at) != 1 || !errors.Is(err, sdk.ErrServer)),
			test.want == usual && (err != nil || last < 250*time.Millisecond || last > 500*time.Millisecond),
			test.want >= 0 && (err != nil || last != test.want || len(s.at) != 2):
			t.Errorf("%q: attempts at %v, %v, want %v", test.text, s.at, err, test.want)
		}
	}
	return len(tests)
}

var errReset = errors.New("connection reset by peer")

func tryBroken(t *testing.T) (vectors int) {
	for _, method := range []string{"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST", "PATCH"} {
		for _, how := range []string{"", "key", "unsafe", "header", "none"} {
			for broken := range 4 {
				s := &scripted{}
				for range broken {
					s.steps = append(s.steps, errReset)
				}
				s.steps = append(s.steps, 204)
				var opts []sdk.Option
				again := method != "POST" && method != "PATCH"
				switch how {
				case "key":
					opts, again = append(opts, sdk.WithIdempotencyKey("k")), true
				case "header":
					opts, again = append(opts, sdk.WithHeader("Idempotency-Key", "k")), true
				case "unsafe":
					opts, again = append(opts, sdk.WithRetryUnsafe()), true
				case "none":
					opts, again = append(opts, sdk.WithMaxRetries(0)), false
				}
				most := 1
				if again {
					most = 3
				}
				err := s.call(t, method, nil, opts...)
				if want := min(broken+1, most); len(s.at) != want || (err == nil) != (broken < most) || err != nil && !errors.Is(err, errReset) {
					t.Errorf("%s %s, broken %d times: %d attempts, %v, want %d", method, how, broken, len(s.at), err, want)
				}
				vectors++
			}
		}
	}
	return vectors
}

func tryWaits(t *testing.T) (vectors int) {
	for range 50 {
		s := &scripted{steps: []any{500}}
		_ = s.call(t, "GET", nil, sdk.WithMaxRetries(9)) // a 500 in any case
		whole := 500 * time.Millisecond
		for i := 1; i < 10; i++ {
			if wait := s.at[i] - s.at[i-1]; wait <= whole/2 || wait > whole {
				t.Errorf("wait %d is %v, want up to %v", i, wait, whole)
			}
			whole = min(2*whole, 20*time.Second)
			vectors++
		}
	}
	return vectors
}
