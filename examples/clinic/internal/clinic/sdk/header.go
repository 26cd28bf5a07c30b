package sdk

import (
	"fmt"
	"reflect"
	"strings"
)

// Header reads a header of a response as a number, a boolean, a text, a time, or a list of them:
//
//	var resp sdk.Response
//	pets, err := client.Pets.ListPage(ctx, params, sdk.WithResponse(&resp))
//	left, ok, err := sdk.Header[int](resp, "X-Rate-Limit-Remaining")
//
// False means that the response does not have it.
func Header[T any](r Response, name string) (value T, ok bool, err error) {
	texts := r.Header.Values(name)
	if len(texts) == 0 {
		return value, false, nil
	}
	v := reflect.ValueOf(&value).Elem()
	if err = headerValue(v, texts); err != nil {
		err = fmt.Errorf("header %s: %w", name, err)
	}
	return value, true, err
}

func headerValue(v reflect.Value, texts []string) error {
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() == reflect.Uint8 {
		return lenient(quote(strings.TrimSpace(strings.Join(texts, ", "))), v)
	}
	for item := range strings.SplitSeq(strings.Join(texts, ","), ",") {
		one := reflect.New(v.Type().Elem()).Elem()
		if err := lenient(quote(strings.TrimSpace(item)), one); err != nil {
			return err
		}
		v.Set(reflect.Append(v, one))
	}
	return nil
}
