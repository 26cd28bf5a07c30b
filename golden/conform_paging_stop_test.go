package golden

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// answers is a handler that gives one answer after the other, the last one for ever, and counts.
func answers(asked *int, all ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		body := all[min(*asked, len(all)-1)]
		*asked++
		if link, ok := strings.CutPrefix(body, "Link: "); ok {
			w.Header().Set("Link", link)
			body = `[{"id":"0"}]`
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, body)
	}
}

// A circle has n pages, each of which leads to the next one, and the last to the first.
func tryCircles(t *testing.T) (vectors int) {
	next := func(to int) string { return fmt.Sprintf("/list?p=%d", to) }
	for _, test := range []struct {
		name   string
		paging sdk.Paging
		page   func(r *http.Request, n int) string
		more   int // requests beyond n until it shows
		items  int // beyond n: none comes twice
	}{
		{"URL", sdk.Paging{Items: "a", NextURL: "next"}, func(r *http.Request, n int) string {
			p := number(r, "p", 0)
			return fmt.Sprintf(`{"a":[{"id":"%d"}],"next":%q}`, p, strings.TrimSuffix(next((p+1)%n), "?p=0"))
		}, 0, 0},
		{"token", sdk.Paging{Items: "a", Cursor: "next", CursorParam: "p"}, func(r *http.Request, n int) string {
			p := number(r, "p", 0)
			return fmt.Sprintf(`{"a":[{"id":"%d"}],"next":"%d"}`, p, p%n+1)
		}, 1, 1},
		{"last item", sdk.Paging{Items: "a", LastItem: "id", CursorParam: "p"}, func(r *http.Request, n int) string {
			return fmt.Sprintf(`{"a":[{"id":"%d"}]}`, (number(r, "p", -1)+1)%n)
		}, 1, 0},
		{"Link header", sdk.Paging{Link: true}, func(r *http.Request, n int) string {
			return "Link: <" + strings.TrimSuffix(next((number(r, "p", 0)+1)%n), "?p=0") + `>; rel=next`
		}, 0, 0},
		{"offset", sdk.Paging{Items: "a", Offset: "p"}, func(r *http.Request, n int) string {
			return fmt.Sprintf(`{"a":[{"id":"%d"}]}`, number(r, "p", 0)%n)
		}, 1, 0},
		{"page number", sdk.Paging{Items: "a", Number: "p"}, func(r *http.Request, n int) string {
			return fmt.Sprintf(`{"a":[{"id":"%d"}]}`, number(r, "p", 0)%n)
		}, 1, 0},
	} {
		for n := 1; n <= 4; n++ {
			asked := 0
			handler := func(w http.ResponseWriter, r *http.Request) {
				if asked++; asked > 9 {
					w.WriteHeader(http.StatusTeapot)
					return
				}
				answers(new(int), test.page(r, n))(w, r)
			}
			inMemory(t, handler, func(t *testing.T, client *sdk.Client, _ *memory) {
				got, err := idsOf(sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list"), test.paging), -1)
				if err == nil || !strings.Contains(err.Error(), "the list repeats a page") || asked != n+test.more || len(strings.Fields(got)) != n+test.items {
					t.Errorf("%s, %d pages: %s, %v after %d requests, want an error after %d", test.name, n, got, err, asked, n+test.more)
				}
			})
			vectors++
		}
	}
	return vectors
}

func tryListErrors(t *testing.T) (vectors int) {
	good := func(at int) string { return fmt.Sprintf(`{"a":[{"id":"%d"}],"n":"/list?%d"}`, at, at+1) }
	for _, bad := range []string{
		"404", "429", "500", "cut", "<html>sign in</html>", "", "null", "7", `{"a":[{"id":"1"}`, `{"a":[{"id":{}}],"n":null}`, `{"a":{"id":[]}}`, `{"a":[],"n":"http://["}`,
	} {
		for before := range 3 {
			asked := 0
			handler := func(w http.ResponseWriter, r *http.Request) {
				asked++
				status, err := strconv.Atoi(bad)
				switch {
				case asked <= before:
					_, _ = io.WriteString(w, good(asked-1))
				case bad == "cut":
					w.Header().Set("Content-Length", "100")
					_, _ = io.WriteString(w, `{"a":[`)
				case err == nil && status > 99:
					w.WriteHeader(status)
				default:
					_, _ = io.WriteString(w, bad)
				}
			}
			inMemory(t, handler, func(t *testing.T, client *sdk.Client, _ *memory) {
				items, failures := 0, 0
				for item, err := range sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list"), sdk.Paging{Items: "a", NextURL: "n"}) {
					if failures > 0 || (item == nil) == (err == nil) {
						t.Errorf("%q: %v, %v after an error", bad, item, err)
					}
					if err != nil {
						failures++
						continue
					}
					items++
				}
				if items != before || failures != 1 || asked != before+1 {
					t.Errorf("%q: %d items, %d errors, %d requests, want %d, 1, %d", bad, items, failures, asked, before, before+1)
				}
			}, sdk.WithMaxRetries(0))
			vectors++
		}
	}
	return vectors
}

