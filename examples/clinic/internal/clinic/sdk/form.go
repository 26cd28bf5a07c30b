package sdk

import (
	"fmt"
	"reflect"
)

// encodeForm writes a struct or a map as application/x-www-form-urlencoded.
func encodeForm(body any) ([]byte, error) {
	pairs := make([]pair, 0, 8)
	err := formFields(body, func(f *field, v value) error {
		var err error
		if v, err = f.jsonInForm(v); err == nil {
			pairs, err = queryPairs(pairs, f, v, formEscaper(f))
		}
		return err
	})
	return joinQuery(pairs), err
}

// jsonInForm makes one text of an object that no style was given for. A list repeats its key, an object in it is JSON.
func (f *field) jsonInForm(v value) (value, error) {
	if f.style != "" || v.kind != objectValue {
		return v, nil
	}
	text, err := v.flat()
	return scalar(text), err
}

func formEscaper(f *field) escaper {
	if f.reserved {
		return escapeReservedQuery
	}
	return escapeForm
}

// formFields calls each for the members of a form body. Without a style, an object is sent as JSON in one key.
func formFields(body any, each func(*field, value) error) error {
	v, ok := structOf(body)
	if !ok {
		return formMap(body, each)
	}
	for _, f := range fieldsOf(v.Type()) {
		if f.in != inForm {
			continue
		}
		if f.extra {
			if err := formMap(v.Field(f.index).Interface(), each); err != nil {
				return err
			}
			continue
		}
		val, err := f.value(v.Field(f.index))
		if err != nil {
			return fmt.Errorf("%q: %w", f.name, err)
		}
		if err := each(f, val); err != nil {
			return fmt.Errorf("%q: %w", f.name, err)
		}
	}
	return nil
}

// formMap takes a free-form body: a map, or a union that holds a struct.
func formMap(body any, each func(*field, value) error) error {
	val, err := valueOf(reflect.ValueOf(body))
	if err != nil {
		return err
	}
	if val.kind == absentValue || val.kind == nullValue {
		return nil
	}
	if val.kind != objectValue {
		return fmt.Errorf("a %T is no form", body)
	}
	for i, key := range val.keys {
		if err := each(&field{name: key, explode: true}, val.items[i]); err != nil {
			return fmt.Errorf("%q: %w", key, err)
		}
	}
	return nil
}
