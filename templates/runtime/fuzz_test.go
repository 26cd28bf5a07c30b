package sdk

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// A warped is a struct of all that servers bend.
type warped struct {
	Text  string                      `json:"text"`
	Int   int64                       `json:"int"`
	Small *int8                       `json:"small"`
	Float float64                     `json:"float"`
	Bool  *bool                       `json:"bool"`
	Time  time.Time                   `json:"time"`
	Date  Date                        `json:"date"`
	Null  Nullable[[]int]             `json:"null"`
	List  []warped                    `json:"list"`
	Map   map[string]*warped          `json:"map"`
	Any   any                         `json:"any"`
	Bytes []byte                      `json:"bytes"`
	Exact Decimal                     `json:"exact"`
	Keys  map[string]Nullable[string] `json:"keys"`
}

// What reads strictly reads; what does not is read leniently or refused, but only if it is JSON.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{}`, `null`, `{"text":1,"int":"7","small":"","float":"1e9","bool":"true"}`, `{"time":"","date":"2020-01-02","null":null,"list":{}}`,
		`{"list":[{"list":[{}]}],"map":{"a":{"int":1e400}},"any":[1,{"a":2}],"bytes":"_-8","exact":1.10,"keys":{"a":null}}`, `[`, `{"text":"\ud800"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var strict, got warped
		err := decode(b, &got)
		if plain := decodeJSON(b, &strict); plain == nil && (err != nil || !reflect.DeepEqual(strict, got)) {
			t.Errorf("%q: %v, %+v, want %+v", b, err, got, strict)
		}
		if err == nil && !json.Valid(b) {
			t.Errorf("%q is no JSON, and reads as %+v", b, got)
		}
		if err != nil && !reflect.DeepEqual(got, warped{}) && json.Valid(b) {
			t.Errorf("%q: %v leaves %+v", b, err, got)
		}
	})
}

// A choice is one of the variants or none, and does not depend on space around the value.
func FuzzChoose(f *testing.F) {
	of := []Match{{Type: (*record)(nil)}, {Type: (*string)(nil), JSON: "string", Values: []string{"x"}}}
	variants := []Match{
		{Type: (*thing)(nil), Tags: []string{"cat"}, Consts: []Const{{"kind", `"cat"`}}},
		{Type: (*warped)(nil), Tags: []string{"dog"}, Named: Const{"role", `"dog"`}}, {Type: (*[]int)(nil), JSON: "array", Items: "integer"},
		{Type: (*float64)(nil), JSON: "number"}, {Of: &of}, {Type: (*map[string]any)(nil), JSON: "object", Keys: []string{"a"}, Known: []string{"a", "b"}},
	}
	for _, seed := range []string{`{"kind":"cat"}`, `{"kind":"dog","a":1}`, `[1]`, `1.5`, `"x"`, `null`, `{"kind":{`, `{"kind":null}`, `{"a":1,"a":2}`} {
		f.Add([]byte(seed), "kind")
	}
	f.Fuzz(func(t *testing.T, b []byte, tag string) {
		i := choose(b, tag, variants)
		if i < -1 || i >= len(variants) {
			t.Errorf("%q: %d", b, i)
		}
		if again := choose(append([]byte(" \n"), b...), tag, variants); again != i {
			t.Errorf("%q: %d, and %d after space", b, i, again)
		}
	})
}

// Events do not depend on how the bytes arrive.
func FuzzEvents(f *testing.F) {
	for _, seed := range []string{"data: a\n\n", "\ufeffid: 1\revent: x\r\ndata:\r\n\r\ndata", "retry: 99999999999\n: c\n\ndata\ndata\n\n", "data: [DONE]\n\nid:\x00\n\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var events [2][]Event
		var readers [2]eventReader
		for i, r := range []interface{ Read([]byte) (int, error) }{bytes.NewReader(b), iotest.OneByteReader(bytes.NewReader(b))} {
			if _, err := readers[i].all(r, func(e Event, _ error) bool {
				events[i] = append(events[i], e)
				return true
			}); err != nil {
				t.Errorf("%q: %v", b, err)
			}
		}
		if !reflect.DeepEqual(events[0], events[1]) || readers[0] != readers[1] {
			t.Errorf("%q: %q, %+v, and byte by byte %q, %+v", b, events[0], readers[0], events[1], readers[1])
		}
		if wait := readers[0].wait; wait < 0 || wait > patience {
			t.Errorf("%q: waits %v", b, wait)
		}
	})
}

// A link's target is a part of its header.
func FuzzLink(f *testing.F) {
	for _, seed := range []string{`<a>; rel="next"`, `<a>; title="\"<b>; rel=next", <c>;rel=next`, `<`, `<>;`, `<a>;rel="`, `,<,>;rel=next`} {
		f.Add(seed, "next")
	}
	f.Fuzz(func(t *testing.T, header, rel string) {
		got := linkTo([]string{header}, rel)
		if !strings.Contains(header, got) || strings.Contains(got, ">") {
			t.Errorf("%q: %q", header, got)
		}
	})
}

// A wait is never negative.
func FuzzRetryAfter(f *testing.F) {
	for _, seed := range []string{"1", "-1", "NaN", "Inf", "1e300", "0x1p-2", "Sat, 01 Jan 2000 00:00:30 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"} {
		f.Add(seed)
	}
	now := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text string) {
		wait, ok := retryAfter(http.Header{"Retry-After": {text}}, now)
		if ok && wait < 0 {
			t.Errorf("%q: %v", text, wait)
		}
	})
}

// A page's URL is on the server that credentials are for, or is refused.
func FuzzPageURL(f *testing.F) {
	for _, seed := range []string{"/list?a=b", "?x", "//evil.test", "https://u:p@api.test/", `\\evil.test`, "https://api.test.evil.test", "https:list", "/%2e%2e/", "https://api.test:443"} {
		f.Add(seed)
	}
	base := &url.URL{Scheme: "https", Host: "api.test", Path: "/gate"}
	client := NewClient(Config{BaseURL: "https://document.test"}, WithBaseURL(base.String()))
	f.Fuzz(func(t *testing.T, next string) {
		to, err := client.pageURL(base.JoinPath("list"), base, next)
		if err == nil && (!strings.EqualFold(to.Scheme, "https") || !strings.EqualFold(to.Hostname(), "api.test") || to.User != nil) {
			t.Errorf("%q leads to %v", next, to)
		}
	})
}
