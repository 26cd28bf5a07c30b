package openapi

import (
	"strconv"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// A chain is the way from a schema to what it stands for: over $refs, over allOf, oneOf and anyOf
// with one member beside which nothing but words, null and limits stand.
type chain struct {
	nodes    []*source.Node // all on the way, the end included
	end      part
	schema   *model.Schema // the end, where it is a named schema
	nullable bool          // null was allowed on the way
}

// reduce follows the chain to the first named schema, or to a schema with a structure of its own.
// With declare the schema at p itself, though named, is followed.
func (r *reader) reduce(p part, declare bool) chain {
	var c chain
	for i := range maxRefs {
		c.end = p
		c.nodes = append(c.nodes, p.node)
		if p.node == nil || p.node.Kind != source.Object {
			return c
		}
		if s := r.named[p.node]; s != nil && !(declare && i == 0) {
			c.schema = s
			return c
		}
		next, null, ok := r.next(p)
		if !ok {
			return c
		}
		c.nodes = append(c.nodes, onlyWorded(p.node)...)
		_, typeNull := r.kindsBeside(p.node)
		c.nullable = c.nullable || null || typeNull
		p = next
	}
	r.warn(DanglingRef, p.node, "the value is any", "$ref leads in a circle")
	c.end.node = nil
	return c
}

// kindsBeside is kinds for a schema that may hold a $ref, which kin's structs do not show.
func (r *reader) kindsBeside(n *source.Node) (kinds []kind, null bool) {
	if n.Get("type") == nil {
		return nil, saysNull(n)
	}
	return r.kinds(n)
}

// next is the one schema that p stands for.
func (r *reader) next(p part) (next part, null, ok bool) {
	n := p.node
	if leads(n) {
		if structured(n, "$ref") {
			if r.siblings() {
				return p, false, false
			}
			r.note(RefSiblings, n, "the $ref alone counts, as OpenAPI 3.0 says", "keywords stand beside a $ref")
		}
		target, home := r.step(n, p.home)
		return part{node: target, home: home, byRef: true}, false, true
	}
	for _, key := range [...]string{"allOf", "oneOf", "anyOf"} {
		if n.Get(key) == nil || structured(n, key) || p.without == key {
			continue
		}
		if key == "allOf" {
			return r.onlyMember(p)
		}
		g := r.group(p, key)
		if len(g.members) == 1 && len(g.values) == 0 {
			return g.members[0].part(), g.null, true
		}
		return p, false, false
	}
	return p, false, false
}

// onlyMember is the one member of an allOf that says more than words.
func (r *reader) onlyMember(p part) (next part, null, ok bool) {
	found := false
	for i, m := range items(p.node.Get("allOf")) {
		if onlyWords(m) {
			null = null || saysNull(m)
			continue
		}
		if found {
			return p, false, false
		}
		found = true
		next = part{node: m, home: p.home.at("", "allOf", strconv.Itoa(i)), byRef: p.byRef}
	}
	return next, null, found
}

// onlyWorded are the members of an allOf that say only words.
func onlyWorded(n *source.Node) []*source.Node {
	var out []*source.Node
	for _, m := range items(n.Get("allOf")) {
		if m.Kind == source.Object && onlyWords(m) {
			out = append(out, m)
		}
	}
	return out
}

// onlyWords tells whether a schema constrains nothing.
func onlyWords(n *source.Node) bool {
	if n == nil || n.Kind != source.Object {
		return n == nil || n.Kind == source.Null || n.True()
	}
	return !structured(n, "") && n.Get("type") == nil && n.Get("format") == nil && !bounded(n)
}

// structured tells whether a schema has keywords, one apart, that make a type different from its $ref's.
func structured(n *source.Node, except string) bool {
	for _, f := range fields(n) {
		if f.Key == except || except == "$ref" && (f.Key == "$dynamicRef" || f.Key == "$recursiveRef") {
			continue
		}
		switch f.Key {
		case "$ref", "$dynamicRef", "$recursiveRef", "enum", "const", "items", "not", "if", "then", "else":
			return true
		case "properties", "required", "patternProperties", "prefixItems", "oneOf", "anyOf", "allOf", "dependentSchemas":
			if len(f.Value.Fields)+len(f.Value.Items) > 0 {
				return true
			}
		case "additionalProperties":
			if f.Value.Kind == source.Object {
				return true
			}
		}
	}
	return false
}
