package openapi

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sdkc/sdkc/generator/source"
)

// kin is kin-openapi's typed view of the tree's nodes.
type kin struct {
	r          *reader
	params     map[*source.Node]*openapi3.Parameter
	operations map[*source.Node]*openapi3.Operation
	schemes    map[*source.Node]*openapi3.SecurityScheme
}

// newKin loads the document with kin-openapi. Where kin refuses, its types still read each object alone.
func newKin(doc *source.Document, r *reader) *kin {
	k := &kin{
		r:          r,
		params:     map[*source.Node]*openapi3.Parameter{},
		operations: map[*source.Node]*openapi3.Operation{},
		schemes:    map[*source.Node]*openapi3.SecurityScheme{},
	}
	loaded, err := loadKin(doc.Root)
	if err != nil {
		r.note(KinRefused, doc.Root, "each object is read by itself", "kin-openapi: %s", oneLine(err.Error()))
		return k
	}
	k.indexDocument(doc.Root, loaded)
	return k
}

// loadKin never panics: what hostile documents do to kin is an error.
func loadKin(root *source.Node) (doc *openapi3.T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	data, ok := kinJSON(root)
	if !ok {
		return nil, errors.New("nested too deeply")
	}
	return openapi3.NewLoader().LoadFromData(data)
}

// schema is what a schema says in keywords that are no schemas. A document has up to a hundred thousand: those that are
// well-formed are read from the tree, in a tenth of the time and room.
func (k *kin) schema(n *source.Node) openapi3.Schema {
	if !wellFormed(n) {
		return *readAlone[openapi3.Schema](k.r, n)
	}
	s := openapi3.Schema{
		Format:           n.Get("format").Text(),
		ContentEncoding:  n.Get("contentEncoding").Text(),
		ContentMediaType: n.Get("contentMediaType").Text(),
	}
	if t := n.Get("type"); t != nil {
		s.Type = &openapi3.Types{}
		if t.Kind == source.String {
			*s.Type = append(*s.Type, t.Value)
		}
		for _, item := range items(t) {
			*s.Type = append(*s.Type, item.Value)
		}
	}
	return s
}

// wellFormed tells whether the keywords of a schema, those apart that hold schemas, are of the kinds that they must be.
func wellFormed(n *source.Node) bool {
	for _, f := range fields(n) {
		ok := !isFlat(f.Value) || kinSkips(f.Key)
		switch f.Key {
		case "type", "required":
			ok = f.Value.Kind == source.Array && isFlat(f.Value) || f.Key == "type" && f.Value.Kind == source.String
		case "format", "title", "description", "pattern", "contentEncoding", "contentMediaType":
			ok = f.Value.Kind == source.String
		case "nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems", "additionalProperties", "unevaluatedProperties":
			ok = ok || isBool(f.Value)
		case "discriminator":
			ok = false
		}
		if !ok {
			return false
		}
	}
	return true
}

func (k *kin) param(n *source.Node) *openapi3.Parameter {
	if p := k.params[n]; p != nil {
		return p
	}
	return readAlone[openapi3.Parameter](k.r, n)
}

func (k *kin) operation(n *source.Node) *openapi3.Operation {
	if o := k.operations[n]; o != nil {
		return o
	}
	return readAlone[openapi3.Operation](k.r, n)
}

func (k *kin) scheme(n *source.Node) *openapi3.SecurityScheme {
	if s := k.schemes[n]; s != nil {
		return s
	}
	return readAlone[openapi3.SecurityScheme](k.r, n)
}

// readAlone reads an object without its children. A keyword of the wrong type is reported and left out.
func readAlone[T any](r *reader, n *source.Node) *T {
	if n == nil || n.Kind != source.Object {
		return new(T)
	}
	flat := &source.Node{Kind: source.Object}
	for _, f := range n.Fields {
		if f.Key == "discriminator" || !kinSkips(f.Key) && isFlat(f.Value) {
			flat.Fields = append(flat.Fields, f)
		}
	}
	out := new(T)
	if decode(flat, out) == nil {
		return out
	}
	good := &source.Node{Kind: source.Object}
	for _, f := range flat.Fields {
		err := decode(&source.Node{Kind: source.Object, Fields: []source.Field{f}}, new(T))
		if err == nil {
			good.Fields = append(good.Fields, f)
			continue
		}
		r.warn(MalformedKeyword, f.Value, "the keyword is left out", "%s cannot be %s", f.Key, article(f.Value.Kind.String()))
	}
	out = new(T)
	if decode(good, out) != nil {
		return new(T)
	}
	return out
}

func decode(n *source.Node, out any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return json.Unmarshal(n.AppendJSON(nil), out)
}

func isFlat(n *source.Node) bool {
	for _, item := range n.Items {
		if item.Kind != source.String {
			return false
		}
	}
	return n.Kind != source.Object && n.Kind != source.Null
}
