package diff

import (
	"slices"
	"strings"
)

// link brings changes and findings together: those of one operation that speak of one name. A change of a method or a
// type as a whole belongs to all findings of the operation that name nothing, or that are about a whole, too.
func (c *Compared) link() {
	byOperation := map[string][]*Finding{}
	for _, f := range c.Findings {
		byOperation[f.Operation] = append(byOperation[f.Operation], f)
	}
	for _, change := range c.Changes {
		if change.Severity == Docs {
			continue
		}
		for _, f := range c.candidates(change, byOperation) {
			change.Document = worse(change.Document, f.Level)
			if !slices.Contains(change.Rules, f.Rule) {
				change.Rules = append(change.Rules, f.Rule)
			}
			f.Severity = max(f.Severity, change.Severity)
			if !slices.Contains(f.Symbols, change.Symbol) {
				f.Symbols = append(f.Symbols, change.Symbol)
			}
		}
	}
}

func (c *Compared) candidates(change *Change, byOperation map[string][]*Finding) []*Finding {
	var all []*Finding
	for _, operation := range change.Operations {
		for _, f := range byOperation[operation] {
			if change.about(f) {
				all = append(all, f)
			}
		}
	}
	return all
}

// about tells whether a finding of an operation that meets the symbol is about its change.
func (c *Change) about(f *Finding) bool {
	switch {
	case f.Whole != "":
		if c.What == Added {
			return f.Whole == Added
		}
		return f.Whole == Removed && !c.Compiles && (c.isGone() || c.What == Renamed)
	case c.wire != "":
		return slices.Contains(f.Words, c.wire)
	case c.Kind == Method || c.Kind == Func:
		return true
	}
	return c.What != Added && slices.ContainsFunc(f.Words, func(w string) bool { return strings.EqualFold(w, c.Symbol) })
}

// isGone tells whether the symbol is no longer there.
func (c *Change) isGone() bool {
	return c.What == Removed || c.What == ValueGone || c.What == VariantGone
}
