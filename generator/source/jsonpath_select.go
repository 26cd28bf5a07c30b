package source

import (
	"cmp"
	"strconv"
)

// selected are the nodes that a path selects below a root, each once, in the document's order.
func (p jsonPath) selected(from, root *Node) []*Node {
	nodes := []*Node{from}
	for _, s := range p {
		var next []*Node
		seen := map[*Node]bool{}
		add := func(n *Node) {
			if !seen[n] {
				seen[n] = true
				next = append(next, n)
			}
		}
		walked := map[*Node]bool{}
		for _, n := range nodes {
			s.from(n, root, walked, add)
		}
		nodes = next
	}
	return nodes
}

func (s segment) from(n, root *Node, walked map[*Node]bool, add func(*Node)) {
	if s.below && walked[n] {
		return
	}
	for _, one := range s.selectors {
		one.from(n, root, add)
	}
	if !s.below {
		return
	}
	walked[n] = true
	for _, child := range n.children() {
		s.from(child, root, walked, add)
	}
}

func (n *Node) children() []*Node {
	if n.Kind == Array {
		return n.Items
	}
	out := make([]*Node, 0, len(n.Fields))
	for _, f := range n.Fields {
		out = append(out, f.Value)
	}
	return out
}

func (s selector) from(n, root *Node, add func(*Node)) {
	switch s.kind {
	case selectName:
		if child := n.Get(s.name); child != nil {
			add(child)
		}
	case selectAll:
		for _, child := range n.children() {
			add(child)
		}
	case selectIndex:
		i := s.index
		if i < 0 {
			i += len(n.Items)
		}
		if i >= 0 && i < len(n.Items) {
			add(n.Items[i])
		}
	case selectSlice:
		s.sliced(n.Items, add)
	case selectTest:
		for _, child := range n.children() {
			if s.test.holds(child, root) {
				add(child)
			}
		}
	}
}

// sliced adds the items from:to:step, as RFC 9535 counts them.
func (s selector) sliced(items []*Node, add func(*Node)) {
	step, n := 1, len(items)
	if s.slice[2] != nil {
		step = *s.slice[2]
	}
	bound := func(p *int, otherwise, low, high int) int {
		if p == nil {
			return otherwise
		}
		if *p < 0 {
			return min(max(*p+n, low), high)
		}
		return min(*p, high)
	}
	switch {
	case step > 0:
		for i := bound(s.slice[0], 0, 0, n); i < bound(s.slice[1], n, 0, n); i += min(step, n+1) {
			add(items[i])
		}
	case step < 0:
		for i := bound(s.slice[0], n-1, -1, n-1); i > bound(s.slice[1], -1, -1, n-1); i += max(step, -n-1) {
			add(items[i])
		}
	}
}

func (t *test) holds(n, root *Node) bool {
	switch t.op {
	case "||":
		return t.left.holds(n, root) || t.right.holds(n, root)
	case "&&":
		return t.left.holds(n, root) && t.right.holds(n, root)
	case "!":
		return !t.left.holds(n, root)
	case "exists":
		return len(t.a.nodes(n, root)) > 0
	}
	return compare(t.a.value(n, root), t.b.value(n, root), t.op)
}

func (o operand) nodes(n, root *Node) []*Node {
	if o.fromRoot {
		n = root
	}
	return o.path.selected(n, root)
}

// value is the literal, or the one node that the path selects; nil for none or several.
func (o operand) value(n, root *Node) *Node {
	if o.literal != nil {
		return o.literal
	}
	if nodes := o.nodes(n, root); len(nodes) == 1 {
		return nodes[0]
	}
	return nil
}

func compare(a, b *Node, op string) bool {
	switch op {
	case "==":
		return equal(a, b)
	case "!=":
		return !equal(a, b)
	}
	order, ok := ordered(a, b)
	switch op {
	case "<":
		return ok && order < 0
	case "<=":
		return ok && order <= 0 || equal(a, b)
	case ">":
		return ok && order > 0
	}
	return ok && order >= 0 || equal(a, b)
}

func equal(a, b *Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if order, ok := ordered(a, b); ok {
		return order == 0
	}
	return a.Kind == b.Kind && a.JSON() == b.JSON()
}

// ordered compares two numbers or two strings.
func ordered(a, b *Node) (int, bool) {
	if a == nil || b == nil || a.Kind != b.Kind {
		return 0, false
	}
	switch a.Kind {
	case String:
		return cmp.Compare(a.Value, b.Value), true
	case Number:
		x, wrongX := strconv.ParseFloat(a.Value, 64)
		y, wrongY := strconv.ParseFloat(b.Value, 64)
		return cmp.Compare(x, y), wrongX == nil && wrongY == nil
	}
	return 0, false
}
