package config

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Document is a file and the package that it becomes.
type Document struct {
	File     string   // as the working directory sees it
	Package  string   // "proxyv1"
	Dir      string   // below the SDK's folder: "proxyv1", or "." where the SDK is one package
	Overlays []string // in the order of their use
	Paging   []Paging // for this document alone
	Names    []Name   // that the user demands in this document alone
	URL      string   // where sdkc pull gets it; "" for one that is kept by hand
	Pos      diag.Pos // of the line that names it; without a line if a flag does
}

// place is the line that names the document, or its file.
func (d Document) place() diag.Pos {
	if d.Pos.Line == 0 {
		return diag.Pos{File: d.File}
	}
	return d.Pos
}

// Documents finds the documents of an SDK, in the config's order and by name within a glob. An
// error in the report says that they are not all there, or that two want one package.
func (s *SDK) Documents(report *diag.Report) []Document {
	var all []Document
	from := map[string]bool{}
	for _, spec := range s.Specs {
		for _, file := range spec.files(report) {
			if from[file] {
				continue // two globs may find one file
			}
			from[file] = true
			all = append(all, s.document(file, spec, report))
		}
	}
	if s.Layout == One && len(all) > 1 {
		report.Add(diag.Diagnostic{
			Code: "bad-layout", Pos: s.Pos, Message: fmt.Sprintf("%d documents cannot be one package", len(all)),
			Cure: "leave out layout:, or name one document",
		})
		return nil
	}
	s.unique(all, report)
	return all
}

// Files are the documents alone, for those who need no packages.
func (s *SDK) Files(report *diag.Report) []string {
	var all []string
	for _, spec := range s.Specs {
		for _, file := range spec.files(report) {
			if !slices.Contains(all, file) {
				all = append(all, file)
			}
		}
	}
	return all
}

// files are what a spec stands for. A file that is named is not looked for: reading it will tell.
func (s Spec) files(report *diag.Report) []string {
	if !isGlob(s.Pattern) {
		return []string{s.Pattern}
	}
	files, err := filepath.Glob(s.Pattern)
	if err != nil || len(files) == 0 {
		d := diag.Diagnostic{Code: "no-documents", Pos: s.Pos, Message: fmt.Sprintf("no file is called %s", s.Pattern), Cure: "correct the pattern"}
		if err != nil {
			d.Message = fmt.Sprintf("%q is not a pattern", s.Pattern)
		}
		if s.Pos.File == "" {
			d.Pos.File = s.Pattern
		}
		report.Add(d)
	}
	slices.Sort(files)
	return files
}

func (s *SDK) document(file string, spec Spec, report *diag.Report) Document {
	d := Document{File: file, Package: s.Package, Dir: ".", Paging: spec.Paging, Names: spec.Names, URL: spec.URL, Pos: spec.Pos}
	d.Overlays = append(slices.Clone(s.Overlays), spec.Overlays...)
	if s.Layout == One {
		return d
	}
	name := spec.Package
	if name == "" {
		name = documentPackage(s.Name, file)
	}
	if problem := PackageProblem(name); problem != "" {
		report.Add(diag.Diagnostic{
			Code: "bad-package", Pos: d.place(), Message: fmt.Sprintf("%q cannot be the package of %s: %s", name, file, problem),
			Cure: "give the document a package under specs: in sdkc.yaml, or another file name",
		})
	}
	d.Package, d.Dir = name, name
	return d
}

func (s *SDK) unique(all []Document, report *diag.Report) {
	seen := map[string]Document{}
	for _, d := range all {
		if other, both := seen[d.Dir]; both {
			report.Add(diag.Diagnostic{
				Code: "package-clash", Pos: d.place(),
				Message: fmt.Sprintf("package %s of %s is also that of %s", d.Package, d.File, other.File),
				Cure:    "give one of them a package under specs: in sdkc.yaml",
				Related: []diag.Related{{Pos: other.place(), Message: "the other document"}},
			})
			continue
		}
		seen[d.Dir] = d
	}
}
