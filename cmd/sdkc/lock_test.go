package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const petsConfig = "version: 1\nsdks: [{name: pets, specs: [pets.yaml], out: out, module: example.com/pets}]\n"

// The lock stands beside the config and is written with the output; check tells how both differ and writes nothing.
func TestCheckTellsOfTheLock(t *testing.T) {
	folder(t, "pets.yaml", pets, "sdkc.yaml", petsConfig)
	if got := sdkc(t, "check"); got.code != refused || !strings.Contains(got.stderr, "\nsdkc.lock: the lock is missing; run sdkc generate\n") {
		t.Errorf("check of nothing: %+v", got)
	}
	if got := sdkc(t, "generate"); got.code != fine || !strings.Contains(read(t, "sdkc.lock"), "\noperation GET /pets/{id} = Fetch\n") {
		t.Fatalf("generate: %+v\n%s", got, read(t, "sdkc.lock"))
	}
	if got := sdkc(t, "check"); got.code != fine {
		t.Errorf("check after generate: %+v", got)
	}
	put(t, "pets.yaml", strings.Replace(pets, "name: {type: string}}", "name: {type: string}, NAME: {type: string}}", 1))
	readOnly(t)
	before := stateOf(t, ".")
	got := sdkc(t, "check")
	same(t, before, stateOf(t, "."))
	for _, want := range []string{
		"sdkc.lock: warning: pets.yaml of pets is another document than that of the lock; run sdkc generate",
		"sdkc.lock: the lock is stale; run sdkc generate", "out/pets.go: the file is stale; run sdkc generate",
	} {
		if got.code != refused || !strings.Contains(got.stderr, want) {
			t.Errorf("no %q in %+v", want, got)
		}
	}
	for _, want := range []string{"--- a/sdkc.lock\n+++ b/sdkc.lock\n", "\n+\tfield NAME = NameUpper\n", "--- a/out/pets.go\n"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %q in\n%s", want, got.stdout)
		}
	}
}

// readOnly takes away the right to write anywhere below the working directory, until the test ends.
func readOnly(t *testing.T) {
	t.Helper()
	set := func(dirs os.FileMode) {
		must(t, filepath.WalkDir(".", func(p string, e os.DirEntry, err error) error {
			if err == nil && e.IsDir() {
				err = os.Chmod(p, dirs)
			}
			return err
		}))
	}
	set(0o555)
	t.Cleanup(func() { set(0o755) })
}

// A run that fails leaves the lock that there was, and so does one for another SDK; --spec keeps its lock in the output.
func TestLockOfRunsThatFail(t *testing.T) {
	folder(t, "pets.yaml", pets, "sdkc.yaml", petsConfig)
	sdkc(t, "generate")
	lock := read(t, "sdkc.lock")
	put(t, "pets.yaml", "openapi: 4.0.0\n")
	if got := sdkc(t, "generate"); got.code != refused || read(t, "sdkc.lock") != lock {
		t.Errorf("%+v", got)
	}
	put(t, "pets.yaml", pets)
	put(t, "sdkc.lock", "lock 9\n")
	if got := sdkc(t, "generate"); got.code != usage || read(t, "sdkc.lock") != "lock 9\n" || !strings.Contains(got.stderr, "sdkc.lock:1:6: a newer sdkc wrote this lock") {
		t.Errorf("%+v", got)
	}
	must(t, os.Remove("sdkc.lock"))
	if got := sdkc(t, "generate"); got.code != fine || !strings.Contains(got.stderr, "sdkc.lock: warning: there is no lock of the names that pets published") || read(t, "sdkc.lock") != lock {
		t.Errorf("%+v", got)
	}
	if got := sdkc(t, "generate --spec pets.yaml --out alone --package pets --module example.com/alone"); got.code != fine || !strings.Contains(read(t, "alone/sdkc.lock"), "\nsdk pets\n") {
		t.Errorf("%+v", got)
	}
}
