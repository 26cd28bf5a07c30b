package generator

import (
	"context"
	"path"

	"github.com/sdkc/sdkc/generator/output"
	"github.com/sdkc/sdkc/templates"
)

// Generate writes the SDKs that are asked for. An SDK with an error keeps the files it has. The
// error is a bug of ours, or that of the context.
func Generate(ctx context.Context, req Request) (*Result, error) {
	return run(ctx, req, func(s *SDK) {
		if req.DryRun {
			_, s.Summary = output.Compare(s.Out, s.Files, Version, &s.report)
			return
		}
		s.Summary = output.Write(s.Out, s.Files, Version, &s.report)
		s.written = true
	})
}

// Compile makes the files of the SDKs and leaves them in the result; no output folder is looked at.
func Compile(ctx context.Context, req Request) (*Result, error) {
	return run(ctx, req, func(*SDK) {})
}

// runtimeFiles are package sdk, word for word.
func runtimeFiles() ([]output.File, error) {
	runtime, err := templates.Runtime()
	var files []output.File
	for _, f := range runtime {
		files = append(files, output.File{Path: path.Join("sdk", f.Name), Data: f.Data})
	}
	return files, err
}
