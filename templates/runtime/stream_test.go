package sdk

import (
	"context"
	"errors"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

type delta struct {
	Text string `json:"text"`
}

func TestEvents(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\n", "a b"},
		{"\ufeff: comment\r\nevent: x\r\ndata:{\"text\":\"a\"}\r\n\r\ndata: [DONE]\r\n\r\ndata: {\"text\":\"never\"}\r\n\r\n", "a"},
		{"data: {\"text\":\rdata: \"a\"}\r\r", "a"},
		{"data: {\"text\":\"cut off\"}\n", ""},
		{"id: 1\nretry: 10\nunknown: x\n\n", ""},
		{"data: {\"text\":\"a\"}\n\ndata: oops\n\n", "a error"},
	} {
		client, got := serve(t, answer(200, "text/event-stream", test.in))
		var texts []string
		for d, err := range SendEvents[delta](t.Context(), client, NewRequest("GET", "/e")) {
			if err != nil {
				d.Text = "error"
			}
			texts = append(texts, d.Text)
		}
		if have := strings.Join(texts, " "); have != test.want {
			t.Errorf("%q: %s, want %s", test.in, have, test.want)
		}
		check(t, "Accept", got.Header.Get("Accept"), "text/event-stream")
	}
}

// A proxy's page is no stream without events.
func TestPagesAreNoStreams(t *testing.T) {
	for _, contentType := range []string{"text/html; charset=utf-8", "application/json"} {
		client, _ := serve(t, answer(200, contentType, "<html>"))
		var e *Error
		if _, err := Collect(SendEvents[delta](t.Context(), client, NewRequest("GET", "/e")), -1); !errors.As(err, &e) {
			t.Errorf("%s: %v, want an error", contentType, err)
		}
	}
	client, _ := serve(t, answer(200, "text/html", "<html>"))
	var e *Error
	if _, err := Collect(SendLines[delta](t.Context(), client, NewRequest("GET", "/e")), -1); !errors.As(err, &e) {
		t.Errorf("%v, want an error", err)
	}
}

func TestEventsRaw(t *testing.T) {
	client, _ := serve(t, answer(200, "text/event-stream", "event: greet\nid: 7\ndata: hi\ndata: there\n\ndata: x\n\n"))
	events, err := Collect(SendEvents[Event](t.Context(), client, NewRequest("GET", "/e")), -1)
	if err != nil || len(events) != 2 || events[0] != (Event{"7", "greet", "hi\nthere"}) || events[1] != (Event{"7", "message", "x"}) {
		t.Errorf("%+v, %v", events, err)
	}
	texts, err := Collect(SendEvents[string](t.Context(), client, NewRequest("GET", "/e")), -1)
	if err != nil || strings.Join(texts, "|") != "hi\nthere|x" {
		t.Errorf("%q, %v", texts, err)
	}
}

// A stream that breaks off is taken up again where it ended, if the events say where.
func TestEventsReconnect(t *testing.T) {
	var asked []string
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Header.Get("Last-Event-ID"))
		if len(asked) == 1 {
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, "retry: 1\nid: 1\ndata: {\"text\":\"a\"}\n\ndata: {\"te")
			return // breaks off
		}
		_, _ = io.WriteString(w, "id: 2\ndata: {\"text\":\"b\"}\n\ndata: [DONE]\n\n")
	})
	got, err := Collect(SendEvents[delta](t.Context(), client, NewRequest("GET", "/e")), -1)
	if err != nil || len(got) != 2 || got[1].Text != "b" || strings.Join(asked, ",") != ",1" {
		t.Errorf("%v, %v, asked for %q", got, err, asked)
	}
	asked = nil
	got, err = Collect(SendEvents[delta](t.Context(), client, NewRequest("POST", "/e")), -1)
	if !errors.Is(err, io.ErrUnexpectedEOF) || len(got) != 1 {
		t.Errorf("%v, %v, want the break of a POST as an error", got, err)
	}
}

func TestLines(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"{\"text\":\"a\"}\n\n  {\"text\":\"b\"}\r\n{\"text\":\"c\"}", "a b c"},
		{"", ""},
		{"{\"text\":\"a\"}\nnonsense\n{\"text\":\"c\"}\n", "a error"},
	} {
		client, _ := serve(t, answer(200, "application/x-ndjson", test.in))
		var texts []string
		for d, err := range SendLines[delta](t.Context(), client, NewRequest("GET", "/l")) {
			if err != nil {
				d.Text = "error"
			}
			texts = append(texts, d.Text)
		}
		if have := strings.Join(texts, " "); have != test.want {
			t.Errorf("%q: %s, want %s", test.in, have, test.want)
		}
	}
	client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, "{\"text\":\"a\"}\n{\"tex")
	})
	got, err := Collect(SendLines[delta](t.Context(), client, NewRequest("GET", "/l")), -1)
	if !errors.Is(err, io.ErrUnexpectedEOF) || len(got) != 1 {
		t.Errorf("%v, %v, want the break as an error", got, err)
	}
}

