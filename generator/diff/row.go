package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A row is a change as tables show it.
type row struct {
	symbol, what, detail, document, place string
}

// rows are the changes of a severity; what follows from another change is told by that.
func (c *Compared) rows(severity Severity) []row {
	within := map[string]map[Kind]int{}
	for _, change := range c.Changes {
		if change.Within != "" {
			if within[change.Within] == nil {
				within[change.Within] = map[Kind]int{}
			}
			within[change.Within][change.Kind]++
		}
	}
	var all []row
	for _, change := range c.Changes {
		if change.Severity != severity || change.Within != "" {
			continue
		}
		r := row{symbol: change.Symbol, what: string(change.What), detail: change.detail(), place: places(change.OldPos, change.NewPos)}
		if change.Kind.isType() {
			r.detail = joinWords(r.detail, counted(within[change.Symbol]))
		}
		if severity == Breaking && change.Compiles {
			r.what += ", yet compiles"
		}
		if c.Unjudged == "" && c.Old != "" && c.New != "" {
			r.document = cmp.Or(string(change.Document), "–")
		}
		all = append(all, r)
	}
	return all
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// counted is "with 11 fields, 2 methods".
func counted(kinds map[Kind]int) string {
	var all []string
	for _, kind := range []Kind{Field, Method, Const, Variant, Func} {
		switch n := kinds[kind]; n {
		case 0:
		case 1:
			all = append(all, "1 "+string(kind))
		default:
			all = append(all, fmt.Sprintf("%d %ss", n, kind))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "with " + strings.Join(all, ", ")
}

// detail is what a symbol was and is: "*string → string".
func (c *Change) detail() string {
	switch {
	case c.What == Renamed:
		return "→ " + c.New
	case c.Old != "" && c.New != "":
		return c.Old + " → " + c.New
	}
	return c.Old + c.New
}

// places is where a change stands in both documents: "12:5 → 14:5".
func places(old, new diag.Pos) string { return place(old) + " → " + place(new) }

func place(p diag.Pos) string {
	if p.Line == 0 {
		return "–"
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Col)
}

// A ruleCount is how often a rule of documents was broken, with the first of its findings.
type ruleCount struct {
	rule  string
	count int
	first *Finding
}

// byRule counts findings by their rules, the most frequent first.
func byRule(findings []*Finding) []ruleCount {
	var all []ruleCount
	for _, f := range findings {
		i := slices.IndexFunc(all, func(r ruleCount) bool { return r.rule == f.Rule })
		if i < 0 {
			all = append(all, ruleCount{f.Rule, 1, f})
			continue
		}
		all[i].count++
	}
	slices.SortStableFunc(all, func(a, b ruleCount) int { return cmp.Compare(b.count, a.count) })
	return all
}
