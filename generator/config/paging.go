package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Paging says how the list of an operation goes on, or that it is none, where the document's shape tells nothing or
// the wrong thing.
type Paging struct {
	Operation string // "listPets" or "GET /pets"
	Off       bool
	Kind      PagingKind
	Items     Word // way from the page to its items
	Next      Word // way from the page to the next one's URL or cursor; of kind item, the last item's field
	Param     Word // query param that takes the cursor, the offset or the number
	More      Word // way to a boolean
	Total     Word // way to the count of all items
	Size      Word // query param of the page's size
	First     *int // what an offset or a number counts from
	Pos       diag.Pos
}

// A Word is a text of the config and its place.
type Word struct {
	Text string
	Pos  diag.Pos
}

// A PagingKind says where a list names its next page.
type PagingKind string

// The kinds of paging.
const (
	PagingURL    PagingKind = "url"    // the page has its URL
	PagingCursor PagingKind = "cursor" // the page has a token for a query param
	PagingItem   PagingKind = "item"   // a field of the page's last item is the token
	PagingOffset PagingKind = "offset" // a query param counts items
	PagingPage   PagingKind = "page"   // a query param counts pages
	PagingLink   PagingKind = "link"   // the Link header has its URL
)

// pagingKeys are the keys that each kind may have beside itself, pagingNeeds those that it must have.
var pagingKeys = map[PagingKind]string{
	PagingURL:    "items next more size",
	PagingCursor: "items next param more size",
	PagingItem:   "items next param more size",
	PagingOffset: "items param more total size first",
	PagingPage:   "items param more total size first",
	PagingLink:   "items more size",
}

var pagingNeeds = map[PagingKind]string{
	PagingURL: "next", PagingCursor: "next param", PagingItem: "next param", PagingOffset: "param", PagingPage: "param",
}

const pagingKinds = "url, cursor, item, offset, page or link"

// pagings reads what a config says of lists, by operation.
func (d *decoder) pagings(n *yaml.Node) []Paging {
	var all []Paging
	d.each(n, "paging", func(key, value *yaml.Node) {
		p := Paging{Operation: key.Value, Pos: d.pos(key)}
		if value.Kind == yaml.ScalarNode && value.Value == "off" {
			p.Off = true
		} else {
			d.paging(value, &p)
		}
		all = append(all, p)
	})
	return all
}

func (d *decoder) paging(n *yaml.Node, p *Paging) {
	if n.Kind == yaml.ScalarNode {
		d.fail(n, fmt.Sprintf("%q is no paging", n.Value), "write off, or an object with a kind")
		return
	}
	var has []*yaml.Node
	word := func(key string, into *Word) field {
		return field{key: key, read: func(n *yaml.Node) {
			has = append(has, &yaml.Node{Value: key, Line: n.Line, Column: n.Column})
			into.Pos = d.pos(n)
			d.text(&into.Text)(n)
		}}
	}
	first := Word{}
	d.object(n, "a paging", []field{
		{key: "kind", required: true, read: d.text((*string)(&p.Kind))},
		word("items", &p.Items), word("next", &p.Next), word("param", &p.Param),
		word("more", &p.More), word("total", &p.Total), word("size", &p.Size), word("first", &first),
	})
	d.pagingFirst(first, p)
	d.pagingFits(n, p.Kind, has)
}

// pagingFirst reads where counting begins.
func (d *decoder) pagingFirst(first Word, p *Paging) {
	if first.Text == "" {
		return
	}
	n, err := strconv.Atoi(first.Text)
	if err != nil || n < 0 {
		d.fail(&yaml.Node{Line: first.Pos.Line, Column: first.Pos.Col}, "first is no count", "write 0 or 1")
		return
	}
	p.First = &n
}

// pagingFits refuses keys that a kind has no use for, and misses those that it cannot do without.
func (d *decoder) pagingFits(n *yaml.Node, kind PagingKind, has []*yaml.Node) {
	if kind == "" {
		return // said already
	}
	if pagingKeys[kind] == "" {
		d.fail(n, fmt.Sprintf("kind %q is not known", kind), "write "+pagingKinds)
		return
	}
	keys := strings.Fields(pagingKeys[kind])
	for _, key := range has {
		if !slices.Contains(keys, key.Value) {
			d.fail(key, fmt.Sprintf("paging of kind %s has no use for %s", kind, key.Value), "it has "+strings.Join(keys, ", "))
		}
	}
	for _, need := range strings.Fields(pagingNeeds[kind]) {
		if !slices.ContainsFunc(has, func(key *yaml.Node) bool { return key.Value == need }) {
			d.fail(n, fmt.Sprintf("paging of kind %s needs %s", kind, need), "")
		}
	}
}
