package generator

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
)

// Check tells how the output differs from what Generate would write; Result.SDKs holds the
// drift. It writes nothing.
func Check(ctx context.Context, req Request) (*Result, error) {
	return run(ctx, req, func(s *SDK) {
		s.Drift, s.Summary = output.Compare(s.Out, s.Files, Version, &s.report)
		for _, d := range s.Drift {
			s.report.Add(diag.Diagnostic{
				Code: diag.Code("output-" + string(d.Kind)), Pos: diag.Pos{File: filepath.ToSlash(filepath.Join(s.Out, d.Path))},
				Message: driftWords(d.Kind), Cure: "run sdkc generate",
			})
		}
	})
}

func driftWords(k output.Kind) string {
	switch k {
	case output.Missing:
		return "the file is missing"
	case output.Edited:
		return "the file was edited by hand"
	case output.Surplus:
		return "the file is no longer generated"
	case output.Stale:
		return "the file is stale"
	}
	return fmt.Sprintf("the file differs (%s)", k)
}
