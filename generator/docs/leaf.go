package docs

import (
	"slices"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A leaf is a page while it is made: it knows where it stands, and so how to link.
type leaf struct {
	v    *volume
	path string
	home *sdk.Home // the package that the page is about; nil is the document's own
	base string    // what relative links of the document's prose are read against; "" drops them
}

// to is the link to a target.
func (l *leaf) to(t target) string { return relative(l.path, t) }

// runtimeLink is the link to a section about package sdk; "" where the page has no such section.
func (l *leaf) runtimeLink(anchor string) string {
	if anchor != "" && !l.v.site.runtime[anchor] {
		return ""
	}
	return l.to(target{path: runtimePath, anchor: anchor})
}

// name is the link to a Go name of the package or of package sdk; "" for others.
func (l *leaf) name(name string) string {
	if t, ok := l.v.names[name]; ok {
		return l.to(t)
	}
	if anchor, ok := runtimeNames[name]; ok {
		return l.runtimeLink(anchor)
	}
	return ""
}

// goType is a Go type as code that leads to the type it names.
func (l *leaf) goType(t *sdk.Type) Spans {
	if t == nil {
		return nil
	}
	if d := t.Root(); d != nil {
		if path, ok := l.v.decls[d]; ok {
			return linked(l.to(target{path: path}), code(t.From(l.home)))
		}
		return code(t.From(l.home))
	}
	return linked(l.runtimeType(t), code(t.From(l.home)))
}

// runtimeType is the link to what package sdk says of a type.
func (l *leaf) runtimeType(t *sdk.Type) string {
	for ; t != nil; t = t.Elem {
		switch t.Shape {
		case sdk.Runtime:
			return l.name("sdk." + string(t.Name))
		case sdk.Nullable:
			return l.name("sdk.Nullable")
		}
	}
	return ""
}

// packageOf says which package the page's subject is of, where a document is split.
func (l *leaf) packageOf() Spans {
	if l.home == nil {
		return nil
	}
	return join(" ", plain("in package"), code(l.home.Import))
}

// decl is the name of a declared type, leading to its page.
func (l *leaf) decl(d sdk.Decl) Spans {
	return linked(l.to(target{path: l.v.decls[d]}), code(string(d.GoName())))
}

// method is "Sessions.Create", leading to its place.
func (l *leaf) method(m *sdk.Method) Spans {
	name := string(m.Resource.Name) + "." + string(m.Name)
	return linked(l.to(target{path: l.v.resources[m.Resource], anchor: l.v.methods[m]}), code(name))
}

// resource is a resource's name, leading to its page.
func (l *leaf) resource(r *sdk.Resource) Spans {
	return linked(l.to(target{path: l.v.resources[r]}), plain(string(r.Name)))
}

// prose is the document's Markdown as data.
func (l *leaf) prose(t model.Text) Blocks { return prose(string(t), l.base) }

// says is what is said of a name in one line and more: the lead, in which [Names] are links as in Go's
// comments, then the body.
func (l *leaf) says(d sdk.Doc) Blocks { return slices.Concat(l.lead(d), l.prose(d.Body)) }

// lead is the first sentence of what is said of a name.
func (l *leaf) lead(d sdk.Doc) Blocks {
	r := reader{base: l.base, names: l.name}
	return r.prose(string(d.Lead))
}

// fact is a short fact in our words, whose [Names] become links.
func (l *leaf) fact(s string) Spans {
	r := reader{base: l.base, names: l.name}
	return r.spans(clean(s))
}

// deprecated is the line that warns of what the document calls deprecated; nil for what it does not.
func (l *leaf) deprecated(d sdk.Doc) Spans {
	if d.Deprecated == "" {
		return nil
	}
	return join(" ", strong("Deprecated:"), l.fact(d.Deprecated))
}
