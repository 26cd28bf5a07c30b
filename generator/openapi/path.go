package openapi

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

func (r *reader) paths() []*model.Path {
	var out []*model.Path
	for _, f := range fields(r.doc.Root.Get("paths")) {
		if !strings.HasPrefix(f.Key, "x-") {
			out = append(out, r.path(f))
		}
	}
	return out
}

func (r *reader) path(f source.Field) *model.Path {
	p := &model.Path{Template: f.Key, Pos: f.Pos}
	for _, layer := range r.layers(f.Value, &place{id: "#/paths/" + escapeStep(f.Key)}) {
		p.Doc = firstText(p.Doc, text(layer.node, "description"), text(layer.node, "summary"))
		twilioPath(p, layer.node)
		if every := layer.node.Get(anyMethodKey); every != nil {
			r.note(AnyMethod, every, "it is read as "+strings.Join(anyMethods[:], ", ")+", where the path has no other", "the path takes any method")
		}
		for _, of := range operationFields(layer.node) {
			o := r.operation(of, layer, p)
			switch {
			case o == nil:
			case slices.ContainsFunc(p.Operations, func(first *model.Operation) bool { return first.Method == o.Method }):
				r.warn(SecondOperation, of.Value, "the first one is emitted", "the path has a second %s", oneLine(o.Method))
			default:
				p.Operations = append(p.Operations, o)
			}
		}
	}
	return p
}

// A layer is a path item, or what a path item's $ref leads to.
type layer struct {
	node *source.Node
	home *place
}

// layers are a path item and what its $refs lead to: their operations are joined.
func (r *reader) layers(n *source.Node, home *place) []layer {
	var out []layer
	for range maxRefs {
		if n == nil || n.Kind != source.Object {
			if n != nil && n.Kind != source.Null {
				r.warn(MalformedOperation, n, "it has no operations", "path item is %s", article(n.Kind.String()))
			}
			return out
		}
		out = append(out, layer{n, home})
		ref := refOf(n)
		if ref == "" {
			return out
		}
		target := r.doc.Lookup(ref)
		if target == nil {
			r.warn(DanglingRef, n, "the path has no operations from it", "$ref %q leads nowhere", oneLine(ref))
			return out
		}
		n, home = target, r.placeOf(ref)
	}
	r.warn(DanglingRef, n, "the path has no operations from it", "$ref leads in a circle")
	return out[:1]
}

// operationFields are the fields of a path item that are operations, additionalOperations in their place.
func operationFields(n *source.Node) []source.Field {
	var out []source.Field
	for _, f := range fields(n) {
		switch f.Key {
		case "get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "connect":
			out = append(out, f)
		case "additionalOperations":
			out = append(out, fields(f.Value)...)
		}
	}
	return append(out, anyMethod(n)...)
}

// webhooks are the requests that the API sends.
func (r *reader) webhooks() []*model.Operation {
	var out []*model.Operation
	for _, f := range fields(r.doc.Root.Get("webhooks")) {
		if strings.HasPrefix(f.Key, "x-") {
			continue
		}
		for _, layer := range r.layers(f.Value, &place{id: "#/webhooks/" + escapeStep(f.Key)}) {
			for _, of := range operationFields(layer.node) {
				if o := r.operation(of, layer, nil); o != nil {
					o.Name = f.Key
					out = append(out, o)
				}
			}
		}
	}
	return out
}
