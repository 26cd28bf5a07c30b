package source

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

// corpus is the folder of real documents, which are no part of this repository; "" where it is absent.
func corpus(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("SDKC_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "specs")
	}
	if _, err := os.Stat(filepath.Join(dir, "MANIFEST.json")); err != nil {
		t.Logf("no corpus at %s: nothing is checked; set SDKC_CORPUS to a folder with MANIFEST.json", dir)
		return ""
	}
	return dir
}

// roots are the documents that the corpus's manifest lists.
func roots(t *testing.T, dir string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "MANIFEST.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest []struct{ File string }
	if err := json.Unmarshal(data, &manifest); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range manifest {
		names = append(names, filepath.Join(dir, entry.File))
	}
	return names
}

func TestCorpusLoads(t *testing.T) {
	dir := corpus(t)
	if dir == "" {
		return
	}
	loaded := 0
	for _, name := range roots(t, dir) {
		var report diag.Report
		document := Load(name, Options{Folder: dir}, &report)
		if document == nil {
			for _, d := range report.List {
				if d.Severity == diag.Error {
					t.Error(d)
				}
			}
			continue
		}
		if !json.Valid(document.JSON()) {
			t.Errorf("%s: what is handed on is not JSON", name)
		}
		checkRefs(t, document, document.Root, an(documentObject))
		loaded++
	}
	t.Logf("%d documents loaded", loaded)
}

// checkRefs holds that each reference of a loaded document leads to a component of its kind.
func checkRefs(t *testing.T, document *Document, n *Node, w want) {
	t.Helper()
	if w.kind == wantSchemaOr {
		w = schema
	}
	if ref := n.Get("$ref"); w.kind == wantObject && ref != nil {
		if !strings.HasPrefix(ref.Value, "#/components/"+sections[w.object]+"/") || document.Lookup(ref.Value) == nil {
			t.Errorf("%s: $ref %q of a %s", ref.Pos, ref.Value, w.object)
		}
	}
	for i, item := range n.Items {
		if item.parent != n || item.key != strconv.Itoa(i) {
			t.Errorf("%s: item %d does not know its place", item.Pos, i)
		}
		if w.of != nil {
			checkRefs(t, document, item, *w.of)
		}
	}
	for _, f := range n.Fields {
		if f.Value.parent != n || f.Value.key != f.Key {
			t.Errorf("%s: field %q does not know its place", f.Pos, f.Key)
		}
		if member := w.member(f.Key); member.kind != wantAny {
			checkRefs(t, document, f.Value, member)
		}
	}
}

// TestCorpusJSON holds that the reader keeps what encoding/json reads.
func TestCorpusJSON(t *testing.T) {
	dir := corpus(t)
	if dir == "" {
		return
	}
	for _, name := range roots(t, dir) {
		if filepath.Ext(name) != ".json" {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var report diag.Report
		root := parse(name, data, &report)
		if root == nil {
			t.Errorf("%s: %v", name, report.List)
			continue
		}
		if got, want := generic(t, root.AppendJSON(nil)), generic(t, data); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read differently", name)
		}
	}
}

func generic(t *testing.T, data []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
