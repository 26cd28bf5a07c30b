package golden

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A contentVector is a request with one body or several, and what of it arrives.
type contentVector struct {
	opts  []sdk.Option
	build func(*sdk.Request)
	types string // Content-Type and Accept: "application/json, application/json"
	body  string
}

// A pet is a value that several representations can carry.
type pet struct {
	Name string   `json:"name" xml:"name,attr"`
	Tags []string `json:"tags,omitzero" xml:"tags>tag"`
}

func tryContents(t *testing.T, vectors []contentVector) int {
	for i, v := range vectors {
		w := newWire(t, v.opts...)
		err := w.send(t, "/x", v.build)
		if v.types == refused {
			if err == nil || w.got != nil {
				t.Errorf("%d: sent as %q", i, w.body)
			}
			continue
		}
		if err != nil {
			t.Errorf("%d: %v", i, err)
			continue
		}
		got := w.got.Header.Get("Content-Type")
		if _, ok := w.got.Header["Content-Type"]; !ok {
			got = "none"
		}
		kind, _, _ := strings.Cut(got, "; boundary=")
		if got := kind + ", " + w.got.Header.Get("Accept"); got != v.types || !strings.HasPrefix(kind, "multipart/") && w.body != v.body {
			t.Errorf("%d: %s: %q, want %s: %q", i, got, w.body, v.types, v.body)
		}
	}
	return len(vectors)
}

// usualTypes are the media types that go without saying, or are said by the document.
func usualTypes() []contentVector {
	return []contentVector{
		{nil, func(*sdk.Request) {}, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.JSON((*pet)(nil)) }, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.Form((*pet)(nil)) }, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.Multipart((*pet)(nil)) }, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.XML("application/xml", "pet", (*pet)(nil)) }, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.Raw("image/png", nil) }, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.Lines("application/x-ndjson", []pet(nil)) }, "none, application/json", ""},
		{nil, func(r *sdk.Request) { r.JSON(pet{}) }, "application/json, application/json", `{"name":""}`},
		{nil, func(r *sdk.Request) { r.JSONAs("application/scim+json; charset=utf-8", pet{}) }, "application/scim+json; charset=utf-8, application/json", `{"name":""}`},
		{nil, func(r *sdk.Request) { r.Form(pet{Name: "a b", Tags: []string{"x", "y"}}) }, "application/x-www-form-urlencoded, application/json", "name=a+b&tags=x&tags=y"},
		{nil, func(r *sdk.Request) { r.Multipart(pet{}) }, "multipart/form-data, application/json", ""},
		{nil, func(r *sdk.Request) { r.MultipartAs("multipart/mixed", pet{}) }, "multipart/mixed, application/json", ""},
		{nil, func(r *sdk.Request) { r.XML("text/xml", "pet", pet{Name: "a"}) }, "text/xml, application/json", xmlHead + `<pet name="a"></pet>`},
		{nil, func(r *sdk.Request) { r.Text("text/plain; charset=utf-8", "é") }, "text/plain; charset=utf-8, application/json", "é"},
		{nil, func(r *sdk.Request) { r.Raw("image/png", strings.NewReader("png")) }, "image/png, application/json", "png"},
		{nil, func(r *sdk.Request) { r.Lines("application/x-ndjson", []pet{{Name: "a"}, {Name: "b\nc"}}) }, "application/x-ndjson, application/json", "{\"name\":\"a\"}\n{\"name\":\"b\\nc\"}\n"},
		{nil, func(r *sdk.Request) { r.Lines("application/json-seq", []int{1, 2}) }, "application/json-seq, application/json", "\x1e1\n\x1e2\n"},
		{nil, func(r *sdk.Request) { r.Lines("application/jsonl", []pet{}) }, "application/jsonl, application/json", ""},
		{nil, func(r *sdk.Request) { r.Accept("application/vnd.demo+json") }, "none, application/vnd.demo+json", ""},
		{nil, func(r *sdk.Request) { r.AcceptXML("text/xml") }, "none, text/xml", ""},
		{[]sdk.Option{sdk.WithHeader("Accept", "text/csv")}, func(r *sdk.Request) { r.JSON(1) }, "application/json, text/csv", "1"},
		{[]sdk.Option{sdk.WithHeader("Content-Type", "text/json")}, func(r *sdk.Request) { r.JSON(1) }, "text/json, application/json", "1"},
	}
}

