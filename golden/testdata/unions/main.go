// Unions sends payloads through emitted packages: it reads each as an answer, tells which variants its unions became,
// and sends what was read as a request.
//
//	unions cases.json
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"
)

// A payload is a case.
type payload struct {
	Name, Type string // "user", "vapi.SessionMessage"
	JSON       string
}

// An outcome says what became of one.
type outcome struct {
	Name     string
	Variants []string // "messages.0 UserMessage"
	Sent     string
	Failed   string
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	var all []payload
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	out := json.NewEncoder(os.Stdout)
	for _, p := range all {
		o := prove(p)
		o.Name = p.Name
		if err := out.Encode(o); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// prove takes a payload there and back through the client of its package.
func prove(p payload) (o outcome) {
	make, ok := types[p.Type]
	if !ok {
		return outcome{Failed: "no type " + p.Type}
	}
	value := make()
	pkg, _, _ := strings.Cut(p.Type, ".")
	if err := receive[pkg](wire(p.JSON, nil), value); err != nil {
		return outcome{Failed: err.Error()}
	}
	o.Variants = variants(nil, "", reflect.ValueOf(value).Elem())
	if err := send[pkg](wire(`{}`, &o.Sent), value); err != nil {
		o.Failed = err.Error()
	}
	return o
}

// wire answers every request with text, and keeps what was sent.
func wire(text string, sent *string) http.RoundTripper {
	return roundTrip(func(req *http.Request) (*http.Response, error) {
		if sent != nil && req.Body != nil {
			body, err := io.ReadAll(req.Body)
			if err != nil {
				return nil, err
			}
			*sent = string(body)
		}
		return &http.Response{
			Status: "200 OK", StatusCode: 200, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: req,
			Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(text)),
		}, nil
	})
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }
