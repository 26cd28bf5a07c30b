package openapi

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// A shape is what all parts of a schema demand together.
type shape struct {
	parts       []part
	bases       []*model.Schema // what the schema itself refers to in allOf
	kinds       []kind          // that the type may be, null apart; none: not said
	groups      []*group        // oneOf and anyOf with at least two members
	enums       []*source.Node  // the schemas with an enum
	valueGroups []*group        // oneOf and anyOf of single values
	nullable    bool
	formatted   *source.Node // where format was said
	format      string
	enum        *model.Enum // set by form
}

// kind is a JSON type; object stands for both objects and maps.
type kind = string

// shape merges what roots demand.
func (r *reader) shape(roots []part) *shape {
	s := r.flatten(roots)
	typed, nulls, direct := 0, 0, false
	var saidBy *source.Node
	for _, p := range s.parts {
		if p.node == nil || p.node.Kind != source.Object || p.weak {
			continue
		}
		r.weakened(p.node)
		kinds, null := r.kinds(p.node)
		if p.node.Get("enum") != nil {
			s.enums = append(s.enums, p.node)
		}
		if null && !p.byRef {
			direct = true
		}
		if null {
			nulls++
		}
		if len(kinds) > 0 || p.node.Get("enum") != nil {
			typed++
		}
		if len(kinds) > 0 {
			s.kinds, saidBy = r.narrow(s.kinds, saidBy, kinds, p.node)
		}
		r.mergeFormat(s, p.node)
	}
	s.nullable = s.nullable || direct || typed > 0 && nulls == typed
	if len(s.kinds) == 0 && saidBy == nil {
		s.kinds = r.inferred(s)
	}
	return s
}

// narrow is what two types have in common. Where that is nothing, it says so and leaves the type open.
func (r *reader) narrow(old []kind, oldNode *source.Node, kinds []kind, n *source.Node) ([]kind, *source.Node) {
	if oldNode == nil {
		return kinds, n
	}
	var both []kind
	for _, k := range kinds {
		switch {
		case slices.Contains(old, k), k == "integer" && slices.Contains(old, "number"):
			both = append(both, k)
		case k == "number" && slices.Contains(old, "integer"):
			both = append(both, "integer")
		}
	}
	if len(both) == 0 && len(old) > 0 {
		r.conflict(n, oldNode, "the value is any", "allOf wants both "+old[0]+" and "+kinds[0])
	}
	return both, n
}

func (r *reader) conflict(n, other *source.Node, cure, message string) {
	related := []diag.Related{{Pos: other.Pos, Message: "the other schema"}}
	r.addRelated(related, diag.Warning, Conflict, n, cure, message)
}

// mergeFormat takes the format of one more schema; the later one counts.
func (r *reader) mergeFormat(s *shape, n *source.Node) {
	format := formatOf(r.kin.schema(n))
	if format == "" {
		return
	}
	if s.format != "" && s.format != format {
		r.conflict(n, s.formatted, "the later one counts", fmt.Sprintf("allOf wants both format %q and %q", oneLine(s.format), oneLine(format)))
	}
	s.format, s.formatted = format, n
}

// formatOf is a schema's format, or what 3.1 says in its place: bytes as base64 or as they are.
func formatOf(k openapi3.Schema) string {
	if k.Format != "" {
		return k.Format
	}
	kind, _, _ := strings.Cut(k.ContentMediaType, "/")
	switch {
	case k.ContentEncoding == "base64":
		return "byte"
	case k.ContentEncoding != "" && k.ContentEncoding != "binary":
		return "" // base64url, quoted-printable: a text that nobody decodes for the caller
	case k.ContentEncoding == "binary", k.ContentMediaType == "application/octet-stream", kind == "image", kind == "audio", kind == "video":
		return "binary"
	}
	return ""
}

// kinds are the types that a schema names, and whether null is one of its values.
func (r *reader) kinds(n *source.Node) (kinds []kind, null bool) {
	k := r.kin.schema(n)
	for _, name := range k.Type.Slice() {
		switch name {
		case "null":
			null = true
		case "string", "integer", "number", "boolean", "array", "object":
			if !slices.Contains(kinds, name) {
				kinds = append(kinds, name)
			}
		default:
			r.warn(UnknownType, n, "the type is left open", "type %q is none of JSON's", oneLine(name))
		}
	}
	if slices.Contains(kinds, "number") {
		kinds = slices.DeleteFunc(kinds, func(k kind) bool { return k == "integer" })
	}
	if kind, ok := overrideType(n); ok {
		kinds = []string{kind}
	}
	return kinds, null || saysNull(n)
}

// saysNull tells whether a schema allows null in another way than by its type.
func saysNull(n *source.Node) bool {
	if n.Get("nullable").True() || n.Get("x-nullable").True() || isNull(n.Get("const")) {
		return true
	}
	return slices.ContainsFunc(items(n.Get("enum")), isNull)
}

// inferred are the types that keywords speak of where no type is named.
func (r *reader) inferred(s *shape) []kind {
	for _, p := range s.parts {
		for _, f := range fields(p.node) {
			if k := inferredFrom(f); k != "" {
				return []kind{k}
			}
		}
	}
	switch s.format {
	case "int32", "int64":
		return []kind{"integer"}
	case "float", "double":
		return []kind{"number"}
	case "date-time", "date", "uuid", "uri", "email", "byte", "binary", "password":
		return []kind{"string"}
	}
	return nil
}

func inferredFrom(f source.Field) kind {
	switch f.Key {
	case "properties", "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties", "unevaluatedProperties":
		return "object"
	case "items", "prefixItems", "minItems", "maxItems", "uniqueItems":
		return "array"
	case "pattern", "minLength", "maxLength", "contentEncoding":
		return "string"
	case "minimum", "maximum", "multipleOf":
		return "number"
	case "const":
		return kindOf(f.Value)
	}
	return ""
}

// kindOf is the type of a value; "" of null.
func kindOf(n *source.Node) kind {
	switch n.Kind {
	case source.Bool:
		return "boolean"
	case source.Number:
		if isInteger(n.Value) {
			return "integer"
		}
		return "number"
	case source.Null:
		return ""
	}
	return n.Kind.String()
}

func isInteger(number string) bool {
	for i, c := range number {
		if (c < '0' || c > '9') && !(i == 0 && c == '-') {
			return false
		}
	}
	return number != ""
}

// pos is the place of the schema that leads to all others.
func (s *shape) pos() diag.Pos {
	if n := s.parts[len(s.parts)-1].node; n != nil {
		return n.Pos
	}
	return diag.Pos{}
}
