package golden

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

func paramRows() []conformRow {
	const item = "Parameters"
	return []conformRow{
		{item, "styles in a path: the table of examples", styleExamples, func(t *testing.T) int { return tryPaths(t, exampledPaths()) }},
		{item, "styles in a query: the table of examples", styleExamples, func(t *testing.T) int { return tryQueries(t, exampledQueries()) }},
		{item, "styles in a cookie: the table of examples", styleExamples, func(t *testing.T) int { return tryCookies(t, exampledCookies()) }},
		{item, "style × explode × string, number, list, object, null, empty in a path", ours, func(t *testing.T) int { return tryPaths(t, allPaths()) }},
		{item, "style × explode × string, number, list, object, null, empty in a query", ours, func(t *testing.T) int { return tryQueries(t, allQueries()) }},
		{item, "explode × string, number, list, object, null, empty in a header", ours, func(t *testing.T) int { return tryHeaders(t, allHeaders()) }},
		{item, "style × explode × string, number, list, object, null, empty in a cookie", ours, func(t *testing.T) int { return tryCookies(t, allCookies()) }},
		{item, "headers that a client sets by itself are sent once", ours, tryOwnHeaders},
		{item, "in: querystring, as a form, JSON and text", "OpenAPI 3.2.1, Parameter Object Examples", tryQueryStrings},
		{item, "expansions of RFC 6570 that a param can ask for", "uritemplate-test", tryTemplates},
		{item, "naughty strings in a path", naughtySuite, func(t *testing.T) int { return tryNaughty(t, "path") }},
		{item, "naughty strings in a query", naughtySuite, func(t *testing.T) int { return tryNaughty(t, "query") }},
		{item, "naughty strings as the name of a query param", naughtySuite, func(t *testing.T) int { return tryNaughty(t, "query key") }},
		{item, "naughty strings in a header", naughtySuite, func(t *testing.T) int { return tryNaughty(t, "header") }},
		{item, "naughty strings in a cookie", naughtySuite, func(t *testing.T) int { return tryNaughty(t, "cookie") }},
	}
}

const (
	styleExamples = "OpenAPI 3.1.2 and 3.2.1, Style Examples"
	ours          = "this repository"
)

// A pathVector is a value in a path that ends in {color}, and what it becomes.
type pathVector struct {
	style   string
	explode bool
	value   any
	want    string
}

func tryPaths(t *testing.T, vectors []pathVector) int {
	w := newWire(t)
	for _, v := range vectors {
		template, before := "/x{color}", "/x"
		if v.style == "simple" {
			template, before = "/{color}", "/"
		}
		err := w.send(t, template, func(r *sdk.Request) { r.PathStyle("color", v.value, v.style, v.explode) })
		switch {
		case v.want == refused:
			if err == nil {
				t.Errorf("%+v is sent as %s", v, w.got.RequestURI)
			}
		case err != nil:
			t.Errorf("%+v: %v", v, err)
		case w.got.RequestURI != before+v.want:
			t.Errorf("%+v: %s", v, w.got.RequestURI)
		}
	}
	return len(vectors)
}

// A paramVector is a value under a tag and what it becomes.
type paramVector struct {
	tag   string // of the field; the name is added: `explode:"false"`
	value any
	want  string
}

func tryQueries(t *testing.T, vectors []paramVector) int {
	return tryParams(t, "query", "color", vectors, func(w *wire) (string, bool) {
		_, query, ok := strings.Cut(w.got.RequestURI, "?")
		return query, ok
	})
}

func tryHeaders(t *testing.T, vectors []paramVector) int {
	return tryParams(t, "header", "X-Color", vectors, func(w *wire) (string, bool) {
		values := w.got.Header.Values("X-Color")
		return strings.Join(values, "\n"), len(values) > 0
	})
}

func tryCookies(t *testing.T, vectors []paramVector) int {
	return tryParams(t, "cookie", "color", vectors, func(w *wire) (string, bool) {
		values := w.got.Header.Values("Cookie")
		return strings.Join(values, "\n"), len(values) > 0
	})
}

func tryParams(t *testing.T, in, name string, vectors []paramVector, read func(*wire) (string, bool)) int {
	w := newWire(t)
	for _, v := range vectors {
		params := tagged(in+`:"`+name+`" `+v.tag, v.value)
		err := w.send(t, "/x", func(r *sdk.Request) { r.Params(params) })
		if err != nil {
			if v.want != refused || w.got != nil {
				t.Errorf("%+v: %v", v, err)
			}
			continue
		}
		got, ok := read(w)
		if !ok {
			got = absent
		}
		if got != v.want {
			t.Errorf("%+v: %s", v, got)
		}
	}
	return len(vectors)
}

// tryQueryStrings writes values that are the whole query.
func tryQueryStrings(t *testing.T) int {
	type flags struct {
		Numbers []int `json:"numbers"`
		Flag    *bool `json:"flag"`
	}
	query := func(w *wire) (string, bool) {
		_, query, ok := strings.Cut(w.got.RequestURI, "?")
		return query, ok
	}
	return tryParams(t, "querystring", "application/x-www-form-urlencoded", []paramVector{
		{``, map[string]any{"foo": "a + b", "bar": true}, "bar=true&foo=a+%2B+b"},
		{``, color, "R=100&G=200&B=150"},
		{``, &flags{Numbers: []int{1, 2}, Flag: new(true)}, "numbers=1&numbers=2&flag=true"},
		{``, (*flags)(nil), absent},
		{``, map[string]string(nil), absent},
	}, query) + tryParams(t, "querystring", "application/json", []paramVector{
		{``, flags{Numbers: []int{1, 2}}, "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"},
		{``, (*flags)(nil), absent},
	}, query) + tryParams(t, "querystring", "application/jsonpath", []paramVector{
		{``, "$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"},
		{``, "", absent},
	}, query)
}
