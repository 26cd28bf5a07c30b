package golden

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A proof is a case for the program in testdata/prove, which calls the method and compares.
type proof struct {
	Package, Resource, Method string
	Kind                      string // "response" or "request"
	Status                    int
	Media, Name               string
	Example                   json.RawMessage
}

// An outcome is what that program found.
type outcome struct {
	Name, Kind, Failed string
	Diffs              []struct{ Class, Path, Want, Got string }
}

func makeProofs(t *testing.T, documents []*corpusDocument, api *corpusAPI) []proof {
	t.Helper()
	var proofs []proof
	for _, d := range documents {
		for _, o := range d.operations {
			m := api.methods[d.pkg+" "+o.line]
			if m == nil {
				continue // already said
			}
			p := proof{Package: m.pkg, Resource: m.resource, Method: m.name}
			if m.page != "" {
				p.Method = m.page
			}
			for _, e := range o.responses {
				p.Kind, p.Status, p.Media, p.Example = "response", statusOf(e.status), e.media, e.value
				p.Name = d.file + ": " + o.line + ": " + e.status + " " + e.name
				proofs = append(proofs, p)
			}
			for _, e := range o.requests {
				p.Kind, p.Status, p.Media, p.Example = "request", 200, e.media, e.value
				p.Name = d.file + ": " + o.line + ": " + e.name
				proofs = append(proofs, p)
			}
		}
	}
	return proofs
}

func statusOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 200 // "default", "2XX"
	}
	return n
}

// runProofs builds the program against the emitted module and runs it.
func runProofs(t *testing.T, module string, api *corpusAPI, proofs []proof) *tally {
	t.Helper()
	dir := filepath.Join(module, "prove")
	sources, err := filepath.Glob(filepath.Join("testdata", "prove", "*.go"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("testdata/prove: %v", err)
	}
	for _, source := range sources {
		data, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, filepath.Base(source)), data)
	}
	writeFile(t, filepath.Join(dir, "packages.go"), clientsFile(api))
	program := filepath.Join(module, "prove.exe")
	goTool(t, module, "build", "-o", program, "./prove")
	var in bytes.Buffer
	for _, p := range proofs {
		if err := json.NewEncoder(&in).Encode(p); err != nil {
			t.Fatal(err)
		}
	}
	list := filepath.Join(module, "cases.json")
	writeFile(t, list, in.Bytes())
	cmd := exec.Command(program, list)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("prove: %v\n%s", err, clip(complaints.String()))
	}
	return count(t, out)
}

// clientsFile is Go that makes a client of each package.
func clientsFile(api *corpusAPI) []byte {
	var b bytes.Buffer
	b.WriteString("package main\n\nimport (\n")
	for _, pkg := range api.packages {
		fmt.Fprintf(&b, "\t%q\n", corpusModule+"/"+pkg)
	}
	b.WriteString(")\n\nvar clients = map[string]func() any{\n")
	for _, pkg := range api.packages {
		fmt.Fprintf(&b, "\t%q: func() any { return %s.New() },\n", pkg, pkg)
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// A tally counts outcomes.
type tally struct {
	total, equal map[string]int            // by kind
	classes      map[string]map[string]int // by kind and class: examples that differ so
	failed       []outcome
}

func count(t *testing.T, out []byte) *tally {
	t.Helper()
	c := &tally{total: map[string]int{}, equal: map[string]int{}, classes: map[string]map[string]int{"response": {}, "request": {}}}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var o outcome
		if err := d.Decode(&o); err != nil {
			t.Fatal(err)
		}
		c.add(t, o)
	}
	return c
}

// add counts an outcome and lists how it differs; only what the example itself cannot explain is an error.
func (c *tally) add(t *testing.T, o outcome) {
	t.Helper()
	c.total[o.Kind]++
	if o.Failed != "" {
		c.failed = append(c.failed, o)
		t.Errorf("%s %s: %s", o.Kind, o.Name, o.Failed)
		return
	}
	if len(o.Diffs) == 0 {
		c.equal[o.Kind]++
		return
	}
	seen := map[string]bool{}
	for _, d := range o.Diffs {
		line := fmt.Sprintf("%s %s: %s: %s: example %s, Go %s", o.Kind, o.Name, d.Class, d.Path, short(d.Want), short(d.Got))
		if documentsFault[d.Class] {
			t.Log(line)
		} else {
			t.Error(line)
		}
		if !seen[d.Class] {
			seen[d.Class] = true
			c.classes[o.Kind][d.Class]++
		}
	}
}

// documentsFault are the ways to differ that lie in an example which breaks its own schema.
var documentsFault = map[string]bool{
	"unknown field": true, "number as string": true, "string as number": true, "example breaks its schema": true, "no result": true,
}

func short(s string) string {
	if len(s) > 120 {
		return s[:120] + "…"
	}
	return s
}

func (c *tally) print(w io.Writer) {
	for _, kind := range []string{"response", "request"} {
		var classes []string
		for _, class := range sortedKeys(c.classes[kind]) {
			classes = append(classes, fmt.Sprintf("%d %s", c.classes[kind][class], class))
		}
		fmt.Fprintf(w, "%s examples\t%d\t%d equal; differing: %s\n", kind, c.total[kind], c.equal[kind], strings.Join(classes, ", "))
	}
	fmt.Fprintf(w, "calls that failed\t%d\n", len(c.failed))
}
