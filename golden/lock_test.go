package golden

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/sdkc/sdkc/generator"
)

var lockRounds = flag.Int("rounds", 4, "changes of each document that TestNamesNeverMove tries, each of many additions")

// smallDocuments are grown in every run, largeDocuments with -every.
var (
	smallDocuments = []string{
		"twilio/json/twilio_proxy_v1.json", "twilio/json/twilio_verify_v2.json", "twilio/json/twilio_chat_v2.json",
		"twilio/json/twilio_trusthub_v1.json", "docker/swagger.yaml",
	}
	largeDocuments = []string{
		"twilio/json/twilio_api_v2010.json", "vapi/api/openapi.json", "stripe/spec3.json", "github/api.github.com.json",
		"kubernetes/swagger.json", "openai/openapi.yaml",
	}
)

// TestNamesNeverMove grows documents by what providers add, clashes of names above all, and shuffles what has no order.
// Whatever is done, each line of the lock stays: no name means another thing, none is lost, no method and no resource
// moves; and the Go of the grown document has every exported symbol of the old.
func TestNamesNeverMove(t *testing.T) {
	documents := []string{filepath.Join("..", "specs", "twilio_proxy_v1.yaml"), filepath.Join("..", "specs", "vapi_sessions.yaml")}
	corpus := smallDocuments
	if *every {
		corpus = append(corpus[:len(corpus):len(corpus)], largeDocuments...)
	}
	for _, name := range corpus {
		documents = append(documents, filepath.Join(corpusFolder(), filepath.FromSlash(name)))
	}
	total := grown{}
	for i, path := range documents {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Logf("%v: set SDKC_CORPUS to a folder that holds the document", err)
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) { total.add(growDocument(t, data, uint64(i))) })
	}
	t.Logf("%d documents, %d changed versions, %d additions and shuffles: %d names and %d symbols compared", total.documents, total.versions, total.edits, total.names, total.symbols)
}

// A grown counts what was compared.
type grown struct{ documents, versions, edits, names, symbols int }

func (g *grown) add(o grown) {
	g.documents++
	g.versions += o.versions
	g.edits += o.edits
	g.names += o.names
	g.symbols += o.symbols
}

// growDocument compiles a document, then one version of it after another, each with the lock of the one before.
func growDocument(t *testing.T, data []byte, seed uint64) (count grown) {
	var root yaml.Node
	if err := yaml.Unmarshal(surrogates.ReplaceAllFunc(data, joined), &root); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "sdkc.yaml"), []byte("version: 1\nsdks: [{name: demo, specs: [demo.yaml], out: out, module: "+caseModule+"}]\n"))
	g := &grower{Rand: rand.New(rand.NewPCG(seed, 1)), root: root.Content[0]}
	before := g.compile(t, dir)
	for range *lockRounds {
		for range 12 {
			count.edits += g.grow()
		}
		after := g.compile(t, dir)
		count.versions++
		count.names += compareLocks(t, before.lock, after.lock)
		was, is := symbols(t, before), symbols(t, after)
		for name := range was {
			count.symbols++
			if !is[name] {
				t.Errorf("%s is gone", name)
			}
		}
		if t.Failed() {
			t.Logf("after:\n%s", strings.Join(g.log, "\n"))
			return count
		}
		before = after
	}
	return count
}

// surrogates are two escapes of JSON that are one rune, which YAML does not know.
var surrogates = regexp.MustCompile(`\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}`)

func joined(pair []byte) []byte {
	var text string
	if json.Unmarshal(append(append([]byte{'"'}, pair...), '"'), &text) != nil {
		return pair
	}
	return []byte(text)
}

// compile compiles the document as it is, with the lock of the last time, and keeps the new one.
func (g *grower) compile(t *testing.T, dir string) *output {
	t.Helper()
	var text bytes.Buffer
	e := yaml.NewEncoder(&text)
	e.SetIndent(1)
	if err := e.Encode(g.root); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "demo.yaml"), text.Bytes())
	result, err := generator.Compile(t.Context(), generator.Request{Config: filepath.Join(dir, "sdkc.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		if d.Severity == 0 {
			t.Fatalf("%s\n%s", d, strings.Join(g.log, "\n"))
		}
	}
	out := &output{files: map[string][]byte{}, lock: result.Locked}
	for _, f := range result.SDKs[0].Files {
		out.files[f.Path] = f.Data
	}
	writeFile(t, filepath.Join(dir, "sdkc.lock"), out.lock)
	return out
}

// compareLocks wants each line of the old lock in the new one, below the line that it was below.
func compareLocks(t *testing.T, before, after []byte) int {
	t.Helper()
	is := map[string]bool{}
	for _, line := range lockLines(after) {
		is[line] = true
	}
	was := lockLines(before)
	missing := 0
	for _, line := range was {
		if missing++; is[line] {
			missing--
		} else if missing < 20 {
			t.Errorf("no longer in the lock: %s", line)
		}
	}
	return len(was)
}

// lockLines are the lines of a lock on names, each with the one that it stands below.
func lockLines(lock []byte) []string {
	var all []string
	owner := ""
	for line := range strings.Lines(string(lock)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#' || strings.HasPrefix(line, "document "):
		case line[0] == '\t':
			all = append(all, owner+line)
		default:
			owner = line
			all = append(all, line)
		}
	}
	return all
}
