package golden

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// An eventVector is a stream and the events that it holds.
type eventVector struct {
	stream string
	want   []sdk.Event
}

// tryEvents sends each stream at once, and byte for byte: no event may wait for what follows it.
func tryEvents(t *testing.T, vectors []eventVector) int {
	for _, v := range vectors {
		for _, piece := range []int{len(v.stream), 1} {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
				for b := range slices.Chunk([]byte(v.stream), max(piece, 1)) {
					_, _ = w.Write(b) // a test that fails breaks off
					w.(http.Flusher).Flush()
				}
			}))
			got, err := events(t, server.URL)
			server.Close()
			if err != nil || !slices.Equal(got, v.want) {
				t.Errorf("%q in pieces of %d:\n%q, %v\nwant\n%q", v.stream, piece, got, err, v.want)
			}
		}
	}
	return len(vectors)
}

func events(t *testing.T, base string) (got []sdk.Event, err error) {
	t.Helper()
	client := sdk.NewClient(sdk.Config{BaseURL: base})
	for event, err := range sdk.SendEvents[sdk.Event](t.Context(), client, sdk.NewRequest(http.MethodGet, "/x")) {
		if err != nil {
			return got, err
		}
		got = append(got, event)
	}
	return got, nil
}

func message(id, data string) sdk.Event { return sdk.Event{ID: id, Name: "message", Data: data} }

// standardEvents are the streams that the standard shows, and those of its tests that a client without a page can run.
func standardEvents() []eventVector {
	named := func(name, data string) sdk.Event { return sdk.Event{Name: name, Data: data} }
	return []eventVector{
		{"data: This is the first message.\n\ndata: This is the second message, it\ndata: has two lines.\n\ndata: This is the third message.\n\n",
			[]sdk.Event{message("", "This is the first message."), message("", "This is the second message, it\nhas two lines."), message("", "This is the third message.")}},
		{"event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n",
			[]sdk.Event{named("add", "73857293"), named("remove", "2153"), named("add", "113411")}},
		{"data: YHOO\ndata: +2\ndata: 10\n\n", []sdk.Event{message("", "YHOO\n+2\n10")}},
		{": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
			[]sdk.Event{message("1", "first event"), message("", "second event"), message("", " third event")}},
		{"data\n\ndata\ndata\n\ndata:", []sdk.Event{message("", ""), message("", "\n")}},
		{"data:test\n\ndata: test\n\n", []sdk.Event{message("", "test"), message("", "test")}},
		{"\ufeffdata:1\n\n\ufeffdata:2\n\ndata:3\n\n", []sdk.Event{message("", "1"), message("", "3")}},
		{"\ufeff\ufeffdata:1\n\ndata:2\n\ndata:3\n\n", []sdk.Event{message("", "2"), message("", "3")}},
		{"data:1\r:\000\n:\r\ndata:2\n:" + strings.Repeat("x", 2048) + "\rdata:3\n:data:fail\r:" + strings.Repeat("x", 2048) + "\ndata:4\n\n", []sdk.Event{message("", "1\n2\n3\n4")}},
		{"data:\000\ndata:  2\rData:1\ndata\000:2\ndata:1\r\000data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n", []sdk.Event{message("", "\000\n 2\n1\n3\n\n4")}},
		{"data:test\n\ndata\n\ndata\ndata\n\ndata:test\n\n", []sdk.Event{message("", "test"), message("", ""), message("", "\n"), message("", "test")}},
		{"data:test\r\ndata\ndata:test\r\n\r\n", []sdk.Event{message("", "test\n\ntest")}},
		{"data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndata:test\n\n", []sdk.Event{message("", "test\n\ntest")}},
		{"data: data\000\n\n\n\n", []sdk.Event{message("", "data\000")}},
		{"event:test\ndata:x\n\ndata:x\n\n", []sdk.Event{named("test", "x"), message("", "x")}},
		{"event: \ndata:data\n\n", []sdk.Event{message("", "data")}},
		{"data:ok\xe2\x80\xa6\n\n", []sdk.Event{message("", "ok…")}},
		{"data:\r\rdata: b\r\r", []sdk.Event{message("", ""), message("", "b")}},
		{"id:1\ndata:a\n\nid: 2\000x\ndata:b\n\ndata:c\n\n", []sdk.Event{message("1", "a"), message("1", "b"), message("1", "c")}},
		{"id:1\n\ndata:a\n\n", []sdk.Event{message("1", "a")}},
		{"id: é \ndata:a\n\n", []sdk.Event{message("é ", "a")}},
		{"", nil},
		{":\n\n\n\nretry:1\n\n", nil},
	}
}

