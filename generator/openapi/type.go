package openapi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// typ is the type of a value whose schema stands at n; any for nil.
func (r *reader) typ(n *source.Node, at *place) *model.Type {
	return r.typeOf([]part{{node: n, home: at}}, at)
}

// typeOf is the type of a value that satisfies all roots.
func (r *reader) typeOf(roots []part, at *place) *model.Type {
	if at.depth > maxMerge && len(roots) > 1 {
		r.warn(TooManyParts, roots[0].node, "the last one counts", "schemas merge in schemas deeper than %d levels", maxMerge)
		roots = roots[len(roots)-1:]
	}
	if len(roots) > 1 {
		return r.typeOfShape(roots, at)
	}
	c := r.reduce(roots[0], false)
	var t *model.Type
	switch {
	case c.schema != nil:
		t = r.refTo(c.schema, c.end.node)
	case c.end.node == nil || c.end.node.Kind != source.Object:
		t = r.trivial(c.end.node)
	default:
		t = r.typeOfShape([]part{c.end}, c.end.home)
	}
	if n := roots[0].node; n != nil {
		t.Pos = n.Pos
	}
	t.Nullable = t.Nullable || c.nullable
	for i := len(c.nodes) - 2; i >= 0; i-- {
		t.Limits = r.limits(t.Limits, c.nodes[i])
	}
	return t
}

// maxMerge bounds how deep properties of one name merge inside each other.
const maxMerge = 50

// trivial is the type of what is no schema object: true, false, null or nothing.
func (r *reader) trivial(n *source.Node) *model.Type {
	if isBool(n) && !n.True() {
		r.note(NeverSchema, n, "the value is any", "no value satisfies false")
	}
	return &model.Type{Kind: model.Any}
}

// refTo refers to a named schema; to its family's union, if it is the base of one.
func (r *reader) refTo(s *model.Schema, n *source.Node) *model.Type {
	if f := r.families[n]; f != nil {
		s = r.familyUnion(f)
	}
	return &model.Type{Kind: model.Ref, Schema: s, SchemaID: s.ID}
}

// typeOfShape is the type of what is no mere $ref: a plain type, or an inline schema.
func (r *reader) typeOfShape(roots []part, at *place) *model.Type {
	return r.typeOfInner(roots, at.at(""))
}

// typeOfInner is typeOfShape where the place of what stands in the schema is known.
func (r *reader) typeOfInner(roots []part, inner *place) *model.Type {
	if len(roots) == 1 {
		roots = []part{roots[0]}
		roots[0].home = inner
	}
	key := r.keyOf(roots)
	s := r.inlined[key]
	if p := r.pending[key]; s == nil && p != nil {
		s = r.declared(p, key)
	}
	if s != nil {
		return &model.Type{Kind: model.Ref, Schema: s, SchemaID: s.ID, Nullable: s.Nullable}
	}
	return r.shaped(r.shape(roots), key, inner)
}

// maxInline bounds the schemas without a name: each becomes a Go type and a page. Real documents have 10,000.
const maxInline = 50_000

// maxNested bounds how deep schemas without a name stand in one another, in steps of which a property is two: real ones
// stay below fifty. Each is known by its whole place, which a thousand levels make longer than the document.
const maxNested = 120

// shaped is the type of a shape; inner is the place of what stands in it.
func (r *reader) shaped(s *shape, key string, inner *place) *model.Type {
	form := r.form(s)
	if form == model.AliasSchema {
		return r.plainOnce(s, key, inner)
	}
	if len(r.inline) >= maxInline {
		r.warn(TooManySchemas, s.parts[len(s.parts)-1].node, "the value is any", "the document has more than %d schemas without a name", maxInline)
		return &model.Type{Kind: model.Any, Nullable: s.nullable, Pos: s.pos()}
	}
	if inner.depth > maxNested {
		r.warn(TooManySchemas, s.parts[len(s.parts)-1].node, "the value is any", "schemas without a name stand in one another deeper than %d levels", maxNested/2)
		return &model.Type{Kind: model.Any, Nullable: s.nullable, Pos: s.pos()}
	}
	schema := r.newInline(s, key, inner)
	r.fill(schema, s, form, inner)
	return &model.Type{Kind: model.Ref, Schema: schema, SchemaID: schema.ID, Nullable: s.nullable, Pos: schema.Pos}
}

// A pending is a plain type that is being read. If it is met inside itself, it needs a declaration.
type pending struct {
	shape  *shape
	inner  *place
	schema *model.Schema
}

func (r *reader) plainOnce(s *shape, key string, inner *place) *model.Type {
	p := &pending{shape: s, inner: inner}
	r.pending[key] = p
	t := r.plain(s, inner)
	delete(r.pending, key)
	if p.schema == nil {
		return t
	}
	p.schema.Alias = t
	return &model.Type{Kind: model.Ref, Schema: p.schema, SchemaID: p.schema.ID, Nullable: s.nullable, Pos: t.Pos}
}

