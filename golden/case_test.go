// Package golden holds one case a rule: an archive with a sentence, a document and what it leads to.
//
// A case is a file NAME.txtar. Its comment states the rule. A file of the archive is an input, unless its name begins
// with want/:
//
//	want/demov1/sessions.go             the whole file
//	want/demov1/sessions.go#Session     what declares Session: the type, the func, the constants of the type
//	want/demov1/sessions.go#A,B.Close   several declarations, methods as Type.Method
//	want/docs/demov1/sessions.md#Create the section under a heading
//	want/files                          the names of the files, without those of the runtime
//	want/methods                        the signatures of all methods
//	want/error                          the errors, a line each; then there is no output
//	want/sdkc.lock                      the names that the next run keeps
//	want/warnings                       what the document lost, a line each, and notes on what was decided
//
// A case that leads to errors or warnings must want them. An archive with a sdkc.yaml is compiled as that says; all
// others by a config that names their documents in order. One with a sdkc.lock goes on from what that publishes. Each
// is compiled once more with the lock that it led to, and must lead to the same bytes. "go test ./golden -update" rewrites the wants.
package golden

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A goldenCase is one archive.
type goldenCase struct {
	name    string // "enum_name"
	path    string // "enum_name.txtar"
	archive *txtar.Archive
}

func loadCases(t *testing.T) []*goldenCase {
	t.Helper()
	paths, err := filepath.Glob("*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	var cases []*goldenCase
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, &goldenCase{name: strings.TrimSuffix(path, ".txtar"), path: path, archive: archive})
	}
	return cases
}

// isWant tells the wants of an archive from its inputs.
func isWant(name string) bool { return strings.HasPrefix(name, "want/") }

// inputs are the documents, in the archive's order, and the config: "" if the case brings none.
func (c *goldenCase) inputs() (documents []string, config string) {
	for _, f := range c.archive.Files {
		switch {
		case isWant(f.Name):
		case f.Name == "sdkc.yaml":
			config = string(f.Data)
		case f.Name == "sdkc.lock":
		case !strings.Contains(f.Name, "/"): // a file in a folder is what a document refers to
			documents = append(documents, f.Name)
		}
	}
	return documents, config
}

// unpack writes the inputs to dir.
func (c *goldenCase) unpack(t *testing.T, dir string) {
	t.Helper()
	for _, f := range c.archive.Files {
		if !isWant(f.Name) {
			writeFile(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
		}
	}
}

// check compares the wants with what came out, or rewrites them.
func (c *goldenCase) check(t *testing.T, got *output, update bool) {
	t.Helper()
	if update {
		c.update(t, got)
		return
	}
	wanted := map[string]bool{}
	for _, f := range c.archive.Files {
		if !isWant(f.Name) {
			continue
		}
		wanted[f.Name] = true
		text, err := got.show(strings.TrimPrefix(f.Name, "want/"))
		if err != nil {
			t.Errorf("%s: %s: %v", c.path, f.Name, err)
		} else if text != string(f.Data) {
			t.Errorf("%s: %s differs; run make golden and read the diff\n%s", c.path, f.Name, difference(string(f.Data), text))
		}
	}
	if len(wanted) == 0 {
		t.Errorf("%s wants nothing", c.path)
	}
	for _, name := range got.mustWant() {
		if !wanted[name] {
			text, _ := got.show(strings.TrimPrefix(name, "want/"))
			t.Errorf("%s: %s is missing:\n%s", c.path, name, text)
		}
	}
}

// update rewrites the wants that the archive has and adds those that it must have.
func (c *goldenCase) update(t *testing.T, got *output) {
	t.Helper()
	must := map[string]bool{}
	for _, name := range got.mustWant() {
		must[name] = true
	}
	var files []txtar.File
	for _, f := range c.archive.Files {
		if isWant(f.Name) {
			text, err := got.show(strings.TrimPrefix(f.Name, "want/"))
			if err != nil {
				t.Errorf("%s: %s: %v", c.path, f.Name, err)
			} else {
				f.Data = []byte(text)
			}
			delete(must, f.Name)
		}
		files = append(files, f)
	}
	for _, name := range sortedKeys(must) {
		text, _ := got.show(strings.TrimPrefix(name, "want/"))
		files = append(files, txtar.File{Name: name, Data: []byte(text)})
	}
	c.archive.Files = files
	if data := txtar.Format(c.archive); !sameFile(c.path, data) {
		writeFile(t, c.path, data)
	}
}

func sameFile(path string, data []byte) bool {
	old, err := os.ReadFile(path)
	return err == nil && string(old) == string(data)
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
