package golden

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// A flat is a schema with all that its allOf brings.
type flat struct {
	never                      bool
	types                      []string
	props                      map[string][]*openapi3.SchemaRef
	required                   []string
	extra                      *openapi3.SchemaRef
	choices                    []choice
	constant                   any
	enum                       []any
	format, pattern, encoding  string
	minLength                  uint64
	maxLength                  *uint64
	items                      *openapi3.SchemaRef
	prefix                     []*openapi3.SchemaRef
	minItems                   uint64
	maxItems                   *uint64
	unique                     bool
	minProps                   uint64
	min, max, multiple         *float64
	exclusiveMin, exclusiveMax bool
}

// A choice is a oneOf or an anyOf.
type choice struct {
	refs          openapi3.SchemaRefs
	discriminator *openapi3.Discriminator
}

// add puts another schema beside what is there.
func (f *flat) add(ref *openapi3.SchemaRef, depth int) error {
	if depth > deepest {
		return errors.New("its allOf never ends")
	}
	s := ref.Value
	if s == nil {
		return nil
	}
	f.never = f.never || s.Always != nil && !*s.Always
	if s.Type != nil {
		f.narrow(s.Type.Slice())
	}
	if f.props == nil {
		f.props = map[string][]*openapi3.SchemaRef{}
	}
	for name, prop := range s.Properties {
		f.props[name] = append(slices.Clip(f.props[name]), prop)
	}
	f.required = append(f.required, s.Required...)
	if s.AdditionalProperties.Schema != nil {
		f.extra = s.AdditionalProperties.Schema
	}
	if s.Const != nil {
		f.constant = s.Const
	}
	if len(s.Enum) > 0 {
		f.enum = common(f.enum, s.Enum)
	}
	f.limits(s)
	for _, refs := range []openapi3.SchemaRefs{s.OneOf, s.AnyOf} {
		if len(refs) > 0 {
			f.choices = append(f.choices, choice{refs, s.Discriminator})
		}
	}
	for _, part := range s.AllOf {
		if err := f.add(part, depth+1); err != nil {
			return err
		}
		f.discriminate(s.Discriminator, ref)
	}
	if parent := baseTag(s); parent != nil {
		f.discriminate(parent, ref)
	}
	return nil
}

// baseTag is the discriminator of a schema that this one is made from by allOf.
func baseTag(s *openapi3.Schema) *openapi3.Discriminator {
	for _, part := range s.AllOf {
		if part.Value != nil && part.Value.Discriminator != nil && len(part.Value.OneOf)+len(part.Value.AnyOf) == 0 {
			return part.Value.Discriminator
		}
	}
	return nil
}

func (f *flat) limits(s *openapi3.Schema) {
	f.format = first(s.Format, f.format)
	if strings.HasPrefix(f.format, "uint") && f.min == nil {
		f.min = new(0.0)
	}
	if strings.HasSuffix(f.format, "int8") && f.max == nil {
		f.min, f.max = new(0.0), new(127.0)
	}
	f.pattern = first(s.Pattern, f.pattern)
	f.encoding = first(s.ContentEncoding, f.encoding)
	f.minLength, f.minItems, f.minProps = max(f.minLength, s.MinLength), max(f.minItems, s.MinItems), max(f.minProps, s.MinProps)
	f.maxLength, f.maxItems = first(s.MaxLength, f.maxLength), first(s.MaxItems, f.maxItems)
	f.items, f.unique = first(s.Items, f.items), f.unique || s.UniqueItems
	f.min, f.max, f.multiple = first(s.Min, f.min), first(s.Max, f.max), first(s.MultipleOf, f.multiple)
	if len(s.PrefixItems) > 0 {
		f.prefix = s.PrefixItems
	}
	if v := s.ExclusiveMin.Value; v != nil {
		f.min, f.exclusiveMin = v, true
	}
	if v := s.ExclusiveMax.Value; v != nil {
		f.max, f.exclusiveMax = v, true
	}
	f.exclusiveMin = f.exclusiveMin || s.ExclusiveMin.IsTrue()
	f.exclusiveMax = f.exclusiveMax || s.ExclusiveMax.IsTrue()
}

func first[T comparable](values ...T) T {
	var zero T
	for _, v := range values {
		if v != zero {
			return v
		}
	}
	return zero
}

func (f *flat) narrow(types []string) {
	if len(types) == 0 {
		return
	}
	kept := slices.DeleteFunc(slices.Clone(types), func(t string) bool { return len(f.types) > 0 && !slices.Contains(f.types, t) })
	if len(kept) > 0 {
		types = kept
	}
	f.types = types
}

// common are the values of both lists.
func common(a, b []any) []any {
	if len(a) == 0 {
		return b
	}
	return slices.DeleteFunc(slices.Clone(b), func(v any) bool {
		return !slices.ContainsFunc(a, func(w any) bool { return jsonText(v) == jsonText(w) })
	})
}

// discriminate lets the discriminator's property have the only value that names the variant.
func (f *flat) discriminate(d *openapi3.Discriminator, variant *openapi3.SchemaRef) {
	if d == nil || variant.Ref == "" || f.props == nil {
		return
	}
	name := variant.Ref[strings.LastIndex(variant.Ref, "/")+1:]
	value := name
	for _, key := range slices.Sorted(maps.Keys(d.Mapping)) {
		if to := d.Mapping[key].Ref; to == variant.Ref || to[strings.LastIndex(to, "/")+1:] == name {
			value = key
			break
		}
	}
	if named := f.props[d.PropertyName]; len(named) > 0 && named[len(named)-1].Value != nil && len(d.Mapping) == 0 {
		if own := named[len(named)-1].Value; own.Const != nil || len(own.Enum) == 1 {
			return // the variant says it better than the name of its schema
		}
	}
	f.props[d.PropertyName] = []*openapi3.SchemaRef{{Value: &openapi3.Schema{Enum: []any{value}}}}
	f.required = append(f.required, d.PropertyName)
}

// kind is the type of the value to make.
func (f *flat) kind(m *maker) string {
	types := slices.DeleteFunc(slices.Clone(f.types), func(t string) bool { return t == "null" })
	switch {
	case len(types) > 0:
		return types[m.rnd.IntN(len(types))]
	case len(f.types) > 0:
		return "null"
	case len(f.props) > 0 || f.extra != nil || len(f.required) > 0:
		return "object"
	case f.items != nil:
		return "array"
	case f.min != nil || f.max != nil:
		return "number"
	}
	return "string"
}

// together is one schema for a property that several parts of an allOf declare.
func together(refs []*openapi3.SchemaRef) *openapi3.SchemaRef {
	if len(refs) == 1 {
		return refs[0]
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{AllOf: refs}}
}

func jsonText(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}
