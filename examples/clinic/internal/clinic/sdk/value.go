package sdk

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
)

// A value is what a param or a form field holds, before a style writes it: what JSON would hold, with ordered keys and
// with scalars as text.
type value struct {
	kind  valueKind
	text  string  // of a scalar
	items []value // of a list or an object
	keys  []string
	raw   reflect.Value // of a list or an object: what JSON is made of
}

type valueKind uint8

const (
	absentValue valueKind = iota
	nullValue
	scalarValue
	listValue
	objectValue
)

var (
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
)

func scalar(text string) value { return value{kind: scalarValue, text: text} }

// valueOf reads a Go value. Nil pointers, lists and maps are absent.
func valueOf(v reflect.Value) (value, error) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return value{}, nil
		}
		if n, ok := v.Interface().(nullable); ok {
			return nullableValue(n)
		}
		v = v.Elem()
	}
	if !v.IsValid() {
		return value{}, nil
	}
	if val, ok, err := marshalerValue(v); ok || err != nil {
		return val, err
	}
	return kindValue(v)
}

// asNullable is v as one of the instances of [Nullable]; false if it is none.
func asNullable(v reflect.Value) (nullable, bool) {
	if v.Kind() != reflect.Struct || !reflect.PointerTo(v.Type()).Implements(nullableType) {
		return nil, false
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p.Interface().(nullable), true
}

func nullableValue(n nullable) (value, error) {
	p, state := n.parts()
	switch *state {
	case stateAbsent:
		return value{}, nil
	case stateNull:
		return value{kind: nullValue}, nil
	}
	return valueOf(reflect.ValueOf(p).Elem())
}

// marshalerValue reads types that say themselves how they are written.
func marshalerValue(v reflect.Value) (value, bool, error) {
	t := v.Type()
	if t.PkgPath() == "" && t.Kind() != reflect.Struct {
		return value{}, false, nil
	}
	if t == reflect.TypeFor[File]() {
		return value{}, true, errors.New("a file needs a multipart body")
	}
	if n, ok := asNullable(v); ok {
		val, err := nullableValue(n)
		return val, true, err
	}
	if u, ok := v.Interface().(union); ok {
		val, err := valueOf(reflect.ValueOf(u.Variant()))
		return val, true, err
	}
	if t.Implements(textMarshaler) {
		b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		return scalar(string(b)), true, err
	}
	if t.Implements(jsonMarshaler) && !hasWire(t) {
		b, err := v.Interface().(json.Marshaler).MarshalJSON()
		if err != nil {
			return value{}, true, err
		}
		val, err := jsonValue(b)
		return val, true, err
	}
	return value{}, false, nil
}

func kindValue(v reflect.Value) (value, error) {
	switch v.Kind() {
	case reflect.String:
		return scalar(v.String()), nil
	case reflect.Bool:
		return scalar(strconv.FormatBool(v.Bool())), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return scalar(strconv.FormatInt(v.Int(), 10)), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return scalar(strconv.FormatUint(v.Uint(), 10)), nil
	case reflect.Float32, reflect.Float64:
		f := v.Float()
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return value{}, fmt.Errorf("%v is not a number that can be sent", f)
		}
		return scalar(strconv.FormatFloat(f, 'f', -1, v.Type().Bits())), nil
	case reflect.Slice, reflect.Array:
		return listOf(v)
	case reflect.Map:
		return mapValue(v)
	case reflect.Struct:
		return structValue(v)
	}
	return value{}, fmt.Errorf("a %s cannot be sent", v.Type())
}

func listOf(v reflect.Value) (value, error) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return value{}, nil
	}
	if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
		return scalar(base64.StdEncoding.EncodeToString(v.Bytes())), nil
	}
	list := value{kind: listValue, raw: v, items: make([]value, 0, v.Len())}
	for i := range v.Len() {
		item, err := valueOf(v.Index(i))
		if err != nil {
			return value{}, err
		}
		if item.kind == absentValue {
			item.kind = nullValue
		}
		list.items = append(list.items, item)
	}
	return list, nil
}

func mapValue(v reflect.Value) (value, error) {
	if v.IsNil() {
		return value{}, nil
	}
	object := value{kind: objectValue, raw: v}
	if v.Type().Key().Kind() != reflect.String {
		return value{}, fmt.Errorf("a key of %s is no text", v.Type())
	}
	for _, key := range sortedKeys(v) {
		if err := object.add(key, v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key()))); err != nil {
			return value{}, err
		}
	}
	return object, nil
}

func sortedKeys(m reflect.Value) []string {
	keys := make([]string, 0, m.Len())
	for _, key := range m.MapKeys() {
		keys = append(keys, key.String())
	}
	slices.Sort(keys)
	return keys
}

func structValue(v reflect.Value) (value, error) {
	object := value{kind: objectValue, raw: v}
	for _, f := range fieldsOf(v.Type()) {
		if f.in != inForm || f.readonly {
			continue
		}
		if f.extra {
			extra, err := valueOf(v.Field(f.index))
			if err != nil {
				return value{}, err
			}
			object.keys, object.items = append(object.keys, extra.keys...), append(object.items, extra.items...)
			continue
		}
		if !f.required && v.Field(f.index).IsZero() {
			continue
		}
		if err := object.add(f.name, v.Field(f.index)); err != nil {
			return value{}, err
		}
	}
	return object, nil
}

func (o *value) add(key string, v reflect.Value) error {
	item, err := valueOf(v)
	if err != nil {
		return err
	}
	if item.kind != absentValue {
		o.keys, o.items = append(o.keys, key), append(o.items, item)
	}
	return nil
}

// jsonValue reads JSON text, for types that only know how to become that.
func jsonValue(b []byte) (value, error) {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return value{}, err
	}
	if v == nil {
		return value{kind: nullValue}, nil
	}
	return valueOf(reflect.ValueOf(v))
}

// flat is a value as one text: its JSON, if it is a list or an object inside another.
func (v value) flat() (string, error) {
	if v.kind != listValue && v.kind != objectValue {
		return v.text, nil
	}
	b, err := encodeJSON(v.raw.Interface())
	return string(b), err
}
