package diff

import (
	"regexp"
	"slices"
	"strings"
)

// findRenames finds symbols that the new package has under another name: types first, for members belong to them.
func (c *comparer) findRenames(old, new *Package) {
	gone, come := alone(old, c.new), alone(new, c.old)
	c.match(types(gone), types(come), func(s *Symbol) string { return s.Key })
	parts, after := members(old), members(new)
	homes, now := home(old), home(new)
	c.match(types(gone), types(come), func(s *Symbol) string { return alike(s, parts[s.Name], 3) + alike(s, after[s.Name], 3) })
	c.match(types(gone), types(come), func(s *Symbol) string {
		words, place := alike(s, parts[s.Name], 1)+alike(s, after[s.Name], 1), homes[s.Name]+now[s.Name]
		if words == "" || place == "" {
			return ""
		}
		return place + "\n" + words
	})
	for _, id := range []func(*Symbol) string{
		func(s *Symbol) string { return s.Key },
		func(s *Symbol) string { return plainPath(s.Call) + shapeOf(s) },
	} {
		c.match(others(gone), others(come), func(s *Symbol) string {
			if s.Of == "" || id(s) == "" {
				return ""
			}
			of := s.Of
			if now := c.renamed[of]; now != "" {
				of = now
			}
			return of + "\n" + string(s.Kind) + "\n" + id(s)
		})
	}
}

// alone are the symbols of a package that the other one lacks.
func alone(p *Package, other map[string]*Symbol) []*Symbol {
	return slices.DeleteFunc(slices.Clone(p.Symbols), func(s *Symbol) bool { return other[s.Name] != nil })
}

func types(all []*Symbol) []*Symbol {
	return slices.DeleteFunc(slices.Clone(all), func(s *Symbol) bool { return !s.Kind.isType() })
}

func others(all []*Symbol) []*Symbol {
	return slices.DeleteFunc(slices.Clone(all), func(s *Symbol) bool { return s.Kind.isType() })
}

// match pairs symbols of one identity, where each side has only one of it; "" is none.
func (c *comparer) match(gone, come []*Symbol, id func(*Symbol) string) {
	from, to := map[string][]*Symbol{}, map[string][]*Symbol{}
	for _, s := range gone {
		if c.renamed[s.Name] == "" {
			from[id(s)] = append(from[id(s)], s)
		}
	}
	for _, s := range come {
		if !c.arrived[s.Name] {
			to[id(s)] = append(to[id(s)], s)
		}
	}
	for key, olds := range from {
		if news := to[key]; key != "" && len(olds) == 1 && len(news) == 1 {
			c.renamed[olds[0].Name] = news[0].Name
			c.arrived[news[0].Name] = true
		}
	}
}

// members are the symbols of each type.
func members(p *Package) map[string][]*Symbol {
	all := map[string][]*Symbol{}
	for _, s := range p.Symbols {
		all[s.Of] = append(all[s.Of], s)
	}
	return all
}

// home is the first symbol that has a type, by the type's name.
func home(p *Package) map[string]string {
	all := map[string]string{}
	for _, s := range p.Symbols {
		for _, name := range s.mentions() {
			if all[name] == "" && s.Of != name {
				all[name] = s.Name
			}
		}
	}
	return all
}

// alike is what two types have in common that are one under two names: their kind and all that the document names in
// them. Few words may be chance.
func alike(s *Symbol, parts []*Symbol, enough int) string {
	var words []string
	for _, p := range parts {
		if word := p.Wire + plainPath(p.Call); word != "" {
			words = append(words, word)
		}
	}
	if len(words) < enough && s.Kind != Resource && s.Kind != Params || len(words) == 0 {
		return ""
	}
	slices.Sort(words)
	return string(s.Kind) + "\n" + strings.Join(words, "\n")
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// plainPath is a call without what its placeholders are called.
func plainPath(call string) string { return placeholder.ReplaceAllString(call, "{}") }

// shapeOf tells a list from its page.
func shapeOf(s *Symbol) string {
	if s.Call == "" {
		return ""
	}
	if isSeq(s.Func.Results) {
		return " all"
	}
	return " one"
}
