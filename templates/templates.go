// Package templates carries what sdkc copies or fills in: the page templates and the runtime
// that every SDK gets as its package sdk. It knows neither documents nor SDKs.
package templates

import (
	"embed"
	"io/fs"
	"slices"
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

// parts are the files of the runtime that only some SDKs need, by what asks for them.
var parts = map[string]Part{
	"webhook.go": "webhook", "webhook_standard.go": "webhook standard", "webhook_stripe.go": "webhook stripe", "webhook_twilio.go": "webhook twilio",
}

// A Part is what some SDKs have in their runtime: "webhook" receives an API's requests, "webhook twilio" verifies those of
// Twilio.
type Part string

// Runtime is the source of package sdk, without its tests and the parts that nobody asks for, in the order of names.
func Runtime(want ...Part) ([]File, error) {
	entries, err := runtime.ReadDir("runtime")
	if err != nil {
		return nil, err
	}
	var files []File
	for _, e := range entries {
		if part, some := parts[e.Name()]; strings.HasSuffix(e.Name(), "_test.go") || some && !slices.Contains(want, part) {
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
