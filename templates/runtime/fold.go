package sdk

import (
	"bytes"
	"reflect"
	"strings"
)

// A keyTable holds the keys of all structs that encoding/json fills on the way through a type, to be found in any case:
// encoding/json takes "ID" for a field "id", while in the document they are two.
type keyTable struct {
	slots     []int32 // where in keys, from 1; 0 is none; a power of two of them
	keys      []string
	ambiguous []bool // structs spell the key differently
}

// newKeyTable is the table for a type; nil if it reaches no struct.
func newKeyTable(t reflect.Type) *keyTable {
	spelled := map[string]bool{}
	addKeys(t, map[reflect.Type]bool{}, spelled)
	if len(spelled) == 0 {
		return nil
	}
	size := 4
	for size < 3*len(spelled) {
		size *= 2
	}
	table := &keyTable{slots: make([]int32, size)}
	for key := range spelled {
		slot := table.slot([]byte(key), hashKey([]byte(key)))
		if *slot != 0 {
			table.ambiguous[*slot-1] = true
			continue
		}
		table.keys, table.ambiguous = append(table.keys, key), append(table.ambiguous, false)
		*slot = int32(len(table.keys))
	}
	return table
}

// addKeys collects keys. A type that reads itself matches them exactly, and so does all below it.
func addKeys(t reflect.Type, seen map[reflect.Type]bool, keys map[string]bool) {
	if seen[t] || reflect.PointerTo(t).Implements(jsonUnmarshaler) {
		return
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		addKeys(t.Elem(), seen, keys)
	case reflect.Struct:
		for i := range t.NumField() {
			sf := t.Field(i)
			key := jsonKey(sf)
			if !sf.IsExported() || key == "-" {
				continue
			}
			if _, named := sf.Tag.Lookup("json"); named { // a program's own struct may leave names to encoding/json
				keys[key] = true
			}
			addKeys(sf.Type, seen, keys)
		}
	}
}

// hashKey is the same for keys that differ in case alone.
func hashKey(key []byte) uint32 {
	h := uint32(0)
	for i := len(key) - 1; i >= 0; i-- {
		h = h*31 + uint32(key[i]|0x20)
	}
	return h
}

// slot is where a key is, in whatever case, or would be.
func (t *keyTable) slot(key []byte, hash uint32) *int32 {
	mask := uint32(len(t.slots) - 1)
	for i := hash ^ hash>>15; ; i++ {
		slot := &t.slots[i&mask]
		if *slot == 0 || t.keys[*slot-1] == string(key) || strings.EqualFold(t.keys[*slot-1], string(key)) {
			return slot
		}
	}
}

// folds tells whether b, which is JSON, may have a key that is a field's in another case. It costs a tenth of what
// decoding does, and allocates nothing.
func (t *keyTable) folds(b []byte) bool {
	if t == nil {
		return false
	}
	for i := 0; ; i++ {
		n := bytes.IndexByte(b[i:], ':')
		if n < 0 {
			return false
		}
		i += n
		end := i - 1
		for end > 0 && b[end] <= ' ' {
			end--
		}
		if end < 1 || b[end] != '"' || b[end-1] == '\\' {
			continue // within a text, or a key that ends in a backslash and is no field's
		}
		if t.foldsAt(b[:end]) {
			return true
		}
	}
}

// foldsAt looks at the key that b ends with, whose beginning is a quote.
func (t *keyTable) foldsAt(b []byte) bool {
	start, hash := len(b), uint32(0)
	for ; start > 0 && b[start-1] != '"'; start-- {
		c := b[start-1]
		if c == '\\' || c >= 0x80 {
			return true // seldom: let the exact reading look
		}
		hash = hash*31 + uint32(c|0x20)
	}
	at := *t.slot(b[start:], hash)
	return at != 0 && (t.ambiguous[at-1] || t.keys[at-1] != string(b[start:]))
}
