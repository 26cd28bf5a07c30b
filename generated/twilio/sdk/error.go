package sdk

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
)

// An Error is an answer that is no success, or that is not what the method returns.
type Error struct {
	StatusCode int
	Status     string // "404 Not Found"
	Code       string // the API's own: "20404"
	Message    string
	RequestID  string // names the call to the provider's support
	Method     string
	URL        string // without query
	Header     http.Header
	Body       []byte // at most 1 MiB

	cause error
}

// A status is an error that stands for a class of answers.
type status struct {
	from, to int
	text     string
}

func (s *status) Error() string { return s.text }

// These match errors by status with [errors.Is].
var (
	ErrNotModified     error = &status{304, 304, "not modified"}
	ErrBadRequest      error = &status{400, 400, "bad request"}
	ErrUnauthorized    error = &status{401, 401, "unauthorized"}
	ErrForbidden       error = &status{403, 403, "forbidden"}
	ErrNotFound        error = &status{404, 404, "not found"}
	ErrConflict        error = &status{409, 409, "conflict"}
	ErrGone            error = &status{410, 410, "gone"}
	ErrUnprocessable   error = &status{422, 422, "unprocessable content"}
	ErrTooManyRequests error = &status{429, 429, "too many requests"}
	ErrServer          error = &status{500, 599, "server error"}
)

// ErrEmpty matches an answer without a body where the document promises one: a 204 that it does not declare, or a proxy's.
var ErrEmpty = errors.New("no body")

// Error is "GET https://…/Services/KS1: 404 Not Found: no such service (code 20404, request RQ1)".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Method + " " + e.URL + ": " + e.Status)
	if e.Message != "" {
		b.WriteString(": " + e.Message)
	}
	switch {
	case e.Code != "" && e.RequestID != "":
		b.WriteString(" (code " + e.Code + ", request " + e.RequestID + ")")
	case e.Code != "":
		b.WriteString(" (code " + e.Code + ")")
	case e.RequestID != "":
		b.WriteString(" (request " + e.RequestID + ")")
	}
	return oneLine(b.String())
}

// Is matches the sentinels: [ErrNotFound] and its like.
func (e *Error) Is(target error) bool {
	s, ok := target.(*status)
	return ok && s.from <= e.StatusCode && e.StatusCode <= s.to
}

// Unwrap is what went wrong while the answer was read, if anything did.
func (e *Error) Unwrap() error { return e.cause }

// As makes an [*ErrorBody] of the error, if its body is JSON of that type.
func (e *Error) As(target any) bool {
	p := reflect.ValueOf(target).Elem() // errors.As has checked that target is a pointer
	if p.Kind() != reflect.Pointer {
		return false
	}
	holder := reflect.New(p.Type().Elem())
	if h, ok := holder.Interface().(errorHolder); !ok || !h.hold(e) {
		return false
	}
	p.Set(holder)
	return true
}

type apiError = Error

// An ErrorBody is an [*Error] with its body decoded to the type that the document declares. [errors.As] finds it.
type ErrorBody[T any] struct {
	*apiError
	Body T
}

type errorHolder interface{ hold(*Error) bool }

func (b *ErrorBody[T]) hold(e *Error) bool {
	b.apiError = e
	return e.StatusCode >= 300 && len(e.Body) > 0 && decode(e.Body, &b.Body) == nil && hasKeyOf(e.Body, reflect.TypeFor[T]())
}

// hasKeyOf tells whether an object has at least one key of a struct: JSON of a gateway, or of another status's type,
// decodes to any struct of optional fields.
func hasKeyOf(b []byte, t reflect.Type) bool {
	if t.Kind() != reflect.Struct || len(fieldsOf(t)) == 0 {
		return true
	}
	found := false
	members(b, func(key string, _ []byte) bool {
		found = fieldByKey(fieldsOf(t), key) != nil
		return !found
	})
	return found
}

// newError makes an Error of an answer, with what its body says.
func newError(r *http.Response, body []byte) *Error {
	e := &Error{
		StatusCode: r.StatusCode,
		Status:     cmp.Or(strings.TrimSpace(r.Status), fmt.Sprint(r.StatusCode)),
		Header:     r.Header,
		Body:       body,
		RequestID:  requestID(r.Header),
	}
	if text := http.StatusText(r.StatusCode); text != "" && !strings.Contains(e.Status, " ") {
		e.Status += " " + text
	}
	if r.Request != nil {
		e.Method, e.URL = r.Request.Method, safeURL(r.Request.URL)
	}
	e.Code, e.Message = describe(body)
	if e.Message == "" && len(body) > 0 {
		e.Message = cmp.Or(r.Header.Get("Content-Type"), "body") + ": " + clip(body)
	}
	return e
}

// unexpected is an Error for an answer that has the right status and the wrong content.
func unexpected(r *http.Response, body []byte, what string, cause error) *Error {
	e := newError(r, body)
	e.Message, e.cause = what, cause
	if len(body) > 0 {
		e.Message += ": " + cmp.Or(r.Header.Get("Content-Type"), "no content type") + ": " + clip(body)
	}
	if len(body) > errorLimit {
		e.Body = body[:errorLimit]
	}
	return e
}

func requestID(h http.Header) string {
	for _, name := range [...]string{
		"Twilio-Request-Id", "X-Request-Id", "Request-Id", "X-Amzn-Requestid", "X-Amz-Request-Id", "X-Github-Request-Id",
		"X-Ms-Request-Id", "X-Correlation-Id", "X-Trace-Id", "Cf-Ray",
	} {
		if id := h.Get(name); id != "" {
			return id
		}
	}
	return ""
}
