package golden

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A call is what the server of a generated SDK gets, and what it answers.
type call struct {
	want        string // method, URI, headers that are named, body
	headers     []string
	contentType string
	answer      string
}

// tryGenerated compiles an SDK of testdata/wire, runs its calls, and compares each request and each result.
func tryGenerated(t *testing.T) int {
	if testing.Short() {
		return -1
	}
	module := t.TempDir()
	program := compileWire(t, module)
	calls := wireCalls()
	left := calls
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(left) == 0 {
			t.Errorf("%s %s came after the last request", r.Method, r.RequestURI)
			return
		}
		c := left[0]
		left = left[1:]
		if got := c.read(t, r); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
		if w.Header().Set("Content-Type", c.contentType); c.contentType == "" {
			w.WriteHeader(http.StatusNoContent)
		}
		_, _ = io.WriteString(w, c.answer)
	}))
	defer server.Close()
	out, err := exec.Command(program, server.URL).CombinedOutput()
	if err != nil || len(left) > 0 {
		t.Errorf("%v, %d calls are left\n%s", err, len(left), out)
	}
	if diff := cmp.Diff(wireResults, string(out)); diff != "" {
		t.Errorf("results (-want +got)\n%s", diff)
	}
	return len(calls)
}

// read is a request as text; a multipart body as its parts.
func (c call) read(t *testing.T, r *http.Request) string {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	text := string(body)
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		all, err := parts(r.Header.Get("Content-Type"), strings.NewReader(text))
		if err != nil {
			t.Error(err)
		}
		text = strings.Join(all, "\n")
	}
	got := r.Method + " " + r.RequestURI + "\n"
	for _, name := range c.headers {
		got += name + ": " + r.Header.Get(name) + "\n"
	}
	return got + text
}

func compileWire(t *testing.T, module string) string {
	t.Helper()
	folder := filepath.Join("testdata", "wire")
	document, err := os.ReadFile(filepath.Join(folder, "wire_v1.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(module, "wire_v1.yaml"), document)
	config := filepath.Join(module, "sdkc.yaml")
	writeFile(t, config, defaultConfig([]string{"wire_v1.yaml"}))
	for file, data := range run(t, config, module, 0).files {
		writeFile(t, filepath.Join(module, filepath.FromSlash(file)), data)
	}
	main, err := os.ReadFile(filepath.Join(folder, "main.go.txt"))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(module, "call", "main.go"), main)
	writeFile(t, filepath.Join(module, "go.mod"), []byte("module "+caseModule+"\n\ngo 1.24\n"))
	program := filepath.Join(module, "wire.exe")
	if !goTool(t, module, "build", "-trimpath", "-o", program, "./call") {
		t.FailNow()
	}
	return program
}

// wireResults is what the program prints of the answers.
const wireResults = `<nil> <nil>
<nil> <nil>
<nil> <nil>
<nil> <nil>
b[t] false true <nil>
<nil> <nil>
<nil> <nil>
bytes <nil>
[a] <nil>
[] <nil>
7 <nil>
`

func wireCalls() []call {
	const types = "Content-Type"
	return []call{
		{headers: []string{"X-Ids", "Cookie", types, "Accept"}, want: "GET /pets;id=1;id=2/a%2Fb" +
			"?tags=p,q%20r&filter%5Bmin%5D=1&filter%5Bsizes%5D%5B0%5D=s&where=%7B%22sizes%22%3A%5B%5D%7D" +
			"\nX-Ids: 3,4\nCookie: session=u; session=v\nContent-Type: \nAccept: application/json\n"},
		{headers: []string{types}, want: "POST /pets\nContent-Type: application/json\n" + `{"name":"a<b","tags":["x","y"],"note":null}`},
		{headers: []string{types}, want: "POST /pets\nContent-Type: application/xml\n" + xmlHead +
			`<p:pet xmlns:p="urn:pets" name="a&lt;b"><tags><tag>x</tag><tag>y</tag></tags><note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></note></p:pet>`},
		{headers: []string{types}, want: "POST /pets\nContent-Type: application/x-www-form-urlencoded\nname=a+b&note=n"},
		{headers: []string{types, "Accept"}, want: "PUT /pets\nContent-Type: application/xml\nAccept: application/xml\n" + xmlHead +
			`<p:pet xmlns:p="urn:pets" name="a&lt;b"><tags><tag>x</tag><tag>y</tag></tags><note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></note></p:pet>`,
			contentType: "application/xml", answer: `<pet xmlns="urn:pets" name="b"><tags><tag>t</tag></tags><note i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/></pet>`},
		{want: "POST /calls\nTo=%2B1555&DateCreated%3C=2026-01-31&Twiml.Verb=n&Events=a&Events=b&Codes=1%7C2&Extra=%7B%22k%22%3A%5B1%5D%7D"},
		{want: "POST /files\nfile | a.png | Content-Type: image/png; X-Hash: n | png\n" + `meta |  | Content-Type: application/json | {"sizes":[]}`},
		{headers: []string{types, "Accept"}, want: "PUT /files\nContent-Type: image/jpeg\nAccept: application/octet-stream\njpeg",
			contentType: "application/octet-stream", answer: "bytes"},
		{headers: []string{types, "Accept"}, want: "POST /logs\nContent-Type: application/x-ndjson\nAccept: application/x-ndjson\n" + "{\"sizes\":[]}\n{\"sizes\":[\"l\"]}\n",
			contentType: "application/x-ndjson", answer: "{\"sizes\":[\"a\"]}\n{}\n"},
		{headers: []string{types, "Accept"}, want: "GET /events\nContent-Type: \nAccept: text/event-stream\n",
			contentType: "text/event-stream", answer: "data: {\"min\":7,\ndata: \"sizes\":[]}\n\ndata: [DONE]\n\n"},
	}
}
