package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestHostile puts texts that want out of their place into every string of our own documents: no text may become live
// Go, a directive, an import, or a file elsewhere. What else they lead to is the cases' business.
func TestHostile(t *testing.T) {
	for _, payload := range []string{
		"*/ func init() { panic(1) } /*",
		"\"; import \"os\"; x := \"",
		"`+panic(1)+`",
		"a\n//go:generate evil\n//go:build ignore\n// +build ignore\n//line evil.go:1\n//export x\n#cgo LDFLAGS: -x\n",
		"a\r\nfunc init() {}\u2028func init() {}\v\f",
		"\u202e\x00\ufeff../../../etc/passwd\\..\\con",
		"%s%n{{.X}}{{template \"x\"}}${x}",
		"</code></script><img src=x onerror=alert(1)>|`![x](javascript:alert(1))",
	} {
		for _, spec := range []string{"twilio_proxy_v1.yaml", "vapi_sessions.yaml"} {
			dir := t.TempDir()
			writeFile(t, filepath.Join(dir, "demo_v1.yaml"), poison(t, filepath.Join("..", "specs", spec), payload))
			config := filepath.Join(dir, "sdkc.yaml")
			writeFile(t, config, defaultConfig([]string{"demo_v1.yaml"}))
			got := run(t, config, dir, 0)
			if len(got.files) == 0 {
				t.Errorf("%s with %q was refused:\n%s", spec, payload, lines(got.errors))
			}
			for name, data := range got.files {
				harmless(t, name, data)
			}
		}
	}
}

// poison puts the payload before or after every string of a document that has a choice.
func poison(t *testing.T, path, payload string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	var walk func(n *yaml.Node, key string)
	walk = func(n *yaml.Node, key string) {
		switch {
		case n.Kind == yaml.ScalarNode && n.Tag == "!!str" && !structural[key]:
			n.Value, n.Style = payload+n.Value+payload, yaml.DoubleQuotedStyle
		case n.Kind == yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				name := n.Content[i].Value
				if key == "properties" || key == "examples" || key == "dependentProperties" {
					n.Content[i].Value, n.Content[i].Style = name+payload, yaml.DoubleQuotedStyle
				}
				walk(n.Content[i+1], name)
			}
		case n.Kind == yaml.SequenceNode || n.Kind == yaml.DocumentNode:
			for _, item := range n.Content {
				walk(item, key)
			}
		}
	}
	walk(&root, "")
	out, err := yaml.Marshal(&root)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// structural are the keys whose strings OpenAPI itself chooses, or that must agree with others.
var structural = map[string]bool{
	"openapi": true, "$ref": true, "type": true, "in": true, "scheme": true, "name": true, "required": true, "url": true,
}

var (
	fileName  = regexp.MustCompile(`^([a-z0-9_]+/)*([a-z0-9_]+\.(go|md)|README\.md|go\.mod)$`)
	directive = regexp.MustCompile(`(?m)^\s*(//(go:|line |export |nolint)|// \+build|/\*)`)
	invisible = regexp.MustCompile("[\u0000\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\v\f\r]")
)

// harmless wants a file in its place, and Go without init, panic, foreign imports and directives.
func harmless(t *testing.T, name string, data []byte) {
	t.Helper()
	if !fileName.MatchString(name) {
		t.Errorf("the file is called %q", name)
	}
	if strings.HasPrefix(name, "sdk/") {
		return
	}
	if found := invisible.Find(data); found != nil {
		t.Errorf("%s holds %q", name, found)
	}
	if filepath.Ext(name) != ".go" {
		return
	}
	if found := directive.Find(data); found != nil {
		t.Errorf("%s has the directive %q", name, found)
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, data, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range file.Imports {
		if path := strings.Trim(spec.Path.Value, `"`); path == "os" || path == "C" || path == "unsafe" {
			t.Errorf("%s imports %s", name, path)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				t.Errorf("%s has an init", name)
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "panic" {
				t.Errorf("%s panics", name)
			}
		}
		return true
	})
}
