package golden

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/sdkc/sdkc/generated/twilio/proxyv1"
	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

func observabilityRows() []conformRow {
	const item = "Observability"
	return []conformRow{
		{item, "kinds of secrets × what prints them: fmt, JSON, slog, errors", ours, trySecrets},
		{item, "log records have method, route, status, attempt, duration and no value", ours, tryLogs},
		{item, "hooks: method, route, host, status, attempts, duration, request id, error", ours, tryHooks},
		{item, "personal data × what prints it: fmt, slog, String", ours, tryPersonalData},
		{item, "middleware: order, method, route and attempt; no credentials", ours, tryMiddlewareSight},
	}
}

// A secretCase is a client that holds the word kept, somewhere.
type secretCase struct {
	security sdk.Security
	opts     []sdk.Option
}

func secretCases() map[string]secretCase {
	return map[string]secretCase{
		"basic password":       {sdk.Security{{"basic"}}, options(sdk.WithBasicAuth("u", kept))},
		"bearer token":         {sdk.Security{{"bearer"}}, options(sdk.WithBearer(kept))},
		"API key in a header":  {sdk.Security{{"header"}}, options(sdk.WithAPIKey(kept))},
		"API key in a query":   {sdk.Security{{"query"}}, options(sdk.WithAPIKey(kept))},
		"API key in a cookie":  {sdk.Security{{"cookie"}}, options(sdk.WithAPIKey(kept))},
		"credential by name":   {sdk.Security{{"digest"}}, options(sdk.WithCredential("digest", kept))},
		"OAuth2 client secret": {sdk.Security{{"oauth"}}, options(sdk.WithClientCredentials("id", kept))},
		"OAuth2 access token":  {sdk.Security{{"oauth"}}, options(source(kept))},
		"header of one's own":  {nil, options(sdk.WithHeader("X-Secret", kept))},
		"query of one's own":   {nil, options(sdk.WithQuery("secret", kept))},
		"password in a URL":    {nil, options(sdk.WithBaseURL("https://u:" + kept + "@api.test"))},
		"password in a host":   {nil, options(sdk.WithBaseURL("u:" + kept + "@api.test"))},
		"key that is refused":  {sdk.Security{{"header"}}, options(sdk.WithAPIKey(kept + "\r\n"))},
	}
}

// trySecrets prints a client, its parts and its errors in every way, whatever becomes of its call.
func trySecrets(t *testing.T) int {
	outcomes := map[string]func(*http.Request) (*http.Response, error){
		"success": func(r *http.Request) (*http.Response, error) { return says(r, 200, "{}"), nil },
		"refused": func(r *http.Request) (*http.Response, error) { return says(r, 401, `{"message":"who are you"}`), nil },
		"no JSON": func(r *http.Request) (*http.Response, error) { return says(r, 200, "<html>"), nil },
		"redirect": func(r *http.Request) (*http.Response, error) {
			return says(r, 302, "", "Location", "ftp://evil.test/"), nil
		},
		"broken": func(*http.Request) (*http.Response, error) { return nil, errors.New("connection reset") },
		"broken URL": func(r *http.Request) (*http.Response, error) {
			return nil, &url.Error{Op: r.Method, URL: r.URL.String(), Err: errors.New("reset")}
		},
	}
	count := 0
	for kind, c := range secretCases() {
		for outcome, answer := range outcomes {
			if text := printed(t, c, answer); leaks(text) {
				t.Errorf("%s, %s: the secret shows: %s", kind, outcome, text)
			}
			count++
		}
	}
	return count
}

