package docs

import (
	"github.com/sdkc/sdkc/generator/sdk"
)

// A Resource is the page of a resource.
type Resource struct {
	Title      Spans
	Up         Spans // to the package's index
	Doc        Blocks
	Deprecated Spans
	Place      Spans // path, parent, children, ids
	Methods    []Method
	Headers    []Row // of the answers of all methods, where they have the same
}

func (l *leaf) resourcePage(r *sdk.Resource) Resource {
	page := Resource{
		Title:      plain(string(r.Name)),
		Up:         l.up(),
		Doc:        l.says(r.Doc),
		Deprecated: l.deprecated(r.Doc),
		Place:      l.placed(r),
		Methods:    l.methods(r),
	}
	page.Headers = common(page.Methods)
	return page
}

// up is the way back to the package's index.
func (l *leaf) up() Spans {
	return linked(l.to(target{path: l.v.index()}), plain(string(l.v.pkg.Name)))
}

// placed says where a resource stands: its path, its parent, its children, how its ids begin.
func (l *leaf) placed(r *sdk.Resource) Spans {
	var parts []Spans
	if r.Path != "" {
		parts = append(parts, code(r.Path))
	}
	parts = append(parts, join(" ", plain("in the client"), code("client."+chain(r))))
	if r.Parent != nil {
		parts = append(parts, join(" ", plain("parent"), l.resource(r.Parent), parentPath(r)))
	} else if at := parentPath(r); at != nil {
		parts = append(parts, join(" ", plain("parent"), at))
	}
	if len(r.Children) > 0 {
		parts = append(parts, join(" ", plain("children"), l.children(r)))
	}
	if r.Prefix != "" {
		parts = append(parts, join(" ", plain("ids begin with"), code(r.Prefix)))
	}
	return join(" · ", append(parts, l.packageOf())...)
}

func (l *leaf) children(r *sdk.Resource) Spans {
	var all []Spans
	for _, c := range r.Children {
		all = append(all, l.resource(c))
	}
	return join(", ", all...)
}

// parentPath is the parent's path as the provider's extension names it.
func parentPath(r *sdk.Resource) Spans {
	for _, p := range r.Paths {
		if p.Parent != "" {
			return code(p.Parent)
		}
	}
	return nil
}
