package source

import (
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestLookup(t *testing.T) {
	var report diag.Report
	document := Read("t.json", []byte(`{"openapi":"3.0.3","x-p":{"/a/{b}":{"get":1},"50%":2,"~":3},"x":[{"y":4}]}`), Options{}, &report)
	for _, test := range []struct{ ref, want string }{
		{"#/x-p/~1a~1{b}/get", "1"},
		{"#/x-p/~1a~1%7Bb%7D/get", "1"},
		{"#/x-p/50%", "2"},
		{"#/x-p/50%25", "2"},
		{"#/x-p/~0", "3"},
		{"#/x/0/y", "4"},
		{"#/x/1", "null"},
		{"#/x/-1", "null"},
		{"#x", "null"},
		{"other.json#/x", "null"},
	} {
		if got := document.Lookup(test.ref).JSON(); got != test.want {
			t.Errorf("Lookup(%q) = %s, want %s", test.ref, got, test.want)
		}
	}
}
