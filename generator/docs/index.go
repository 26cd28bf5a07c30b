package docs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// An Index is the page of a package.
type Index struct {
	Title   Spans
	Up      Spans // to the index of packages, if there is one
	Doc     Blocks
	Import  string
	Source  Spans // the document that it comes from
	Servers []Row
	Schemes []Row
	Auth    Spans
	Params  []Row    // set once on the client
	Mermaid []string // lines of the resource tree's drawing; nil where it would be too large or too small
	Tree    Blocks
	Hooks   []Row // webhooks: requests that the API sends
	Types   []Row
	Inline  int // types that the document gives no name, and that Types leaves out
}

func (l *leaf) index() Index {
	p := l.v.pkg
	page := Index{
		Title:   join(" · ", plain(docTitle(p)), code(string(p.Name))),
		Doc:     slices.Concat(l.says(p.Doc), l.split(p)),
		Import:  p.Import,
		Source:  source(p.Spec),
		Servers: l.servers(p),
		Schemes: l.schemes(p),
		Auth:    security(p, p.Client.Security),
		Params:  l.clientParams(p),
		Mermaid: mermaid(p),
		Tree:    l.tree(p.Roots),
		Hooks:   l.webhooks(p),
	}
	page.Types, page.Inline = l.typeRows()
	if l.v.index() != indexPath {
		page.Up = linked(l.to(target{path: indexPath}), plain("All packages"))
	}
	return page
}

// split says which packages a document became; nil if it is one.
func (l *leaf) split(p *sdk.Package) Blocks {
	var all Blocks
	for _, fact := range p.Doc.Facts {
		all = append(all, Block{Spans: l.fact(fact)})
	}
	return all
}

// docTitle is the document's title, or the package's name where it has none.
func docTitle(p *sdk.Package) string {
	if t := strings.TrimSpace(clean(string(p.Spec.Title))); t != "" {
		return t
	}
	return string(p.Name)
}

func source(d *model.Document) Spans {
	s := join(" ", plain("From"), code(d.File), plain("· OpenAPI"), plain(d.OpenAPI))
	if d.Version != "" {
		s = join(" ", s, plain("· version"), plain(string(d.Version)))
	}
	if d.SHA256 != "" {
		s = join(" ", s, plain("· SHA-256"), code(d.SHA256))
	}
	return s
}

// servers are the base URLs: the client's, and the choices where there are several.
func (l *leaf) servers(p *sdk.Package) []Row {
	if len(p.Client.Servers) == 0 {
		if p.Client.BaseURL == "" {
			return nil
		}
		row := Row{Name: plain("default"), In: code(p.Client.BaseURL)}
		for _, v := range p.Client.Variables {
			row.Notes = join(" · ", row.Notes, variable(v.Name, v.Default, v.Values))
		}
		return []Row{row}
	}
	var all []Row
	for _, s := range p.Client.Servers {
		row := Row{Name: code(string(s.Name)), In: code(s.URL)}
		if s.Spec != nil {
			row.Notes = join(" · ", l.prose(s.Spec.Doc).flat(), variables(s.Spec))
		}
		all = append(all, row)
	}
	return all
}

func variables(s *model.Server) Spans {
	var all []Spans
	for _, v := range s.Variables {
		all = append(all, variable(string(v.Name), v.Default, v.Values))
	}
	return join(" · ", all...)
}

func variable(name, value string, values []string) Spans {
	one := code("{" + name + "}")
	if value != "" {
		one = join(" ", one, plain("is"), code(value))
	}
	if len(values) > 0 {
		one = join(" ", one, plain("of"), codes(values))
	}
	return one
}

func (l *leaf) clientParams(p *sdk.Package) []Row {
	var all []Row
	for _, c := range p.Client.Params {
		row := Row{Name: code(string(c.Option))}
		var notes []Spans
		if c.Default == "username" {
			notes = append(notes, plain("defaults to the user name of basic auth"))
		}
		if c.Spec != nil {
			row.In = code(string(c.Spec.Name))
			notes = append(notes, l.facts(nil, c.Spec.Type, c.Spec.Facts)...)
			notes = append(notes, l.prose(c.Spec.Doc).flat())
		}
		row.Notes = join(" · ", notes...)
		all = append(all, row)
	}
	return all
}

// maxDrawn bounds the resource tree's drawing: a larger one cannot be read, and Mermaid refuses it.
const maxDrawn = 60

// mermaid draws the resource tree. Its nodes are Go names, so nothing of the document's gets in.
func mermaid(p *sdk.Package) []string {
	all := p.Resources()
	if len(all) < 2 || len(all) > maxDrawn {
		return nil
	}
	ids := map[*sdk.Resource]string{nil: "client"}
	var lines []string
	for i, r := range all {
		ids[r] = fmt.Sprintf("r%d", i+1)
		lines = append(lines, ids[r.Parent]+" --> "+ids[r]+`["`+string(r.Field)+`"]`)
	}
	return lines
}

// tree lists resources with their methods, children below parents.
func (l *leaf) tree(rs []*sdk.Resource) Blocks {
	if len(rs) == 0 {
		return nil
	}
	list := Block{Kind: Bullets}
	for _, r := range rs {
		var methods []Spans
		for _, m := range r.Methods {
			to := target{path: l.v.resources[r], anchor: l.v.methods[m]}
			methods = append(methods, linked(l.to(to), plain(string(m.Name))))
		}
		line := linked(l.to(target{path: l.v.resources[r]}), strong(string(r.Name)))
		item := Blocks{{Spans: join(": ", line, join(", ", methods...))}}
		list.Items = append(list.Items, append(item, l.tree(r.Children)...))
	}
	return Blocks{list}
}

// webhooks are the requests that the API sends: what handles them, name, body, words.
func (l *leaf) webhooks(p *sdk.Package) []Row {
	var all []Row
	for _, w := range p.Webhooks {
		words := w.Spec.Summary
		if words == "" {
			words = w.Spec.Doc
		}
		all = append(all, Row{
			Name: code(string(w.Handler)), In: code(w.Spec.Method + " " + w.Spec.Name), Type: l.goType(w.Event), Notes: firstLine(l.prose(words)),
		})
	}
	return all
}

// maxListed bounds the declared types that an index lists one and all; a larger package lists those
// that the document names.
const maxListed = 200

// typeRows lists the declared types. The others are reached from the pages that use them.
func (l *leaf) typeRows() (rows []Row, left int) {
	for _, d := range l.v.types {
		s := d.Schema()
		if len(l.v.types) > maxListed && (s == nil || s.Name == "") {
			left++
			continue
		}
		doc, _ := said(d)
		rows = append(rows, Row{Name: l.decl(d), Type: plain(kindOf(d)), Notes: firstLine(l.lead(doc))})
	}
	return rows, left
}

// firstLine is the first paragraph of prose.
func firstLine(bs Blocks) Spans {
	if len(bs) == 0 {
		return nil
	}
	return bs[0].flat()
}
