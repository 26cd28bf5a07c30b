package main

import (
	"bytes"
	"context"
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
	return &http.Response{
		StatusCode: s.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: req,
		Header: http.Header{"Content-Type": {s.media}},
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
	results := call(method, &server{status: p.Status, media: p.Media, body: p.Example}, nil)
	if failed := failure(results); failed != "" {
		return nil, failed
	}
	if len(results) == 1 {
		return []diff{{Class: "no result", Want: string(p.Example)}}, ""
	}
	var c comparer
	c.value("", results[0], decode(p.Example))
	return c.diffs, ""
}
