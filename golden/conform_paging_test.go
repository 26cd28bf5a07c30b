package golden

import (
	"fmt"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// pagingRows try how lists go on.
func pagingRows() []conformRow {
	const ours = "this repository; the shapes of Twilio, Stripe, OpenAI, GitHub, Kubernetes, Google and Django"
	return []conformRow{
		{"Paging", "all items of 0 to 7, in pages of two, in the requests that are needed", ours, tryAllPages},
		{"Paging", "a limit of 0 to 8 is exact and asks for no page and no item more", ours, tryLimits},
		{"Paging", "an early break asks for nothing more and leaves nothing open", ours, tryBreaks},
		{"Paging", "ranged twice, a list gives the same; params are copied when it is made", ours, tryRangedTwice},
		{"Paging", "a page that leads to itself, or in a circle of 2 to 4", ours, tryCircles},
		{"Paging", "an error comes once, after the items before it", ours, tryListErrors},
		{"Paging", "empty pages with a way on", ours, tryEmptyPages},
		{"Paging", "a next page elsewhere is refused, credentials stay", "this repository; RFC 3986, 5.4", tryForeignPages},
		{"Paging", "the previous page, by URL and by Link header", ours, tryPreviousPages},
		{"Paging", "Link headers", "RFC 8288, 3.5; RFC 9110; GitHub's REST documentation", tryLinks},
		{"Paging", "found from the shape", ours, tryShapes},
	}
}

// A row is an item of a list.
type row struct {
	ID string `json:"id"`
}

// A pagingWay is one of the ways in which lists go on: what the document says, and a server of rows that keeps to it.
type pagingWay struct {
	name   string
	paging sdk.Paging
	serve  func(r *http.Request, p listPage) // fills p
	empty  bool                              // only an empty page tells the end
}

// A listPage is the page that a server makes: rows from at, as many as size.
type listPage struct {
	at, size, total int
	body            *string
	header          http.Header
}

func (p listPage) rows() string {
	var all []string
	for i := p.at; i < min(p.at+p.size, p.total); i++ {
		all = append(all, fmt.Sprintf(`{"id":"%d"}`, i))
	}
	return "[" + strings.Join(all, ",") + "]"
}

func (p listPage) last() bool { return p.at+p.size >= p.total }

// orNull is a text, or null on the last page.
func (p listPage) orNull(format string, args ...any) string {
	if p.last() {
		return "null"
	}
	return strconv.Quote(fmt.Sprintf(format, args...))
}

func (p listPage) say(format string, args ...any) { *p.body = fmt.Sprintf(format, args...) }

// number is a query param, or what stands for it where it is missing.
func number(r *http.Request, name string, otherwise int) int {
	if n, err := strconv.Atoi(r.URL.Query().Get(name)); err == nil {
		return n
	}
	return otherwise
}

// pagingWays are all of them.
func pagingWays() []pagingWay {
	return append(pagesThatName(), pagesThatCount()...)
}

// pagesThatName name the next page by URL or by token.
func pagesThatName() []pagingWay {
	const size = "n"
	byURL := func(base string) func(*http.Request, listPage) {
		return func(r *http.Request, p listPage) {
			p.at = number(r, "at", 0)
			p.say(`{"items":%s,"meta":{"next":%s}}`, p.rows(), p.orNull("%s?at=%d&n=%d", base, p.at+p.size, p.size))
		}
	}
	paging := sdk.Paging{Items: "items", NextURL: "meta.next", Size: size, MaxSize: 2}
	token := sdk.Paging{Items: "items", Cursor: "next", CursorParam: "token", Size: size, MaxSize: 2}
	return []pagingWay{
		{name: "absolute URL", paging: paging, serve: byURL("http://api.test/list")},
		{name: "absolute path", paging: paging, serve: byURL("/list")},
		{name: "relative URL", paging: paging, serve: byURL("")},
		{name: "URL without a scheme", paging: paging, serve: byURL("//api.test/list")},
		{name: "token", paging: token, serve: func(r *http.Request, p listPage) {
			p.at, _ = strconv.Atoi(strings.TrimSuffix(r.URL.Query().Get("token"), "/+="))
			p.say(`{"items":%s,"next":%s}`, p.rows(), p.orNull("%d/+=", p.at+p.size))
		}},
		{name: "token that ends empty", paging: token, serve: func(r *http.Request, p listPage) {
			p.at = number(r, "token", 0)
			p.say(`{"items":%s,"next":%s}`, p.rows(), strings.Replace(p.orNull("%d", p.at+p.size), "null", `""`, 1))
		}},
		{name: "token that is a number", paging: token, serve: func(r *http.Request, p listPage) {
			p.at = number(r, "token", 0)
			p.say(`{"items":%s,"next":%s}`, p.rows(), strings.Trim(p.orNull("%d", p.at+p.size), `"`))
		}},
		{name: "id of the last item", paging: sdk.Paging{Items: "data", LastItem: "id", CursorParam: "after", More: "has_more", Size: size, MaxSize: 2},
			serve: func(r *http.Request, p listPage) {
				p.at = number(r, "after", -1) + 1
				p.say(`{"data":%s,"has_more":%v}`, p.rows(), !p.last())
			}},
		{name: "Link header", paging: sdk.Paging{Link: true, Size: size, MaxSize: 2}, serve: func(r *http.Request, p listPage) {
			p.at = number(r, "at", 0)
			if !p.last() {
				p.header.Add("Link", fmt.Sprintf(`<http://api.test/list?at=0>; rel="first", </list?at=%d&n=%d>; rel="next"`, p.at+p.size, p.size))
			}
			p.say("%s", p.rows())
		}},
	}
}

// pagesThatCount leave it to the caller to count items or pages.
func pagesThatCount() []pagingWay {
	const size = "n"
	return []pagingWay{
		{name: "offset and total", paging: sdk.Paging{Items: "items", Offset: "offset", Total: "total", Size: size, MaxSize: 2},
			serve: func(r *http.Request, p listPage) {
				p.at = number(r, "offset", 0)
				p.say(`{"items":%s,"total":%d}`, p.rows(), p.total)
			}},
		{name: "offset of a bare list", paging: sdk.Paging{Offset: "offset", Size: size, MaxSize: 2}, empty: true,
			serve: func(r *http.Request, p listPage) {
				p.at = number(r, "offset", 0)
				p.say("%s", p.rows())
			}},
		{name: "page number", paging: sdk.Paging{Items: "items", Number: "page", First: 1, Size: size, MaxSize: 2}, empty: true,
			serve: func(r *http.Request, p listPage) {
				p.at = (number(r, "page", 1) - 1) * p.size
				p.say(`{"items":%s}`, p.rows())
			}},
		{name: "page number from 0, and more", paging: sdk.Paging{Items: "items", Number: "page", More: "more", Size: size, MaxSize: 2},
			serve: func(r *http.Request, p listPage) {
				p.at = number(r, "page", 0) * p.size
				p.say(`{"items":%s,"more":%v}`, p.rows(), !p.last())
			}},
		{name: "SCIM", paging: sdk.Paging{Items: "Resources", Offset: "startIndex", First: 1, Total: "totalResults", Size: size, MaxSize: 2},
			serve: func(r *http.Request, p listPage) {
				p.at = number(r, "startIndex", 1) - 1
				p.say(`{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":%d,"itemsPerPage":%d,"startIndex":%d,"Resources":%s}`,
					p.total, p.size, p.at+1, p.rows())
			}},
	}
}

// A listServer serves a way's rows and remembers how many of them it gave.
type listServer struct {
	way          pagingWay
	total        int
	asked, given int
}

func (s *listServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body := ""
	p := listPage{size: number(r, "n", 2), total: s.total, body: &body, header: w.Header()}
	s.way.serve(r, p)
	s.asked++
	s.given += strings.Count(body, `"id"`)
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(body)) // a client that is gone is the test's business
}

// list makes a call's list.
func (s *listServer) list(t *testing.T, client *sdk.Client, opts ...sdk.Option) iter.Seq2[*row, error] {
	return sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list", opts...), s.way.paging)
}

// idsOf ranges over a list to its end, or to as many items as it wants; negative: all.
func idsOf(seq iter.Seq2[*row, error], most int) (string, error) {
	var ids []string
	for item, err := range seq {
		if err != nil {
			return strings.Join(ids, " "), err
		}
		if ids = append(ids, item.ID); len(ids) == most {
			break
		}
	}
	return strings.Join(ids, " "), nil
}

func countTo(n int) string {
	var ids []string
	for i := range n {
		ids = append(ids, strconv.Itoa(i))
	}
	return strings.Join(ids, " ")
}
