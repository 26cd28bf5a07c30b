package output

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

// What is refused is refused whole: every problem is named, and nothing on disk moves.
func TestRefusals(t *testing.T) {
	ab := []File{{Path: "a.go", Data: []byte("a")}, {Path: "p/b.go", Data: []byte("b")}}
	for _, test := range []struct {
		name  string
		setup func(t *testing.T, dir string)
		files []File
		want  []string
	}{
		{
			"a folder of somebody else", func(t *testing.T, dir string) { put(t, dir, "main.go", "package main") }, ab,
			[]string{"error: OUT: the output folder is not empty and not ours: it holds main.go, but no sdkc.manifest.json; choose a new or empty folder; sdkc touches no files that it did not write"},
		},
		{
			"files of somebody else in our folder", func(t *testing.T, dir string) {
				write(t, dir, nil)
				put(t, dir, "a.go", "theirs")
				put(t, dir, "p/b.go", "theirs")
			}, ab,
			[]string{
				"error: OUT/a.go: exists and is not ours; sdkc must write a file of this name and touches no other's; move it away, or choose another output folder",
				"error: OUT/p/b.go: exists and is not ours; sdkc must write a file of this name and touches no other's; move it away, or choose another output folder",
			},
		},
		{
			"a folder where a file should be", func(t *testing.T, dir string) {
				write(t, dir, nil)
				put(t, dir, "a.go/x", "theirs")
			}, ab,
			[]string{"error: OUT/a.go: is a folder or a special file; sdkc must write a file of this name and touches no other's; move it away, or choose another output folder"},
		},
		{
			"a link out of the folder", func(t *testing.T, dir string) {
				write(t, dir, nil)
				must(t, os.Symlink(t.TempDir(), filepath.Join(dir, "p")))
			}, ab,
			[]string{"error: OUT/p/b.go: path escapes from parent; sdkc must write a file of this name and touches no other's; move it away, or choose another output folder"},
		},
		{
			"a broken manifest", func(t *testing.T, dir string) { put(t, dir, manifestName, "{") }, ab,
			[]string{"error: OUT/sdkc.manifest.json: not a manifest: unexpected end of JSON input; take it back from version control, or remove the whole folder and generate it anew"},
		},
		{
			"a manifest that owns the world", func(t *testing.T, dir string) {
				put(t, dir, manifestName, `{"files": {"../../etc/passwd": "00"}}`)
			}, ab,
			[]string{"error: OUT/sdkc.manifest.json: lists ../../etc/passwd, which is outside the folder; take it back from version control, or remove the whole folder and generate it anew"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			test.setup(t, dir)
			before := snapshot(t, dir)
			var wrote, compared diag.Report
			Write(dir, test.files, "1", &wrote)
			Compare(dir, test.files, "1", &compared)
			check(t, words(dir, &wrote), test.want)
			check(t, words(dir, &compared), test.want)
			check(t, snapshot(t, dir), before)
		})
	}
}

// snapshot is tree, but does not look behind links.
func snapshot(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	must(t, filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		all = append(all, p, info.Mode().String(), info.ModTime().String())
		return err
	}))
	return all
}

func TestPathsMustBeSafe(t *testing.T) {
	for _, test := range []struct {
		path string
		want string
	}{
		{"../x", `path "../x" leaves the output folder`},
		{"/etc/x", `path "/etc/x" leaves the output folder`},
		{"a/../x", `path "a/../x" leaves the output folder`},
		{`a\x`, `path "a\\x" leaves the output folder`},
		{"", `path "" leaves the output folder`},
		{"OK.go", `path "OK.go" is the same file as "ok.go" where case does not count`},
		{"ok.go/x", `path "ok.go" is a file and the folder of "ok.go/x"`},
		{"sdkc.manifest.json", `path "sdkc.manifest.json" is the same file as "sdkc.manifest.json" where case does not count`},
		{"p/.sdkc-tmp-1", `path "p/.sdkc-tmp-1" is one of our temporary names`},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		var report diag.Report
		Write(dir, []File{{Path: "ok.go"}, {Path: test.path}}, "1", &report)
		if len(report.List) != 1 || report.List[0].Message != test.want {
			t.Errorf("%q: got %v, want %s", test.path, report.List, test.want)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q: the folder was made", test.path)
		}
	}
}

func TestUnwritableFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "file", "text")
	for _, out := range []string{"file", "file/out"} {
		var report diag.Report
		Write(filepath.Join(dir, out), []File{{Path: "x"}}, "1", &report)
		check(t, words(dir, &report), []string{"error: OUT/" + out + ": the output folder cannot be written: not a directory; choose another folder, or give yourself the right to write there"})
	}
	check(t, tree(t, dir), map[string]string{"file": "text"})
}

func TestASecondRunIsTurnedAway(t *testing.T) {
	dir := t.TempDir()
	unlock, err := lock(dir)
	must(t, err)
	var report diag.Report
	Write(dir, []File{{Path: "x"}}, "1", &report)
	check(t, words(dir, &report), []string{"error: OUT: another sdkc is writing to this folder; wait until it is done, then run again"})
	unlock()
	write(t, dir, []File{{Path: "x"}})
}
