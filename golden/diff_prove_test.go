package golden

import (
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/sdkc/sdkc/generator"
	"github.com/sdkc/sdkc/generator/diff"
)

// TestDiffProof asks the compiler: a program that uses each symbol of an old SDK is checked against the new one, and
// its errors must be the symbols that diff says do not compile any more, no more and no fewer. Without -every it takes
// some pairs of documents.
func TestDiffProof(t *testing.T) {
	pairs := diffPairs(corpusFolder())
	if len(pairs) == 0 {
		t.Logf("no documents in %s: nothing is proved; set SDKC_CORPUS to a folder of OpenAPI documents", corpusFolder())
		return
	}
	if testing.Short() {
		t.Log("-short: nothing is proved")
		return
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "old → new\tsymbols used\tdo not compile\tdiff says so\tmissed\tinvented\tbreaking, yet compile\tcompatible\tdocs\trules of documents: breaking\tall\tseconds")
	total := &verdict{}
	checker := newTypeChecker()
	for _, p := range pairs {
		v := prove(t, checker, p)
		if v != nil {
			v.print(w, p.name)
			total.add(v)
		}
	}
	total.print(w, fmt.Sprintf("%d pairs", len(pairs)))
	w.Flush()
	t.Logf("diff against the compiler\n%s", b.String())
}

// A diffPair is a document in two states.
type diffPair struct{ name, old, new string }

// diffPairs finds documents of the corpus that are there in two states.
func diffPairs(folder string) []diffPair {
	var all []diffPair
	add := func(old, new string) {
		old, new = filepath.Join(folder, filepath.FromSlash(old)), filepath.Join(folder, filepath.FromSlash(new))
		for _, p := range []string{old, new} {
			if _, err := os.Stat(p); err != nil {
				return
			}
		}
		label := func(p string) string { return strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(p, folder)), "/") }
		if p := (diffPair{label(old) + " → " + path.Base(path.Dir(label(new))) + "/" + path.Base(label(new)), old, new}); *every || slices.Contains(diffSample, label(old)) {
			all = append(all, p)
		}
	}
	for _, step := range [][2]string{{"twilio/history/2024-04", "twilio/history/2025-04"}, {"twilio/history/2025-04", "twilio/json"}} {
		for _, name := range namesIn(folder, step[0]) {
			add(step[0]+"/"+name, step[1]+"/"+name)
		}
	}
	add("vapi/history/2025-02/openapi.json", "vapi/history/2025-08/openapi.json")
	add("vapi/history/2025-08/openapi.json", "vapi/api/openapi.json")
	add("docker/history/v1.40.yaml", "docker/history/v1.45.yaml")
	add("docker/history/v1.45.yaml", "docker/history/v1.52.yaml")
	add("docker/history/v1.52.yaml", "docker/swagger.yaml")
	for _, name := range namesIn(folder, "oasdiff/checker") {
		stem, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
		if base, ok := strings.CutSuffix(stem, "_base"); ok {
			add("oasdiff/checker/"+name, "oasdiff/checker/"+base+"_revision"+ext)
		}
	}
	add("oasdiff/openapi-test1.yaml", "oasdiff/openapi-test3.yaml")
	add("oasdiff/openapi-test3.yaml", "oasdiff/openapi-test5.yaml")
	add("oasdiff/home-iot-api-1.yaml", "oasdiff/home-iot-api-2.yaml")
	add("oasdiff/openapi31/base.yaml", "oasdiff/openapi31/revision.yaml")
	return all
}

// diffSample are the old documents of the pairs that are proved in each run.
var diffSample = []string{
	"twilio/history/2024-04/twilio_flex_v1.json", "twilio/history/2024-04/twilio_intelligence_v2.json", "twilio/history/2025-04/twilio_proxy_v1.json",
	"twilio/history/2025-04/twilio_lookups_v2.json", "docker/history/v1.45.yaml", "oasdiff/openapi-test1.yaml", "oasdiff/openapi31/base.yaml",
}

