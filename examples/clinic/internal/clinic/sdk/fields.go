package sdk

import (
	"cmp"
	"reflect"
	"strings"
	"sync"
)

// A place is where a field travels.
type place uint8

const (
	inForm place = iota // a body, whether form, multipart or the members of an object
	inQuery
	inHeader
	inCookie
	inPart   // a header of a part of a multipart body
	inString // the whole query; the name is its media type
)

func (p place) String() string {
	return [...]string{"form", "query", "header", "cookie", "part", "querystring"}[p]
}

// A field is what a struct field's tags say of the wire.
type field struct {
	index    int
	name     string // the document's, verbatim
	key      string // in JSON, where the name may be another
	quoted   []byte // key as JSON
	in       place
	style    string // "" for the place's default
	explode  bool
	reserved bool   // reserved characters stay
	empty    bool   // an empty list is sent as an empty value
	required bool   // sent even when zero
	readonly bool   // never sent
	null     bool   // a nil list or map is sent as null
	extra    bool   // the map of keys that are no field
	content  string // media type that the value is written in
	only     string // the only value: sent where the field is left empty
	part     string // of a header of a part: the part's name
	xml      string // how the field stands in XML, as encoding/xml has it
}

// fieldsOf reads the tags of a struct once per type. The map only remembers what the types say themselves.
func fieldsOf(t reflect.Type) []*field {
	if known, ok := structs.Load(t); ok {
		return known.([]*field)
	}
	var fields []*field
	for i := range t.NumField() {
		if f := fieldOf(t.Field(i), i); f != nil {
			fields = append(fields, f)
		}
	}
	known, _ := structs.LoadOrStore(t, fields)
	return known.([]*field)
}

var structs sync.Map // reflect.Type to []*field

func fieldOf(sf reflect.StructField, index int) *field {
	if !sf.IsExported() {
		return nil
	}
	tag := sf.Tag
	f := &field{
		index:    index,
		style:    tag.Get("style"),
		reserved: tag.Get("reserved") == "true",
		empty:    tag.Get("empty") == "true",
		required: tag.Get("required") == "true",
		readonly: tag.Get("readonly") == "true",
		null:     tag.Get("null") == "true",
		extra:    tag.Get("extra") == "true",
		content:  tag.Get("content"),
		part:     tag.Get("part"),
		xml:      tag.Get("xml"),
		only:     tag.Get("const"),
	}
	f.key = jsonKey(sf)
	f.quoted = quote(f.key)
	if !f.locate(sf) {
		return nil
	}
	switch explode, ok := tag.Lookup("explode"); {
	case ok:
		f.explode = explode == "true"
	default: // only form, deepObject and cookie explode by themselves
		f.explode = f.in != inHeader && f.in != inPart && (f.style == "" || f.style == "form" || f.style == "deepObject" || f.style == "cookie")
	}
	return f
}

// locate finds the field's place and name; false if it does not travel.
func (f *field) locate(sf reflect.StructField) bool {
	for in, key := range [...]string{inForm: "form", inQuery: "query", inHeader: "header", inCookie: "cookie", inString: "querystring"} {
		if name, ok := sf.Tag.Lookup(key); ok {
			f.in, f.name = place(in), name
			if f.part != "" {
				f.in = inPart
			}
			return true
		}
	}
	if name, ok := sf.Tag.Lookup("wire"); ok {
		f.name = name
		return true
	}
	if f.extra {
		return true
	}
	_, flags, _ := strings.Cut(sf.Tag.Get("json"), ",")
	f.name = f.key
	f.required = f.required || !strings.Contains(flags, "omit")
	return f.name != "-"
}

// jsonKey is the member's name in JSON; "-" if it is none.
func jsonKey(sf reflect.StructField) string {
	if name, ok := sf.Tag.Lookup("wire"); ok {
		return name
	}
	name, flags, _ := strings.Cut(sf.Tag.Get("json"), ",")
	if name == "" && flags == "" {
		return sf.Name
	}
	return cmp.Or(name, sf.Name)
}

// value reads the field of a struct. What is not required and zero is absent, except an empty list or map.
func (f *field) value(v reflect.Value) (value, error) {
	if f.readonly || !f.required && v.IsZero() {
		return value{}, nil
	}
	if f.only != "" && v.IsZero() {
		return scalar(f.only), nil
	}
	if isJSON(f.content) && !isNil(v.Interface()) {
		return f.jsonText(v)
	}
	val, err := valueOf(v)
	if f.required && val.kind == absentValue && err == nil && v.Kind() == reflect.Pointer {
		val.kind = nullValue
	}
	return val, err
}

func (f *field) jsonText(v reflect.Value) (value, error) {
	if (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.IsNil() {
		return value{}, nil
	}
	if f.in == inForm {
		if list, ok := listIn(v); ok {
			return jsonTexts(list)
		}
	}
	b, err := encodeJSON(v.Interface())
	return scalar(string(b)), err
}

// listIn is the list that a field of list type holds; a text of bytes is none, and any JSON is one value whatever it holds.
func listIn(v reflect.Value) (reflect.Value, bool) {
	if n, ok := asNullable(v); ok {
		p, state := n.parts()
		if *state != stateValue {
			return v, false
		}
		v = reflect.ValueOf(p).Elem()
	}
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	return v, v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8
}

// jsonTexts is a list of which each item is a text of its own: a form repeats the key for each. Text in a list of
// anything is sent as it is: it may hold JSON already.
func jsonTexts(v reflect.Value) (value, error) {
	list := value{kind: listValue, raw: v, items: make([]value, 0, v.Len())}
	for i := range v.Len() {
		item := v.Index(i)
		if item.Kind() == reflect.Interface && item.Elem().Kind() == reflect.String {
			list.items = append(list.items, scalar(item.Elem().String()))
			continue
		}
		b, err := encodeJSON(item.Interface())
		if err != nil {
			return value{}, err
		}
		list.items = append(list.items, scalar(string(b)))
	}
	return list, nil
}

func (f *field) queryEscaper() escaper {
	if f.reserved {
		return escapeReservedQuery
	}
	return escape
}

// structOf reaches the struct that v is or points to; false for nil.
func structOf(v any) (reflect.Value, bool) {
	rv := reflect.ValueOf(v)
	for rv.Kind() == reflect.Pointer || rv.Kind() == reflect.Interface {
		rv = rv.Elem()
	}
	return rv, rv.Kind() == reflect.Struct
}

// hasWire tells whether a struct's own tags say more of its members than its MarshalJSON would show in a form.
func hasWire(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		if tag.Get("extra") != "" || tag.Get("wire") != "" {
			return true
		}
	}
	return false
}
