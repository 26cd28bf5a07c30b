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
		r := row{symbol: change.Symbol, what: string(change.What), detail: diag.Visible(change.detail()), place: places(change.OldPos, change.NewPos)}
		r.detail = joinWords(r.detail, counted(change.Kind, within[change.Symbol]))
		if severity == Breaking && change.Compiles {
			r.what += ", yet compiles"
		}
		if severity != Docs && c.Unjudged == "" && c.Old != "" && c.New != "" {
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

// counted is "with 6 methods, 7 types": what a change brings along. What is in types is told where no type comes along.
func counted(root Kind, kinds map[Kind]int) string {
	types := 0
	for kind, n := range kinds {
		if kind.isType() {
			types += n
		}
	}
	all := []string{}
	add := func(n int, what string) {
		switch {
		case n == 1:
			all = append(all, "1 "+what)
		case n > 1:
			all = append(all, fmt.Sprintf("%d %ss", n, what))
		}
	}
	if root == Resource {
		add(kinds[Method], "method")
	}
	add(types, "type")
	if types == 0 {
		add(kinds[Field], "field")
		add(kinds[Const], "value")
		add(kinds[Variant], "variant")
	}
	if len(all) == 0 {
		return ""
	}
	return "with " + strings.Join(all, ", ")
}

// everyCall is what each method takes: a table need not say it.
var everyCall = strings.NewReplacer("(ctx context.Context, opts ...sdk.Option)", "()", "(ctx context.Context, ", "(", ", opts ...sdk.Option)", ")")

// detail is what a symbol was and is: "*string → string".
func (c *Change) detail() string {
	old, new := everyCall.Replace(c.Old), everyCall.Replace(c.New)
	switch {
	case c.What == Renamed:
		return "→ " + new
	case old == new:
		return old
	case old != "" && new != "":
		return old + " → " + new
	}
	return old + new
}

// places is where a change stands in both documents: "12:5 → 14:5".
func places(old, new diag.Pos) string { return place(old) + " → " + place(new) }

func place(p diag.Pos) string {
	if p.Line == 0 {
		return "–"
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Col)
}

// where is the operation that a finding is about, or the first of them.
func (f *Finding) where() string {
	switch len(f.Operations) {
	case 0:
		return ""
	case 1:
		return diag.Visible(f.Operations[0])
	}
	return diag.Visible(fmt.Sprintf("%s and %d more", f.Operations[0], len(f.Operations)-1))
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
