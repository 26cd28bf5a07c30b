package sdk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
)

// encodeJSON writes what a request sends: without the fields that only servers set, and with [] for a nil list that must be there.
func encodeJSON(v any) ([]byte, error) {
	rv := reflect.ValueOf(v)
	switch {
	case rv.Kind() == reflect.Slice && rv.IsNil() && rv.Type().Elem().Kind() != reflect.Uint8:
		return []byte("[]"), nil
	case rv.Kind() == reflect.Map && rv.IsNil():
		return []byte("{}"), nil
	}
	var b bytes.Buffer
	if err := writeJSON(&b, v); err != nil {
		return nil, err
	}
	if rv.IsValid() && untidy(rv.Type(), b.Bytes()) {
		return tidy(b.Bytes(), rv), nil
	}
	return b.Bytes(), nil
}

// writeJSON appends the JSON of v, without the escapes that only matter inside HTML.
func writeJSON(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the encoder's newline
	return nil
}

// decodeJSON reads b strictly into what p points to, numbers in any exactly.
func decodeJSON(b []byte, p any) error {
	if !traitsOf(reflect.TypeOf(p)).any {
		return json.Unmarshal(b, p)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(p); err != nil {
		return err
	}
	if rest := b[dec.InputOffset():]; space(rest, 0) != len(rest) {
		return fmt.Errorf("text after the JSON value: %s", clip(rest))
	}
	return nil
}

// maxNesting bounds large answers: unions and lenient reading look ahead once a level.
const maxNesting = 500

// decode reads b strictly, and once more leniently, matching keys exactly, if that fails or took a key for another. The
// error is that of the strict reading.
func decode(b []byte, p any) error {
	if len(b) > 64<<10 && nesting(b) > maxNesting {
		return fmt.Errorf("nested deeper than %d levels", maxNesting)
	}
	strict := decodeJSON(b, p)
	if strict == nil && !traitsOf(reflect.TypeOf(p)).keys.folds(b) {
		return nil
	}
	if strict != nil && !json.Valid(b) {
		return strict
	}
	v := reflect.ValueOf(p).Elem()
	v.SetZero()
	if lenient(b, v) == nil {
		return nil
	}
	v.SetZero()
	if strict == nil {
		return decodeJSON(b, p)
	}
	return strict
}

func quote(s string) []byte {
	var b bytes.Buffer
	_ = writeJSON(&b, s) // a string always encodes
	return b.Bytes()
}
