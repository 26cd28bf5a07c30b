package sdk

import (
	"errors"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"
	"time"
)

func TestRedirectElsewhereCarriesNothing(t *testing.T) {
	far, got := serve(t, answer(200, "application/json", `{"id":"f"}`))
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, far.base.String()+"/there", http.StatusFound)
	}, WithBasicAuth("u", "p"), WithHeader("X-Api-Key", "k"))
	req := NewRequest("GET", "/here")
	req.Params(struct {
		Session string `cookie:"session"`
		Key     string `header:"X-Own"`
	}{"s", "o"})
	v, err := Send[thing](t.Context(), client, req)
	if err != nil || v.ID != "f" {
		t.Fatalf("%v, %v", v, err)
	}
	for _, name := range []string{"Authorization", "X-Api-Key", "Cookie", "X-Own", "Referer"} {
		check(t, name, got.Header.Get(name), "")
	}
	check(t, "Accept", got.Header.Get("Accept"), "application/json")
}

func TestRedirects(t *testing.T) {
	for _, test := range []struct {
		method string
		status int
		want   string // what arrives at the end; "" for an error
	}{
		{"GET", 301, "GET /b  Basic dTpw"},
		{"GET", 307, "GET /b  Basic dTpw"},
		{"HEAD", 308, "HEAD /b  Basic dTpw"},
		{"POST", 303, "GET /b  Basic dTpw"},
		{"POST", 307, `POST /b {"a":1} Basic dTpw`},
		{"PUT", 308, `PUT /b {"a":1} Basic dTpw`},
		{"POST", 301, ""},
		{"DELETE", 302, ""},
	} {
		client, got := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/a" {
				w.Header().Set("Location", "/b")
				w.WriteHeader(test.status)
			}
		}, WithBasicAuth("u", "p"))
		req := NewRequest(test.method, "/a")
		if test.method != "GET" && test.method != "HEAD" {
			req.JSON(map[string]int{"a": 1})
		}
		err := SendEmpty(t.Context(), client, req)
		arrived := got.Method + " " + got.URI + " " + got.Body + " " + got.Header.Get("Authorization")
		var e *Error
		if test.want == "" && (!errors.As(err, &e) || e.StatusCode != test.status) || test.want != "" && (err != nil || arrived != test.want) {
			t.Errorf("%s %d: %q, %v, want %q", test.method, test.status, arrived, err, test.want)
		}
	}
}

func TestUnfollowedRedirects(t *testing.T) {
	far, _ := serve(t, nil)
	for _, test := range []struct{ method, location, want string }{
		{"GET", "/a", "tenth in a row"},
		{"GET", "ftp://x/", "out of HTTP"},
		{"POST", far.base.String(), "would send the body to"},
	} {
		client, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", test.location)
			w.WriteHeader(http.StatusTemporaryRedirect)
		})
		err := SendEmpty(t.Context(), client, NewRequest(test.method, "/a"))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %s: %v, want %s", test.method, test.location, err, test.want)
		}
	}
}

func TestSendLocation(t *testing.T) {
	for _, test := range []struct {
		status         int
		location, want string
	}{
		{302, "https://cdn.test/f?sig=1", "https://cdn.test/f?sig=1"},
		{201, "/things/1", "BASE/things/1"},
		{204, "", ""},
		{404, "/x", ""},
	} {
		client, got := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", test.location)
			w.WriteHeader(test.status)
		})
		location, err := SendLocation(t.Context(), client, NewRequest("GET", "/a"))
		want := strings.Replace(test.want, "BASE", client.base.String(), 1)
		if location != want || (err != nil) != (want == "") || got.URI != "/a" {
			t.Errorf("%d %s: %q, %v, want %q", test.status, test.location, location, err, want)
		}
	}
}

// A client of the user's own keeps its cookies and its timeout, and leaves redirects to us.
func TestOwnHTTPClient(t *testing.T) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client, got := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/a" {
			http.SetCookie(w, &http.Cookie{Name: "session", Value: "1"})
			http.Redirect(w, r, "/b", http.StatusFound)
		}
	}, WithHTTPClient(&http.Client{Jar: jar, Timeout: time.Minute}), WithBasicAuth("u", "p"))
	if err := SendEmpty(t.Context(), client, NewRequest("GET", "/a")); err != nil {
		t.Fatal(err)
	}
	check(t, "last request", got.URI+" "+got.Header.Get("Cookie")+" "+got.Header.Get("Authorization"), "/b session=1 Basic dTpw")
}
