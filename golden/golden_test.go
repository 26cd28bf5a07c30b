package golden

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the wants of all cases")

// TestCases compiles every case, compares it with its wants, and builds all of them together. What all of them have to
// say are the examples of docs/diagnostics.md.
func TestCases(t *testing.T) {
	module := t.TempDir()
	writeFile(t, filepath.Join(module, "go.mod"), []byte("module "+caseModule+"\n\ngo 1.24\n"))
	built, shown, cases := false, examples{texts: map[diag.Code][]string{}}, loadCases(t)
	ran := 0
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if strings.TrimSpace(string(c.archive.Comment)) == "" {
				t.Errorf("%s: the rule is missing", c.path)
			}
			dir := t.TempDir()
			c.unpack(t, dir)
			got := compile(t, c, dir)
			c.check(t, got, *update)
			shown.add(t, c, append(got.errors, got.warnings...))
			ran++
			built = addCase(t, module, c.name, got) || built
		})
	}
	if !built {
		t.Fatal("no case led to code")
	}
	if ran == len(cases) { // not with -run
		shown.check(t)
	}
	goTool(t, module, "build", "-trimpath", "./...")
	goTool(t, module, "vet", "-trimpath", "./...")
}

// addCase writes a case's packages to module/<case>/. All cases share one runtime, so that it is compiled once: the
// first one's, which those of the others must equal.
func addCase(t *testing.T, module, name string, got *output) bool {
	t.Helper()
	for file, data := range got.files {
		if filepath.Ext(file) != ".go" {
			continue
		}
		place := filepath.Join(module, name, filepath.FromSlash(file))
		if strings.HasPrefix(file, "sdk/") {
			place = filepath.Join(module, filepath.FromSlash(file))
			if old, err := os.ReadFile(place); err == nil && !bytes.Equal(old, data) {
				t.Errorf("%s: %s differs from that of another case", name, file)
			}
		}
		writeFile(t, place, moved(data, name, got))
	}
	return len(got.files) > 0
}

// moved is a file whose imports of the case's own packages say where these are now.
func moved(data []byte, name string, got *output) []byte {
	for file := range got.files {
		folder := path.Join(caseModule, path.Dir(file))
		if path.Ext(file) != ".go" || strings.HasPrefix(file, "sdk/") {
			continue
		}
		to := caseModule + "/" + name + strings.TrimPrefix(folder, caseModule)
		data = bytes.ReplaceAll(data, []byte(`"`+folder+`"`), []byte(`"`+to+`"`))
	}
	return data
}

// goTool runs the go command in a module that needs no other, and tells whether it was content.
func goTool(t *testing.T, dir string, args ...string) bool {
	t.Helper()
	cmd := exec.Command(filepath.Join(runtime.GOROOT(), "bin", "go"), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "GOTOOLCHAIN=local")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, clip(string(text)))
		return false
	}
	return true
}

// clip keeps the beginning of a compiler's complaints.
func clip(text string) string {
	const most = 8000
	if len(text) > most {
		return text[:most] + "…"
	}
	return text
}
