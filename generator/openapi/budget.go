package openapi

import (
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// What one document may come to. A few lines multiply: a thousand schemas that merge one of a thousand properties have a
// million fields. Real documents stay below a quarter of each.
const (
	maxFields   = 200_000 // of all objects, with those that allOf merges
	maxVariants = 50_000  // of all unions
	maxParams   = 250_000 // of all operations, with those of their paths
)

// A spent is how much of that is used up.
type spent struct{ fields, variants, params int }

// affords tells whether the document may still have what a shape declares.
func (r *reader) affords(s *shape, form model.SchemaKind) bool {
	switch form {
	case model.ObjectSchema:
		for _, p := range s.parts {
			r.spent.fields += len(fields(p.node.Get("properties")))
		}
		return r.spent.fields <= maxFields || r.tooLarge(s, "a map of any", "fields, with those that allOf merges", maxFields)
	case model.UnionSchema:
		r.spent.variants += len(s.kinds)
		for _, g := range s.groups {
			r.spent.variants += len(g.members)
		}
		return r.spent.variants <= maxVariants || r.tooLarge(s, "any", "variants of unions", maxVariants)
	}
	return true
}

// tooLarge says once where the document has too much of something.
func (r *reader) tooLarge(s *shape, emitted, what string, limit int) bool {
	if !r.said[remark{code: TooLarge, more: what}] {
		r.said[remark{code: TooLarge, more: what}] = true
		r.warn(TooLarge, s.parts[len(s.parts)-1].node, "this and what follows is "+emitted, "the document has more than %d %s", limit, what)
	}
	return false
}

// affordsParams refuses a document whose operations have too many params; nothing stands for what would be left out.
func (r *reader) affordsParams(n int, at *source.Node) bool {
	if r.spent.params > maxParams {
		return false
	}
	r.spent.params += n
	if r.spent.params > maxParams {
		r.add(diag.Error, TooLarge, at, "leave out operations with exclude", "the operations up to this one have more than %d params", maxParams)
		return false
	}
	return true
}