// declared is the schema of a plain type that is met inside itself.
func (r *reader) declared(p *pending, key string) *model.Schema {
	if p.schema == nil {
		p.schema = r.newInline(p.shape, key, p.inner)
		p.schema.Kind, p.schema.Nullable = model.AliasSchema, p.shape.nullable
	}
	return p.schema
}

// plain is the type of a shape that needs no declaration.
func (r *reader) plain(s *shape, at *place) *model.Type {
	t := &model.Type{Kind: model.Any, Nullable: s.nullable, Pos: s.pos()}
	if len(s.kinds) != 1 {
		return t
	}
	switch s.kinds[0] {
	case "object":
		t.Kind, t.Format, t.Elem = model.Map, s.format, r.mapElem(s, at)
	case "array":
		t.Kind, t.Elem, t.Limits = model.Array, r.elem(s, at), order(s)
	default:
		t.Kind, t.Format = model.Kind(s.kinds[0]), s.format
		if t.Kind == model.String && r.overridden(s) {
			t.Format = "decimal"
		}
	}
	for _, p := range s.parts {
		if !p.weak {
			t.Limits = r.limits(t.Limits, p.node)
		}
	}
	return t
}

func (r *reader) mapElem(s *shape, at *place) *model.Type {
	if t := r.extra(s, at); t != nil {
		return t
	}
	return &model.Type{Kind: model.Any, Pos: s.pos()}
}

// elem is the type of an array's items.
func (r *reader) elem(s *shape, at *place) *model.Type {
	var roots, tuple []part
	for _, p := range s.parts {
		for i, n := range items(p.node.Get("prefixItems")) {
			tuple = append(tuple, part{node: n, home: p.home.at("item", "prefixItems", strconv.Itoa(i))})
		}
		if n := p.node.Get("items"); n != nil && !isBool(n) && n.Kind == source.Object {
			roots = append(roots, part{node: n, home: p.home.at("item", "items")})
		}
	}
	if len(tuple) > 0 {
		return r.tuple(s, append(tuple, roots...), at)
	}
	if len(roots) == 0 {
		return &model.Type{Kind: model.Any, Pos: s.pos()}
	}
	if roots = distinct(roots); len(roots) == 1 {
		return r.typ(roots[0].node, roots[0].home)
	}
	return r.typeOf(roots, at.at("item", "items"))
}

// tuple is one type for all positions of a tuple: theirs if they agree, else their union.
func (r *reader) tuple(s *shape, positions []part, at *place) *model.Type {
	g := &group{part: positions[0], keyword: "prefixItems"}
	seen := map[string]bool{}
	for i, p := range positions {
		c := r.reduce(p, false)
		if c.end.node == nil || onlyWords(c.end.node) {
			r.warn(Tuple, p.node, "items are any", "a position of prefixItems is any")
			return &model.Type{Kind: model.Any, Pos: s.pos()}
		}
		if id := identity(c); id == "" || !seen[id] {
			seen[id] = true
			g.members = append(g.members, member{p.node, p.home, i, c})
		}
	}
	if len(g.members) == 1 {
		return r.typ(positions[0].node, positions[0].home)
	}
	r.note(Tuple, positions[0].node, "items are a union of them", "the positions of prefixItems have different types")
	inner := at.at("item", "prefixItems")
	hollow := part{node: &source.Node{Kind: source.Object, Pos: positions[0].node.Pos}, home: inner}
	return r.shaped(&shape{parts: []part{hollow}, groups: []*group{g}}, r.keyOf(positions)+"tuple", inner)
}

// order says in words what stands at each place of a tuple; nil if it is none.
func order(s *shape) *model.Limits {
	var words []string
	for _, p := range s.parts {
		for _, n := range items(p.node.Get("prefixItems")) {
			ref := refOf(n)
			word := cmp.Or(n.Get("title").Text(), n.Get("type").Text(), ref[strings.LastIndexByte(ref, '/')+1:], "any")
			words = append(words, oneLine(word))
		}
	}
	if len(words) > maxOrder || len(slices.Compact(slices.Clone(words))) < 2 {
		return nil
	}
	return &model.Limits{Order: strings.Join(words, ", ")}
}

// maxOrder is how many places of a tuple are spelled out.
const maxOrder = 12

// sameType tells whether two types have the same values, limits apart.
func sameType(a, b *model.Type) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Kind == b.Kind && a.Format == b.Format && a.Schema == b.Schema && a.Nullable == b.Nullable && sameType(a.Elem, b.Elem)
}

// distinct drops parts that repeat an earlier one.
func distinct(parts []part) []part {
	if len(parts) < 2 {
		return parts
	}
	var out []part
	for _, p := range parts {
		if !slices.ContainsFunc(out, func(q part) bool { return q.key() == p.key() }) {
			out = append(out, p)
		}
	}
	return out
}
