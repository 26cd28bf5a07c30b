package sdk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
)

// Paging tells how a list goes on. Ways are dotted keys into the page.
type Paging struct {
	Items       string // way to the items: "sessions"; "" where the page is the list
	NextURL     string // way to the next page's URL: "meta.next_page_url"
	Cursor      string // way to the next page's token
	CursorParam string // query param that takes the token
	LastItem    string // the token is this field of the last item
	More        string // way to a boolean that says whether there are more
	Offset      string // query param that counts items
	Number      string // query param that counts pages
	First       int    // where counting begins: SCIM's startIndex at 1
	Size        string // query param of the page's size; a shorter page may still not be the last
	MaxSize     int    // how large a page may surely be; 0: nobody knows
	Total       string // way to the count of all items
	Link        bool   // the Link header's rel="next" (RFC 8288)
}

// List ranges over the items of all pages, asking for pages as they are needed. Each range begins anew; an error comes
// once, at the end.
func List[T any](ctx context.Context, c *Client, req *Request, p Paging) iter.Seq2[*T, error] {
	return listed[*T](ctx, c, req, p)
}

// ListValues is [List] for items that are no structs.
func ListValues[T any](ctx context.Context, c *Client, req *Request, p Paging) iter.Seq2[T, error] {
	return listed[T](ctx, c, req, p)
}

// listed is compiled once for all pointers: inlined into List, it would be for each type of items.
//
//go:noinline
func listed[T any](ctx context.Context, c *Client, req *Request, p Paging) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		left := c.settings.with(req.opts).limit
		if left == 0 {
			return
		}
		for page, err := range c.pages(ctx, req, p, left) {
			var items []T
			if err == nil {
				items = make([]T, 0, page.count)
				err = page.decode(&items)
			}
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range items {
				left--
				if !yield(item, nil) || left == 0 {
					return
				}
			}
		}
	}
}

// A page is one answer of a list.
type page struct {
	reply *reply
	body  []byte // in UTF-8
	items []byte // a JSON array of the body, or nil
	count int    // of the items
	last  []byte // of the items
	nulls bool   // among the items
}

// pages yields page after page, of which limit items are wanted, and the one error that ends them.
func (c *Client) pages(ctx context.Context, req *Request, p Paging, limit int) iter.Seq2[*page, error] {
	return func(yield func(*page, error) bool) {
		turn := &pager{Paging: p, client: c, req: req.clone(), seen: map[string]bool{}, left: limit}
		for turn.req != nil {
			turn.shrink()
			pg, err := c.page(ctx, turn.req, p.Items)
			if err == nil {
				err = turn.advance(pg)
			}
			if pg != nil && !turn.repeated {
				if !yield(pg, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

func (c *Client) page(ctx context.Context, req *Request, way string) (*page, error) {
	r, err := c.send(ctx, req, jsonType, buffered)
	if err != nil {
		return nil, err
	}
	pg := &page{reply: r, body: bytes.TrimSpace(toUTF8(r.body, r.response.Header.Get("Content-Type")))}
	pg.items = lookup(pg.body, way)
	if pg.items == nil && jsonKind(pg.body) == "array" {
		pg.items = pg.body
	}
	if !pg.scan() || !json.Valid(pg.frame()) {
		return nil, unexpected(r.response, r.body, "the answer is no JSON page of a list", nil)
	}
	if pg.items == nil && jsonKind(pg.body) != "object" {
		return nil, unexpected(r.response, r.body, "the answer is no page of a list", nil)
	}
	return pg, nil
}

// scan looks once over the items. Decoding them finds what is wrong inside.
func (pg *page) scan() bool {
	if jsonKind(pg.items) != "array" {
		return true
	}
	return elements(pg.items, func(raw []byte) bool {
		pg.count++
		pg.last = raw
		pg.nulls = pg.nulls || string(raw) == "null"
		return true
	})
}

// frame is the page without its items, which are checked when they are decoded.
func (pg *page) frame() []byte {
	if jsonKind(pg.items) != "array" {
		return pg.body
	}
	start := cap(pg.body) - cap(pg.items) // items are a part of body
	frame := append(make([]byte, 0, len(pg.body)-len(pg.items)+2), pg.body[:start]...)
	return append(append(frame, "[]"...), pg.body[start+len(pg.items):]...)
}

// decode reads the items; a page without any is fine. A null among them is left out: no caller expects nil.
func (pg *page) decode(items any) error {
	if pg.items == nil || string(pg.items) == "null" {
		return nil
	}
	raw := pg.items
	if pg.nulls {
		raw = withoutNulls(raw)
	}
	if err := decode(raw, items); err != nil {
		return unexpected(pg.reply.response, pg.reply.body, "the page's items do not decode: "+err.Error(), err)
	}
	return nil
}

func withoutNulls(list []byte) []byte {
	out := []byte{'['}
	elements(list, func(raw []byte) bool {
		if string(raw) != "null" {
			if len(out) > 1 {
				out = append(out, ',')
			}
			out = append(out, raw...)
		}
		return true
	})
	return append(out, ']')
}

// fail is the error of a list that cannot go on.
func (pg *page) fail(format string, args ...any) error {
	return unexpected(pg.reply.response, nil, fmt.Sprintf(format, args...), errPaging)
}

var errPaging = errors.New("the list cannot go on")
