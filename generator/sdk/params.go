package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// params gives a method the struct of its query, header and cookie params and of an inline
// body's fields, or its body as an argument.
func (b *builder) params(m *Method) {
	p := &Params{Method: m}
	plan := b.plans[m.Spec]
	jsonBody := plan != nil && plan.fields != nil && plan.kind == JSONBody
	var ws []*want
	for _, mp := range m.Spec.Params {
		if !b.travels(m, mp) {
			continue
		}
		f := &Field{Type: b.placed(mp.Type, mp.Required, true, false), Wire: mp.Name, Required: mp.Required, Param: mp}
		f.Tags = paramTags(mp, jsonBody)
		p.Fields = append(p.Fields, f)
		ws = append(ws, b.paramWant(m, string(mp.Name), string(mp.In), "", mp.Pos))
	}
	if plan != nil {
		ws = append(ws, b.bodyParams(m, p, plan)...)
	}
	if len(p.Fields) == 0 {
		return
	}
	m.Params = p
	b.nameParamFields(m, p, ws)
}

// travels tells whether a param gets a field. Path params are arguments; three headers are the client's own.
func (b *builder) travels(m *Method, p *model.Param) bool {
	if p.In == model.InPath {
		if p.Slot == "" && !strings.Contains(m.Path, "{"+string(p.Name)+"}") {
			b.report.Add(diag.Diagnostic{
				Code: "unused-path-param", Severity: diag.Warning, Pos: p.Pos,
				Message: fmt.Sprintf("%s: path param %s is not in the path", opKey(m.Spec), p.Name), Cure: "no argument is emitted",
			})
		}
		return false
	}
	if p.In == model.InHeader && !isToken(string(p.Name)) {
		b.report.Add(diag.Diagnostic{
			Code: "bad-header", Severity: diag.Warning, Pos: p.Pos,
			Message: fmt.Sprintf("%s: %.60q cannot be the name of a header", opKey(m.Spec), p.Name), Cure: "no param is emitted",
		})
		return false
	}
	if p.In == model.InHeader && (strings.EqualFold(string(p.Name), "accept") ||
		strings.EqualFold(string(p.Name), "content-type") || strings.EqualFold(string(p.Name), "authorization")) {
		b.report.Add(diag.Diagnostic{
			Code: "own-header", Severity: diag.Note, Pos: p.Pos,
			Message: fmt.Sprintf("%s: OpenAPI leaves the header %s to the client", opKey(m.Spec), p.Name),
			Cure:    "the client sets it; WithHeader overrides it",
		})
		return false
	}
	return true
}

// isToken tells whether a text can be a header's name (RFC 9110).
func isToken(s string) bool {
	for _, r := range s {
		if r > 126 || r < 33 || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r) {
			return false
		}
	}
	return s != ""
}

func (b *builder) paramWant(m *Method, name, in, goName string, pos diag.Pos) *want {
	return &want{key: "field " + opKey(m.Spec) + " " + in + " " + name, owner: opKey(m.Spec), pos: pos, place: exported(in), ladder: fieldLadder(name, goName)}
}

// nameParamFields settles fields against each other and against the arguments: what is in
// the path and in the form is AccountSID and FormAccountSID. Within a place punctuation tells them apart.
func (b *builder) nameParamFields(m *Method, p *Params, ws []*want) {
	s := b.names.scope("the params of " + opKey(m.Spec))
	for _, name := range placeholders(m.Path) {
		s.taken[exported(name)] = &want{key: "path param " + name, pos: m.Spec.Pos}
	}
	alike := make(map[string]int)
	for _, w := range ws {
		alike[w.place+" "+w.ladder[0].name]++
	}
	for _, w := range ws {
		first := w.ladder[0]
		placed := make([]rung, 0, len(w.ladder))
		for _, r := range w.ladder {
			placed = append(placed, rung{w.place + r.name, "place"})
		}
		if alike[w.place+" "+first.name] > 1 {
			w.ladder = rungs(append(w.ladder, placed...)...)
		} else {
			w.ladder = rungs(append([]rung{first}, placed...)...)
		}
	}
	s.settle(ws)
	for i, f := range p.Fields {
		f.Name = ws[i].name
	}
}

