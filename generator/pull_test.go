package generator

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	firstDocument  = "openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\npaths: {}\n"
	secondDocument = "openapi: 3.1.0\ninfo: {title: A, version: 2.0.0}\npaths: {}\n"
	firstSum       = "03ef4a91"
)

// A puller is a folder with a config whose one document a server has.
type puller struct {
	t       *testing.T
	dir     string
	server  *httptest.Server
	serves  string // "" is a 500, "<" a page
	asked   int
	etag    string
	extra   string // of the spec
	request PullRequest
}

func newPuller(t *testing.T) *puller {
	p := &puller{t: t, dir: t.TempDir(), serves: firstDocument, etag: `"1"`}
	p.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.asked++
		if r.Header.Get("X-Key") != "" && r.Header.Get("X-Key") != "k3y" {
			t.Errorf("the server was sent %q", r.Header.Get("X-Key"))
		}
		w.Header().Set("ETag", p.etag)
		if r.Header.Get("If-None-Match") == p.etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, p.serves)
	}))
	t.Cleanup(p.server.Close)
	return p
}

// pull writes the config and pulls; it returns the documents' states, or else what is wrong.
func (p *puller) pull() string {
	p.t.Helper()
	config := filepath.Join(p.dir, "sdkc.yaml")
	p.write("sdkc.yaml", fmt.Sprintf("version: 1\nsdks:\n  - name: a\n    out: out\n    specs:\n      - {file: specs/a.yaml, url: '%s/a.yaml?token=s3cret'%s}\n", p.server.URL, p.extra))
	p.request.Config = config
	res, err := Pull(p.t.Context(), p.request)
	if err != nil {
		p.t.Fatal(err)
	}
	var out []string
	for _, d := range res.Diagnostics {
		text := strings.NewReplacer(p.dir+"/", "", p.server.URL, "http://server").Replace(d.String())
		if strings.Contains(text, "s3cret") || strings.Contains(text, "k3y") {
			p.t.Errorf("a secret is shown: %s", text)
		}
		out = append(out, text)
	}
	for _, d := range res.Documents {
		if len(res.Diagnostics) == 0 {
			out = append(out, d.State+" "+d.SHA256[:8])
		}
	}
	return strings.Join(out, "\n")
}

func (p *puller) write(name, text string) {
	p.t.Helper()
	path := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *puller) read(name string) string {
	data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil {
		return err.Error()[:4] // "open"
	}
	return string(data)
}

