package golden

import (
	"fmt"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// tryPreviousPages goes from the last of four pages to the first, and from there to the end.
func tryPreviousPages(t *testing.T) (vectors int) {
	type page struct {
		Items []row
		Prev  string
	}
	for _, form := range []string{"http://api.test/gate/list?at=%d", "/list?at=%d", "/gate/list?at=%d", "?at=%d", "list?at=%d", "//api.test/gate/list?at=%d#top"} {
		for _, way := range []string{"body", "Link header"} {
			for _, paging := range []sdk.Paging{{Items: "items", NextURL: "next"}, {Items: "items", Cursor: "token", CursorParam: "at"}, {Items: "items", Offset: "at"}} {
				handler := func(w http.ResponseWriter, r *http.Request) {
					at := number(r, "at", 0)
					prev, next := fmt.Sprintf(form, at-1), fmt.Sprintf(`"next":%q,"token":"%d",`, fmt.Sprintf(form, at+1), at+1)
					if at == 0 {
						prev = ""
					}
					items := fmt.Sprintf(`[{"id":"%d"}]`, at)
					if at >= 3 {
						next = ""
					}
					if at >= 4 {
						items = "[]"
					}
					if way == "Link header" && prev != "" {
						w.Header().Set("Link", "<"+prev+`>; rel="prev"`)
						prev = ""
					}
					_, _ = fmt.Fprintf(w, `{%s"items":%s,"prev":%q}`, next, items, prev)
				}
				inMemory(t, handler, func(t *testing.T, client *sdk.Client, _ *memory) {
					var seen []string
					for to := "?at=3"; to != ""; {
						var resp sdk.Response
						p, err := sdk.Send[page](t.Context(), client, sdk.NewRequest("GET", "/list", sdk.WithPage(to), sdk.WithResponse(&resp)))
						if err != nil {
							t.Fatalf("%s, %s: %v", form, way, err)
						}
						seen = append(seen, p.Items[0].ID)
						if to = p.Prev; way == "Link header" {
							to = sdk.Link(resp, "prev")
						}
					}
					forth, err := idsOf(sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list", sdk.WithPage("?at=1")), paging), -1)
					if back := strings.Join(seen, " "); back != "3 2 1 0" || forth != "1 2 3" || err != nil {
						t.Errorf("%s, %s: back %s, forth %s, %v", form, way, back, forth, err)
					}
				}, sdk.WithBaseURL("http://api.test/gate"), sdk.WithBearer("secret"))
				vectors++
			}
		}
	}
	return vectors
}

func tryLinks(t *testing.T) int {
	tests := []struct{ header, rel, want string }{
		{`<http://example.com/TheBook/chapter2>; rel="previous"; title="previous chapter"`, "previous", "http://example.com/TheBook/chapter2"},
		{`</>; rel="http://example.net/foo"`, "http://example.net/foo", "/"},
		{`</terms>; rel="copyright"; anchor="#foo"`, "copyright", "/terms"},
		{`</TheBook/chapter2>; rel="previous"; title*=UTF-8'de'letztes%20Kapitel, </TheBook/chapter4>; rel="next"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel`, "next", "/TheBook/chapter4"},
		{`<http://example.org/>; rel="start http://example.net/relation/other"`, "http://example.net/relation/other", "http://example.org/"},
		{`<https://example.org/>; rel="start", <https://example.org/index>; rel="index"`, "index", "https://example.org/index"},
		{`<https://api.github.com/repositories/1300192/issues?page=2>; rel="prev", <https://api.github.com/repositories/1300192/issues?page=4>; rel="next", <https://api.github.com/repositories/1300192/issues?page=515>; rel="last", <https://api.github.com/repositories/1300192/issues?page=1>; rel="first"`, "next", "https://api.github.com/repositories/1300192/issues?page=4"},
		{`<a>; rel="prev", <b>; rel="next"`, "prev", "a"},
		{`<a>;rel=next`, "next", "a"}, {`<a> ; REL = "NEXT"`, "next", "a"}, {"<a>\t;\trel=next", "next", "a"}, {`<a>;;rel=next;`, "next", "a"},
		{`<a?x=1,2;3>; rel="next"`, "next", "a?x=1,2;3"}, {`<a>; title="b; rel=next", <c>; rel=next`, "next", "c"},
		{`<a>; title="x, <b>; rel=\"next\"", <c>; rel=next`, "next", "c"}, {`<a>; title="a <b"; rel="next"`, "next", "a"},
		{`<a>; rel="prev"; rel="next"`, "next", ""}, {`<a>; rel="nextpage"`, "next", ""}, {`<a>; foo="next"`, "next", ""},
		{`<a>`, "next", ""}, {`a; rel=next`, "next", ""}, {`<a; rel=next`, "next", ""}, {`<>; rel=next`, "next", ""}, {``, "next", ""},
		{`,,,<a>; rel=next`, "next", "a"}, {`<a>; rel="last  next"`, "next", "a"}, {`< a >; rel=next`, "next", "a"}, {`<a>; rel="next`, "next", "a"},
	}
	for _, test := range tests {
		if got := sdk.Link(sdk.Response{Header: http.Header{"Link": {`<first>; rel=first`, test.header}}}, test.rel); got != test.want {
			t.Errorf("%s: %s is %q, want %q", test.header, test.rel, got, test.want)
		}
	}
	return len(tests)
}

// A pagingShape is what a document says of a list, and what is made of it.
type pagingShape struct {
	params string // query params; ! marks integers
	page   string // schema of the page
	want   string // sdk.Paging's fields; "" for no list
}

var pagingShapes = []pagingShape{
	{"PageSize! PageToken", `{properties: {sessions: LIST, meta: {properties: {next_page_url: STRING}}}}`, `Items: "sessions", NextURL: "meta.next_page_url", Size: "PageSize"`},
	{"PageSize!", `{properties: {calls: LIST, next_page_uri: STRING, previous_page_uri: STRING}}`, `Items: "calls", NextURL: "next_page_uri", Size: "PageSize"`},
	{"per_page!", `{properties: {droplets: LIST, links: {properties: {pages: {properties: {next: STRING}}}}}}`, `Items: "droplets", NextURL: "links.pages.next", Size: "per_page"`},
	{"page!", `{properties: {results: LIST, next: STRING, previous: STRING, count: INT}}`, `Items: "results", NextURL: "next", Total: "count"`},
	{"$top!", `{properties: {value: LIST, '@odata.nextLink': STRING}}`, `Items: "value", NextURL: "@odata.nextLink", Size: "$top"`},
	{"size!", `{properties: {_embedded: STRING, items: LIST, _links: {properties: {next: {properties: {href: STRING}}}}}}`, `Items: "items", NextURL: "_links.next.href", Size: "size"`},
	{"pageToken maxResults!", `{properties: {items: LIST, nextPageToken: STRING}}`, `Items: "items", Cursor: "nextPageToken", CursorParam: "pageToken", Size: "maxResults"`},
	{"page_token page_size!", `{properties: {books: LIST, next_page_token: STRING}}`, `Items: "books", Cursor: "next_page_token", CursorParam: "page_token", Size: "page_size"`},
	{"cursor limit!", `{properties: {ok: BOOL, members: LIST, response_metadata: {properties: {next_cursor: STRING}}}}`, `Items: "members", Cursor: "response_metadata.next_cursor", CursorParam: "cursor", Size: "limit"`},
	{"start_cursor page_size!", `{properties: {results: LIST, next_cursor: STRING, has_more: BOOL}}`, `Items: "results", Cursor: "next_cursor", CursorParam: "start_cursor", More: "has_more", Size: "page_size"`},
	{"continue limit!", `{properties: {items: LIST, metadata: {properties: {continue: STRING}}}}`, `Items: "items", Cursor: "metadata.continue", CursorParam: "continue", Size: "limit"`},
	{"NextToken", `{properties: {Things: LIST, NextToken: STRING}}`, `Items: "Things", Cursor: "NextToken", CursorParam: "NextToken"`},
	{"starting_after ending_before limit!", `{properties: {data: LIST, has_more: BOOL, url: STRING}}`, `Items: "data", CursorParam: "starting_after", LastItem: "id", More: "has_more", Size: "limit"`},
	{"after limit!", `{properties: {data: LIST, has_more: BOOL, first_id: STRING, last_id: STRING}}`, `Items: "data", Cursor: "last_id", CursorParam: "after", More: "has_more", Size: "limit"`},
	{"offset! limit!", `{properties: {data: LIST, total: INT}}`, `Items: "data", Offset: "offset", Size: "limit", Total: "total"`},
	{"startAt! maxResults!", `{properties: {values: LIST, total: INT}}`, `Items: "values", Offset: "startAt", Size: "maxResults", Total: "total"`},
	{"page! limit!", `{properties: {results: LIST, metadata: {properties: {totalItems: INT}}}}`, `Items: "results", Number: "page", First: 1, Size: "limit", Total: "metadata.totalItems"`},
	{"startIndex! count!", `{properties: {schemas: {type: array, items: STRING}, Resources: LIST, totalResults: INT, itemsPerPage: INT}}`, `Items: "Resources", Offset: "startIndex", First: 1, Size: "count", Total: "totalResults"`},
	{"page! per_page!", `LIST`, `Number: "page", First: 1, Size: "per_page"`},
	{"limit!", `LIST`, ""}, {"limit!", `{properties: {items: LIST, nextPageToken: STRING}}`, ""},
	{"", `{properties: {a: LIST, b: LIST, next_page_url: STRING}}`, ""}, {"cursor", `{properties: {next_cursor: STRING}}`, ""},
}

func tryShapes(t *testing.T) int {
	var doc strings.Builder
	doc.WriteString("openapi: 3.0.3\ninfo: {title: Demo, version: 1.0.0}\npaths:\n")
	words := strings.NewReplacer("LIST", "{type: array, items: {$ref: '#/components/schemas/Item'}}", "STRING", "{type: string}", "INT", "{type: integer}", "BOOL", "{type: boolean}")
	for i, s := range pagingShapes {
		var params []string
		for _, name := range strings.Fields(s.params) {
			kind := "string"
			if n, ok := strings.CutSuffix(name, "!"); ok {
				name, kind = n, "integer"
			}
			params = append(params, fmt.Sprintf("{name: '%s', in: query, schema: {type: %s}}", name, kind))
		}
		fmt.Fprintf(&doc, "  /shape%d: {get: {operationId: listShape%d, parameters: [%s], responses: {'200': {description: A page., content: {application/json: {schema: %s}}}}}}\n",
			100+i, 100+i, strings.Join(params, ", "), words.Replace(s.page))
	}
	doc.WriteString("components: {schemas: {Item: {properties: {id: {type: string}}}}}\n")
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "demo.yaml"), []byte(doc.String()))
	writeFile(t, filepath.Join(dir, "sdkc.yaml"), defaultConfig([]string{"demo.yaml"}))
	got := run(t, filepath.Join(dir, "sdkc.yaml"), dir, 0)
	literal := regexp.MustCompile(`(?s)sdk\.Paging\{\s*(.*?),?\s*\}\)`)
	for i, s := range pagingShapes {
		found := ""
		if m := literal.FindSubmatch(got.files[fmt.Sprintf("demo/shape%d.go", 100+i)]); m != nil {
			found = string(m[1])
		}
		if found != s.want {
			t.Errorf("%s with %q: %s, want %s", s.page, s.params, found, s.want)
		}
	}
	return len(pagingShapes)
}
