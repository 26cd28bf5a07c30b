package sdk

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// A maker encodes a body.
type maker func(mediaType string, v any) (*body, error)

// An offer is a body that is made only if [WithContentType] asks for it.
type offer struct {
	mediaType string
	value     any
	make      maker
}

// JSON sends body as application/json; a nil pointer sends nothing. Of several bodies the first is sent, or the one that
// [WithContentType] asks for.
func (r *Request) JSON(body any) { r.JSONAs("application/json", body) }

// JSONAs sends body as JSON under another media type; a nil pointer sends nothing.
func (r *Request) JSONAs(mediaType string, body any) { r.add(mediaType, body, makeJSON) }

func makeJSON(mediaType string, v any) (*body, error) {
	b, err := encodeJSON(v)
	return newBytes(mediaType, b), err
}

// Form sends the fields of body as application/x-www-form-urlencoded; a nil pointer sends nothing.
func (r *Request) Form(body any) { r.add("application/x-www-form-urlencoded", body, makeForm) }

func makeForm(mediaType string, v any) (*body, error) {
	b, err := encodeForm(v)
	return newBytes(mediaType, b), err
}

// Multipart sends the fields of body as multipart/form-data; files are streamed. A nil pointer sends nothing.
func (r *Request) Multipart(body any) { r.MultipartAs("multipart/form-data", body) }

// MultipartAs sends the same parts under another media type, such as multipart/mixed.
func (r *Request) MultipartAs(mediaType string, body any) { r.add(mediaType, body, encodeMultipart) }

// Lines sends the items of a list, each as a line of JSON, or as a record if the media type is application/json-seq. A nil
// list sends nothing.
func (r *Request) Lines(mediaType string, list any) { r.add(mediaType, list, makeLines) }

func makeLines(mediaType string, list any) (*body, error) {
	v := reflect.ValueOf(list)
	if v.IsNil() {
		return nil, nil
	}
	var b bytes.Buffer
	for i := range v.Len() {
		line, err := encodeJSON(v.Index(i).Interface())
		if err != nil {
			return nil, err
		}
		if isSequence(mediaType) {
			b.WriteByte(recordSeparator)
		}
		b.Write(append(line, '\n'))
	}
	return newBytes(mediaType, b.Bytes()), nil
}

// XML sends body as XML. The name of the root element is written as in a tag: "Pet", "https://example.com/ns p:Pet", or
// "pets>pet" for a list. A nil pointer sends nothing.
func (r *Request) XML(mediaType, root string, value any) {
	r.add(mediaType, value, func(mediaType string, v any) (*body, error) {
		b, err := encodeXML(root, v)
		return newBytes(mediaType, b), err
	})
}

// Raw streams a body as it is; nil sends nothing. A reader that can seek may be sent again.
func (r *Request) Raw(mediaType string, body io.Reader) { r.add(mediaType, body, makeRaw) }

func makeRaw(mediaType string, v any) (*body, error) {
	b := newStream(mediaType, []io.Reader{v.(io.Reader)})
	b.opaque = true
	return b, nil
}

// Text sends a string.
func (r *Request) Text(mediaType, text string) {
	r.add(mediaType, text, func(mediaType string, _ any) (*body, error) {
		b := newBytes(mediaType, []byte(text))
		b.opaque = true
		return b, nil
	})
}

func newBytes(mediaType string, data []byte) *body {
	return &body{mediaType: mediaType, data: data, length: int64(len(data))}
}

// add makes the first body, and keeps how others are made.
func (r *Request) add(mediaType string, v any, make maker) {
	switch {
	case isNil(v):
		return
	case r.body != nil || r.err != nil:
		r.others = append(r.others, offer{mediaType, v, make})
		return
	}
	b, err := make(mediaType, v)
	if err != nil {
		r.fail("body", mediaType, err)
		return
	}
	r.body = b
}

// choose settles what a call sends: a body of the caller's own, or one of those that the method offers. What is bytes
// already can be called anything.
func (r *Request) choose(s *settings) (*Request, error) {
	if r.err != nil || s.body == nil && (s.contentType == "" || r.body == nil || !r.body.opaque && sameMedia(r.body.mediaType, s.contentType)) {
		return r, nil
	}
	own := r.clone()
	if own.body = s.body; own.body != nil {
		return own, nil
	}
	names := []string{bareType(r.body.mediaType)}
	for _, o := range r.others {
		if sameMedia(o.mediaType, s.contentType) {
			var err error
			own.body, err = o.make(o.mediaType, o.value)
			return own, err
		}
		names = append(names, bareType(o.mediaType))
	}
	if !r.body.opaque {
		return nil, fmt.Errorf("%s %s: the body cannot be sent as %s, only as %s", r.method, r.template, s.contentType, strings.Join(names, ", "))
	}
	renamed := *r.body
	renamed.mediaType = s.contentType
	own.body = &renamed
	return own, nil
}

func sameMedia(a, b string) bool { return bareType(a) == bareType(b) }

// WithContentType sends the body as one of the media types that the method takes beside the first: the same value as a
// form in place of JSON, say. A body that is a reader or a text can be called anything.
func WithContentType(mediaType string) Option {
	return func(s *settings) { s.contentType = mediaType }
}

// WithBody sends another body than the method would make, for what its types cannot say. It is for a single call.
func WithBody(mediaType string, body io.Reader) Option {
	own := newStream(mediaType, []io.Reader{body})
	return func(s *settings) { s.body = own }
}
