package golden

import (
	"os"
	"path/filepath"
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
	wanted := map[string]bool{}
	for _, s := range result.SDKs {
		for _, f := range s.Files {
			wanted[filepath.Join(s.Out, filepath.FromSlash(f.Path))] = true
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
