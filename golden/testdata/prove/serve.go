package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"reflect"
	"strconv"
	"strings"

	"corpus.test/sdk"
)

// An arg is an argument after the context: a path param, the body, or the params.
type arg struct {
	Kind  string
	Value json.RawMessage
}

// A tap keeps the answer that a server in another process gives.
type tap struct {
	header http.Header
	body   []byte
}

func (t *tap) RoundTrip(req *http.Request) (*http.Response, error) {
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	t.header = res.Header
	if t.body, err = io.ReadAll(res.Body); err != nil {
		return nil, err
	}
	res.Body = io.NopCloser(bytes.NewReader(t.body))
	return res, nil
}

// proveCall calls a method with values that the test made of the schema, and compares its result with the answer.
func proveCall(method reflect.Value, p proof) ([]diff, string) {
	t := method.Type()
	args := []reflect.Value{reflect.ValueOf(context.Background())}
	if len(p.Args) != t.NumIn()-2 {
		return nil, fmt.Sprintf("made %d arguments for %s", len(p.Args), t)
	}
	for i, a := range p.Args {
		v := reflect.New(t.In(i + 1)).Elem()
		if err := p.argument(v, a); err != nil {
			return nil, fmt.Sprintf("argument %d cannot hold the value: %v", i+1, err)
		}
		args = append(args, v)
	}
	tapped := &tap{}
	for _, opt := range []sdk.Option{
		sdk.WithTransport(tapped), sdk.WithMaxRetries(0), sdk.WithBaseURL(os.Getenv("PROOF_SERVER")), sdk.WithHeader("X-Proof-Call", strconv.Itoa(p.Call)),
		sdk.WithBasicAuth("proof-user", "proof-password"), sdk.WithBearer("proof-token"), sdk.WithAPIKey("proof-key"),
	} {
		args = append(args, reflect.ValueOf(opt))
	}
	results := method.Call(args)
	if t.NumOut() == 1 && t.Out(0).Kind() == reflect.Func {
		results = firstOf(results[0])
	}
	if failed := failure(results); failed != "" {
		return nil, failed
	}
	if len(results) == 1 {
		return nil, ""
	}
	return tapped.result(chosen(results[0]))
}

// chosen is the field that is set of a result that has one for each status.
func chosen(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return v
	}
	for i := range v.Elem().NumField() {
		_, byStatus := v.Elem().Type().Field(i).Tag.Lookup("status")
		f := v.Elem().Field(i)
		switch {
		case !byStatus:
			return v
		case f.IsZero():
		case f.Kind() == reflect.Pointer && f.Elem().Kind() != reflect.Struct:
			return f.Elem()
		default:
			return f
		}
	}
	return v
}

// firstOf is the first pair of an iterator.
func firstOf(seq reflect.Value) []reflect.Value {
	for v, err := range seq.Seq2() {
		return []reflect.Value{v, err}
	}
	return []reflect.Value{reflect.ValueOf(fmt.Errorf("the iterator is empty"))}
}

func (t *tap) result(v reflect.Value) ([]diff, string) {
	var c comparer
	mediaType := t.header.Get("Content-Type")
	switch got := v.Interface().(type) {
	case *sdk.Stream:
		defer got.Close()
		data, err := io.ReadAll(got)
		if err != nil {
			return nil, err.Error()
		}
		if !bytes.Equal(data, t.body) {
			c.add("stream differs", "", string(t.body), string(data))
		}
		return c.diffs, ""
	case string:
		if location := t.header.Get("Location"); location != "" && len(t.body) == 0 {
			if got != location {
				c.add("location differs", "", location, got)
			}
			return c.diffs, ""
		}
		if !strings.Contains(mediaType, "json") {
			if got != string(t.body) {
				c.add("text differs", "", string(t.body), got)
			}
			return c.diffs, ""
		}
	}
	body := t.body
	if data, found := bytes.CutPrefix(body, []byte("data: ")); found {
		body = data
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, "no body to compare with"
	}
	want := decode(body)
	if list, ok := want.([]any); ok && strings.Contains(mediaType, "ndjson") && len(list) > 0 && v.Kind() != reflect.Slice {
		want = list[0]
	}
	c.value("", v, want)
	if t.header.Get("X-Proof-Made") != "true" { // examples say more than their schema
		kept := c.diffs[:0]
		for _, d := range c.diffs {
			if d.Class != "unknown field" {
				kept = append(kept, d)
			}
		}
		c.diffs = kept
	}
	return c.diffs, ""
}

func (p proof) argument(v reflect.Value, a arg) error {
	if a.Kind != "params" {
		return assign(v, a.Value)
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	for i := range v.NumField() {
		for place, key := range map[string]string{"query": "query", "header": "header", "cookie": "cookie", "form": "body", "json": "body", "wire": "body"} {
			name, ok := v.Type().Field(i).Tag.Lookup(place)
			if place == "json" {
				name, _, _ = strings.Cut(name, ",")
			}
			raw, given := p.Params[key][name]
			if !ok || !given || v.Type().Field(i).Tag.Get("style") == "prefixed" { // its name is not the document's
				continue
			}
			if err := assign(v.Field(i), raw); err != nil {
				return fmt.Errorf("%s %s: %w", place, name, err)
			}
		}
	}
	return nil
}

var (
	fileType   = reflect.TypeFor[sdk.File]()
	readerType = reflect.TypeFor[io.Reader]()
)

// assign sets v to what JSON says; a string is the content of a file.
func assign(v reflect.Value, raw json.RawMessage) error {
	switch {
	case v.Type() == fileType:
		v.Set(reflect.ValueOf(sdk.File{Name: "file.bin", Reader: strings.NewReader(content(raw))}))
	case v.Type() == readerType:
		v.Set(reflect.ValueOf(strings.NewReader(content(raw))))
	case v.Kind() == reflect.Pointer && (v.Type().Elem() == fileType || v.Type().Elem().Kind() == reflect.Struct && holdsFile(v.Type().Elem())):
		v.Set(reflect.New(v.Type().Elem()))
		return assign(v.Elem(), raw)
	case v.Kind() == reflect.Slice && v.Type().Elem() == fileType:
		var list []json.RawMessage
		if err := json.Unmarshal(raw, &list); err != nil {
			return err
		}
		for _, item := range list {
			file := reflect.New(fileType).Elem()
			if err := assign(file, item); err != nil {
				return err
			}
			v.Set(reflect.Append(v, file))
		}
	case v.Kind() == reflect.Struct && holdsFile(v.Type()):
		var members map[string]json.RawMessage
		if err := json.Unmarshal(raw, &members); err != nil {
			return err
		}
		fields, _ := fieldsOf(v)
		for name, item := range members {
			if f, ok := fields[name]; ok {
				if err := assign(f, item); err != nil {
					return err
				}
			}
		}
	default:
		return json.Unmarshal(raw, v.Addr().Interface())
	}
	return nil
}

func content(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return string(raw)
	}
	return text
}

func holdsFile(t reflect.Type) bool {
	for i := range t.NumField() {
		f := t.Field(i).Type
		for f.Kind() == reflect.Pointer || f.Kind() == reflect.Slice {
			f = f.Elem()
		}
		if f == fileType || f == readerType {
			return true
		}
	}
	return false
}
