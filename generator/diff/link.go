package diff

import "slices"

// A topic is what findings are about: a name of the document in the calls of an operation.
type topic struct{ operation, word string }

// link brings changes and findings together: those of one operation that speak of one name. A change of a method
// belongs to all findings of its operation.
func (c *Compared) link() {
	about := map[topic][]*Finding{}
	for _, f := range c.Findings {
		for _, operation := range f.Operations {
			for _, word := range f.topics() {
				about[topic{operation, word}] = append(about[topic{operation, word}], f)
			}
		}
	}
	for _, change := range c.Changes {
		if change.Severity != Docs {
			change.link(about)
		}
	}
	c.inherit()
}

// topics are the words by which changes find a finding.
func (f *Finding) topics() []string {
	if f.Whole != "" {
		return []string{"\x00" + string(f.Whole)}
	}
	return slices.Compact(slices.Sorted(slices.Values(append([]string{""}, f.Words...))))
}

// link takes the findings that are about a change.
func (c *Change) link(about map[topic][]*Finding) {
	rules := map[string]bool{}
	for _, operation := range c.calls {
		for _, word := range c.words() {
			for _, f := range about[topic{operation, word}] {
				c.Document = worse(c.Document, f.Level)
				if !rules[f.Rule] {
					rules[f.Rule] = true
					c.Rules = append(c.Rules, f.Rule)
				}
				f.Severity = max(f.Severity, c.Severity)
				if n := len(f.Symbols); f.Level != Info && (n == 0 || f.Symbols[n-1] != c.Symbol) {
					f.Symbols = append(f.Symbols, c.Symbol)
				}
			}
		}
	}
	slices.Sort(c.Rules)
}

// words are what findings of an operation must name to be about a change; "" is any that an operation does not come or
// go by.
func (c *Change) words() []string {
	switch {
	case c.What == Added && c.wire == "":
		return []string{"\x00" + string(Added)}
	case c.What == Added:
		return []string{"\x00" + string(Added), c.wire}
	case c.isGone() && c.wire != "":
		return []string{"\x00" + string(Removed), c.wire}
	case c.isGone():
		return []string{"\x00" + string(Removed)}
	case c.wire != "":
		return []string{c.wire}
	case c.Kind == Method || c.Kind == Func:
		return []string{""}
	}
	return nil
}

// isGone tells whether the symbol is no longer there.
func (c *Change) isGone() bool {
	return c.What == Removed || c.What == Renamed || c.What == ValueGone || c.What == VariantGone
}

// inherit gives a change that rules are silent on the word that they have on what it brings about.
func (c *Compared) inherit() {
	silent := map[string]*Change{}
	for _, change := range c.Changes {
		if change.Within == "" && change.Document == Silent {
			silent[change.Symbol] = change
		}
	}
	for _, change := range c.Changes {
		if root := silent[change.Within]; root != nil && change.Document != Silent {
			root.Document = worse(root.Document, change.Document)
			root.Rules = slices.Compact(slices.Sorted(slices.Values(append(root.Rules, change.Rules...))))
		}
	}
}
