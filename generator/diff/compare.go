package diff

import "cmp"

// A comparer compares two snapshots of one package.
type comparer struct {
	old, new map[string]*Symbol
	renamed  map[string]string // of symbols that are called otherwise now
	arrived  map[string]bool   // what they are called
	changes  []*Change
}

// Changes are what became of each symbol, in the order of the old package, then what is new.
func Changes(old, new *Package) []*Change {
	c := &comparer{old: index(old), new: index(new), renamed: map[string]string{}, arrived: map[string]bool{}}
	c.findRenames(old, new)
	for _, o := range old.Symbols {
		n := c.new[o.Name]
		if n == nil {
			c.gone(o)
			continue
		}
		c.same(o, n)
	}
	for _, n := range new.Symbols {
		if c.old[n.Name] == nil {
			c.come(n)
		}
	}
	c.trace()
	return c.changes
}

func index(p *Package) map[string]*Symbol {
	all := make(map[string]*Symbol, len(p.Symbols))
	for _, s := range p.Symbols {
		all[s.Name] = s
	}
	return all
}

// say notes a change of a symbol; o or n is nil where there is none.
func (c *comparer) say(o, n *Symbol, what What, severity Severity, compiles bool, before, after string) *Change {
	s := o
	if s == nil {
		s = n
	}
	change := &Change{Symbol: s.Name, Kind: s.Kind, What: what, Severity: severity, Compiles: compiles, Old: before, New: after, wire: s.Wire}
	change.calls = s.Operations
	if o != nil {
		change.OldPos = o.Pos
	}
	if n != nil {
		change.NewPos = n.Pos
	}
	c.changes = append(c.changes, change)
	return change
}

// gone says that a symbol is removed, or called otherwise.
func (c *comparer) gone(o *Symbol) {
	what := Removed
	switch {
	case c.renamed[o.Name] != "":
		c.say(o, c.new[c.renamed[o.Name]], Renamed, Breaking, false, o.Name, c.renamed[o.Name])
		return
	case o.Kind == Const && o.Of != "":
		what = ValueGone
	case o.Kind == Variant:
		what = VariantGone
	}
	c.say(o, nil, what, Breaking, false, o.spelled(), "")
}

// come says that a symbol is new. A field that requests must have breaks those who leave it out, though Go does not mind.
func (c *comparer) come(n *Symbol) {
	if c.arrived[n.Name] {
		return
	}
	if of := c.old[n.Of]; n.Kind == Field && n.Required && n.Request && of != nil && of.Request {
		c.say(nil, n, AddedRequired, Breaking, true, "", n.spelled())
		return
	}
	c.say(nil, n, Added, Compatible, true, "", n.spelled())
}

// same compares what one name stands for.
func (c *comparer) same(o, n *Symbol) {
	before := len(c.changes)
	if o.Package != n.Package {
		c.say(o, n, Moved, Breaking, false, o.home(), n.home())
	}
	switch {
	case o.Kind.isType() && n.Kind.isType():
		c.types(o, n)
	case o.Kind != n.Kind:
		c.say(o, n, KindChanged, Breaking, false, string(o.Kind), string(n.Kind))
	case o.Kind == Field:
		c.field(o, n)
	case o.Kind == Const:
		c.constant(o, n)
	case o.Func != nil:
		c.function(o, n)
	}
	if n.Deprecated && !o.Deprecated {
		c.say(o, n, NowDeprecated, Compatible, true, "", "")
	}
	if len(c.changes) == before && o.Doc != n.Doc {
		c.say(o, n, DocsChanged, Docs, true, "", "")
	}
}

// home is the Go package of a symbol in words.
func (s *Symbol) home() string { return cmp.Or(s.Package, "the document's own") }

// spelled is what a symbol is, as Go spells it.
func (s *Symbol) spelled() string {
	switch {
	case s.Func != nil:
		return s.Func.String()
	case s.Kind.isType():
		return string(s.Kind)
	case s.Kind == Const:
		return s.Value
	case s.Type != nil:
		return s.Type.Text
	}
	return ""
}
