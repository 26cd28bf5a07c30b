package generator

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/diff"
	"github.com/sdkc/sdkc/generator/revision"
)

// A side is one of the two states that Diff compares.
type side struct {
	name   string // as the user named it
	dir    string // where its files are: a temporary folder, or "" for the disk
	label  string // what stands for dir in messages: "HEAD~1:"
	single string // package of the only document; "" for several
	sdks   []*config.SDK
	lock   *config.Lock // that the state has beside its config; nil without a config
}

// sides finds the two states. What is wrong with them goes to the result. done removes what was fetched.
func (b *build) sides(ctx context.Context, req DiffRequest, res *Comparison) (old, new *side, done func(), err error) {
	temp, err := os.MkdirTemp("", "sdkc-diff-")
	if err != nil {
		return nil, nil, func() {}, err
	}
	done = func() { os.RemoveAll(temp) }
	find := b.fromPath
	if req.Config != "" {
		find = b.fromConfig
	}
	old = find(ctx, req.Old, filepath.Join(temp, "old"), res)
	new = find(ctx, req.New, filepath.Join(temp, "new"), res)
	if res.Failed() {
		return nil, nil, done, nil
	}
	if req.Config != "" {
		align(old, new)
	} else if old.single != "" && new.single != "" {
		old.single = new.single
	} else {
		old.single, new.single = "", ""
	}
	return old, new, done, nil
}

// refuse says that a state cannot be had.
func (res *Comparison) refuse(name string, err error) {
	res.Usage = true
	res.Diagnostics = append(res.Diagnostics, diag.Diagnostic{
		Code: "no-documents", Pos: diag.Pos{File: cmp.Or(name, ".")}, Message: err.Error(),
		Cure: "name a document, a folder of documents, or a git revision like HEAD~1:specs/api.yaml",
	})
}

// fromPath finds the documents of a file, a folder, or a revision of either.
func (b *build) fromPath(ctx context.Context, name, dir string, res *Comparison) *side {
	s := &side{name: name}
	at := name
	if _, err := os.Stat(name); err != nil && revision.Named(name) {
		if at, err = revision.Extract(ctx, name, dir); err != nil {
			res.refuse(name, err)
			return s
		}
		rev, _, _ := strings.Cut(name, ":")
		s.dir, s.label = dir, rev+":"
	}
	files, single, err := documentsIn(at)
	if err != nil {
		res.refuse(name, err)
		return s
	}
	var report diag.Report
	want := &config.SDK{Name: b.Package, Layout: config.Packages, Packages: config.Single, ClientParams: b.clientParams(), Root: b.Root, Lenient: b.Lenient, KeepUnused: b.KeepUnused}
	want.Include, want.Exclude = lines(b.Include, "include", &report), lines(b.Exclude, "exclude", &report)
	for _, f := range files {
		want.Specs = append(want.Specs, config.Spec{Pattern: f, Package: packageOf(f, single)})
	}
	if single {
		s.single = cmp.Or(b.Package, want.Specs[0].Package)
		want.Layout = config.One
	}
	res.Diagnostics = append(res.Diagnostics, report.List...)
	s.sdks = []*config.SDK{want}
	return s
}

var notPackage = regexp.MustCompile(`[^a-z0-9]+|^[0-9]+`)

// packageOf is the package of a document that stands alone; the config's rule serves the others.
func packageOf(file string, single bool) string {
	if !single {
		return ""
	}
	stem := strings.ToLower(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
	return cmp.Or(notPackage.ReplaceAllString(stem, ""), "api")
}

// isRoot finds the line that makes a file a document of its own: the others are what documents refer to.
var isRoot = regexp.MustCompile(`(?m)(^|[{,]\s*|^\s*)["']?(openapi|swagger)["']?\s*:\s*["']?[0-9]`)

// documentsIn are the documents of a folder, or the one that a file is.
func documentsIn(name string) (files []string, single bool, err error) {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		if err != nil {
			err = errors.New("there is no such file or folder")
		}
		return []string{name}, true, err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, false, err
	}
	for _, e := range entries {
		file := filepath.Join(name, e.Name())
		switch filepath.Ext(e.Name()) {
		case ".json", ".yaml", ".yml":
			if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > 64<<20 {
				continue
			}
			if data, err := os.ReadFile(file); err == nil && isRoot.Match(data) {
				files = append(files, file)
			}
		}
	}
	if len(files) == 0 {
		return nil, false, errors.New("the folder has no OpenAPI document")
	}
	return files, false, nil
}

// fromConfig finds the SDKs of a config in a revision, or on disk.
func (b *build) fromConfig(ctx context.Context, name, dir string, res *Comparison) *side {
	s := &side{name: cmp.Or(name, "working tree")}
	file := b.Config
	if name != "" {
		above := filepath.ToSlash(filepath.Dir(b.Config))
		at, err := revision.Extract(ctx, name+":./"+above, dir)
		if err != nil {
			res.refuse(name, err)
			return s
		}
		file, s.dir, s.label = filepath.Join(at, filepath.Base(b.Config)), dir, name+":"
	}
	var report diag.Report
	if c := config.Load(file, &report); c != nil {
		s.sdks = b.only(c, &report)
		s.lock = config.ReadLock(config.LockFile(file), &report)
	}
	for _, d := range report.List {
		res.Usage = res.Usage || d.Severity == diag.Error
		res.Diagnostics = append(res.Diagnostics, s.shown(d))
	}
	return s
}

// align puts the SDKs of two states side by side, by their names; nil is one that is not there.
func align(old, new *side) {
	var was, is []*config.SDK
	byName := map[string]*config.SDK{}
	for _, s := range old.sdks {
		byName[s.Name] = s
	}
	for _, s := range new.sdks {
		was, is = append(was, byName[s.Name]), append(is, s)
		delete(byName, s.Name)
	}
	for _, s := range old.sdks {
		if byName[s.Name] != nil {
			was, is = append(was, s), append(is, nil)
		}
	}
	old.sdks, new.sdks = was, is
}

// file is what the user calls a file of the state.
func (s *side) file(name string) string {
	if s.dir == "" {
		return name
	}
	rel, err := filepath.Rel(s.dir, name)
	if err != nil || !filepath.IsLocal(rel) {
		return name
	}
	return s.label + filepath.ToSlash(rel)
}

// shown is a diagnostic in the user's words.
func (s *side) shown(d diag.Diagnostic) diag.Diagnostic {
	d.Pos.File = s.file(d.Pos.File)
	if s.dir != "" {
		d.Message = strings.ReplaceAll(d.Message, s.dir+string(filepath.Separator), s.label)
	}
	return d
}

// snapshot is what a package exports, with places that the user knows; nil for one that is not there or was refused.
func (s *side) snapshot(o *outcome) *diff.Package {
	if o == nil || o.pkg == nil {
		return nil
	}
	p := diff.Snapshot(o.pkg)
	p.File = s.file(o.File)
	for _, symbol := range p.Symbols {
		symbol.Pos.File = s.file(symbol.Pos.File)
	}
	return p
}
