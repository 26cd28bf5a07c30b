package diff

import (
	"regexp"
	"slices"
)

// trace tells of each change which other brings it about: of members the removal of their type, of what has a type the
// renaming of that.
func (c *comparer) trace() {
	whole := map[string]bool{}
	for _, change := range c.changes {
		if !change.Kind.isType() {
			continue
		}
		switch change.What {
		case Added, Removed, Renamed, KindChanged:
			whole[change.Symbol] = true
		}
	}
	for _, change := range c.changes {
		s := c.old[change.Symbol]
		if s == nil {
			s = c.new[change.Symbol]
		}
		switch {
		case s.Of != "" && whole[s.Of]:
			change.Within = s.Of
		case change.What != Renamed && change.Old != "":
			change.Within = c.cause(change)
		}
	}
}

var word = regexp.MustCompile(`[\pL_][\pL\pN_.]*`)

// cause is the type whose renaming explains all of a change; "" for none.
func (c *comparer) cause(change *Change) string {
	var names []string
	after := word.ReplaceAllStringFunc(change.Old, func(name string) string {
		if now := c.renamed[name]; now != "" && c.old[name].Kind.isType() {
			names = append(names, name)
			return now
		}
		return name
	})
	if after != change.New || len(names) == 0 {
		return ""
	}
	return slices.Min(names)
}
