package sdk

import (
	"reflect"
	"sync"
)

// traits are facts of a type and all that it reaches.
type traits struct {
	any      bool // values of any type: their numbers are decoded exactly
	readonly bool // fields that are never sent
}

// traitsOf finds them once per type. The map only remembers what the types say themselves.
func traitsOf(t reflect.Type) traits {
	if known, ok := traitsByType.Load(t); ok {
		return known.(traits)
	}
	var found traits
	found.visit(t, map[reflect.Type]bool{})
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
		f.any = true
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		f.visit(t.Elem(), seen)
	case reflect.Struct:
		if t.Implements(unionType) {
			f.readonly = true // perhaps; only its value knows
			return
		}
		inner := reflect.PointerTo(t).Implements(nullableType)
		for i := range t.NumField() {
			sf := t.Field(i)
			f.readonly = f.readonly || sf.Tag.Get("readonly") == "true"
			if inner || sf.IsExported() {
				f.visit(sf.Type, seen)
			}
		}
	}
}
