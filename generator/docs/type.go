package docs

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A Type is the page of a declared type.
type Type struct {
	Kind       string // "object", "enum", "union", "alias"
	Title      Spans
	Up         Spans
	Doc        Blocks
	Deprecated Spans
	Place      Spans // what Go has for it, where it travels, the document's name
	Rows       []Row
	Func       Spans // of an enum: lists its constants; of a union: wraps a variant
	Uses       []Row
	Examples   []Example
}

func (l *leaf) typePage(d sdk.Decl) Type {
	page := Type{
		Kind:  kindOf(d),
		Title: plain(string(d.GoName())),
		Up:    l.up(),
		Uses:  l.usedBy(d),
	}
	doc, use := said(d)
	page.Doc, page.Deprecated = l.says(doc), l.deprecated(doc)
	page.Place = join(" · ", l.shape(d), travel(use), l.specName(d), l.packageOf())
	switch d := d.(type) {
	case *sdk.Object:
		page.Rows = l.fields(d)
	case *sdk.Enum:
		page.Rows = l.constants(d)
		page.Func = code(string(d.List))
	case *sdk.Union:
		page.Rows = l.variants(d)
		page.Func = code(string(d.Of))
	}
	if s := d.Schema(); s != nil {
		page.Examples = l.examples("Example", &model.Content{Examples: s.Facts.Examples})
	}
	return page
}

// said is what a declaration says of itself, and where its values travel.
func said(d sdk.Decl) (sdk.Doc, sdk.Use) {
	switch d := d.(type) {
	case *sdk.Object:
		return d.Doc, d.Use
	case *sdk.Enum:
		return d.Doc, d.Use
	case *sdk.Union:
		return d.Doc, d.Use
	case *sdk.Alias:
		return d.Doc, d.Use
	}
	return sdk.Doc{}, sdk.Use{}
}

// shape says what a type is in Go.
func (l *leaf) shape(d sdk.Decl) Spans {
	switch d := d.(type) {
	case *sdk.Object:
		return code("type " + string(d.Name) + " struct")
	case *sdk.Enum:
		return code("type " + string(d.Name) + " " + string(d.Base))
	case *sdk.Union:
		one := code("type " + string(d.Name) + " struct")
		if d.Tag != "" {
			one = join(" ", one, plain("· told apart by"), code(string(d.Tag)))
		}
		return one
	case *sdk.Alias:
		name := join(" ", code("type "+string(d.Name)), l.goType(d.Type))
		return join(" · ", append([]Spans{name}, l.facts(d.Type, d.Spec.Alias, d.Spec.Facts)...)...)
	}
	return nil
}

func travel(u sdk.Use) Spans {
	switch {
	case u.Request && u.Response:
		return plain("in requests and responses")
	case u.Request:
		return plain("in requests")
	case u.Response:
		return plain("only in responses")
	}
	return nil
}

// specName is what the document calls a type, where it has a name of its own.
func (l *leaf) specName(d sdk.Decl) Spans {
	s := d.Schema()
	if s == nil {
		return nil
	}
	if s.Name != "" {
		return join(" ", plain("in the document"), code(string(s.Name)))
	}
	if len(s.Place) > 0 && s.Place[0] != "result" {
		return join(" ", plain("in the document at"), code(strings.Join(s.Place, ".")))
	}
	return nil
}

func (l *leaf) fields(o *sdk.Object) []Row {
	var all []Row
	for _, f := range o.Fields {
		all = append(all, l.field(f))
	}
	if o.Extra != nil {
		row := l.field(o.Extra)
		row.In = plain("any other key")
		all = append(all, row)
	}
	return all
}

func (l *leaf) constants(e *sdk.Enum) []Row {
	var all []Row
	for _, v := range e.Values {
		all = append(all, Row{
			Name:  code(string(v.Name)),
			In:    shown(v.Spec.Wire),
			Notes: join(" · ", l.says(v.Doc).flat(), l.deprecated(v.Doc)),
		})
	}
	return all
}

func (l *leaf) variants(u *sdk.Union) []Row {
	var all []Row
	for _, v := range u.Variants {
		row := Row{Type: l.goType(v.Type), In: told(u, v)}
		if v.Spec != nil && string(v.Spec.Title) != string(v.Name) {
			row.Notes = l.prose(v.Spec.Title).flat()
		}
		all = append(all, row)
	}
	return all
}

// told says what makes a value this variant: the discriminator, keys with one possible value, keys that
// must be there, or its JSON type.
func told(u *sdk.Union, v *sdk.Variant) Spans {
	var all []Spans
	if u.Tag != "" && len(v.Tags) > 0 {
		all = append(all, join(" ", code(string(u.Tag)), plain("is"), codes(v.Tags)))
	}
	for _, c := range v.Consts {
		if c.Key != string(u.Tag) {
			all = append(all, join(" ", code(c.Key), plain("is"), code(c.JSON)))
		}
	}
	if len(all) == 0 && len(v.Keys) > 0 {
		all = append(all, join(" ", plain("has"), codes(v.Keys)))
	}
	if len(all) == 0 && v.JSON != "" {
		all = append(all, plain("JSON "+v.JSON))
	}
	return join(" · ", all...)
}

// usedBy lists who names a type.
func (l *leaf) usedBy(d sdk.Decl) []Row {
	var all []Row
	for _, how := range hows {
		var who []Spans
		for _, u := range l.v.uses[d] {
			if u.how == how {
				who = append(who, l.user(u))
			}
		}
		if len(who) > 0 {
			all = append(all, Row{Name: plain(how), Notes: join(", ", who...)})
		}
	}
	return all
}

func (l *leaf) user(u use) Spans {
	if u.method != nil {
		return l.method(u.method)
	}
	return l.decl(u.decl)
}
