package generator

import (
	"context"
	"path"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/output"
	"github.com/sdkc/sdkc/templates"
)

// Generate writes the SDKs that are asked for. An SDK with an error keeps the files it has. The
// error is a bug of ours, or that of the context.
func Generate(ctx context.Context, req Request) (*Result, error) {
	return run(ctx, req, func(b *build, s *SDK) {
		if req.DryRun {
			_, s.Summary = output.Compare(s.Out, s.Files, Version, &s.report)
			return
		}
		if b.writable(s) {
			s.Summary = output.Write(s.Out, s.Files, Version, &s.report)
			s.written = !s.Refused()
		}
		if !s.Refused() {
			b.writeLock(s)
		}
	})
}

// Compile makes the files of the SDKs and leaves them in the result; no output folder is looked at.
func Compile(ctx context.Context, req Request) (*Result, error) {
	return run(ctx, req, func(*build, *SDK) {})
}

// runtimeFiles are package sdk, word for word.
func runtimeFiles(parts []templates.Part) ([]output.File, error) {
	runtime, err := templates.Runtime(parts...)
	var files []output.File
	for _, f := range runtime {
		files = append(files, output.File{Path: path.Join("sdk", f.Name), Data: f.Data})
	}
	return files, err
}

// runtimeParts are what the packages need of the runtime that not every SDK has.
func runtimeParts(want *config.SDK, outcomes []*outcome) []templates.Part {
	var parts []templates.Part
	receives := len(want.Webhooks) > 0
	for _, o := range outcomes {
		receives = receives || o.gist.Webhooks
	}
	if receives {
		parts = append(parts, "webhook")
	}
	for _, scheme := range want.Webhooks {
		parts = append(parts, templates.Part("webhook "+scheme))
	}
	return parts
}