// A page without items is not the last one while it leads on; one that leads to itself without items is.
func tryEmptyPages(t *testing.T) (vectors int) {
	byURL, byToken := sdk.Paging{Items: "a", NextURL: "n"}, sdk.Paging{Items: "a", Cursor: "n", CursorParam: "c"}
	for _, test := range []struct {
		name   string
		paging sdk.Paging
		pages  []string
		want   string
	}{
		{"URL", byURL, []string{`{"a":[],"n":"?1"}`, `{"n":"?2"}`, `{"a":null,"n":"?3"}`, `{"a":[{"id":"x"}],"n":null}`}, "x"},
		{"token", byToken, []string{`{"a":[],"n":"1"}`, `{"a":[],"n":"2"}`, `{"a":[{"id":"x"}],"n":"3"}`, `{"a":[]}`}, "x"},
		{"a token that stays", byToken, []string{`{"a":[{"id":"x"}],"n":"1"}`, `{"a":[],"n":"1"}`}, "x"},
		{"only empty ones", byToken, []string{`{"n":"1"}`, `{"n":"2"}`, `{"n":""}`}, ""},
		{"Link header", sdk.Paging{Items: "none", Link: true}, []string{`Link: </list?1>; rel="next"`, `[]`}, "0"},
		{"nulls among items", byURL, []string{`{"a":[null],"n":"?1"}`, `{"a":[null,{"id":"x"},null],"n":null}`}, "x"},
		{"offset", sdk.Paging{Items: "a", Offset: "o"}, []string{`{"a":[]}`}, ""},
		{"more without items", sdk.Paging{Items: "a", Number: "p", More: "m"}, []string{`{"a":[],"m":true}`}, ""},
	} {
		asked := 0
		inMemory(t, answers(&asked, test.pages...), func(t *testing.T, client *sdk.Client, _ *memory) {
			got, err := idsOf(sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list"), test.paging), -1)
			if err != nil || got != test.want || asked != len(test.pages) {
				t.Errorf("%s: %q, %v in %d requests, want %q in %d", test.name, got, err, asked, test.want, len(test.pages))
			}
		})
		vectors++
	}
	return vectors
}

// foreignURLs lead from http://api.test to somewhere else, or nowhere.
var foreignURLs = []string{
	"http://evil.test/list", "https://evil.test/list", "//evil.test/list", "HTTP://EVIL.TEST/list", "http://evil.test",
	"https://api.test/list", "http://api.test:81/list", "//api.test:443/list", "http://api.test.evil.test/list",
	"http://evil.test/http://api.test/list", "http://api.test@evil.test/list", "http://u:p@api.test/list", "//u@api.test/list",
	"http://evil.test?http://api.test/", "http://evil.test#http://api.test/", `http://api.test\@evil.test/list`, `http:\\evil.test\list`,
	"file:///etc/passwd", "ftp://api.test/list", "ws://api.test/list", "javascript:alert(1)", "data:application/json,{}", "mailto:a@api.test",
	"http:///list", "http:list", "http://[::1]/list", "http://[::1", "http://api.test:port/list", "http://api.test%2eevil.test/",
	"http://api\u3002test/list", "http://api.test\u2044.evil.test/", "http://127.0.0.1/list", "http://2130706433/", "%zz", "/list?\x7f", "http://evil.test:80:80/",
}

func tryForeignPages(t *testing.T) (vectors int) {
	for _, url := range foreignURLs {
		for _, way := range []string{"page", "Link header", "WithPage"} {
			if way == "Link header" && strings.Contains(url, "\x7f") {
				continue // no header can carry it
			}
			asked := 0
			body := fmt.Sprintf(`{"a":[{"id":"0"}],"n":%s}`, jsonText(url))
			paging, opts := sdk.Paging{Items: "a", NextURL: "n"}, []sdk.Option{}
			want, requests := "0", 1
			switch way {
			case "Link header":
				body, paging = "Link: <"+url+">; rel=next", sdk.Paging{Link: true}
			case "WithPage":
				opts, want, requests = append(opts, sdk.WithPage(url)), "", 0
			}
			inMemory(t, answers(&asked, body), func(t *testing.T, client *sdk.Client, _ *memory) {
				got, err := idsOf(sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list", opts...), paging), -1)
				var own *sdk.Error
				if err == nil || got != want || asked != requests || errors.As(err, &own) != (way != "WithPage") {
					t.Errorf("%s, %s: %q, %v after %d requests, want a refusal after %d", way, url, got, err, asked, requests)
				}
			}, sdk.WithBearer("secret"))
			vectors++
		}
	}
	return vectors
}
