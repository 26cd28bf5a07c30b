package generator

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A cacher is a folder with two documents, one of which refers to a third file.
type cacher struct {
	t   *testing.T
	dir string
}

func newCacher(t *testing.T) *cacher {
	c := &cacher{t, t.TempDir()}
	c.write("sdkc.yaml", "version: 1\nsdks:\n  - {name: x, out: out, module: example.com/x, specs: [a.yaml, b.yaml]}\n")
	c.write("a.yaml", "openapi: 3.1.0\ninfo: {title: First, version: 1.0.0}\npaths:\n  /a:\n    get: {operationId: getA, responses: {'200': {description: OK., content: {application/json: {schema: {$ref: 'c.yaml#/C'}}}}}}\n")
	c.write("b.yaml", "openapi: 3.1.0\ninfo: {title: Second, version: 1.0.0}\npaths:\n  /b:\n    get: {operationId: getB, responses: {'200': {description: OK., content: {application/json: {schema: {type: oddity}}}}}}\n")
	c.write("c.yaml", "C: {type: object, properties: {c: {type: string}}}\n")
	return c
}

func (c *cacher) write(name, text string) {
	c.t.Helper()
	if err := os.WriteFile(filepath.Join(c.dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

func (c *cacher) request(cache string) Request {
	return Request{Config: filepath.Join(c.dir, "sdkc.yaml"), Cache: cache}
}

// generate runs with the cache and names the documents that were compiled. The files and the words must be those of a run
// without a cache.
func (c *cacher) generate() string {
	c.t.Helper()
	plain, err := Compile(c.t.Context(), c.request(""))
	if err != nil || plain.Failed() {
		c.t.Fatal(err, plain.Diagnostics)
	}
	res, err := Generate(c.t.Context(), c.request(filepath.Join(c.dir, "cache")))
	if err != nil || res.Failed() {
		c.t.Fatal(err, res.Diagnostics)
	}
	want := map[string][]byte{}
	for _, f := range plain.SDKs[0].Files {
		want[f.Path] = f.Data
	}
	for _, f := range res.SDKs[0].Files {
		if !bytes.Equal(want[f.Path], f.Data) {
			c.t.Errorf("%s differs from that of a run without a cache", f.Path)
		}
		delete(want, f.Path)
	}
	for path := range want {
		c.t.Errorf("%s is missing", path)
	}
	if got, want := fmt.Sprint(res.Diagnostics), fmt.Sprint(plain.Diagnostics); got != want {
		c.t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
	return strings.Join(res.SDKs[0].Compiled, " ")
}

// What is unchanged is not compiled again; what changed, or refers to what changed, is.
func TestCache(t *testing.T) {
	c := newCacher(t)
	for _, step := range []struct {
		name, file, text string
		want             string
	}{
		{"at first", "", "", "a.yaml b.yaml"},
		{"nothing changed", "", "", ""},
		{"the second document", "b.yaml", "openapi: 3.1.0\ninfo: {title: Other, version: 1.0.0}\npaths:\n  /b:\n    get: {operationId: getB, responses: {'200': {description: OK.}}}\n", "b.yaml"},
		{"nothing changed again", "", "", ""},
		{"a file that the first refers to", "c.yaml", "C: {type: object, properties: {c: {type: string}, d: {type: string}}}\n", "a.yaml"},
		{"the config", "sdkc.yaml", "version: 1\nsdks:\n  - {name: x, out: out, module: example.com/x, specs: [a.yaml, b.yaml], keepUnused: true}\n", "a.yaml b.yaml"},
		{"nothing changed at last", "", "", ""},
	} {
		if step.file != "" {
			c.write(step.file, step.text)
		}
		if got := c.generate(); got != step.want {
			t.Errorf("%s: %q was compiled, want %q", step.name, got, step.want)
		}
	}
}

// A cache that is broken or gone is made again.
func TestCacheBroken(t *testing.T) {
	c := newCacher(t)
	c.generate()
	entries, err := os.ReadDir(filepath.Join(c.dir, "cache"))
	if err != nil || len(entries) < 4 {
		t.Fatal(err, entries)
	}
	for i, entry := range entries {
		c.write("cache/"+entry.Name(), strings.Repeat("x", i*20))
	}
	if got := c.generate(); got != "a.yaml b.yaml" {
		t.Errorf("with a broken cache %q was compiled", got)
	}
	if got := c.generate(); got != "" {
		t.Errorf("after that %q was compiled", got)
	}
	if err := os.RemoveAll(filepath.Join(c.dir, "cache")); err != nil {
		t.Fatal(err)
	}
	if got := c.generate(); got != "a.yaml b.yaml" {
		t.Errorf("without a cache %q was compiled", got)
	}
}

// A folder that cannot be a cache is told of, and everything is compiled.
func TestCacheUnwritable(t *testing.T) {
	c := newCacher(t)
	res, err := Generate(t.Context(), c.request(filepath.Join(c.dir, "a.yaml", "cache")))
	if err != nil || res.Failed() || len(res.Diagnostics) == 0 || res.Diagnostics[0].Code != "unwritable-cache" {
		t.Fatal(err, res.Diagnostics)
	}
	if got := strings.Join(res.SDKs[0].Compiled, " "); got != "a.yaml b.yaml" {
		t.Errorf("%q was compiled", got)
	}
}
