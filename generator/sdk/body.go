package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A bodyPlan says how an operation's body is given: as fields of the params, or as an argument.
type bodyPlan struct {
	content *model.Content
	kind    BodyKind
	others  []*model.Content // that can carry the same Go value
	fields  *model.Schema    // whose fields stand in the params; nil: an argument
}

// plan chooses the representation of a request's body; nil without one.
func (b *builder) plan(op *model.Operation) *bodyPlan {
	if op.Body == nil || len(op.Body.Contents) == 0 {
		return nil
	}
	p := &bodyPlan{}
	was := b.keptBody(op)
	best := 0
	for _, c := range op.Body.Contents {
		kind, rank := bodyKind(c)
		if kind == MultipartBody && hasFile(c.Type) {
			rank = -1 // only this one uploads
		}
		if kind == was {
			rank -= 10
		}
		if p.content == nil || rank < best {
			p.content, p.kind, best = c, kind, rank
		}
	}
	p.others = alternatives(op.Body.Contents, p)
	t := unalias(p.content.Type)
	if t == nil || t.Kind != model.Ref || t.Schema.Kind != model.ObjectSchema {
		return p
	}
	form := p.kind == FormBody || p.kind == MultipartBody
	inline := t.Schema.Name == "" && t.Schema.Operation == op
	if form && b.aliasOf(t.Schema) == nil || inline && p.kind == JSONBody && plainObject(t.Schema) && b.aliasOf(t.Schema) == nil {
		p.fields = t.Schema
	}
	return p
}

// alternatives are the representations of a body that can carry the value of the chosen one: an object's, of one schema.
func alternatives(contents []*model.Content, p *bodyPlan) (all []*model.Content) {
	seen := map[BodyKind]bool{p.kind: true}
	t := unalias(p.content.Type)
	if t == nil || t.Kind != model.Ref || t.Schema.Kind != model.ObjectSchema {
		return nil
	}
	for _, c := range contents {
		kind, _ := bodyKind(c)
		if seen[kind] || typePrint(c.Type, 0) != typePrint(p.content.Type, 0) || hasFile(c.Type) {
			continue
		}
		switch kind {
		case JSONBody, FormBody, MultipartBody, XMLBody:
			seen[kind] = true
			all = append(all, c)
		}
	}
	return all
}

// keptBody is how an earlier run sent the body; "" for an operation that is new.
func (b *builder) keptBody(op *model.Operation) BodyKind {
	if !b.names.knows("operation " + opKey(op)) {
		return NoBody
	}
	if kind, other := b.names.lock["body "+opKey(op)]; other {
		return BodyKind(kind)
	}
	return JSONBody
}

// bodyKind is how a content is sent, and how much we like it: JSON first.
func bodyKind(c *model.Content) (BodyKind, int) {
	switch effective(c) {
	case jsonMedia:
		if essence(c.MediaType) == "application/json" {
			return JSONBody, 0
		}
		return JSONBody, 1
	case formMedia:
		if isScalar(c.Type) || isArray(c.Type) {
			return TextBody, 2 // which the caller has encoded
		}
		return FormBody, 2
	case multipartMedia:
		if isScalar(c.Type) && unalias(c.Type).Format != "binary" {
			return RawBody, 7
		}
		return MultipartBody, 3
	case linesMedia:
		if isLines(c) {
			return LinesBody, 4
		}
		return RawBody, 7
	case xmlMedia:
		return XMLBody, 5
	case textMedia:
		return TextBody, 6
	}
	return RawBody, 7
}

// isScalar tells whether a value is a text, a number or a truth.
func isScalar(t *model.Type) bool {
	t = unalias(t)
	if t == nil {
		return false
	}
	switch t.Kind {
	case model.String, model.Integer, model.Number, model.Boolean:
		return true
	}
	return t.Kind == model.Ref && t.Schema.Kind == model.EnumSchema
}

// isLines tells whether a document says what the lines of a body hold.
func isLines(c *model.Content) bool {
	t := unalias(c.Type)
	return c.ItemType != nil || t != nil && t.Kind != model.Any && t.Kind != model.String
}

// plainObject tells whether an object can be spelled as fields with plain tags.
func plainObject(s *model.Schema) bool {
	if s.Object.Extra != nil || s.Nullable {
		return false
	}
	for _, f := range s.Object.Fields {
		if !tagCanHold(string(f.Name)) {
			return false
		}
	}
	return true
}

// findInline finds the objects that need no declaration, as params have their fields.
func (b *builder) findInline() {
	b.inline = make(map[*model.Schema]bool)
	b.plans = make(map[*model.Operation]*bodyPlan)
	for _, op := range b.ops {
		if p := b.plan(op); p != nil {
			b.plans[op] = p
			b.reportOthers(op, p)
		}
	}
	b.shareForms()
	refs := b.references()
	flat := make(map[*model.Schema]int)
	for _, op := range b.ops {
		p := b.plans[op]
		if p == nil {
			continue
		}
		for _, c := range op.Body.Contents {
			if t := unalias(c.Type); p.fields != nil && t != nil && t.Schema == p.fields {
				flat[p.fields]++
			}
		}
	}
	for s, n := range flat {
		b.inline[s] = refs[s] <= n
	}
}

// reportOthers says which representations of a body are not offered.
func (b *builder) reportOthers(op *model.Operation, p *bodyPlan) {
	var others []string
	severity := diag.Note
	for _, c := range op.Body.Contents {
		if c == p.content {
			continue
		}
		others = append(others, c.MediaType)
		if typePrint(c.Type, 0) != typePrint(p.content.Type, 0) {
			severity = diag.Warning // it can carry what ours cannot
		}
	}
	if len(others) == 0 {
		return
	}
	b.report.Add(diag.Diagnostic{
		Code: "body-choice", Severity: severity, Pos: op.Body.Pos,
		Message: fmt.Sprintf("%s %s takes %s too", op.Method, op.Template(), strings.Join(others, ", ")),
		Cure:    fmt.Sprintf("the method sends %s; %s", p.content.MediaType, p.otherWay(len(others))),
	})
}

// otherWay is the option that sends another representation than the method's own.
func (p *bodyPlan) otherWay(others int) string {
	switch {
	case p.kind == RawBody || p.kind == TextBody || len(p.others) == others:
		return "sdk.WithContentType chooses another"
	case len(p.others) > 0:
		return "sdk.WithContentType chooses another, sdk.WithBody sends any"
	}
	return "sdk.WithBody sends any"
}

// references counts the places that refer to each schema.
func (b *builder) references() map[*model.Schema]int {
	n := make(map[*model.Schema]int)
	count := func(t *model.Type) {
		for t != nil && t.Kind != model.Ref {
			t = t.Elem
		}
		if t != nil {
			n[t.Schema]++
		}
	}
	for _, s := range b.doc.Schemas {
		count(s.Alias)
		if s.Object != nil {
			count(s.Object.Extra)
			for _, f := range s.Object.Fields {
				count(f.Type)
			}
		}
		if s.Union != nil {
			for _, v := range s.Union.Variants {
				count(v.Type)
			}
		}
	}
	for _, op := range append(b.doc.Incoming(), b.ops...) {
		for _, p := range op.Params {
			count(p.Type)
		}
		for _, c := range contents(op) {
			count(c.Type)
			count(c.ItemType)
		}
	}
	return n
}

// contents are all contents of an operation, of its request and its responses.
func contents(op *model.Operation) []*model.Content {
	var all []*model.Content
	if op.Body != nil {
		all = append(all, op.Body.Contents...)
	}
	for _, r := range op.Responses {
		all = append(all, r.Contents...)
	}
	return all
}
