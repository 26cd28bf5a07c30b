package golden

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generated/twilio/proxyv1"
	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

const (
	serviceSID = "KS5e1f0c2b7a9d4e3f8b6a1c0d2e4f6a8b"
	sessionSID = "KC8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a"
	sessions   = "/v1/Services/" + serviceSID + "/Sessions"
)

// An exchange is a request that a test expects and the answer to it.
type exchange struct {
	method, path string // the path with its query, as it travels
	form         url.Values
	json         string // of the request's body
	header       http.Header
	status       int
	answer       string
	answerHeader http.Header
}

// serve answers the exchanges in their order; the base URL that it returns is the server's.
func serve(t *testing.T, exchanges ...exchange) string {
	t.Helper()
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(exchanges) == 0 {
			t.Errorf("%s %s came after the last request", r.Method, r.URL)
			w.WriteHeader(http.StatusTeapot)
			return
		}
		want := exchanges[0]
		exchanges = exchanges[1:]
		want.compare(t, r)
		for name, values := range want.answerHeader {
			w.Header()[name] = values
		}
		if want.answer != "" && w.Header().Get("Content-Type") == "" {
			w.Header().Set("Content-Type", "application/json")
		}
		w.WriteHeader(want.status)
		if _, err := w.Write([]byte(expand(want.answer, server.URL))); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(func() {
		server.Close()
		for _, left := range exchanges {
			t.Errorf("%s %s was not sent", left.method, left.path)
		}
	})
	return server.URL
}

func (e exchange) compare(t *testing.T, r *http.Request) {
	t.Helper()
	if got := r.Method + " " + r.RequestURI; got != e.method+" "+e.path {
		t.Errorf("got %s, want %s %s", got, e.method, e.path)
	}
	for name, want := range e.header {
		if got := r.Header.Values(name); !cmp.Equal(got, want) {
			t.Errorf("%s %s: header %s is %q, want %q", e.method, e.path, name, got, want)
		}
	}
	switch {
	case e.form != nil:
		if err := r.ParseForm(); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(e.form, r.PostForm); diff != "" {
			t.Errorf("%s %s: form (-want +got)\n%s", e.method, e.path, diff)
		}
	case e.json != "":
		var want, got any
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			t.Error(err)
		}
		if err := json.Unmarshal([]byte(e.json), &want); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s %s: body (-want +got)\n%s", e.method, e.path, diff)
		}
	}
}

func proxy(base string, opts ...sdk.Option) *proxyv1.Client {
	return proxyv1.New(append([]sdk.Option{sdk.WithBaseURL(base), sdk.WithBasicAuth("AC0", "token")}, opts...)...)
}

