package sdk

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// An Unknown is a variant of a union that this version does not know. It is sent back as it came.
type Unknown struct {
	Raw json.RawMessage
}

// MarshalJSON writes the variant as it came.
func (u Unknown) MarshalJSON() ([]byte, error) {
	if len(u.Raw) == 0 {
		return []byte("null"), nil
	}
	return u.Raw, nil
}

// UnmarshalJSON keeps b.
func (u *Unknown) UnmarshalJSON(b []byte) error {
	u.Raw = bytes.Clone(b)
	return nil
}

type union interface{ Variant() any }

// Variant is how a union holds v: structs by pointer, everything else as it is.
func Variant[T any](v T) any {
	if reflect.TypeFor[T]().Kind() == reflect.Struct {
		return &v
	}
	return v
}

// EncodeVariant writes what a union holds; nil is null.
func EncodeVariant(v any) ([]byte, error) {
	var b bytes.Buffer
	err := writeJSON(&b, v)
	return b.Bytes(), err
}

// DecodeUnion reads the variant that b is into dst; tag is the discriminator, "" for none. What no variant fits becomes
// an [*Unknown], null becomes nil.
func DecodeUnion(b []byte, tag string, variants []Match, dst *any) error {
	i := choose(b, tag, variants)
	if i < 0 {
		return decodeUnknown(b, dst)
	}
	v := reflect.New(reflect.TypeOf(variants[i].Type).Elem())
	if lenient(b, v.Elem()) != nil {
		return decodeUnknown(b, dst)
	}
	if v.Elem().Kind() == reflect.Struct {
		*dst = v.Interface()
	} else {
		*dst = v.Elem().Interface()
	}
	return nil
}

func decodeUnknown(b []byte, dst *any) error {
	if string(b) == "null" {
		*dst = nil
		return nil
	}
	*dst = &Unknown{Raw: bytes.Clone(b)}
	return nil
}
