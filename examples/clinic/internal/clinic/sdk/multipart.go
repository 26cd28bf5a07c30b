package sdk

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// A multipartBody collects the parts of a multipart/form-data body: texts are gathered, files stay readers.
type multipartBody struct {
	boundary string
	nameless bool // parts are known by their order
	parts    []io.Reader
	text     bytes.Buffer
	headers  []partHeader
}

// A partHeader is a header that the parts of a name have beside the usual ones.
type partHeader struct{ part, name, text string }

// encodeMultipart writes the fields of a struct as parts: scalars as text, files streamed, objects as JSON.
func encodeMultipart(mediaType string, v any) (*body, error) {
	m := &multipartBody{boundary: newBoundary()}
	m.nameless = mediaType != "multipart/form-data" && isXMLList(inner(reflect.ValueOf(v)))
	err := m.fields(v)
	if err != nil {
		return nil, err
	}
	m.text.WriteString("--" + m.boundary + "--\r\n")
	m.flush()
	return newStream(mediaType+"; boundary="+m.boundary, m.parts), nil
}

func newBoundary() string {
	var b [20]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

func (m *multipartBody) fields(v any) error {
	rv, ok := structOf(v)
	switch {
	case rv.IsValid() && (rv.Type() == reflect.TypeFor[File]() || rv.Kind() == reflect.Slice):
		return m.whole(rv)
	case ok:
	case rv.Kind() == reflect.Map && rv.Type().Key().Kind() == reflect.String:
		return m.entries(rv)
	default:
		return formMap(v, m.field)
	}
	if err := m.partHeaders(rv); err != nil {
		return err
	}
	for _, f := range fieldsOf(rv.Type()) {
		if f.in != inForm || f.readonly {
			continue
		}
		if err := m.member(f, rv.Field(f.index)); err != nil {
			return err
		}
	}
	return nil
}

// whole writes a body that is a file or a list: its parts have no names, but in a form each has one.
func (m *multipartBody) whole(v reflect.Value) error {
	f := &field{name: "file"}
	if v.Kind() != reflect.Slice {
		return m.member(f, v)
	}
	for i := range v.Len() {
		if err := m.member(f, v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// entries writes a map: a key may hold a file.
func (m *multipartBody) entries(v reflect.Value) error {
	for _, key := range sortedKeys(v) {
		item := v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key()))
		if err := m.member(&field{name: key, explode: true}, item); err != nil {
			return err
		}
	}
	return nil
}

func (m *multipartBody) member(f *field, v reflect.Value) error {
	if f.extra {
		return m.entries(v)
	}
	done, err := m.files(f, v)
	if err != nil || done {
		return err
	}
	val, err := f.value(v)
	if err == nil {
		err = m.field(f, val)
	}
	if err != nil {
		return fmt.Errorf("%q: %w", f.name, err)
	}
	return nil
}

// partHeaders finds the fields that are headers of parts.
func (m *multipartBody) partHeaders(rv reflect.Value) error {
	for _, f := range fieldsOf(rv.Type()) {
		if f.in != inPart {
			continue
		}
		v, err := f.value(rv.Field(f.index))
		if err == nil && (v.kind == absentValue || v.hollow()) {
			continue
		}
		text := ""
		if err == nil {
			text, err = headerText(v, f.explode)
		}
		if err == nil {
			err = checkHeader(f.name, text)
		}
		if err != nil {
			return fmt.Errorf("header %q of part %q: %w", f.name, f.part, err)
		}
		m.headers = append(m.headers, partHeader{f.part, f.name, text})
	}
	return nil
}

// files writes fields that are files, lists of files or readers, or unions that hold one.
func (m *multipartBody) files(f *field, v reflect.Value) (bool, error) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		return v.IsValid() && v.Type() == reflect.TypeFor[*File](), nil
	}
	v = held(v)
	switch file := v.Interface().(type) {
	case File:
		if file.Reader == nil && !f.required {
			return true, nil
		}
		return true, m.file(f, file)
	case *File:
		return true, m.file(f, *file)
	case []File:
		for _, one := range file {
			if err := m.file(f, one); err != nil {
				return true, err
			}
		}
		return true, nil
	case io.Reader:
		return true, m.file(f, File{Name: f.name, Reader: file})
	}
	return false, nil
}

// held is what a nullable value or a union holds.
func held(v reflect.Value) reflect.Value {
	if n, ok := asNullable(v); ok {
		if p, state := n.parts(); *state == stateValue {
			v = reflect.ValueOf(p).Elem()
		}
	}
	if u, ok := v.Interface().(union); ok && u.Variant() != nil {
		v = reflect.ValueOf(u.Variant())
	}
	return v
}

func (m *multipartBody) file(f *field, file File) error {
	contentType := file.ContentType
	if contentType == "" {
		contentType = "application/octet-stream"
		if f.content != "" && !strings.ContainsAny(f.content, "*,") {
			contentType = f.content
		}
	}
	if file.Name == "" {
		file.Name = f.name
	}
	if err := m.header(f.name, file.Name, contentType); err != nil {
		return err
	}
	if file.Reader != nil {
		m.flush()
		m.parts = append(m.parts, file.Reader)
	}
	m.text.WriteString("\r\n")
	return nil
}

// field writes a value: an object as JSON, a list as a part an item.
func (m *multipartBody) field(f *field, v value) error {
	switch v.kind {
	case absentValue:
		return nil
	case listValue:
		if f.style == "" {
			for _, item := range v.items {
				if err := m.field(f, item); err != nil {
					return err
				}
			}
			return nil
		}
	case objectValue:
		if f.style == "" {
			text, err := v.flat()
			if err != nil {
				return err
			}
			return m.part(f.name, "application/json", text)
		}
	default:
		return m.part(f.name, f.content, v.text)
	}
	pairs, err := queryPairs(nil, f, v, plain)
	for _, p := range pairs {
		err = errors.Join(err, m.part(p.name, "", p.value))
	}
	return err
}

func (m *multipartBody) part(name, contentType, text string) error {
	if err := m.header(name, "", contentType); err != nil {
		return err
	}
	m.text.WriteString(text)
	m.text.WriteString("\r\n")
	return nil
}

func (m *multipartBody) header(name, fileName, contentType string) error {
	if strings.ContainsFunc(name+fileName+contentType, isControl) {
		return fmt.Errorf("part %q: its name or content type holds a control character, which no part can carry", name)
	}
	m.text.WriteString("--" + m.boundary + "\r\n" + m.disposition(name, fileName))
	if contentType != "" {
		m.text.WriteString("Content-Type: " + contentType + "\r\n")
	}
	for _, h := range m.headers {
		if h.part == name {
			m.text.WriteString(h.name + ": " + h.text + "\r\n")
		}
	}
	m.text.WriteString("\r\n")
	return nil
}

// disposition is the header that names a part and its file.
func (m *multipartBody) disposition(name, fileName string) string {
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	text := `Content-Disposition: form-data; name="` + quoted.Replace(name) + `"`
	switch {
	case m.nameless && fileName == "":
		return ""
	case m.nameless:
		text = "Content-Disposition: attachment"
	}
	if fileName != "" {
		text += `; filename="` + quoted.Replace(fileName) + `"`
	}
	return text + "\r\n"
}

// flush makes a part of the text gathered so far.
func (m *multipartBody) flush() {
	if m.text.Len() > 0 {
		m.parts = append(m.parts, bytes.NewReader(bytes.Clone(m.text.Bytes())))
		m.text.Reset()
	}
}
