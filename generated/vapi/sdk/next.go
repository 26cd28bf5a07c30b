package sdk

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
)

// A pager walks from page to page.
type pager struct {
	Paging
	client   *Client
	req      *Request // of the page to ask for; nil when there is none
	seen     map[string]bool
	items    []byte // of the page before
	count    int    // items so far, with those before the page that the caller began with
	pages    int
	repeated bool // the page was the one before: its items must not come twice
}

// advance sets the request of the page after pg, or none.
func (t *pager) advance(pg *page) error {
	count, last := pg.count, pg.last
	if t.repeats(pg) {
		t.repeated = true
		return pg.fail("the list repeats a page")
	}
	current := t.req
	if t.pages == 0 {
		t.count = t.skipped(current, count)
	}
	t.items = pg.items
	t.count += count
	t.pages++
	t.req = nil
	if more := string(lookup(pg.body, t.More)); t.More != "" && (more == "false" || more == `"false"`) {
		return nil
	}
	switch {
	case t.NextURL != "":
		return t.toURL(pg, current, lookupText(pg.body, t.NextURL))
	case t.Link:
		return t.toURL(pg, current, nextLink(pg.reply.response.Header.Values("Link")))
	case t.LastItem != "":
		return t.toCursor(pg, current, lookupText(last, t.LastItem), count)
	case t.Cursor != "":
		return t.toCursor(pg, current, lookupText(pg.body, t.Cursor), count)
	case count == 0 || t.complete(pg):
	case t.Offset != "":
		t.toNumber(current, t.Offset, t.First, count)
	case t.Number != "":
		t.toNumber(current, t.Number, t.First, 1)
	}
	return nil
}

// repeats finds servers that answer every page with the same one. Only lists that count are at risk: others are known
// by their cursor.
func (t *pager) repeats(pg *page) bool {
	return (t.Offset != "" || t.Number != "") && jsonKind(pg.last) == "object" && bytes.Equal(pg.items, t.items)
}

// complete tells whether the items so far are all that there are.
func (t *pager) complete(pg *page) bool {
	total, err := strconv.Atoi(lookupText(pg.body, t.Total))
	return t.Total != "" && err == nil && t.count >= total
}

// skipped is how many items come before the page that the caller began with.
func (t *pager) skipped(first *Request, count int) int {
	if at, err := strconv.Atoi(first.queryValue(t.Offset)); t.Offset != "" && err == nil {
		return at - t.First
	}
	if at, err := strconv.Atoi(first.queryValue(t.Number)); t.Number != "" && err == nil {
		return (at - t.First) * count
	}
	return 0
}

// toURL goes on at a URL that the page gives, if it is where the credentials belong.
func (t *pager) toURL(pg *page, current *Request, next string) error {
	if next == "" {
		return nil
	}
	from := pg.reply.response.Request.URL
	to, err := from.Parse(next)
	if err != nil {
		return pg.fail("the next page's URL does not parse")
	}
	base, err := t.client.baseFor(t.client.settings.with(current.opts), current.server)
	if err != nil {
		return err
	}
	switch own, _ := parseBase(t.client.config.BaseURL); {
	case strings.HasPrefix(next, "/") && !strings.HasPrefix(next, "//"):
		underBase(to, base)
	case own != nil && sameOrigin(to, own) && !sameOrigin(to, base):
		// The document's server names itself, and is reached through the address that replaces it.
		to.Scheme, to.Host = base.Scheme, base.Host
		underBase(to, base)
	}
	if !sameOrigin(to, base) {
		return pg.fail("the next page is on %s, and credentials are for %s", to.Host, base.Host)
	}
	t.seen[pageKey(from)] = true
	if t.seen[pageKey(to)] {
		return pg.fail("the list repeats a page")
	}
	t.req = current.clone()
	t.req.next = to.String()
	return nil
}

// underBase puts a path that the server counts from its own root under the path of the base URL.
func underBase(to, base *url.URL) {
	prefix := strings.TrimRight(base.EscapedPath(), "/")
	if prefix == "" || strings.HasPrefix(to.EscapedPath(), prefix+"/") {
		return
	}
	to.RawPath, to.Path = prefix+to.EscapedPath(), strings.TrimRight(base.Path, "/")+to.Path
}

// pageKey is what makes two URLs the same page: credentials in the query do not.
func pageKey(u *url.URL) string { return u.EscapedPath() + "?" + u.RawQuery }

// toCursor goes on behind a cursor. One that comes again with an empty page is how some servers say that this is all.
func (t *pager) toCursor(pg *page, current *Request, cursor string, count int) error {
	if cursor == "" {
		return nil
	}
	if t.pages == 1 {
		t.seen[current.queryValue(t.CursorParam)] = true
	}
	if t.seen[cursor] && count == 0 {
		return nil
	}
	if t.seen[cursor] {
		return pg.fail("the list repeats a page")
	}
	t.seen[cursor] = true
	t.req = current.clone()
	t.req.setQuery(t.CursorParam, cursor)
	return nil
}

func (t *pager) toNumber(current *Request, param string, first, step int) {
	at := first
	if n, err := strconv.Atoi(current.queryValue(param)); err == nil {
		at = n
	}
	t.req = current.clone()
	t.req.setQuery(param, strconv.Itoa(at+step))
}

// nextLink finds the target of rel="next" in Link headers.
func nextLink(headers []string) string {
	for _, header := range headers {
		for header != "" {
			_, after, ok := strings.Cut(header, "<")
			if !ok {
				break
			}
			target, rest, ok := strings.Cut(after, ">")
			if !ok {
				break
			}
			params, others := rest, ""
			if i := strings.Index(rest, "<"); i >= 0 {
				params, others = rest[:i], rest[i:]
			}
			if isNext(params) {
				return target
			}
			header = others
		}
	}
	return ""
}

func isNext(params string) bool {
	for param := range strings.SplitSeq(params, ";") {
		name, text, _ := strings.Cut(strings.TrimSpace(param), "=")
		if !strings.EqualFold(strings.TrimSpace(name), "rel") {
			continue
		}
		for rel := range strings.FieldsSeq(strings.Trim(strings.TrimSpace(text), `", `)) {
			if strings.EqualFold(rel, "next") {
				return true
			}
		}
	}
	return false
}
