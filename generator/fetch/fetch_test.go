package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const small = "openapi: 3.1.0\n"

func TestGet(t *testing.T) {
	for _, test := range []struct {
		name    string
		handler http.HandlerFunc
		want    string // the document, or what the error says
	}{
		{"YAML", text("application/yaml", small), small},
		{"JSON that claims to be text", text("text/plain", `{"swagger":"2.0"}`), `{"swagger":"2.0"}`},
		{"a byte order mark", text("", "\xef\xbb\xbf{\"openapi\":\"3.1.0\"}"), "\xef\xbb\xbf{\"openapi\":\"3.1.0\"}"},
		{"compressed", compressed, small},
		{"HTML", text("text/html", "<!doctype html>"), "the answer is HTML and no document: perhaps a page to log in, or the page around the file"},
		{"HTML that claims to be JSON", text("application/json", "\n <html>"), "the answer is HTML and no document: perhaps a page to log in, or the page around the file"},
		{"an error in JSON", text("application/json", `{"message":"rate limit"}`), "the answer is no OpenAPI document: it has neither openapi nor swagger"},
		{"half a JSON document", text("application/json", `{"openapi":"3.1.0",`), "the answer is neither JSON nor YAML: unexpected end of JSON input"},
		{"no text", text("", "\xff\xfe\x00"), "the answer is not text in UTF-8"},
		{"nothing", text("", " \n"), "the answer is empty"},
		{"cut short", short, "the answer is cut short"},
		{"not found", status(404), "the server answers 404 Not Found"},
		{"no right", status(403), "the server answers 403 Forbidden"},
		{"a 304 that nobody asked for", status(304), "the server answers 304 Not Modified"},
		{"too large", large, "the document has more than 64 MiB"},
		{"a redirect without end", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/again"+r.URL.Path, 302) }, "redirect: more than 5 in a row"},
		{"a redirect to another scheme", redirect("ftp://example.com/x"), "redirect: it leads to ftp://example.com, which is not https"},
		{"a redirect to plain http", redirect("http://example.com/x?token=s3cret"), "redirect: it leads to http://example.com, which is not https"},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(test.handler)
			defer server.Close()
			answer, err := Get(t.Context(), server.Client(), Request{URL: server.URL + "/api.yaml?token=s3cret"})
			switch {
			case err != nil && err.Error() != test.want:
				t.Errorf("%v, want %q", err, test.want)
			case err == nil && string(answer.Data) != test.want:
				t.Errorf("%.80q, want %q", answer.Data, test.want)
			}
		})
	}
}

func text(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = io.WriteString(w, body)
	}
}

func compressed(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	_, _ = io.WriteString(z, small)
	_ = z.Close()
}

// large is a little on the wire and too much behind it.
func large(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	zeros := bytes.Repeat([]byte{' '}, 1<<20)
	for range sizeLimit>>20 + 1 {
		_, _ = z.Write(zeros)
	}
	_ = z.Close()
}

func short(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = io.WriteString(w, small)
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

// Headers of the config are for the URL's own origin: neither another server nor a mirror gets them.
func TestHeadersStayAtHome(t *testing.T) {
	var seen []string
	note := func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.Header.Get("X-Token")+"|"+r.Header.Get("Authorization"))
		text("", small)(w, r)
	}
	other := httptest.NewServer(http.HandlerFunc(note))
	defer other.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/a", redirect("/b"))
	mux.HandleFunc("/b", note)
	mux.HandleFunc("/c", redirect(other.URL))
	home := httptest.NewServer(mux)
	defer home.Close()
	own := http.Header{"X-Token": {"s3cret"}, "Authorization": {"Bearer s3cret"}}
	mirrors, err := Mirrors(home.URL+"/m/="+other.URL+"/", "Basic m")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/b", "/a", "/c", "/m/x"} {
		if _, err := Get(t.Context(), home.Client(), Request{URL: home.URL + path, Header: own.Clone(), Mirrors: mirrors}); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(seen, " "); got != "s3cret|Bearer s3cret s3cret|Bearer s3cret | |Basic m" {
		t.Errorf("the servers saw %q", got)
	}
}