// chosenTypes are those that an option asks for.
func chosenTypes() []contentVector {
	as := func(mediaType string) []sdk.Option { return []sdk.Option{sdk.WithContentType(mediaType)} }
	several := func(r *sdk.Request) {
		r.JSON(pet{Name: "a"})
		r.XML("application/xml", "pet", pet{Name: "a"})
		r.Form(pet{Name: "a"})
		r.Multipart(pet{Name: "a"})
	}
	optional := func(r *sdk.Request) {
		r.JSON((*pet)(nil))
		r.Form((*pet)(nil))
	}
	raw := func(r *sdk.Request) { r.Raw("image/png", strings.NewReader("png")) }
	text := func(r *sdk.Request) { r.Text("text/plain", "a,b") }
	return []contentVector{
		{nil, several, "application/json, application/json", `{"name":"a"}`},
		{as("application/json"), several, "application/json, application/json", `{"name":"a"}`},
		{as("Application/XML"), several, "application/xml, application/json", xmlHead + `<pet name="a"></pet>`},
		{as("application/x-www-form-urlencoded"), several, "application/x-www-form-urlencoded, application/json", "name=a"},
		{as("multipart/form-data"), several, "multipart/form-data, application/json", ""},
		{as("text/csv"), several, refused, ""},
		{as("application/x-www-form-urlencoded"), optional, "none, application/json", ""},
		{as("multipart/form-data; boundary=x"), func(r *sdk.Request) { r.Raw("multipart/form-data", strings.NewReader("--x--")) }, "multipart/form-data, application/json", ""},
		{as("image/jpeg"), raw, "image/jpeg, application/json", "png"},
		{as("text/csv"), text, "text/csv, application/json", "a,b"},
		{[]sdk.Option{sdk.WithBody("application/cbor", strings.NewReader("\xa0"))}, several, "application/cbor, application/json", "\xa0"},
		{[]sdk.Option{sdk.WithBody("application/cbor", strings.NewReader("\xa0"))}, func(*sdk.Request) {}, "application/cbor, application/json", "\xa0"},
		{[]sdk.Option{sdk.WithBody("a\nb", strings.NewReader("x"))}, several, refused, ""},
	}
}

// tryLines reads lines and records as they come.
func tryLines(t *testing.T) int {
	vectors := []struct {
		contentType, text string
		want              []pet
		fails             bool
	}{
		{"application/x-ndjson", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n", []pet{{Name: "a"}, {Name: "b"}}, false},
		{"application/x-ndjson", "{\"name\":\"a\"}\r\n\r\n  {\"name\":\"b\"}", []pet{{Name: "a"}, {Name: "b"}}, false},
		{"application/jsonl; charset=utf-8", "\n\n{\"name\":\"\\u2028é\"}\n\n", []pet{{Name: "\u2028é"}}, false},
		{"application/x-ndjson", "", nil, false},
		{"application/json-seq", "\x1e{\n  \"name\": \"a\"\n}\n\x1e{\"name\":\"b\"}\n", []pet{{Name: "a"}, {Name: "b"}}, false},
		{"application/geo+json-seq", "\x1e\x1e{\"name\":\"a\"}\n", []pet{{Name: "a"}}, false},
		{"application/x-ndjson", "{\"name\":\"a\"}\n{\"na", []pet{{Name: "a"}}, true},
		{"application/x-ndjson", "{\"name\":\"a\"}\n<html>\n", []pet{{Name: "a"}}, true},
		{"text/html", "<html>\n", nil, true},
	}
	for _, v := range vectors {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", v.contentType)
			_, _ = io.WriteString(w, v.text)
		}))
		var got []pet
		var failure error
		client := sdk.NewClient(sdk.Config{BaseURL: server.URL})
		for line, err := range sdk.SendLines[pet](t.Context(), client, sdk.NewRequest(http.MethodGet, "/x")) {
			if failure = err; err == nil {
				got = append(got, line)
			}
		}
		server.Close()
		if diff := cmp.Diff(v.want, got); diff != "" || (failure != nil) != v.fails {
			t.Errorf("%q: %v (-want +got)\n%s", v.text, failure, diff)
		}
	}
	return len(vectors)
}

