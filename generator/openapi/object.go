package openapi

import (
	"slices"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// hasFields tells an object from a map: it names fields, or that it has none.
func hasFields(s *shape) bool {
	closed, open := false, false
	for _, p := range s.parts {
		if len(fields(p.node.Get("properties"))) > 0 {
			return true
		}
		extra := p.node.Get("additionalProperties")
		closed = closed || isBool(extra) && !extra.True()
		open = open || extra != nil && extra.Kind == source.Object || len(fields(p.node.Get("patternProperties"))) > 0
	}
	return closed && !open
}

// A slot is a property with all schemas that speak of it.
type slot struct {
	name  string
	roots []part
	field source.Field // where it is named last
}

func (r *reader) object(s *shape, at *place) *model.Object {
	o := &model.Object{}
	for _, base := range s.bases {
		if base != at.owner {
			o.Bases = append(o.Bases, base)
		}
	}
	if last := s.parts[len(s.parts)-1].node; r.families[last] != nil {
		o.Tag = r.tag(s)
	}
	for _, p := range s.parts {
		if !p.weak {
			o.Limits = r.limits(o.Limits, p.node)
		}
	}
	slots := r.slots(s)
	required := required(s)
	for _, slot := range slots {
		f := r.field(slot, at)
		f.Required = required[slot.name] != nil
		delete(required, slot.name)
		o.Fields = append(o.Fields, f)
	}
	if !isOpen(s) {
		o.Fields = append(o.Fields, r.undeclared(s, required)...)
	}
	o.Extra = r.extra(s, at)
	o.Closed = o.Extra == nil && isClosed(s)
	return o
}

// slots are the properties of all parts, in the order of their first naming.
func (r *reader) slots(s *shape) []*slot {
	var slots []*slot
	byName := map[string]*slot{}
	for _, p := range s.parts {
		for _, f := range fields(p.node.Get("properties")) {
			one := byName[f.Key]
			if one == nil {
				one = &slot{name: f.Key}
				byName[f.Key] = one
				slots = append(slots, one)
			}
			one.field = f
			one.roots = append(one.roots, part{node: f.Value, home: p.home.at(f.Key, "properties", f.Key)})
		}
	}
	return slots
}

// required are the names that all values have, and where the document says so.
func required(s *shape) map[string]*source.Node {
	names := map[string]*source.Node{}
	for _, p := range s.parts {
		if p.weak {
			continue
		}
		for _, item := range items(p.node.Get("required")) {
			if item.Kind == source.String && names[item.Value] == nil {
				names[item.Value] = item
			}
		}
	}
	return names
}

// undeclared are fields for required names that no properties declare, in the document's order.
func (r *reader) undeclared(s *shape, names map[string]*source.Node) []*model.Field {
	var out []*model.Field
	for _, p := range s.parts {
		for _, item := range items(p.node.Get("required")) {
			if names[item.Text()] != item {
				continue
			}
			r.warn(UndeclaredRequired, item, "its type is any", "required property %q is not declared", oneLine(item.Value))
			out = append(out, &model.Field{Name: model.Wire(item.Value), Type: &model.Type{Kind: model.Any, Pos: item.Pos}, Required: true, Pos: item.Pos})
		}
	}
	return out
}

func (r *reader) field(s *slot, at *place) *model.Field {
	f := &model.Field{Name: model.Wire(s.name), Pos: s.field.Pos}
	roots := r.specific(distinct(s.roots))
	if len(roots) == 1 {
		f.Type = r.typ(roots[0].node, roots[0].home)
	} else {
		f.Type = r.typeOf(roots, at.at(s.name, "properties", s.name))
	}
	for i := len(s.roots) - 1; i >= 0; i-- {
		r.fieldFacts(f, s.roots[i])
	}
	return f
}

// fieldFacts takes what a property's schema says of the field; what an earlier call took stays.
func (r *reader) fieldFacts(f *model.Field, p part) {
	if f.XML == nil {
		f.XML = r.xml(p)
	}
	c := r.reduce(p, false)
	for i, n := range c.nodes {
		f.ReadOnly = f.ReadOnly || n.Get("readOnly").True()
		f.WriteOnly = f.WriteOnly || n.Get("writeOnly").True()
		if i > 0 && r.named[n] != nil {
			break
		}
		f.Doc = firstText(f.Doc, text(n, "description"))
		f.Deprecated = f.Deprecated || n.Get("deprecated").True()
		if f.GoName == "" {
			f.GoName = goName(n)
		}
		r.unused(n)
		r.addFacts(&f.Facts, n)
	}
	if f.Const == "" {
		f.Const = onlyValue(c.end.node)
	}
}

// onlyValue is the compact JSON of the only value that a schema allows; "" if there are more.
func onlyValue(n *source.Node) string {
	if value := n.Get("const"); value != nil {
		return compact(value)
	}
	if values := items(n.Get("enum")); len(values) == 1 && !isNull(values[0]) && !saysNull(n) {
		return compact(values[0])
	}
	return ""
}

// specific drops the schemas of a property that another one of them already includes.
func (r *reader) specific(roots []part) []part {
	if len(roots) < 2 {
		return roots
	}
	roots = slices.DeleteFunc(slices.Clone(roots), func(p part) bool { return onlyWords(p.node) })
	ends := make([]*source.Node, len(roots))
	for i, p := range roots {
		ends[i] = r.reduce(p, false).end.node
	}
	for i := len(roots) - 1; i >= 0; i-- {
		if r.includes(roots[i], ends) {
			return roots[i : i+1]
		}
	}
	return roots
}

func (r *reader) includes(p part, ends []*source.Node) bool {
	has := map[*source.Node]bool{}
	for _, q := range r.flatten([]part{p}).parts {
		has[q.node] = true
	}
	for _, end := range ends {
		if !has[end] {
			return false
		}
	}
	return true
}
