// Package docs prints the pages of an SDK as Markdown: one a resource, one a type, an index, a page
// about package sdk, a README. Every name and type on them is decided already; the words of a document
// are data, escaped for their place. It knows neither OpenAPI's files nor the disk.
package docs

import (
	"bytes"
	"fmt"
	"strings"
	"text/template"

	"github.com/sdkc/sdkc/generator/sdk"
	"github.com/sdkc/sdkc/templates"
)

// Options say what the packages do not.
type Options struct {
	Name string // of an SDK of several packages: "twilio"; "" takes the first package's title
}

// A File is a page.
type File struct {
	Path string // below the output folder, with slashes: "docs/proxyv1/sessions.md"
	Data []byte
}

// Print makes the pages of a package. The other packages of its SDK, if it has several, do not matter to them.
func Print(pkg *sdk.Package, several bool) ([]File, error) {
	p, err := newPrinter()
	if err != nil {
		return nil, err
	}
	s := newSite("", []*sdk.Package{pkg}, several)
	s.runtime = anchors(p.page("sdk.md.tmpl", runtimePath, s.guide()))
	p.files = nil // the guide is not the package's: it was asked for its anchors
	p.volume(s.volumes[0])
	return p.files, p.err
}

// PrintShared makes the pages that belong to no package: the README, the index of the packages, the page about package
// sdk. Samples are those of the first package; of the others no more is shown than what they are about.
func PrintShared(pkgs []*sdk.Package, o Options) ([]File, error) {
	if len(pkgs) == 0 {
		return nil, nil
	}
	p, err := newPrinter()
	if err != nil {
		return nil, err
	}
	s := newSite(o.Name, pkgs, len(pkgs) > 1)
	guide := p.page("sdk.md.tmpl", runtimePath, s.guide())
	s.runtime = anchors(guide)
	p.page("readme.md.tmpl", readmePath, s.readme(readmePath))
	if s.volumes[0].index() != indexPath {
		p.page("packages.md.tmpl", indexPath, s.readme(indexPath))
	}
	return p.files, p.err
}

// A printer fills templates and keeps the first error.
type printer struct {
	templates *template.Template
	files     []File
	err       error
}

// newPrinter parses the templates, once a run. Their functions only shape text.
func newPrinter() (*printer, error) {
	dir, err := templates.Docs()
	if err != nil {
		return nil, err
	}
	t := template.New("").Funcs(template.FuncMap{"cell": cell, "line": line, "para": para, "fence": fence})
	if t, err = t.ParseFS(dir, "*.tmpl"); err != nil {
		return nil, err
	}
	return &printer{templates: t}, nil
}

// volume prints the pages of a package.
func (p *printer) volume(v *volume) {
	l := &leaf{v: v, path: v.index()}
	p.page("index.md.tmpl", l.path, l.index())
	for _, r := range v.pkg.Resources() {
		l := &leaf{v: v, path: v.resources[r], home: r.Home}
		p.page("resource.md.tmpl", l.path, l.resourcePage(r))
	}
	for _, d := range v.types {
		l := &leaf{v: v, path: v.decls[d], home: d.Home()}
		p.page(kindOf(d)+".md.tmpl", l.path, l.typePage(d))
	}
}

// page fills a template and keeps the file. It returns the text.
func (p *printer) page(name, path string, data any) string {
	var b bytes.Buffer
	if err := p.templates.ExecuteTemplate(&b, name, data); err != nil && p.err == nil {
		p.err = fmt.Errorf("%s: %w", path, err)
	}
	text := tidy(b.String())
	p.files = append(p.files, File{Path: path, Data: []byte(text)})
	return text
}

// tidy leaves one blank line where a template's conditions left several, outside of code, and one
// newline at the end.
func tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	mark, blank := "", true
	for l := range strings.Lines(s) {
		l = strings.TrimRight(l, "\n")
		empty := mark == "" && strings.TrimSpace(l) == ""
		if empty && blank {
			continue
		}
		blank = empty
		mark = openFence(mark, l)
		b.WriteString(l)
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// openFence is the mark of the fence that is open after a line; "" for none.
func openFence(mark, line string) string {
	s := strings.TrimSpace(line)
	switch {
	case mark == "":
		return fenceMark(s)
	case strings.HasPrefix(s, mark) && strings.Trim(s, mark[:1]) == "":
		return ""
	}
	return mark
}

// anchors are the anchors of a page's headings.
func anchors(text string) map[string]bool {
	all, h, mark := map[string]bool{}, headings{}, ""
	for l := range strings.Lines(text) {
		if mark = openFence(mark, l); mark == "" && strings.HasPrefix(l, "#") {
			all[h.anchor(strings.TrimLeft(l, "# "))] = true
		}
	}
	return all
}
