package sdk

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// redact marks the fields that hold personal data, and the structs that have such fields anywhere: they print
// themselves without.
func (b *builder) redact() {
	users := make(map[Decl][]*Object) // whose fields have the type
	var open []*Object
	for _, d := range b.inOrder() {
		o, ok := d.(*Object)
		if !ok {
			continue
		}
		for _, f := range o.Fields {
			b.visitDecls(f.Type, func(d Decl) { users[d] = append(users[d], o) })
		}
		if b.hide(o.Fields) {
			open = append(open, o)
		}
	}
	marked := make(map[Decl]bool)
	for len(open) > 0 {
		o := open[len(open)-1]
		open = open[:len(open)-1]
		if marked[o] {
			continue
		}
		marked[o] = true
		o.Redacted = b.printable(o.Fields, string(o.Name), o.Spec.Pos)
		open = append(open, users[o]...)
	}
	b.redactParams(marked)
}

func (b *builder) redactParams(marked map[Decl]bool) {
	for _, r := range b.pkg.Resources() {
		for _, m := range r.Methods {
			if m.Params == nil {
				continue
			}
			redacted := b.hide(m.Params.Fields)
			for _, f := range m.Params.Fields {
				b.visitDecls(f.Type, func(d Decl) { redacted = redacted || marked[d] })
			}
			m.Params.Redacted = redacted && b.printable(m.Params.Fields, string(m.Params.Name), m.Spec.Pos)
		}
	}
}

// hide tags the fields that the document wants hidden and tells whether there are any.
func (b *builder) hide(fields []*Field) (any bool) {
	for _, f := range fields {
		var facts model.Facts
		var t *model.Type
		switch {
		case f.Prop != nil:
			facts, t = f.Prop.Facts, f.Prop.Type
		case f.Param != nil:
			facts, t = f.Param.Facts, f.Param.Type
		}
		hidden := facts.Secret
		for ; t != nil && !hidden; t = b.next(t) {
			hidden = t.Schema != nil && t.Schema.Facts.Secret
		}
		if hidden {
			f.Tags = append(f.Tags[:len(f.Tags):len(f.Tags)], Tag{"pii", "true"})
			any = true
		}
	}
	return any
}

// visitDecls finds the structs that a type's values may hold, through lists, maps, unions and other names.
func (b *builder) visitDecls(t *Type, visit func(Decl)) {
	seen := make(map[Decl]bool)
	var walk func(*Type)
	walk = func(t *Type) {
		for t != nil && t.Shape != Named {
			t = t.Elem
		}
		if t == nil || seen[t.Decl] {
			return
		}
		seen[t.Decl] = true
		switch d := t.Decl.(type) {
		case *Object:
			visit(d)
		case *Alias:
			walk(d.Type)
		case *Union:
			for _, v := range d.Variants {
				walk(v.Type)
			}
		}
	}
	walk(t)
}

// printable tells whether a struct can have methods that print it.
func (b *builder) printable(fields []*Field, name string, pos diag.Pos) bool {
	for _, f := range fields {
		switch f.Name {
		case "String", "GoString", "LogValue":
			b.report.Add(diag.Diagnostic{
				Code: "personal-data", Severity: diag.Warning, Pos: pos,
				Message: fmt.Sprintf("%s has personal data and a field called %s, so it has no methods that hide them", name, f.Name),
				Cure:    "it is printed as it is, unless the field gets another name under names:",
			})
			return false
		}
	}
	return true
}
