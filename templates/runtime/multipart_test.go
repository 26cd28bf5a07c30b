package sdk

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type upload struct {
	File    File              `form:"file" required:"true"`
	More    []File            `form:"more"`
	Reader  io.Reader         `form:"reader"`
	Maybe   *File             `form:"maybe"`
	Name    *string           `form:"name"`
	Tags    []string          `form:"tags"`
	Joined  []string          `form:"joined" style:"form" explode:"false"`
	Meta    *nested           `form:"meta"`
	JSON    []nested          `form:"json" content:"application/json"`
	Note    *string           `form:"note" content:"text/markdown"`
	Count   int               `form:"count" required:"true"`
	Server  string            `form:"server" readonly:"true"`
	Further map[string]string `json:"-" extra:"true"`
}

// parts describes a multipart body as a server reads it.
func parts(r *http.Request) string {
	reader, err := r.MultipartReader()
	if err != nil {
		return err.Error()
	}
	var out []string
	for {
		part, err := reader.NextRawPart()
		if errors.Is(err, io.EOF) {
			return strings.Join(out, "\n")
		}
		if err != nil {
			return strings.Join(append(out, err.Error()), "\n")
		}
		body, _ := io.ReadAll(part)
		out = append(out, fmt.Sprintf("%s|%s|%s|%s", part.FormName(), part.FileName(), part.Header.Get("Content-Type"), body))
	}
}

func TestMultipart(t *testing.T) {
	var got string
	var length int64
	client, _ := serve(t, nil)
	handler := func(r *http.Request) (*http.Response, error) {
		got, length = parts(r), r.ContentLength
		return respond(r, 200, "{}"), nil
	}
	client.settings.http.Transport = transport(handler)
	path := filepath.Join(t.TempDir(), "f.txt")
	if err := os.WriteFile(path, []byte("from disk"), 0o600); err != nil {
		t.Fatal(err)
	}
	disk, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close()
	req := NewRequest("POST", "/m")
	req.Multipart(upload{
		File:    File{Name: `c"a\t é.png`, ContentType: "image/png", Reader: strings.NewReader("PNG")},
		More:    []File{{Name: "a", Reader: disk}, {Reader: strings.NewReader("")}},
		Name:    Ptr("--boundary\r\nX: y"),
		Tags:    []string{"a", "b"},
		Joined:  []string{"a", "b"},
		Meta:    &nested{Name: "n"},
		JSON:    []nested{{Name: "x"}},
		Note:    Ptr("# hi"),
		Server:  "never",
		Further: map[string]string{"k": "v"},
	})
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "parts", got, strings.Join([]string{
		`file|c"a\t é.png|image/png|PNG`,
		"more|a|application/octet-stream|from disk",
		"more|more|application/octet-stream|",
		"name|||--boundary\r\nX: y",
		"tags|||a", "tags|||b", "joined|||a,b",
		`meta||application/json|{"name":"n"}`,
		`json||application/json|{"name":"x"}`,
		"note||text/markdown|# hi",
		"count|||0",
		"k|||v",
	}, "\n"))
	if length <= 0 {
		t.Errorf("length %d, want it known", length)
	}
}

func TestMultipartStreams(t *testing.T) {
	var got string
	var length int64
	client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(transport(func(r *http.Request) (*http.Response, error) {
		got, length = parts(r), r.ContentLength
		return respond(r, 200, "{}"), nil
	})))
	reader, writer := io.Pipe()
	go func() {
		for range 3 {
			_, _ = io.WriteString(writer, "chunk ")
		}
		_ = writer.Close()
	}()
	req := NewRequest("POST", "/m")
	req.Multipart(&upload{File: File{Name: "f", Reader: reader}})
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "parts", got, "file|f|application/octet-stream|chunk chunk chunk \ncount|||0")
	check(t, "length", length, -1)
}

func TestMultipartReplays(t *testing.T) {
	var got []string
	client := NewClient(Config{BaseURL: "https://api.test"}, WithRetryUnsafe(), WithTransport(transport(func(r *http.Request) (*http.Response, error) {
		got = append(got, parts(r))
		return respond(r, 503-len(got)/2*303, "{}"), nil // 503, then 200
	})))
	req := NewRequest("POST", "/m", WithMaxRetries(1))
	req.Multipart(upload{File: File{Name: "f", Reader: strings.NewReader("again")}})
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "both", strings.Join(got, " "), "file|f|application/octet-stream|again\ncount|||0 file|f|application/octet-stream|again\ncount|||0")
}

func TestMultipartRefusals(t *testing.T) {
	for _, file := range []File{{Name: "a\r\nb"}, {Name: "a", ContentType: "x\ny"}, {Name: "nul\x00"}} {
		req := NewRequest("POST", "/m")
		req.Multipart(upload{File: file})
		if req.err == nil {
			t.Errorf("%q: sent, want a refusal", file.Name+file.ContentType)
		}
	}
	req := NewRequest("POST", "/m")
	req.Form(upload{File: File{Name: "f"}})
	if req.err == nil {
		t.Error("a file went into a form")
	}
}

// A reader that breaks is the caller's error, and no reason to try again.
func TestBrokenReader(t *testing.T) {
	attempts := 0
	client, _ := serve(t, func(http.ResponseWriter, *http.Request) { attempts++ })
	req := NewRequest("PUT", "/m")
	req.Raw("text/plain", brokenReader{})
	err := SendEmpty(t.Context(), client, req)
	if !errors.Is(err, errBroken) || attempts > 1 {
		t.Errorf("%v after %d attempts", err, attempts)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errBroken }

type fileOrText struct{ v any }

func (f fileOrText) Variant() any { return f.v }

// A union that holds a file uploads it; one that holds a text sends that.
func TestMultipartUnion(t *testing.T) {
	var got string
	client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(transport(func(r *http.Request) (*http.Response, error) {
		got = parts(r)
		return respond(r, 200, "{}"), nil
	})))
	file := File{Name: "a.png", ContentType: "image/png", Reader: strings.NewReader("a")}
	other := File{Name: "b.png", ContentType: "image/png", Reader: strings.NewReader("b")}
	req := NewRequest("POST", "/m")
	req.Multipart(struct {
		Image fileOrText           `form:"image"`
		URL   fileOrText           `form:"url"`
		None  fileOrText           `form:"none"`
		Mask  Nullable[File]       `form:"mask"`
		Null  Nullable[fileOrText] `form:"null"`
	}{Image: fileOrText{&file}, URL: fileOrText{"https://b.test"}, Mask: Value(other), Null: Value(fileOrText{"text"})})
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "parts", got, "image|a.png|image/png|a\nurl|||https://b.test\nmask|b.png|image/png|b\nnull|||text")
}
