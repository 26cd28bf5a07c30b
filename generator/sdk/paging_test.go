package sdk

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/sdkc/sdkc/generator/model"
)

// Each case: the page's fields, the query params ("!" integers), and how the list goes on.
func TestPaging(t *testing.T) {
	item, plain := object("item", "id", str()), object("plain", "name", str())
	meta := func(name string, t *model.Type) *model.Type { return ref(object("meta "+name, name, t)) }
	num, boolean := of(model.Integer, ""), of(model.Boolean, "")
	for _, test := range []struct {
		name   string
		fields []any
		params string
		header string
		want   *Paging
	}{
		{"Twilio's meta", []any{"items", list(ref(item)), "meta", meta("next_page_url", str())}, "PageSize!", "", &Paging{Items: "items", NextURL: "meta.next_page_url", Size: "PageSize"}},
		{"Twilio's old", []any{"calls", list(ref(item)), "next_page_uri", str()}, "PageSize!", "", &Paging{Items: "calls", NextURL: "next_page_uri", Size: "PageSize"}},
		{"DigitalOcean", []any{"droplets", list(ref(item)), "links", ref(object("l", "pages", meta("next", str())))}, "per_page!", "", &Paging{Items: "droplets", NextURL: "links.pages.next", Size: "per_page"}},
		{"Django", []any{"results", list(ref(item)), "next", str(), "previous", str(), "count", num}, "page!", "", &Paging{Items: "results", NextURL: "next", Total: "count"}},
		{"token", []any{"items", list(ref(item)), "nextPageToken", str()}, "pageToken maxResults!", "", &Paging{Items: "items", Cursor: "nextPageToken", CursorParam: "pageToken", Size: "maxResults"}},
		{"cursor", []any{"data", list(ref(item)), "meta", meta("next_cursor", str())}, "cursor limit!", "", &Paging{Items: "data", Cursor: "meta.next_cursor", CursorParam: "cursor", Size: "limit"}},
		{"Kubernetes", []any{"items", list(ref(item)), "metadata", meta("continue", str())}, "continue limit!", "", &Paging{Items: "items", Cursor: "metadata.continue", CursorParam: "continue", Size: "limit"}},
		{"Stripe", []any{"data", list(ref(item)), "has_more", boolean}, "starting_after limit!", "", &Paging{Items: "data", LastItem: "id", CursorParam: "starting_after", More: "has_more", Size: "limit"}},
		{"OpenAI", []any{"data", list(ref(item)), "has_more", boolean, "last_id", str()}, "after limit!", "", &Paging{Items: "data", Cursor: "last_id", CursorParam: "after", More: "has_more", Size: "limit"}},
		{"no id, no cursor", []any{"data", list(ref(plain)), "has_more", boolean}, "starting_after", "", nil},
		{"offset", []any{"data", list(ref(item)), "total", num}, "offset! limit!", "", &Paging{Items: "data", Offset: "offset", Size: "limit", Total: "total"}},
		{"page number", []any{"results", list(ref(item)), "metadata", meta("totalItems", num)}, "page! limit!", "", &Paging{Items: "results", Number: "page", First: 1, Size: "limit", Total: "metadata.totalItems"}},
		{"Link header", nil, "page! per_page!", "Link", &Paging{Size: "per_page", Link: true}},
		{"page numbers of a bare list", nil, "page! per_page!", "", &Paging{Number: "page", First: 1, Size: "per_page"}},
		{"a bare list", nil, "limit!", "", nil},
		{"a token that no param takes", []any{"items", list(ref(item)), "nextPageToken", str()}, "limit!", "", nil},
		{"two lists", []any{"a", list(ref(item)), "b", list(ref(item)), "next_page_url", str()}, "", "", nil},
		{"no list", []any{"a", str(), "next_page_url", str()}, "", "", nil},
	} {
		doc := api("GET /items listItems items")
		op := doc.Operations()[0]
		for _, name := range strings.Fields(test.params) {
			name, integer := strings.CutSuffix(name, "!")
			p := &model.Param{Name: model.Wire(name), In: model.InQuery, Style: "form", Explode: true, Type: str()}
			if integer {
				p.Type = num
			}
			op.Params = append(op.Params, p)
		}
		page := list(ref(item))
		if test.fields != nil {
			o := object("page", test.fields...)
			page, doc.Schemas = ref(o), append(doc.Schemas, o)
		}
		answering(doc, page, item, plain)
		if test.header != "" {
			op.Responses[0].Headers = []*model.Header{{Name: model.Wire(test.header), Type: str()}}
		}
		p, _ := build(doc)
		m := p.Resources()[0].Methods[0]
		if diff := cmp.Diff(test.want, m.Paging, cmpopts.IgnoreFields(Paging{}, "Item", "ItemDecode", "Page", "Build")); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
		if m.Paging != nil && (m.Returns() != "iter.Seq2[*Item, error]" || m.Paging.Page != "ListPage" || m.Paging.Build != "list") {
			t.Errorf("%s: %s, %s, %s", test.name, m.Returns(), m.Paging.Page, m.Paging.Build)
		}
	}
}
