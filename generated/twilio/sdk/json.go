package sdk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
)

// encodeJSON writes what a request sends: without the fields that only servers set.
func encodeJSON(v any) ([]byte, error) {
	rv := reflect.ValueOf(v)
	switch {
	case rv.Kind() == reflect.Slice && rv.IsNil() && rv.Type().Elem().Kind() != reflect.Uint8:
		return []byte("[]"), nil
	case rv.Kind() == reflect.Map && rv.IsNil():
		return []byte("{}"), nil
	}
	var b bytes.Buffer
	if err := writeJSON(&b, v); err != nil {
		return nil, err
	}
	if rv.IsValid() && traitsOf(rv.Type()).readonly {
		return withoutReadonly(b.Bytes(), rv), nil
	}
	return b.Bytes(), nil
}

// writeJSON appends the JSON of v, without the escapes that only matter inside HTML.
func writeJSON(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the encoder's newline
	return nil
}

// decodeJSON reads b strictly into what p points to, numbers in any exactly.
func decodeJSON(b []byte, p any) error {
	if !traitsOf(reflect.TypeOf(p)).any {
		return json.Unmarshal(b, p)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(p); err != nil {
		return err
	}
	if rest := b[dec.InputOffset():]; space(rest, 0) != len(rest) {
		return fmt.Errorf("text after the JSON value: %s", clip(rest))
	}
	return nil
}

// maxNesting bounds large answers: unions and lenient reading look ahead once a level.
const maxNesting = 500

// decode reads b strictly, and once more leniently if that fails. The error is that of the strict reading.
func decode(b []byte, p any) error {
	if len(b) > 64<<10 && nesting(b) > maxNesting {
		return fmt.Errorf("nested deeper than %d levels", maxNesting)
	}
	strict := decodeJSON(b, p)
	if strict == nil {
		return nil
	}
	if !json.Valid(b) {
		return strict
	}
	v := reflect.ValueOf(p).Elem()
	v.SetZero()
	if lenient(b, v) != nil {
		v.SetZero()
		return strict
	}
	return nil
}

// withoutReadonly takes the fields out of b, which is the JSON of v, that are tagged readonly.
func withoutReadonly(b []byte, v reflect.Value) []byte {
	v = inner(v)
	if !v.IsValid() || !traitsOf(v.Type()).readonly {
		return b
	}
	switch v.Kind() {
	case reflect.Struct:
		return rebuildStruct(b, v)
	case reflect.Map:
		return rebuildObject(b, func(key string, raw []byte) []byte {
			return withoutReadonly(raw, v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key())))
		})
	case reflect.Slice, reflect.Array:
		out := []byte{'['}
		i := 0
		elements(b, func(raw []byte) bool {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(out, withoutReadonly(raw, v.Index(i))...)
			i++
			return true
		})
		return append(out, ']')
	}
	return b
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
			return withoutReadonly(raw, v.Field(f.index))
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

func quote(s string) []byte {
	var b bytes.Buffer
	_ = writeJSON(&b, s) // a string always encodes
	return b.Bytes()
}
