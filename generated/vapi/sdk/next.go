package sdk

import (
	"bytes"
	"errors"
	"fmt"
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
	first    []byte // items of the first page
	left     int    // items that are still wanted; negative: all
	repeated bool   // the page came before: its items must not come twice
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
		t.begin(pg, current)
	}
	t.items = pg.items
	t.count += count
	t.left -= count
	t.pages++
	t.req = nil
	if more := string(lookup(pg.body, t.More)); t.More != "" && (more == "false" || more == `"false"`) {
		return nil
	}
	switch {
	case t.NextURL != "":
		return t.toURL(pg, current, lookupText(pg.body, t.NextURL))
	case t.Link:
		return t.toURL(pg, current, linkTo(pg.reply.response.Header.Values("Link"), "next"))
	case t.LastItem != "":
		err := t.toCursor(pg, current, lookupText(last, t.LastItem), count)
		t.repeated = err != nil && t.pages > 1 // it ends as one before did
		return err
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

// begin learns from the first page and the request that led to it.
func (t *pager) begin(pg *page, current *Request) {
	if t.client.settings.with(current.opts).page != "" {
		current.next = pg.reply.response.Request.URL.String()
	}
	t.first, t.count = pg.items, t.skipped(current, pg.count)
}

// repeats finds servers that answer every page with the same one, or begin again. Only lists that count are at risk:
// others are known by their cursor.
func (t *pager) repeats(pg *page) bool {
	return (t.Offset != "" || t.Number != "") && jsonKind(pg.last) == "object" &&
		(bytes.Equal(pg.items, t.items) || bytes.Equal(pg.items, t.first))
}

// shrink asks for no more items than are wanted, where no other page begins elsewhere for it.
func (t *pager) shrink() {
	if t.left <= 0 || t.Size == "" || t.req.next != "" || t.client.settings.with(t.req.opts).page != "" {
		return
	}
	counts := t.Offset != "" || t.LastItem != ""
	if at := t.req.queryValue(t.Number); t.pages > 0 && !counts || t.Number != "" && at != "" && at != strconv.Itoa(t.First) {
		return
	}
	if size, err := strconv.Atoi(t.req.queryValue(t.Size)); err == nil && size > t.left || err != nil && t.left <= t.MaxSize {
		t.req.setQuery(t.Size, strconv.Itoa(t.left))
	}
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
	base, err := t.client.baseFor(t.client.settings.with(current.opts), current.server)
	if err != nil {
		return err
	}
	to, err := t.client.pageURL(from, base, next)
	if err != nil {
		return pg.fail("%v", err)
	}
	t.seen[pageKey(from)] = true
	if t.seen[pageKey(to)] {
		return pg.fail("the list repeats a page")
	}
	t.req = current.clone()
	t.req.next = to.String()
	return nil
}

// pageURL is where a page is that another one names, if it is where the credentials belong.
func (c *Client) pageURL(from, base *url.URL, next string) (*url.URL, error) {
	to, err := from.Parse(next)
	if err != nil {
		return nil, errors.New("the next page's URL does not parse")
	}
	switch own, _ := c.written(&c.settings, c.config.BaseURL); {
	case strings.HasPrefix(next, "/") && !strings.HasPrefix(next, "//"):
		underBase(to, base)
	case own != nil && sameOrigin(to, own) && !sameOrigin(to, base):
		// The document's server names itself, and is reached through the address that replaces it.
		to.Scheme, to.Host = base.Scheme, base.Host
		underBase(to, base)
	}
	switch {
	case to.User != nil:
		return nil, errors.New("the next page's URL holds credentials")
	case !sameOrigin(to, base):
		return nil, fmt.Errorf("the next page is on %s://%s, and credentials are for %s://%s", to.Scheme, to.Host, base.Scheme, base.Host)
	}
	to.Fragment, to.RawFragment = "", ""
	return to, nil
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
	if count == 0 && cursor == current.queryValue(t.CursorParam) {
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
