package sdk

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// docs writes what comments and pages say of everything.
func (b *builder) docs() {
	b.pkg.Doc = packageDoc(b.doc, b.pkg.Name)
	for _, g := range b.all {
		g.res.Doc = b.resourceDoc(g)
		for _, m := range g.res.Methods {
			b.methodDoc(m)
		}
	}
	b.sayOnce()
	b.parts = b.roles()
	for _, d := range b.inOrder() {
		b.declDoc(d)
	}
	for _, w := range b.pkg.Webhooks {
		b.webhookDoc(w)
	}
}

func packageDoc(doc *model.Document, name Ident) Doc {
	title := strings.TrimSpace(flat(string(doc.Title)))
	if title == "" {
		title = "an API"
	}
	return Doc{Lead: model.Text("Package " + string(name) + " is a client of " + strings.TrimSuffix(title, ".") + "."), Body: doc.Doc}
}

func (b *builder) resourceDoc(g *group) Doc {
	name := string(g.res.Name)
	noun := strings.ToLower(strings.Join(plainWords(name), " "))
	d := Doc{Lead: model.Text(name + " has the operations on " + noun + ".")}
	if g.tag != nil && g.tag.Doc != "" {
		d = sentence(name, g.tag.Doc)
	}
	d.Facts = family(g.res)
	if g.res.Prefix != "" {
		d.Facts = append(d.Facts, "ids begin with "+g.res.Prefix)
	}
	return d
}

// family tells where a resource stands in the client's tree.
func family(r *Resource) []string {
	var facts []string
	if r.Parent != nil {
		facts = append(facts, "parent: ["+string(r.Parent.Name)+"]")
	}
	var children []string
	for _, c := range r.Children {
		children = append(children, "["+string(c.Name)+"]")
	}
	if len(children) > 0 {
		facts = append(facts, "children: "+strings.Join(children, ", "))
	}
	return facts
}

func (b *builder) methodDoc(m *Method) {
	op := m.Spec
	text := op.Doc
	if text == "" || op.Summary != "" && len(op.Summary) > 3 {
		text = op.Summary
	}
	m.Doc = methodSentence(string(m.Name), text)
	if text == op.Summary {
		m.Doc.Body = join2(m.Doc.Body, beyond(op.Summary, op.Doc))
	}
	if text == "" {
		m.Doc.Lead = model.Text(string(m.Name) + " sends " + opKey(op) + ".")
	}
	m.Doc.Deprecated = deprecated(op.Deprecated)
	if fact := nilFact(m.Result.Empty); fact != "" {
		m.Doc.Facts = append(m.Doc.Facts, fact)
	}
	for _, set := range op.AnyOfSet {
		m.Doc.Facts = append(m.Doc.Facts, "give at least one of "+strings.Join(m.FieldNames(set), ", "))
	}
	for _, a := range m.Args {
		if a.Spec != nil {
			a.Doc = sentence(string(a.Name), a.Spec.Doc)
			a.Doc.Facts = b.facts(a.Spec.Type, a.Spec.Facts)
			a.Doc.Deprecated = deprecated(a.Spec.Deprecated)
		}
	}
	if m.Body != nil {
		m.Body.Doc = sentence("body", op.Body.Doc)
	}
	if m.Params == nil {
		return
	}
	m.Params.Doc.Lead = model.Text(string(m.Params.Name) + " are the params of [" + string(m.Resource.Name) + "." + string(m.Name) + "].")
	for _, f := range m.Params.Fields {
		b.fieldDoc(f, true)
	}
}