func TestStream(t *testing.T) {
	client, got := serve(t, answer(200, "image/png", "PNG"))
	var resp Response
	stream, err := SendStream(t.Context(), client, NewRequest("GET", "/s", WithResponse(&resp)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(stream)
	if err != nil || string(body) != "PNG" || stream.ContentType != "image/png" || stream.Size != 3 || stream.StatusCode != 200 {
		t.Errorf("%q, %v, %+v", body, err, stream)
	}
	if err := stream.Close(); err != nil {
		t.Error(err)
	}
	check(t, "Accept", got.Header.Get("Accept"), "*/*")
	check(t, "status", resp.StatusCode, 200)
	client, _ = serve(t, answer(403, "application/json", `{"message":"no"}`))
	if _, err := SendStream(t.Context(), client, NewRequest("GET", "/s")); !errors.Is(err, ErrForbidden) {
		t.Errorf("%v, want a 403", err)
	}
}

// The timeout of an attempt ends with the first byte of a stream: what follows may take its time.
func TestStreamOutlivesTimeout(t *testing.T) {
	release := make(chan struct{})
	client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.(http.Flusher).Flush()
		<-release
		_, _ = io.WriteString(w, "late")
	}, WithTimeout(100*time.Millisecond))
	stream, err := SendStream(t.Context(), client, NewRequest("GET", "/s"))
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	time.AfterFunc(200*time.Millisecond, func() { close(release) })
	if body, err := io.ReadAll(stream); err != nil || string(body) != "late" {
		t.Errorf("%q, %v", body, err)
	}
}

func TestText(t *testing.T) {
	for _, test := range []struct{ contentType, body, want string }{
		{"text/plain", "héllo", "héllo"},
		{"text/plain; charset=utf-8", "héllo", "héllo"},
		{"text/plain; charset=ISO-8859-1", "h\xe9llo", "héllo"},
		{"text/plain; charset=windows-1252", "\x80 5", "€ 5"},
		{"text/csv; charset=utf-16le", "h\x00\xe9\x00", "hé"},
		{"text/csv", "\xfe\xff\x00h\x00\xe9", "hé"},
		{"text/plain; charset=unheard-of", "as it is", "as it is"},
		{"", "", ""},
	} {
		client, _ := serve(t, answer(200, test.contentType, test.body))
		if got, err := SendText(t.Context(), client, NewRequest("GET", "/t")); err != nil || got != test.want {
			t.Errorf("%s: %q, %v, want %q", test.contentType, got, err, test.want)
		}
	}
}

// openBodies counts bodies that were handed out and not closed.
type openBodies struct {
	next http.RoundTripper
	open atomic.Int32
}

func (o *openBodies) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := o.next.RoundTrip(r)
	if err == nil {
		o.open.Add(1)
		resp.Body = &countedBody{ReadCloser: resp.Body, open: &o.open}
	}
	return resp, err
}

type countedBody struct {
	io.ReadCloser
	open   *atomic.Int32
	closed atomic.Bool
}

func (b *countedBody) Close() error {
	if !b.closed.Swap(true) {
		b.open.Add(-1)
	}
	return b.ReadCloser.Close()
}

// No kind of call leaves a body open or a goroutine behind.
func TestNothingLeaks(t *testing.T) {
	pool := &http.Transport{}
	counted := &openBodies{next: pool}
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/ok":
			_, _ = io.WriteString(w, `{"a":[{"id":"1"},{"id":"2"}],"n":"/ok?x"}`)
		case "/redirect":
			http.Redirect(w, r, "/ok", http.StatusFound)
		case "/events":
			_, _ = io.WriteString(w, strings.Repeat("data: {}\n\n", 1000))
		case "/lines":
			_, _ = io.WriteString(w, strings.Repeat("{}\n", 1000))
		default:
			w.WriteHeader(404)
		}
	}, WithTransport(counted))
	before := runtime.NumGoroutine()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for range 100 {
		_, _ = Send[thing](t.Context(), client, NewRequest("GET", "/ok"))
		_, _ = Send[thing](t.Context(), client, NewRequest("GET", "/missing"))
		_, _ = Send[thing](t.Context(), client, NewRequest("GET", "/redirect"))
		_, _ = Send[thing](ended, client, NewRequest("GET", "/ok"))
		_, _ = SendLocation(t.Context(), client, NewRequest("GET", "/redirect"))
		_, _, _ = First(List[record](t.Context(), client, NewRequest("GET", "/ok"), Paging{Items: "a", NextURL: "n"}))
		_, _, _ = First(SendEvents[delta](t.Context(), client, NewRequest("GET", "/events")))
		_, _, _ = First(SendLines[delta](t.Context(), client, NewRequest("GET", "/lines")))
		if s, err := SendStream(t.Context(), client, NewRequest("GET", "/lines")); err == nil {
			_ = s.Close()
		}
		upload := NewRequest("POST", "/ok")
		upload.Raw("text/plain", io.MultiReader(strings.NewReader("x")))
		_ = SendEmpty(t.Context(), client, upload)
	}
	check(t, "open bodies", counted.open.Load(), 0)
	pool.CloseIdleConnections()
	for deadline := time.Now().Add(2 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(deadline); {
		runtime.Gosched()
	}
	if after := runtime.NumGoroutine(); after > before+2 {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}
