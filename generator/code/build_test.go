package code

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPrintedGoBuilds compiles and vets a package beside a copy of the runtime.
func TestPrintedGoBuilds(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Print(sessions("Text.", "Wire", "other"), stamp, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		write("proxyv1/"+f.Name, f.Content)
	}
	if err := os.CopyFS(filepath.Join(dir, "sdk"), os.DirFS(filepath.Join("..", "..", "templates", "runtime"))); err != nil {
		t.Fatal(err)
	}
	write("go.mod", []byte("module example.com/app\n\ngo 1.24\n"))
	for _, args := range [][]string{{"build", "./proxyv1"}, {"vet", "./proxyv1"}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", args, err, out)
		}
	}
}
