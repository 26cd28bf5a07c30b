package golden

import (
	"io"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A halfReader reads once and cannot go back.
type halfReader struct{ io.Reader }

func tryReplays(t *testing.T) (vectors int) {
	type file struct {
		Note string   `form:"note"`
		Data sdk.File `form:"data"`
	}
	seekable := func() io.Reader { return strings.NewReader("content") }
	once := func() io.Reader { return halfReader{strings.NewReader("content")} }
	advanced := func() io.Reader {
		r := strings.NewReader("skipped content")
		if _, err := io.CopyN(io.Discard, r, 8); err != nil {
			t.Error(err)
		}
		return r
	}
	for _, test := range []struct {
		name   string
		build  func(*sdk.Request)
		again  bool
		within string
	}{
		{"none", nil, true, ""},
		{"JSON", func(r *sdk.Request) { r.JSON(map[string]string{"a": "content"}) }, true, `{"a":"content"}`},
		{"text", func(r *sdk.Request) { r.Text("text/plain", "content") }, true, "content"},
		{"form", func(r *sdk.Request) { r.Form(tagged(`form:"a"`, "content")) }, true, "a=content"},
		{"reader that can seek", func(r *sdk.Request) { r.Raw("text/plain", seekable()) }, true, "content"},
		{"reader that stands further on", func(r *sdk.Request) { r.Raw("text/plain", advanced()) }, true, "content"},
		{"reader that cannot", func(r *sdk.Request) { r.Raw("text/plain", once()) }, false, "content"},
		{"file that can seek", func(r *sdk.Request) { r.Multipart(file{"n", sdk.File{Name: "f", Reader: seekable()}}) }, true, "content"},
		{"file that cannot", func(r *sdk.Request) { r.Multipart(file{"n", sdk.File{Name: "f", Reader: once()}}) }, false, "content"},
	} {
		for _, method := range []string{"PUT", "DELETE", "POST"} {
			for _, failure := range []any{503, errReset} {
				s := &scripted{steps: []any{failure, failure, 204}}
				err := s.call(t, method, test.build, sdk.WithIdempotencyKey("k"))
				want := 1
				if test.again {
					want = 3
				}
				whole := true
				for _, b := range s.bodies {
					whole = whole && b == s.bodies[0] && strings.Contains(b, test.within)
				}
				if len(s.at) != want || !whole || (err == nil) != test.again {
					t.Errorf("%s, %s, %v: %d attempts with %q, %v, want %d", method, test.name, failure, len(s.at), s.bodies, err, want)
				}
				vectors++
			}
		}
	}
	return vectors
}

func tryKeys(t *testing.T) (vectors int) {
	seen := map[string]bool{}
	for _, method := range []string{"POST", "PATCH", "PUT", "DELETE", "GET"} {
		for _, given := range []string{"", "option", "param", "header"} {
			for _, taken := range []bool{true, false} {
				s := &scripted{steps: []any{503, errReset, 204}}
				var opts []sdk.Option
				switch given {
				case "option":
					opts = append(opts, sdk.WithIdempotencyKey("mine"))
				case "header":
					opts = append(opts, sdk.WithHeader("idempotency-key", "mine"))
				}
				_ = s.call(t, method, func(r *sdk.Request) { // a 503 where it is not tried again
					if given == "param" {
						r.Params(tagged(`header:"Idempotency-Key"`, "mine"))
					}
					if taken {
						r.IdempotencyKey("Idempotency-Key")
					}
				}, opts...)
				idempotent := method != "POST" && method != "PATCH"
				attempts, first := 1, s.keys[0]
				if idempotent || given != "" || taken {
					attempts = 3
				}
				made := given == "" && taken
				if len(s.keys) != attempts || made && (len(first) < 26 || seen[first]) || !made && (first == "mine") != (given != "") {
					t.Errorf("%s, key by %q, taken %v: keys %q, want %d", method, given, taken, s.keys, attempts)
				}
				for _, key := range s.keys {
					if key != first {
						t.Errorf("%s, key by %q: keys %q differ", method, given, s.keys)
					}
				}
				seen[first] = made
				vectors++
			}
		}
	}
	for _, key := range []string{"a\r\nX: y", "a\nb", "\x00"} {
		s := &scripted{steps: []any{204}}
		if err := s.call(t, "POST", nil, sdk.WithIdempotencyKey(key)); err == nil || len(s.at) != 0 {
			t.Errorf("key %q: %v after %d attempts, want a refusal", key, err, len(s.at))
		}
		vectors++
	}
	return vectors
}
