package sdk

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
)

// A record is an item of a list.
type record struct {
	ID string `json:"id"`
}

// ids asks a list for everything and joins what comes.
func ids(t *testing.T, c *Client, req *Request, p Paging) (string, error) {
	t.Helper()
	var got []string
	for item, err := range List[record](t.Context(), c, req, p) {
		if err != nil {
			return strings.Join(got, " "), err
		}
		got = append(got, item.ID)
	}
	return strings.Join(got, " "), nil
}

func records(from, to int) string {
	var list []string
	for i := from; i < to; i++ {
		list = append(list, fmt.Sprintf(`{"id":"%d"}`, i))
	}
	return "[" + strings.Join(list, ",") + "]"
}

// pageServer has the records 0 to 4 in pages of two, and says in its own way how to go on.
func pageServer(next func(r *http.Request, host string, at int) (body string, header http.Header)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		at, _ := strconv.Atoi(r.URL.Query().Get("at"))
		body, header := next(r, "http://"+r.Host, at)
		for name, values := range header {
			w.Header()[name] = values
		}
		_, _ = w.Write([]byte(body))
	}
}

func last(at int) bool { return at >= 4 }

// orNull is a JSON string, or null at the end.
func orNull(at int, next string) string {
	if last(at) {
		return "null"
	}
	return strconv.Quote(next)
}

func two(at int) string { return records(at, min(at+2, 5)) }

var ways = []struct {
	name   string
	paging Paging
	server func(r *http.Request, host string, at int) (string, http.Header)
	asked  string // queries that arrive
}{
	{"meta.next_page_url, absolute", Paging{Items: "sessions", NextURL: "meta.next_page_url"},
		func(r *http.Request, host string, at int) (string, http.Header) {
			next := fmt.Sprintf("%s/list?at=%d&PageToken=a%%2Fb", host, at+2)
			return fmt.Sprintf(`{"sessions":%s,"meta":{"next_page_url":%s,"key":"sessions"}}`, two(at), orNull(at, next)), nil
		}, "Size=2 at=2&PageToken=a%2Fb at=4&PageToken=a%2Fb"},
	{"next_page_uri, relative", Paging{Items: "calls", NextURL: "next_page_uri"},
		func(r *http.Request, _ string, at int) (string, http.Header) {
			return fmt.Sprintf(`{"calls":%s,"next_page_uri":%s}`, two(at), orNull(at, fmt.Sprintf("/list?at=%d", at+2))), nil
		}, "Size=2 at=2 at=4"},
	{"next ends with an empty string", Paging{Items: "a.b", NextURL: "next"},
		func(r *http.Request, _ string, at int) (string, http.Header) {
			next := fmt.Sprintf("?at=%d", at+2)
			if last(at) {
				next = ""
			}
			return fmt.Sprintf(`{"a":{"b":%s},"next":%q}`, two(at), next), nil
		}, "Size=2 at=2 at=4"},
	{"cursor", Paging{Items: "data", Cursor: "nextCursor", CursorParam: "at"},
		func(_ *http.Request, _ string, at int) (string, http.Header) {
			return fmt.Sprintf(`{"data":%s,"nextCursor":%s}`, two(at), orNull(at, fmt.Sprint(at+2))), nil
		}, "Size=2 Size=2&at=2 Size=2&at=4"},
	{"numeric cursor in a bare list's sibling", Paging{Items: "data", Cursor: "page.next", CursorParam: "at"},
		func(_ *http.Request, _ string, at int) (string, http.Header) {
			if last(at) {
				return fmt.Sprintf(`{"data":%s,"page":{}}`, two(at)), nil
			}
			return fmt.Sprintf(`{"data":%s,"page":{"next":%d}}`, two(at), at+2), nil
		}, "Size=2 Size=2&at=2 Size=2&at=4"},
	{"has_more and the last id", Paging{Items: "data", LastItem: "id", CursorParam: "after", More: "has_more"},
		func(r *http.Request, _ string, _ int) (string, http.Header) {
			at := 0
			if after := r.URL.Query().Get("after"); after != "" {
				at, _ = strconv.Atoi(after)
				at++
			}
			return fmt.Sprintf(`{"data":%s,"has_more":%v}`, two(at), !last(at)), nil
		}, "Size=2 Size=2&after=1 Size=2&after=3"},
	{"offset until an empty page", Paging{Offset: "at"},
		func(_ *http.Request, _ string, at int) (string, http.Header) { return two(at), nil },
		"Size=2 Size=2&at=2 Size=2&at=4 Size=2&at=5"},
	{"offset and total", Paging{Items: "items", Offset: "at", Total: "total"},
		func(_ *http.Request, _ string, at int) (string, http.Header) {
			return fmt.Sprintf(`{"items":%s,"total":5}`, two(at)), nil
		}, "Size=2 Size=2&at=2 Size=2&at=4"},
	{"SCIM", Paging{Items: "Resources", Offset: "startIndex", First: 1, Total: "totalResults"},
		func(r *http.Request, _ string, _ int) (string, http.Header) {
			at := max(1, atoi(r.URL.Query().Get("startIndex"))) - 1
			return fmt.Sprintf(`{"Resources":%s,"totalResults":5}`, two(at)), nil
		}, "Size=2 Size=2&startIndex=3 Size=2&startIndex=5"},
	{"page number", Paging{Number: "page", First: 1, More: "more"},
		func(r *http.Request, _ string, _ int) (string, http.Header) {
			page := max(1, atoi(r.URL.Query().Get("page")))
			at := (page - 1) * 2
			return two(at), nil
		}, "Size=2 Size=2&page=2 Size=2&page=3 Size=2&page=4"},
	{"Link header", Paging{Link: true},
		func(_ *http.Request, host string, at int) (string, http.Header) {
			if last(at) {
				return two(at), http.Header{"Link": {`<http://x.test/first>; rel="first"`}}
			}
			return two(at), http.Header{"Link": {fmt.Sprintf(`<http://x.test/first>; rel="first", <%s/list?at=%d,x>; title="a, b"; rel="last next"`, host, at+2)}}
		}, ""},
}

