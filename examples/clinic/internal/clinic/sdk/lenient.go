package sdk

import (
	"encoding"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
)

var (
	timeType        = reflect.TypeFor[time.Time]()
	jsonUnmarshaler = reflect.TypeFor[json.Unmarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// lenient reads valid JSON into v where servers bend their own document: numbers in strings, null on anything, empty
// strings for what is missing, times in other forms, a single object for a list. Nothing is rounded or guessed.
func lenient(b []byte, v reflect.Value) error {
	kind := jsonKind(b)
	if kind == "" {
		return fmt.Errorf("no JSON value: %s", clip(b))
	}
	if n, ok := v.Addr().Interface().(nullable); ok {
		return lenientNullable(b, n)
	}
	switch {
	case kind == "null":
		v.SetZero()
		return nil
	case v.Kind() == reflect.Pointer:
		return lenientPointer(b, v)
	case v.Type() == timeType:
		return lenientTime(b, v)
	case reflect.PointerTo(v.Type()).Implements(jsonUnmarshaler):
		return unlessEmpty(b, v, v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(b))
	case reflect.PointerTo(v.Type()).Implements(textUnmarshaler):
		return lenientText(b, v)
	}
	switch v.Kind() {
	case reflect.Struct:
		return lenientStruct(b, v)
	case reflect.Map:
		return lenientMap(b, v)
	case reflect.Slice:
		return lenientSlice(b, v)
	case reflect.Interface:
		return decodeJSON(b, v.Addr().Interface())
	}
	return lenientScalar(b, kind, v)
}

// isEmpty is true for what servers write when they mean nothing.
func isEmpty(b []byte) bool {
	s := string(b)
	return s == `""` || s == "{}" || s == "[]"
}

// unlessEmpty forgives an error of reading b into v where b means nothing.
func unlessEmpty(b []byte, v reflect.Value, err error) error {
	if err == nil || !isEmpty(b) {
		return err
	}
	v.SetZero()
	return nil
}

// lenientText reads types that say themselves how their text is read. A number is taken for its digits.
func lenientText(b []byte, v reflect.Value) error {
	text, ok := unquote(b)
	if !ok && jsonKind(b) != "number" {
		return unlessEmpty(b, v, fmt.Errorf("%s is no text", clip(b)))
	}
	if !ok {
		text = string(b)
	}
	return unlessEmpty(b, v, v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)))
}

func lenientNullable(b []byte, n nullable) error {
	p, state := n.parts()
	if string(b) == "null" {
		*state = stateNull
		return nil
	}
	*state = stateValue
	return lenient(b, reflect.ValueOf(p).Elem())
}

// lenientPointer leaves nil for "" where text could not be meant.
func lenientPointer(b []byte, v reflect.Value) error {
	elem := v.Type().Elem()
	if string(b) == `""` && elem.Kind() != reflect.String {
		v.SetZero()
		return nil
	}
	p := reflect.New(elem)
	if err := lenient(b, p.Elem()); err != nil {
		return err
	}
	v.Set(p)
	return nil
}

func lenientTime(b []byte, v reflect.Value) error {
	text, ok := unquote(b)
	if !ok {
		return fmt.Errorf("%s is no time", clip(b))
	}
	if strings.TrimSpace(text) == "" {
		v.SetZero()
		return nil
	}
	t, err := parseTime(text)
	if err != nil {
		return err
	}
	v.Set(reflect.ValueOf(t))
	return nil
}

func lenientStruct(b []byte, v reflect.Value) error {
	if isEmpty(b) {
		v.SetZero()
		return nil
	}
	fields := fieldsOf(v.Type())
	var err error
	ok := members(b, func(key string, raw []byte) bool {
		if f := fieldByKey(fields, key); f != nil {
			if err = lenient(raw, v.Field(f.index)); err != nil {
				err = fmt.Errorf("%q: %w", key, err)
			}
		}
		return err == nil
	})
	if err == nil && !ok {
		err = fmt.Errorf("%s is no object", clip(b))
	}
	return err
}

func lenientMap(b []byte, v reflect.Value) error {
	if isEmpty(b) {
		v.Set(reflect.MakeMap(v.Type()))
		return nil
	}
	if v.Type().Key().Kind() != reflect.String {
		return decodeJSON(b, v.Addr().Interface())
	}
	m := reflect.MakeMap(v.Type())
	var err error
	ok := members(b, func(key string, raw []byte) bool {
		item := reflect.New(v.Type().Elem()).Elem()
		if err = lenient(raw, item); err == nil {
			m.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), item)
		}
		return err == nil
	})
	if err == nil && !ok {
		err = fmt.Errorf("%s is no object", clip(b))
	}
	v.Set(m)
	return err
}

func lenientSlice(b []byte, v reflect.Value) error {
	if isEmpty(b) {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		return nil
	}
	if v.Type().Elem().Kind() == reflect.Uint8 {
		return lenientBytes(b, v)
	}
	list := reflect.MakeSlice(v.Type(), 0, 4)
	var err error
	each := func(raw []byte) bool {
		item := reflect.New(v.Type().Elem()).Elem()
		err = lenient(raw, item)
		list = reflect.Append(list, item)
		return err == nil
	}
	if !elements(b, each) && err == nil {
		if jsonKind(b) == "array" {
			return errors.New("the array does not end")
		}
		each(b) // a single item instead of a list of one
	}
	v.Set(list)
	return err
}

// lenientBytes takes base64 in any of its alphabets, padded or not.
func lenientBytes(b []byte, v reflect.Value) error {
	text, ok := unquote(b)
	if !ok {
		return decodeJSON(b, v.Addr().Interface())
	}
	text = strings.TrimRight(strings.NewReplacer("-", "+", "_", "/", "\n", "", "\r", "").Replace(text), "=")
	data, err := base64.RawStdEncoding.DecodeString(text)
	v.SetBytes(data)
	return err
}
