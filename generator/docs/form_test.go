package docs

import "testing"

func TestFormLines(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`{"Body":"hi there","Ttl":60,"Flag":true,"Name":"a\nb"}`, "Body=hi there\nTtl=60\nFlag=true\nName=a\\nb"},
		{`{"Tag":["a","b"],"Empty":[],"Attributes":{"a":[1]}}`, "Tag=a\nTag=b\nAttributes={\"a\":[1]}"},
		{`{"X\u202e":"a\u200b"}`, "X\\u202e=a\\u200b"},
		{`[1]`, ""},
		{`{}`, ""},
	} {
		if got, ok := formLines(test.in); ok != (test.want != "") || ok && got != test.want {
			t.Errorf("%s: got %q, want %q", test.in, got, test.want)
		}
	}
}
