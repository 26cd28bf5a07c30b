package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"io"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/sdkc/sdkc/generator/cache"
	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/docs"
	"github.com/sdkc/sdkc/generator/output"
	"github.com/sdkc/sdkc/generator/sdk"
	"github.com/sdkc/sdkc/generator/source"
)

// A recall is the cache of a run.
type recall struct {
	*cache.Cache
	tool []byte // digest of this very program, with the runtime and the templates in it

	one  sync.Mutex
	used []cache.Key
}

// openCache opens the folder that the request names. A run goes on without one.
func (b *build) openCache(list *[]diag.Diagnostic) {
	if b.Cache == "" || b.silent || b.bundle {
		return
	}
	c, err := cache.Open(b.Cache)
	if err != nil {
		*list = append(*list, diag.Diagnostic{
			Code: "unwritable-cache", Severity: diag.Warning, Pos: diag.Pos{File: b.Cache}, Message: "the cache cannot be used: " + err.Error(),
			Cure: "every document is compiled; name another folder in $SDKC_CACHE, or give --no-cache",
		})
		return
	}
	if tool, err := program(); err == nil {
		b.recall = &recall{Cache: c, tool: tool}
	}
}

// program is the digest of the running program.
func program() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return h.Sum(nil), err
}

func (b *build) closeCache() {
	if b.recall != nil {
		b.recall.Used(b.recall.used, time.Now())
	}
}

// An entry is what the cache keeps of a document.
type entry struct {
	Gist   *gist
	Files  []output.File
	Report []diag.Diagnostic
	Idle   []source.Rule
	Unused []string
}

// key says what a document's output depends on, but for the files that it refers to. nil: it cannot be cached.
func (b *build) key(o *outcome, want *config.SDK, place place, lock *config.LockedDocument) *cache.Key {
	if b.recall == nil || o.lock != nil {
		return nil
	}
	var published []byte
	if lock != nil { // as text: where its lines stand does not matter
		lock := &config.Lock{SDKs: []*config.LockedSDK{{Name: want.Name, Documents: []*config.LockedDocument{lock}}}}
		published = lock.Bytes()
	}
	facts, err := json.Marshal([]any{want, o.Document, place.path, o.several})
	parts := [][]byte{b.recall.tool, facts, published}
	for _, file := range append([]string{o.File}, o.Overlays...) {
		sum, ok := fileSum(file)
		if !ok || err != nil {
			return nil
		}
		parts = append(parts, []byte(file), sum)
	}
	k := cache.NewKey(parts...)
	return &k
}

func fileSum(file string) ([]byte, bool) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	data, err := os.ReadFile(file)
	sum := sha256.Sum256(data)
	return sum[:], err == nil
}

// whole adds the files that a document refers to.
func whole(k cache.Key, files []string) (cache.Key, bool) {
	parts := [][]byte{k[:]}
	for _, file := range files {
		sum, ok := fileSum(file)
		if !ok {
			return k, false
		}
		parts = append(parts, []byte(file), sum)
	}
	return cache.NewKey(parts...), true
}

// restore takes a document's outcome from the cache, if it is there.
func (b *build) restore(o *outcome, k cache.Key) bool {
	var files []string
	var e entry
	if !b.get(k, &files) {
		return false
	}
	all, ok := whole(k, files)
	if !ok || !b.get(all, &e) || e.Gist == nil {
		return false
	}
	o.gist, o.files, o.report.List, o.idle, o.unused = e.Gist, e.Files, e.Report, e.Idle, e.Unused
	o.cached = &all
	return true
}

func (b *build) get(k cache.Key, into any) bool {
	data, ok := b.recall.Get(k)
	if !ok || gob.NewDecoder(bytes.NewReader(data)).Decode(into) != nil {
		return false
	}
	b.recall.one.Lock()
	b.recall.used = append(b.recall.used, k)
	b.recall.one.Unlock()
	return true
}

func (b *build) put(k cache.Key, what any) {
	var data bytes.Buffer
	if gob.NewEncoder(&data).Encode(what) == nil {
		b.recall.Put(k, data.Bytes())
	}
}

// store keeps a document's outcome for the next run, whose lock is the one that this run leads to.
func (b *build) store(o *outcome, want *config.SDK, place place) {
	k := b.key(o, want, place, b.lockAfter(o, want))
	if k == nil || slices.ContainsFunc(o.report.List, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
		return
	}
	all, ok := whole(*k, o.read)
	if !ok {
		return
	}
	b.put(*k, o.read)
	b.put(all, &entry{Gist: o.gist, Files: o.files, Report: o.report.List, Idle: o.idle, Unused: o.unused})
	o.cached = &all
}

// lockBefore is what earlier runs published of a document.
func (b *build) lockBefore(o *outcome, want *config.SDK) *config.LockedDocument {
	if b.lock == nil {
		return nil
	}
	return b.lock.SDK(want.Name).Document(o.Dir)
}

// lockAfter is what the next run finds.
func (b *build) lockAfter(o *outcome, want *config.SDK) *config.LockedDocument {
	if b.lock == nil {
		return nil
	}
	return nextLock(b.lockBefore(o, want), o)
}

// front are the pages that belong to no document. They show the first package's samples, so that one is compiled if the
// cache has only what it led to, and neither it nor what the others are about is what it was.
func (b *build) front(want *config.SDK, outcomes []*outcome, place place) ([]output.File, error) {
	if len(outcomes) == 0 {
		return nil, nil
	}
	first := outcomes[0]
	var pkgs []*sdk.Package
	for _, o := range outcomes {
		pkgs = append(pkgs, o.gist.cover())
	}
	var k *cache.Key
	if facts, err := json.Marshal([]any{want.Name, pkgs}); err == nil && first.cached != nil {
		made := cache.NewKey(b.recall.tool, []byte("front"), first.cached[:], facts)
		k = &made
		var files []output.File
		if b.get(made, &files) {
			return files, nil
		}
	}
	if pkgs[0] = first.pkg; pkgs[0] == nil {
		whole := &outcome{Document: first.Document, several: first.several}
		if err := b.compile(whole, want, place, b.jobs()); err != nil {
			return nil, err
		}
		pkgs[0] = whole.pkg
	}
	pages, err := docs.PrintShared(pkgs, docs.Options{Name: want.Name})
	var files []output.File
	for _, p := range pages {
		files = append(files, output.File{Path: p.Path, Data: p.Data})
	}
	if k != nil && err == nil {
		b.put(*k, files)
	}
	return files, err
}