func namesIn(folder, dir string) []string {
	entries, err := os.ReadDir(filepath.Join(folder, filepath.FromSlash(dir)))
	if err != nil {
		return nil
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// A verdict is the compiler's and ours on one pair.
type verdict struct {
	symbols, broken, said, missed, invented int
	count                                   diff.Count
	took                                    time.Duration
}

func (v *verdict) print(w *tabwriter.Writer, name string) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.1f\n", name, v.symbols, v.broken, v.said, v.missed, v.invented,
		v.count.Silent, v.count.Compatible, v.count.Docs, v.count.Violated, v.count.Findings, v.took.Seconds())
}

func (v *verdict) add(o *verdict) {
	v.symbols += o.symbols
	v.broken += o.broken
	v.said += o.said
	v.missed += o.missed
	v.invented += o.invented
	v.took += o.took
	v.count.Silent += o.count.Silent
	v.count.Compatible += o.count.Compatible
	v.count.Docs += o.count.Docs
	v.count.Violated += o.count.Violated
	v.count.Findings += o.count.Findings
}

// prove compares diff's word on a pair with the compiler's.
func prove(t *testing.T, c *typeChecker, p diffPair) *verdict {
	t.Helper()
	start := time.Now()
	res, err := generator.Diff(t.Context(), generator.DiffRequest{Old: p.old, New: p.new, Judge: judge(), Request: generator.Request{Package: "api", Lenient: true}})
	if err != nil {
		t.Errorf("%s: a bug of ours: %v", p.name, err)
		return nil
	}
	if res.Report == nil {
		return nil // such a document leads to no SDK
	}
	v := c.agrees(t, p.name, res)
	v.took = time.Since(start)
	return v
}

// agrees compares diff's word on each symbol with the compiler's.
func (c *typeChecker) agrees(t *testing.T, name string, res *generator.Comparison) *verdict {
	t.Helper()
	said := map[string]string{}
	for _, change := range res.Report.Packages[0].Changes {
		if !change.Compiles {
			said[change.Symbol] = fmt.Sprintf("%s: %s → %s", change.What, change.Old, change.New)
		}
	}
	old, new, err := res.Code()
	if err != nil {
		t.Fatal(err)
	}
	was, is := c.packages(t, "example.com/api", old)["."], c.packages(t, "example.com/api", new)["."]
	uses := usesOf(was)
	for symbol := range c.errors(t, uses, was) {
		t.Errorf("%s: the program's use of %s does not compile against the SDK it was made for", name, symbol)
	}
	broken := c.errors(t, uses, is)
	v := &verdict{symbols: len(uses.symbols), broken: len(broken), said: len(said), count: res.Report.Packages[0].Count()}
	for _, symbol := range sortedKeys(broken) {
		if said[symbol] == "" {
			v.missed++
			t.Errorf("%s: diff does not say that %s breaks: %s", name, symbol, broken[symbol])
		}
	}
	for _, symbol := range sortedKeys(said) {
		if broken[symbol] == "" {
			v.invented++
			t.Errorf("%s: the compiler has nothing against %s (%s)", name, symbol, said[symbol])
		}
	}
	return v
}

// errors are the symbols that the program uses and a package does not bear, with the first complaint of each.
func (c *typeChecker) errors(t *testing.T, uses *useProgram, pkg *types.Package) map[string]string {
	t.Helper()
	file := c.parse(t, "use.go", uses.source())
	_, errs := c.check("use", pkg, []*ast.File{file}, true)
	all := map[string]string{}
	for _, err := range errs {
		line := c.fset.Position(err.Pos).Line
		symbol := uses.at(line)
		if symbol == "" {
			t.Errorf("line %d of the program: %s", line, err.Msg)
		} else if all[symbol] == "" {
			all[symbol] = err.Msg
		}
	}
	return all
}
