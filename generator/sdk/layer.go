package sdk

import "slices"

// layers part types so that compiling each part stays within the budget, and each leads only to itself and to those
// after it. Types that lead to each other stay together, however many they are.
func (b *builder) layers(types []Decl) [][]Decl {
	if len(types) == 0 {
		return nil
	}
	if b.cost(types, nil) <= budget {
		return [][]Decl{types}
	}
	var layers [][]Decl
	var layer []Decl
	used := baseCost
	for _, circle := range circles(types) {
		more := b.cost(circle, nil) - baseCost
		if len(layer) > 0 && used+more > budget {
			layers = append(layers, layer)
			layer, used = nil, baseCost
		}
		layer, used = append(layer, circle...), used+more
	}
	layers = append(layers, layer)
	slices.Reverse(layers)
	return layers
}

// circles are the sets of types that lead to each other, each after those that it leads to (Tarjan).
func circles(types []Decl) [][]Decl {
	c := &circler{outer: outerUnions(types), among: make(map[Decl]bool), index: make(map[Decl]int), low: make(map[Decl]int), done: make(map[Decl]bool)}
	for _, d := range types {
		c.among[d] = true
	}
	for _, d := range types {
		if c.index[d] == 0 {
			c.visit(d)
		}
	}
	return c.found
}

type circler struct {
	outer      map[Decl][]*Union
	among      map[Decl]bool
	index, low map[Decl]int
	done       map[Decl]bool
	stack      []Decl
	found      [][]Decl
}

func (c *circler) visit(d Decl) {
	n := len(c.index) + 1
	c.index[d], c.low[d] = n, n
	c.stack = append(c.stack, d)
	next := refersTo(d)
	for _, u := range c.outer[d] {
		next = append(next, u)
	}
	for _, to := range next {
		switch {
		case !c.among[to] || c.done[to]:
		case c.index[to] == 0:
			c.visit(to)
			c.low[d] = min(c.low[d], c.low[to])
		default:
			c.low[d] = min(c.low[d], c.index[to])
		}
	}
	if c.low[d] != n {
		return
	}
	at := len(c.stack) - 1
	for c.stack[at] != d {
		at--
	}
	circle := slices.Clone(c.stack[at:])
	c.stack = c.stack[:at]
	for _, d := range circle {
		c.done[d] = true
	}
	c.found = append(c.found, circle)
}
