package openapi

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// tag is the property that tells the variants of a shape apart; "" if nothing names one.
func (r *reader) tag(s *shape) model.Wire {
	if n := discriminator(s); n != nil {
		if other := n.Get("defaultMapping"); other != nil {
			r.note(Unread, other, "a value without a variant is kept as *sdk.Unknown", "defaultMapping is not read")
		}
		if name := n.Get("propertyName").Text(); name != "" {
			return model.Wire(name)
		}
		r.warn(NoDiscriminator, n, "variants are told apart by their shape", "discriminator has no propertyName")
	}
	return ""
}

func discriminator(s *shape) *source.Node {
	for i := len(s.parts) - 1; i >= 0; i-- {
		if n := s.parts[i].node.Get("discriminator"); n != nil && !s.parts[i].weak {
			return n
		}
	}
	return nil
}

// addTags gives each variant the discriminator values that choose it: those that the mapping has
// for it, else those that its own property demands, else its schema's name.
func (r *reader) addTags(u *model.Union, members []member, s *shape) {
	mapping := r.mapping(discriminator(s))
	for i, m := range members {
		c := m.chain
		for _, e := range mapping {
			if c.schema != nil && e.target == c.end.node {
				u.Variants[i].Tags = append(u.Variants[i].Tags, e.value)
			}
		}
		if len(u.Variants[i].Tags) == 0 {
			u.Variants[i].Tags = r.ownTags(m, u.Tag)
		}
	}
}

// mapped are the schemas that a discriminator's mapping names and the union forgets.
func (r *reader) mapped(g *group, s *shape) []member {
	known := map[*source.Node]bool{}
	for _, p := range s.parts {
		known[p.node] = true
	}
	for _, m := range g.members {
		known[m.chain.end.node] = true
	}
	var out []member
	for _, e := range r.mapping(discriminator(s)) {
		if e.target == nil || known[e.target] || r.named[e.target] == nil {
			continue
		}
		known[e.target] = true
		r.warn(BadMapping, e.node, "it becomes one", "discriminator value %q leads to a schema that is no variant", oneLine(e.value))
		m := r.memberOf(e.target)
		m.index = len(g.members) + len(out)
		out = append(out, m)
	}
	return out
}

// memberOf is a named schema as a member of a group that does not list it.
func (r *reader) memberOf(n *source.Node) member {
	schema := r.named[n]
	p := part{node: n, home: &place{owner: schema, id: schema.ID}}
	return member{node: n, home: p.home, chain: chain{nodes: []*source.Node{n}, end: p, schema: schema}}
}

func (r *reader) ownTags(m member, tag model.Wire) []string {
	c := m.chain
	s := r.flatten([]part{c.end})
	if value := tagValue(c.end.node); value != "" {
		return []string{value}
	}
	if values := r.tagValues(s, tag); len(values) > 0 {
		return values
	}
	if c.schema != nil && len(s.groups) == 0 { // a union is known by the tags of its variants
		return []string{string(c.schema.Name)}
	}
	return nil
}

// An entry is a line of a discriminator's mapping.
type entry struct {
	value  string
	target *source.Node // nil where it leads nowhere
	node   *source.Node
}

func (r *reader) mapping(n *source.Node) []entry {
	var out []entry
	for _, f := range fields(n.Get("mapping")) {
		ref := f.Value.Text()
		if !strings.HasPrefix(ref, "#") {
			ref = "#/components/schemas/" + escapeStep(ref)
		}
		e := entry{f.Key, r.doc.Lookup(ref), f.Value}
		if e.target == nil {
			r.warn(BadMapping, f.Value, "values with it stay unknown", "discriminator value %q leads nowhere", oneLine(f.Key))
		}
		out = append(out, e)
	}
	return out
}

// A family is a base with a discriminator and the schemas whose allOf leads to it.
type family struct {
	base     *source.Node
	children []*source.Node
	union    *model.Schema
}

// familiesOf finds the bases of the document.
func (r *reader) familiesOf() map[*source.Node]*family {
	heirs := map[*source.Node][]*source.Node{}
	for _, n := range r.names {
		for _, m := range items(n.Get("allOf")) {
			if base := r.doc.Lookup(refOf(m)); base != nil {
				heirs[base] = append(heirs[base], n)
			}
		}
	}
	families := map[*source.Node]*family{}
	for _, n := range r.names {
		if n.Get("discriminator").Get("propertyName").Text() == "" || n.Get("oneOf") != nil || n.Get("anyOf") != nil || len(heirs[n]) == 0 {
			continue
		}
		f := &family{base: n, children: r.descendants(n, heirs)}
		if len(f.children) < 2 || r.mapsTo(n, n) {
			f.children = append([]*source.Node{n}, f.children...)
		}
		families[n] = f
	}
	return families
}

func (r *reader) mapsTo(base, target *source.Node) bool {
	return slices.ContainsFunc(r.mapping(base.Get("discriminator")), func(e entry) bool { return e.target == target })
}

// descendants are the heirs of a base and theirs, the base apart, each once.
func (r *reader) descendants(base *source.Node, heirs map[*source.Node][]*source.Node) []*source.Node {
	seen := map[*source.Node]bool{base: true}
	var out []*source.Node
	for queue := []*source.Node{base}; len(queue) > 0 && r.budget > 0; queue = queue[1:] {
		for _, n := range heirs[queue[0]] {
			if !seen[n] {
				seen[n] = true
				r.budget--
				out = append(out, n)
				queue = append(queue, n)
			}
		}
	}
	return out
}

// familyUnion is the union that stands for a base wherever a value of it is meant.
func (r *reader) familyUnion(f *family) *model.Schema {
	if f.union != nil {
		return f.union
	}
	base := r.named[f.base]
	f.union = &model.Schema{
		ID: r.uniqueID(base.ID + "/discriminator"), Owner: base, OwnerID: base.ID, Place: []string{"union"},
		Kind: model.UnionSchema, Pos: f.base.Pos,
	}
	r.describe(f.union, f.base)
	r.inline = append(r.inline, f.union)
	u := &model.Union{Tag: model.Wire(f.base.Get("discriminator").Get("propertyName").Text())}
	mapping := r.mapping(f.base.Get("discriminator"))
	for _, child := range f.children {
		s := r.named[child]
		v := &model.Variant{Type: &model.Type{Kind: model.Ref, Schema: s, SchemaID: s.ID, Pos: child.Pos}, Title: text(child, "title"), Pos: child.Pos}
		for _, e := range mapping {
			if e.target == child {
				v.Tags = append(v.Tags, e.value)
			}
		}
		if len(v.Tags) == 0 {
			v.Tags = r.ownTags(r.memberOf(child), u.Tag)
		}
		u.Variants = append(u.Variants, v)
	}
	f.union.Union = u
	return f.union
}
