package openapi

import (
	"strconv"

	"github.com/sdkc/sdkc/generator/source"
)

// A group is a oneOf or anyOf, cleared of what is no choice: null, repetitions, nested groups of
// the same keyword, mere demands for properties.
type group struct {
	part    part // that holds the keyword
	keyword string
	members []member       // none: no constraint is left
	values  []*source.Node // instead of members, where each is one value or a list of values: an enum
	null    bool           // null is among the choices
}

// A member is one choice of a group.
type member struct {
	node  *source.Node
	home  *place
	index int   // in the group; of a nested one, where the nesting member stands
	chain chain // what it stands for
}

func (m member) part() part { return part{node: m.node, home: m.home} }

// group reads the oneOf or anyOf of a part.
func (r *reader) group(p part, keyword string) *group {
	key := partKey{p.node, keyword}
	if g := r.groups[key]; g != nil {
		return g
	}
	g := &group{part: p, keyword: keyword}
	r.groups[key] = g
	demands, open := 0, (*source.Node)(nil)
	identities := map[string]int{} // where a member stands in members, counted from 1
	for _, m := range r.unnested(p, keyword) {
		switch {
		case isNullSchema(m.node):
			g.null = true
		case onlyWords(m.node) || isTrue(m.node):
			open = m.node
		case onlyDemands(m.node):
			demands++
		default:
			m.chain = r.reduce(m.part(), false)
			c := m.chain
			if c.end.node == p.node {
				continue // that a value is one of these if it is one of these says nothing
			}
			g.null = g.null || c.nullable || c.schema == nil && r.nullable(c.end.node)
			id := identity(c)
			if at := identities[id]; id != "" && at > 0 {
				if emptyOnly(g.members[at-1].node) {
					g.members[at-1] = m
				}
				continue
			}
			g.members = append(g.members, m)
			identities[id] = len(g.members)
		}
	}
	if demands > 0 {
		r.note(Alternatives, p.node.Get(keyword), "all these properties stay optional", "%s only demands properties", keyword)
	}
	if open != nil {
		r.note(AnyVariant, open, "the value is any", "a choice of %s accepts everything", keyword)
		g.members = nil
	}
	r.foldValues(g)
	return g
}

func (r *reader) nullable(n *source.Node) bool {
	if n == nil || n.Kind != source.Object {
		return false
	}
	_, null := r.kindsBeside(n)
	return null
}

// unnested are the members of a group and of groups of the same keyword that stand inline in it.
func (r *reader) unnested(p part, keyword string) []member {
	var out []member
	type level struct {
		node *source.Node
		home *place
	}
	for i, n := range items(p.node.Get(keyword)) {
		stack := []level{{n, p.home.at("", keyword, strconv.Itoa(i))}}
		for len(stack) > 0 {
			at := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			nested := items(at.node.Get(keyword))
			if len(nested) == 0 || refOf(at.node) != "" || structured(at.node, keyword) || at.node.Get("discriminator") != nil {
				out = append(out, member{node: at.node, home: at.home, index: i})
				continue
			}
			for j := len(nested) - 1; j >= 0; j-- {
				stack = append(stack, level{nested[j], at.home.at("", keyword, strconv.Itoa(j))})
			}
		}
	}
	return out
}

// isNullSchema tells whether null is all that a schema adds: {type: null}, {const: null}, {nullable: true}.
func isNullSchema(n *source.Node) bool {
	if n.Kind == source.Null {
		return true
	}
	if t := n.Get("type"); t.Text() == "null" || len(items(t)) == 1 && t.Items[0].Text() == "null" {
		return true
	}
	if values := items(n.Get("enum")); len(values) == 1 && isNull(values[0]) {
		return true
	}
	return isNull(n.Get("const")) || onlyWords(n) && saysNull(n)
}

func isTrue(n *source.Node) bool { return isBool(n) && n.True() }

// onlyDemands tells whether a schema demands properties and declares nothing.
func onlyDemands(n *source.Node) bool {
	if t := n.Get("type"); t != nil && t.Text() != "object" || structured(n, "required") && !onlyNot(n) {
		return false
	}
	return n.Get("required") != nil || n.Get("not") != nil
}

func onlyNot(n *source.Node) bool {
	for _, f := range n.Fields {
		if f.Key != "not" && f.Key != "required" && f.Key != "type" && structured(&source.Node{Kind: source.Object, Fields: []source.Field{f}}, "") {
			return false
		}
	}
	return true
}

// identity names what a member stands for, where two members may stand for the same; "" where not.
func identity(c chain) string {
	if c.schema != nil {
		return c.schema.ID
	}
	n := c.end.node
	if n != nil && emptyOnly(n) {
		return "string "
	}
	if n == nil || structured(n, "") || n.Get("type").Text() == "" || n.Get("type").Text() == "object" || n.Get("type").Text() == "array" {
		return ""
	}
	return n.Get("type").Text() + " " + n.Get("format").Text()
}

// foldValues makes a group of single values an enum, and drops plain strings beside an enum: enums
// are open anyway.
func (r *reader) foldValues(g *group) {
	var inline []*source.Node
	var rest, named []member
	strings := 0
	for _, m := range g.members {
		c := m.chain
		switch n := c.end.node; {
		case n == nil:
			return
		case c.schema == nil && (n.Get("const") != nil || n.Get("enum") != nil):
			inline = append(inline, n)
		case c.schema != nil && r.isWords(c.end):
			named = append(named, m)
		case c.schema == nil && n.Get("type").Text() == "string" && n.Get("format") == nil && !structured(n, ""):
			strings++
		default:
			rest = append(rest, m)
		}
	}
	if len(rest) > 0 {
		return
	}
	switch {
	case len(named) == 0 && len(inline) > 0 && (strings > 0 || len(inline) > 1) && onlyKind(inline) != "" && (strings == 0 || onlyKind(inline) == "string"):
		g.values, g.members = inline, nil
	case len(named) == 1 && (len(inline) == 0 && strings > 0 || len(inline) == 1 && strings == 0 && emptyOnly(inline[0])):
		g.members = named
	}
}

// onlyKind is the one scalar type of all values of schemas; "" if there is none.
func onlyKind(nodes []*source.Node) kind {
	var kinds []kind
	for _, n := range nodes {
		groupValues(&group{values: []*source.Node{n}}, &kinds)
	}
	return oneScalar(kinds)
}

// isWords tells whether a named schema is an enum of strings.
func (r *reader) isWords(p part) bool {
	if p.node.Get("enum") != nil {
		return p.node.Get("type").Text() == "string"
	}
	for _, key := range [...]string{"oneOf", "anyOf"} {
		if p.node.Get(key) != nil && !structured(p.node, key) {
			g := r.group(p, key)
			return len(g.values) > 0 && onlyKind(g.values) == "string"
		}
	}
	return false
}
