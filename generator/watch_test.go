package generator

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generator/output"
)

// Watch generates at first and after a change, not after a tick without one, and goes on after a document that is refused.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) { // at once, so that no run sees half of it
		t.Helper()
		if err := output.Replace(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	write("sdkc.yaml", "version: 1\nsdks:\n  - {name: a, specs: [a.yaml], out: out, module: example.com/a}\n")
	write("a.yaml", "openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\npaths: {}\n")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	tick, results, done := make(chan time.Time), make(chan *Result, 1), make(chan error)
	go func() {
		done <- Watch(ctx, Request{Config: filepath.Join(dir, "sdkc.yaml")}, tick, func(res *Result) { results <- res })
	}()
	next := func(failed bool) {
		t.Helper()
		if res := <-results; res.Failed() != failed {
			t.Errorf("failed: %v, want %v: %v", res.Failed(), failed, res.Diagnostics)
		}
	}
	next(false)
	tick <- time.Time{}
	tick <- time.Time{} // the first is done with: nothing was generated, as results is empty
	write("a.yaml", "openapi: 3.1.0\ninfo: {title: A, version: 1.0.0\n")
	tick <- time.Time{}
	next(true)
	write("a.yaml", "openapi: 3.1.0\ninfo: {title: Another, version: 1.0.0}\npaths: {}\n")
	tick <- time.Time{}
	next(false)
	write("sdkc.yaml", "version: 2\n")
	tick <- time.Time{}
	next(true)
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if len(results) != 0 {
		t.Error("it generated without a change")
	}
}
