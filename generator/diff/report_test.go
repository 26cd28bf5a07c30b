package diff

import (
	"fmt"
	"strings"
	"testing"
)

// reportOf has so many packages, each of which loses so many constants.
func reportOf(packages, constants int) *Report {
	r := &Report{Old: "old", New: "new"}
	for p := range packages {
		old := &Package{Name: fmt.Sprintf("p%dv1", p)}
		for i := range constants {
			old.Symbols = append(old.Symbols, &Symbol{Name: fmt.Sprintf("KindK%d", i), Kind: Const, Of: "Kind", Type: text("Kind"), Value: fmt.Sprint(i)})
		}
		r.Add(Compare(old, &Package{Name: old.Name}, nil))
	}
	return r
}

// However much changes, a report is a screenful or two, and a comment that a forge takes; all prints everything.
func TestReportIsBounded(t *testing.T) {
	for _, test := range []struct {
		packages, constants int
		all                 bool
		lines               int // of text
		rows                int // of tables in Markdown
	}{
		{1, 12, false, 20, 13},
		{1, 13, false, 24, 14}, // a line that says that there is more, and what breaks most
		{1, 13, true, 24, 14},
		{1, 500, false, 24, 51},
		{4, 500, false, 72, 204},
		{60, 500, false, 428, 660},
	} {
		r := reportOf(test.packages, test.constants)
		var text, md strings.Builder
		if err := r.WriteText(&text, test.all); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteMarkdown(&md); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(text.String(), "\n"); got != test.lines {
			t.Errorf("%d packages, %d constants: %d lines, want %d\n%s", test.packages, test.constants, got, test.lines, text.String())
		}
		if got := strings.Count(md.String(), "\n| `"); got != test.rows {
			t.Errorf("%d packages, %d constants: %d rows, want %d", test.packages, test.constants, got, test.rows)
		}
		if len(md.String()) > 65_000 {
			t.Errorf("%d packages, %d constants: a comment of %d bytes", test.packages, test.constants, md.Len())
		}
	}
}

// The counts and the bump are those of the worst, and what only follows is not counted.
func TestReport(t *testing.T) {
	old := &Package{Name: "p", Symbols: []*Symbol{
		{Name: "A", Kind: Struct}, {Name: "A.X", Kind: Field, Of: "A", Type: text("string")},
		{Name: "B", Kind: Struct, Request: true},
	}}
	new := &Package{Name: "p", Symbols: []*Symbol{
		{Name: "B", Kind: Struct, Request: true, Doc: "words"},
		{Name: "B.Y", Kind: Field, Of: "B", Type: text("string"), Request: true, Required: true, Wire: "y", Operations: []string{"GET /b"}},
	}}
	c := Compare(old, new, []*Finding{
		{Rule: "r1", Level: Violated, Operations: []string{"GET /b"}, Words: []string{"y"}},
		{Rule: "r2", Level: Violated, Operations: []string{"GET /c"}, Words: []string{"y"}},
	})
	if got, want := c.Count(), (Count{Breaking: 2, Silent: 1, Docs: 1, Findings: 2, Violated: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	changes, findings := c.Disagreements()
	if len(changes) != 1 || changes[0].Symbol != "A" || len(findings) != 1 || findings[0].Rule != "r2" {
		t.Errorf("disagreements: %+v, %+v", changes, findings)
	}
	r := &Report{}
	r.Add(c)
	r.Add(Compare(nil, new, nil))
	if r.Bump != "major" || r.Severity != Breaking || r.Document != Violated {
		t.Errorf("%s, %s, %s", r.Bump, r.Severity, r.Document)
	}
}
