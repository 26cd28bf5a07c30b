package sdk

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
)

// A Request is a call before it is sent. Its methods keep the first error, which sending returns.
type Request struct {
	method      string
	template    string
	server      string
	path        []pair // placeholder and expanded value
	query       []pair // escaped
	literal     string // a query that is no list of pairs, escaped
	header      []pair
	cookie      []string
	accept      string
	read        func(r *reply, v any) error // decodes an answer that is no JSON; nil: it must be
	body        *body
	others      []offer // bodies that the call may ask for in place of the first
	security    Security
	ownSecurity bool
	keyHeader   string // in which the operation takes an idempotency key
	next        string // URL of a following page, in place of template and query
	opts        []Option
	err         error
}

// NewRequest returns a request for a path template: "/v1/Services/{ServiceSid}".
func NewRequest(method, template string, opts ...Option) *Request {
	return &Request{method: method, template: template, opts: opts}
}

// Server sets a base URL of the operation's own. One that begins with a slash is relative to the client's.
func (r *Request) Server(base string) { r.server = base }

// Security replaces the client's security; nil and empty mean that no credential is needed.
func (r *Request) Security(s Security) { r.security, r.ownSecurity = s, true }

// Accept sets the media types of the answer.
func (r *Request) Accept(mediaType string) { r.accept = mediaType }

// Path sets a placeholder of the template, in simple style.
func (r *Request) Path(name string, value any) { r.setPath(name, value, "simple", false, escape) }

// PathStyle sets a placeholder in the style simple, label or matrix.
func (r *Request) PathStyle(name string, value any, style string, explode bool) {
	r.setPath(name, value, style, explode, escape)
}

// PathReserved sets a placeholder whose value keeps reserved characters such as slashes.
func (r *Request) PathReserved(name string, value any) {
	r.setPath(name, value, "simple", false, escapeReservedPath)
}

func (r *Request) setPath(name string, value any, style string, explode bool, esc escaper) {
	if s, ok := value.(string); ok && style == "simple" { // the usual id, without reflection
		r.addPath(name, scalar(s), style, explode, esc)
		return
	}
	v, err := valueOf(reflect.ValueOf(value))
	if err != nil {
		r.fail("path param", name, err)
		return
	}
	r.addPath(name, v, style, explode, esc)
}

func (r *Request) addPath(name string, v value, style string, explode bool, esc escaper) {
	text, err := pathText(name, v, style, explode, esc)
	if err != nil {
		r.fail("path param", name, err)
		return
	}
	if r.path == nil {
		r.path = make([]pair, 0, 4)
	}
	r.path = append(r.path, pair{name, text})
}

// Params sends the fields of a struct that are tagged query, header or cookie.
func (r *Request) Params(params any) {
	v, ok := structOf(params)
	if !ok {
		return
	}
	for _, f := range fieldsOf(v.Type()) {
		if f.in == inForm || f.in == inPart {
			continue
		}
		if err := r.param(f, v.Field(f.index)); err != nil {
			r.fail(f.in.String()+" param", f.name, err)
		}
	}
}

func (r *Request) param(f *field, v reflect.Value) error {
	if f.in == inString {
		return r.queryString(f, v)
	}
	val, err := f.value(v)
	if err != nil || val.kind == absentValue {
		return err
	}
	switch f.in {
	case inQuery:
		r.query, err = queryPairs(r.query, f, val, f.queryEscaper())
	case inHeader:
		var text string
		if text, err = headerText(val, f.explode); err == nil && !val.hollow() {
			err = r.addHeader(f.name, text)
		}
	case inCookie:
		return r.addCookies(f, val)
	}
	return err
}

// queryString makes the whole query of a value: a form's fields, or one text that has no name.
func (r *Request) queryString(f *field, v reflect.Value) error {
	if !f.required && v.IsZero() {
		return nil
	}
	if bareType(f.name) == "application/x-www-form-urlencoded" {
		return formFields(v.Interface(), func(f *field, v value) error {
			v, err := f.jsonInForm(v)
			if err == nil {
				r.query, err = queryPairs(r.query, f, v, formEscaper(f))
			}
			return err
		})
	}
	val, err := valueOf(v)
	if isJSON(f.name) {
		val, err = f.jsonText(v)
	}
	if err == nil {
		r.literal, err = val.flat()
	}
	r.literal = escape(r.literal)
	return err
}

// addCookies writes a value in form style, percent-encoded, or in cookie style or as text, in which it is already.
func (r *Request) addCookies(f *field, v value) error {
	esc := escaper(escapeCookie)
	if f.style == "cookie" || bareType(f.content) == "text/plain" {
		esc = plain
	}
	pairs, err := queryPairs(nil, f, v, esc)
	for _, p := range pairs {
		if err == nil && !isCookie(p) {
			err = errors.New("no cookie can hold it; style cookie wants what is escaped already")
		}
		r.cookie = append(r.cookie, p.name+"="+p.value)
	}
	return err
}

func (r *Request) addHeader(name, value string) error {
	if err := checkHeader(name, value); err != nil {
		return err
	}
	r.header = append(r.header, pair{name, value})
	return nil
}

// IdempotencyKey names the header in which the operation takes an idempotency key. A call gets one that is its own,
// unless the caller gives one, and may so be tried again.
func (r *Request) IdempotencyKey(header string) { r.keyHeader = header }

// Format keeps headers and bodies, which may hold secrets, out of whatever prints a request.
func (r Request) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, r.method+" "+r.template) }

func (r *Request) fail(kind, name string, err error) {
	if r.err == nil {
		r.err = fmt.Errorf("%s %s: %s %q: %w", r.method, r.template, kind, name, err)
	}
}

// clone returns a request that can be changed without changing r.
func (r *Request) clone() *Request {
	own := *r
	own.query = slices.Clone(r.query)
	return &own
}

// setQuery replaces a query param.
func (r *Request) setQuery(name, value string) {
	if at, query, ok := strings.Cut(r.next, "?"); ok || at != "" {
		r.next = at + "?" + setRawQuery(query, name, value)
		return
	}
	r.query = replaceQuery(r.query, name, value)
}

func replaceQuery(query []pair, name, value string) []pair {
	escaped := escape(name)
	kept := slices.DeleteFunc(slices.Clone(query), func(p pair) bool { return p.name == escaped })
	return append(kept, pair{escaped, escape(value)})
}

// queryValue is the unescaped value of a query param that the request already has.
func (r *Request) queryValue(name string) string {
	if _, query, ok := strings.Cut(r.next, "?"); ok {
		values, _ := url.ParseQuery(query) // what does not parse is not there
		return values.Get(name)
	}
	for _, p := range r.query {
		if p.name == escape(name) {
			return unescape(p.value)
		}
	}
	return ""
}

// idempotent tells whether a repeated request has the effect of one.
func (r *Request) idempotent() bool {
	return r.method != http.MethodPost && r.method != http.MethodPatch && r.method != http.MethodConnect
}

// isNil is true for nil and for nil pointers inside an interface.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	rv := reflect.ValueOf(v)
	return (rv.Kind() == reflect.Pointer || rv.Kind() == reflect.Interface) && rv.IsNil()
}

func joinQuery(query []pair) []byte {
	size := 0
	for _, p := range query {
		size += len(p.name) + len(p.value) + 2
	}
	b := make([]byte, 0, size)
	for i, p := range query {
		if i > 0 {
			b = append(b, '&')
		}
		b = append(append(append(b, p.name...), '='), p.value...)
	}
	return b
}
