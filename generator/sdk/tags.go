package sdk

import (
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// tagCanHold tells whether encoding/json takes a key from a struct tag.
func tagCanHold(name string) bool {
	if name == "" || name == "-" {
		return false
	}
	for _, r := range name {
		if !isWord(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) {
			return false
		}
	}
	return true
}

// objectTags are a schema's field's: its JSON key and what the runtime must know. A list that must be there is empty when
// it is nil; one that may be null says so, where requests have it.
func (b *builder) objectTags(f *model.Field, t *Type, request, xml bool) []Tag {
	var tags []Tag
	name := string(f.Name)
	switch {
	case !tagCanHold(name):
		tags = append(tags, Tag{"json", "-"}, Tag{"wire", name})
		if f.Required {
			tags = append(tags, Tag{"required", "true"})
		}
	case f.Required:
		tags = append(tags, Tag{"json", name})
	default:
		tags = append(tags, Tag{"json", name + ",omitzero"})
	}
	if tag := xmlTag(f); xml && tag != "" {
		tags = append(tags, Tag{"xml", tag})
	}
	if request && f.Required && isListType(t) && b.nullable(f.Type) {
		tags = append(tags, Tag{"null", "true"})
	}
	if f.ReadOnly {
		tags = append(tags, Tag{"readonly", "true"})
	}
	if text, ok := constText(f, t); ok && request {
		tags = append(tags, Tag{"const", text})
	}
	return tags
}

// constText is the only value of a field that every request has, where it is not Go's zero: the runtime sends it for a
// field that was left empty. A string stands without quotes.
func constText(f *model.Field, t *Type) (string, bool) {
	if !f.Required || f.ReadOnly || t.Shape != Builtin && t.Shape != Named {
		return "", false
	}
	if text, err := strconv.Unquote(f.Const); err == nil && strings.HasPrefix(f.Const, `"`) {
		return text, text != "" && t.baseKind() == "string"
	}
	switch f.Const {
	case "", "0", "false", "null":
		return "", false
	case "true":
		return f.Const, t.baseKind() == "bool"
	}
	number := f.Const[0] == '-' || f.Const[0] >= '0' && f.Const[0] <= '9'
	return f.Const, number && t.baseKind() != "string" && t.baseKind() != "bool" && t.baseKind() != ""
}

// baseKind is the builtin type that a type's values are of: "string", "int64"; "" for no such.
func (t *Type) baseKind() Ident {
	for range 100 {
		switch d := t.Decl.(type) {
		case nil:
			if t.Shape == Builtin && t.Name != "any" {
				return t.Name
			}
			return ""
		case *Enum:
			return d.Base
		case *Alias:
			t = d.Type
		default:
			return ""
		}
	}
	return ""
}

// isListType tells whether a Go type is a list or a map, by its own or another name.
func isListType(t *Type) bool {
	for range 100 {
		if t == nil || t.Shape == Slice || t.Shape == Map {
			return t != nil
		}
		a, ok := t.Decl.(*Alias)
		if t.Shape != Named || !ok {
			return false
		}
		t = a.Type
	}
	return false
}

// paramTags are a param's: its place and name, its style where it is not the place's own. jsonBody says
// that the struct is a JSON body too, which the field is no part of.
func paramTags(p *model.Param, jsonBody bool) []Tag {
	var tags []Tag
	if jsonBody {
		tags = append(tags, Tag{"json", "-"})
	}
	if p.In == model.InString {
		return stringTags(tags, p)
	}
	if prefix, ok := prefixedMap(p.Type, string(p.Name)); ok {
		return append(tags, Tag{string(p.In), prefix}, Tag{"style", "prefixed"})
	}
	tags = append(tags, Tag{string(p.In), string(p.Name)})
	if p.MediaType != "" {
		tags = append(tags, Tag{"content", p.MediaType})
	} else {
		tags = append(tags, styleTags(p.Style, p.Explode, p.In == model.InHeader)...)
	}
	if p.AllowReserved {
		tags = append(tags, Tag{"reserved", "true"})
	}
	if p.AllowEmpty {
		tags = append(tags, Tag{"empty", "true"})
	}
	if p.Required {
		tags = append(tags, Tag{"required", "true"})
	}
	return tags
}

// stringTags are those of a param that is the whole query: a form, unless the document names another media type.
func stringTags(tags []Tag, p *model.Param) []Tag {
	mediaType := p.MediaType
	if mediaType == "" {
		mediaType = "application/x-www-form-urlencoded"
	}
	tags = append(tags, Tag{string(p.In), mediaType})
	if p.Required {
		tags = append(tags, Tag{"required", "true"})
	}
	return tags
}

func styleTags(style string, explode, header bool) []Tag {
	var tags []Tag
	usual := "form"
	if header {
		usual = "simple"
	}
	if style != "" && style != usual {
		tags = append(tags, Tag{"style", style})
	}
	if explode == header {
		tags = append(tags, Tag{"explode", map[bool]string{true: "true", false: "false"}[explode]})
	}
	return tags
}

// formTags are a field's of a form or multipart body. What is no scalar travels as JSON unless the document says
// how; a list repeats its key and has a JSON text an item.
func formTags(f *model.Field, goType *Type, enc *model.Encoding) []Tag {
	t := unalias(f.Type)
	if prefix, ok := prefixedMap(t, string(f.Name)); ok {
		return []Tag{{"form", prefix}, {"style", "prefixed"}}
	}
	tags := []Tag{{"form", string(f.Name)}}
	switch {
	case enc != nil && (enc.Style != "" || enc.Explode != nil):
		tags = append(tags, encodingTags(enc)...)
	case enc != nil && enc.ContentType != "" && mediaKind(firstOf(enc.ContentType)) == jsonMedia:
		tags = append(tags, Tag{"content", firstOf(enc.ContentType)})
	case isStructured(t) && !mixedUnion(t):
		tags = append(tags, Tag{"content", "application/json"})
	case enc != nil && enc.ContentType != "" && !strings.ContainsAny(enc.ContentType, ",*"):
		tags = append(tags, Tag{"content", enc.ContentType}) // of a multipart body's part
	}
	if enc != nil && enc.Reserved {
		tags = append(tags, Tag{"reserved", "true"})
	}
	if f.Required {
		tags = append(tags, Tag{"required", "true"})
	}
	if f.ReadOnly {
		tags = append(tags, Tag{"readonly", "true"})
	}
	if text, ok := constText(f, goType); ok {
		tags = append(tags, Tag{"const", text})
	}
	return tags
}

// prefixedMap is what the keys of a map begin with that travels as AddOns.<key>; the format may name it.
func prefixedMap(t *model.Type, name string) (prefix string, ok bool) {
	t = unalias(t)
	if t == nil {
		return "", false
	}
	named, ok := strings.CutPrefix(t.Format, "prefixed-collapsible-map")
	if named = strings.TrimPrefix(named, "-"); named != "" {
		name = named
	}
	return name, ok
}

func encodingTags(enc *model.Encoding) []Tag {
	explode := enc.Style == "" || enc.Style == "form" || enc.Style == "deepObject"
	if enc.Explode != nil {
		explode = *enc.Explode
	}
	return styleTags(enc.Style, explode, false)
}

func firstOf(list string) string {
	first, _, _ := strings.Cut(list, ",")
	return strings.TrimSpace(first)
}

// isStructured tells whether a value has no place of its own in a form: an object, a map, anything, or a list of them.
func isStructured(t *model.Type) bool {
	t = unalias(t)
	if t != nil && t.Kind == model.Ref && emptyable(t.Schema) != nil {
		t = unalias(emptyable(t.Schema))
	}
	if t != nil && t.Kind == model.Array {
		t = unalias(t.Elem)
		if t != nil && t.Kind == model.Array {
			return true
		}
	}
	switch {
	case t == nil || t.Kind == model.Any || t.Kind == model.Map:
		return true
	case t.Kind == model.Ref:
		return t.Schema.Kind == model.ObjectSchema || t.Schema.Kind == model.UnionSchema && !scalarUnion(t.Schema, new(int))
	}
	return false
}

// mixedUnion tells whether a value may be a scalar or a list as well as an object. Each is sent as it is in a form: text
// as it stands, a list as several values, an object as JSON.
func mixedUnion(t *model.Type) bool {
	t = unalias(t)
	if t == nil || t.Kind != model.Ref || t.Schema.Kind != model.UnionSchema {
		return false
	}
	for _, v := range t.Schema.Union.Variants {
		switch vt := unalias(v.Type); {
		case vt == nil:
		case vt.Kind == model.Array, vt.Kind == model.String, vt.Kind == model.Integer, vt.Kind == model.Number, vt.Kind == model.Boolean:
			return true
		case vt.Kind == model.Ref && vt.Schema.Kind == model.EnumSchema:
			return true
		}
	}
	return false
}

// patience is how many unions within unions are looked at: hostile documents nest them without end.
const patience = 500

// scalarUnion tells whether all variants of a union are scalars.
func scalarUnion(s *model.Schema, steps *int) bool {
	if *steps++; *steps > patience {
		return false
	}
	for _, v := range s.Union.Variants {
		t := unalias(v.Type)
		switch {
		case t == nil || t.Kind == model.Any || t.Kind == model.Map || t.Kind == model.Array:
			return false
		case t.Kind == model.Ref && t.Schema.Kind == model.ObjectSchema:
			return false
		case t.Kind == model.Ref && t.Schema.Kind == model.UnionSchema && !scalarUnion(t.Schema, steps):
			return false
		}
	}
	return true
}
