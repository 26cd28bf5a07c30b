package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/clinic/internal/clinic"
	"example.com/clinic/internal/clinic/sdk"
)

// clinicServer keeps two pages of patients and refuses who has no name.
func clinicServer(t *testing.T) *clinic.Client {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/patients", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || r.Header.Get("Authorization") != "Bearer token" {
			t.Errorf("%v, authorization %q", err, r.Header.Get("Authorization"))
		}
		if !strings.Contains(string(body), `"name":"Ada"`) {
			w.WriteHeader(http.StatusUnprocessableEntity)
			fmt.Fprint(w, `{"code":"name","message":"a name is missing"}`)
			return
		}
		fmt.Fprint(w, `{"id":"p3","name":"Ada","state":"waiting"}`)
	})
	mux.HandleFunc("GET /v1/patients", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("cursor") == "" {
			fmt.Fprint(w, `{"patients":[{"id":"p3","name":"Ada","state":"waiting"},{"id":"p2","name":"Bo","state":"seen"}],"next_cursor":"c"}`)
			return
		}
		fmt.Fprint(w, `{"patients":[{"id":"p1","name":"Cy","state":"waiting"}]}`)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return clinic.New(sdk.WithBaseURL(server.URL+"/v1"), sdk.WithBearer("token"))
}

func TestRun(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"Ada", "registered Ada as p3\nAda is waiting\nCy is waiting\n"},
		{"", " was not registered: a name is missing"},
	} {
		var out strings.Builder
		err := run(t.Context(), &out, clinicServer(t), test.name)
		got := out.String()
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("run(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

// A webhook that the clinic's service signs is decoded; one that it did not sign is refused.
func TestWebhook(t *testing.T) {
	missed := ""
	handler := clinic.AppointmentMissedHandler(sdk.Webhooks{Verify: sdk.StandardWebhooks("whsec_c2VjcmV0")},
		func(_ *http.Request, event *clinic.Missed) error {
			missed = event.Patient
			return nil
		})
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/hooks", strings.NewReader(`{"patient":"p1"}`)))
	if w.Code != http.StatusUnauthorized || missed != "" {
		t.Errorf("an unsigned webhook gets %d, and %q was missed", w.Code, missed)
	}
}
