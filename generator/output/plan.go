package output

import (
	"bytes"
	"errors"
	"maps"
	"path/filepath"
	"slices"

	"github.com/sdkc/sdkc/generator/diag"
)

// A plan is the way from what is on disk to what is wanted. Making one touches nothing.
type plan struct {
	drifts    []Drift
	unchanged int
	manifest  []byte // as it will be
	stale     bool   // the manifest on disk says something else
}

// newPlan compares; nil says that the report holds an error.
func newPlan(d *folder, files []File, version string, report *diag.Report) *plan {
	old, data, ok := readManifest(d, report)
	if !ok || old == nil && !vacant(d, report) {
		return nil
	}
	if old == nil {
		old = &manifest{Files: map[string]string{}}
	}
	p := &plan{}
	next := manifest{Version: version, Files: map[string]string{}}
	wanted := map[string]bool{}
	for _, f := range files {
		wanted[f.Path] = true
		if ours, good := p.want(d, f, old, report); !good {
			ok = false
		} else if ours {
			next.Files[f.Path] = hash(f.Data)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(old.Files)) {
		if !wanted[path] {
			ok = p.drop(d, path, old.Files[path], report) && ok
		}
	}
	if !ok {
		return nil
	}
	p.manifest = next.bytes()
	if p.stale = !bytes.Equal(p.manifest, data); p.stale {
		p.drifts = append(p.drifts, manifestDrift(data, p.manifest))
	}
	return p
}

func manifestDrift(have, want []byte) Drift {
	kind := Stale
	if have == nil {
		kind = Missing
	}
	return Drift{Path: manifestName, Kind: kind, Have: have, Want: want}
}

// want compares one wanted file with the disk. It is ours unless the user keeps one of his own.
func (p *plan) want(d *folder, f File, old *manifest, report *diag.Report) (ours, ok bool) {
	have, found, err := d.read(f.Path)
	recorded, owned := old.Files[f.Path]
	switch {
	case errors.Is(err, errLink) && owned:
		p.drifts = append(p.drifts, Drift{Path: f.Path, Kind: Edited, Want: f.Data})
	case err != nil:
		report.Add(foreignFile(d, f.Path, reason(err)))
		return false, false
	case !found:
		p.drifts = append(p.drifts, Drift{Path: f.Path, Kind: Missing, Want: f.Data})
	case bytes.Equal(have, f.Data):
		p.unchanged++
	case f.Once && (!owned || hash(have) != recorded):
		p.unchanged++
		return false, true
	case !owned:
		report.Add(foreignFile(d, f.Path, "exists and is not ours"))
		return false, false
	case hash(have) != recorded:
		p.drifts = append(p.drifts, Drift{Path: f.Path, Kind: Edited, Have: have, Want: f.Data})
	default:
		p.drifts = append(p.drifts, Drift{Path: f.Path, Kind: Stale, Have: have, Want: f.Data})
	}
	return true, true
}

// drop decides on a file that is ours and no longer wanted: it goes if nobody changed it.
func (p *plan) drop(d *folder, path, recorded string, report *diag.Report) bool {
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		report.Add(diag.Diagnostic{
			Code: "broken-manifest", Pos: d.pos(manifestName), Message: "lists " + path + ", which is outside the folder",
			Cure: "take it back from version control, or remove the whole folder and generate it anew",
		})
		return false
	}
	have, found, err := d.read(path)
	switch {
	case err == nil && !found:
	case err == nil && hash(have) == recorded:
		p.drifts = append(p.drifts, Drift{Path: path, Kind: Surplus, Have: have})
	default:
		report.Add(diag.Diagnostic{
			Code: "kept-file", Severity: diag.Warning, Pos: d.pos(path),
			Message: "no longer generated, but edited by hand", Cure: "it stays and is yours from now on",
		})
	}
	return true
}

// summary counts the files; the manifest is no file of the SDK.
func (p *plan) summary() Summary {
	s := Summary{Unchanged: p.unchanged}
	for _, drift := range p.drifts {
		switch {
		case drift.Path == manifestName:
		case drift.Kind == Surplus:
			s.Removed++
		default:
			s.Written++
		}
	}
	return s
}

func edited(d *folder, path string) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "edited-file", Severity: diag.Warning, Pos: d.pos(path),
		Message: "was edited by hand since it was generated", Cure: "it was written anew; put what you need in a file of your own",
	}
}

func foreignFile(d *folder, path, why string) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "foreign-file", Pos: d.pos(path), Message: why,
		Cure: "sdkc must write a file of this name and touches no other's; move it away, or choose another output folder",
	}
}
