package diff

import (
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/sdk"
)

func (t *taker) decl(d sdk.Decl) {
	switch d := d.(type) {
	case *sdk.Object:
		t.object(d)
	case *sdk.Enum:
		t.enum(d)
	case *sdk.Union:
		t.union(d)
	case *sdk.Alias:
		t.typeOf(d, Alias, d.Doc).Type = goType(d.Type)
	}
}

func (t *taker) typeOf(d sdk.Decl, kind Kind, doc sdk.Doc) *Symbol {
	return t.add(&Symbol{Name: string(d.GoName()), Kind: kind, Pos: d.Schema().Pos, Doc: said(doc), Deprecated: doc.Deprecated != ""})
}

func (t *taker) object(o *sdk.Object) {
	t.typeOf(o, Struct, o.Doc).Request = o.Use.Request
	for _, f := range o.Fields {
		t.field(string(o.Name), f).Request = o.Use.Request
	}
	if o.Extra != nil {
		t.field(string(o.Name), o.Extra).Pos = o.Spec.Pos
	}
	if o.Custom {
		t.json(string(o.Name), o)
	}
	if o.Redacted {
		t.redaction(string(o.Name), o.Spec.Pos)
	}
}

// redaction adds the methods of a struct that prints itself without personal data.
func (t *taker) redaction(of string, pos diag.Pos) {
	for _, m := range [...][2]string{{"String", "string"}, {"GoString", "string"}, {"LogValue", "slog.Value"}} {
		t.add(&Symbol{Name: of + "." + m[0], Kind: Method, Of: of, Func: &Signature{Results: []*Type{text(m[1])}}, Pos: pos})
	}
}

func (t *taker) field(of string, f *sdk.Field) *Symbol {
	s := &Symbol{
		Name: of + "." + string(f.Name), Kind: Field, Of: of, Type: goType(f.Type), Wire: string(f.Wire), Required: f.Required,
		Doc: said(f.Doc), Deprecated: f.Doc.Deprecated != "",
	}
	switch {
	case f.Prop != nil:
		s.Pos = f.Prop.Pos
	case f.Param != nil:
		s.Pos, s.Place = f.Param.Pos, string(f.Param.In)
	}
	return t.add(s)
}

// json adds the methods of a type that writes and reads itself.
func (t *taker) json(of string, d sdk.Decl) {
	bytes, err := text("[]byte"), text("error")
	t.member(of, "MarshalJSON", d, &Signature{Results: []*Type{bytes, err}})
	t.member(of, "UnmarshalJSON", d, &Signature{Args: []Arg{{Type: bytes}}, Results: []*Type{err}})
}

func (t *taker) member(of, name string, d sdk.Decl, f *Signature) {
	t.add(&Symbol{Name: of + "." + name, Kind: Method, Of: of, Func: f, Pos: d.Schema().Pos})
}

func (t *taker) enum(e *sdk.Enum) {
	name := string(e.Name)
	t.typeOf(e, Enum, e.Doc).Type = text(string(e.Base))
	if len(e.Values) == 0 {
		return
	}
	t.add(&Symbol{Name: string(e.List), Kind: Func, Of: name, Pos: e.Spec.Pos, Func: &Signature{Results: []*Type{text("[]" + name)}}})
	t.member(name, "Known", e, &Signature{Results: []*Type{text("bool")}})
	for _, v := range e.Values {
		t.add(&Symbol{
			Name: string(v.Name), Kind: Const, Of: name, Type: text(name), Value: v.Spec.Wire, Wire: v.Spec.Wire, Pos: v.Spec.Pos,
			Doc: said(v.Doc), Deprecated: v.Doc.Deprecated != "",
		})
	}
}

func (t *taker) union(u *sdk.Union) {
	name := string(u.Name)
	t.typeOf(u, Union, u.Doc)
	t.member(name, "Variant", u, &Signature{Results: []*Type{text("any")}})
	t.json(name, u)
	for _, v := range u.Variants {
		of := goType(v.Type)
		t.add(&Symbol{Name: string(u.Of) + "[" + of.Text + "]", Kind: Variant, Of: name, Type: of, Pos: v.Spec.Pos})
	}
}

func text(s string) *Type { return &Type{Text: s} }

// goType is a type with the aliases in it resolved.
func goType(t *sdk.Type) *Type {
	out := text(spelling(t, 0))
	if a, ok := t.Decl.(*sdk.Alias); ok && t.Shape == sdk.Named && (a.Type.Shape == sdk.Slice || a.Type.Shape == sdk.Map) {
		out.Under = spelling(a.Type, 0)
	}
	if t.Shape == sdk.Std && t.Name == "RawMessage" {
		out.Under = "[]byte"
	}
	return out
}

// spelling is a type as code spells it. Aliases that lead to themselves keep their names.
func spelling(t *sdk.Type, depth int) string {
	if a, ok := t.Decl.(*sdk.Alias); ok && t.Shape == sdk.Named && a.Same() && depth < 100 {
		return spelling(a.Type, depth+1)
	}
	if t.Elem == nil || depth >= 100 {
		return t.String()
	}
	own := *t
	own.Elem = &sdk.Type{Shape: sdk.Builtin, Name: sdk.Ident(spelling(t.Elem, depth+1))}
	return own.String()
}

// assignable tells whether a value of one type may be assigned to another.
func assignable(from, to *Type) bool {
	if from.Text == to.Text || to.Text == "any" {
		return true
	}
	return from.Under != "" && from.Under == to.Text || to.Under != "" && to.Under == from.Text
}