func TestCreateSendsForm(t *testing.T) {
	base := serve(t, exchange{
		method: "POST", path: sessions, status: 201,
		form: url.Values{"UniqueName": {"order-1234"}, "Ttl": {"0"}, "Mode": {"voice-only"}, "DateExpiry": {"2026-03-02T09:00:00Z"},
			"Participants": {`{"Identifier":"+15550101"}`, `{"Identifier":"+15550102"}`}},
		header: http.Header{"Authorization": {"Basic QUMwOnRva2Vu"}, "Accept": {"application/json"}, "Content-Type": {"application/x-www-form-urlencoded"}},
		answer: `{"sid":"` + sessionSID + `","status":"open","ttl":0,"date_expiry":"2026-03-02T09:00:00Z","links":{"participants":"https://x.example/p"}}`,
	})
	got, err := proxy(base).Services.Sessions.Create(t.Context(), serviceSID, proxyv1.CreateSessionParams{
		UniqueName: new("order-1234"),
		TTL:        new(0),
		Mode:       new(proxyv1.SessionModeVoiceOnly),
		DateExpiry: new(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)),
		Participants: []any{
			map[string]string{"Identifier": "+15550101"}, map[string]string{"Identifier": "+15550102"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.SID != sessionSID || got.Status != proxyv1.SessionStatusOpen || got.TTL == nil || *got.TTL != 0 || got.Links["participants"] != "https://x.example/p" {
		t.Errorf("got %+v", got)
	}
	if got.DateExpiry == nil || !got.DateExpiry.Equal(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("DateExpiry is %v", got.DateExpiry)
	}
}

func TestListCrossesPages(t *testing.T) {
	pages := []exchange{
		{
			method: "GET", path: sessions + "?PageSize=2", status: 200,
			answer: `{"sessions":[{"sid":"KC1"},{"sid":"KC2"}],"meta":{"key":"sessions","next_page_url":"{base}` + sessions + `?PageSize=2&Page=1&PageToken=PT2"}}`,
		},
		{
			method: "GET", path: sessions + "?PageSize=2&Page=1&PageToken=PT2", status: 200, header: http.Header{"Authorization": {"Basic QUMwOnRva2Vu"}},
			answer: `{"sessions":[{"sid":"KC3"}],"meta":{"key":"sessions","next_page_url":null}}`,
		},
	}
	base := serve(t, append(pages, pages...)...)
	list := proxy(base).Services.Sessions.List(t.Context(), serviceSID, proxyv1.ListSessionParams{PageSize: new(int64(2))})
	for range 2 { // ranged twice it gives the same
		var sids []string
		for s, err := range list {
			if err != nil {
				t.Fatal(err)
			}
			sids = append(sids, s.SID)
		}
		if want := []string{"KC1", "KC2", "KC3"}; !cmp.Equal(sids, want) {
			t.Errorf("got %q, want %q", sids, want)
		}
	}
}

func TestListBreaksEarly(t *testing.T) {
	base := serve(t, exchange{
		method: "GET", path: sessions, status: 200,
		answer: `{"sessions":[{"sid":"KC1"},{"sid":"KC2"}],"meta":{"next_page_url":"{base}/never"}}`,
	})
	for s, err := range proxy(base).Services.Sessions.List(t.Context(), serviceSID, proxyv1.ListSessionParams{}) {
		if err != nil || s.SID != "KC1" {
			t.Errorf("got %v, %v", s, err)
		}
		break
	}
}

func TestListOfNothing(t *testing.T) {
	base := serve(t, exchange{method: "GET", path: sessions, status: 200, answer: `{"sessions":[],"meta":{"next_page_url":null}}`})
	got, err := sdk.Collect(proxy(base).Services.Sessions.List(t.Context(), serviceSID, proxyv1.ListSessionParams{}), 100)
	if err != nil || len(got) != 0 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestListGivesErrorOnce(t *testing.T) {
	base := serve(t,
		exchange{method: "GET", path: sessions, status: 200, answer: `{"sessions":[{"sid":"KC1"}],"meta":{"next_page_url":"{base}` + sessions + `?Page=1"}}`},
		exchange{method: "GET", path: sessions + "?Page=1", status: 403, answer: `{"code":20403,"message":"not yours"}`},
	)
	var sids, errs int
	for s, err := range proxy(base).Services.Sessions.List(t.Context(), serviceSID, proxyv1.ListSessionParams{}) {
		switch {
		case err != nil:
			errs++
			if !errors.Is(err, sdk.ErrForbidden) {
				t.Errorf("got %v", err)
			}
		case s != nil:
			sids++
		}
	}
	if sids != 1 || errs != 1 {
		t.Errorf("got %d sessions and %d errors", sids, errs)
	}
}

func TestListStaysWithItsHost(t *testing.T) {
	var reached bool
	foreign := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	t.Cleanup(foreign.Close)
	base := serve(t, exchange{
		method: "GET", path: sessions, status: 200,
		answer: `{"sessions":[],"meta":{"next_page_url":"` + foreign.URL + `/steal"}}`,
	})
	_, err := sdk.Collect(proxy(base).Services.Sessions.List(t.Context(), serviceSID, proxyv1.ListSessionParams{}), 100)
	if err == nil || reached {
		t.Errorf("got %v; the foreign host was reached: %v", err, reached)
	}
}

func TestUpdateSendsOneField(t *testing.T) {
	base := serve(t, exchange{
		method: "POST", path: sessions + "/" + sessionSID, status: 200,
		form: url.Values{"Status": {"closed"}}, answer: `{"sid":"` + sessionSID + `","status":"closed"}`,
	})
	got, err := proxy(base).Services.Sessions.Update(t.Context(), serviceSID, sessionSID, proxyv1.UpdateSessionParams{
		Status: new(proxyv1.SessionStatusClosed),
	})
	if err != nil || got.Status != proxyv1.SessionStatusClosed {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestOptionsOfOneCall(t *testing.T) {
	base := serve(t,
		exchange{
			method: "GET", path: sessions + "/" + sessionSID, status: 200, header: http.Header{"X-Trace": {"abc"}},
			answer: `{}`, answerHeader: http.Header{"Twilio-Request-Id": {"RQ1"}},
		},
		exchange{method: "GET", path: sessions + "/" + sessionSID, status: 200, header: http.Header{"X-Trace": nil}, answer: `{}`},
	)
	client := proxy(base)
	var response sdk.Response
	if _, err := client.Services.Sessions.Fetch(t.Context(), serviceSID, sessionSID, sdk.WithHeader("X-Trace", "abc"), sdk.WithResponse(&response)); err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != 200 || response.Header.Get("Twilio-Request-Id") != "RQ1" {
		t.Errorf("got %+v", response)
	}
	if _, err := client.Services.Sessions.Fetch(t.Context(), serviceSID, sessionSID); err != nil {
		t.Fatal(err)
	}
}

func TestDeleteReturnsErrorAlone(t *testing.T) {
	base := serve(t, exchange{method: "DELETE", path: sessions + "/" + sessionSID, status: 204})
	if err := proxy(base).Services.Sessions.Delete(t.Context(), serviceSID, sessionSID); err != nil {
		t.Error(err)
	}
}
