package golden

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sdkc/sdkc/generator"
)

// TestDiffCases compares the two documents of each archive in diff/: old.yaml and new.yaml. It wants
//
//	want/changes        a line a change: severity, whether code compiles, what, of which symbol, what rules on documents say
//	want/text, md, …    what sdkc diff prints in that format
//	want/error          the errors of a document that is refused
//
// and that the compiler agrees. "go test ./golden -run DiffCases -update" rewrites the wants.
func TestDiffCases(t *testing.T) {
	paths, err := filepath.Glob("diff/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	checker := newTypeChecker()
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(string(archive.Comment)) == "" {
				t.Error("the rule is missing")
			}
			got := diffCase(t, checker, archive)
			checkArchive(t, path, archive, got)
		})
	}
}

// checkArchive compares the wants with what came out, or rewrites them.
func checkArchive(t *testing.T, path string, archive *txtar.Archive, got func(name string) string) {
	t.Helper()
	wants := 0
	for i, f := range archive.Files {
		name, isWant := strings.CutPrefix(f.Name, "want/")
		if !isWant {
			continue
		}
		wants++
		text := got(name)
		switch {
		case *update:
			archive.Files[i].Data = []byte(text)
		case text != string(f.Data):
			t.Errorf("%s: %s differs\n%s", path, f.Name, difference(string(f.Data), text))
		}
	}
	if wants == 0 {
		t.Errorf("%s wants nothing", path)
	}
	if data := txtar.Format(archive); *update && !sameFile(path, data) {
		writeFile(t, path, data)
	}
}

// diffCase compares the documents of an archive, and diff's word with the compiler's.
func diffCase(t *testing.T, c *typeChecker, archive *txtar.Archive) func(name string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range archive.Files {
		if !isWant(f.Name) {
			writeFile(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
	p := diffPair{name: "case", old: filepath.Join(dir, "old.yaml"), new: filepath.Join(dir, "new.yaml")}
	res, err := generator.Diff(t.Context(), generator.DiffRequest{Old: p.old, New: p.new, Judge: judge(), Request: generator.Request{Package: "api"}})
	if err != nil {
		t.Fatal(err)
	}
	if res.Report != nil {
		c.agrees(t, p.name, res)
	}
	strip := func(s string) string { return strings.ReplaceAll(s, dir+string(filepath.Separator), "") }
	return func(name string) string {
		var b strings.Builder
		switch {
		case name == "error":
			for _, d := range res.Diagnostics {
				fmt.Fprintln(&b, d)
			}
		case res.Report == nil:
			t.Errorf("refused: %v", res.Diagnostics)
		case name == "changes":
			writeChanges(&b, res)
		default:
			if err := res.Write(&b, name, false); err != nil {
				t.Error(err)
			}
		}
		return strip(b.String())
	}
}

func writeChanges(b *strings.Builder, res *generator.Comparison) {
	for _, p := range res.Report.Packages {
		for _, c := range p.Changes {
			compiles := "compiles"
			if !c.Compiles {
				compiles = "does not compile"
			}
			fmt.Fprintf(b, "%s, %s: %s %s", c.Severity, compiles, c.Symbol, c.What)
			if c.Old != "" || c.New != "" {
				fmt.Fprintf(b, ": %s → %s", c.Old, c.New)
			}
			if c.Within != "" {
				fmt.Fprintf(b, " (with %s)", c.Within)
			}
			fmt.Fprintf(b, "; document: %s %s\n", c.Document, strings.Join(c.Rules, ", "))
		}
		for _, f := range p.Findings {
			fmt.Fprintf(b, "document: %s %s %s: %s\n", f.Level, f.Rule, strings.Join(f.Operations, ", "), f.Text)
		}
	}
}

// nothing is a document of an API that does nothing.
const nothing = "openapi: 3.0.3\ninfo: {title: Nothing, version: 1.0.0}\npaths: {}\n"

// TestDiffSeesAllCases takes the documents of all golden cases away: what they led to is gone, every symbol that the compiler
// knows and none else. So diff cannot overlook
// what a new rule emits: what it misses belongs into generator/diff/snapshot*.go.
func TestDiffSeesAllCases(t *testing.T) {
	checker := newTypeChecker()
	dir := t.TempDir()
	empty := filepath.Join(dir, "nothing.yaml")
	writeFile(t, empty, []byte(nothing))
	symbols := 0
	for _, c := range loadCases(t) {
		documents, config := c.inputs()
		if config != "" {
			continue // what a config adds is told by the config's own case
		}
		c.unpack(t, filepath.Join(dir, c.name))
		for _, document := range documents {
			p := diffPair{name: c.name, old: filepath.Join(dir, c.name, document), new: empty}
			if v := prove(t, checker, p); v != nil {
				symbols += v.symbols
			}
		}
	}
	if symbols == 0 {
		t.Error("no case led to a symbol")
	}
	t.Logf("%d symbols", symbols)
}
