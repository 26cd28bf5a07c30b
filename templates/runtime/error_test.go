package sdk

import (
	"compress/gzip"
	"errors"
	"net/http"
	"strings"
	"testing"
)

type thing struct {
	ID string `json:"id"`
}

func TestDescribe(t *testing.T) {
	for _, test := range []struct{ body, code, message string }{
		{`{"code":20404,"message":"no such thing","more_info":"https://x","status":404}`, "20404", "no such thing"},
		{`{"error":{"message":"bad","code":"c","type":"t"}}`, "c", "bad"},
		{`{"error":{"message":"bad","code":null,"type":"t"}}`, "t", "bad"},
		{`{"error":"nope"}`, "", "nope"},
		{`{"error":"invalid_grant","error_description":"expired"}`, "invalid_grant", "expired"},
		{`{"errors":[{"code":7,"message":"first"},{"message":"second"}]}`, "7", "first"},
		{`{"errors":["first","second"]}`, "", "first"},
		{`{"type":"https://e/x","title":"Bad","detail":"the a is b","status":400}`, "https://e/x", "the a is b"},
		{`{"title":"Bad"}`, "", "Bad"},
		{`{"statusCode":400,"message":["a must be b","c too"],"error":"Bad Request"}`, "", "a must be b; c too"},
		{`[{"message":"listed"}]`, "", "listed"},
		{`"text"`, "", "text"},
		{`{}`, "", ""},
		{`nonsense`, "", ""},
		{`{"message":`, "", ""},
	} {
		if code, message := describe([]byte(test.body)); code != test.code || message != test.message {
			t.Errorf("describe(%s) = %q, %q, want %q, %q", test.body, code, message, test.code, test.message)
		}
	}
}

func TestErrors(t *testing.T) {
	client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Twilio-Request-Id", "RQ1")
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(404)
		_, _ = w.Write([]byte(`{"code":20404,"message":"no such thing","id":"x"}`))
	})
	req := NewRequest("GET", "/things/{id}", WithQuery("secret", "s3cr3t"))
	req.Path("id", "T1")
	v, err := Send[thing](t.Context(), client, req)
	if v != nil || err == nil {
		t.Fatalf("%v, %v, want an error alone", v, err)
	}
	var e *Error
	if !errors.As(err, &e) || !errors.Is(err, ErrNotFound) || errors.Is(err, ErrServer) {
		t.Fatalf("%v is no 404", err)
	}
	check(t, "status", e.StatusCode, 404)
	check(t, "code", e.Code, "20404")
	check(t, "request", e.RequestID, "RQ1")
	want := "GET " + client.base.String() + "/things/T1: 404 Not Found: no such thing (code 20404, request RQ1)"
	check(t, "text", err.Error(), want)
	var body *ErrorBody[thing]
	if !errors.As(err, &body) || body.Body.ID != "x" || body.StatusCode != 404 || !errors.Is(body, ErrNotFound) {
		t.Errorf("error body %+v", body)
	}
	var list *ErrorBody[[]thing]
	if errors.As(err, &list) && len(list.Body) != 1 {
		t.Errorf("error body %+v", list)
	}
	var other *http.ProtocolError
	if errors.As(err, &other) {
		t.Error("an Error is no ProtocolError")
	}
}

