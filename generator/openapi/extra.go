package openapi

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// extra is the type of keys that are no field; nil if the schema names none.
func (r *reader) extra(s *shape, at *place) *model.Type {
	var roots, patterns []part
	open := false
	for _, p := range s.parts {
		value, key := extraOf(p.node)
		if value != nil && value.Kind == source.Object && len(value.Fields) > 0 {
			roots = append(roots, part{node: value, home: p.home.at("value", key)})
		}
		open = open || value != nil && (value.True() || value.Kind == source.Object)
		for _, f := range fields(p.node.Get("patternProperties")) {
			patterns = append(patterns, part{node: f.Value, home: p.home.at("value", "patternProperties", f.Key)})
		}
	}
	if len(patterns) > 0 {
		return r.patterns(append(patterns, roots...))
	}
	roots = distinct(roots)
	switch {
	case len(roots) == 1:
		return r.typ(roots[0].node, roots[0].home)
	case len(roots) > 1:
		return r.typeOf(roots, at.at("value", "additionalProperties"))
	case open:
		return &model.Type{Kind: model.Any, Pos: s.pos()}
	}
	return nil
}

// extraOf is what a schema says of keys that it does not name, and the keyword that says it.
func extraOf(n *source.Node) (*source.Node, string) {
	for _, key := range [...]string{"additionalProperties", "unevaluatedProperties"} {
		if value := n.Get(key); value != nil && value.Kind != source.Null {
			return value, key
		}
	}
	return nil, ""
}

// patterns is one type for the values of all key patterns: theirs if they agree, else any.
func (r *reader) patterns(roots []part) *model.Type {
	first := r.typ(roots[0].node, roots[0].home)
	for _, p := range roots[1:] {
		if !sameType(r.typ(p.node, p.home), first) {
			r.warn(Patterns, roots[0].node, "the values are any", "patternProperties have values of several types")
			return &model.Type{Kind: model.Any, Pos: roots[0].node.Pos}
		}
	}
	r.note(Patterns, roots[0].node, "any key is accepted", "the patterns of patternProperties are not enforced")
	return first
}

// isClosed tells whether a schema forbids keys that it does not name.
func isClosed(s *shape) bool {
	for _, p := range s.parts {
		if value, _ := extraOf(p.node); isBool(value) && !value.True() {
			return true
		}
	}
	return false
}

// isOpen tells whether a schema speaks of keys that it does not name.
func isOpen(s *shape) bool {
	for _, p := range s.parts {
		value, _ := extraOf(p.node)
		if value != nil && !(isBool(value) && !value.True()) || p.node.Get("patternProperties") != nil {
			return true
		}
	}
	return false
}
