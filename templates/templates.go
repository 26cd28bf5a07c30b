// Package templates carries what sdkc copies or fills in: the page templates and the runtime
// that every SDK gets as its package sdk. It knows neither documents nor SDKs.
package templates

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed docs/*.tmpl
var docs embed.FS

//go:embed runtime/*.go
var runtime embed.FS

// A File is a file to be copied word for word.
type File struct {
	Name string // without a folder: "client.go"
	Data []byte
}

// Docs is the folder of the page templates: "resource.md.tmpl" and so on.
func Docs() (fs.FS, error) { return fs.Sub(docs, "docs") }

// Runtime is the source of package sdk, without its tests, in the order of names.
func Runtime() ([]File, error) {
	entries, err := runtime.ReadDir("runtime")
	if err != nil {
		return nil, err
	}
	var files []File
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		data, err := runtime.ReadFile("runtime/" + e.Name())
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: e.Name(), Data: data})
	}
	return files, nil
}
