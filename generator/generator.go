// Package generator turns OpenAPI documents into SDKs. To learn the program, begin here, from below:
//
//	document  takes one document through the rooms, arrow by arrow
//	shared    adds what the documents of an SDK have in common
//	sdk       compiles all documents of an SDK, and goes on only if none is refused
//	run       compiles each SDK that is asked for, and hands it to Generate or Check
//
// Nothing is written before everything has arrived.
package generator

import (
	"context"
	"path"
	"path/filepath"

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

// run compiles each SDK that is asked for and hands it to deliver if nothing refuses it: there it
// is written (Generate), compared with the disk (Check), or left as it is (Compile).
func run(ctx context.Context, req Request, deliver func(*build, *SDK)) (res *Result, err error) {
	defer recovered(&err, "")
	b := &build{Request: req, times: newTimes()}
	res = &Result{}
	defer func() { res.Timings = b.times.total() }()
	all := b.sdks(res)
	b.openCache(&res.Diagnostics)
	defer b.closeCache()
	for _, want := range all {
		s, err := b.sdk(ctx, want)
		if err != nil {
			return res, err
		}
		res.SDKs = append(res.SDKs, s)
		if !s.report.Failed() {
			w := b.times.watch()
			deliver(b, s)
			w.lap(writing)
			s.regrade(want.Levels)
		}
		res.Diagnostics = append(res.Diagnostics, s.report.List...)
	}
	res.Locked = b.lockText(res)
	return res, nil
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
	s.gather(outcomes, want)
	s.regrade(want.Levels)
	if b.Strict {
		promote(&s.report)
	}
	if s.report.Failed() {
		return s, nil
	}
	b.keep(s, outcomes)
	return s, b.shared(s, want, outcomes, place)
}

// document takes one document the whole way, or takes from the cache what it led to before.
func (b *build) document(o *outcome, want *config.SDK, place place, limit int) error {
	if b.unfetched(o) {
		return nil
	}
	k := b.key(o, want, place, b.lockBefore(o, want))
	if k == nil || !b.restore(o, *k) {
		if err := b.compile(o, want, place, limit); err != nil {
			return err
		}
		if k != nil && o.gist != nil {
			b.store(o, want, place)
		}
	}
	if o.gist != nil {
		b.unpinned(o, o.gist.SHA256)
	}
	return nil
}

// compile takes a document through the rooms.
func (b *build) compile(o *outcome, want *config.SDK, place place, limit int) error {
	w := b.times.watch()

	// bytes → an ordered tree that knows its places
	tree := source.Load(o.File, source.Options{
		Overlays: o.Overlays, Folder: want.Root, Lenient: want.Lenient, Selection: selection(want),
	}, &o.report)
	w.lap(reading)
	if tree == nil {
		return nil
	}
	o.idle, o.read = tree.Idle, tree.Files
	if b.bundle {
		o.bundled = tree.JSON()
	}

	// tree → the API, in the document's words
	api := openapi.Load(tree, &o.report)
	w.lap(understanding)
	if api == nil {
		return nil
	}
	api.File = filepath.Base(api.File) // output must not tell where a checkout stands

	// the document's words → Go's words
	opts := options(want, o.Document, place, api)
	if opts.Lock = o.lock; opts.Lock == nil {
		opts.Lock = locked(b.lock, want.Name, o.Dir)
	}
	o.pkg = sdk.New(api, opts, &o.report)
	w.lap(naming)
	o.setAside()
	o.gist = gistOf(o.pkg)
	if b.silent || o.report.Failed() {
		return nil
	}

	// Go's words → Go
	stamp := code.Stamp{Version: Version, Document: api.File, SHA256: api.SHA256}
	files, err := code.Print(o.pkg, stamp, limit)
	w.lap(printing)
	for _, f := range files {
		o.files = append(o.files, output.File{Path: path.Join(o.pkg.Dir, f.Name), Data: f.Content})
	}
	if err != nil {
		return bug(err, o.File)
	}

	// Go's words → pages
	pages, err := docs.Print(o.pkg, o.several)
	for _, p := range pages {
		o.files = append(o.files, output.File{Path: p.Path, Data: p.Data})
	}
	w.lap(paging)
	return bug(err, o.File)
}

// shared adds what an SDK has once: its first pages, its runtime, and a go.mod if it is a module.
func (b *build) shared(s *SDK, want *config.SDK, outcomes []*outcome, place place) error {
	w := b.times.watch()
	for _, o := range outcomes {
		s.Files = append(s.Files, o.files...)
	}
	pages, err := b.front(want, outcomes, place)
	if err != nil {
		return bug(err, s.Name)
	}
	s.Files = append(s.Files, pages...)
	w.lap(paging)
	runtime, err := runtimeFiles(runtimeParts(want, outcomes))
	s.Files = append(s.Files, runtime...)
	if place.module != "" {
		s.Files = append(s.Files, moduleFile(place.module))
	}
	return bug(err, s.Name)
}
