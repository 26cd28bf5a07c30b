package golden

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// sampleSize bounds the documents of the sample, and sampleStep says of how many one is taken.
const (
	sampleSize = 300 << 10
	sampleStep = 3
)

// sample takes one of several documents, none of them large: those are for -every.
func sample(folder string, roots []string) []string {
	var some []string
	for i, root := range roots {
		if info, err := os.Stat(filepath.Join(folder, root)); err == nil && i%sampleStep == 0 && info.Size() < sampleSize {
			some = append(some, root)
		}
	}
	return some
}

// rootKey finds the key that makes a file a document.
var rootKey = regexp.MustCompile(`(?m)^\s*\{?\s*"?(openapi|swagger)"?\s*:`)

// foundDocuments are the files of a folder that say that they are documents.
func foundDocuments(t *testing.T, folder string) []string {
	t.Helper()
	var roots []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !slices.Contains([]string{".json", ".yaml", ".yml"}, filepath.Ext(path)) {
			return nil // a folder that is not there has no documents
		}
		data, err := os.ReadFile(path)
		if err != nil || !rootKey.Match(data) {
			return err
		}
		root, err := filepath.Rel(folder, path)
		roots = append(roots, root)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return roots
}

// A plainReader reads documents by a YAML library, which takes JSON too: no code of ours stands between it and the counts.
type plainReader struct {
	t     *testing.T
	files map[string]any
}

// rootOperations are the operations of a document as "GET /v1/Services", through the references of path items.
func rootOperations(t *testing.T, file string) []string {
	t.Helper()
	r := &plainReader{t: t, files: map[string]any{}}
	root, _ := r.read(file).(map[string]any)
	paths, _ := root["paths"].(map[string]any)
	var lines []string
	for _, template := range sortedKeys(paths) {
		if strings.HasPrefix(template, "x-") {
			continue
		}
		item := r.item(file, paths[template])
		for _, method := range append(httpMethods[:], "query") {
			if _, is := item[method].(map[string]any); is {
				lines = append(lines, strings.ToUpper(method)+" "+routerParam.ReplaceAllString(template, "/{$1}"))
			}
		}
		more, _ := item["additionalOperations"].(map[string]any)
		for _, method := range sortedKeys(more) {
			lines = append(lines, method+" "+template)
		}
	}
	return lines
}

// item is a path item with what it refers to.
func (r *plainReader) item(file string, value any) map[string]any {
	own, _ := value.(map[string]any)
	ref, _ := own["$ref"].(string)
	if ref == "" {
		return own
	}
	name, fragment, _ := strings.Cut(ref, "#")
	if name != "" {
		file = filepath.Join(filepath.Dir(file), filepath.FromSlash(name))
	}
	all := map[string]any{}
	for key, v := range r.item(file, r.find(r.read(file), fragment)) {
		all[key] = v
	}
	for key, v := range own {
		all[key] = v
	}
	delete(all, "$ref")
	return all
}

func (r *plainReader) find(value any, fragment string) any {
	for part := range strings.SplitSeq(strings.TrimPrefix(fragment, "/"), "/") {
		if part == "" {
			continue
		}
		if plain, err := url.PathUnescape(part); err == nil {
			part = plain
		}
		object, _ := value.(map[string]any)
		value = object[strings.NewReplacer("~1", "/", "~0", "~").Replace(part)]
	}
	return value
}

// quirk is half a pair of surrogates, which YAML does not know.
var quirk = regexp.MustCompile(`\\u[dD][89a-fA-F][0-9a-fA-F]{2}`)

func (r *plainReader) read(file string) any {
	if value, known := r.files[file]; known {
		return value
	}
	data, err := os.ReadFile(file)
	if err != nil {
		r.t.Error(err)
	}
	var value any
	if err := yaml.Unmarshal(quirk.ReplaceAll(data, []byte("?")), &value); err != nil {
		r.t.Errorf("%s: %v", file, err)
	}
	r.files[file] = value
	return value
}

// routerParam is a param as routers write it, which sdkc reads as OpenAPI's, with a warning.
var routerParam = regexp.MustCompile(`/<(?:\w+:)?(\w+)>`)
