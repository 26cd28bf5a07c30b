package diff

import (
	"regexp"
	"slices"
	"strings"
)

// trace tells of each change which other brings it about: of members the removal of their type, of a type the change of
// what had it, of what has a type the renaming of that.
func (c *comparer) trace() {
	within := map[string]string{}
	c.traceMembers(within)
	c.traceTypes(within, Removed, c.old)
	c.traceTypes(within, Added, c.new)
	c.traceRenames(within)
	for _, change := range c.changes {
		change.Within = root(within, change.Symbol)
	}
}

// root is the first cause; "" for a symbol that changes by itself.
func root(within map[string]string, symbol string) string {
	cause := within[symbol]
	for range 100 {
		if cause == "" || within[cause] == "" || within[cause] == symbol {
			break
		}
		cause = within[cause]
	}
	return cause
}

// of is the symbol that a change is about.
func (c *comparer) of(change *Change) *Symbol {
	if s := c.old[change.Symbol]; s != nil {
		return s
	}
	return c.new[change.Symbol]
}

// traceMembers says of members that their type brings them along, or takes them, and of the field of a resource likewise.
func (c *comparer) traceMembers(within map[string]string) {
	whole := map[string]bool{}
	for _, change := range c.changes {
		if change.Kind.isType() && (change.What == Added || change.isGone() || change.What == KindChanged || change.What == Moved) {
			whole[change.Symbol] = true
		}
	}
	for _, change := range c.changes {
		s := c.of(change)
		switch {
		case s.Of != "" && whole[s.Of]:
			within[s.Name] = s.Of
			if child := strings.TrimPrefix(s.child(), "*"); whole[child] {
				within[child] = s.Of
			}
		case whole[strings.TrimPrefix(s.child(), "*")] && change.What != TypeChanged:
			within[s.Name] = strings.TrimPrefix(s.child(), "*")
		}
	}
}

// child is the type of a resource's field by which another resource is reached; "" for other symbols.
func (s *Symbol) child() string {
	if s.Kind == Field && s.Wire == "" && s.Type != nil && strings.HasPrefix(s.Type.Text, "*") {
		return s.Type.Text
	}
	return ""
}

// traceTypes says of types that came or went which other change did it: the first of those that have them.
func (c *comparer) traceTypes(within map[string]string, what What, all map[string]*Symbol) {
	types := map[string]bool{}
	for _, change := range c.changes {
		if change.What == what && change.Kind.isType() && change.Kind != Resource {
			types[change.Symbol] = true
		}
	}
	for _, change := range c.changes {
		s := all[change.Symbol]
		if s == nil || change.Severity == Docs || change.What == NowDeprecated {
			continue
		}
		for _, name := range s.mentions() {
			if types[name] && within[name] == "" && name != s.Of && root(within, s.Name) != name {
				within[name] = s.Name
			}
		}
	}
}

var word = regexp.MustCompile(`[\pL_][\pL\pN_.]*`)

// mentions are the names of types in a symbol's own.
func (s *Symbol) mentions() []string {
	var all []string
	take := func(t *Type) { all = append(all, word.FindAllString(t.Text+" "+t.Under, -1)...) }
	if s.Type != nil {
		take(s.Type)
	}
	if s.Func != nil {
		for _, a := range s.Func.Args {
			take(a.Type)
		}
		for _, r := range s.Func.Results {
			take(r)
		}
	}
	for _, p := range s.Errors {
		take(p.Type)
	}
	return all
}

// traceRenames says of changes that another name of a type is all that they are.
func (c *comparer) traceRenames(within map[string]string) {
	for _, change := range c.changes {
		if within[change.Symbol] != "" || change.isGone() || change.Old == "" {
			continue
		}
		var names []string
		after := word.ReplaceAllStringFunc(change.Old, func(name string) string {
			if now := c.renamed[name]; now != "" && c.old[name].Kind.isType() {
				names = append(names, name)
				return now
			}
			return name
		})
		if after == change.New && len(names) > 0 && root(within, names[0]) != change.Symbol {
			within[change.Symbol] = slices.Min(names)
		}
	}
}
