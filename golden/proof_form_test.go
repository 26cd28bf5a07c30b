package golden

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// registerDecoders teaches openapi3filter bodies that it refuses to read, so that it can validate them: forms with
// objects in them, and media types that are bytes to it.
func registerDecoders() {
	openapi3filter.RegisterBodyDecoder("application/x-www-form-urlencoded", formDecoder)
	openapi3filter.RegisterBodyDecoder("multipart/form-data", multipartDecoder)
	for _, mediaType := range []string{"*/*", "text/markdown", "text/html", "text/x-markdown", "application/pdf"} {
		openapi3filter.RegisterBodyDecoder(mediaType, openapi3filter.FileBodyDecoder)
	}
}

// formDecoder reads a form with kin-openapi, or else by itself: an object or a list of them is JSON in one value, or
// has a key for each part, as in a[b][0]=c.
func formDecoder(body io.Reader, header http.Header, schema *openapi3.SchemaRef, enc openapi3filter.EncodingFn) (any, error) {
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	value, err := openapi3filter.UrlencodedBodyDecoder(bytes.NewReader(data), header, schema, enc)
	form, failed := url.ParseQuery(string(data))
	if failed != nil {
		return nil, failed
	}
	if err == nil && !loses(value, form) {
		return value, nil
	}
	return formValue(form, schema), nil
}

// multipartDecoder reads a multipart body with kin-openapi, and gives texts to properties that it knows no type of.
func multipartDecoder(body io.Reader, header http.Header, schema *openapi3.SchemaRef, enc openapi3filter.EncodingFn) (any, error) {
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	value, err := openapi3filter.MultipartBodyDecoder(bytes.NewReader(data), header, schema, enc)
	_, params, failed := mime.ParseMediaType(header.Get("Content-Type"))
	if failed != nil {
		return nil, failed
	}
	parts, failed := multipart.NewReader(bytes.NewReader(data), params["boundary"]).ReadForm(1 << 20)
	if failed != nil {
		return nil, failed
	}
	if err == nil && !loses(value, parts.Value) || err != nil && !loses(nil, parts.Value) {
		return value, err
	}
	object := formValue(parts.Value, schema)
	if read, ok := value.(map[string]any); ok {
		for name, v := range read {
			if v != nil {
				object[name] = v
			}
		}
	}
	for name := range parts.File {
		if object[name] == nil {
			object[name] = "a file"
		}
	}
	return object, nil
}

// formValue is the object that a form says.
func formValue(form url.Values, schema *openapi3.SchemaRef) map[string]any {
	object := map[string]any{}
	f := &flat{}
	if f.add(schema, 0) != nil {
		return object
	}
	for _, c := range f.choices {
		for _, ref := range c.refs {
			_ = f.add(ref, 0)
		}
	}
	for key, texts := range form {
		if f.props[key] != nil || !strings.Contains(key, "[") {
			put(object, key, texts, f.props[key])
			continue
		}
		name, rest, _ := strings.Cut(key, "[")
		path := append([]string{name}, strings.Split(strings.TrimSuffix(rest, "]"), "][")...)
		for _, text := range texts {
			nest(object, path, text)
		}
	}
	for name, refs := range f.props {
		if v, ok := object[name]; ok {
			object[name] = retyped(v, together(refs))
		}
	}
	return object
}

// loses tells whether a value of the form is null, as those of properties without a type are, or has a key for a part.
func loses(value any, form url.Values) bool {
	object, _ := value.(map[string]any)
	for name := range form {
		if v, known := object[name]; strings.Contains(name, "[") || known && v == nil {
			return true
		}
	}
	return false
}

// put sets a property that has keys of its own.
func put(object map[string]any, key string, texts []string, refs []*openapi3.SchemaRef) {
	if len(refs) == 0 {
		object[key] = texts[0]
		return
	}
	f := &flat{}
	if f.add(together(refs), 0) == nil && slices.Contains(f.types, "array") {
		var list []any
		if len(texts) == 1 && json.Unmarshal([]byte(texts[0]), &list) == nil {
			object[key] = list
			return
		}
		for _, text := range texts {
			list = append(list, text)
		}
		object[key] = list
		return
	}
	object[key] = texts[0]
}

// nest sets a value that lies deeper; a part "" is the next of a list.
func nest(object map[string]any, path []string, text string) {
	if len(path) == 1 {
		object[path[0]] = text
		return
	}
	if path[1] == "" {
		list, _ := object[path[0]].([]any)
		object[path[0]] = append(list, text)
		return
	}
	inner, ok := object[path[0]].(map[string]any)
	if !ok {
		inner = map[string]any{}
		object[path[0]] = inner
	}
	nest(inner, path[1:], text)
}

// retyped gives texts the types of their schema.
func retyped(v any, ref *openapi3.SchemaRef) any {
	f := &flat{}
	if ref == nil || f.add(ref, 0) != nil {
		return v
	}
	for _, c := range f.choices {
		for _, variant := range c.refs {
			if own := retyped(decoded([]byte(jsonText(v))), variant); variant.Value != nil && variant.Value.VisitJSON(own) == nil {
				return own
			}
		}
	}
	switch v := v.(type) {
	case string:
		return f.scalar(v)
	case []any:
		for i := range v {
			v[i] = retyped(v[i], f.items)
		}
		return v
	case map[string]any:
		if f.items != nil {
			if list := indexed(v); list != nil {
				return retyped(list, ref)
			}
		}
		for name := range v {
			if refs := f.props[name]; len(refs) > 0 {
				v[name] = retyped(v[name], together(refs))
			} else if f.extra != nil {
				v[name] = retyped(v[name], f.extra)
			}
		}
	}
	return v
}

// indexed is an object with the keys 0, 1 … as a list.
func indexed(object map[string]any) []any {
	list := make([]any, len(object))
	for i := range list {
		v, ok := object[strconv.Itoa(i)]
		if !ok {
			return nil
		}
		list[i] = v
	}
	return list
}

// scalar is what a text says, to a schema that wants no text.
func (f *flat) scalar(text string) any {
	if slices.Contains(f.types, "string") || len(f.types) == 0 && !json.Valid([]byte(text)) {
		return text
	}
	var v any
	if json.Unmarshal([]byte(text), &v) == nil {
		return v
	}
	return text
}
