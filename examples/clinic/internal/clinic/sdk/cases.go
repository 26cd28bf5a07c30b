package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
)

// SendOptional is [Send] for an operation whose document declares answers without a body: the result is nil for those
// statuses. 2 stands for all of 200 to 299.
func SendOptional[T any](ctx context.Context, c *Client, req *Request, empty ...int) (*T, error) {
	v, err := Send[T](ctx, c, req)
	return v, unlessDeclared(err, empty)
}

// SendOptionalValue is [SendValue] as [SendOptional] is [Send].
func SendOptionalValue[T any](ctx context.Context, c *Client, req *Request, empty ...int) (T, error) {
	v, err := SendValue[T](ctx, c, req)
	return v, unlessDeclared(err, empty)
}

// unlessDeclared forgives an answer that it has no body where its status is to have none.
func unlessDeclared(err error, empty []int) error {
	var e *Error
	if !errors.Is(err, ErrEmpty) || !errors.As(err, &e) {
		return err
	}
	for _, status := range empty {
		if status == e.StatusCode || status == e.StatusCode/100 {
			return nil
		}
	}
	return err
}

// SendCases makes a call whose answers differ by status. It sets the field of T that is tagged with the answer's
// status, or with its class ("2XX"), and no other: a bool to true, a [Stream] to the answer unread, a field tagged text to
// the text, any other to the JSON value.
func SendCases[T any](ctx context.Context, c *Client, req *Request) (*T, error) {
	v := new(T)
	if err := c.cases(ctx, req, reflect.ValueOf(v).Elem()); err != nil {
		return nil, err
	}
	return v, nil
}

var streamType = reflect.TypeFor[*Stream]()

func (c *Client) cases(ctx context.Context, req *Request, v reflect.Value) error {
	how := buffered
	for i := range v.NumField() {
		if v.Field(i).Type() == streamType {
			how = streamed
		}
	}
	r, err := c.send(ctx, req, jsonType, how)
	if err != nil {
		return err
	}
	f, text := caseOf(v, r.response.StatusCode)
	if f.IsValid() && f.Type() == streamType {
		f.Set(reflect.ValueOf(newAnswer(ctx, r)))
		return nil
	}
	if how == streamed {
		if err := r.drain(); err != nil {
			return fmt.Errorf("%s %s: %w", req.method, safeURL(r.response.Request.URL), err)
		}
	}
	switch {
	case !f.IsValid():
		return unexpected(r.response, r.body, "the document declares no result for this status", nil)
	case f.Kind() == reflect.Bool:
		f.SetBool(true)
		return nil
	case text:
		s := string(toUTF8(r.body, r.response.Header.Get("Content-Type")))
		f.Set(reflect.ValueOf(&s))
		return nil
	}
	return r.decode(f.Addr().Interface(), false)
}

// caseOf is the field for a status, and whether it is plain text; the zero Value for none.
func caseOf(v reflect.Value, status int) (f reflect.Value, text bool) {
	for _, name := range [...]string{strconv.Itoa(status), strconv.Itoa(status/100) + "XX"} {
		for i := range v.NumField() {
			if tag := v.Type().Field(i).Tag; tag.Get("status") == name {
				return v.Field(i), tag.Get("text") == "true"
			}
		}
	}
	return f, false
}

// drain reads an answer that was to be handed on unread after all.
func (r *reply) drain() (err error) {
	defer r.release()
	defer r.response.Body.Close()
	r.body, err = io.ReadAll(io.LimitReader(r.response.Body, bodyLimit+1))
	if err == nil && len(r.body) > bodyLimit {
		err = unexpected(r.response, r.body[:errorLimit], "the answer is larger than 64 MiB", nil)
	}
	return err
}
