package diff

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/diag"
)

// Bounds of a screenful.
const (
	screenRows   = 12 // of a section of a package
	screenWide   = 32 // of what a symbol was and is
	mostPatterns = 8
	fewPackages  = 4 // of more, only what breaks is shown, and less of each
)

// WriteText prints a report for a terminal; all prints every change, not a screenful of them.
func (r *Report) WriteText(w io.Writer, all bool) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s → %s\n", diag.Visible(r.Old), diag.Visible(r.New))
	r.summary(b)
	r.patterns(b)
	rows := screenRows
	many := r.changed() > fewPackages
	if many {
		rows = screenRows / 4
	}
	for _, c := range r.Packages {
		t := texter{b, c, rows, all}
		t.section("BREAKING", c.rows(Breaking))
		if !many || all {
			t.documents()
			t.section("COMPATIBLE", c.rows(Compatible))
		}
		if all {
			t.section("DOCS ONLY", c.rows(Docs))
		}
	}
	fmt.Fprintf(b, "\nsuggested bump: %s%s\n", r.Bump, r.because())
	return b.Flush()
}

// changed is how many packages have changed.
func (r *Report) changed() (n int) {
	for _, c := range r.Packages {
		if c.Severity() != None {
			n++
		}
	}
	return n
}

func (r *Report) because() string {
	switch {
	case slices.ContainsFunc(r.Packages, func(c *Compared) bool { return c.Unjudged != "" }):
	case r.Severity == Breaking && r.Document != Violated:
		return " (for Go alone: the rules on documents find nothing breaking)"
	case r.Severity != Breaking && r.Document == Violated:
		return " (Go code goes on to compile; the rules on documents find what servers or other clients may not bear)"
	}
	return ""
}

// summary is a line a package that has changed, and one for the rest.
func (r *Report) summary(b *bufio.Writer) {
	t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
	same := 0
	title := "\npackage\tbreaking\tunseen by the compiler\tcompatible\tdocs only\trules on documents\n"
	for _, c := range r.Packages {
		n := c.Count()
		if n == (Count{}) && c.Unjudged == "" {
			same++
			continue
		}
		fmt.Fprintf(t, "%s%s\t%d\t%d\t%d\t%d\t%s\n", title, c.title(), n.Breaking, n.Silent, n.Compatible, n.Docs, c.judged(n))
		title = ""
	}
	t.Flush()
	if same > 0 {
		fmt.Fprintf(b, "\nunchanged packages: %d\n", same)
	}
}

// patterns tells what breaks again and again, where more breaks than a screen holds.
func (r *Report) patterns(b *bufio.Writer) {
	counts, total := map[string]int{}, 0
	for _, c := range r.Packages {
		for _, row := range c.rows(Breaking) {
			key := row.what
			if strings.HasPrefix(row.what, string(TypeChanged)) {
				key += "  " + short(row.detail)
			}
			counts[key]++
			total++
		}
	}
	if total <= screenRows {
		return
	}
	keys := slices.SortedFunc(maps.Keys(counts), func(x, y string) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y))
	})
	fmt.Fprint(b, "\nwhat breaks most\n")
	for _, key := range keys[:min(len(keys), mostPatterns)] {
		fmt.Fprintf(b, "%6d × %s\n", counts[key], key)
	}
}

func (c *Compared) judged(n Count) string {
	switch {
	case c.Old == "":
		return "new package"
	case c.New == "":
		return "package is gone"
	case c.Unjudged != "":
		return "silent: " + diag.Visible(c.Unjudged)
	}
	return fmt.Sprintf("%d breaking of %d", n.Violated, n.Findings)
}

// A texter prints the sections of a package.
type texter struct {
	b    *bufio.Writer
	c    *Compared
	rows int // of a section
	all  bool
}

func (t *texter) section(title string, rows []row) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(t.b, "\n%s %s (%d)\n", t.c.title(), title, len(rows))
	w := tabwriter.NewWriter(t.b, 0, 8, 2, ' ', 0)
	for i, r := range rows {
		if i == t.rows && !t.all {
			break
		}
		if !t.all {
			r.detail = short(r.detail)
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\n", r.symbol, r.what, r.detail, documentWord(r.document), r.place)
	}
	w.Flush()
	t.more(len(rows))
}

func (t *texter) more(n int) {
	if n > t.rows && !t.all {
		fmt.Fprintf(t.b, "  … and %d more; --all prints them\n", n-t.rows)
	}
}

func documentWord(level string) string {
	if level == "" {
		return ""
	}
	return "document: " + level
}

// documents lists what only the rules on documents call breaking.
func (t *texter) documents() {
	_, findings := t.c.Disagreements()
	if len(findings) == 0 {
		return
	}
	fmt.Fprintf(t.b, "\n%s BREAKING BY THE DOCUMENT, NOT IN GO (%d)\n", t.c.title(), len(findings))
	w := tabwriter.NewWriter(t.b, 0, 8, 2, ' ', 0)
	if t.all {
		for _, f := range findings {
			fmt.Fprintf(w, "  %s\t%s\t%s\n", f.Rule, f.where(), diag.Visible(f.Text))
		}
		w.Flush()
		return
	}
	rules := byRule(findings)
	for i, r := range rules {
		if i == t.rows {
			break
		}
		fmt.Fprintf(w, "  %d × %s\t%s\t%s\n", r.count, r.rule, r.first.where(), short(diag.Visible(r.first.Text)))
	}
	w.Flush()
	t.more(len(rules))
}

// short cuts the middle out of a long text.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= 2*screenWide {
		return s
	}
	r := []rune(s)
	return string(r[:screenWide]) + " … " + string(r[len(r)-screenWide:])
}
