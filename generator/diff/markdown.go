package diff

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// WriteMarkdown prints a report for a pull request: what breaks in the open, the rest folded.
func (r *Report) WriteMarkdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "### SDK changes: %s\n\n%s → %s · suggested bump: **%s**\n\n", r.verdict(), code(diag.Visible(r.Old)), code(diag.Visible(r.New)), r.Bump)
	r.summaryTable(b)
	few := r.changed() <= fewPackages
	rows := tableRows
	if !few {
		rows /= 5
	}
	for _, c := range r.Packages {
		t := tables{b, c, rows}
		t.changes("breaking", c.rows(Breaking), few)
		if few {
			_, findings := c.Disagreements()
			t.findings(findings)
			t.changes("compatible", c.rows(Compatible), false)
		}
	}
	return b.Flush()
}

// tableRows bounds a table: a comment on a pull request is refused if it is too long. Of many packages each has less.
const tableRows = 50

// tables prints those of a package.
type tables struct {
	b    *bufio.Writer
	c    *Compared
	rows int // of a table
}

func (r *Report) summaryTable(b *bufio.Writer) {
	title := "| package | breaking | of those the compiler does not see | compatible | docs only | rules on documents |\n|---|---|---|---|---|---|\n"
	for _, c := range r.Packages {
		if n := c.Count(); n != (Count{}) || c.Unjudged != "" {
			fmt.Fprintf(b, "%s| %s | %d | %d | %d | %d | %s |\n", title, code(c.title()), n.Breaking, n.Silent, n.Compatible, n.Docs, escaped(c.judged(n)))
			title = ""
		}
	}
}

func (r *Report) verdict() string {
	switch r.Severity {
	case Breaking:
		return "breaking"
	case Compatible:
		return "compatible"
	case Docs:
		return "docs only"
	}
	return "none"
}

func (t *tables) changes(title string, rows []row, open bool) {
	if len(rows) == 0 {
		return
	}
	fold(t.b, fmt.Sprintf("%s: %d %s", t.c.title(), len(rows), title), open)
	fmt.Fprint(t.b, "| symbol | change | | document | place |\n|---|---|---|---|---|\n")
	for _, r := range rows[:min(len(rows), t.rows)] {
		fmt.Fprintf(t.b, "| %s | %s | %s | %s | %s |\n", code(r.symbol), r.what, code(r.detail), r.document, r.place)
	}
	t.more(len(rows))
	unfold(t.b, open)
}

func (t *tables) findings(findings []*Finding) {
	if len(findings) == 0 {
		return
	}
	fold(t.b, fmt.Sprintf("%s: %d breaking by the document, not in Go", t.c.title(), len(findings)), false)
	fmt.Fprint(t.b, "| rule | operations | |\n|---|---|---|\n")
	for _, f := range findings[:min(len(findings), t.rows)] {
		fmt.Fprintf(t.b, "| %s | %s | %s |\n", f.Rule, code(f.where()), escaped(diag.Visible(f.Text)))
	}
	t.more(len(findings))
	unfold(t.b, false)
}

func (t *tables) more(n int) {
	if n > t.rows {
		fmt.Fprintf(t.b, "\n… and %d more: `sdkc diff --all`\n", n-t.rows)
	}
}

func fold(b *bufio.Writer, title string, open bool) {
	if open {
		fmt.Fprintf(b, "\n#### %s\n\n", title)
		return
	}
	fmt.Fprintf(b, "\n<details><summary>%s</summary>\n\n", title)
}

func unfold(b *bufio.Writer, open bool) {
	if !open {
		fmt.Fprint(b, "\n</details>\n")
	}
}

// code is a code span that holds any text, within a table.
func code(s string) string { return strings.ReplaceAll(span(s), "|", `\|`) }

// span is a code span that holds any text.
func span(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + s + fence
}

// escaped is text of a document within a table: data, no markup.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", "&", "&amp;", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "#", `\#`, "@", "@\u200b").
		Replace(strings.Join(strings.Fields(s), " "))
}
