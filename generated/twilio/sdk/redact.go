package sdk

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Redact is a value as %+v prints it, with pointers followed and fields tagged pii hidden. The String methods of types
// with personal data call it.
func Redact(v any) string {
	var b strings.Builder
	redact(&b, reflect.ValueOf(v), 0)
	return b.String()
}

// redactDepth bounds values that contain themselves.
const redactDepth = 32

func redact(b *strings.Builder, v reflect.Value, depth int) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	switch {
	case !v.IsValid():
		b.WriteString("<nil>")
	case depth > redactDepth:
		b.WriteString("…")
	case !traitsOf(v.Type()).pii:
		fmt.Fprintf(b, "%+v", v)
	case v.Kind() == reflect.Struct:
		redactStruct(b, v, depth)
	case v.Kind() == reflect.Map:
		redactMap(b, v, depth)
	default: // a list: nothing else holds fields
		b.WriteByte('[')
		for i := range v.Len() {
			spaced(b, i)
			redact(b, v.Index(i), depth+1)
		}
		b.WriteByte(']')
	}
}

func redactStruct(b *strings.Builder, v reflect.Value, depth int) {
	own := reflect.New(v.Type())
	own.Elem().Set(v)
	switch held := own.Interface().(type) {
	case nullable:
		inner, state := held.parts()
		if *state != stateValue {
			inner = nil
		}
		redact(b, reflect.ValueOf(inner), depth+1)
		return
	case union:
		redact(b, reflect.ValueOf(held.Variant()), depth+1)
		return
	}
	b.WriteByte('{')
	for i := range v.NumField() {
		spaced(b, i)
		f := v.Type().Field(i)
		b.WriteString(f.Name + ":")
		if f.Tag.Get("pii") == "true" || !f.IsExported() {
			b.WriteString("[redacted]")
			continue
		}
		redact(b, v.Field(i), depth+1)
	}
	b.WriteByte('}')
}

func redactMap(b *strings.Builder, v reflect.Value, depth int) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(x, y reflect.Value) int { return strings.Compare(x.String(), y.String()) })
	b.WriteString("map[")
	for i, key := range keys {
		spaced(b, i)
		b.WriteString(key.String() + ":")
		redact(b, v.MapIndex(key), depth+1)
	}
	b.WriteByte(']')
}

func spaced(b *strings.Builder, i int) {
	if i > 0 {
		b.WriteByte(' ')
	}
}
