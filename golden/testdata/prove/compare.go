package main

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// A comparer finds where a Go value is not the JSON that it was decoded from.
type comparer struct{ diffs []diff }

// decode reads JSON with its numbers as they are written.
func decode(data []byte) any {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		panic(err)
	}
	return v
}

func (c *comparer) add(class, path string, want, got any) {
	c.diffs = append(c.diffs, diff{Class: class, Path: path, Want: text(want), Got: text(got)})
}

func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(data)
}

// value compares v with want, field by field where v is a plain struct.
func (c *comparer) value(path string, v reflect.Value, want any) {
	if want == nil {
		if !blank(v) {
			c.add("null reads as something", path, want, v.Interface())
		}
		return
	}
	if u, ok := v.Interface().(interface{ Variant() any }); ok && u.Variant() != nil {
		c.value(path, reflect.ValueOf(u.Variant()), want)
		return
	}
	switch {
	case v.Kind() == reflect.Interface || plainStruct(v.Type()) == nil && marshals(v.Type()):
		c.encoded(path, v, want)
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			c.add("value lost", path, want, nil)
			return
		}
		c.value(path, v.Elem(), want)
	case v.Kind() == reflect.Struct:
		c.object(path, v, want)
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8:
		c.list(path, v, want)
	case v.Kind() == reflect.Map:
		c.keyed(path, v, want)
	default:
		c.encoded(path, v, want)
	}
}

// blank is what null may read as: nothing, or an empty string, list or map.
func blank(v reflect.Value) bool {
	return !v.IsValid() || v.IsZero() || (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() == 0 || text(v.Interface()) == "null"
}

// marshals tells types that write their own JSON: times, dates, unions, nullables.
func marshals(t reflect.Type) bool {
	for _, m := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()} {
		if t.Implements(m) || t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(m) {
			return true
		}
	}
	return false
}

// plainStruct is t if it is a struct whose fields carry all that it holds, though it may write its own JSON.
func plainStruct(t reflect.Type) reflect.Type {
	if t.Kind() != reflect.Struct || t.NumField() == 0 {
		return nil
	}
	for i := range t.NumField() {
		if tag := t.Field(i).Tag; tag.Get("json") == "" && tag.Get("wire") == "" && tag.Get("extra") == "" {
			return nil
		}
	}
	return t
}

func (c *comparer) object(path string, v reflect.Value, want any) {
	object, ok := want.(map[string]any)
	if !ok {
		c.add("example breaks its schema", path, want, v.Interface())
		return
	}
	fields, extra := fieldsOf(v)
	for key, item := range object {
		at := path + "." + key
		switch f, ok := fields[key]; {
		case ok:
			c.value(at, f, item)
		case extra.IsValid():
			if x := extra.MapIndex(reflect.ValueOf(key)); x.IsValid() {
				c.value(at, x, item)
			} else {
				c.add("extra key lost", at, item, nil)
			}
		default:
			c.add("unknown field", at, item, nil)
		}
	}
}

// fieldsOf are the fields of a struct by wire name, and its map of further keys.
func fieldsOf(v reflect.Value) (fields map[string]reflect.Value, extra reflect.Value) {
	fields = map[string]reflect.Value{}
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		if tag.Get("extra") == "true" {
			extra = v.Field(i)
			continue
		}
		if wire, ok := tag.Lookup("wire"); ok {
			fields[wire] = v.Field(i)
			continue
		}
		name, _, _ := strings.Cut(tag.Get("json"), ",")
		fields[name] = v.Field(i)
	}
	return fields, extra
}

func (c *comparer) list(path string, v reflect.Value, want any) {
	items, ok := want.([]any)
	if !ok || len(items) != v.Len() {
		c.add("example breaks its schema", path, want, v.Interface())
		return
	}
	for i, item := range items {
		c.value(path+"["+strconv.Itoa(i)+"]", v.Index(i), item)
	}
}

func (c *comparer) keyed(path string, v reflect.Value, want any) {
	object, ok := want.(map[string]any)
	if !ok {
		c.add("example breaks its schema", path, want, v.Interface())
		return
	}
	for key, item := range object {
		x := v.MapIndex(reflect.ValueOf(key))
		if !x.IsValid() {
			c.add("value lost", path+"."+key, item, nil)
			continue
		}
		c.value(path+"."+key, x, item)
	}
}

// encoded compares what v encodes to.
func (c *comparer) encoded(path string, v reflect.Value, want any) {
	data, err := json.Marshal(v.Interface())
	if err != nil {
		c.add("does not encode", path, want, err.Error())
		return
	}
	c.same(path, decode(data), want)
}

// same compares two JSON values.
func (c *comparer) same(path string, got, want any) {
	if text(got) == text(want) || sameNumber(got, want) || sameTime(got, want) {
		return
	}
	gotText, isText := got.(string)
	wantText, wasText := want.(string)
	switch {
	case wasText && sameNumber(got, json.Number(wantText)):
		c.add("number as string", path, want, got)
	case isText && sameNumber(json.Number(gotText), want):
		c.add("string as number", path, want, got)
	case isText && want != nil && !wasText:
		c.add("example breaks its schema", path, want, got)
	default:
		c.add("value differs", path, want, got)
	}
}

func sameNumber(a, b any) bool {
	x, ok := a.(json.Number)
	y, also := b.(json.Number)
	if !ok || !also {
		return false
	}
	p, ok := new(big.Rat).SetString(x.String())
	q, also := new(big.Rat).SetString(y.String())
	return ok && also && p.Cmp(q) == 0
}

// sameTime takes two spellings of one instant for the same.
func sameTime(a, b any) bool {
	x, ok := a.(string)
	y, also := b.(string)
	if !ok || !also {
		return false
	}
	for _, layout := range []string{time.RFC3339Nano, time.RFC1123Z, time.RFC1123} {
		p, err := time.Parse(layout, x)
		for _, other := range []string{time.RFC3339Nano, time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "2006-01-02T15:04:05Z0700"} {
			if q, failed := time.Parse(other, y); err == nil && failed == nil && p.Equal(q) {
				return true
			}
		}
	}
	return false
}
