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

// DecodeVariant reads a struct, which the union holds by pointer. What does not fit becomes an [*Unknown].
func DecodeVariant[T any](b []byte, dst *any) error {
	v := new(T)
	if lenient(b, reflect.ValueOf(v).Elem()) != nil {
		return DecodeUnknown(b, dst)
	}
	*dst = v
	return nil
}

// DecodeScalar reads a variant that is no struct. What does not fit becomes an [*Unknown].
func DecodeScalar[T any](b []byte, dst *any) error {
	var v T
	if lenient(b, reflect.ValueOf(&v).Elem()) != nil {
		return DecodeUnknown(b, dst)
	}
	*dst = v
	return nil
}

// DecodeUnknown keeps a variant as it came; null is nil.
func DecodeUnknown(b []byte, dst *any) error {
	if string(b) == "null" {
		*dst = nil
		return nil
	}
	*dst = &Unknown{Raw: bytes.Clone(b)}
	return nil
}
