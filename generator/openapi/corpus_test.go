package openapi

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// TestCorpus reads real documents: none panics, and each operation of the tree is in the model.
// The documents come from $SDKC_CORPUS; without it, the test says so and reads none.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("SDKC_CORPUS")
	if dir == "" {
		t.Log("SDKC_CORPUS is not set: no real documents are read")
		return
	}
	documents, operations := 0, 0
	codes := map[diag.Code]int{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !isDocument(path) {
			return err
		}
		if n, ok := checkDocument(t, path, codes); ok {
			documents++
			operations += n
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("SDKC_CORPUS is %s, which is not there: no real documents are read", dir)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d documents, %d operations, %v", documents, operations, codes)
}

func isDocument(path string) bool {
	switch filepath.Ext(path) {
	case ".json", ".yaml", ".yml":
		return filepath.Base(path) != "MANIFEST.json"
	}
	return false
}

func checkDocument(t *testing.T, path string, codes map[diag.Code]int) (operations int, ok bool) {
	var report diag.Report
	doc := source.Load(path, source.Options{}, &report)
	if doc == nil {
		return 0, false
	}
	report = diag.Report{}
	m := Load(doc, &report)
	for _, d := range report.List {
		codes[d.Code]++
		if testing.Verbose() && os.Getenv("SDKC_CODE") == string(d.Code) {
			t.Log(d)
		}
	}
	if m == nil {
		t.Errorf("%s: refused: %v", path, report.List)
		return 0, false
	}
	if got, want := len(m.Operations()), count(doc); got < want {
		t.Errorf("%s: %d operations in the model, %d in the document", path, got, want)
	}
	if _, err := json.Marshal(m); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	checkRefs(t, path, m)
	return len(m.Operations()), true
}

// count is how many operations the paths of a document hold, refs apart.
func count(doc *source.Document) int {
	n := 0
	for _, f := range fields(doc.Root.Get("paths")) {
		if strings.HasPrefix(f.Key, "x-") {
			continue
		}
		for _, of := range operationFields(f.Value) {
			if of.Value.Kind == source.Object {
				n++
			}
		}
	}
	return n
}

// checkRefs wants each schema to have what its kind says, and each ref to lead to a schema of the document.
func checkRefs(t *testing.T, path string, m *model.Document) {
	listed := map[*model.Schema]bool{}
	ids := map[string]bool{}
	for _, s := range m.Schemas {
		if ids[s.ID] {
			t.Errorf("%s: two schemas have the id %s", path, s.ID)
		}
		listed[s], ids[s.ID] = true, true
	}
	for _, s := range m.Schemas {
		checkSchema(t, path, s)
		for _, ty := range typesOf(s) {
			checkType(t, path+": "+s.ID, ty, listed)
		}
	}
	for _, o := range m.Operations() {
		at := path + ": " + o.Method + " " + o.Template()
		for _, p := range o.Params {
			checkType(t, at, p.Type, listed)
		}
		for _, response := range o.Responses {
			for _, c := range response.Contents {
				checkType(t, at, c.Type, listed)
			}
		}
	}
}

func typesOf(s *model.Schema) []*model.Type {
	types := []*model.Type{s.Alias}
	if s.Object != nil {
		types = append(types, s.Object.Extra)
		for _, f := range s.Object.Fields {
			types = append(types, f.Type)
		}
	}
	if s.Union != nil {
		for _, v := range s.Union.Variants {
			types = append(types, v.Type)
		}
	}
	return types
}

func checkType(t *testing.T, at string, ty *model.Type, listed map[*model.Schema]bool) {
	for ; ty != nil; ty = ty.Elem {
		if (ty.Kind == model.Ref) != (ty.Schema != nil) || ty.Schema != nil && (!listed[ty.Schema] || ty.SchemaID != ty.Schema.ID) {
			t.Errorf("%s: bad ref %q", at, ty.SchemaID)
		}
		if (ty.Kind == model.Array || ty.Kind == model.Map) != (ty.Elem != nil) {
			t.Errorf("%s: %s without elem", at, ty.Kind)
		}
	}
}

func checkSchema(t *testing.T, path string, s *model.Schema) {
	ok := false
	switch s.Kind {
	case model.ObjectSchema:
		ok = s.Object != nil
	case model.EnumSchema:
		ok = s.Enum != nil && len(s.Enum.Values) > 0
	case model.UnionSchema:
		ok = s.Union != nil && len(s.Union.Variants) > 1
	case model.AliasSchema:
		ok = s.Alias != nil
	}
	if !ok {
		t.Errorf("%s: %s: %s has no content of its kind", path, s.ID, s.Kind)
	}
	if s.Name == "" && len(s.Place) == 0 {
		t.Errorf("%s: %s: inline schema has no place", path, s.ID)
	}
}
