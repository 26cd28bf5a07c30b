package sdk

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// The ways to what continues a list, as real documents spell them. Only ways that a page really has count.
var (
	nextURLs = strings.Fields(`meta.next_page_url next_page_url next_page_uri nextPageUrl nextPageUri links.pages.next
		links.next _links.next.href _links.next meta.next pagination.next_url paging.next next_url nextUrl nextLink
		@odata.nextLink @nextLink meta.nextPageUrl pagination.next pagination.nextUrl`)
	cursors = strings.Fields(`next_page_token nextPageToken next_cursor nextCursor next_token nextToken NextToken
		meta.next_cursor meta.nextCursor meta.next_token meta.nextToken meta.next_page_token pagination.next_cursor
		pagination.nextCursor pagination.next_token pagination.nextToken paging.next_cursor response_metadata.next_cursor
		metadata.continue metadata.next_cursor metadata.nextCursor page.next_cursor paging.cursors.after next_page
		continuation_token continuationToken cursor last_id`)
	cursorParams = map[string][]string{
		"last_id":           {"after", "after_id", "starting_after"},
		"metadata.continue": {"continue"},
		"next_page":         {"page", "cursor", "page_token"},
	}
	anyCursorParam = strings.Fields(`page_token pageToken PageToken cursor next_token nextToken NextToken next_cursor
		continuation_token continuationToken starting_after after next_page_token nextPageToken page[cursor] page[after] start_cursor`)
	mores  = strings.Fields(`has_more hasMore has_next hasNext has_next_page hasNextPage more meta.has_more pagination.has_more pagination.has_next`)
	totals = strings.Fields(`total total_count totalCount totalItems total_items count meta.total meta.total_count
		metadata.totalItems metadata.total totalResults totalElements page.totalElements pagination.total pagination.total_count paging.total meta.pagination.total`)
	offsets = strings.Fields(`offset skip Offset Skip page[offset] start startIndex start_index startAt start_at $skip`)
	numbers = strings.Fields(`page page_number pageNumber Page pageNo page_no page[number] pageIndex`)
	sizes   = strings.Fields(`per_page perPage page_size pageSize PageSize limit Limit size count max_results maxResults page[size] page[limit] $top`)
)

// goesOnInBody finds what the page itself says of the next one: its URL, its token, the last item's id.
func goesOnInBody(p *Paging, op *model.Operation, page *model.Object, items *model.Field) bool {
	t := &model.Type{Kind: model.Ref, Schema: &model.Schema{Kind: model.ObjectSchema, Object: page}}
	p.More = firstWay(t, mores, model.Boolean)
	p.Total = firstWay(t, totals, model.Integer, model.Number)
	p.Size = queryParam(op, sizes)
	if p.NextURL = firstWay(t, nextURLs, model.String); p.NextURL != "" {
		return true
	}
	if next := firstWay(t, []string{"next"}, model.String); next != "" && isURL(t) {
		p.NextURL = next
		return true
	}
	for _, way := range cursors {
		if !leadsTo(t, way, model.String) {
			continue
		}
		params := cursorParams[way]
		if params == nil {
			params = anyCursorParam
		}
		if param := queryParam(op, params); param != "" && (way != "last_id" && way != "cursor" || p.More != "" || way == "cursor") {
			p.Cursor, p.CursorParam = way, param
			return true
		}
	}
	after := queryParam(op, []string{"starting_after", "after"})
	if elem := unalias(items.Type).Elem; p.More != "" && after != "" && fieldType(elem, "id") != nil {
		p.LastItem, p.CursorParam = "id", after
		return true
	}
	return false
}

