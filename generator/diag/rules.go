package diag

import (
	"cmp"
	"slices"
)

// A Rule is what a code means. The page docs/diagnostics.md and the rules of a SARIF log are printed from it.
type Rule struct {
	Code     Code
	Severity Severity   // that it mostly comes with
	Also     []Severity // that it comes with, too
	Means    string     // a sentence, without its full stop: "a $ref leads nowhere"
	Example  string     // as it is printed, of a code that no document or config leads to by itself
}

// Rules are those of all codes, in their order.
func Rules() []Rule {
	return slices.SortedFunc(slices.Values(slices.Concat(documentRules, weakerRules, projectRules)), func(a, b Rule) int { return cmp.Compare(a.Code, b.Code) })
}

// RuleOf is the rule of a code; false says that there is none.
func RuleOf(code Code) (Rule, bool) {
	rules := Rules()
	at, ok := slices.BinarySearchFunc(rules, code, func(r Rule, code Code) int { return cmp.Compare(r.Code, code) })
	if !ok {
		return Rule{}, false
	}
	return rules[at], true
}

// Fixed tells whether each diagnostic of the rule is an error, which nothing makes less.
func (r Rule) Fixed() bool { return r.Severity == Error && len(r.Also) == 0 }

// refuses is the rule of an error: the input is refused.
func refuses(code Code, means string) Rule { return Rule{Code: code, Means: means} }

// warns is the rule of a warning.
func warns(code Code, means string) Rule { return Rule{Code: code, Severity: Warning, Means: means} }

// notes is the rule of a note.
func notes(code Code, means string) Rule { return Rule{Code: code, Severity: Note, Means: means} }

// or adds severities that the code comes with, too.
func (r Rule) or(also ...Severity) Rule {
	r.Also = also
	return r
}

// like adds an example that no golden case can show.
func (r Rule) like(example string) Rule {
	r.Example = example
	return r
}
