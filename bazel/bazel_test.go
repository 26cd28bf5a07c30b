package bazel

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var bazel = flag.String("bazel", "", "a bazel to build testdata/workspace with")

// TestBazel builds testdata/workspace in two folders, each with a Bazel server and an output tree of its own, in the
// sandbox and without a network. Both come to the same bytes, which compile, and which the action without Bazel comes to.
func TestBazel(t *testing.T) {
	if *bazel == "" {
		t.Log("make bazel runs this: it needs Bazel")
		return
	}
	sdkc := buildSDKC(t)
	var outputs []map[string]string
	for range 2 {
		root := t.TempDir()
		workspace(t, filepath.Join(root, "w"), sdkc)
		outputs = append(outputs, build(t, root))
	}
	if !maps.Equal(outputs[0], outputs[1]) {
		t.Error("the output differs between two folders")
	}
	dir := t.TempDir()
	stage(t, dir, os.WriteFile)
	if text, err := act(dir, sdkc, petsInputs); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for name, place := range map[string]string{"pets.client": "pets_sources.client", "pets.runtime": "pets_sources.runtime"} {
		for file, text := range tree(t, filepath.Join(dir, "out", name)) {
			if outputs[0][place+"/"+file] != text {
				t.Errorf("%s/%s is not what Bazel comes to", name, file)
			}
		}
	}
	checkLibraries(t, outputs[0])
}

// checkLibraries compiles what the go_library targets got, each package at its import path.
func checkLibraries(t *testing.T, files map[string]string) {
	t.Helper()
	dir, found := t.TempDir(), 0
	for name, text := range files {
		if _, rest, ok := strings.Cut(name, ".gopath/example.com/"); ok {
			write(t, filepath.Join(dir, rest), []byte(text), 0o644)
			found++
		}
	}
	for _, name := range []string{"pets/client.go", "pets/sdk/client.go", "apis/sdk/client.go", "apis/keepersv1/client.go", "apis/vetsv1/vets.go"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%v; %d files are there", err, found)
		}
	}
	write(t, filepath.Join(dir, "go.mod"), []byte("module example.com\n\ngo 1.24\n"), 0o644)
	vet(t, dir)
}

// workspace lays out testdata/workspace, this folder as its package bazel, and a sdkc that is built already.
func workspace(t *testing.T, dir, sdkc string) {
	t.Helper()
	for from, to := range map[string]string{"testdata/workspace": ".", "testdata/rules_go": "rules_go"} {
		if err := os.CopyFS(filepath.Join(dir, to), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	for from, to := range map[string]string{
		"action.sh": "bazel/action.sh", "sdkc.bzl": "bazel/sdkc.bzl", "defs.bzl": "bazel/defs.bzl", "BUILD.bazel": "bazel/BUILD.bazel", sdkc: "cmd/sdkc/sdkc",
	} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		mode := fs.FileMode(0o644)
		if from == sdkc {
			mode = 0o755
		}
		write(t, filepath.Join(dir, to), data, mode)
	}
	write(t, filepath.Join(dir, "cmd", "sdkc", "BUILD.bazel"), []byte(`exports_files(["sdkc"], visibility = ["//visibility:public"])`+"\n"), 0o644)
}

// build builds all targets of the workspace root/w and reads what came of them.
func build(t *testing.T, root string) map[string]string {
	t.Helper()
	start := []string{"--nohome_rc", "--noworkspace_rc", "--output_user_root=" + filepath.Join(root, "out")}
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command(*bazel, append(start, args...)...)
		cmd.Dir = filepath.Join(root, "w")
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
	defer unlock(t, root)
	defer run("shutdown")
	run("build", "--spawn_strategy=sandboxed", "--nosandbox_default_allow_network", "//:all")
	bin, err := filepath.EvalSymlinks(filepath.Join(root, "w", "bazel-bin"))
	if err != nil {
		t.Fatal(err)
	}
	return tree(t, bin)
}

// unlock lets the test's folder be removed: Bazel takes from folders of output the right to be written.
func unlock(t *testing.T, root string) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		return os.Chmod(name, 0o755)
	})
	if err != nil {
		t.Error(err)
	}
}

func write(t *testing.T, name string, data []byte, mode fs.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, mode); err != nil {
		t.Fatal(err)
	}
}
