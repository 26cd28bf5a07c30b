package sdk

import "reflect"

// A Nullable is a value, null, or absent, which the zero Nullable is. [Value] and [Null] make the others.
type Nullable[T any] struct {
	value T
	state nullState
}

type nullState uint8

const (
	stateAbsent nullState = iota
	stateNull
	stateValue
)

// Value returns a Nullable that holds v.
func Value[T any](v T) Nullable[T] { return Nullable[T]{value: v, state: stateValue} }

// Null returns a Nullable that is sent as null.
func Null[T any]() Nullable[T] { return Nullable[T]{state: stateNull} }

// IsNull tells null from absent.
func IsNull[T any](n Nullable[T]) bool { return n.state == stateNull }

// Get returns the value; false if it is null or absent.
func (n Nullable[T]) Get() (T, bool) { return n.value, n.state == stateValue }

// MarshalJSON writes the value, or null.
func (n Nullable[T]) MarshalJSON() ([]byte, error) {
	if n.state != stateValue {
		return []byte("null"), nil
	}
	return EncodeVariant(n.value)
}

// UnmarshalJSON reads a value or null.
func (n *Nullable[T]) UnmarshalJSON(b []byte) error {
	*n = Nullable[T]{state: stateNull}
	if string(b) == "null" {
		return nil
	}
	n.state = stateValue
	return lenient(b, reflect.ValueOf(&n.value).Elem())
}

// parts lets code without T read and write a Nullable.
func (n *Nullable[T]) parts() (any, *nullState) { return &n.value, &n.state }

type nullable interface{ parts() (any, *nullState) }

var nullableType = reflect.TypeFor[nullable]()
