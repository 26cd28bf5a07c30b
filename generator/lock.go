package generator

import (
	"fmt"
	"path/filepath"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
)

// lockName is the lock of a run without a config, in the output folder.
const lockName = "sdkc.lock"

// readLock reads what earlier runs published: beside the config, or in the output folder where there is none.
func (b *build) readLock(report *diag.Report) {
	if file := b.lockFile(); file != "" && !report.Failed() {
		b.lock = config.ReadLock(file, report)
	}
}

func (b *build) lockFile() string {
	switch {
	case len(b.Specs) == 0:
		return config.LockFile(b.Config)
	case b.Out != "":
		return filepath.Join(b.Out, lockName)
	}
	return ""
}

// locked is what package sdk needs to know of a document's lock.
func locked(lock *config.Lock, name, dir string) map[string]string {
	if lock == nil {
		return nil
	}
	d := lock.SDK(name).Document(dir)
	if d == nil {
		return nil
	}
	return byKey(d)
}

func byKey(d *config.LockedDocument) map[string]string {
	all := make(map[string]string, len(d.Lines))
	for _, l := range d.Lines {
		all[l.Key()] = l.Value
	}
	return all
}

// keep makes the section of an SDK that its lock shall have.
func (b *build) keep(s *SDK, outcomes []*outcome) {
	if b.lock == nil {
		return
	}
	if b.lock.Missing && output.Owned(s.Out) {
		s.report.Add(diag.Diagnostic{
			Code: "no-lock", Severity: diag.Warning, Pos: diag.Pos{File: filepath.ToSlash(b.lock.File)},
			Message: fmt.Sprintf("there is no lock of the names that %s published", s.Name),
			Cure:    "names are decided anew and may have moved; if the file was lost, take it back from version control and generate again",
		})
	}
	s.lock = &config.LockedSDK{Name: s.Name}
	for _, o := range outcomes {
		s.lock.Documents = append(s.lock.Documents, nextLock(b.lock.SDK(s.Name).Document(o.Dir), o))
	}
	if !b.beside() {
		lock := &config.Lock{SDKs: []*config.LockedSDK{s.lock}}
		s.Files = append(s.Files, output.File{Path: lockName, Data: lock.Bytes()})
	}
}
