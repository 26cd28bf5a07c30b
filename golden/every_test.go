package golden

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/sdkc/sdkc/generator"
	"github.com/sdkc/sdkc/generator/diag"
)

var every = flag.Bool("every", false, "compile every document of the corpus, not a sample")

// everyModule is the module that all documents become: a package each, beside one runtime.
const everyModule = "every.test"

// TestEvery compiles all documents of the corpus by default settings, counts operations against methods, and builds
// and vets everything. Without -every it takes a sample, for runs that must be short.
func TestEvery(t *testing.T) {
	folder := corpusFolder()
	roots := rootDocuments(t, folder)
	if len(roots) == 0 {
		t.Logf("no documents in %s: nothing is proved; set SDKC_CORPUS to a folder of OpenAPI documents", folder)
		return
	}
	if testing.Short() {
		t.Log("-short: nothing is proved")
		return
	}
	if !*every {
		roots = sample(folder, roots)
	}
	module := t.TempDir()
	writeFile(t, filepath.Join(module, "go.mod"), []byte("module "+everyModule+"\n\ngo 1.24\n"))
	var rows []*everyRow
	for i, root := range roots {
		row := compileRoot(t, folder, root, fmt.Sprintf("d%03d", i), module)
		rows = append(rows, row)
		for _, line := range row.missing {
			t.Errorf("%s: %s has no method", root, line)
		}
	}
	complaints := everyTool(t, module, "build") + everyTool(t, module, "vet")
	for _, row := range rows {
		row.broken = regexp.MustCompile(`(?m)^(# |vet: )?(\[?` + everyModule + "/)?" + row.pkg + `\b`).MatchString(complaints)
		if row.broken {
			t.Errorf("%s: package %s does not build or vet", row.root, row.pkg)
		}
	}
	everyTable(t, rows)
}

// An everyRow is what a document led to.
type everyRow struct {
	root, pkg string
	lines     int
	types     int
	unions    int
	methods   int
	claimed   []string // operations that the document has
	missing   []string // of those, without a method
	took      time.Duration
	codes     map[string]int
	refused   bool
	broken    bool
}

// compileRoot compiles a document, writes its Go into the module and counts what is there.
func compileRoot(t *testing.T, folder, root, pkg, module string) *everyRow {
	t.Helper()
	row := &everyRow{root: root, pkg: pkg, codes: map[string]int{}}
	config := filepath.Join(module, "config", pkg+".yaml")
	writeFile(t, config, fmt.Appendf(nil, "version: 1\nsdks:\n  - {name: every, layout: packages, out: out, module: %s, specs: [{file: %q, package: %s}]}\n",
		everyModule, filepath.Join(folder, root), pkg))
	start := time.Now()
	result, err := generator.Compile(t.Context(), generator.Request{Config: config})
	row.took = time.Since(start)
	if err != nil {
		t.Errorf("%s: a bug of ours: %v", root, err)
		row.refused = true
		return row
	}
	for _, d := range result.Diagnostics {
		row.codes[d.Severity.String()+" "+string(d.Code)]++
		if d.Severity == diag.Error {
			t.Errorf("%s: refused: %v", root, d)
			row.refused = true
		}
	}
	found := map[string]bool{}
	for _, s := range result.SDKs {
		for _, f := range s.Files {
			if filepath.Ext(f.Path) != ".go" {
				continue
			}
			path := filepath.Join(module, filepath.FromSlash(f.Path))
			if strings.HasPrefix(f.Path, "sdk/") {
				if _, err := os.Stat(path); err == nil {
					continue
				}
			} else {
				row.file(t, f.Path, f.Data, found)
			}
			writeFile(t, path, f.Data)
		}
	}
	row.claimed = rootOperations(t, filepath.Join(folder, root))
	for _, line := range row.claimed {
		if !found[line] {
			row.missing = append(row.missing, line)
		}
	}
	row.methods = len(found)
	return row
}

// everyLine is the line of a method's comment that names its operation, whatever the path holds.
var everyLine = regexp.MustCompile(`(?m)^\t([!-~]+ \S.*)$`)

