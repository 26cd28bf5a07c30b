package diff

import (
	"bufio"
	"fmt"
	"io"
)

// WriteChangelog prints an entry for CHANGELOG.md, in the manner of keepachangelog.com.
func (r *Report) WriteChangelog(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "## [Unreleased]\n")
	for _, part := range []struct {
		title string
		takes func(*Change) bool
	}{
		{"Breaking", func(c *Change) bool { return c.Severity == Breaking }},
		{"Added", func(c *Change) bool { return c.Severity == Compatible && c.What == Added }},
		{"Changed", func(c *Change) bool {
			return c.Severity == Compatible && c.What != Added && c.What != NowDeprecated
		}},
		{"Deprecated", func(c *Change) bool { return c.What == NowDeprecated }},
	} {
		lines := r.entries(part.takes)
		if len(lines) > 0 {
			fmt.Fprintf(b, "\n### %s\n\n", part.title)
		}
		for _, line := range lines {
			fmt.Fprintln(b, line)
		}
	}
	if r.Severity <= Docs {
		fmt.Fprint(b, "\nNo changes of the Go API.\n")
	}
	return b.Flush()
}

// entries are the lines of the changes that a part takes. With several packages each names its own.
func (r *Report) entries(takes func(*Change) bool) []string {
	var lines []string
	for _, c := range r.Packages {
		own := *c
		own.Changes = nil
		worst := None
		for _, change := range c.Changes {
			if takes(change) || change.Within != "" {
				own.Changes = append(own.Changes, change)
				worst = max(worst, severityOutside(change))
			}
		}
		for _, row := range own.rows(worst) {
			symbol := row.symbol
			if len(r.Packages) > 1 {
				symbol = c.title() + "." + symbol
			}
			line := "- " + span(symbol) + " " + row.what
			if row.detail != "" {
				line += ": " + span(row.detail)
			}
			lines = append(lines, line+".")
		}
	}
	return lines
}

// severityOutside is the severity of a change that is shown for itself.
func severityOutside(c *Change) Severity {
	if c.Within != "" {
		return None
	}
	return c.Severity
}
