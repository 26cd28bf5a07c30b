package generator

import (
	"path/filepath"
	"slices"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
)

// beside tells whether the lock stands beside a config: without one it is a file of the output.
func (b *build) beside() bool { return b.lock != nil && len(b.Specs) == 0 }

// writable tells whether the lock can be written, before the output is: names that are published and not kept would move.
func (b *build) writable(s *SDK) bool {
	if !b.beside() {
		return true
	}
	err := output.Writable(b.lock.File)
	if err != nil {
		s.report.Add(unwritableLock(b.lock.File, err))
	}
	return err == nil
}

func unwritableLock(file string, err error) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "unwritable-lock", Pos: diag.Pos{File: filepath.ToSlash(file)}, Message: "the lock cannot be written: " + err.Error(),
		Cure: "give yourself the right to write the file and its folder",
	}
}

// writeLock puts an SDK's section into the lock. Should it fail, or be killed before, nothing is lost: the next run
// comes to the same names from the same documents and the old lock.
func (b *build) writeLock(s *SDK) {
	if !b.beside() {
		return
	}
	var report diag.Report
	now := config.ReadLock(b.lock.File, &report) // another run may have published another SDK meanwhile
	if now == nil {
		s.report.List = append(s.report.List, report.List...)
		return
	}
	if err := output.Replace(b.lock.File, b.withSection(now, s).Bytes()); err != nil {
		s.report.Add(unwritableLock(b.lock.File, err))
	}
}

// lockText is the text of the lock with all SDKs that were compiled.
func (b *build) lockText(res *Result) []byte {
	if !b.beside() {
		return nil
	}
	next := b.lock
	for _, s := range res.SDKs {
		if s.lock != nil {
			next = b.withSection(next, s)
		}
	}
	return next.Bytes()
}

// withSection is a lock with an SDK's new section, and without those of SDKs that the config no longer has.
func (b *build) withSection(lock *config.Lock, s *SDK) *config.Lock {
	next := *lock
	next.SDKs = slices.DeleteFunc(slices.Clone(lock.SDKs), func(o *config.LockedSDK) bool { return !slices.Contains(b.all, o.Name) })
	next.Put(s.lock)
	return &next
}
