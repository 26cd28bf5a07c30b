package openapi

import (
	"slices"
	"strconv"

	"github.com/sdkc/sdkc/generator/source"
)

// Real documents stay far below both; hostile ones shall not take minutes.
const (
	maxParts   = 500     // that one schema may merge
	partBudget = 500_000 // that all schemas of a document may merge
)

// A part is one schema object that a value must satisfy, without what its $ref and allOf bring.
type part struct {
	node    *source.Node
	home    *place
	without string // the keyword of node that is answered elsewhere: "oneOf"
	weak    bool   // holds only sometimes: in then, else or dependentSchemas
	byRef   bool   // reached through a $ref
	flat    bool   // what it brings is listed beside it
}

type partKey struct {
	node    *source.Node
	without string
}

func (p part) key() partKey { return partKey{p.node, p.without} }

// flatten lists all that roots demand: what $ref and allOf lead to before what leads there, each
// once, so that diamonds and circles cost nothing.
func (r *reader) flatten(roots []part) *shape {
	if len(roots) == 1 && !composed(roots[0].node) {
		return &shape{parts: roots}
	}
	f := &flattener{seen: map[partKey]bool{}, shape: &shape{}}
	f.push(roots)
	for len(f.stack) > 0 {
		v := f.stack[len(f.stack)-1]
		f.stack = f.stack[:len(f.stack)-1]
		if v.leave {
			f.shape.parts = append(f.shape.parts, v.part)
			continue
		}
		if f.seen[v.key()] {
			continue
		}
		if r.named[v.node] != nil && len(f.seen) > 0 && (len(f.seen) >= maxParts || r.budget <= 0) {
			r.warn(TooManyParts, roots[0].node, "the furthest are left out", "allOf leads to too many schemas")
			continue
		}
		r.budget--
		f.seen[v.key()] = true
		r.enter(f, v.part)
	}
	return f.shape
}

// A flattener walks what parts bring, without recursion: a hostile document nests deeply.
type flattener struct {
	seen  map[partKey]bool
	stack []visit
	shape *shape
}

// A visit is a part to enter, or to leave when all that it brings is listed.
type visit struct {
	part
	leave bool
}

func (f *flattener) push(parts []part) {
	for i := len(parts) - 1; i >= 0; i-- {
		f.stack = append(f.stack, visit{part: parts[i]})
	}
}

func (r *reader) enter(f *flattener, p part) {
	var before, after []part
	if !p.flat {
		before, after = r.children(f, p)
	}
	f.push(after)
	f.stack = append(f.stack, visit{p, true})
	f.push(before)
}

// composed tells whether a schema brings other schemas that hold for the same value.
func composed(n *source.Node) bool {
	for _, f := range fields(n) {
		switch f.Key {
		case "$ref", "$dynamicRef", "$recursiveRef", "allOf", "oneOf", "anyOf", "then", "else", "dependentSchemas":
			return true
		}
	}
	return false
}

// children are the parts that p brings: before it those it builds on, after it those that hold sometimes.
func (r *reader) children(f *flattener, p part) (before, after []part) {
	n := p.node
	if leads(n) {
		if target, home := r.step(n, p.home); target != nil {
			before = append(before, part{node: target, home: home, weak: p.weak, byRef: true})
			r.addBase(f.shape, p, target)
		}
		if !r.siblings() {
			return before, nil
		}
	}
	for i, member := range items(n.Get("allOf")) {
		before = append(before, part{node: member, home: p.home.at("", "allOf", strconv.Itoa(i)), weak: p.weak, byRef: p.byRef})
	}
	for _, key := range [...]string{"oneOf", "anyOf"} {
		if p.without != key && n.Get(key) != nil {
			before = append(before, r.alternatives(f, p, key)...)
		}
	}
	return before, r.sometimes(p)
}

// alternatives adds the oneOf or anyOf of a part to the shape; one that leaves no choice is a part.
func (r *reader) alternatives(f *flattener, p part, key string) []part {
	g := r.group(p, key)
	f.shape.nullable = f.shape.nullable || g.null && !p.byRef
	switch {
	case p.weak || within(f, g):
		return nil
	case len(g.values) > 0:
		f.shape.valueGroups = append(f.shape.valueGroups, g)
	case len(g.members) > 1:
		f.shape.groups = append(f.shape.groups, g)
	case len(g.members) == 1:
		m := g.members[0]
		return []part{{node: m.node, home: m.home, byRef: p.byRef}}
	}
	return nil
}

// within tells whether one of the group's own members is being read: a base often lists its children.
func within(f *flattener, g *group) bool {
	for _, m := range g.members {
		if f.seen[partKey{node: m.chain.end.node}] {
			return true
		}
	}
	return false
}

func (r *reader) addBase(s *shape, p part, target *source.Node) {
	if base := r.named[target]; base != nil && !p.byRef && !slices.Contains(s.bases, base) {
		s.bases = append(s.bases, base)
	}
}

// sometimes are the schemas that hold for a value under a condition.
func (r *reader) sometimes(p part) []part {
	var out []part
	add := func(n *source.Node, steps ...string) {
		r.warn(Conditional, n, "its properties are optional fields", "%s is not enforced", steps[0])
		out = append(out, part{node: n, home: p.home.at("", steps...), weak: true, byRef: p.byRef})
	}
	for _, key := range [...]string{"then", "else"} {
		if n := p.node.Get(key); n != nil && n.Kind == source.Object {
			add(n, key)
		}
	}
	for _, f := range fields(p.node.Get("dependentSchemas")) {
		add(f.Value, "dependentSchemas", f.Key)
	}
	return out
}

// siblings tells whether what stands beside a $ref counts as OpenAPI 3.1 says.
func (r *reader) siblings() bool { return !isVersion30(r.doc.Version) }

func isVersion30(version string) bool {
	return version == "2.0" || len(version) >= 3 && version[:3] == "3.0"
}
