package golden

import (
	"bytes"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator"
	"github.com/sdkc/sdkc/generator/diag"
)

// caseModule is the module that the default config of a case names.
const caseModule = "golden.test"

// defaultConfig is that of a case without one: its documents are packages beside one runtime.
func defaultConfig(documents []string) []byte {
	var b bytes.Buffer
	b.WriteString("version: 1\nsdks:\n  - name: demo\n    layout: packages\n    out: out\n    module: " + caseModule + "\n    specs:\n")
	for _, d := range documents {
		fmt.Fprintf(&b, "      - file: %s\n        package: %s\n", d, packageFor(d))
	}
	return b.Bytes()
}

// packageFor is "demov1" for "demo_v1.yaml".
func packageFor(document string) string {
	name := strings.TrimSuffix(document, filepath.Ext(document))
	return strings.NewReplacer("_", "", "-", "").Replace(name)
}

// compile takes a case that is unpacked in dir the whole way, twice: with all processors, and alone on one with the lock
// of the first run. The bytes must be the same.
func compile(t *testing.T, c *goldenCase, dir string) *output {
	t.Helper()
	got := caseRun(t, c, dir)
	if len(got.errors) > 0 {
		return got
	}
	writeFile(t, filepath.Join(dir, "sdkc.lock"), got.lock)
	again := run(t, filepath.Join(dir, "sdkc.yaml"), dir, 1)
	for _, name := range sortedKeys(got.files) {
		if !bytes.Equal(got.files[name], again.files[name]) {
			t.Errorf("%s depends on the number of processors, or on the lock that it led to", name)
		}
	}
	if !bytes.Equal(got.lock, again.lock) {
		t.Errorf("the lock does not keep itself:\n%s", difference(string(got.lock), string(again.lock)))
	}
	return got
}

// caseRun compiles a case that is unpacked in dir once, with all processors.
func caseRun(t *testing.T, c *goldenCase, dir string) *output {
	t.Helper()
	config := filepath.Join(dir, "sdkc.yaml")
	if documents, own := c.inputs(); own == "" {
		writeFile(t, config, defaultConfig(documents))
	}
	return run(t, config, dir, 0)
}

// run compiles on so many processors; 0 takes all.
func run(t *testing.T, config, dir string, processors int) *output {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
	result, err := generator.Compile(t.Context(), generator.Request{Config: config, Jobs: processors})
	got := &output{files: map[string][]byte{}}
	if err != nil {
		t.Errorf("a bug of ours: %v", err)
		return got
	}
	for _, d := range result.Diagnostics {
		d = relative(d, dir)
		switch d.Severity {
		case diag.Error:
			got.errors = append(got.errors, d)
		default:
			got.warnings = append(got.warnings, d)
		}
	}
	if len(got.errors) > 0 {
		return got
	}
	got.lock = result.Locked
	for _, s := range result.SDKs {
		for _, f := range s.Files {
			got.files[f.Path] = f.Data
		}
	}
	return got
}

// relative takes the temporary folder out of a diagnostic.
func relative(d diag.Diagnostic, dir string) diag.Diagnostic {
	strip := func(s string) string { return strings.ReplaceAll(filepath.ToSlash(s), filepath.ToSlash(dir)+"/", "") }
	d.Pos.File, d.Message, d.Cure = strip(d.Pos.File), strip(d.Message), strip(d.Cure)
	var related []diag.Related
	for _, r := range d.Related {
		r.Pos.File = strip(r.Pos.File)
		related = append(related, r)
	}
	d.Related = related
	return d
}