// With the ETag of the copy at hand, a server may say that nothing has changed.
func TestETag(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v2"`)
		if r.Header.Get("If-None-Match") == `"v2"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, small)
	}))
	defer server.Close()
	for _, test := range []struct {
		have      string
		unchanged bool
	}{{"", false}, {`"v1"`, false}, {`"v2"`, true}} {
		answer, err := Get(t.Context(), server.Client(), Request{URL: server.URL, ETag: test.have})
		if err != nil || answer.Unchanged != test.unchanged || answer.ETag != `"v2"` {
			t.Errorf("with %s: %+v, %v", test.have, answer, err)
		}
	}
}

type trip func(*http.Request) (*http.Response, error)

func (f trip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// What may pass is tried three times, on a clock that jumps; what will not, once.
func TestAttempts(t *testing.T) {
	for _, test := range []struct {
		name  string
		trip  func(int) (*http.Response, error)
		tries int
		want  string
	}{
		{"no connection", func(int) (*http.Response, error) { return nil, errors.New("connection refused") }, 3, "connection refused"},
		{"busy for ever", func(int) (*http.Response, error) { return answer(503, ""), nil }, 3, "the server answers 503 Service Unavailable"},
		{"busy once", func(n int) (*http.Response, error) {
			return answer(map[bool]int{true: 429, false: 200}[n == 1], small), nil
		}, 2, ""},
		{"gone", func(int) (*http.Response, error) { return answer(410, ""), nil }, 1, "the server answers 410 Gone"},
		{"no document", func(int) (*http.Response, error) { return answer(200, "{}"), nil }, 1, "the answer is no OpenAPI document: it has neither openapi nor swagger"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tries := 0
				client := &http.Client{Transport: trip(func(*http.Request) (*http.Response, error) { tries++; return test.trip(tries) })}
				_, err := Get(t.Context(), client, Request{URL: "https://example.com/x"})
				if tries != test.tries || err == nil != (test.want == "") || err != nil && err.Error() != test.want {
					t.Errorf("%d tries, %v; want %d, %q", tries, err, test.tries, test.want)
				}
			})
		})
	}
}

func answer(status int, body string) *http.Response {
	return &http.Response{StatusCode: status, Status: strconv.Itoa(status) + " " + http.StatusText(status), Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}
}

// A server that never ends is left after a minute, three times.
func TestSlow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := &http.Client{Transport: trip(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		})}
		begin := time.Now()
		_, err := Get(t.Context(), client, Request{URL: "https://example.com/x"})
		if err == nil || err.Error() != "no whole answer within 1m0s" || time.Since(begin) > 4*time.Minute {
			t.Errorf("%v after %v", err, time.Since(begin))
		}
	})
}

// Whoever cancels is told at once.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	client := &http.Client{Transport: trip(func(r *http.Request) (*http.Response, error) {
		cancel()
		return nil, r.Context().Err()
	})}
	if _, err := Get(ctx, client, Request{URL: "https://example.com/x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that it was canceled", err)
	}
}

func TestUnfit(t *testing.T) {
	for _, test := range []struct{ url, want string }{
		{"https://example.com/x.yaml", ""},
		{"http://localhost:8080/x", ""},
		{"http://[::1]/x", ""},
		{"http://example.com/x", "documents are fetched over https"},
		{"file:///etc/passwd", "documents are fetched over https"},
		{"/x", "documents are fetched over https"},
		{"https://u:p@example.com/x", "a URL must not hold credentials; send them with headers:"},
		{"https://exa mple/%zz", "it is no URL"},
	} {
		if got := Unfit(test.url); got != test.want {
			t.Errorf("Unfit(%q) = %q, want %q", test.url, got, test.want)
		}
	}
}

func TestMirrors(t *testing.T) {
	for _, text := range []string{"https://a/", "=https://b/", "https://a/=ftp://b"} {
		if _, err := Mirrors(text, ""); err == nil {
			t.Errorf("%q is taken for mirrors", text)
		}
	}
}