// An answer that is not what the method returns is an error that says so, and never a nil value without one.
func TestUnexpectedAnswers(t *testing.T) {
	for _, test := range []struct {
		status      int
		contentType string
		body        string
		want        string // in the error; "" for none
	}{
		{200, "application/json", `{"id":"1"}`, ""},
		{201, "text/html", ` {"id":"1"}`, ""},
		{200, "application/json; charset=utf-8", "\xef\xbb\xbf{\"id\":\"1\"}", ""},
		{200, "application/json; charset=iso-8859-1", "{\"id\":\"\xe9\"}", ""},
		{200, "text/html", "<html>sign in</html>", `200 OK: the answer is no JSON: text/html: <html>sign in</html>`},
		{502, "text/html", "<html>bad gateway</html>", `502 Bad Gateway: text/html: <html>bad gateway</html>`},
		{200, "application/json", "", "200 OK: the answer has no body"},
		{204, "", "", "204 No Content: the answer has no body"},
		{200, "application/json", "null", "the answer is null"},
		{200, "application/json", `{"id":`, "does not decode"},
		{200, "application/json", `[1]`, "does not decode"},
		{200, "application/json", `{"id":"1"} trailing`, "does not decode"},
		{304, "", "", "304 Not Modified"},
		{302, "", "", "302 Found"},
		{500, "", "", "500 Internal Server Error"},
		{599, "", "", "599"},
	} {
		client, _ := serve(t, answer(test.status, test.contentType, test.body), WithMaxRetries(0))
		v, err := Send[thing](t.Context(), client, NewRequest("GET", "/x"))
		if (v == nil) != (err != nil) {
			t.Errorf("%d %s: %v, %v, want one of them", test.status, test.body, v, err)
		}
		var e *Error
		if test.want == "" && err != nil || test.want != "" && (!errors.As(err, &e) || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%d %s: %v, want %s", test.status, test.body, err, test.want)
		}
	}
}

func TestSendValue(t *testing.T) {
	client, _ := serve(t, answer(200, "application/json", `["a","b"]`))
	got, err := SendValue[[]string](t.Context(), client, NewRequest("GET", "/x"))
	if err != nil || strings.Join(got, ",") != "a,b" {
		t.Errorf("%v, %v", got, err)
	}
	client, _ = serve(t, answer(200, "application/json", ` null `))
	if got, err := SendValue[Nullable[int]](t.Context(), client, NewRequest("GET", "/x")); err != nil || !IsNull(got) {
		t.Errorf("%v, %v, want null", got, err)
	}
	client, _ = serve(t, answer(200, "application/json", ``))
	if _, err := SendValue[[]string](t.Context(), client, NewRequest("GET", "/x")); err == nil {
		t.Error("no error for an empty body")
	}
}

// A bomb counts as what it becomes.
func TestCompressedAnswers(t *testing.T) {
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		zip := gzip.NewWriter(w)
		defer zip.Close()
		if r.URL.Path == "/small" {
			_, _ = zip.Write([]byte(`{"id":"zipped"}`))
			return
		}
		_, _ = zip.Write(make([]byte, 65<<20))
	})
	if v, err := Send[thing](t.Context(), client, NewRequest("GET", "/small")); err != nil || v.ID != "zipped" {
		t.Errorf("%v, %v", v, err)
	}
	var e *Error
	if _, err := SendText(t.Context(), client, NewRequest("GET", "/bomb")); !errors.As(err, &e) || !strings.Contains(e.Message, "larger than 64 MiB") {
		t.Errorf("%.200v, want a refusal", err)
	}
}

func TestLimits(t *testing.T) {
	big := strings.Repeat("x", 1<<20)
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		n := 65
		if r.URL.Path == "/error" {
			w.WriteHeader(500)
			n = 2
		}
		for range n {
			_, _ = w.Write([]byte(big))
		}
	}, WithMaxRetries(0))
	var e *Error
	if _, err := SendText(t.Context(), client, NewRequest("GET", "/x")); !errors.As(err, &e) || !strings.Contains(e.Message, "larger than 64 MiB") {
		t.Errorf("%.200v, want a refusal", err)
	}
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/error")); !errors.As(err, &e) || len(e.Body) != 1<<20 {
		t.Errorf("body of %d bytes, want 1 MiB", len(e.Body))
	}
}

func TestErrorIsOneLine(t *testing.T) {
	client, _ := serve(t, answer(400, "application/json", `{"message":"two\nlines \u001b[31mred\u009b"}`))
	err := SendEmpty(t.Context(), client, NewRequest("GET", "/x"))
	if want := ": 400 Bad Request: two lines  [31mred"; err == nil || !strings.HasSuffix(err.Error(), want) {
		t.Errorf("%q, want it to end with %q", err, want)
	}
}
