package golden

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// jsonOf is a value as JSON.
func jsonOf(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Error(err)
	}
	return string(b)
}

// tryReplyLocations resolves each reference of RFC 3986 against its base, http://a/b/c/d;p?q.
func tryReplyLocations(t *testing.T) int {
	vectors := strings.Fields(`
		g:h g:h  g http://a/b/c/g  ./g http://a/b/c/g  g/ http://a/b/c/g/  /g http://a/g  //g http://g
		?y http://a/b/c/d;p?y  g?y http://a/b/c/g?y  #s http://a/b/c/d;p?q#s  g#s http://a/b/c/g#s
		g?y#s http://a/b/c/g?y#s  ;x http://a/b/c/;x  g;x http://a/b/c/g;x  g;x?y#s http://a/b/c/g;x?y#s
		. http://a/b/c/  ./ http://a/b/c/  .. http://a/b/  ../ http://a/b/  ../g http://a/b/g
		../.. http://a/  ../../ http://a/  ../../g http://a/g  ../../../g http://a/g  ../../../../g http://a/g
		/./g http://a/g  /../g http://a/g  g. http://a/b/c/g.  .g http://a/b/c/.g  g.. http://a/b/c/g..
		..g http://a/b/c/..g  ./../g http://a/b/g  ./g/. http://a/b/c/g/  g/./h http://a/b/c/g/h  g/../h http://a/b/c/h
		g;x=1/./y http://a/b/c/g;x=1/y  g;x=1/../y http://a/b/c/y  g?y/./x http://a/b/c/g?y/./x
		g?y/../x http://a/b/c/g?y/../x  g#s/./x http://a/b/c/g#s/./x  g#s/../x http://a/b/c/g#s/../x`)
	for i := 0; i < len(vectors); i += 2 {
		status := []int{301, 302, 303, 307, 308, 201}[i/2%6]
		client := sdk.NewClient(sdk.Config{BaseURL: "http://a"}, sdk.WithQuery("q", ""), sdk.WithTransport(cannedTransport{
			status: status, header: map[string]string{"Location": vectors[i]},
		}))
		got, err := sdk.SendLocation(t.Context(), client, sdk.NewRequest(http.MethodGet, "/b/c/d;p"))
		want := strings.Replace(vectors[i+1], "?q", "?q=", 1) // the query of our requests has a value
		if err != nil || got != want {
			t.Errorf("Location %q: %s, %v, want %s", vectors[i], got, err, want)
		}
	}
	return len(vectors) / 2
}

func tryReplyMediaTypes(t *testing.T) int {
	vectors := []string{
		"", "application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/hal+json", "application/vnd.api+json;version=1",
		"application/problem+json", "text/json", "text/html", "text/html; charset=utf-8", "text/plain", "text/javascript", "application/javascript",
		"application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded", "no media type at all", "application/json;;", "*/*",
	}
	for _, mediaType := range vectors {
		client := replyingClient(t, cannedReply{200, map[string]string{"Content-Type": mediaType}, `{"name":"a"}`})
		if got, err := sdk.Send[conformPet](t.Context(), client, anyGet()); err != nil || got.Name != "a" {
			t.Errorf("%q: %v, %v", mediaType, got, err)
		}
	}
	return len(vectors)
}

func tryReplyHTML(t *testing.T) int {
	count := 0
	page := "<!doctype html><html><title>Sign in</title></html>"
	for _, status := range []int{200, 201, 203, 401, 403, 407, 500, 502, 503, 504, 511} {
		for _, mediaType := range []string{"text/html", "text/html; charset=utf-8", "application/json", ""} {
			client := replyingClient(t, cannedReply{status, map[string]string{"Content-Type": mediaType}, page})
			v, err := sdk.Send[conformPet](t.Context(), client, anyGet())
			if e := wantError(t, err, status); v != nil || string(e.Body) != page || !strings.Contains(err.Error(), "Sign in") {
				t.Errorf("%d %q: %v, %v", status, mediaType, v, err)
			}
			_, err = sdk.SendValue[any](t.Context(), client, anyGet())
			wantError(t, err, status)
			count += 2
		}
	}
	return count
}

