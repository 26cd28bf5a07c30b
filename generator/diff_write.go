package generator

import (
	"encoding/json"
	"io"

	"github.com/sdkc/sdkc/generator/diff"
)

// Write prints what Diff found as "text", "json", "md" or "changelog"; all is for text: every change, not a screenful.
func (c *Comparison) Write(w io.Writer, format string, all bool) error {
	switch format {
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(c.Report)
	case "md":
		return c.Report.WriteMarkdown(w)
	case "changelog":
		return c.Report.WriteChangelog(w)
	}
	return c.Report.WriteText(w, all)
}

// Fails tells whether there are changes as severe as "breaking", "compatible" or "docs". "document" is breaking, too, where
// only the rules on documents say so; "never" never fails.
func (c *Comparison) Fails(on string) bool {
	switch on {
	case "document":
		return c.Report.Severity == diff.Breaking || c.Report.Document == diff.Violated
	case "compatible":
		return c.Report.Severity >= diff.Compatible
	case "docs":
		return c.Report.Severity >= diff.Docs
	case "never":
		return false
	}
	return c.Report.Severity == diff.Breaking
}
