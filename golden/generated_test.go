package golden

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/sdkc/sdkc/generator"
)

// TestGenerated wants generated/ to be, byte for byte, what specs/ lead to, with nothing beside it.
func TestGenerated(t *testing.T) {
	t.Chdir("..")
	result, err := generator.Check(t.Context(), generator.Request{Config: "sdkc.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		t.Error(d)
	}
	alone, err := onOneProcessor(t)
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]bool{}
	for i, s := range result.SDKs {
		for j, f := range s.Files {
			wanted[filepath.Join(s.Out, filepath.FromSlash(f.Path))] = true
			if !bytes.Equal(f.Data, alone.SDKs[i].Files[j].Data) {
				t.Errorf("%s/%s depends on the number of processors", s.Out, f.Path)
			}
		}
	}
	err = filepath.WalkDir("generated", func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !wanted[path] && filepath.Base(path) != "sdkc.manifest.json" {
			t.Errorf("%s is not generated", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func onOneProcessor(t *testing.T) (*generator.Result, error) {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	return generator.Compile(t.Context(), generator.Request{Config: "sdkc.yaml", Jobs: 1})
}