// file counts the types, the unions and the methods of a Go file.
func (r *everyRow) file(t *testing.T, name string, data []byte, found map[string]bool) {
	t.Helper()
	r.lines += bytes.Count(data, []byte("\n"))
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Errorf("%s: %v", r.root, err)
		return
	}
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			r.name(t, d.Name.Name)
			lines := everyLine.FindAllStringSubmatch(d.Doc.Text(), -1)
			if n := len(lines); n > 0 && d.Recv != nil && d.Name.IsExported() {
				found[lines[n-1][1]] = true // the document's own words may show other requests before
			}
			if d.Recv != nil && d.Name.Name == "Variant" {
				r.unions++
			}
		case *ast.GenDecl:
			if d.Tok == token.TYPE {
				r.types += len(d.Specs)
				r.name(t, d.Specs[0].(*ast.TypeSpec).Name.Name)
			}
		}
	}
}

// lastResort is how a name ends that no rule could settle: in a hash.
var lastResort = regexp.MustCompile(`X[0-9A-F]{6}$`)

// name wants names that a person could have chosen.
func (r *everyRow) name(t *testing.T, name string) {
	t.Helper()
	if lastResort.MatchString(name) {
		t.Errorf("%s: %s is a name of last resort", r.root, name)
	}
}

// everyTool builds or vets the module, two packages at a time, and returns the complaints.
func everyTool(t *testing.T, module, verb string) string {
	t.Helper()
	cmd := exec.Command(filepath.Join(runtime.GOROOT(), "bin", "go"), verb, "-trimpath", "-p=2", "./...")
	cmd.Dir = module
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "GOTOOLCHAIN=local")
	start := time.Now()
	text, err := cmd.CombinedOutput()
	t.Logf("go %s: %s, %s of CPU, at most %d MB", verb, time.Since(start).Round(time.Second), (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Round(10*time.Millisecond), peakMemory(cmd.ProcessState)>>20)
	if err != nil {
		t.Errorf("go %s: %v\n%s", verb, err, clip(string(text)))
	}
	return string(text)
}

// everyTable shows a line a document, the totals, and what was weakened by code; -v prints it.
func everyTable(t *testing.T, rows []*everyRow) {
	t.Helper()
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "document\toperations\tmethods\ttypes\tunions\tlines\tgenerate\tbuild, vet\tdiagnostics")
	total := &everyRow{root: fmt.Sprintf("%d documents", len(rows)), codes: map[string]int{}}
	for _, row := range rows {
		row.print(w)
		total.add(row)
	}
	total.print(w)
	w.Flush()
	for _, code := range sortedKeys(total.codes) {
		fmt.Fprintf(&b, "%6d  %s\n", total.codes[code], code)
	}
	t.Logf("every document\n%s", b.String())
}

func (r *everyRow) add(o *everyRow) {
	r.claimed = append(r.claimed, o.claimed...)
	r.methods += o.methods
	r.types += o.types
	r.unions += o.unions
	r.lines += o.lines
	r.took += o.took
	r.refused = r.refused || o.refused
	r.broken = r.broken || o.broken
	for code, n := range o.codes {
		r.codes[code] += n
	}
}

func (r *everyRow) print(w *tabwriter.Writer) {
	state := "ok"
	switch {
	case r.refused:
		state = "refused"
	case r.broken:
		state = "failed"
	}
	var codes []string
	for _, code := range sortedKeys(r.codes) {
		codes = append(codes, fmt.Sprintf("%d %s", r.codes[code], code))
	}
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%s\t%s\t%s\n", r.root, len(r.claimed), r.methods, r.types, r.unions, r.lines,
		r.took.Round(time.Millisecond), state, strings.Join(codes, ", "))
}

// rootDocuments are the documents of a corpus: those that its MANIFEST.json lists, or else all that say what they are.
func rootDocuments(t *testing.T, folder string) []string {
	t.Helper()
	var listed []struct{ File string }
	if data, err := os.ReadFile(filepath.Join(folder, "MANIFEST.json")); err == nil {
		if err := json.Unmarshal(data, &listed); err != nil {
			t.Fatal(err)
		}
	}
	var roots []string
	for _, l := range listed {
		roots = append(roots, l.File)
	}
	if len(roots) > 0 {
		return roots
	}
	return foundDocuments(t, folder)
}
