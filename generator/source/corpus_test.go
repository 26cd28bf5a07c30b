package source

import (
	"encoding/json"
	"os"
	"path/filepath"
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
		loaded++
	}
	t.Logf("%d documents loaded", loaded)
}
