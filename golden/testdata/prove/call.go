package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"time"

	"corpus.test/sdk"
)

// A server answers every call with the same response and keeps the request.
type server struct {
	status int
	media  string
	body   []byte

	location string // header, if not empty

	request *http.Request
	sent    []byte
}

func (s *server) RoundTrip(req *http.Request) (*http.Response, error) {
	s.request = req
	if req.Body != nil {
		sent, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		s.sent = sent
	}
	header := http.Header{"Content-Type": {s.media}}
	if s.location != "" {
		header.Set("Location", s.location)
	}
	return &http.Response{
		StatusCode: s.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: req,
		Header: header,
		Body:   io.NopCloser(bytes.NewReader(s.body)), ContentLength: int64(len(s.body)),
	}, nil
}

// call calls a method with made-up arguments; fill may change them. The options come last.
func call(method reflect.Value, s *server, fill func(i int, arg reflect.Value)) []reflect.Value {
	t := method.Type()
	args := []reflect.Value{reflect.ValueOf(context.Background())}
	for i := 1; i < t.NumIn()-1; i++ {
		arg := reflect.New(t.In(i)).Elem()
		madeUp(arg)
		if fill != nil {
			fill(i, arg)
		}
		args = append(args, arg)
	}
	for _, opt := range []sdk.Option{
		sdk.WithTransport(s), sdk.WithMaxRetries(0), sdk.WithBasicAuth("ACuser", "secret"), sdk.WithBaseURL("https://api.example"),
	} {
		args = append(args, reflect.ValueOf(opt))
	}
	return method.Call(args)
}

// madeUp gives scalars, which are path params, a value that a path can hold.
func madeUp(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		madeUp(v.Index(0))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)))
		}
	}
}

// failure is the error that a call returned last; "" for none.
func failure(results []reflect.Value) string {
	if err, ok := results[len(results)-1].Interface().(error); ok && err != nil {
		return err.Error()
	}
	return ""
}

func proveResponse(method reflect.Value, p proof) ([]diff, string) {
	var c comparer
	s := &server{status: p.Status, media: p.Media, body: p.Example}
	want := decode(p.Example)
	if object, ok := want.(map[string]any); ok && p.Status/100 == 3 { // the example shows the Location header as a body
		s.location, _ = object["redirect_to"].(string)
		want = s.location
	}
	results := call(method, s, nil)
	if p.Status >= 400 {
		c.refusal(results[len(results)-1].Interface(), p)
		return c.diffs, ""
	}
	if failed := failure(results); failed != "" {
		return nil, failed
	}
	if len(results) == 1 {
		return []diff{{Class: "no result", Want: string(p.Example)}}, ""
	}
	c.value("", results[0], want)
	return c.diffs, ""
}

// refusal wants the error of a declared error response, with its body.
func (c *comparer) refusal(err any, p proof) {
	var e *sdk.Error
	if failed, ok := err.(error); !ok || !errors.As(failed, &e) {
		c.add("no error", "", p.Example, err)
		return
	}
	if e.StatusCode != p.Status || string(e.Body) != string(p.Example) {
		c.add("error differs", "", p.Example, e.Error())
	}
}