func (p *puller) want(got, want string) {
	p.t.Helper()
	if got != want {
		p.t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A document is fetched byte for byte, is not fetched again while the server has no other, and moves with its pin.
func TestPull(t *testing.T) {
	p := newPuller(t)
	p.want(p.pull(), "new "+firstSum)
	p.want(p.read("specs/a.yaml"), firstDocument)
	sum := p.read("sdkc.sum")
	if !strings.Contains(sum, "specs/a.yaml sha256:"+firstSum) || !strings.HasSuffix(sum, ` "\"1\""`+"\n") {
		t.Errorf("sdkc.sum is\n%s", sum)
	}
	p.want(p.pull(), "unchanged "+firstSum)
	p.want(p.read("sdkc.sum"), sum)

	p.serves, p.etag, p.request.DryRun = secondDocument, `"2"`, true
	p.want(strings.Fields(p.pull())[0], "changed")
	p.want(p.read("specs/a.yaml"), firstDocument)
	p.request.DryRun = false
	p.want(strings.Fields(p.pull())[0], "changed")
	p.want(p.read("specs/a.yaml"), secondDocument)
}

// Frozen, nothing moves: what is pinned is fetched only where it is missing, and nothing else is taken for it.
func TestPullFrozen(t *testing.T) {
	p := newPuller(t)
	p.request.Frozen = true
	p.want(p.pull(), "sdkc.yaml:6:35: nothing pins specs/a.yaml; run sdkc pull without --frozen and commit sdkc.sum")
	p.request.Frozen = false
	p.want(p.pull(), "new "+firstSum)
	p.request.Frozen, p.asked = true, 0
	p.want(p.pull(), "unchanged "+firstSum)
	if p.asked != 0 {
		t.Errorf("the server was asked %d times", p.asked)
	}
	sum := p.read("sdkc.sum")
	if err := os.Remove(filepath.Join(p.dir, "specs", "a.yaml")); err != nil {
		t.Fatal(err)
	}
	p.etag = `"other server"`
	p.want(p.pull(), "new "+firstSum)
	p.want(p.read("sdkc.sum"), sum)
	p.write("specs/a.yaml", secondDocument)
	p.want(strings.Split(p.pull(), ":")[3], " specs/a.yaml is not the document that is pinned")
	if err := os.Remove(filepath.Join(p.dir, "specs", "a.yaml")); err != nil {
		t.Fatal(err)
	}
	p.serves = secondDocument
	p.want(strings.Split(p.pull(), ",")[0], "sdkc.yaml:6:35: specs/a.yaml is missing")
	p.want(p.read("specs/a.yaml"), "open")
}

// What was not fetched, or was changed since, is not written over; what is no document is not kept.
func TestPullKeeps(t *testing.T) {
	p := newPuller(t)
	p.write("specs/a.yaml", "mine")
	p.want(p.pull(), "sdkc.yaml:6:35: specs/a.yaml was not fetched by sdkc pull, which would write over it; move it away, or leave url: out")
	if err := os.Remove(filepath.Join(p.dir, "specs", "a.yaml")); err != nil {
		t.Fatal(err)
	}
	p.want(p.pull(), "new "+firstSum)
	p.serves, p.etag = "<html>", `"2"`
	p.want(p.pull(), "sdkc.yaml:6:35: specs/a.yaml cannot be fetched from http://server/a.yaml: the answer is HTML and no document: perhaps a page to log in, or the page around the file")
	p.want(p.read("specs/a.yaml"), firstDocument)
	p.write("specs/a.yaml", "mine")
	p.want(p.pull(), "sdkc.yaml:6:35: specs/a.yaml was changed since it was fetched, and pulling would write over that; keep changes in an overlay (overlays:); to drop them, remove the file")
	p.want(p.read("specs/a.yaml"), "mine")
}

// Headers take their secrets from the environment.
func TestPullHeaders(t *testing.T) {
	p := newPuller(t)
	p.extra = ", headers: {X-Key: $SDKC_TEST_KEY}"
	p.want(strings.Split(p.pull(), "; ")[0], "sdkc.yaml:6:"+fmt.Sprint(len(p.server.URL)+69)+": header X-Key needs the environment variable SDKC_TEST_KEY, which is not set")
	t.Setenv("SDKC_TEST_KEY", "k3y")
	p.want(p.pull(), "new "+firstSum)
}

// A sum that cannot be read is refused with its line.
func TestPullBadSum(t *testing.T) {
	p := newPuller(t)
	p.write("sdkc.sum", "# ours\nspecs/a.yaml sha256:12 https://example.com\n<<<<<<< HEAD\n")
	p.want(p.pull(), `sdkc.sum:2:1: "specs/a.yaml sha256:12 https://example.com" is no document with its SHA-256, or stands here twice; remove the line and run sdkc pull
sdkc.sum:3:1: "<<<<<<< HEAD" is no document with its SHA-256, or stands here twice; remove the line and run sdkc pull`)
}

// A document that was not fetched refuses the run; one that is not the fetched one is compiled with a warning.
func TestGenerateKnowsPulled(t *testing.T) {
	p := newPuller(t)
	generate := func() string {
		t.Helper()
		res, err := Generate(t.Context(), Request{Config: filepath.Join(p.dir, "sdkc.yaml"), DryRun: true})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, d := range res.Diagnostics {
			out = append(out, strings.ReplaceAll(d.String(), p.dir+"/", ""))
		}
		return strings.Join(out, "\n")
	}
	p.extra = ", package: a"
	p.request.DryRun = true
	p.want(p.pull(), "new "+firstSum)
	p.write("go.mod", "module example.com/a\n")
	p.want(generate(), "sdkc.yaml:6:9: specs/a.yaml has not been fetched; run sdkc pull")
	p.request.DryRun = false
	p.want(p.pull(), "new "+firstSum)
	p.want(generate(), "")
	p.write("specs/a.yaml", secondDocument)
	p.want(generate(), "sdkc.yaml:6:9: specs/a.yaml is not the document that sdkc pull fetched; keep changes in an overlay (overlays:), or run sdkc pull")
}
