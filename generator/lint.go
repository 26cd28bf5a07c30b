package generator

import (
	"context"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// Lint reads the documents of Request.Specs, or else of the config, and reports all there is to
// say of them. It prints no code, so it needs neither an output folder nor a module.
func Lint(ctx context.Context, req Request) (res *Result, err error) {
	defer recovered(&err, "")
	b := &build{Request: req, times: newTimes(), silent: true}
	res = &Result{}
	defer func() { res.Timings = b.times.total() }()
	if len(req.Specs) > 0 {
		want, documents := req.loose(res)
		return res, b.lint(ctx, res, want, documents)
	}
	for _, want := range b.sdks(res) {
		var report diag.Report
		documents := want.Documents(&report)
		res.Diagnostics = append(res.Diagnostics, report.List...)
		if err := b.lint(ctx, res, want, documents); err != nil {
			return res, err
		}
	}
	return res, nil
}

func (b *build) lint(ctx context.Context, res *Result, want *config.SDK, documents []config.Document) error {
	s := &SDK{Name: want.Name}
	outcomes, err := b.documents(ctx, want, documents, place{})
	if err != nil {
		return err
	}
	s.gather(outcomes, want)
	s.regrade(want.Levels)
	if b.Strict {
		promote(&s.report)
	}
	res.SDKs = append(res.SDKs, s)
	res.Diagnostics = append(res.Diagnostics, s.report.List...)
	return nil
}

// loose are the documents that the command line names, each a package of its own that has
// nothing to do with the others.
func (r *Request) loose(res *Result) (*config.SDK, []config.Document) {
	var report diag.Report
	want := &config.SDK{Name: "lint", ClientParams: r.clientParams(), Root: r.Root, Lenient: r.Lenient}
	want.Include, want.Exclude = lines(r.Include, "include", &report), lines(r.Exclude, "exclude", &report)
	for _, spec := range r.Specs {
		want.Specs = append(want.Specs, config.Spec{Pattern: spec})
	}
	var documents []config.Document
	for _, file := range want.Files(&report) {
		documents = append(documents, config.Document{File: file, Package: "api", Dir: "."})
	}
	res.Diagnostics = append(res.Diagnostics, report.List...)
	return want, documents
}
