package sdk

import (
	"reflect"
	"strings"
	"sync"
)

// traits are facts of a type and all that it reaches.
type traits struct {
	any      bool      // values of any type: their numbers are decoded exactly
	readonly bool      // fields that are never sent
	consts   bool      // fields that have but one value
	pii      bool      // fields that are never printed
	lists    bool      // lists and maps that are sent even when nil
	keys     *keyTable // what encoding/json may mistake
}

// traitsOf finds them once per type. The map only remembers what the types say themselves.
func traitsOf(t reflect.Type) traits {
	if known, ok := traitsByType.Load(t); ok {
		return known.(traits)
	}
	var found traits
	found.visit(t, map[reflect.Type]bool{})
	found.keys = newKeyTable(t)
	traitsByType.Store(t, found)
	return found
}

var traitsByType sync.Map // reflect.Type to traits

var unionType = reflect.TypeFor[union]()

func (f *traits) visit(t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Interface:
		f.any, f.consts, f.lists = true, true, true
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		f.lists = f.lists || t.Kind() != reflect.Pointer && isList(t.Elem())
		f.visit(t.Elem(), seen)
	case reflect.Struct:
		if t.Implements(unionType) {
			f.readonly, f.consts, f.lists, f.pii = true, true, true, true // perhaps; only its value knows
			return
		}
		inner := reflect.PointerTo(t).Implements(nullableType)
		for i := range t.NumField() {
			sf := t.Field(i)
			f.readonly = f.readonly || sf.Tag.Get("readonly") == "true"
			f.consts = f.consts || sf.Tag.Get("const") != ""
			f.pii = f.pii || sf.Tag.Get("pii") == "true"
			f.lists = f.lists || mustList(sf)
			if inner || sf.IsExported() {
				f.visit(sf.Type, seen)
			}
		}
	}
}

func isList(t reflect.Type) bool { return t.Kind() == reflect.Slice || t.Kind() == reflect.Map }

// mustList tells whether a field is a list or map that JSON has even when it is nil, and then as an empty one.
func mustList(sf reflect.StructField) bool {
	return isList(sf.Type) && sf.Tag.Get("null") != "true" && !strings.Contains(sf.Tag.Get("json"), ",omit")
}
