package openapi

import (
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// declare makes a schema for each of components/schemas, so that refs find them before they are read.
func (r *reader) declare() {
	for _, f := range fields(r.doc.Root.Get("components").Get("schemas")) {
		if strings.HasPrefix(f.Key, "x-") && f.Value.Kind != source.Object {
			continue
		}
		schema := &model.Schema{
			ID:   "#/components/schemas/" + escapeStep(f.Key),
			Name: model.Wire(f.Key),
			Pos:  f.Value.Pos,
		}
		r.named[f.Value], r.nodes[schema] = schema, f.Value
		r.names = append(r.names, f.Value)
	}
}

// fillAll reads what declare has made.
func (r *reader) fillAll() {
	for _, n := range r.names {
		r.fillNamed(r.named[n], n)
	}
	for _, n := range r.names {
		r.breakCircle(r.named[n], n)
	}
}

func (r *reader) fillNamed(schema *model.Schema, n *source.Node) {
	at := &place{owner: schema, id: schema.ID}
	c := r.reduce(part{node: n, home: at}, true)
	r.describe(schema, c.nodes...)
	switch {
	case c.schema != nil:
		schema.Kind, schema.Alias = model.AliasSchema, r.refTo(c.schema, c.end.node)
	case c.end.node == nil || c.end.node.Kind != source.Object:
		schema.Kind, schema.Alias = model.AliasSchema, r.trivial(c.end.node)
	default:
		s := r.shape([]part{c.end})
		r.fill(schema, s, r.form(s), at)
	}
	schema.Nullable = schema.Nullable || c.nullable
	if schema.Alias != nil {
		schema.Alias.Pos = n.Pos
		for i := len(c.nodes) - 2; i >= 0; i-- {
			schema.Alias.Limits = r.limits(schema.Alias.Limits, c.nodes[i])
		}
	}
}

// describe takes words and facts from the nodes that stand for a schema, the nearest first.
func (r *reader) describe(schema *model.Schema, nodes ...*source.Node) {
	for i, n := range nodes {
		if i > 0 && r.named[n] != nil {
			break
		}
		schema.Title = firstText(schema.Title, text(n, "title"))
		schema.Doc = firstText(schema.Doc, text(n, "description"))
		schema.Deprecated = schema.Deprecated || n.Get("deprecated").True()
		if schema.GoName == "" {
			schema.GoName = goName(n)
		}
		r.unused(n)
		r.addFacts(&schema.Facts, n)
	}
}

// form says what a shape declares: an alias is a type that needs no declaration of its own.
func (r *reader) form(s *shape) model.SchemaKind {
	if form := r.wants(s); r.affords(s, form) {
		return form
	}
	return model.AliasSchema
}

func (r *reader) wants(s *shape) model.SchemaKind {
	s.enum = r.enum(s)
	switch {
	case s.enum != nil:
		return model.EnumSchema
	case len(s.groups) > 0:
		return model.UnionSchema
	case len(s.kinds) > 1:
		if len(s.kinds) >= 5 {
			return model.AliasSchema // every type is none
		}
		return model.UnionSchema
	case len(s.kinds) == 1 && s.kinds[0] == "object" && hasFields(s):
		return model.ObjectSchema
	}
	return model.AliasSchema
}

func (r *reader) fill(schema *model.Schema, s *shape, form model.SchemaKind, at *place) {
	schema.Kind = form
	schema.Nullable = schema.Nullable || s.nullable
	switch form {
	case model.EnumSchema:
		schema.Enum = s.enum
	case model.ObjectSchema:
		schema.Object = r.object(s, at)
	case model.UnionSchema:
		schema.Union = r.union(schema, s, at)
	default:
		schema.Alias = r.plain(s, at)
	}
}

// weakened reports what a schema demands and no type can hold.
func (r *reader) weakened(n *source.Node) {
	if not := n.Get("not"); not != nil {
		r.note(NotSchema, not, "the type is as if it were absent", "not is not enforced")
	}
	if names := n.Get("propertyNames"); names != nil {
		r.note(KeyNames, names, "keys are any strings", "propertyNames is not enforced")
	}
	if n := n.Get("contains"); n != nil {
		r.note(Contains, n, "any items are accepted", "contains is not enforced")
	}
	if n := n.Get("contentSchema"); n != nil {
		r.note(Unread, n, "the value is the text itself", "contentSchema is not read")
	}
	if demands := n.Get("dependentRequired"); demands != nil {
		r.note(Alternatives, demands, "the properties stay optional", "dependentRequired is not enforced")
	}
}

// newInline makes a schema for a place that has no name of its own.
func (r *reader) newInline(s *shape, key string, inner *place) *model.Schema {
	top := inner.top()
	schema := &model.Schema{ID: r.uniqueID(inner.pointer()), Owner: top.owner, Operation: top.operation, Place: inner.words(), Pos: s.pos()}
	if schema.Owner != nil {
		schema.OwnerID = schema.Owner.ID
	}
	r.describe(schema, s.parts[len(s.parts)-1].node)
	r.inlined[key] = schema
	r.inline = append(r.inline, schema)
	inner.become(schema)
	return schema
}

func (r *reader) uniqueID(id string) string {
	unique := id
	for i := 2; r.ids[unique]; i++ {
		unique = id + "#" + strconv.Itoa(i)
	}
	r.ids[unique] = true
	return unique
}

// keyOf names what an inline schema is made of.
func (r *reader) keyOf(roots []part) string {
	var b strings.Builder
	for _, p := range roots {
		id, ok := r.numbers[p.node]
		if !ok {
			id = len(r.numbers)
			r.numbers[p.node] = id
		}
		b.WriteString(strconv.Itoa(id))
		b.WriteString(p.without)
		b.WriteByte(' ')
	}
	return b.String()
}

// breakCircle makes a schema that is only another name for itself into any. A wider circle stays: package sdk
// ends it.
func (r *reader) breakCircle(schema *model.Schema, n *source.Node) {
	slow := schema
	hops := 0
	for at, odd := schema, false; at != nil && at.Alias != nil && at.Alias.Kind == model.Ref && hops < 2*maxRefs; odd = !odd {
		hops++
		at = at.Alias.Schema
		if odd {
			slow = slow.Alias.Schema
		}
		if at == schema || at == slow {
			schema.Alias = &model.Type{Kind: model.Any, Pos: n.Pos}
			r.warn(DanglingRef, n, "it is any", "schema %q refers only to itself", oneLine(string(schema.Name)))
			return
		}
	}
}
