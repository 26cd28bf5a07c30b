package golden

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A partVector is a body and its parts, as mime/multipart reads them: "name | file name | headers | content".
type partVector struct {
	body any
	want []string
}

func tryParts(t *testing.T, vectors []partVector) int {
	w := newWire(t)
	for _, v := range vectors {
		err := w.send(t, "/x", func(r *sdk.Request) { r.Multipart(v.body) })
		if slices.Equal(v.want, []string{refused}) {
			if err == nil {
				t.Errorf("%+v is sent as %s", v.body, w.body)
			}
			continue
		}
		if err != nil {
			t.Errorf("%+v: %v", v.body, err)
			continue
		}
		got, err := parts(w.got.Header.Get("Content-Type"), strings.NewReader(w.body))
		if diff := cmp.Diff(v.want, got); err != nil || diff != "" {
			t.Errorf("%+v: %v (-want +got)\n%s", v.body, err, diff)
		}
	}
	return len(vectors)
}

// parts reads a multipart body.
func parts(contentType string, body io.Reader) (all []string, err error) {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return nil, err
	}
	reader := multipart.NewReader(body, params["boundary"])
	for {
		part, err := reader.NextRawPart()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return all, err
		}
		var headers []string
		for _, name := range sortedKeys(part.Header) {
			if name != "Content-Disposition" {
				headers = append(headers, name+": "+strings.Join(part.Header[name], ", "))
			}
		}
		all = append(all, fmt.Sprintf("%s | %s | %s | %s", part.FormName(), part.FileName(), strings.Join(headers, "; "), content))
	}
}

func partValues() []partVector {
	type meta struct {
		A int      `json:"a"`
		B []string `json:"b"`
	}
	type scalars struct {
		Text  string               `form:"text" required:"true"`
		Count *int                 `form:"count"`
		Yes   *bool                `form:"yes"`
		On    *sdk.Date            `form:"on"`
		Raw   []byte               `form:"raw"`
		Null  sdk.Nullable[string] `form:"null"`
	}
	type typed struct {
		SDP   string `form:"sdp" content:"application/sdp" required:"true"`
		Quote string `form:"quote" content:"application/json" required:"true"`
	}
	type structured struct {
		Meta  meta            `form:"meta" content:"application/json" required:"true"`
		Free  map[string]int  `form:"free" content:"application/json"`
		Tags  []string        `form:"tags"`
		Metas []meta          `form:"metas" content:"application/json"`
		Comma []string        `form:"comma" explode:"false" style:"form"`
		Deep  map[string]any  `form:"deep" style:"deepObject"`
		AddOn map[string]any  `form:"AddOn" style:"prefixed"`
		ID    string          `form:"id" readonly:"true"`
		More  map[string]any  `extra:"true" json:"-"`
		Plain map[string]bool `form:"plain"`
	}
	const ct = "Content-Type: application/json"
	return []partVector{
		{scalars{}, []string{"text |  |  | "}},
		{scalars{Text: "a b&=%é\r\n--x", Count: new(0), Yes: new(false), On: &sdk.Date{Year: 2026, Month: 1, Day: 31}, Raw: []byte{0xfb, 0xff}, Null: sdk.Null[string]()},
			[]string{"text |  |  | a b&=%é\r\n--x", "count |  |  | 0", "yes |  |  | false", "on |  |  | 2026-01-31", "raw |  |  | +/8=", "null |  |  | "}},
		{typed{"v=0", "a"}, []string{"sdp |  | Content-Type: application/sdp | v=0", "quote |  | " + ct + " | \"a\""}},
		{structured{}, []string{"meta |  | " + ct + ` | {"a":0,"b":[]}`}},
		{structured{Free: map[string]int{"x": 1}, Tags: []string{"a", "b,c"}, Metas: []meta{{A: 1}, {A: 2, B: []string{"x"}}}, ID: "1"},
			[]string{"meta |  | " + ct + ` | {"a":0,"b":[]}`, "free |  | " + ct + ` | {"x":1}`, "tags |  |  | a", "tags |  |  | b,c", "metas |  | " + ct + ` | {"a":1,"b":[]}`, "metas |  | " + ct + ` | {"a":2,"b":["x"]}`}},
		{structured{Comma: []string{"a b", "c"}, Deep: map[string]any{"x": 1, "y": map[string]any{"z": "&"}}, AddOn: map[string]any{"n": map[string]any{"k": "v"}}},
			[]string{"meta |  | " + ct + ` | {"a":0,"b":[]}`, "comma |  |  | a b,c", "deep[x] |  |  | 1", "deep[y][z] |  |  | &", "AddOn.n.k |  |  | v"}},
		{structured{More: map[string]any{"m": "n"}, Plain: map[string]bool{"p": true}},
			[]string{"meta |  | " + ct + ` | {"a":0,"b":[]}`, "m |  |  | n", "plain |  | " + ct + ` | {"p":true}`}},
		{map[string]any{"b": 1, "a": []string{"x", "y"}}, []string{"a |  |  | x", "a |  |  | y", "b |  |  | 1"}},
		{"no form", []string{refused}},
		{map[string]string{"a\r\nb": "c"}, []string{refused}},
	}
}