// fieldDoc says what a field is for; one without words has those of its type. request says that it can be sent,
// so that it matters whether it must be.
func (b *builder) fieldDoc(f *Field, request bool) {
	switch {
	case f.Param != nil:
		f.Doc = sentence(string(f.Name), f.Param.Doc)
		f.Doc.Facts = b.facts(f.Param.Type, f.Param.Facts)
		if b.isKeyHeader(f.Param) {
			f.Doc.Facts = append(f.Doc.Facts, "made for each call that has none")
		}
		f.Doc.Deprecated = deprecated(f.Param.Deprecated)
	case f.Prop != nil:
		f.Doc = sentence(string(f.Name), f.Prop.Doc)
		f.Doc.Facts = b.facts(f.Prop.Type, f.Prop.Facts)
		if only := flat(f.Prop.Const); only != "" && len(only) < 200 && singleValue(f.Prop.Type) == "" {
			f.Doc.Facts = append(f.Doc.Facts, "always "+only)
		}
		if f.Prop.ReadOnly {
			f.Doc.Facts = append(f.Doc.Facts, "only in responses")
		}
		if f.Prop.WriteOnly {
			f.Doc.Facts = append(f.Doc.Facts, "only in requests")
		}
		f.Doc.Deprecated = deprecated(f.Prop.Deprecated)
	}
	if s := f.schema(); f.Doc.Lead == "" && s != nil && s.Doc != "" {
		f.Doc.Lead = sentence(string(f.Name), s.Doc).Lead
	}
	if only, ok := f.only(); ok {
		always := "always " + f.Prop.Const
		f.Doc.Facts = append(slices.DeleteFunc(f.Doc.Facts, func(fact string) bool { return fact == always }), "sent as "+only+" if left empty")
		return
	}
	if f.Required && request {
		f.Doc.Facts = append([]string{"required"}, f.Doc.Facts...)
	}
}

// only is the value that the runtime sends for a field that was left empty.
func (f *Field) only() (string, bool) {
	for _, t := range f.Tags {
		if t.Key == "const" {
			return f.Prop.Const, true
		}
	}
	return "", false
}

func (b *builder) declDoc(d Decl) {
	s := d.Schema()
	doc := sentence(string(d.GoName()), firstText(s.Doc, ""))
	if s.Doc == "" {
		doc.Lead = model.Text(b.plainLead(d))
	}
	if by := b.sharedBy(s); by != "" && s.Doc != "" {
		doc.Body = join2(doc.Body, by+" take it.")
	}
	doc.Deprecated = deprecated(s.Deprecated)
	switch d := d.(type) {
	case *Object:
		for _, f := range d.Fields {
			b.fieldDoc(f, d.Use.Request)
		}
		if d.Extra != nil {
			d.Extra.Doc.Lead = model.Text(string(d.Extra.Name) + " has the keys that are no field.")
		}
		if l := s.Object.Limits; l != nil {
			doc.Facts = append(doc.Facts, limits(l)...)
		}
		d.Doc = doc
	case *Enum:
		for _, v := range d.Values {
			if v.Spec.Doc != "" {
				v.Doc = sentence(string(v.Name), v.Spec.Doc)
			}
			v.Doc.Deprecated = deprecated(v.Spec.Deprecated)
		}
		d.Doc = doc
	case *Union:
		d.Doc = doc
	case *Alias:
		d.Doc = doc
	}
}

// schema is what a field's type refers to, through lists.
func (f *Field) schema() *model.Schema {
	var t *model.Type
	switch {
	case f.Param != nil:
		t = f.Param.Type
	case f.Prop != nil:
		t = f.Prop.Type
	}
	if t == nil {
		return nil
	}
	return t.Schema
}

func firstText(texts ...model.Text) model.Text {
	for _, t := range texts {
		if strings.TrimSpace(string(t)) != "" {
			return t
		}
	}
	return ""
}

// beyond is what a description says more than the summary that it may begin with.
func beyond(summary, doc model.Text) model.Text {
	first, rest := firstSentence(string(doc))
	if head, _ := firstSentence(string(summary)); strings.EqualFold(first, head) {
		return model.Text(rest)
	}
	return doc
}

func join2(a, b model.Text) model.Text {
	if b == "" {
		return a
	}
	if a == "" {
		return b
	}
	return a + "\n\n" + b
}

func deprecated(yes bool) string {
	if yes {
		return "the API's document says so."
	}
	return ""
}
