package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/sdkc/sdkc/generator/diag"
)

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sdkc.yaml")
	put(t, file, `
version: 1
sdks:
  - name: twilio
    specs: [specs/twilio_*.yaml, {file: other.json, package: other, overlays: [o.yaml], names: {schema x: Y}}]
    overlays: [all.yaml]
    out: generated/twilio
    module: example.com/twilio
    clientParams: [AccountSid]
    env: {username: SID, password: TOKEN}
    paging: {listA: off, GET /b: {kind: page, param: p, first: 0}}
    names: {schema a: B}
  - name: vapi
    specs: [vapi.yaml]
    out: generated/vapi
    env: {token: KEY}
`)
	var report diag.Report
	got := Load(file, &report)
	if len(report.List) > 0 {
		t.Fatal(report.List)
	}
	want := &Config{File: file, SDKs: []*SDK{
		{
			Name: "twilio", Out: filepath.Join(dir, "generated", "twilio"), Package: "twilio", Module: "example.com/twilio", Layout: Packages,
			Specs: []Spec{
				{Pattern: filepath.Join(dir, "specs", "twilio_*.yaml")},
				{Pattern: filepath.Join(dir, "other.json"), Package: "other", Overlays: []string{filepath.Join(dir, "o.yaml")}, Names: []Name{{Key: "schema x", Go: "Y"}}},
			},
			Overlays:     []string{filepath.Join(dir, "all.yaml")},
			ClientParams: []ClientParam{{Name: "AccountSid"}}, Env: Env{Username: "SID", Password: "TOKEN"},
			Paging: []Paging{{Operation: "listA", Off: true}, {Operation: "GET /b", Kind: PagingPage, Param: Word{Text: "p"}, First: new(0)}},
			Names:  []Name{{Key: "schema a", Go: "B"}},
		},
		{
			Name: "vapi", Out: filepath.Join(dir, "generated", "vapi"), Package: "vapi", Layout: One,
			Specs: []Spec{{Pattern: filepath.Join(dir, "vapi.yaml")}}, Env: Env{Token: "KEY"},
		},
	}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What is wrong with a config comes all at once, each with its place.
func TestRefusals(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", "sdkc.yaml:1:1: the config is empty; write version: 1, and under sdks: an SDK with name, specs and out"},
		{"a list", "- a", "sdkc.yaml:1:1: config is not an object; write its keys below it, indented"},
		{"no YAML", "version: 1\n  sdks: [", "sdkc.yaml:2:1: not YAML: line 2: mapping values are not allowed in this context"},
		{"two documents", "version: 1\nsdks: [{name: a, specs: [a], out: a}]\n---\na: 1", "sdkc.yaml:3:1: more than one YAML document; keep one"},
		{
			"keys", "version: 2\nsdk: x\nsdks:\n  - name: a\n    spec: [a]\n    out: true\n    out: b\n",
			`sdkc.yaml:2:1: config has no key "sdk"; it has version, diagnostics, sdks
sdkc.yaml:5:5: an SDK has no key "spec"; it has name, specs, out, package, module, layout, packages, overlays, root, lenient, keepUnused, unknownFields, include, exclude, clientParams, webhooks, env, server, paging, idempotency, diagnostics, names
sdkc.yaml:6:10: not a string; write text, in quotes if need be
sdkc.yaml:7:5: key "out" stands here twice; keep one
sdkc.yaml:4:5: an SDK needs specs
sdkc.yaml:1:1: version 2 is not known; write version: 1, or use a newer sdkc`,
		},
		{
			"values", "version: 1\nsdks:\n  - {name: a, specs: a, out: a, layout: flat, env: {user: X}}\n",
			`sdkc.yaml:3:22: specs is not a list with items; write each item on a line that begins with a dash
sdkc.yaml:3:41: layout "flat" is not known; write package or packages
sdkc.yaml:3:53: env has no key "user"; it has username, password, token, clientId, clientSecret, schemes`,
		},
		{
			"twice", "version: 1\nsdks:\n  - {name: a, specs: [a], out: x}\n  - {name: a, specs: [a], out: X}\n",
			`sdkc.yaml:4:5: two SDKs are called a; give one another name
sdkc.yaml:4:32: two SDKs are written to DIR/X; give each a folder of its own under out:`,
		},
		{
			"packages", "version: 1\nsdks:\n  - {name: 1, specs: [a], out: x}\n  - {name: b, specs: [a], out: y, package: My-API}\n  - {name: c, specs: [{file: a, package: type}], out: z}\n",
			`sdkc.yaml:5:23: "type" cannot be a package: it is a word of Go's own
sdkc.yaml:3:5: "1" cannot be a package: a package begins with a letter; give it a name of small letters and digits under package: (--package)
sdkc.yaml:4:5: "My-API" cannot be a package: a package has small letters and digits only; give it a name of small letters and digits under package: (--package)`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, filepath.Join(dir, "sdkc.yaml"), test.text)
			var report diag.Report
			if c := Load(filepath.Join(dir, "sdkc.yaml"), &report); c != nil {
				t.Errorf("loaded %v", c)
			}
			var got []string
			for _, d := range report.List {
				line := strings.ReplaceAll(filepath.ToSlash(d.String()), filepath.ToSlash(dir)+"/sdkc.yaml", "sdkc.yaml")
				got = append(got, strings.ReplaceAll(line, filepath.ToSlash(dir), "DIR"))
			}
			if diff := cmp.Diff(strings.Split(test.want, "\n"), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestNoConfig(t *testing.T) {
	var report diag.Report
	Load(filepath.Join(t.TempDir(), "sdkc.yaml"), &report)
	if len(report.List) != 1 || report.List[0].Message != "there is no config" {
		t.Errorf("got %v", report.List)
	}
}

func TestAFolderIsNoConfig(t *testing.T) {
	var report diag.Report
	Load(t.TempDir(), &report)
	if len(report.List) != 1 || report.List[0].Message != "the config cannot be read: it is no ordinary file" {
		t.Errorf("got %v", report.List)
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
