package main

import (
	"os"
	"strings"
	"testing"
)

// Each bad input ends with its code, names every problem with its place, and leaves the output
// of an earlier run as it was.
func TestBadInput(t *testing.T) {
	broken := strings.Replace(pets, "schemas/Pet'", "schemas/Pat'", 1)
	for _, test := range []struct {
		name  string
		setup func(t *testing.T)
		line  string
		code  int
		want  []string // beginnings of lines on stderr, in order
	}{
		{"a missing file", func(t *testing.T) { must(t, os.Remove("pets.yaml")) }, "generate " + flagsOne, refused, []string{"pets.yaml:1:1: there is no such file"}},
		{"a folder", func(t *testing.T) { must(t, os.Remove("pets.yaml")); put(t, "pets.yaml/x", "") }, "generate " + flagsOne, refused, []string{"pets.yaml:1:1: "}},
		{"an empty file", func(t *testing.T) { put(t, "pets.yaml", "") }, "generate " + flagsOne, refused, []string{"pets.yaml:1:1: "}},
		{"version 4.0", func(t *testing.T) { put(t, "pets.yaml", "openapi: 4.0.0\npaths: {}\n") }, "generate " + flagsOne, refused, []string{"pets.yaml:1:10: "}},
		{"version 1.2", func(t *testing.T) { put(t, "pets.yaml", "swaggerVersion: '1.2'\napis: []\n") }, "generate " + flagsOne, refused, []string{"pets.yaml:1:"}},
		{"broken YAML", func(t *testing.T) { put(t, "pets.yaml", "openapi: 3.0.0\npaths: [\n") }, "generate " + flagsOne, refused, []string{"pets.yaml:"}},
		{"broken JSON", func(t *testing.T) { put(t, "pets.json", "{\"openapi\": \"3.0.0\",\n  \"paths\": {]}") }, "generate --spec pets.json --out out --package pets", refused, []string{"pets.json:2:13: "}},
		{"a glob that finds nothing", nil, "generate --spec *.json --out out --package pets --module example.com/pets", refused, []string{"*.json: no file is called *.json"}},
		{
			"several documents, all at once", func(t *testing.T) { put(t, "a_v1.yaml", "openapi: 4.0.0\n"); put(t, "b_v1.yaml", "") },
			"generate --spec *.yaml --out out --package pets --module example.com/pets", refused,
			[]string{"a_v1.yaml:1:10: ", "b_v1.yaml:1:1: ", "pets: refused; nothing was written to out"},
		},
		{"a warning, strictly", func(t *testing.T) { put(t, "pets.yaml", broken) }, "generate --strict " + flagsOne, refused, []string{"pets.yaml:11:"}},
		{"another module", nil, "generate --spec pets.yaml --out out --package pets --module example.com/other", refused, []string{"out: its go.mod says module example.com/pets, not example.com/other"}},
		{"an unwritable folder", nil, "generate --spec pets.yaml --out pets.yaml/out --package pets --module example.com/pets", refused, []string{"pets.yaml/out: the output folder cannot be written: not a directory"}},
		{
			"a foreign folder", func(t *testing.T) { put(t, "theirs/main.go", "package main\n") },
			"generate --spec pets.yaml --out theirs --package pets --module example.com/pets", refused,
			[]string{"theirs: the output folder is not empty and not ours: it holds main.go"},
		},
		{
			"a foreign file", func(t *testing.T) {
				put(t, "fresh/go.mod", "module example.com/fresh\n")
				sdkc(t, "generate --spec pets.yaml --out fresh --package pets")
				must(t, os.Remove("fresh/pets.go"))
				must(t, os.Rename("fresh/sdkc.manifest.json", "fresh/m"))
				manifest := read(t, "fresh/m")
				must(t, os.Remove("fresh/m"))
				from := strings.Index(manifest, `    "pets.go"`)
				put(t, "fresh/sdkc.manifest.json", manifest[:from]+manifest[from+strings.Index(manifest[from:], "\n")+1:])
				put(t, "fresh/pets.go", "package pets\n")
			},
			"generate --spec pets.yaml --out fresh --package pets", refused, []string{"fresh/pets.go: exists and is not ours"},
		},
		{"no module", nil, "generate --spec pets.yaml --out elsewhere --package pets", refused, []string{"elsewhere: no go.mod at or above the output folder"}},
		{"no config", nil, "generate", usage, []string{"sdkc.yaml: there is no config"}},
		{"a bad config", func(t *testing.T) { put(t, "sdkc.yaml", "version: 1\nsdk: []\n") }, "generate", usage, []string{`sdkc.yaml:2:1: config has no key "sdk"`, "sdkc.yaml:1:1: config needs sdks"}},
		{"an unknown SDK", func(t *testing.T) { put(t, "sdkc.yaml", "version: 1\nsdks: [{name: a, specs: [pets.yaml], out: o}]\n") }, "generate --only b", usage, []string{`sdkc.yaml: no SDK is called "b"; there are a`}},
		{"no folder", nil, "generate --spec pets.yaml", usage, []string{"sdkc: --spec needs --out and --package"}},
		{"a folder without documents", nil, "check --out x", usage, []string{"sdkc: --out goes with --spec"}},
		{"a package that is none", nil, "generate --spec pets.yaml --out out --package My-Pets", usage, []string{`command line: "My-Pets" cannot be a package`}},
		{"an unknown flag", nil, "generate --frob", usage, []string{"sdkc: unknown flag: --frob"}},
		{"an unknown command", nil, "frob", usage, []string{`sdkc: unknown command "frob"`}},
		{"an unknown format", nil, "lint --format xml pets.yaml", usage, []string{"sdkc: --format xml is not known"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder(t, "pets.yaml", pets)
			if got := sdkc(t, "generate "+flagsOne); got.code != fine {
				t.Fatalf("%+v", got)
			}
			if test.setup != nil {
				test.setup(t)
			}
			before := stateOf(t, ".")
			got := sdkc(t, test.line)
			if got.code != test.code {
				t.Errorf("code %d, want %d", got.code, test.code)
			}
			lines := strings.Split(strings.TrimSpace(got.stderr), "\n")
			for _, want := range test.want {
				for len(lines) > 0 && !strings.HasPrefix(lines[0], want) {
					lines = lines[1:]
				}
				if len(lines) == 0 {
					t.Fatalf("no line begins %q in:\n%s", want, got.stderr)
				}
			}
			same(t, before, stateOf(t, "."))
		})
	}
}
