package docs

import (
	"path"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// A site is the set of all pages: where each stands and what it is called. It is whole before the
// first page is printed, so that a link leads only to what is written.
type site struct {
	name    string
	volumes []*volume
	runtime map[string]bool // anchors of the page about package sdk
}

// Paths of the pages that belong to no package.
const (
	readmePath  = "README.md"
	indexPath   = "docs/README.md"
	runtimePath = "docs/sdk.md"
)

// A volume is the pages of a package.
type volume struct {
	site      *site
	pkg       *sdk.Package
	dir       string // "docs/proxyv1"
	resources map[*sdk.Resource]string
	decls     map[sdk.Decl]string
	types     []sdk.Decl             // in the order of the package's files
	methods   map[*sdk.Method]string // anchors on their resource's page
	names     map[string]target      // Go names as a doc comment links them: "Sessions.Create"
	uses      map[sdk.Decl][]use
}

// A target is a place on a page.
type target struct {
	path   string
	anchor string
}

// newSite decides the file of every page. One package in the output folder itself has its pages in
// docs/; others have a folder each.
func newSite(name string, pkgs []*sdk.Package, several bool) *site {
	s := &site{name: name}
	for _, p := range pkgs {
		dir := "docs"
		if several || p.Dir != "." {
			dir = path.Join("docs", p.Dir)
		}
		s.volumes = append(s.volumes, newVolume(s, p, dir))
	}
	return s
}

func newVolume(s *site, p *sdk.Package, dir string) *volume {
	v := &volume{
		site: s, pkg: p, dir: dir,
		resources: map[*sdk.Resource]string{},
		decls:     map[sdk.Decl]string{},
		methods:   map[*sdk.Method]string{},
		names:     map[string]target{},
		uses:      map[sdk.Decl][]use{},
	}
	for _, f := range p.Files {
		v.types = append(v.types, f.Types...)
	}
	taken := shelf{}
	for _, r := range sortedResources(p) {
		v.place(r, path.Join(dir, taken.name(r.Name, "resource")+".md"))
	}
	for _, d := range slices.SortedFunc(slices.Values(v.types), byName) {
		v.decls[d] = path.Join(dir, taken.name(d.GoName(), kindOf(d))+".md")
		v.names[string(d.GoName())] = target{path: v.decls[d]}
		v.values(d)
	}
	v.collectUses()
	return v
}

func byName(a, b sdk.Decl) int { return strings.Compare(string(a.GoName()), string(b.GoName())) }

func sortedResources(p *sdk.Package) []*sdk.Resource {
	return slices.SortedFunc(slices.Values(p.Resources()), func(a, b *sdk.Resource) int {
		return strings.Compare(string(a.Name), string(b.Name))
	})
}

// place puts a resource's page, its methods and their params somewhere.
func (v *volume) place(r *sdk.Resource, file string) {
	v.resources[r] = file
	v.names[string(r.Name)] = target{path: file}
	h := headings{}
	h.anchor(string(r.Name))
	for _, m := range r.Methods {
		to := target{path: file, anchor: h.anchor(string(m.Name))}
		v.methods[m] = to.anchor
		v.names[string(r.Name)+"."+string(m.Name)] = to
		if m.Params != nil {
			v.names[string(m.Params.Name)] = to
		}
		if m.Paging != nil {
			v.names[string(r.Name)+"."+string(m.Paging.Page)] = to
		}
		if m.Stream != nil {
			v.names[string(r.Name)+"."+string(m.Stream.Name)] = to
		}
	}
}

// values lets the constants of an enum lead to its page.
func (v *volume) values(d sdk.Decl) {
	e, ok := d.(*sdk.Enum)
	if !ok {
		return
	}
	for _, value := range e.Values {
		v.names[string(value.Name)] = target{path: v.decls[d]}
	}
}

// kindOf names a declaration's kind in file names and lists.
func kindOf(d sdk.Decl) string {
	switch d.(type) {
	case *sdk.Object:
		return "object"
	case *sdk.Enum:
		return "enum"
	case *sdk.Union:
		return "union"
	}
	return "alias"
}

// index is the path of the volume's own index.
func (v *volume) index() string { return path.Join(v.dir, "README.md") }

// relative is the link from the page at from to a target.
func relative(from string, to target) string {
	here, there := strings.Split(path.Dir(from), "/"), strings.Split(to.path, "/")
	if path.Dir(from) == "." {
		here = nil
	}
	for len(here) > 0 && len(there) > 1 && here[0] == there[0] {
		here, there = here[1:], there[1:]
	}
	link := strings.Repeat("../", len(here)) + strings.Join(there, "/")
	if from == to.path && to.anchor != "" {
		link = ""
	}
	if to.anchor != "" {
		link += "#" + to.anchor
	}
	return link
}