func TestPaging(t *testing.T) {
	for _, test := range ways {
		var asked []string
		client, _ := serve(t, pageServer(func(r *http.Request, host string, at int) (string, http.Header) {
			asked = append(asked, r.URL.RawQuery)
			if s, ok := strings.CutSuffix(r.URL.Query().Get("at"), ",x"); ok {
				at, _ = strconv.Atoi(s)
			}
			return test.server(r, host, at)
		}), WithBearer("t"))
		req := NewRequest("GET", "/list", WithHeader("X-A", "b"))
		req.Params(struct {
			Size int `query:"Size"`
		}{2})
		for range 2 { // a second range begins anew
			asked = nil
			got, err := ids(t, client, req, test.paging)
			if err != nil || got != "0 1 2 3 4" {
				t.Errorf("%s: %s, %v", test.name, got, err)
			}
			if have := strings.Join(asked, " "); test.asked != "" && have != test.asked {
				t.Errorf("%s: asked for %s, want %s", test.name, have, test.asked)
			}
		}
	}
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// A list that cannot go on says so within two requests, after the items that it had.
func TestPagingStops(t *testing.T) {
	for _, test := range []struct {
		name   string
		paging Paging
		body   string
		want   string // in the error
		items  string
	}{
		{"foreign host", Paging{Items: "a", NextURL: "n"}, `{"a":[{"id":"1"}],"n":"https://evil.test/list"}`, "the next page is on ", "1"},
		{"foreign scheme", Paging{Items: "a", NextURL: "n"}, `{"a":[{"id":"1"}],"n":"//evil.test/list"}`, "the next page is on ", "1"},
		{"itself", Paging{Items: "a", NextURL: "n"}, `{"a":[{"id":"1"}],"n":"/list"}`, "repeats a page", "1"},
		{"itself, later", Paging{Items: "a", NextURL: "n"}, `{"a":[{"id":"1"}],"n":"/list?x"}`, "repeats a page", "1 1"},
		{"same cursor", Paging{Items: "a", Cursor: "n", CursorParam: "c"}, `{"a":[{"id":"1"}],"n":"x"}`, "repeats a page", "1 1"},
		{"same page by offset", Paging{Items: "a", Offset: "o"}, `{"a":[{"id":"1"}]}`, "repeats a page", "1"},
		{"same page by number", Paging{Items: "a", Number: "p"}, `{"a":[{"id":"1"}]}`, "repeats a page", "1"},
		{"same cursor and no items", Paging{Items: "a", Cursor: "n", CursorParam: "c"}, `{"a":[],"n":"x"}`, "", ""},
		{"bad URL", Paging{Items: "a", NextURL: "n"}, `{"a":[],"n":"http://[::1"}`, "does not parse", ""},
		{"no JSON", Paging{Items: "a"}, `<html>`, "no JSON page", ""},
		{"a scalar", Paging{Items: "a"}, `7`, "no page of a list", ""},
		{"items that do not decode", Paging{Items: "a"}, `{"a":[{"id":{}}]}`, "do not decode", ""},
		{"no items", Paging{Items: "a"}, `{}`, "", ""},
		{"null items", Paging{Items: "a"}, `{"a":null}`, "", ""},
		{"a null among items", Paging{Items: "a"}, `{"a":[null,{"id":"1"}]}`, "", "1"},
	} {
		asked := 0
		client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			asked++
			_, _ = w.Write([]byte(test.body))
		})
		got, err := ids(t, client, NewRequest("GET", "/list"), test.paging)
		if (err != nil) != (test.want != "") || err != nil && !strings.Contains(err.Error(), test.want) || asked > 2 || got != test.items {
			t.Errorf("%s: %q, %v after %d requests, want %q, %q", test.name, got, err, asked, test.items, test.want)
		}
	}
}

