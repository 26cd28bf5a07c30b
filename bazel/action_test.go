// Package bazel tests the action of sdkc.bzl: its command line without Bazel, and all of it with Bazel where asked to.
package bazel

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// petsConfig is what the rule writes for the target :pets of testdata/workspace.
const petsConfig = `{"sdks":[{"layout":"package","module":"example.com/pets","name":"pets","out":"out",` +
	`"overlays":["../overlays/pets.yaml"],"packages":"single","root":"..","specs":[{"file":"../specs/pets.yaml"}]}],"version":1}` + "\n"

// petsInputs are the declared inputs of that target.
var petsInputs = []string{"specs/pets.yaml", "specs/paths/pet.yaml", "overlays/pets.yaml"}

// TestAction runs the command line of the rule's action in two folders that hold the declared inputs and nothing else, with
// an empty environment. In one the inputs are files, in the other links that lead out of the folder, as in Bazel's
// sandbox. The output is the same, compiles alone, and beside it nothing is left.
func TestAction(t *testing.T) {
	sdkc := buildSDKC(t)
	one, other := t.TempDir(), filepath.Join(t.TempDir(), "elsewhere", "deeper")
	stage(t, one, os.WriteFile)
	away := t.TempDir()
	stage(t, other, func(name string, data []byte, mode fs.FileMode) error {
		real := filepath.Join(away, strings.ReplaceAll(name, "/", "_"))
		if err := os.WriteFile(real, data, mode); err != nil {
			return err
		}
		return os.Symlink(real, name)
	})
	var outputs []map[string]string
	for _, dir := range []string{one, other} {
		before := tree(t, dir)
		if text, err := act(dir, sdkc, petsInputs); err != nil || text != "" {
			t.Fatalf("%v\n%s", err, text)
		}
		after := tree(t, dir)
		for name, text := range before {
			if after[name] != text {
				t.Errorf("the action changes its input %s", name)
			}
			delete(after, name)
		}
		outputs = append(outputs, after)
	}
	if !maps.Equal(outputs[0], outputs[1]) {
		t.Error("the output differs between two folders")
	}
	checkPets(t, outputs[0], filepath.Join(one, "out"))
}

// checkPets wants the files of the target :pets below the folder out, and a module in it that compiles.
func checkPets(t *testing.T, files map[string]string, out string) {
	t.Helper()
	for _, name := range []string{
		"out/pets.client/client.go", "out/pets.client/pets.go", "out/pets.runtime/client.go", "out/pets.sdk/example_test.go",
		"out/pets.sdk/sdk/client.go", "out/pets.sdk/go.mod", "out/pets.sdk/README.md", "out/pets.sdk/sdkc.manifest.json", "out/pets.sdk/sdkc.lock",
	} {
		if files[name] == "" {
			t.Errorf("there is no %s among %d files", name, len(files))
		}
	}
	for name, text := range files {
		if strings.Contains(name, "/.stage") || strings.HasPrefix(name, "out/pets.client/") && strings.HasSuffix(name, "_test.go") {
			t.Errorf("%s is left", name)
		}
		if !strings.HasPrefix(name, "out/pets.") {
			t.Errorf("%s is no output", name)
		}
		if strings.Contains(text, os.TempDir()) {
			t.Errorf("%s says where it was written", name)
		}
	}
	if text := files["out/pets.client/client.go"]; !strings.Contains(text, "Pets and who keeps them.") {
		t.Errorf("the overlay is not applied:\n%s", text)
	}
	vet(t, filepath.Join(out, "pets.sdk"))
}

// A file that the document refers to and the target does not declare is refused, by the name that it has in the workspace.
func TestActionUndeclared(t *testing.T) {
	dir := t.TempDir()
	stage(t, dir, os.WriteFile)
	text, err := act(dir, buildSDKC(t), []string{"specs/pets.yaml", "overlays/pets.yaml"})
	if err == nil || !strings.Contains(text, "specs/pets.yaml:5:22: ") || !strings.Contains(text, "paths/pet.yaml") {
		t.Errorf("%v\n%s", err, text)
	}
}

// stage lays the inputs and the folder for the outputs out as Bazel does.
func stage(t *testing.T, dir string, put func(string, []byte, fs.FileMode) error) {
	t.Helper()
	files := map[string][]byte{"out/pets_sources.sdkc.yaml": []byte(petsConfig)}
	for _, name := range petsInputs {
		data, err := os.ReadFile(filepath.Join("testdata", "workspace", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	for name, data := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := put(name, data, 0o444); err != nil {
			t.Fatal(err)
		}
	}
}

// act runs the action with so many of the inputs.
func act(dir, sdkc string, inputs []string) (string, error) {
	script, err := filepath.Abs("action.sh")
	if err != nil {
		return "", err
	}
	line := []string{script, sdkc, "out/pets_sources.sdkc.yaml", "", ".", "out/pets.client", "out/pets.runtime", "out/pets.sdk"}
	for _, name := range inputs {
		line = append(line, name, name)
	}
	cmd := exec.Command("/bin/sh", line...)
	cmd.Dir, cmd.Env = dir, []string{}
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// buildSDKC compiles sdkc, which needs nothing beside its one file.
func buildSDKC(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "sdkc")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", out, "../cmd/sdkc")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return out
}

// vet compiles all packages and tests of a module of the standard library.
func vet(t *testing.T, dir string) {
	t.Helper()
	cmd := exec.Command("go", "vet", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet in %s: %v\n%s", filepath.Base(dir), err, text)
	}
}

// tree reads all files below a folder, links as what they lead to.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
