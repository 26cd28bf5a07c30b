package docs

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A Row is a line of a table: an argument, a param, a field, a constant, a header.
type Row struct {
	Name  Spans
	Type  Spans
	In    Spans // of a param: where it travels; of a field: its key in JSON
	Notes Spans
}

// rows are the arguments and params of a method, in the order of its signature.
func (l *leaf) rows(m *sdk.Method) []Row {
	var all []Row
	for _, a := range m.Args {
		all = append(all, l.arg(a))
	}
	if m.Body != nil {
		all = append(all, l.bodyArg(m))
	}
	if m.Params != nil {
		for _, f := range m.Params.Fields {
			all = append(all, l.param(f))
		}
	}
	return all
}

func (l *leaf) arg(a *sdk.Arg) Row {
	row := Row{
		Name: code(string(a.Name)),
		Type: l.goType(a.Type),
		In:   join(" ", plain("path"), wire(a.Wire, a.Name)),
	}
	notes := []Spans{plain("required")}
	if a.Spec == nil {
		row.Notes = l.notes(a.Doc.Lead, a.Doc, notes...)
		return row
	}
	notes = append(notes, l.facts(a.Type, a.Spec.Type, a.Spec.Facts)...)
	row.Notes = l.notes(a.Spec.Doc, a.Doc, notes...)
	return row
}

func (l *leaf) bodyArg(m *sdk.Method) Row {
	must, words := plain("required"), m.Body.Doc.Lead
	if m.BodyOptional {
		must = plain("optional: nothing is sent for its zero value")
	}
	if m.Spec.Body != nil {
		words = m.Spec.Body.Doc
	}
	return Row{
		Name:  code(string(m.Body.Name)),
		Type:  l.goType(m.Body.Type),
		In:    plain("body"),
		Notes: l.notes(words, m.Body.Doc, must),
	}
}

// param is the line of a member of a params struct.
func (l *leaf) param(f *sdk.Field) Row {
	place, name := travels(f)
	row := l.field(f)
	row.In = join(" ", plain(place), wire(name, f.Name))
	return row
}

// field is the line of a member of a struct.
func (l *leaf) field(f *sdk.Field) Row {
	var notes []Spans
	words := f.Doc.Lead
	if f.Required {
		notes = append(notes, plain("required"))
	}
	switch {
	case f.Prop != nil:
		words = f.Prop.Doc
		notes = append(notes, rights(f.Prop)...)
		notes = append(notes, l.facts(f.Type, f.Prop.Type, f.Prop.Facts)...)
	case f.Param != nil:
		words = f.Param.Doc
		notes = append(notes, l.facts(f.Type, f.Param.Type, f.Param.Facts)...)
	}
	in := code(string(f.Wire))
	if len(f.Tags) > 0 && f.Tags[0].Key == "status" {
		in = join(" ", plain("status"), in)
	}
	return Row{
		Name:  code(string(f.Name)),
		Type:  l.goType(f.Type),
		In:    in,
		Notes: l.notes(words, f.Doc, notes...),
	}
}

// rights tells who may set a field, and what alone it can be.
func rights(p *model.Field) []Spans {
	var all []Spans
	if p.ReadOnly {
		all = append(all, plain("only in responses"))
	}
	if p.WriteOnly {
		all = append(all, plain("only in requests"))
	}
	if p.Const != "" {
		all = append(all, join(" ", plain("always"), code(p.Const)))
	}
	return all
}

// notes are facts, an enum's values and words of the document, with dots between them. They come from
// the model, not from Doc: a table needs no sentence that begins with the name.
func (l *leaf) notes(words model.Text, d sdk.Doc, facts ...Spans) Spans {
	return join(" · ", append(facts, l.prose(words).flat(), l.deprecated(d))...)
}

// travels tells where a param goes and what it is called there.
func travels(f *sdk.Field) (place string, name model.Wire) {
	if f.Param != nil {
		return string(f.Param.In), f.Param.Name
	}
	for _, t := range f.Tags {
		switch t.Key {
		case "part":
			return "header of part " + t.Value, f.Wire
		case "form":
			return "form", f.Wire
		case "json", "wire":
			return "body", f.Wire
		}
	}
	return "body", f.Wire
}

// wire is the document's name, where Go's is another.
func wire(name model.Wire, ident sdk.Ident) Spans {
	if string(name) == string(ident) {
		return nil
	}
	return code(string(name))
}