// sentinels end a stream though more may follow.
func sentinels() []eventVector {
	return []eventVector{
		{"data: a\n\ndata: [DONE]\n\n", []sdk.Event{message("", "a")}},
		{"data: a\n\ndata:[DONE]\n\ndata: b\n\n", []sdk.Event{message("", "a")}},
		{"data: [DONE]\n\n", nil},
		{"data: [DONE] \n\n", []sdk.Event{message("", "[DONE] ")}},
		{"event: done\ndata: [DONE]\n\n", nil},
	}
}

// A brokenVector is what a server says before it breaks off, once a connection, and what is asked for in each.
type brokenVector struct {
	says   []string
	asks   []string // the Last-Event-ID headers; "" for none
	want   []string
	method string
	fails  bool
}

func tryReconnects(t *testing.T) int {
	vectors := []brokenVector{
		{says: []string{"retry:1\nid:1\ndata:a\n\nda", "data:b\n\n"}, asks: []string{"", "1"}, want: []string{"a", "b"}},
		{says: []string{"retry:1\nid:1\ndata:a\n\nid:12", "data:b\n\n"}, asks: []string{"", "1"}, want: []string{"a", "b"}},
		{says: []string{"retry:1\nid:1\ndata:a\n\nid:2\n\n:", "data:b\n\n"}, asks: []string{"", "2"}, want: []string{"a", "b"}},
		{says: []string{"retry:1\nid:1\ndata:a\n\n:", "id:2\ndata:b\n\n:", "data:c\n\n"}, asks: []string{"", "1", "2"}, want: []string{"a", "b", "c"}},
		{says: []string{"retry:1\nid:1\ndata:a\n\n:", ":", ":", "data:b\n\n"}, asks: []string{"", "1", "1"}, want: []string{"a"}, fails: true},
		{says: []string{"retry:1\nid:1\ndata:a\n\nid\n\n:"}, asks: []string{""}, want: []string{"a"}, fails: true},
		{says: []string{"data:a\n\n:"}, asks: []string{""}, want: []string{"a"}, fails: true},
		{says: []string{"retry:1\nid:1\ndata:a\n\n:"}, asks: []string{""}, want: []string{"a"}, method: http.MethodPost, fails: true},
		{says: []string{"retry:1\nid:1\ndata:a\n\ndata:[DONE]\n\n:"}, asks: []string{""}, want: []string{"a"}},
		{says: []string{"retry:x\nretry:1\nretry:-5\nretry:\nid:é\ndata:a\n\n:", "data:b\n\n"}, asks: []string{"", "é"}, want: []string{"a", "b"}},
	}
	for i, v := range vectors {
		v.try(t, i)
	}
	return len(vectors)
}

func (v brokenVector) try(t *testing.T, i int) {
	t.Helper()
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := len(asked)
		asked = append(asked, r.Header.Get("Last-Event-ID"))
		w.Header().Set("Content-Type", "text/event-stream")
		if n >= len(v.says) {
			return
		}
		_, _ = io.WriteString(w, v.says[n])
		w.(http.Flusher).Flush()
		if n < len(v.says)-1 || v.fails || len(v.says) == 1 {
			panic(http.ErrAbortHandler)
		}
	}))
	defer server.Close()
	method := v.method
	if method == "" {
		method = http.MethodGet
	}
	var got []string
	var failure error
	client := sdk.NewClient(sdk.Config{BaseURL: server.URL})
	for data, err := range sdk.SendEvents[string](t.Context(), client, sdk.NewRequest(method, "/x")) {
		if err != nil {
			failure = err
			break
		}
		got = append(got, data)
	}
	if !slices.Equal(got, v.want) || !slices.Equal(asked, v.asks) || (failure != nil) != v.fails {
		t.Errorf("%d: got %q, %v after asking %q; want %q after %q", i, got, failure, asked, v.want, v.asks)
	}
}
