package generator

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
)

// Check tells how the output and the lock differ from what Generate would write; Result.SDKs and Result.Lock
// hold the drift. It writes nothing.
func Check(ctx context.Context, req Request) (*Result, error) {
	var compared *build
	res, err := run(ctx, req, func(b *build, s *SDK) {
		compared = b
		s.Drift, s.Summary = output.Compare(s.Out, s.Files, Version, &s.report)
		for _, d := range s.Drift {
			s.report.Add(driftDiagnostic(d.Kind, filepath.Join(s.Out, d.Path), "the file"))
		}
		b.compareLock(s)
	})
	if err == nil && compared != nil {
		compared.lockDrift(res)
	}
	return res, err
}

// compareLock tells how the lock beside a config differs. That of a run without one is a file of the output.
func (b *build) compareLock(s *SDK) {
	if !b.beside() {
		return
	}
	for _, d := range s.lock.Documents {
		old := b.lock.SDK(s.Name).Document(d.Dir)
		message := ""
		switch {
		case b.lock.Missing:
			continue
		case old == nil:
			message = fmt.Sprintf("the lock knows nothing of %s, which is package %s of %s", d.File, d.Dir, s.Name)
		case old.SHA256 != d.SHA256:
			message = fmt.Sprintf("%s of %s is another document than that of the lock", d.File, s.Name)
		default:
			continue
		}
		s.report.Add(diag.Diagnostic{
			Code: "lock-document", Severity: diag.Warning, Pos: diag.Pos{File: filepath.ToSlash(b.lock.File)}, Message: message, Cure: "run sdkc generate",
		})
	}
}

// lockDrift is how the lock differs when all SDKs are compared.
func (b *build) lockDrift(res *Result) {
	if !b.beside() {
		return
	}
	drift := output.Changed(b.lock.File, res.Locked)
	if drift == nil {
		return
	}
	res.Lock = drift
	res.Diagnostics = append(res.Diagnostics, driftDiagnostic(drift.Kind, b.lock.File, "the lock"))
}

// driftDiagnostic says how a file differs.
func driftDiagnostic(k output.Kind, file, what string) diag.Diagnostic {
	d := diag.Diagnostic{Code: "output-stale", Pos: diag.Pos{File: filepath.ToSlash(file)}, Message: what + " is stale", Cure: "run sdkc generate"}
	switch k {
	case output.Missing:
		d.Code, d.Message = "output-missing", what+" is missing"
	case output.Edited:
		d.Code, d.Message = "output-edited", what+" was edited by hand"
	case output.Surplus:
		d.Code, d.Message = "output-surplus", what+" is no longer generated"
	}
	return d
}
