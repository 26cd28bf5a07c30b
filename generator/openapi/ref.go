package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/source"
)

// maxRefs bounds a chain of $refs, each of which is nothing but the next.
const maxRefs = 100

// follow is the object that n stands for, and its place: n itself, or what its $ref leads to in
// the end; nil, reported, if that is nothing.
func (r *reader) follow(n *source.Node, at *place) (*source.Node, *place) {
	for range maxRefs {
		ref := refOf(n)
		if ref == "" {
			return n, at
		}
		target := r.doc.Lookup(ref)
		if target == nil {
			r.warn(DanglingRef, n, "what it stands for is left out", "$ref %q leads nowhere", oneLine(ref))
			return nil, at
		}
		n, at = target, r.placeOf(ref)
	}
	r.warn(DanglingRef, n, "what it stands for is left out", "$ref %q leads in a circle", oneLine(refOf(n)))
	return nil, at
}

// leads tells whether a schema refers to another one.
func leads(n *source.Node) bool {
	return refOf(n) != "" || n.Get("$dynamicRef").Text() != "" || n.Get("$recursiveRef").Text() != ""
}

// step is the schema that a schema refers to and the place it stands in; nil, reported, if there is none.
func (r *reader) step(n *source.Node, at *place) (*source.Node, *place) {
	ref := refOf(n)
	target := r.doc.Lookup(ref)
	if ref == "" {
		target = r.dynamic(n, at)
	}
	if target == nil || target.Kind != source.Object && target.Kind != source.Bool {
		r.warn(DanglingRef, n, "the value is any", "$ref %q leads to no schema", oneLine(ref))
		return nil, nil
	}
	if s := r.named[target]; s != nil {
		return target, &place{owner: s, id: s.ID}
	}
	return target, r.placeOf(ref)
}

// dynamic is the schema that a $dynamicRef or $recursiveRef means: the named schema around it, or
// the one that has the anchor.
func (r *reader) dynamic(n *source.Node, at *place) *source.Node {
	ref := n.Get("$dynamicRef").Text()
	if strings.HasPrefix(ref, "#/") {
		return r.doc.Lookup(ref)
	}
	around := at.top().owner
	for around != nil && around.Owner != nil {
		around = around.Owner
	}
	if ref == "" || ref == "#" {
		return r.nodes[around]
	}
	for _, named := range append([]*source.Node{r.nodes[around]}, r.names...) {
		for _, key := range [...]string{"$dynamicAnchor", "$anchor"} {
			if anchor := named.Get(key).Text(); anchor != "" && "#"+anchor == ref {
				return named
			}
		}
	}
	return nil
}

// placeOf is the place that a $ref to a component, or into the inside of one, names.
func (r *reader) placeOf(ref string) *place {
	parts := strings.Split(ref, "/") // "#", "components", "schemas", "Pet", "properties", "tag"
	if len(parts) < 4 {
		return &place{id: ref}
	}
	prefix := strings.Join(parts[:4], "/")
	at := &place{id: prefix, word: plainStep(parts[3])}
	if s := r.named[r.doc.Lookup(prefix)]; s != nil {
		at = &place{owner: s, id: s.ID}
	}
	for i := 4; i < len(parts); i++ {
		step := parts[i]
		switch {
		case step == "items":
			at = at.at("item", step)
		case step == "additionalProperties":
			at = at.at("value", step)
		case holdsNames(step) && i+1 < len(parts):
			i++
			at = at.at(plainStep(parts[i]), step, plainStep(parts[i]))
		default:
			at = at.at("", plainStep(step))
		}
	}
	return at
}

// plainStep is a step of a JSON Pointer without its escapes.
func plainStep(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~1", "/"), "~0", "~")
}
