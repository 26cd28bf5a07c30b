package sdk

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// findShared finds inline objects, enums and unions that several requests of a resource have at the same place, alike to
// the last word: the address of a customer that is created or updated. The first by its place stands for all.
func (b *builder) findShared(groupOf map[*model.Operation]string) {
	b.shared = make(map[*model.Schema][]*model.Operation)
	all := slices.DeleteFunc(b.byID(), func(s *model.Schema) bool { return s.Name != "" })
	all = b.publishedFirst(all)
	sort.SliceStable(all, func(i, j int) bool { return depth(all[i]) < depth(all[j]) })
	first := make(map[[sha256.Size]byte]*model.Schema)
	for _, s := range all {
		place, op := b.wholePlace(s)
		if len(place) == 0 || op == nil || isStatus(place[0]) || s.Kind == model.AliasSchema || isConstant(s) || b.inShared(s) {
			continue
		}
		key := sha256.Sum256(fmt.Appendf(nil, "%s\n%q\n%s\n%s", groupOf[op], place, fingerprint(s, 0), wording(s, 0)))
		switch have := first[key]; {
		case have == nil:
			first[key] = s
		case (have.Owner != s.Owner || s.Owner == nil) && !b.published(s):
			b.same[s] = have
			if b.shared[have] == nil {
				_, other := b.wholePlace(have)
				b.shared[have] = []*model.Operation{other}
			}
			if !slices.Contains(b.shared[have], op) {
				b.shared[have] = append(b.shared[have], op)
			}
		}
	}
}

// inShared tells whether a schema stands in one that another stands for.
func (b *builder) inShared(s *model.Schema) bool {
	for o, n := s.Owner, 0; o != nil && n < 1000; o, n = o.Owner, n+1 {
		if b.same[o] != nil {
			return true
		}
	}
	return false
}

// wholePlace is the way to an inline schema from the operation that it stands in: ["address", "country"]. nil for a body itself.
func (b *builder) wholePlace(s *model.Schema) ([]string, *model.Operation) {
	var place []string
	if isNamed(s) {
		return nil, nil
	}
	for range deepest {
		place = append(slices.Clone(b.lifted(s).Place), place...)
		if s.Owner == nil {
			break
		}
		s = s.Owner
	}
	if len(place) > 0 && place[0] == "request" {
		place = place[1:]
	}
	return place, s.Operation
}

// deepest is how many schemas around an inline one are looked at.
const deepest = 100

// isNamed tells whether a schema has a name or stands in one that has.
func isNamed(s *model.Schema) bool {
	for range deepest {
		if s.Name != "" || s.Owner == nil {
			break
		}
		s = s.Owner
	}
	return s.Name != ""
}

// sharedLadder names what several requests of a resource have for the resource: CustomerAddress.
func (b *builder) sharedLadder(s *model.Schema) []rung {
	if b.shared[s] == nil {
		return nil
	}
	c := b.calls[s.Operation]
	place, op := b.wholePlace(s)
	if c == nil {
		c = b.calls[op]
	}
	if c == nil {
		return nil
	}
	name := beside(join(inLast(c.group.noun, singular), "x"), placeWords(place, false))
	return []rung{{name, "place"}, {name + "Params", "kind"}}
}

// sharedBy names the methods that take a shared schema; "" for others.
func (b *builder) sharedBy(s *model.Schema) model.Text {
	var links []string
	for _, op := range b.shared[s] {
		if m := b.made[op]; m != nil {
			links = append(links, "["+string(m.Resource.Name)+"."+string(m.Name)+"]")
		}
	}
	if len(links) < 2 {
		return ""
	}
	if n := len(links) - 3; n > 0 {
		links = append(links[:3], fmt.Sprintf("%d more", n))
	}
	last := len(links) - 1
	return model.Text(strings.Join(links[:last], ", ") + " and " + links[last])
}

// wording is what a document says of a schema and of what is in it: texts, limits, defaults.
func wording(s *model.Schema, depth int) string {
	if s.Name != "" || depth > 12 {
		return ""
	}
	out := fmt.Sprintf("%q%v%q", s.Doc, s.Deprecated, s.GoName)
	switch {
	case s.Object != nil:
		for _, f := range s.Object.Fields {
			out += fmt.Sprintf("%q%q%v%q%s", f.Doc, f.Facts.Default, f.Deprecated, f.GoName, typeWording(f.Type, depth+1))
		}
		out += typeWording(s.Object.Extra, depth+1)
	case s.Union != nil:
		for _, v := range s.Union.Variants {
			out += typeWording(v.Type, depth+1)
		}
	case s.Enum != nil:
		for _, v := range s.Enum.Values {
			out += fmt.Sprintf("%q%q%v", v.Doc, v.Name, v.Deprecated)
		}
	case s.Alias != nil:
		out += typeWording(s.Alias, depth+1)
	}
	return out
}

func typeWording(t *model.Type, depth int) string {
	if t == nil {
		return ""
	}
	out := ""
	if t.Limits != nil {
		out = fmt.Sprintf("%v", *t.Limits)
	}
	if t.Schema != nil {
		out += wording(t.Schema, depth)
	}
	if t.Elem != nil && depth < 40 {
		out += typeWording(t.Elem, depth+1)
	}
	return "(" + out + ")"
}
