package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestReadRefuses(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", "t.yaml:1:1: the file is empty; give an OpenAPI document in JSON or YAML"},
		{"\xEF\xBB\xBF \n", "t.yaml:1:1: the file is empty; give an OpenAPI document in JSON or YAML"},
		{"\xFF\xFE{\x00}\x00", "t.yaml:1:1: the file is UTF-16; save it as UTF-8"},
		{"{\x00\"\x00a\x00", "t.yaml:1:1: the file is UTF-16; save it as UTF-8"},
		{"a: b\nc: \xFF", "t.yaml:2:4: byte 0xFF is not valid UTF-8; save the file as UTF-8"},
		{"PK\x03\x04\x00", "t.yaml:1:5: the file has a zero byte, so it is no text; give an OpenAPI document in JSON or YAML"},
		{"[1]", `t.yaml:1:1: the document is an array, not an object; begin it with openapi: "3.0.3"`},
		{"hello", `t.yaml:1:1: the document is a string, not an object; begin it with openapi: "3.0.3"`},
		{"a: 1", `t.yaml:1:1: the document has neither openapi nor swagger; begin it with openapi: "3.0.3"`},
		{"openapi: 4.0.0", `t.yaml:1:10: version "4.0.0" is not supported; sdkc reads OpenAPI 3.0, 3.1, 3.2 and 2.0`},
		{"openapi: 2.0", `t.yaml:1:10: version "2.0" is not supported; sdkc reads OpenAPI 3.0, 3.1, 3.2 and 2.0`},
		{"swagger: 1.2", `t.yaml:1:10: version "1.2" is not supported; sdkc reads OpenAPI 3.0, 3.1, 3.2 and 2.0`},
		{"openapi: [3]", "t.yaml:1:10: the version is an array; write 3.0, 3.1 or 3.2"},
	} {
		var report diag.Report
		if Read("t.yaml", []byte(test.in), Options{}, &report) != nil {
			t.Errorf("%q: read", test.in)
		}
		if len(report.List) != 1 || report.List[0].String() != test.want {
			t.Errorf("%q: got %v, want %s", test.in, report.List, test.want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, test := range []struct{ name, want string }{
		{filepath.Join(dir, "none.yaml"), ":1:1: there is no such file; check the name"},
		{dir, ":1:1: this is a directory; name the OpenAPI document in it"},
	} {
		var report diag.Report
		if Load(test.name, Options{}, &report) != nil {
			t.Errorf("%s: loaded", test.name)
		}
		if len(report.List) != 1 || report.List[0].String() != test.name+test.want {
			t.Errorf("got %v, want %s%s", report.List, test.name, test.want)
		}
	}
}

func TestLoad(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.yaml")
	if err := os.WriteFile(name, []byte("\xEF\xBB\xBFopenapi: 3.1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var report diag.Report
	document := Load(name, Options{}, &report)
	if document == nil {
		t.Fatal(report.List)
	}
	if document.Version != "3.1" || document.Name != name || len(document.Files) != 1 {
		t.Errorf("got %+v", document)
	}
	if want := "1b68855262f1"; !strings.HasPrefix(document.SHA256, want) {
		t.Errorf("SHA-256 %s, want %s…", document.SHA256, want)
	}
}

func TestLoadStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"secret.yaml":   "get: {responses: {}}\n",
		"api/root.yaml": "openapi: 3.0.3\npaths: {/a: {$ref: link.yaml}}\n",
		"api/up.yaml":   "openapi: 3.0.3\npaths: {/a: {$ref: ../secret.yaml}}\n",
	} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret.yaml", filepath.Join(dir, "api", "link.yaml")); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		folder string
		loads  bool
	}{
		{"api/root.yaml", "", false},
		{"api/up.yaml", "", false},
		{"api/root.yaml", dir, true},
		{"api/up.yaml", dir, true},
	} {
		var report diag.Report
		document := Load(filepath.Join(dir, test.name), Options{Folder: test.folder}, &report)
		if (document != nil) != test.loads {
			t.Errorf("%s from %q: %v", test.name, test.folder, report.List)
		}
		if document == nil && report.List[0].Code != "outside-ref" {
			t.Errorf("%s: %v", test.name, report.List)
		}
	}
}