// tryDownloads saves streams: whole, up to a limit, with progress, and into what breaks.
func tryDownloads(t *testing.T) int {
	const size = 100_000
	vectors := []struct {
		known, cut bool
		limit      int64
		w          io.Writer
		written    int64
		fails      bool
	}{
		{known: true, written: size},
		{written: size},
		{known: true, limit: size, written: size},
		{limit: size, written: size},
		{known: true, limit: size - 1, fails: true},
		{limit: size - 1, written: size - 1, fails: true},
		{limit: 1, written: 1, fails: true},
		{known: true, cut: true, written: size / 2, fails: true},
		{cut: true, written: size / 2, fails: true},
		{known: true, w: broken{}, fails: true},
	}
	for i, v := range vectors {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			sent := size
			if v.known {
				w.Header().Set("Content-Length", "100000")
			}
			if v.cut {
				sent /= 2
			}
			_, _ = w.Write(bytes.Repeat([]byte("x"), sent))
			w.(http.Flusher).Flush()
			if v.cut {
				panic(http.ErrAbortHandler)
			}
		}))
		stream, err := sdk.SendStream(t.Context(), sdk.NewClient(sdk.Config{BaseURL: server.URL}), sdk.NewRequest(http.MethodGet, "/x"))
		if err != nil {
			t.Fatal(err)
		}
		var into bytes.Buffer
		var progress, sizes []int64
		if v.w == nil {
			v.w = &into
		}
		n, err := stream.Save(v.w, v.limit, func(written, size int64) { progress, sizes = append(progress, written), append(sizes, size) })
		server.Close()
		whole := map[bool]int64{true: size, false: -1}[v.known]
		if n != v.written || int64(into.Len()) != v.written || (err != nil) != v.fails {
			t.Errorf("%d: %d bytes, %d arrived, %v; want %d", i, n, into.Len(), err, v.written)
		}
		if n > 0 && (!slices.IsSorted(progress) || progress[len(progress)-1] != n || sizes[0] != whole) {
			t.Errorf("%d: progress %v of %v", i, progress, sizes)
		}
	}
	return len(vectors)
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// tryOwnHeaders gives params the names of headers that a client sets by itself: each is sent once.
func tryOwnHeaders(t *testing.T) int {
	vectors := []struct {
		tag, want string
		read      func(*http.Request) []string
	}{
		{`header:"User-Agent"`, "own", func(r *http.Request) []string { return r.Header.Values("User-Agent") }},
		{`header:"user-agent"`, "own", func(r *http.Request) []string { return r.Header.Values("User-Agent") }},
		{`header:"Host"`, "own", func(r *http.Request) []string { return []string{r.Host} }},
		{`header:"accept"`, "own", func(r *http.Request) []string { return r.Header.Values("Accept") }},
		{`header:"X-Lower-case"`, "own", func(r *http.Request) []string { return r.Header.Values("X-Lower-Case") }},
		{`header:"Idempotency-Key"`, "own", func(r *http.Request) []string { return r.Header.Values("Idempotency-Key") }},
	}
	w := newWire(t)
	for _, v := range vectors {
		if err := w.send(t, "/x", func(r *sdk.Request) { r.Params(tagged(v.tag, "own")) }); err != nil {
			t.Errorf("%s: %v", v.tag, err)
		} else if got := v.read(w.got); !slices.Equal(got, []string{v.want}) {
			t.Errorf("%s: %q", v.tag, got)
		}
	}
	return len(vectors)
}
