package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generator"
)

// pets is a document of one operation.
const pets = `openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: fetchPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, properties: {id: {type: string}, name: {type: string}}}
`

// A call is what a command line led to.
type call struct {
	code           int
	stdout, stderr string
}

// sdkc runs a command line, its words separated by spaces.
func sdkc(t *testing.T, line string) call {
	t.Helper()
	var stdout, stderr strings.Builder
	code := run(t.Context(), strings.Fields(line), &stdout, &stderr)
	return call{code, stdout.String(), stderr.String()}
}

// folder makes the working directory a new folder with these files, path and text by turns.
func folder(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(files); i += 2 {
		put(t, files[i], files[i+1])
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(text), 0o644))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A state is what stands below a folder: the bytes and the time of each file.
type state map[string]struct {
	data string
	time time.Time
}

func stateOf(t *testing.T, dir string) state {
	t.Helper()
	all := state{}
	must(t, filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		entry := all[p]
		entry.time = info.ModTime()
		if !e.IsDir() {
			data, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			entry.data = string(data)
		}
		all[filepath.ToSlash(p)] = entry
		return nil
	}))
	return all
}

// same reports each file that differs in bytes or time.
func same(t *testing.T, before, after state) {
	t.Helper()
	for p := range before {
		if after[p] != before[p] {
			t.Errorf("%s was touched", p)
		}
	}
	for p := range after {
		if _, ok := before[p]; !ok {
			t.Errorf("%s is new", p)
		}
	}
}

const flagsOne = "--spec pets.yaml --out out --package pets --module example.com/pets"

func TestGenerateThenCheck(t *testing.T) {
	folder(t, "pets.yaml", pets)
	got := sdkc(t, "generate "+flagsOne)
	if got.code != fine || got.stdout != "" || !strings.HasPrefix(got.stderr, "pets: 1 document, 1 operation: ") {
		t.Fatalf("generate: %+v", got)
	}
	for _, name := range []string{"client.go", "pets.go", "README.md", "go.mod", "sdk/client.go", "docs/pets.md", "sdkc.manifest.json"} {
		if _, err := os.Stat(filepath.Join("out", name)); err != nil {
			t.Error(err)
		}
	}
	if got := sdkc(t, "check "+flagsOne); got.code != fine || got.stdout != "" {
		t.Errorf("check: %+v", got)
	}

	put(t, "out/pets.go", strings.Replace(read(t, "out/pets.go"), "package pets", "package pest", 1))
	before := stateOf(t, ".")
	got = sdkc(t, "check "+flagsOne)
	if got.code != refused || !strings.Contains(got.stderr, "out/pets.go: the file was edited by hand; run sdkc generate\n") {
		t.Errorf("check after an edit: %+v", got)
	}
	if !strings.HasPrefix(got.stdout, "--- a/out/pets.go\n+++ b/out/pets.go\n@@ ") || !strings.Contains(got.stdout, "\n-package pest\n+package pets\n") {
		t.Errorf("check's diff:\n%s", got.stdout)
	}
	same(t, before, stateOf(t, "."))

	got = sdkc(t, "generate --quiet "+flagsOne)
	if got.code != fine || strings.Contains(read(t, "out/pets.go"), "pest") {
		t.Errorf("generate after an edit: %+v", got)
	}
}

// What a maintainer needs is in the report of a bug, and its code is its own.
func TestBugReport(t *testing.T) {
	var b strings.Builder
	code := report(&b, []string{"generate", "-c", "x.yaml"}, &generator.Bug{File: "a.json", Cause: "index out of range", Stack: []byte("goroutine 1\n")})
	if code != ours {
		t.Errorf("code %d, want %d", code, ours)
	}
	for _, want := range []string{
		"sdkc: a.json: this is a bug in sdkc: index out of range\n", "\nsdkc 0.1.0 (", "\nargs: generate -c x.yaml\n", "goroutine 1\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in:\n%s", want, b.String())
		}
	}
}

func TestVersion(t *testing.T) {
	if got := sdkc(t, "version"); got.code != fine || !strings.HasPrefix(got.stdout, "sdkc 0.1.0 (") {
		t.Errorf("%+v", got)
	}
}

// Machines read diagnostics whole: of lint on stdout, of generate on stderr without a summary.
func TestFormats(t *testing.T) {
	folder(t, "bad.json", "{}")
	for _, test := range []struct{ line, key string }{
		{"lint --format json bad.json", "diagnostics"},
		{"lint --format sarif bad.json", "runs"},
		{"generate --format json --spec bad.json --out out --package x --module example.com/x", "diagnostics"},
	} {
		got := sdkc(t, test.line)
		var parsed map[string]any
		if err := json.Unmarshal([]byte(got.stdout+got.stderr), &parsed); err != nil || parsed[test.key] == nil || got.code != refused {
			t.Errorf("%s: %v: %+v", test.line, err, got)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return string(data)
}

func TestASecondRunWritesNothing(t *testing.T) {
	folder(t, "a_v1.yaml", pets, "b_v1.yaml", pets)
	line := "generate --spec *_v1.yaml --out out --package x --module example.com/x"
	if got := sdkc(t, line); got.code != fine {
		t.Fatalf("%+v", got)
	}
	old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for p := range stateOf(t, "out") {
		must(t, os.Chtimes(p, old, old))
	}
	before := stateOf(t, "out")
	if got := sdkc(t, line+" --jobs 7"); got.code != fine || !strings.Contains(got.stderr, " 0 files written, ") {
		t.Errorf("%+v", got)
	}
	same(t, before, stateOf(t, "out"))
}

func TestARemovedDocumentTakesOnlyOurFiles(t *testing.T) {
	folder(t, "a_v1.yaml", pets, "b_v1.yaml", pets)
	line := "generate --spec *_v1.yaml --out out --package x --module example.com/x"
	sdkc(t, line)
	put(t, "out/bv1/mine.go", "package bv1\n")
	put(t, "out/bv1/pets.go", "package bv1 // edited\n")
	must(t, os.Remove("b_v1.yaml"))
	got := sdkc(t, line)
	if got.code != fine || !strings.Contains(got.stderr, "out/bv1/pets.go: warning: no longer generated, but edited by hand; it stays and is yours from now on") {
		t.Errorf("%+v", got)
	}
	var left []string
	for p := range stateOf(t, "out") {
		if strings.HasPrefix(p, "out/bv1/") {
			left = append(left, p)
		}
		if strings.HasPrefix(p, "out/docs/bv1") {
			t.Errorf("%s is still there", p)
		}
	}
	if len(left) != 2 {
		t.Errorf("left: %v", left)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	folder(t, "pets.yaml", pets)
	before := stateOf(t, ".")
	if got := sdkc(t, "generate --dry-run "+flagsOne); got.code != fine || !strings.Contains(got.stderr, " files to write, 0 unchanged, 0 to remove in out\n") {
		t.Errorf("%+v", got)
	}
	same(t, before, stateOf(t, "."))
}
