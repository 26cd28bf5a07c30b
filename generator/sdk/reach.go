package sdk

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// reach finds out which schemas requests and responses can contain.
func (b *builder) reach() {
	b.uses = make(map[*model.Schema]*Use)
	b.files = make(map[*model.Schema]bool)
	b.reached = make(map[*model.Schema]bool, len(b.doc.Schemas))
	b.schemas = make(map[string]*model.Schema, len(b.doc.Schemas))
	for _, s := range b.doc.Schemas {
		b.uses[s] = &Use{}
		b.schemas[s.ID] = s
	}
	for _, op := range b.ops {
		b.reachOperation(op)
	}
	for _, op := range b.doc.Incoming() { // what the API sends, we receive
		if op.Body != nil {
			b.reachContents(op.Body.Contents, Use{Response: true, JSON: true})
		}
	}
	b.prune()
}

// prune reports the schemas that become no types, as nothing uses them, not even as a base. A document of schemas
// alone keeps them.
func (b *builder) prune() {
	var unused []*model.Schema
	bases := make(map[*model.Schema]bool)
	for s := range b.reached {
		if s.Object != nil {
			for _, base := range s.Object.Bases {
				bases[base] = true
			}
		}
	}
	for _, s := range b.doc.Schemas {
		if s.Name != "" && !b.reached[s] && !bases[s] {
			unused = append(unused, s)
		}
	}
	if b.keeps() || len(unused) == 0 {
		return
	}
	d := diag.Diagnostic{Code: "unused-schema", Severity: diag.Note, Pos: unused[0].Pos}
	d.Message = fmt.Sprintf("no operation and no webhook uses %s", b.schemaKey(unused[0]))
	if n := len(unused) - 1; n > 0 {
		d.Message += fmt.Sprintf(", nor %d other schemas", n)
	}
	d.Cure = "no types are emitted for them; keepUnused: true in sdkc.yaml asks for them"
	for _, s := range unused[1:min(len(unused), 20)] {
		d.Related = append(d.Related, diag.Related{Pos: s.Pos, Message: b.schemaKey(s)})
	}
	b.report.Add(d)
}

func (b *builder) reachOperation(op *model.Operation) {
	for _, p := range op.Params {
		b.mark(p.Type, Use{Request: true, JSON: p.In != model.InQuery || p.MediaType != "" || p.Style != "deepObject" && isStructured(p.Type)})
	}
	if op.Body != nil {
		for _, c := range op.Body.Contents {
			b.reachBody(c)
		}
		if p := b.plan(op); p != nil && p.fields == nil && mediaKind(p.content.MediaType) == multipartMedia {
			b.markFiles(p.content.Type)
		}
	}
	for _, r := range op.Responses {
		b.reachContents(r.Contents, Use{Response: true, JSON: true})
	}
	if s := b.cases[op]; s != nil {
		b.mark(&model.Type{Kind: model.Ref, Schema: s}, Use{Response: true, JSON: true})
	}
	b.reachXML(op)
}

// reachXML notes what a method sends or returns as XML.
func (b *builder) reachXML(op *model.Operation) {
	if p := b.plan(op); p != nil {
		for _, c := range append([]*model.Content{p.content}, p.others...) {
			if effective(c) == xmlMedia {
				b.mark(c.Type, Use{Request: true, JSON: true, XML: true})
			}
		}
	}
	if c := b.successContent(op); c != nil && effective(c) == xmlMedia {
		b.mark(c.Type, Use{Response: true, JSON: true, XML: true})
	}
}

// reachBody notes what a request carries. A form is no JSON, but what it has no place for travels so in it.
func (b *builder) reachBody(c *model.Content) {
	kind, _ := bodyKind(c)
	t := unalias(c.Type)
	if kind != FormBody && kind != MultipartBody || t == nil || t.Kind != model.Ref || t.Schema.Object == nil {
		b.reachContents([]*model.Content{c}, Use{Request: true, JSON: true})
		return
	}
	b.mark(c.Type, Use{Request: true})
	b.mark(t.Schema.Object.Extra, Use{Request: true, JSON: true})
	for _, enc := range c.Encoding {
		for _, h := range enc.Headers {
			b.mark(h.Type, Use{Request: true, JSON: true})
		}
	}
	for _, f := range t.Schema.Object.Fields {
		if s := fileUnion(f.Type); s != nil && kind == MultipartBody {
			b.files[s] = true
			continue
		}
		if enc := encodingOf(c, f.Name); isStructured(f.Type) && (enc == nil || enc.Style != "deepObject") {
			b.mark(f.Type, Use{Request: true, JSON: true})
		}
	}
}

func (b *builder) reachContents(cs []*model.Content, use Use) {
	for _, c := range cs {
		b.mark(c.Type, use)
		b.mark(c.ItemType, use)
	}
}

// keeps tells whether schemas that nothing uses become types.
func (b *builder) keeps() bool {
	return b.opts.KeepUnused || len(b.ops)+len(b.doc.Webhooks) == 0
}

// mark notes a use of a type and of all it contains. Nobody sends a readOnly field or receives a writeOnly one.
func (b *builder) mark(t *model.Type, use Use) {
	for t != nil && t.Kind != model.Ref {
		t = t.Elem
	}
	if t == nil || t.Schema == nil {
		return
	}
	s := t.Schema
	have := b.uses[s]
	if have == nil {
		have = &Use{}
		b.uses[s] = have
	}
	if b.reached[s] && (have.Request || !use.Request) && (have.Response || !use.Response) && (have.JSON || !use.JSON) && (have.XML || !use.XML) {
		return
	}
	b.reached[s] = true
	have.Request = have.Request || use.Request
	have.Response = have.Response || use.Response
	have.JSON = have.JSON || use.JSON
	have.XML = have.XML || use.XML
	b.mark(s.Alias, use)
	if o := b.same[s]; o != nil {
		b.mark(&model.Type{Kind: model.Ref, Schema: o}, use)
	}
	if s.Object != nil {
		for _, f := range s.Object.Fields {
			b.mark(f.Type, Use{use.Request && !f.ReadOnly, use.Response && !f.WriteOnly, use.JSON, use.XML})
		}
		b.mark(s.Object.Extra, use)
	}
	if s.Union != nil {
		for _, v := range s.Union.Variants {
			b.mark(v.Type, use)
		}
	}
}

// markFiles notes the objects, of a union each, whose binary fields are parts of a multipart body.
func (b *builder) markFiles(t *model.Type) {
	t = unalias(t)
	if t == nil || t.Kind != model.Ref || b.files[t.Schema] {
		return
	}
	b.files[t.Schema] = true
	if t.Schema.Union != nil {
		for _, v := range t.Schema.Union.Variants {
			b.markFiles(v.Type)
		}
	}
}

// unalias follows other names of a type to what it is. A name that stands only for itself is anything.
func unalias(t *model.Type) *model.Type {
	for range 100 {
		if t == nil || t.Kind != model.Ref || t.Schema == nil || t.Schema.Kind != model.AliasSchema {
			return t
		}
		next := t.Schema.Alias
		if next == nil {
			break
		}
		if (t.Nullable || t.Schema.Nullable) && !next.Nullable {
			n := *next
			n.Nullable = true
			next = &n
		}
		t = next
	}
	return &model.Type{Kind: model.Any}
}