func tryReplyCharsets(t *testing.T) int {
	utf16 := func(s string, high, low int) string {
		var b strings.Builder
		for _, r := range s {
			unit := [2]byte{}
			unit[high], unit[low] = byte(r>>8), byte(r)
			b.Write(unit[:])
		}
		return b.String()
	}
	const text = `{"name":"é€"}`
	vectors := []struct{ mediaType, body string }{
		{"application/json", text},
		{"application/json; charset=utf-8", text},
		{"application/json; charset=UTF8", text},
		{`application/json; charset="utf-8"`, text},
		{"application/json; charset=x-unheard-of", text},
		{"application/json; charset=", text},
		{"application/json", "\xef\xbb\xbf" + text},
		{"application/json; charset=iso-8859-1", "\xef\xbb\xbf" + text},
		{"application/json", "\xff\xfe" + utf16(text, 1, 0)},
		{"application/json", "\xfe\xff" + utf16(text, 0, 1)},
		{"application/json; charset=utf-16le", utf16(text, 1, 0)},
		{"application/json; charset=UTF-16BE", utf16(text, 0, 1)},
		{"application/json; charset=utf-16", utf16(text, 0, 1)},
		{"application/json; charset=utf-16", "\xff\xfe" + utf16(text, 1, 0)},
		{"application/json; charset=windows-1252", "{\"name\":\"\xe9\x80\"}"},
		{"text/html; charset=iso-8859-1", "{\"name\":\"\xe9\x80\"}"},
		{"application/json; charset=latin1", "{\"name\":\"\xe9\x80\"}"},
	}
	for _, v := range vectors {
		client := replyingClient(t, cannedReply{200, map[string]string{"Content-Type": v.mediaType}, v.body})
		if got, err := sdk.Send[conformPet](t.Context(), client, anyGet()); err != nil || got.Name != "é€" {
			t.Errorf("%s: %+v, %v", v.mediaType, got, err)
		}
		if got, err := sdk.SendText(t.Context(), client, anyGet()); err != nil || got != text {
			t.Errorf("%s: %q, %v", v.mediaType, got, err)
		}
	}
	return 2 * len(vectors)
}

func tryReplyGzip(t *testing.T) int {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, _ = w.Write([]byte(`{"name":"zipped"}`))
	_ = w.Close()
	header := map[string]string{"Content-Type": "application/json", "Content-Encoding": "gzip"}
	vectors := []struct {
		client *sdk.Client
		status int
	}{
		{replyingClient(t, cannedReply{200, header, zipped.String()}), 200}, // the transport asks, and unpacks
		{replyingClient(t, cannedReply{404, header, zipped.String()}), 404},
		{replyingClient(t, cannedReply{200, header, zipped.String()}, sdk.WithHeader("Accept-Encoding", "gzip")), 200}, // it leaves that to us
		{replyingClient(t, cannedReply{500, header, zipped.String()}, sdk.WithHeader("Accept-Encoding", "gzip")), 500},
		{cannedClient(cannedReply{200, header, zipped.String()}), 200}, // a transport that unpacks nothing
		{cannedClient(cannedReply{200, header, `{"name":"zipped"}`}), 200},
	}
	for i, v := range vectors {
		var got sdk.Response
		p, err := sdk.Send[conformPet](t.Context(), v.client, anyGet())
		if v.status != 200 {
			if e := wantError(t, err, v.status); string(e.Body) != `{"name":"zipped"}` {
				t.Errorf("%d: %q", i, e.Body)
			}
			continue
		}
		if err != nil || p.Name != "zipped" {
			t.Errorf("%d: %v, %v, %v", i, p, err, got)
		}
	}
	return len(vectors)
}

// tryReplyJSONSuite lets a method read each text of the suite; what RFC 8259 leaves open may be either.
func tryReplyJSONSuite(t *testing.T) int {
	folder := suiteFolder("JSONTestSuite/test_parsing")
	files, err := fs.Glob(os.DirFS(folder), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		return -1
	}
	for _, name := range files {
		body, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		_, err = sdk.SendValue[any](t.Context(), cannedClient(cannedReply{200, jsonHeader, string(body)}), anyGet())
		switch {
		case strings.HasPrefix(name, "y_") && err != nil:
			t.Errorf("%s: %v", name, err)
		case strings.HasPrefix(name, "n_"), strings.HasPrefix(name, "i_") && err != nil:
			wantError(t, err, 200)
		}
	}
	return len(files)
}
