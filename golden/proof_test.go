package golden

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/sdkc/sdkc/generator"
	"github.com/sdkc/sdkc/generator/diag"
)

var (
	proofOnly = flag.String("proof", "", "documents of the corpus to prove in full, by a regular expression; empty: a sample")
	proofSeed = flag.Uint64("seed", 1, "of the values that the proof makes")
)

// proofSample are small documents of the corpus, for runs that must be short.
var proofSample = regexp.MustCompile(`^twilio/json/twilio_proxy_v1\.json$|^oai-examples/v3\.0/(petstore-expanded|link-example)\.json$`)

// TestProof calls each method of a document with values made of its schemas. A server of this process routes and
// validates each request with kin-openapi's openapi3filter, against the document as it was published, and answers
// with an example or with a made value of the declared type; the method must return the same. No code of ours stands
// between the document and the judgement, but for the forms that openapi3filter cannot read.
func TestProof(t *testing.T) {
	if testing.Short() {
		t.Log("-short: nothing is proved")
		return
	}
	registerDecoders()
	folder := corpusFolder()
	wanted := proofSample
	files := []string{filepath.Join("..", "specs", "twilio_proxy_v1.yaml"), filepath.Join("..", "specs", "vapi_sessions.yaml")}
	if *proofOnly != "" {
		wanted, files = regexp.MustCompile(*proofOnly), nil
	}
	files = append(files, proofDocuments(t, folder, wanted)...)
	p := &prover{t: t, module: filepath.Join(t.TempDir(), "proof")}
	writeFile(t, filepath.Join(p.module, "go.mod"), []byte("module "+corpusModule+"\n\ngo 1.24\n"))
	for i, file := range files {
		p.prove(file, fmt.Sprintf("d%03d", i))
	}
	p.table()
}

