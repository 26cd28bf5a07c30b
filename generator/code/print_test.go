package code

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var stamp = Stamp{Version: "v0.1.0", Document: "proxy.json", SHA256: "ab12"}

func TestPrint(t *testing.T) {
	files, err := Print(sessions("Plain *text*.", "Wire", "other"), stamp, 2)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
		want, err := os.ReadFile(filepath.Join("testdata", f.Name+".want"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(f.Content)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if diff := cmp.Diff([]string{"client.go", "services.go", "sessions.go", "example_test.go"}, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestPrintIsTheSameHoweverParallel(t *testing.T) {
	want, err := Print(sessions("Text.", "Wire", "other"), stamp, 1)
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.GOMAXPROCS(8)
	defer runtime.GOMAXPROCS(before)
	got, err := Print(sessions("Text.", "Wire", "other"), stamp, 8)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
