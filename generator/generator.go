// Package generator turns OpenAPI documents into SDKs. To learn the program, begin here: a
// document passes through the rooms in the order of the calls in document, below; sdk gathers
// what the documents of one SDK led to; run does so for each SDK. Nothing is written before
// everything has arrived.
package generator

import (
	"context"
	"path"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/sdkc/sdkc/generator/code"
	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/docs"
	"github.com/sdkc/sdkc/generator/openapi"
	"github.com/sdkc/sdkc/generator/output"
	"github.com/sdkc/sdkc/generator/sdk"
	"github.com/sdkc/sdkc/generator/source"
)

// Version is that of the generator. It stands in each file that is written, so it is a constant:
// the same sources must lead to the same bytes in every checkout.
const Version = "0.1.0"

// run compiles each SDK that is asked for and hands it to deliver, if nothing refuses it.
func run(ctx context.Context, req Request, deliver func(*SDK)) (res *Result, err error) {
	defer recovered(&err, "")
	b := &build{Request: req, times: newTimes()}
	res = &Result{}
	defer func() { res.Timings = b.times.total() }()
	for _, want := range req.sdks(res) {
		s, err := b.sdk(ctx, want)
		if err != nil {
			return res, err
		}
		res.SDKs = append(res.SDKs, s)
		if !s.report.Failed() {
			w := b.times.watch()
			deliver(s)
			w.lap(writing)
		}
		res.Diagnostics = append(res.Diagnostics, s.report.List...)
	}
	return res, nil
}

// A build is one run on its way.
type build struct {
	Request
	times  *times
	silent bool // nothing is printed: Lint and Inspect
}

// sdk compiles the documents of one SDK and adds what they share: the pages, the runtime, a go.mod.
// What is wrong with any of them is reported, in their order.
func (b *build) sdk(ctx context.Context, want *config.SDK) (*SDK, error) {
	s := &SDK{Name: want.Name, Out: want.Out}
	documents := want.Documents(&s.report)
	place := placeOf(want, &s.report)
	outcomes, err := b.documents(ctx, want, documents, place)
	if err != nil {
		return s, err
	}
	s.gather(outcomes, want.Names)
	if b.Strict {
		promote(&s.report)
	}
	if s.report.Failed() {
		return s, nil
	}
	return s, b.shared(s, outcomes, place)
}

// documents compiles documents side by side.
func (b *build) documents(ctx context.Context, want *config.SDK, documents []config.Document, place place) ([]*outcome, error) {
	outcomes := make([]*outcome, len(documents))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(b.jobs())
	for i, d := range documents {
		o := &outcome{Document: d}
		outcomes[i] = o
		group.Go(func() (err error) {
			defer recovered(&err, d.File)
			if err := ctx.Err(); err != nil {
				return err
			}
			return b.document(o, want, place, max(1, b.jobs()/len(documents)))
		})
	}
	return outcomes, group.Wait()
}

// document takes one document the whole way.
func (b *build) document(o *outcome, want *config.SDK, place place, limit int) error {
	w := b.times.watch()
	tree := source.Load(o.File, source.Options{}, &o.report) // bytes → an ordered tree that knows its places
	w.lap(reading)
	if tree == nil {
		return nil
	}
	api := openapi.Load(tree, &o.report) // tree → the API in the document's words
	w.lap(understanding)
	if api == nil {
		return nil
	}
	api.File = filepath.Base(api.File)                                     // output must not tell where a checkout stands
	o.pkg = sdk.New(api, options(want, o.Document, place, api), &o.report) // document's words → Go's words
	w.lap(naming)
	o.setAside()
	if b.silent || o.report.Failed() {
		return nil
	}
	stamp := code.Stamp{Version: Version, Document: api.File, SHA256: api.SHA256}
	files, err := code.Print(o.pkg, stamp, limit) // Go's words → Go
	w.lap(printing)
	for _, f := range files {
		o.files = append(o.files, output.File{Path: path.Join(o.pkg.Dir, f.Name), Data: f.Content})
	}
	return bug(err, o.File)
}

// shared adds what an SDK has once: its pages, its runtime, and a go.mod if it is a module.
func (b *build) shared(s *SDK, outcomes []*outcome, place place) error {
	w := b.times.watch()
	var pkgs []*sdk.Package
	for _, o := range outcomes {
		s.Files = append(s.Files, o.files...)
		pkgs = append(pkgs, o.pkg)
	}
	pages, err := docs.Print(pkgs, docs.Options{Name: s.Name}) // Go's words → pages
	if err != nil {
		return bug(err, s.Name)
	}
	for _, p := range pages {
		s.Files = append(s.Files, output.File{Path: p.Path, Data: p.Data})
	}
	w.lap(paging)
	runtime, err := runtimeFiles()
	s.Files = append(s.Files, runtime...)
	if place.module != "" {
		s.Files = append(s.Files, moduleFile(place.module))
	}
	return bug(err, s.Name)
}
