package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestMain lets diff run the test's program as it runs sdkc.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == judgeCommand().Use {
		main()
	}
	os.Exit(m.Run())
}

const lessPets = `openapi: 3.0.3
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
    Pet: {type: object, properties: {id: {type: string}}}
`

// Each way to name two states, each format and each bar leads to its exit code.
func TestDiff(t *testing.T) {
	folder(t, "old/pets.yaml", pets, "new/pets.yaml", lessPets, "old/part.yaml", "type: object\n")
	for _, test := range []struct {
		line string
		code int
		want string // in stdout, or in stderr where nothing is compared
	}{
		{"diff old/pets.yaml new/pets.yaml", refused, "\npets BREAKING (1)\n  Pet.Name  removed  string  document: info  14:58 → –\n\nsuggested bump: major"},
		{"diff new/pets.yaml old/pets.yaml", fine, "Pet.Name  added  string  document: info  – → 14:58\n\nsuggested bump: minor\n"},
		{"diff old/pets.yaml old/pets.yaml --fail-on docs", fine, "suggested bump: none\n"},
		{"diff old new --package shop", refused, "\npets BREAKING (1)\n"},
		{"diff new/pets.yaml old/pets.yaml --fail-on compatible", refused, "Pet.Name  added"},
		{"diff new/pets.yaml old/pets.yaml --fail-on document", fine, "Pet.Name  added"},
		{"diff old/pets.yaml new/pets.yaml --fail-on never", fine, "Pet.Name  removed"},
		{"diff old/pets.yaml new/pets.yaml --format json", refused, `"symbol": "Pet.Name"`},
		{"diff old/pets.yaml new/pets.yaml --format md", refused, "| `Pet.Name` | removed | `string` | info | 14:58 → – |\n"},
		{"diff old/pets.yaml new/pets.yaml --format changelog", refused, "## [Unreleased]\n\n### Breaking\n\n- `Pet.Name` removed: `string`.\n"},
		{"diff old/pets.yaml none.yaml", usage, "none.yaml: there is no such file or folder; name a document"},
		{"diff old/pets.yaml old/part.yaml", refused, "old/part.yaml:1:1: "},
		{"diff old/pets.yaml", usage, "diff needs OLD and NEW, or a config with -c"},
		{"diff old new --format xml", usage, "--format xml is not known"},
		{"diff old new --fail-on some", usage, "--fail-on some is not known"},
	} {
		got := sdkc(t, test.line)
		if got.code != test.code || !strings.Contains(got.stdout+got.stderr, test.want) {
			t.Errorf("sdkc %s: %d, want %d\n%s%swant %s", test.line, got.code, test.code, got.stdout, got.stderr, test.want)
		}
	}
}

// Revisions are named as git names them, and with a config each brings its own; the working tree is the new one.
func TestDiffRevisions(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Log("git is not installed: nothing is proved")
		return
	}
	folder(t, "api/specs/pets.yaml", pets, "api/sdkc.yaml", "version: 1\nsdks: [{name: shop, specs: [specs/pets.yaml], out: out}]\n")
	for _, line := range []string{"init -q", "config user.email a@example.com", "config user.name a", "add .", "commit -qm one"} {
		if out, err := exec.Command("git", strings.Fields(line)...).CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", line, err, out)
		}
	}
	put(t, "api/specs/pets.yaml", lessPets)
	t.Chdir("api")
	for _, test := range []struct {
		line string
		code int
		want string
	}{
		{"diff HEAD:api/specs/pets.yaml specs/pets.yaml", refused, "HEAD:api/specs/pets.yaml → specs/pets.yaml\n"},
		{"diff HEAD:./specs HEAD:api/specs", fine, "suggested bump: none\n"},
		{"diff -c sdkc.yaml HEAD", refused, "HEAD → working tree\n"},
		{"diff -c sdkc.yaml HEAD --format json", refused, `"file": "HEAD:api/specs/pets.yaml"`},
		{"diff -c sdkc.yaml HEAD HEAD", fine, "unchanged packages: 1\n"},
		{"diff -c sdkc.yaml nowhere", usage, `git knows no revision "nowhere"`},
		{"diff HEAD:api/specs/none.yaml specs/pets.yaml", usage, "revision HEAD has no file or folder api/specs/none.yaml"},
	} {
		got := sdkc(t, test.line)
		if got.code != test.code || !strings.Contains(got.stdout+got.stderr, test.want) {
			t.Errorf("sdkc %s: %d, want %d\n%s%swant %s", test.line, got.code, test.code, got.stdout, got.stderr, test.want)
		}
	}
}

// Each state has the names of its own lock; one without a lock has those of the state before it.
func TestDiffLocks(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Log("git is not installed: nothing is proved")
		return
	}
	lock := func(name string) string {
		return "lock 1\n\nsdk shop\n\ndocument . 1 sha256:" + strings.Repeat("0", 64) + " pets.yaml\noperation GET /pets/{id} = " + name + "\n\tin tag pets\n"
	}
	folder(t, "specs/pets.yaml", pets, "sdkc.yaml", "version: 1\nsdks: [{name: shop, specs: [specs/pets.yaml], out: out}]\n", "sdkc.lock", lock("Retrieve"))
	for _, line := range []string{"init -q", "config user.email a@example.com", "config user.name a", "add .", "commit -qm one"} {
		if out, err := exec.Command("git", strings.Fields(line)...).CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", line, err, out)
		}
	}
	for _, test := range []struct {
		lock string // of the working tree
		code int
		want string
	}{
		{lock("Retrieve"), fine, "unchanged packages: 1\n"},
		{"", fine, "unchanged packages: 1\n"},
		{lock("Obtain"), refused, "Pets.Retrieve  renamed  → Pets.Obtain"},
		{"lock 99\n", usage, "sdkc.lock:1:"},
	} {
		must(t, os.RemoveAll("sdkc.lock"))
		if test.lock != "" {
			put(t, "sdkc.lock", test.lock)
		}
		if got := sdkc(t, "diff -c sdkc.yaml HEAD"); got.code != test.code || !strings.Contains(got.stdout+got.stderr, test.want) {
			t.Errorf("%q: %d, want %d\n%s%swant %s", test.lock, got.code, test.code, got.stdout, got.stderr, test.want)
		}
	}
}
