package openapi

import (
	"strconv"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// union is the union of a shape's oneOf or anyOf, or else of its several types.
func (r *reader) union(schema *model.Schema, s *shape, at *place) *model.Union {
	if len(s.groups) == 0 {
		return &model.Union{Variants: r.kindVariants(s, at)}
	}
	g := s.groups[0]
	for _, other := range s.groups[1:] {
		if len(other.members) > len(g.members) {
			g = other
		}
	}
	base := append(beside(s, g), r.second(s, g)...)
	u := &model.Union{Tag: r.tag(s)}
	members := append(g.members[:len(g.members):len(g.members)], r.mapped(g, s)...)
	words := r.variantWords(members, u.Tag)
	for i, m := range members {
		v := r.variant(m, base, at.at(words[i], g.keyword, strconv.Itoa(m.index)))
		schema.Nullable = schema.Nullable || v.Type.Nullable
		v.Type.Nullable = false
		u.Variants = append(u.Variants, v)
	}
	if u.Tag != "" {
		r.addTags(u, members, s)
	}
	return u
}

// second are the members of the other unions of a shape, each of which may hold for a value of any variant.
func (r *reader) second(s *shape, g *group) []part {
	var weak []part
	for _, other := range s.groups {
		if other == g {
			continue
		}
		r.warn(SecondUnion, other.part.node.Get(other.keyword), "its properties are optional fields of each variant", "%s stands beside another oneOf or anyOf", other.keyword)
		for _, m := range other.members[:min(len(other.members), maxSecond)] {
			p := m.part()
			p.weak = true
			weak = append(weak, p)
		}
	}
	return weak
}

// maxSecond is how many members of a second union count.
const maxSecond = 50

// beside are the parts that every variant must satisfy, too; none where they say nothing.
func beside(s *shape, g *group) []part {
	var base []part
	says := false
	for _, p := range s.parts {
		p.flat = true
		except := ""
		for _, other := range s.groups {
			if other.part.node == p.node {
				p.without = other.keyword
				except = other.keyword
			}
		}
		says = says || len(fields(p.node.Get("properties"))) > 0 || structured(p.node, except) && p.node.Get("$ref") == nil && p.node.Get("allOf") == nil
		base = append(base, p)
	}
	if !says {
		return nil
	}
	return base
}

func (r *reader) variant(m member, base []part, at *place) *model.Variant {
	v := &model.Variant{Title: text(m.node, "title"), Pos: m.node.Pos}
	if emptyOnly(m.node) {
		v.Type, v.Empty = &model.Type{Kind: model.String, Pos: m.node.Pos}, true
		return v
	}
	if len(base) == 0 || r.has(m, base) || !r.mayMerge(m, base) {
		v.Type = r.typ(m.node, r.home(m, at))
		return v
	}
	inner := at.at("")
	p := m.part()
	if len(m.chain.nodes) == 1 && m.chain.schema == nil {
		p.home = inner // what stands in it is a part of the variant, not of the union
	}
	roots := append(base[:len(base):len(base)], p)
	if at.depth > maxMerge {
		v.Type = r.typeOf(roots, at)
		return v
	}
	v.Type = r.typeOfInner(roots, inner)
	return v
}

// mayMerge tells whether a variant gets what stands beside its union. Unions that are variants of
// each other would do so for ever: two levels are merged.
func (r *reader) mayMerge(m member, base []part) bool {
	merged := 0
	for _, p := range base {
		if p.without != "" {
			merged++
		}
	}
	r.budget -= mergeCost
	if merged <= 2 && r.budget > 0 {
		return true
	}
	r.warn(TooManyParts, m.node, "the variant lacks them", "the properties beside unions of unions are too many")
	return false
}

// mergeCost is what a merged variant takes of the budget: it becomes a schema of its own.
const mergeCost = 20

// home is the place of an inline variant, named after it; a $ref has a place of its own.
func (r *reader) home(m member, at *place) *place {
	m.home.word = at.word
	return m.home
}

// has tells whether a variant already brings all that stands beside its union.
func (r *reader) has(m member, base []part) bool {
	has := map[*source.Node]bool{}
	for _, p := range r.flatten([]part{m.part()}).parts {
		has[p.node] = true
	}
	for _, p := range base {
		if !has[p.node] {
			return false
		}
	}
	return true
}

// kindVariants are one variant for each of several types.
func (r *reader) kindVariants(s *shape, at *place) []*model.Variant {
	var out []*model.Variant
	for _, k := range s.kinds {
		one := *s
		one.kinds, one.nullable, one.enum, one.enums = []kind{k}, false, nil, nil
		key := r.keyOf(s.parts) + k
		t := r.shaped(&one, key, at.at(k))
		out = append(out, &model.Variant{Type: t, Pos: s.pos()})
	}
	return out
}
