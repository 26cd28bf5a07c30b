package diff

import (
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/sdk"
)

// Snapshot is what a package exports. The runtime is not part of it: it changes with the tool, not with a document.
func Snapshot(p *sdk.Package) *Package {
	t := &taker{pkg: &Package{Name: string(p.Name), Title: string(p.Spec.Title), Version: string(p.Spec.Version), File: p.Spec.File}}
	t.client(p)
	for _, r := range p.Resources() {
		t.in(r.Home)
		t.resource(r)
	}
	t.in(nil)
	for _, w := range p.Webhooks {
		t.webhook(w)
	}
	for _, f := range p.Files {
		for _, d := range f.Types {
			t.in(d.Home())
			t.decl(d)
		}
	}
	t.reach(p)
	t.keys(p.Names)
	return t.pkg
}

// A taker takes a snapshot.
type taker struct {
	pkg  *Package
	home string // the Go package of what is added, where the document is split
}

// in goes on in a Go package; nil is the document's own.
func (t *taker) in(h *sdk.Home) {
	t.home = ""
	if h != nil {
		t.home = string(h.Name)
	}
}

func (t *taker) add(s *Symbol) *Symbol {
	s.Package = t.home
	t.pkg.Symbols = append(t.pkg.Symbols, s)
	return s
}

func (t *taker) client(p *sdk.Package) {
	pos := diag.Pos{File: p.Spec.File}
	t.add(&Symbol{Name: "Client", Kind: Resource, Pos: pos})
	for _, r := range p.Roots {
		t.child("Client", r)
	}
	t.add(&Symbol{Name: "Client.Do", Kind: Method, Of: "Client", Pos: pos, Func: &Signature{
		Args: []Arg{{Type: text("context.Context")}, {Type: text("*sdk.Request")}, {Type: text("any")}}, Results: []*Type{text("error")}}})
	t.add(&Symbol{Name: "New", Kind: Func, Pos: pos, Value: p.Client.BaseURL, Func: &Signature{
		Args: []Arg{{Type: text("...sdk.Option")}}, Results: []*Type{text("*Client")}}})
	for _, param := range p.Client.Params {
		t.add(&Symbol{Name: string(param.Option), Kind: Func, Pos: param.Spec.Pos, Func: &Signature{
			Args: []Arg{{Type: text("string")}}, Results: []*Type{text("sdk.Option")}}})
	}
	for _, s := range p.Client.Servers {
		t.add(&Symbol{Name: string(s.Name), Kind: Const, Type: text("string"), Value: s.URL, Key: "server " + s.URL, Pos: s.Spec.Pos, Doc: string(s.Spec.Doc)})
	}
}

// child is the field by which a resource is reached.
func (t *taker) child(of string, r *sdk.Resource) {
	t.add(&Symbol{Name: of + "." + string(r.Field), Kind: Field, Of: of, Type: text("*" + string(r.Name)), Pos: resourcePos(r)})
}

func (t *taker) resource(r *sdk.Resource) {
	name := string(r.Name)
	t.add(&Symbol{Name: name, Kind: Resource, Pos: resourcePos(r), Doc: said(r.Doc)})
	for _, c := range r.Children {
		t.child(name, c)
	}
	for _, m := range r.Methods {
		t.method(m)
	}
}

func resourcePos(r *sdk.Resource) diag.Pos {
	for len(r.Methods) == 0 && len(r.Children) > 0 {
		r = r.Children[0]
	}
	if len(r.Methods) > 0 {
		return r.Methods[0].Spec.Pos
	}
	return diag.Pos{}
}

// said is all that a comment says, as text that is only compared.
func said(d sdk.Doc) string {
	return strings.Join(append([]string{string(d.Lead), string(d.Body), d.Deprecated}, d.Facts...), "\n")
}
