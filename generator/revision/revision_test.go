package revision

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestNamed(t *testing.T) {
	for _, test := range []struct {
		name string
		want bool
	}{
		{"HEAD:a.yaml", true},
		{"HEAD~1:specs/a.yaml", true},
		{"v1.2.0:./a.yaml", true},
		{"a.yaml", false},
		{`C:\specs\a.yaml`, false},
		{"--output=x:a.yaml", false},
		{":a.yaml", false},
	} {
		if got := Named(test.name); got != test.want {
			t.Errorf("Named(%q) = %t, want %t", test.name, got, test.want)
		}
	}
}

// repository makes a repository with two commits and stands in its folder specs; false without git.
func repository(t *testing.T) bool {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Log("git is not installed: nothing is proved")
		return false
	}
	dir := t.TempDir()
	t.Chdir(dir)
	put(t, "specs/a.yaml", "first\r\n")
	put(t, "specs/parts/b.yaml", "part")
	put(t, "specs/main.go", "package main")
	put(t, "top.yaml", "top")
	put(t, ".gitattributes", "*.yaml text eol=lf export-ignore filter=evil\n")
	if err := os.Symlink("/etc/passwd", "specs/link.yaml"); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"init -q", "config user.email a@example.com", "config user.name a", "config core.autocrlf false",
		"config filter.evil.smudge touch${IFS}ran", "add .", "commit -qm one",
	} {
		runGit(t, strings.Fields(line)...)
	}
	put(t, "specs/a.yaml", "second")
	runGit(t, "commit", "-qam", "two")
	t.Chdir(filepath.Join(dir, "specs"))
	return true
}

func runGit(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestExtract(t *testing.T) {
	if !repository(t) {
		return
	}
	for _, test := range []struct{ name, at, text string }{
		{"HEAD:specs/a.yaml", "specs/a.yaml", "second"},
		{"HEAD~1:specs/a.yaml", "specs/a.yaml", "first\n"}, // as it was committed: text, so without the \r
		{"HEAD:./a.yaml", "specs/a.yaml", "second"},
		{"HEAD:../top.yaml", "top.yaml", "top"},
		{"HEAD:top.yaml", "top.yaml", "top"},
	} {
		dir := filepath.Join(t.TempDir(), "x")
		at, err := Extract(t.Context(), test.name, dir)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if want := filepath.Join(dir, test.at); at != want {
			t.Errorf("%s: at %s, want %s", test.name, at, want)
		}
		if data, err := os.ReadFile(at); err != nil || string(data) != test.text {
			t.Errorf("%s: %q, %v, want %q", test.name, data, err, test.text)
		}
	}
}

// A folder brings the documents and what they may refer to; no links, no code, and nothing of the repository is run.
func TestExtractFolder(t *testing.T) {
	if !repository(t) {
		return
	}
	dir := t.TempDir()
	at, err := Extract(t.Context(), "HEAD:specs", dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"a.yaml": true, "parts/b.yaml": true, "main.go": false, "link.yaml": false, "../top.yaml": false} {
		if _, err := os.Lstat(filepath.Join(at, name)); (err == nil) != want {
			t.Errorf("%s: there is %t, want %t", name, err == nil, want)
		}
	}
	if _, err := os.Stat("../ran"); err == nil {
		t.Error("a filter of the repository was run")
	}
}

func TestExtractRefuses(t *testing.T) {
	if !repository(t) {
		return
	}
	for _, test := range []struct{ name, want string }{
		{"nowhere:specs/a.yaml", `git knows no revision "nowhere"`},
		{"HEAD:specs/none.yaml", "revision HEAD has no file or folder specs/none.yaml"},
		{"HEAD:../../a.yaml", "is not in the repository"},
		{"HEAD:none/none.yaml", "revision HEAD has no file or folder none/none.yaml"},
	} {
		if _, err := Extract(t.Context(), test.name, t.TempDir()); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
	t.Chdir(t.TempDir())
	if _, err := Extract(t.Context(), "HEAD:a.yaml", "x"); err == nil || !strings.Contains(err.Error(), "not a git repository") {
		t.Errorf("without a repository: %v", err)
	}
}
