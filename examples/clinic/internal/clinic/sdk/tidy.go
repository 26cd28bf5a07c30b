package sdk

import (
	"bytes"
	"reflect"
)

// untidy tells whether the JSON of a type may hold what a request does not: members that only servers set, null where a
// list or map must be, and nothing where there is but one value.
func untidy(t reflect.Type, b []byte) bool {
	known := traitsOf(t)
	return known.readonly || known.lists && bytes.Contains(b, null) ||
		known.consts && (bytes.Contains(b, emptyText) || bytes.Contains(b, zero) || bytes.Contains(b, no))
}

var null, emptyText, zero, no = []byte("null"), []byte(`:""`), []byte(":0"), []byte(":false")

// tidy rewrites b, which is the JSON of v: without the fields tagged readonly, and with [] and {} for nil lists and maps,
// unless they are tagged null, and with the only value of an empty field that has one.
func tidy(b []byte, v reflect.Value) []byte {
	v = inner(v)
	if !v.IsValid() || !untidy(v.Type(), b) {
		return b
	}
	switch v.Kind() {
	case reflect.Struct:
		return rebuildStruct(b, v)
	case reflect.Map:
		return rebuildObject(b, func(key string, raw []byte) []byte {
			return tidyMember(raw, v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key())))
		})
	case reflect.Slice, reflect.Array:
		out := []byte{'['}
		i := 0
		elements(b, func(raw []byte) bool {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(out, tidyMember(raw, v.Index(i))...)
			i++
			return true
		})
		return append(out, ']')
	}
	return b
}

// tidyMember is the JSON of a member that is there: a nil list is an empty one.
func tidyMember(raw []byte, v reflect.Value) []byte {
	if !bytes.Equal(raw, null) || v.Type().Implements(jsonMarshaler) {
		return tidy(raw, v)
	}
	switch {
	case v.Kind() == reflect.Map:
		return []byte("{}")
	case v.Kind() != reflect.Slice:
		return raw
	case v.Type().Elem().Kind() == reflect.Uint8:
		return []byte(`""`)
	}
	return []byte("[]")
}

// inner reaches the value behind pointers, interfaces, unions and Nullables.
func inner(v reflect.Value) reflect.Value {
	for v.IsValid() {
		switch {
		case v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface:
			v = v.Elem()
		case v.Type().Implements(unionType):
			v = reflect.ValueOf(v.Interface().(union).Variant())
		case v.Kind() == reflect.Struct && reflect.PointerTo(v.Type()).Implements(nullableType):
			p := reflect.New(v.Type())
			p.Elem().Set(v)
			value, _ := p.Interface().(nullable).parts()
			v = reflect.ValueOf(value)
		default:
			return v
		}
	}
	return v
}

func rebuildStruct(b []byte, v reflect.Value) []byte {
	fields := fieldsOf(v.Type())
	return rebuildObject(b, func(key string, raw []byte) []byte {
		for _, f := range fields {
			if f.key != key || f.extra {
				continue
			}
			if f.readonly {
				return nil
			}
			if f.only != "" && v.Field(f.index).IsZero() {
				return f.onlyJSON(v.Field(f.index).Kind())
			}
			if f.null {
				return tidy(raw, v.Field(f.index))
			}
			return tidyMember(raw, v.Field(f.index))
		}
		return raw
	})
}

// rebuildObject writes the members of b as change has them; nil drops one.
func rebuildObject(b []byte, change func(key string, raw []byte) []byte) []byte {
	out := []byte{'{'}
	ok := members(b, func(key string, raw []byte) bool {
		changed := change(key, raw)
		if changed == nil {
			return true
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(append(append(out, quote(key)...), ':'), changed...)
		return true
	})
	if !ok {
		return b
	}
	return append(out, '}')
}

// onlyJSON is the only value of a field.
func (f *field) onlyJSON(kind reflect.Kind) []byte {
	if kind == reflect.String {
		return quote(f.only)
	}
	return []byte(f.only)
}
