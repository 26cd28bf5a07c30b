package sdk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestPaths(t *testing.T) {
	for _, test := range []struct {
		base, template string
		opts           []Option
		want           string // URI, or part of the error after "error: "
	}{
		{"", "/v1/Things", nil, "/v1/Things"},
		{"/api/v2", "/things", nil, "/api/v2/things"},
		{"/api/v2/", "/things", nil, "/api/v2/things"},
		{"/a%2Fb", "/things", nil, "/a%2Fb/things"},
		{"", "things", nil, "/things"},
		{"", "/a b/é#frag", nil, "/a%20b/%C3%A9%23frag"},
		{"", "/things?beta=true", nil, "/things?beta=true"},
		{"", "/things?beta=true", []Option{WithQuery("a", "b")}, "/things?beta=true&a=b"},
		{"", "/{AccountSid}/x.json", []Option{WithParam("AccountSid", "AC1")}, "/AC1/x.json"},
		{"", "/{AccountSid}/x", []Option{WithParam("AccountSid", "a/b")}, "/a%2Fb/x"},
		{"", "/{AccountSid}/x", []Option{WithBasicAuth("ACuser", "p")}, "/ACuser/x"},
		{"", "/{AccountSid}/x", []Option{WithBasicAuth("ACuser", "p"), WithParam("AccountSid", "AC2")}, "/AC2/x"},
		{"", "/{AccountSid}/x", nil, "error: nothing fills the placeholder {AccountSid}"},
		{"", "/{AccountSid}/x", []Option{WithParam("AccountSid", "..")}, `error: client param "AccountSid": is ".."`},
		{"", "/{open", nil, "error: placeholder {open does not end"},
		{"", "/a/../b", nil, `error: path has the segment ".."`},
	} {
		server, got := serve(t, nil)
		client := NewClient(Config{
			BaseURL: server.base.String() + test.base,
			Params:  []ClientParam{{Name: "AccountSid", FromUser: true}},
		}, test.opts...)
		err := SendEmpty(t.Context(), client, NewRequest("GET", test.template))
		if text, refused := strings.CutPrefix(test.want, "error: "); refused {
			if err == nil || !strings.Contains(err.Error(), text) {
				t.Errorf("%s: %v, want %s", test.template, err, text)
			}
			continue
		}
		if err != nil || got.URI != test.want {
			t.Errorf("%s%s: %s, %v, want %s", test.base, test.template, got.URI, err, test.want)
		}
	}
}

func TestServers(t *testing.T) {
	other, otherGot := serve(t, nil)
	for _, test := range []struct {
		server string
		opts   []Option
		want   string
	}{
		{"/v2", nil, "client /v2/x"},
		{other.base.String() + "/o", nil, "other /o/x"},
		{"https://nowhere.test", []Option{WithBaseURL(other.base.String())}, "other /x"},
	} {
		client, got := serve(t, nil)
		otherGot.URI = ""
		req := NewRequest("GET", "/x", test.opts...)
		req.Server(test.server)
		if err := SendEmpty(t.Context(), client, req); err != nil {
			t.Fatal(err)
		}
		have := "client " + got.URI
		if otherGot.URI != "" {
			have = "other " + otherGot.URI
		}
		check(t, test.server, have, test.want)
	}
}

func TestBadBaseURL(t *testing.T) {
	for _, base := range []string{"", "api.test", "ftp://api.test", "https://", "https://u:s3cr3t@api.test", "ftp://u:s3cr3t@api.test", "https://a b:s3cr3t@x/%zz"} {
		client := NewClient(Config{BaseURL: base})
		err := SendEmpty(t.Context(), client, NewRequest("GET", "/x"))
		if err == nil || strings.Contains(err.Error(), "s3cr3t") {
			t.Errorf("%q: %v, want a refusal", base, err)
		}
	}
}

func TestOptions(t *testing.T) {
	client, got := serve(t, answer(200, "application/json", `{"id":"1"}`),
		WithHeader("X-A", "client"), WithHeader("X-B", "client"), WithQuery("q", "client"), nil)
	var resp Response
	req := NewRequest("GET", "/x", WithHeader("X-A", "call"), WithQuery("q", "call"), WithUserAgent("mine/2"), WithResponse(&resp))
	req.Params(struct {
		Q string `query:"q"`
	}{"params"})
	req.Accept("application/scim+json")
	if _, err := Send[thing](t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "X-A", got.Header.Get("X-A"), "call")
	check(t, "X-B", got.Header.Get("X-B"), "client")
	check(t, "URI", got.URI, "/x?q=call")
	check(t, "User-Agent", got.Header.Get("User-Agent"), "mine/2")
	check(t, "Accept", got.Header.Get("Accept"), "application/scim+json")
	if resp.StatusCode != 200 || string(resp.Body) != `{"id":"1"}` || resp.Attempts != 1 || resp.Duration <= 0 {
		t.Errorf("response %+v", resp)
	}
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/x", WithHeader("X", "a\nb"))); err == nil {
		t.Error("a header with a line break was sent")
	}
}