func partFiles() []partVector {
	type upload struct {
		File  sdk.File   `form:"file" required:"true"`
		Icon  *sdk.File  `form:"icon" content:"image/png"`
		Any   *sdk.File  `form:"any" content:"image/png, image/jpeg"`
		Pages []sdk.File `form:"pages"`
		Bare  io.Reader  `form:"bare"`
		Late  sdk.File   `form:"late"`
	}
	type headed struct {
		Meta    string     `form:"meta" required:"true"`
		Version int        `header:"X-Version" part:"meta" required:"true"`
		Pages   []sdk.File `form:"pages"`
		Tags    []string   `header:"X-Tags" part:"pages"`
		Note    *string    `header:"X-Note" part:"pages"`
	}
	read := strings.NewReader
	const stream = "Content-Type: application/octet-stream"
	return []partVector{
		{upload{File: sdk.File{Reader: read("x")}}, []string{"file | file | " + stream + " | x"}},
		{upload{File: sdk.File{Name: "a \"b\"\\é.txt", ContentType: "text/plain; charset=utf-8", Reader: read("x\r\n")}}, []string{"file | a \"b\"\\é.txt | Content-Type: text/plain; charset=utf-8 | x\r\n"}},
		{upload{File: sdk.File{}}, []string{"file | file | " + stream + " | "}},
		{upload{File: sdk.File{Name: "a", Reader: read("")}, Icon: &sdk.File{Name: "i.png", Reader: read("png")}, Any: &sdk.File{Name: "a", Reader: read("any")}},
			[]string{"file | a | " + stream + " | ", "icon | i.png | Content-Type: image/png | png", "any | a | " + stream + " | any"}},
		{upload{File: sdk.File{Name: "a"}, Icon: &sdk.File{Name: "i", ContentType: "image/webp", Reader: read("w")}, Pages: []sdk.File{{Name: "1", Reader: read("one")}, {Name: "2", Reader: read("two")}}, Bare: read("bare")},
			[]string{"file | a | " + stream + " | ", "icon | i | Content-Type: image/webp | w", "pages | 1 | " + stream + " | one", "pages | 2 | " + stream + " | two", "bare | bare | " + stream + " | bare"}},
		{upload{File: sdk.File{Name: "a", Reader: io.MultiReader(read("o"), read("k"))}}, []string{"file | a | " + stream + " | ok"}}, // which cannot seek
		{upload{File: sdk.File{Name: "a", Reader: bytes.NewReader(bytes.Repeat([]byte("\r\n--"), 100_000))}}, []string{"file | a | " + stream + " | " + strings.Repeat("\r\n--", 100_000)}},
		{upload{File: sdk.File{Name: "a\nb", Reader: read("x")}}, []string{refused}},
		{upload{File: sdk.File{Name: "a", ContentType: "text/plain\r\nX: y", Reader: read("x")}}, []string{refused}},
		{headed{Meta: "m", Version: 2, Pages: []sdk.File{{Name: "1", Reader: read("one")}, {Name: "2", Reader: read("two")}}, Tags: []string{"a", "b"}},
			[]string{"meta |  | X-Version: 2 | m", "pages | 1 | " + stream + "; X-Tags: a,b | one", "pages | 2 | " + stream + "; X-Tags: a,b | two"}},
		{headed{Meta: "m", Note: new("a\nb")}, []string{refused}},
		{map[string]any{"f": sdk.File{Name: "a", Reader: read("x")}, "n": nil, "t": "text"}, []string{"f | a | " + stream + " | x", "t |  |  | text"}},
		{sdk.File{Name: "a.png", ContentType: "image/png", Reader: read("png")}, []string{"file | a.png | Content-Type: image/png | png"}},
		{[]sdk.File{{Name: "1", Reader: read("one")}, {Name: "2", Reader: read("two")}}, []string{"file | 1 | " + stream + " | one", "file | 2 | " + stream + " | two"}},
		{[]sdk.File{}, nil},
		{map[string]sdk.File{"f": {Name: "a", Reader: read("x")}}, []string{"f | a | " + stream + " | x"}},
	}
}

