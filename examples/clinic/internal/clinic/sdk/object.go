package sdk

import (
	"bytes"
	"fmt"
	"reflect"
)

// MarshalObject writes a struct that encoding/json alone cannot: with keys that no json tag can hold (tagged wire), or
// with a map of further keys (tagged extra). Keys come in the order of the fields, further ones after them, sorted.
func MarshalObject(v any) ([]byte, error) {
	rv := reflect.ValueOf(v)
	p := reflect.New(rv.Type()).Elem() // fields of a copy that has an address are boxed without being copied
	p.Set(rv)
	var b bytes.Buffer
	b.WriteByte('{')
	var extra reflect.Value
	for _, f := range fieldsOf(rv.Type()) {
		field := p.Field(f.index)
		switch {
		case f.extra:
			extra = field
		case f.in != inForm || f.key == "-" || !f.required && isZero(field):
		default:
			if err := writeMember(&b, f.quoted, field); err != nil {
				return nil, err
			}
		}
	}
	if err := writeExtra(&b, extra, fieldsOf(rv.Type())); err != nil {
		return nil, err
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func writeMember(b *bytes.Buffer, key []byte, v reflect.Value) error {
	if b.Len() > 1 {
		b.WriteByte(',')
	}
	b.Write(key)
	b.WriteByte(':')
	return writeJSON(b, v.Addr().Interface())
}

// writeExtra writes the further keys; one that is a field's name would be there twice, so it is left out.
func writeExtra(b *bytes.Buffer, extra reflect.Value, fields []*field) error {
	if !extra.IsValid() || extra.Len() == 0 {
		return nil
	}
	item := reflect.New(extra.Type().Elem()).Elem()
	for _, key := range sortedKeys(extra) {
		if fieldByKey(fields, key) != nil {
			continue
		}
		item.Set(extra.MapIndex(reflect.ValueOf(key).Convert(extra.Type().Key())))
		if err := writeMember(b, quote(key), item); err != nil {
			return err
		}
	}
	return nil
}

// UnmarshalObject reads what [MarshalObject] writes. Names match exactly; a key that is no field goes to the map of
// further keys, or is ignored where there is none. Members are read leniently at once: a strict attempt before, at each
// level of a deep value, would double the work with every level.
func UnmarshalObject(b []byte, p any) error {
	if string(b) == "null" {
		return nil
	}
	v := reflect.ValueOf(p).Elem()
	fields := fieldsOf(v.Type())
	var extra reflect.Value
	for _, f := range fields {
		if f.extra {
			extra = v.Field(f.index)
		}
	}
	var err error
	ok := members(b, func(key string, raw []byte) bool {
		if f := fieldByKey(fields, key); f != nil {
			err = lenient(raw, v.Field(f.index))
		} else if extra.IsValid() {
			err = decodeExtra(extra, key, raw)
		}
		if err != nil {
			err = fmt.Errorf("%q: %w", key, err)
		}
		return err == nil
	})
	if err == nil && !ok {
		err = fmt.Errorf("no JSON object: %s", clip(b))
	}
	return err
}

func decodeExtra(extra reflect.Value, key string, raw []byte) error {
	item := reflect.New(extra.Type().Elem()).Elem()
	if err := lenient(raw, item); err != nil {
		return err
	}
	if extra.IsNil() {
		extra.Set(reflect.MakeMap(extra.Type()))
	}
	extra.SetMapIndex(reflect.ValueOf(key).Convert(extra.Type().Key()), item)
	return nil
}

func fieldByKey(fields []*field, key string) *field {
	for _, f := range fields {
		if f.key == key && !f.extra && f.in == inForm {
			return f
		}
	}
	return nil
}

// isZero is what omitzero means: a type's own IsZero, or all bits zero.
func isZero(v reflect.Value) bool {
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && v.Kind() != reflect.Pointer {
		return z.IsZero()
	}
	return v.IsZero()
}