func TestPagingErrorComesOnce(t *testing.T) {
	client, _ := serve(t, answer(404, "", ""))
	count := 0
	for item, err := range List[record](t.Context(), client, NewRequest("GET", "/list"), Paging{Items: "a"}) {
		count++
		if item != nil || !errors.Is(err, ErrNotFound) {
			t.Errorf("%v, %v, want a 404", item, err)
		}
	}
	check(t, "errors", count, 1)
}

func TestPagingIsLazy(t *testing.T) {
	asked := 0
	client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		asked++
		_, _ = fmt.Fprintf(w, `{"a":["x","y"],"n":"/list?%d"}`, asked)
	})
	seq := ListValues[string](t.Context(), client, NewRequest("GET", "/list"), Paging{Items: "a", NextURL: "n"})
	check(t, "requests before a range", asked, 0)
	got, err := Collect(seq, 2)
	if err != nil || len(got) != 2 || asked != 1 {
		t.Errorf("%v, %v, %d requests, want one", got, err, asked)
	}
}

// A base URL with a path of its own stays before a path that the server counts from its root, and stands in for the
// document's server, which names itself.
func TestPagingUnderBasePath(t *testing.T) {
	var paths []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		paths = append(paths, r.RequestURI)
		next := []string{`"/v1/list?Page=1"`, `"https://api.test/v1/list?Page=2"`, "null"}[len(paths)-1]
		_, _ = fmt.Fprintf(w, `{"a":[{"id":"1"}],"n":%s}`, next)
	}))
	defer server.Close()
	client := NewClient(Config{BaseURL: "https://api.test"}, WithBaseURL(server.URL+"/gate%2Fway/"))
	got, err := ids(t, client, NewRequest("GET", "/v1/list"), Paging{Items: "a", NextURL: "n"})
	if err != nil || got != "1 1 1" {
		t.Errorf("%s, %v", got, err)
	}
	check(t, "paths", strings.Join(paths, " "), "/gate%2Fway/v1/list /gate%2Fway/v1/list?Page=1 /gate%2Fway/v1/list?Page=2")
}
