package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// tempPrefix begins the names under which new bytes wait for their renaming.
const tempPrefix = ".sdkc-tmp-"

// apply carries the plan out. New bytes are first written beside their places; only when all
// are there do files change. A run that is killed on the way leaves a folder that the next run
// recognises and repairs: stale files go first, then the manifest says what is to come.
func (p *plan) apply(d *folder, report *diag.Report) bool {
	if len(p.drifts) == 0 {
		return true
	}
	sweep(d, p.drifts)
	var moves []move
	for i := range p.drifts {
		m, err := stage(d, &p.drifts[i], i)
		if err != nil {
			discard(d, moves)
			report.Add(unwritable(d.pos(p.drifts[i].Path).File, err))
			return false
		}
		if m.temp != "" {
			moves = append(moves, m)
		}
	}
	if err := p.commit(d, moves); err != nil {
		discard(d, moves)
		report.Add(diag.Diagnostic{
			Code: "unwritable-output", Pos: diag.Pos{File: d.dir}, Message: "stopped on the way: " + err.Error(),
			Cure: "remove the cause and run again; the next run completes this one",
		})
		return false
	}
	return true
}

// A move is a temporary file and the path that it will get.
type move struct{ temp, path string }

// stage writes a drift's new bytes beside their place.
func stage(d *folder, drift *Drift, i int) (move, error) {
	if drift.Kind == Surplus {
		return move{}, nil
	}
	dir := filepath.FromSlash(path.Dir(drift.Path))
	if err := d.root.MkdirAll(dir, 0o755); err != nil {
		return move{}, err
	}
	m := move{filepath.Join(dir, tempPrefix+strconv.Itoa(i)), filepath.FromSlash(drift.Path)}
	err := d.root.WriteFile(m.temp, drift.Want, 0o644)
	if err != nil {
		d.root.Remove(m.temp)
	}
	return m, err
}

func (p *plan) commit(d *folder, moves []move) error {
	for _, drift := range p.drifts {
		if drift.Kind != Surplus {
			continue
		}
		if err := d.root.Remove(filepath.FromSlash(drift.Path)); err != nil {
			return fmt.Errorf("%s: %s", drift.Path, reason(err))
		}
		removeEmpty(d, path.Dir(drift.Path))
	}
	for i := len(moves) - 1; i >= 0; i-- { // the manifest is last in the plan and first to move
		if err := d.root.Rename(moves[i].temp, moves[i].path); err != nil {
			return fmt.Errorf("%s: %s", filepath.ToSlash(moves[i].path), reason(err))
		}
	}
	return nil
}

// removeEmpty removes folders that the removal of a file left empty.
func removeEmpty(d *folder, dir string) {
	for ; dir != "."; dir = path.Dir(dir) {
		if d.root.Remove(filepath.FromSlash(dir)) != nil {
			return // not empty
		}
	}
}

func discard(d *folder, moves []move) {
	for _, m := range moves {
		d.root.Remove(m.temp) // those already moved are no longer there
		removeEmpty(d, filepath.ToSlash(filepath.Dir(m.temp)))
	}
}

// sweep removes temporary files that a killed run left in the folders we are about to write to.
func sweep(d *folder, drifts []Drift) {
	seen := map[string]bool{}
	for _, drift := range drifts {
		dir := path.Dir(drift.Path)
		if seen[dir] {
			continue
		}
		seen[dir] = true
		entries, err := fs.ReadDir(d.root.FS(), dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), tempPrefix) {
				d.root.Remove(filepath.Join(filepath.FromSlash(dir), e.Name()))
			}
		}
	}
}