// goesOn finds what the request says of the next page: an offset, a number, or that a Link header leads on.
func goesOn(p *Paging, op *model.Operation, page *model.Object) bool {
	p.Size = queryParam(op, sizes)
	if r := success(op); r != nil {
		for _, h := range r.Headers {
			if strings.EqualFold(string(h.Name), "link") && (p.Size != "" || queryParam(op, numbers) != "" || queryParam(op, anyCursorParam) != "") {
				p.Link = true
				return true
			}
		}
	}
	if offset := queryParam(op, offsets); offset != "" && p.Size != "" && integerParam(op, offset) {
		p.Offset, p.First = offset, firstItem(op, offset, page)
		return true
	}
	if number := queryParam(op, numbers); number != "" && integerParam(op, number) && (p.Size != "" || page != nil) {
		p.Number, p.First = number, firstPage(op, number)
		return true
	}
	return false
}

// isURL tells whether a page's "next" is a URL: it says so, or "previous" stands beside it.
func isURL(page *model.Type) bool {
	if t := unalias(fieldType(page, "next")); t != nil && (t.Format == "uri" || t.Format == "url") {
		return true
	}
	return fieldType(page, "previous") != nil || fieldType(page, "prev") != nil
}

func firstWay(page *model.Type, ways []string, kinds ...model.Kind) string {
	for _, way := range ways {
		for _, k := range kinds {
			if leadsTo(page, way, k) {
				return way
			}
		}
	}
	return ""
}

// leadsTo tells whether a dotted way through an object ends at a value of a kind.
func leadsTo(t *model.Type, way string, kind model.Kind) bool {
	f, _ := typeAt(t, way)
	return f != nil && f.Kind != model.Any && isScalarOf(f, []model.Kind{kind}) && (kind == model.String || f.Kind == kind)
}

func queryParam(op *model.Operation, names []string) model.Wire {
	for _, name := range names {
		for _, p := range op.Params {
			if p.In == model.InQuery && string(p.Name) == name {
				return p.Name
			}
		}
	}
	return ""
}

func integerParam(op *model.Operation, name model.Wire) bool {
	for _, p := range op.Params {
		if p.In == model.InQuery && p.Name == name {
			t := unalias(p.Type)
			return t != nil && (t.Kind == model.Integer || t.Kind == model.Number)
		}
	}
	return false
}

// pageSize is the param of a page's size, if a page may be as small as its reader wants, and how large one may surely be.
func pageSize(op *model.Operation, name model.Wire) (model.Wire, int) {
	for _, p := range op.Params {
		if p.In != model.InQuery || p.Name != name {
			continue
		}
		t := unalias(p.Type)
		if t == nil || t.Kind != model.Integer && t.Kind != model.Number {
			break
		}
		said := p.Facts.Default
		if t.Limits != nil {
			if least, err := strconv.Atoi(cmp.Or(t.Limits.Min, "1")); err != nil || least > 1 {
				break
			}
			said = cmp.Or(t.Limits.Max, said)
		}
		most, err := strconv.Atoi(said)
		if err != nil || most < 1 || most > 1e6 {
			most = 0
		}
		return name, most
	}
	return "", 0
}

// firstPage is what a list's pages are counted from: 0 where the document says so.
func firstPage(op *model.Operation, name model.Wire) int {
	if first, ok := declaredFirst(op, name); ok && first == 0 {
		return 0
	}
	return 1
}

// firstItem is what a list's items are counted from: 1 where the document says so, and in SCIM's pages (RFC 7644).
func firstItem(op *model.Operation, name model.Wire, page *model.Object) int {
	if first, ok := declaredFirst(op, name); ok {
		return first
	}
	if page != nil && name == "startIndex" {
		for _, f := range page.Fields {
			if f.Name == "totalResults" || f.Name == "itemsPerPage" {
				return 1
			}
		}
	}
	return 0
}

// declaredFirst is 0 or 1 where a query param's default or smallest value tells.
func declaredFirst(op *model.Operation, name model.Wire) (int, bool) {
	for _, p := range op.Params {
		if p.In != model.InQuery || p.Name != name {
			continue
		}
		said := p.Facts.Default
		if said == "" && p.Type.Limits != nil {
			said = p.Type.Limits.Min
		}
		if said == "0" || said == "1" {
			return int(said[0] - '0'), true
		}
	}
	return 0, false
}
