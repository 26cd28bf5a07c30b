package output

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/diag"
)

func TestWriteThenCompare(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "out")
	files := []File{{Path: "a.go", Data: []byte("a\n")}, {Path: "p/b.go", Data: []byte("b\n")}}
	check(t, write(t, dir, files), Summary{Written: 2})
	check(t, tree(t, dir), map[string]string{
		"a.go": "a\n", "p/b.go": "b\n",
		"sdkc.manifest.json": `{
  "sdkc": "1",
  "files": {
    "a.go": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",
    "p/b.go": "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f"
  }
}
`,
	})
	check(t, compare(t, dir, files), nil)
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, []File{{Path: "a", Data: []byte("a")}, {Path: "b", Data: []byte("b")}})
	old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for p := range tree(t, dir) {
		must(t, os.Chtimes(filepath.Join(dir, p), old, old))
	}
	check(t, write(t, dir, []File{{Path: "a", Data: []byte("a")}, {Path: "b", Data: []byte("b")}}), Summary{Unchanged: 2})
	for p := range tree(t, dir) {
		if info, err := os.Stat(filepath.Join(dir, p)); err != nil || !info.ModTime().Equal(old) {
			t.Errorf("%s was written though nothing changed (%v)", p, err)
		}
	}
	check(t, write(t, dir, []File{{Path: "a", Data: []byte("a")}, {Path: "b", Data: []byte("B")}}), Summary{Written: 1, Unchanged: 1})
	if info, err := os.Stat(filepath.Join(dir, "a")); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("a was written though only b changed (%v)", err)
	}
}

func TestCompareNamesEachKind(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, []File{
		{Path: "edited", Data: []byte("1\n")}, {Path: "gone", Data: []byte("1\n")},
		{Path: "missing", Data: []byte("1\n")}, {Path: "same", Data: []byte("1\n")}, {Path: "stale", Data: []byte("1\n")},
	})
	put(t, dir, "edited", "by hand\n")
	must(t, os.Remove(filepath.Join(dir, "missing")))
	wanted := []File{
		{Path: "stale", Data: []byte("2\n")}, {Path: "edited", Data: []byte("1\n")},
		{Path: "missing", Data: []byte("1\n")}, {Path: "same", Data: []byte("1\n")},
	}
	before := tree(t, dir)
	check(t, compare(t, dir, wanted), map[string]Kind{
		"edited": Edited, "gone": Surplus, "missing": Missing, "stale": Stale, "sdkc.manifest.json": Stale,
	})
	check(t, tree(t, dir), before)
	check(t, write(t, dir, wanted), Summary{Written: 3, Unchanged: 1, Removed: 1})
	check(t, compare(t, dir, wanted), nil)
}

func TestStaleFilesGoOnlyIfOurs(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, []File{
		{Path: "old/ours.go", Data: []byte("1")}, {Path: "old/edited.go", Data: []byte("1")},
		{Path: "left/deep/x.go", Data: []byte("1")}, {Path: "keep.go", Data: []byte("1")},
	})
	put(t, dir, "old/edited.go", "by hand")
	put(t, dir, "old/foreign.go", "theirs")
	var report diag.Report
	Write(dir, []File{{Path: "keep.go", Data: []byte("1")}}, "1", &report)
	got := tree(t, dir)
	delete(got, manifestName)
	check(t, got, map[string]string{"keep.go": "1", "old/edited.go": "by hand", "old/foreign.go": "theirs"})
	check(t, words(dir, &report), []string{"warning: OUT/old/edited.go: no longer generated, but edited by hand; it stays and is yours from now on"})
	if _, err := os.Stat(filepath.Join(dir, "left")); err == nil {
		t.Error("a folder that only held our files is still there")
	}
	check(t, compare(t, dir, []File{{Path: "keep.go", Data: []byte("1")}}), nil)
}

func TestOnceFilesAreTheUsers(t *testing.T) {
	dir := t.TempDir()
	mod := []File{{Path: "go.mod", Data: []byte("module a\n"), Once: true}}
	write(t, dir, mod)
	put(t, dir, "go.mod", "module a\n\ngo 1.30\n")
	check(t, write(t, dir, mod), Summary{Unchanged: 1})
	check(t, compare(t, dir, mod), nil)
	check(t, write(t, dir, nil), Summary{})
	check(t, tree(t, dir)["go.mod"], "module a\n\ngo 1.30\n")
}

// A killed run leaves temporary files, and files that its manifest already names but that have
// the old bytes or none.
func TestRepairsAfterAKill(t *testing.T) {
	dir := t.TempDir()
	files := []File{{Path: "p/a", Data: []byte("a")}, {Path: "p/b", Data: []byte("b")}}
	write(t, dir, files)
	must(t, os.Remove(filepath.Join(dir, "p/a")))
	put(t, dir, "p/.sdkc-tmp-0", "half")
	write(t, dir, files)
	got := tree(t, dir)
	delete(got, manifestName)
	check(t, got, map[string]string{"p/a": "a", "p/b": "b"})

	fresh := t.TempDir()
	put(t, fresh, "p/.sdkc-tmp-0", "half")
	check(t, write(t, fresh, files), Summary{Written: 2})
}

// What the tests share.

func write(t *testing.T, dir string, files []File) Summary {
	t.Helper()
	var report diag.Report
	s := Write(dir, files, "1", &report)
	if report.Failed() {
		t.Fatalf("write: %v", report.List)
	}
	return s
}

func compare(t *testing.T, dir string, files []File) map[string]Kind {
	t.Helper()
	var report diag.Report
	drifts, _ := Compare(dir, files, "1", &report)
	if report.Failed() {
		t.Fatalf("compare: %v", report.List)
	}
	var got map[string]Kind
	for _, d := range drifts {
		if got == nil {
			got = map[string]Kind{}
		}
		got[d.Path] = d.Kind
	}
	return got
}

// tree is what stands below a folder: path → text.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(p)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	must(t, err)
	return all
}

func words(dir string, report *diag.Report) []string {
	var all []string
	for _, d := range report.List {
		all = append(all, d.Severity.String()+": "+strings.ReplaceAll(d.String(), filepath.ToSlash(dir), "OUT"))
	}
	return all
}

func put(t *testing.T, dir, path, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, path)), 0o755))
	must(t, os.WriteFile(filepath.Join(dir, path), []byte(text), 0o644))
}

func check(t *testing.T, got, want any) {
	t.Helper()
	if m, ok := got.(map[string]Kind); ok && m == nil {
		got = nil
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
