package generator

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"

	"golang.org/x/sync/errgroup"

	"github.com/sdkc/sdkc/generator/code"
	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/diff"
	"github.com/sdkc/sdkc/generator/oasdiff"
)

// A DiffRequest names two states of documents. Each is a document, a folder of documents, a git revision of either
// ("HEAD~1:specs/x.yaml"), or, where Request.Config is set, a revision in which that config is read; "" is the working tree.
type DiffRequest struct {
	Request
	Old, New string
	Judge    []string // command of a process that serves [Judge]; none: this process judges, and ends where that overflows
}

// Judge asks the rules on documents once, for Diff of another process.
func Judge(r io.Reader, w io.Writer) error { return oasdiff.Serve(r, w) }

// A Comparison is what became of an SDK between two states of its documents.
type Comparison struct {
	Result
	Report *diff.Report // nil: a document was refused
	pairs  []pair
}

// A pair is one package in its two states; one of them may be missing.
type pair struct {
	old, new *outcome
	was, is  *diff.Package
}

// Diff compiles both states, the new one with the names that the old one published, and compares what they export. It
// writes nothing.
func Diff(ctx context.Context, req DiffRequest) (res *Comparison, err error) {
	defer recovered(&err, "")
	b := &build{Request: req.Request, times: newTimes(), silent: true, bundle: true}
	res = &Comparison{}
	defer func() { res.Timings = b.times.total() }()
	old, new, done, err := b.sides(ctx, req, res)
	defer done()
	if err != nil || res.Failed() {
		return res, err
	}
	if err := b.compileSides(ctx, res, old, new); err != nil || res.Failed() {
		return res, err
	}
	res.Report = &diff.Report{Old: old.name, New: new.name, Bump: diff.None.Bump(), Packages: []*diff.Compared{}}
	return res, b.compare(ctx, req.Judge, res)
}

// compileSides compiles the old state, then the new one with its names.
func (b *build) compileSides(ctx context.Context, res *Comparison, old, new *side) error {
	for i := range old.sdks {
		was, is := old.sdks[i], new.sdks[i]
		before, err := b.compileSide(ctx, res, old, was, nil)
		if err != nil {
			return err
		}
		byDir := map[string]*outcome{}
		for _, o := range before {
			byDir[o.Dir] = o
		}
		after, err := b.compileSide(ctx, res, new, is, func(dir string) map[string]string { return published(byDir[dir], old.lock, was) })
		if err != nil {
			return err
		}
		for _, o := range after {
			res.pairs = append(res.pairs, newPair(old, new, byDir[o.Dir], o))
			delete(byDir, o.Dir)
		}
		for _, o := range before {
			if byDir[o.Dir] != nil {
				res.pairs = append(res.pairs, newPair(old, new, o, nil))
			}
		}
	}
	return nil
}

// newPair takes the snapshots of a package in its two states; nil is one that it does not have.
func newPair(old, new *side, before, after *outcome) pair {
	return pair{before, after, old.snapshot(before), new.snapshot(after)}
}

// published is the lock that the old state leaves to the new one.
func published(o *outcome, lock *config.Lock, was *config.SDK) map[string]string {
	if o == nil || o.pkg == nil {
		return nil
	}
	var before *config.LockedDocument
	if lock != nil {
		before = lock.SDK(was.Name).Document(o.Dir)
	}
	return byKey(nextLock(before, o))
}

// compileSide compiles an SDK of a state by the names of the state's own lock. A document that this does not know has those
// that the state before it left.
func (b *build) compileSide(ctx context.Context, res *Comparison, s *side, want *config.SDK, left func(dir string) map[string]string) ([]*outcome, error) {
	if want == nil {
		return nil, nil // the SDK is not in this state
	}
	var report diag.Report
	documents := want.Documents(&report)
	if s.single != "" && len(documents) == 1 {
		documents[0].Package = s.single // one document is one package, whatever its file is called
	}
	locks := map[string]map[string]string{}
	for _, d := range documents {
		if locks[d.Dir] = locked(s.lock, want.Name, d.Dir); locks[d.Dir] == nil && left != nil {
			locks[d.Dir] = left(d.Dir)
		}
	}
	outcomes, err := b.locked(ctx, want, documents, place{path: path.Join("example.com", want.Name)}, locks)
	if err != nil {
		return nil, err
	}
	for _, o := range outcomes {
		report.List = append(report.List, o.report.List...)
	}
	for _, d := range report.List {
		if d.Severity == diag.Error {
			res.Diagnostics = append(res.Diagnostics, s.shown(d))
		}
	}
	return outcomes, nil
}

// compare takes the snapshots and asks the rules on documents, package by package.
func (b *build) compare(ctx context.Context, judge []string, res *Comparison) error {
	compared := make([]*diff.Compared, len(res.pairs))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(b.jobs())
	for i := range res.pairs {
		p := &res.pairs[i]
		group.Go(func() (err error) {
			defer recovered(&err, "")
			compared[i] = p.compare(ctx, judge)
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, c := range compared {
		res.Report.Add(c)
	}
	return nil
}

func (p *pair) compare(ctx context.Context, judge []string) *diff.Compared {
	if p.old == nil || p.new == nil {
		return diff.Compare(p.was, p.is, nil)
	}
	if bytes.Equal(p.old.bundled, p.new.bundled) {
		return diff.Compare(p.was, p.is, nil)
	}
	findings, err := oasdiff.Findings(ctx, judge, p.old.bundled, p.new.bundled)
	c := diff.Compare(p.was, p.is, findings)
	if err != nil {
		c.Unjudged = err.Error()
	}
	return c
}

// Code is the Go of both states by path, for who wants the compiler's word on them.
func (c *Comparison) Code() (old, new map[string][]byte, err error) {
	old, new = map[string][]byte{}, map[string][]byte{}
	for _, p := range c.pairs {
		if err := errors.Join(printed(old, p.old), printed(new, p.new)); err != nil {
			return nil, nil, err
		}
	}
	return old, new, nil
}

func printed(all map[string][]byte, o *outcome) error {
	if o == nil {
		return nil
	}
	files, err := code.Print(o.pkg, code.Stamp{Version: Version, Document: o.pkg.Spec.File, SHA256: o.pkg.Spec.SHA256}, 1)
	for _, f := range files {
		all[path.Join(o.pkg.Dir, f.Name)] = f.Content
	}
	return bug(err, o.File)
}
