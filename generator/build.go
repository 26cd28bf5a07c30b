package generator

import (
	"context"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/sdkc/sdkc/generator/config"
)

// A build is one run on its way.
type build struct {
	Request
	times  *times
	lock   *config.Lock // what earlier runs published; nil: nothing is kept
	all    []string     // names of all SDKs of the config
	sum    *config.Sum  // what sdkc pull fetched; nil without a config
	recall *recall      // what earlier runs compiled; nil: everything is compiled
	silent bool         // nothing is printed: Lint, Inspect and Diff
	bundle bool         // outcomes keep the document as it was understood: Diff
}

// documents compiles documents side by side.
func (b *build) documents(ctx context.Context, want *config.SDK, documents []config.Document, place place) ([]*outcome, error) {
	return b.locked(ctx, want, documents, place, nil)
}

// locked is documents with the names that packages have published, by their folders.
func (b *build) locked(ctx context.Context, want *config.SDK, documents []config.Document, place place, locks map[string]map[string]string) ([]*outcome, error) {
	outcomes := make([]*outcome, len(documents))
	var done atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(b.jobs())
	for i, d := range documents {
		o := &outcome{Document: d, lock: locks[d.Dir], several: len(documents) > 1}
		outcomes[i] = o
		group.Go(func() (err error) {
			defer recovered(&err, d.File)
			if err := ctx.Err(); err != nil {
				return err
			}
			err = b.document(o, want, place, max(1, b.jobs()/len(documents)))
			if n := done.Add(1); b.Progress != nil {
				b.Progress(want.Name, int(n), len(documents))
			}
			return err
		})
	}
	return outcomes, group.Wait()
}