func TestParamsNamedLikeHeaders(t *testing.T) {
	client, got := serve(t, nil)
	params := struct {
		Agent string `header:"user-agent"`
		Type  string `header:"Content-type"`
	}{"mine/3", "application/x-tar"}
	for _, test := range []struct {
		body func(*Request)
		want string
	}{
		{func(r *Request) { r.Raw("application/octet-stream", strings.NewReader("tar")) }, "[application/x-tar]"},
		{func(r *Request) { r.Multipart(struct{}{}) }, "[multipart/form-data]"}, // only we know the boundary
	} {
		req := NewRequest("POST", "/x")
		req.Params(params)
		test.body(req)
		if err := SendEmpty(t.Context(), client, req); err != nil {
			t.Fatal(err)
		}
		check(t, "User-Agent", fmt.Sprint(got.Header["User-Agent"]), "[mine/3]")
		sent, _, _ := strings.Cut(fmt.Sprint(got.Header["Content-Type"]), ";")
		check(t, "Content-Type", strings.TrimSuffix(sent, "]")+"]", test.want)
	}
}

func TestMiddlewareOrderAndLog(t *testing.T) {
	var order []string
	wrap := func(name string) func(Handler) Handler {
		return func(next Handler) Handler {
			return func(r *http.Request) (*http.Response, error) {
				c := CallOf(r.Context())
				order = append(order, name+" "+c.Method+" "+c.Route)
				return next(r)
			}
		}
	}
	var log bytes.Buffer
	client, _ := serve(t, answer(200, "", `{}`), WithMiddleware(wrap("a"), wrap("b")),
		WithLogger(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))))
	req := NewRequest("GET", "/things/{id}", WithMiddleware(wrap("c")))
	req.Path("id", "secret-id")
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "order", strings.Join(order, ", "), "a GET /things/{id}, b GET /things/{id}, c GET /things/{id}")
	want := regexp.MustCompile(`^time=\S+ level=DEBUG msg=call method=GET route=/things/{id} attempt=1 duration=\S+ status=200\n$`)
	if !want.MatchString(log.String()) {
		t.Errorf("log %q", log.String())
	}
}

func TestDo(t *testing.T) {
	client, got := serve(t, answer(200, "application/json", `{"id":"1","n":9007199254740993}`))
	var out map[string]any
	req := NewRequest("POST", "/v1/custom")
	req.JSON(map[string]string{"a": "b"})
	if err := client.Do(t.Context(), req, &out); err != nil {
		t.Fatal(err)
	}
	check(t, "sent", got.Method+" "+got.URI+" "+got.Body, `POST /v1/custom {"a":"b"}`)
	check(t, "number", out["n"], any(json.Number("9007199254740993")))
	if err := client.Do(t.Context(), NewRequest("GET", "/"), nil); err != nil {
		t.Error(err)
	}
}

func TestConcurrentCalls(t *testing.T) {
	client := NewClient(Config{BaseURL: "https://api.test"}, WithHeader("X-A", "1"), WithTransport(
		transport(func(r *http.Request) (*http.Response, error) {
			return respond(r, 200, `{"id":"`+r.Header.Get("X-B")+`"}`), nil
		})))
	var group sync.WaitGroup
	for i := range 50 {
		group.Go(func() {
			name := strings.Repeat("x", i+1)
			v, err := Send[thing](t.Context(), client, NewRequest("GET", "/x", WithHeader("X-B", name)))
			if err != nil || v.ID != name {
				t.Errorf("%v, %v, want %s", v, err, name)
			}
		})
	}
	group.Wait()
}

// A context that ends, ends the call: while it waits for the answer, and while it reads it.
func TestCancel(t *testing.T) {
	for _, begin := range []bool{false, true} {
		client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if begin {
				_, _ = w.Write([]byte(`{"id":`))
				w.(http.Flusher).Flush()
			}
			<-r.Context().Done()
		})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		begun := time.Now()
		_, err := Send[thing](ctx, client, NewRequest("GET", "/x"))
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > time.Second {
			t.Errorf("begin %v: %v after %v", begin, err, time.Since(begun))
		}
	}
}