// bodyParams puts a body's fields into the params, or makes it an argument.
func (b *builder) bodyParams(m *Method, p *Params, plan *bodyPlan) []*want {
	m.BodyKind, m.MediaType = plan.kind, plan.content.MediaType
	m.BodyOptional = !m.Spec.Body.Required
	m.MediaType = bodyMedia(plan.kind, m.MediaType)
	if plan.kind == XMLBody {
		m.XMLRoot = xmlRoot(plan.content)
	}
	for _, c := range plan.others {
		kind, _ := bodyKind(c)
		m.Others = append(m.Others, Alternative{Kind: kind, MediaType: bodyMedia(kind, c.MediaType), XMLRoot: xmlRoot(c)})
	}
	if plan.fields == nil {
		m.Body = b.bodyArg(m, plan)
		return nil
	}
	in := map[BodyKind]string{JSONBody: "body"}[plan.kind]
	if in == "" {
		in = "form"
	}
	var ws []*want
	for _, mf := range plan.fields.Object.Fields {
		file := plan.kind == MultipartBody
		f := &Field{Type: b.placed(mf.Type, mf.Required, true, file), Wire: mf.Name, Required: mf.Required, Prop: mf}
		if in == "form" {
			f.Tags = formTags(mf, f.Type, encodingOf(plan.content, mf.Name))
		} else {
			f.Tags = b.objectTags(mf, f.Type, true, false)
		}
		p.Fields = append(p.Fields, f)
		ws = append(ws, b.paramWant(m, string(mf.Name), in, mf.GoName, mf.Pos))
		if file {
			ws = append(ws, b.partHeaders(m, p, mf, encodingOf(plan.content, mf.Name))...)
		}
	}
	if plan.fields.Object.Extra != nil {
		b.report.Add(diag.Diagnostic{
			Code: "form-extra", Severity: diag.Warning, Pos: plan.content.Pos,
			Message: fmt.Sprintf("%s: the form takes keys that are no field", opKey(m.Spec)), Cure: "only the fields are emitted",
		})
	}
	return ws
}

// bodyMedia is the media type that a body is sent as: the document's, unless that leaves it open.
func bodyMedia(kind BodyKind, mediaType string) string {
	switch {
	case anyMedia(mediaType) && kind == JSONBody:
		return "application/json"
	case kind == MultipartBody && strings.Contains(mediaType, "*"):
		return "multipart/form-data"
	case kind == MultipartBody:
		return essence(mediaType) // the runtime makes the boundary
	case anyMedia(mediaType) || strings.Contains(mediaType, "*"):
		return "application/octet-stream"
	}
	return mediaType
}

// partHeaders are the headers that a part of a multipart body has beside its content: fields of their own.
func (b *builder) partHeaders(m *Method, p *Params, part *model.Field, enc *model.Encoding) (ws []*want) {
	if enc == nil {
		return nil
	}
	for _, h := range enc.Headers {
		if strings.EqualFold(string(h.Name), "content-type") || !isToken(string(h.Name)) {
			continue // OpenAPI ignores the first, HTTP the second
		}
		doc := h.Doc
		if doc == "" {
			doc = "A header of the part " + model.Text(part.Name) + "."
		}
		f := &Field{Type: b.placed(h.Type, h.Required, true, false), Wire: h.Name, Required: h.Required}
		f.Prop = &model.Field{Name: h.Name, Type: h.Type, Doc: doc, Required: h.Required, Pos: part.Pos}
		f.Tags = []Tag{{"header", string(h.Name)}, {"part", string(part.Name)}}
		if h.Required {
			f.Tags = append(f.Tags, Tag{"required", "true"})
		}
		p.Fields = append(p.Fields, f)
		ws = append(ws, b.paramWant(m, string(part.Name)+" "+string(h.Name), "part", "", part.Pos))
	}
	return ws
}

func encodingOf(c *model.Content, property model.Wire) *model.Encoding {
	for _, e := range c.Encoding {
		if e.Property == property {
			return e
		}
	}
	return nil
}

// bodyArg is a body that is an argument: a schema, a text, a stream.
func (b *builder) bodyArg(m *Method, plan *bodyPlan) *Arg {
	a := &Arg{Name: "body"}
	switch plan.kind {
	case RawBody:
		a.Type = &Type{Shape: Std, Import: "io", Name: "Reader"}
	case TextBody:
		a.Type = stringType
	case LinesBody:
		a.Type = &Type{Shape: Slice, Elem: b.goType(lineType(plan.content), false)}
	default:
		a.Type = b.goType(plan.content.Type, plan.kind == MultipartBody)
	}
	if (m.BodyOptional || b.nullable(plan.content.Type)) && !holdsNil(a.Type) && plan.kind != RawBody {
		a.Type = &Type{Shape: Ptr, Elem: a.Type}
	}
	return a
}

// lineType is what a line of a body holds.
func lineType(c *model.Content) *model.Type {
	if c.ItemType != nil {
		return c.ItemType
	}
	if t := unalias(c.Type); t.Kind == model.Array {
		return t.Elem
	}
	return c.Type
}

// nameParams names the params structs: CreateSessionParams.
func (b *builder) nameParams() {
	var ws []*want
	var all []*Params
	for _, g := range b.all {
		for _, m := range g.res.Methods {
			if m.Params == nil {
				continue
			}
			t := b.calls[m.Spec].title
			ws = append(ws, &want{key: "params " + opKey(m.Spec), owner: opKey(m.Spec), pos: m.Spec.Pos, ladder: rungs(
				append([]rung{{t + "Params", ""}}, b.calls[m.Spec].longRungs("Params")...)...)})
			all = append(all, m.Params)
		}
	}
	b.scope.settle(ws)
	for i, p := range all {
		p.Name = ws[i].name
	}
}
