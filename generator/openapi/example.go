package openapi

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// examples are those that a param, a media type or a schema shows.
func (r *reader) examples(n *source.Node) []*model.Example {
	var out []*model.Example
	if one := n.Get("example"); one != nil {
		out = append(out, &model.Example{JSON: compact(one), Valid: true, Pos: one.Pos})
	}
	list := n.Get("examples")
	for _, item := range items(list) { // of a 3.1 schema
		out = append(out, &model.Example{JSON: compact(item), Valid: true, Pos: item.Pos})
	}
	for _, f := range fields(list) {
		if e := r.example(f); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// example is a named example; its value may stand elsewhere.
func (r *reader) example(f source.Field) *model.Example {
	n, _ := r.follow(f.Value, &place{})
	if n == nil {
		return nil
	}
	e := &model.Example{Name: f.Key, Doc: firstText(text(n, "summary"), text(n, "description")), Pos: f.Pos}
	for _, key := range [...]string{"value", "dataValue", "serializedValue"} {
		if value := n.Get(key); value != nil {
			e.JSON, e.Valid = compact(value), true
			return e
		}
	}
	return e
}

// addFacts takes the default, examples and marks of a schema or param; what is there stays.
func (r *reader) addFacts(facts *model.Facts, n *source.Node) {
	if facts.Default == "" {
		facts.Default = compact(n.Get("default"))
	}
	if len(facts.Examples) == 0 {
		facts.Examples = r.examples(n)
	}
	if facts.PII == "" {
		facts.PII = twilioPII(n)
	}
	facts.Secret = facts.Secret || secret(n)
}
