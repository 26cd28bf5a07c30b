package golden

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

// diagnosticsPage is written from the rules of package diag and from what the cases lead to.
const diagnosticsPage = "../docs/diagnostics.md"

// An examples collects what the cases lead to, printed, by code.
type examples struct {
	texts map[diag.Code][]string // in the cases' order
}

// add takes what a case led to, and tells of each code that has no rule or comes with a severity that its rule lacks.
func (e *examples) add(t *testing.T, c *goldenCase, list []diag.Diagnostic) {
	t.Helper()
	if strings.Contains(string(c.source("sdkc.yaml")), "diagnostics:") {
		return // its severities are its own
	}
	for _, d := range list {
		r, ok := diag.RuleOf(d.Code)
		if !ok || d.Severity != r.Severity && !slices.Contains(r.Also, d.Severity) {
			t.Errorf("%s: generator/diag has no rule for %s as %s: %s", c.path, d.Code, d.Severity, d)
		}
		if d.Cure == "" || d.Severity != r.Severity {
			continue // others show more
		}
		var b strings.Builder
		if err := diag.WriteText(&b, []diag.Diagnostic{d}, 0, c.source); err != nil {
			t.Fatal(err)
		}
		e.texts[d.Code] = append(e.texts[d.Code], b.String())
	}
}

// source is an input of a case.
func (c *goldenCase) source(name string) []byte {
	for _, f := range c.archive.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// check compares docs/diagnostics.md with what the rules and the cases lead to, or rewrites it.
func (e *examples) check(t *testing.T) {
	t.Helper()
	old, err := os.ReadFile(diagnosticsPage)
	if err != nil && !*update {
		t.Fatal(err)
	}
	got := e.page(t, string(old))
	switch {
	case t.Failed() || bytes.Equal(old, got):
	case *update:
		writeFile(t, filepath.FromSlash(diagnosticsPage), got)
	default:
		t.Errorf("%s differs; run make golden and read the diff\n%s", diagnosticsPage, difference(string(old), string(got)))
	}
}

func (e *examples) page(t *testing.T, old string) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(diagnosticsHead)
	for _, r := range diag.Rules() {
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s |\n", r.Code, r.Code, severities(r), r.Means)
	}
	b.WriteString("\n## Examples\n\nA line is place, message, and after the semicolon the cure, or what is emitted instead.\n")
	for _, r := range diag.Rules() {
		example := e.example(t, r, old)
		if _, cure, ok := strings.Cut(example, "; "); !ok || cure == "" {
			t.Errorf("the example of %s has no cure: %s", r.Code, example)
		}
		fmt.Fprintf(&b, "\n### %s\n\n```text\n%s\n```\n", r.Code, strings.TrimRight(example, "\n"))
	}
	return b.Bytes()
}

// example is what the page has already, if a case still leads to it, so that a new case changes nothing; or else the
// shortest that there is.
func (e *examples) example(t *testing.T, r diag.Rule, old string) string {
	t.Helper()
	texts := e.texts[r.Code]
	switch {
	case len(texts) > 0 && r.Example != "" && *update:
		t.Errorf("a case leads to %s; the example of its rule is not needed", r.Code)
	case r.Example != "":
		return r.Example
	case len(texts) == 0:
		t.Errorf("no case leads to %s, and its rule has no example", r.Code)
	}
	best := ""
	for _, text := range texts {
		if strings.Contains(old, "```text\n"+strings.TrimRight(text, "\n")+"\n```") {
			return text
		}
		if best == "" || len(text) < len(best) {
			best = text
		}
	}
	return best
}

func severities(r diag.Rule) string {
	text := r.Severity.String()
	for _, s := range r.Also {
		text += " or " + s.String()
	}
	return text
}

const diagnosticsHead = `# Diagnostics

Everything that sdkc has to say of a document, a config or an output folder has a code, which never changes. An error refuses the
SDK: nothing of it is written. A warning says what is emitted weaker or otherwise than the document has it; ` + "`--strict`" + ` makes it
an error. A note loses nothing; ` + "`sdkc lint`" + ` shows it.

` + "`diagnostics: {name-clash: off, empty-enum: error}`" + ` in sdkc.yaml, or of one of its SDKs, gives a code another severity: off, note,
warning or error, before ` + "`--strict`" + ` counts. An error cannot be made less.

` + "`--format text`" + ` shows the line of an error with a caret, ` + "`json`" + ` adds the JSON Pointer of the node, and ` + "`sarif`" + ` (2.1.0) is what code hosts
show beside the lines. Lines and columns count from 1. A column counts bytes in text and JSON, and UTF-16 code units in SARIF.

## Codes

| code | severity | what it means |
|---|---|---|
`
