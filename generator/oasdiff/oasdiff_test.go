package oasdiff

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generator/diff"
)

const pets = `{"openapi":"3.0.3","info":{"title":"Pets","version":"1"},"paths":{"/pets":{"get":{"parameters":[%s],` +
	`"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"object","properties":{%s}}}}}}}}}}`

func document(param, properties string) []byte { return fmt.Appendf(nil, pets, param, properties) }

// What the rules say arrives with the operation and the names that it is about.
func TestFindings(t *testing.T) {
	limit := `{"name":"limit","in":"query","required":%t,"schema":{"type":"integer"}}`
	for _, test := range []struct {
		name     string
		old, new []byte
		want     string // level, rule, operations, the first name; of those above information
	}{
		{"nothing", document("", `"a":{"type":"string"}`), document("", `"a":{"type":"string"}`), ""},
		{"a param", document(fmt.Sprintf(limit, false), ""), document(fmt.Sprintf(limit, true), ""), "breaking request-parameter-became-required [GET /pets] "},
		{"a property", document("", `"a":{"type":"string"}`), document("", `"a":{"type":"integer"}`), "breaking response-property-type-changed [GET /pets] a"},
	} {
		findings, err := Findings(t.Context(), nil, test.old, test.new)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		var got []string
		for _, f := range findings {
			if f.Level != diff.Info {
				word := ""
				if f.Rule == "response-property-type-changed" {
					word = f.Words[0]
				}
				got = append(got, fmt.Sprint(f.Level, " ", f.Rule, " ", f.Operations, " ", word))
			}
		}
		if joined := strings.Join(got, "; "); joined != test.want {
			t.Errorf("%s: %s, want %s", test.name, joined, test.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	ok := document("", "")
	for _, test := range []struct {
		name     string
		judge    []string
		old, new []byte
		want     string
	}{
		{"no document", nil, []byte(`{"paths":7}`), ok, "kin-openapi: old document: "},
		{"too many references", nil, ok, bytes.Repeat([]byte(`"$ref":`), maxRefs+1), "the document is too large for oasdiff"},
		{"no judge", []string{"/nowhere/judge"}, ok, ok, "/nowhere/judge"},
		{"a judge of other things", []string{"go", "version"}, ok, ok, "oasdiff: "},
	} {
		if _, err := Findings(t.Context(), test.judge, test.old, test.new); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

// A judge that ends without an answer is told by what ended it.
func TestEnded(t *testing.T) {
	late, stop := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer stop()
	given, giveUp := context.WithCancel(t.Context())
	giveUp()
	killed := errors.New("signal: killed")
	for _, test := range []struct {
		ctx       context.Context
		complaint string
		want      string
	}{
		{t.Context(), "runtime: goroutine stack exceeds 9-byte limit\nmore", "oasdiff ended: signal: killed: runtime: goroutine stack exceeds 9-byte limit"},
		{t.Context(), "", "oasdiff takes longer than 20 s of a processor (signal: killed)"},
		{late, "", "oasdiff takes longer than 1m0s"},
		{given, "", "context canceled"},
	} {
		if got := ended(test.ctx, killed, test.complaint).Error(); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

// A judge answers what it is asked, and says what keeps it from that.
func TestServe(t *testing.T) {
	var in, out bytes.Buffer
	if err := gob.NewEncoder(&in).Encode(question{[]byte("{"), document("", "")}); err != nil {
		t.Fatal(err)
	}
	err := serve(&in, &out)
	var a answer
	if err := errors.Join(err, gob.NewDecoder(&out).Decode(&a)); err != nil || !strings.HasPrefix(a.Error, "kin-openapi: old document: ") {
		t.Errorf("%+v, %v", a, err)
	}
	if err := serve(strings.NewReader("x"), &out); err == nil {
		t.Error("a question that is none was answered")
	}
}

func TestLastName(t *testing.T) {
	for _, test := range []struct{ path, want string }{
		{"name", "name"},
		{"meta/participants/items/", "participants"},
		{"items/", "items/"},
		{"", ""},
	} {
		if got := lastName(test.path); got != test.want {
			t.Errorf("lastName(%q) = %q, want %q", test.path, got, test.want)
		}
	}
}