func leaks(text string) bool {
	encoded := base64.StdEncoding.EncodeToString([]byte("u:" + kept))
	return strings.Contains(text, kept) || strings.Contains(text, encoded) || strings.Contains(text, fmt.Sprintf("%x", kept))
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// printed is all that fmt, slog and JSON make of a client, its options, a request, its error and its answer.
func printed(t *testing.T, c secretCase, answer roundTripper) string {
	var all bytes.Buffer
	texts := slog.New(slog.NewTextHandler(&all, &slog.HandlerOptions{Level: slog.LevelDebug}))
	objects := slog.New(slog.NewJSONHandler(&all, &slog.HandlerOptions{Level: slog.LevelDebug}))
	config := sdk.Config{BaseURL: "https://api.test", Schemes: schemesOfAllKinds(), Security: c.security}
	opts := append(c.opts, sdk.WithTransport(answer), sdk.WithMaxRetries(0), sdk.WithLogger(texts))
	client, generated := sdk.NewClient(config, opts...), proxyv1.New(opts...)
	var resp sdk.Response
	req := sdk.NewRequest("GET", "/x", append(c.opts, sdk.WithResponse(&resp))...)
	_, err := sdk.Send[map[string]any](t.Context(), client, req)
	_, second := generated.Services.Fetch(t.Context(), "KS1")
	held := struct {
		Client  *sdk.Client
		client  *sdk.Client
		options []sdk.Option
		err     error
	}{client, client, opts, err}
	for _, v := range []any{client, *client, generated, *generated, generated.Services, req, *req, opts, held, &held, resp, err, second} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			fmt.Fprintf(&all, verb+"\n", v)
		}
		if _, isError := v.(error); !isError {
			js, _ := json.Marshal(v) // what cannot be JSON shows nothing
			all.Write(js)
		}
		texts.Info("x", "v", v)
		objects.Info("x", "v", v)
	}
	for e := err; e != nil; e = errors.Unwrap(e) {
		fmt.Fprintf(&all, "%v %#v\n", e, e)
	}
	return all.String()
}

// tryLogs compares whole records.
func tryLogs(t *testing.T) int {
	vectors := []struct {
		status int // 0: the connection breaks
		want   string
	}{
		{200, "DEBUG call method=GET route=/v1/Services/{Sid} attempt=1 duration= status=200"},
		{404, "WARN call method=GET route=/v1/Services/{Sid} attempt=1 duration= status=404 request_id=RQ1"},
		{503, "WARN call method=GET route=/v1/Services/{Sid} attempt=1 duration= status=503 request_id=RQ1"},
		{0, `WARN call method=GET route=/v1/Services/{Sid} attempt=1 duration= error="no usable answer"`},
	}
	for _, v := range vectors {
		var log bytes.Buffer
		handler := slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			switch a.Key {
			case slog.TimeKey:
				return slog.Attr{}
			case "duration":
				return slog.String("duration", "")
			}
			return a
		}})
		answer := roundTripper(func(r *http.Request) (*http.Response, error) {
			if v.status == 0 {
				return nil, errors.New("reset by " + r.URL.Path)
			}
			return says(r, v.status, `{"sid":"KSprivate","message":"private"}`, "Twilio-Request-Id", "RQ1", "X-Request-Id", "RQ1"), nil
		})
		client := proxyv1.New(sdk.WithTransport(answer), sdk.WithLogger(slog.New(handler)), sdk.WithMaxRetries(0), sdk.WithBasicAuth("AC1", kept))
		_, err := client.Services.Fetch(t.Context(), "KSprivate")
		got := strings.NewReplacer("level=", "", "msg=", "", `duration=""`, "duration=").Replace(strings.TrimSpace(log.String()))
		if (err == nil) != (v.status == 200) || got != v.want {
			t.Errorf("%d: %v\n got %s\nwant %s", v.status, err, got, v.want)
		}
	}
	return len(vectors)
}

// tryPersonalData prints what the document marks, and what has that.
func tryPersonalData(t *testing.T) int {
	person := proxyv1.Participant{SID: "KP1", Identifier: kept}
	count := 0
	for _, v := range []any{person, &person, []proxyv1.Participant{person}, proxyv1.ListParticipantResponse{Participants: []proxyv1.Participant{person}},
		&proxyv1.ListParticipantResponse{Participants: []proxyv1.Participant{person}}, map[string]proxyv1.Participant{"a": person}} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
			if text := fmt.Sprintf(format, v); strings.Contains(text, kept) || !strings.Contains(text, "KP1") || !strings.Contains(text, "Identifier:[redacted]") {
				t.Errorf(format+" of %T is %s", v, text)
			}
			count++
		}
		if _, ok := v.(slog.LogValuer); !ok {
			continue
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", v)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", v)
		if text := log.String(); strings.Contains(text, kept) || strings.Count(text, "KP1") != 2 {
			t.Errorf("logs of %T: %s", v, text)
		}
		count += 2
	}
	if person.Identifier != kept || person.String() != fmt.Sprint(person) {
		t.Error("the value itself changes")
	}
	return count
}

type hookKey struct{}

// tryHooks waits between attempts in a time of its own.
func tryHooks(t *testing.T) (count int) {
	t.Run("calls", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) { count = tryHookVectors(t) })
	})
	return count
}

func tryHookVectors(t *testing.T) int {
	vectors := []struct {
		statuses []int // one an attempt; 0: the connection breaks
		want     string
	}{
		{[]int{200}, "GET /v1/Services/{Sid} proxy.twilio.com: 200, 1 attempts, RQ1, <nil>"},
		{[]int{503, 200}, "GET /v1/Services/{Sid} proxy.twilio.com: 200, 2 attempts, RQ1, <nil>"},
		{[]int{0, 0, 429}, "GET /v1/Services/{Sid} proxy.twilio.com: 429, 3 attempts, RQ1, too many requests"},
		{[]int{404}, "GET /v1/Services/{Sid} proxy.twilio.com: 404, 1 attempts, RQ1, not found"},
		{[]int{0, 0, 0}, "GET /v1/Services/{Sid} proxy.twilio.com: 0, 3 attempts, , failed"},
	}
	for _, v := range vectors {
		attempt, carried := 0, 0
		answer := roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.Context().Value(hookKey{}) == "inner" {
				carried++
			}
			attempt++
			if status := v.statuses[attempt-1]; status != 0 {
				return says(r, status, `{"sid":"KS1"}`, "Retry-After", "0", "Twilio-Request-Id", "RQ1", "X-Request-Id", "RQ1"), nil
			}
			return nil, errors.New("reset")
		})
		got, order := "", ""
		note := func(name string) sdk.Hook {
			return func(ctx context.Context, call sdk.Call) (context.Context, func(sdk.Result)) {
				order += " " + name
				return context.WithValue(ctx, hookKey{}, name), func(r sdk.Result) {
					order += " /" + name
					got = fmt.Sprintf("%s %s %s: %d, %d attempts, %s, %s", call.Method, call.Route, call.Host, r.StatusCode, r.Attempts, r.RequestID, classOf(r.Err))
					if r.Duration < 0 || call.Attempt != 0 {
						t.Errorf("duration %v, attempt %d", r.Duration, call.Attempt)
					}
				}
			}
		}
		silent := func(context.Context, sdk.Call) (context.Context, func(sdk.Result)) { return nil, nil }
		client := proxyv1.New(sdk.WithTransport(answer), sdk.WithHook(note("outer"), silent), sdk.WithHook(note("inner")), sdk.WithBasicAuth("AC1", kept))
		_, err := client.Services.Fetch(t.Context(), "KS1")
		if got != v.want || carried != len(v.statuses) || order != " outer inner /inner /outer" || classOf(err) != v.want[strings.LastIndex(v.want, ", ")+2:] {
			t.Errorf("%v: %v, %d carried,%s\n got %s\nwant %s", v.statuses, err, carried, order, got, v.want)
		}
	}
	return len(vectors)
}

func classOf(err error) string {
	switch {
	case err == nil:
		return "<nil>"
	case errors.Is(err, sdk.ErrNotFound):
		return "not found"
	case errors.Is(err, sdk.ErrTooManyRequests):
		return "too many requests"
	}
	return "failed"
}

func tryMiddlewareSight(t *testing.T) int {
	count := 0
	for scheme, opts := range keptCredentials() {
		seen, to := "", &trip{}
		to.answer = func(r *http.Request) *http.Response {
			if len(to.seen) == 1 {
				return says(r, 503, "{}", "Retry-After", "0")
			}
			return says(r, 200, "{}")
		}
		note := func(name string) func(sdk.Handler) sdk.Handler {
			return func(next sdk.Handler) sdk.Handler {
				return func(r *http.Request) (*http.Response, error) {
					call := sdk.CallOf(r.Context())
					seen += fmt.Sprintf("%s %s %s %s %d; ", name, call.Method, call.Route, call.Host, call.Attempt)
					resp, err := next(r)
					if holds(r) || err == nil && holds(resp.Request) {
						t.Errorf("%s: middleware sees the credential", scheme)
					}
					return resp, err
				}
			}
		}
		client := secured(sdk.Security{{scheme}}, to, append(opts, sdk.WithMiddleware(note("a"), note("b")), sdk.WithMaxRetries(1))...)
		err := sdk.SendEmpty(t.Context(), client, sdk.NewRequest("GET", "/x/{id}", sdk.WithParam("id", "1")))
		want := "a GET /x/{id} api.test 1; b GET /x/{id} api.test 1; a GET /x/{id} api.test 2; b GET /x/{id} api.test 2; "
		if err != nil || seen != want || !holds(to.seen[1]) {
			t.Errorf("%s: %v, %s", scheme, err, seen)
		}
		count++
	}
	return count
}