// tryStreamed uploads what does not exist before the server has seen the beginning of the body.
func tryStreamed(t *testing.T) int {
	for _, put := range []func(*sdk.Request, io.Reader){
		func(r *sdk.Request, file io.Reader) {
			r.Multipart(tagged(`form:"v"`, sdk.File{Name: "a", Reader: file}))
		},
		func(r *sdk.Request, file io.Reader) { r.Raw("application/octet-stream", file) },
	} {
		begun := make(chan struct{})
		server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if r.ContentLength != -1 {
				t.Errorf("Content-Length is %d, of what nobody can know", r.ContentLength)
			}
			first := make([]byte, 5)
			_, _ = io.ReadFull(r.Body, first)
			close(begun)
			rest, err := io.ReadAll(r.Body)
			if all := string(first) + string(rest); err != nil || !strings.Contains(all, "begin…end") {
				t.Errorf("got %q, %v", all, err)
			}
		}))
		reader, writer := io.Pipe()
		go func() {
			_, _ = io.WriteString(writer, "begin")
			<-begun
			_, _ = io.WriteString(writer, "…end")
			_ = writer.Close()
		}()
		req := sdk.NewRequest(http.MethodPost, "/x")
		put(req, reader)
		if err := sdk.SendEmpty(t.Context(), sdk.NewClient(sdk.Config{BaseURL: server.URL}), req); err != nil {
			t.Error(err)
		}
		server.Close()
	}
	return 2
}

// tryMixed sends lists whose parts are known by their order, under media types other than that of forms.
func tryMixed(t *testing.T) int {
	read := strings.NewReader
	vectors := []struct {
		mediaType string
		body      any
		want      []string
	}{
		{"multipart/mixed", []any{"text", 1, map[string]int{"a": 1}}, []string{" |  |  | text", " |  |  | 1", " |  | Content-Type: application/json | {\"a\":1}"}},
		{"multipart/mixed", []sdk.File{{Name: "a", ContentType: "image/png", Reader: read("png")}}, []string{" | a | Content-Type: image/png | png"}},
		{"multipart/related", []rgb{color}, []string{" |  | Content-Type: application/json | {\"R\":100,\"G\":200,\"B\":150}"}},
		{"multipart/mixed", map[string]string{"a": "b"}, []string{"a |  |  | b"}},
	}
	w := newWire(t)
	for _, v := range vectors {
		if err := w.send(t, "/x", func(r *sdk.Request) { r.MultipartAs(v.mediaType, v.body) }); err != nil {
			t.Errorf("%+v: %v", v.body, err)
			continue
		}
		contentType := w.got.Header.Get("Content-Type")
		got, err := parts(contentType, read(w.body))
		if diff := cmp.Diff(v.want, got); err != nil || diff != "" || !strings.HasPrefix(contentType, v.mediaType+"; boundary=") {
			t.Errorf("%s %+v: %v (-want +got)\n%s", contentType, v.body, err, diff)
		}
	}
	return len(vectors)
}