// proofDocuments are the files of a folder whose names match; a folder that is not there has none.
func proofDocuments(t *testing.T, folder string, wanted *regexp.Regexp) (files []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		if name, err := filepath.Rel(folder, path); err == nil && wanted.MatchString(filepath.ToSlash(name)) {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A prover keeps the rows of its table.
type prover struct {
	t      *testing.T
	module string
	rows   []*proofRow
}

// A proofRow is what became of a document.
type proofRow struct {
	file               string
	operations, proved int
	reasons            map[string]int
	lines              []string
}

func (r *proofRow) fail(name string, reasons []string) {
	seen := map[string]bool{}
	for _, reason := range reasons {
		class, _, _ := strings.Cut(reason, ": ")
		if !seen[class] {
			seen[class] = true
			r.reasons[class]++
		}
		r.lines = append(r.lines, name+": "+reason)
	}
}

// prove proves a document's operations.
func (p *prover) prove(file, pkg string) {
	row := &proofRow{file: file, reasons: map[string]int{}}
	p.rows = append(p.rows, row)
	doc, err := loadProof(file)
	if err != nil {
		row.fail("document", []string{"kin-openapi refuses the document: " + clipLine(err.Error())})
		return
	}
	router, err := newProofRouter(doc)
	if err != nil {
		row.fail("document", []string{"no router: " + err.Error()})
		return
	}
	if !p.compile(file, pkg, row) {
		return
	}
	api := readModule(p.t, p.module)
	s := &proofServer{doc: doc, router: router, problem: map[int][]string{}, asked: map[int]int{}}
	for _, route := range router.routes {
		for _, method := range slices.Sorted(maps.Keys(doc.Paths.Value(route.template).Operations())) {
			s.calls = append(s.calls, newCall(doc, api.methods[pkg+" "+method+" "+route.template], method, route.template, *proofSeed))
		}
	}
	row.operations = len(s.calls)
	p.run(s, pkg)
	for n, c := range s.calls {
		if problems := s.problem[n]; len(problems) > 0 {
			row.fail(c.Name, problems)
			continue
		}
		row.proved++
	}
}

// compile writes the Go of a document, and the runtime, into the module.
func (p *prover) compile(file, pkg string, row *proofRow) bool {
	absolute, err := filepath.Abs(file)
	if err != nil {
		p.t.Fatal(err)
	}
	config := filepath.Join(p.t.TempDir(), pkg+".yaml")
	writeFile(p.t, config, fmt.Appendf(nil, "version: 1\nsdks:\n  - {name: proof, layout: packages, out: out, module: %s, specs: [{file: %q, package: %s}]}\n",
		corpusModule, absolute, pkg))
	result, err := generator.Compile(p.t.Context(), generator.Request{Config: config})
	if err != nil {
		p.t.Errorf("%s: a bug of ours: %v", file, err)
		return false
	}
	for _, d := range result.Diagnostics {
		if d.Severity == diag.Error {
			row.fail("document", []string{"refused: " + d.Message})
		}
	}
	for _, s := range result.SDKs {
		for _, f := range s.Files {
			if filepath.Ext(f.Path) == ".go" && !strings.HasSuffix(f.Path, "_test.go") {
				writeFile(p.t, filepath.Join(p.module, filepath.FromSlash(f.Path)), f.Data)
			}
		}
	}
	return len(row.reasons) == 0
}

// run builds the driver program for a package and lets it call the server.
func (p *prover) run(s *proofServer, pkg string) {
	dir := filepath.Join(p.module, "prove"+pkg)
	sources, err := filepath.Glob(filepath.Join("testdata", "prove", "*.go"))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, source := range sources {
		data, err := os.ReadFile(source)
		if err != nil {
			p.t.Fatal(err)
		}
		writeFile(p.t, filepath.Join(dir, filepath.Base(source)), data)
	}
	writeFile(p.t, filepath.Join(dir, "packages.go"), clientsFile(&corpusAPI{packages: []string{pkg}}))
	program := filepath.Join(p.module, pkg+".exe")
	if !goTool(p.t, p.module, "build", "-o", program, "./prove"+pkg) {
		return
	}
	server := httptest.NewServer(s)
	defer server.Close()
	var in bytes.Buffer
	for n, c := range s.calls {
		if c.unmade != "" {
			s.problem[n] = append(s.problem[n], c.unmade)
			continue
		}
		if err := json.NewEncoder(&in).Encode(struct {
			*proofCall
			Call int
		}{c, n}); err != nil {
			p.t.Fatal(err)
		}
	}
	list := filepath.Join(p.module, pkg+".json")
	writeFile(p.t, list, in.Bytes())
	cmd := exec.Command(program, list)
	cmd.Env = append(os.Environ(), "PROOF_SERVER="+server.URL)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		p.t.Errorf("prove: %v\n%s", err, clip(complaints.String()))
	}
	s.outcomes(p.t, out)
}

// outcomes joins what the driver found with what the server did.
func (s *proofServer) outcomes(t *testing.T, out []byte) {
	t.Helper()
	n := 0
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); n++ {
		var o outcome
		if err := d.Decode(&o); err != nil {
			t.Fatal(err)
		}
		for s.calls[n].unmade != "" {
			n++
		}
		refused := len(s.problem[n]) > 0 && strings.Contains(o.Failed, "501")
		switch {
		case refused:
		case o.Failed != "" && s.asked[n] == 0:
			s.problem[n] = append(s.problem[n], "not sent: "+clipLine(o.Failed))
		case o.Failed != "":
			s.problem[n] = append(s.problem[n], "call fails: "+clipLine(o.Failed))
		case s.asked[n] == 0:
			s.problem[n] = append(s.problem[n], "not sent: no error, either")
		}
		for _, d := range o.Diffs {
			s.problem[n] = append(s.problem[n], "answer "+d.Class+": "+d.Path+": "+short(d.Want)+", Go "+short(d.Got))
		}
	}
}

// table shows a line a document, and each operation that is not proved; -v prints it.
func (p *prover) table() {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "document\toperations\tproved\tnot proved, by reason")
	total := &proofRow{file: fmt.Sprintf("%d documents", len(p.rows)), reasons: map[string]int{}}
	for _, row := range p.rows {
		row.print(w)
		total.operations += row.operations
		total.proved += row.proved
		for reason, n := range row.reasons {
			total.reasons[reason] += n
		}
	}
	total.print(w)
	w.Flush()
	for _, row := range p.rows {
		for _, line := range row.lines {
			fmt.Fprintf(&b, "%s: %s\n", filepath.Base(row.file), line)
			if *proofOnly == "" { // the sample has none of the documents that contradict themselves
				p.t.Errorf("%s: %s", filepath.Base(row.file), line)
			}
		}
	}
	p.t.Logf("proof, by kin-openapi on %s\n%s", runtime.Version(), b.String())
}

func (r *proofRow) print(w *tabwriter.Writer) {
	var reasons []string
	for _, reason := range sortedKeys(r.reasons) {
		reasons = append(reasons, fmt.Sprintf("%d %s", r.reasons[reason], reason))
	}
	fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", filepath.Base(r.file), r.operations, r.proved, strings.Join(reasons, ", "))
}
