package golden

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	sdk "github.com/sdkc/sdkc/templates/runtime"
)

// A sale is what the handler's tests receive.
type sale struct {
	ID    string   `json:"id,omitzero"`
	Price *int     `json:"price,omitzero"`
	Tags  []string `json:"tags,omitzero"`
}

const oops = "a detail that callers must not see"

// webhookAnswers gives requests to a handler and compares status and what arrived.
func webhookAnswers(t *testing.T) int {
	const asJSON, asForm = "application/json", "application/x-www-form-urlencoded"
	tests := []struct {
		name, contentType, body string
		verify, handle          error
		status                  int
		want                    string // id, price, tags
	}{
		{"JSON", asJSON, `{"id":"a","price":3,"tags":["x"]}`, nil, nil, 204, "a 3 x"},
		{"JSON in UTF-16", "application/json; charset=utf-16le", "{\x00}\x00", nil, nil, 204, " 0 "},
		{"a field that is not declared", asJSON, `{"id":"a","new":1}`, nil, nil, 204, "a 0 "},
		{"a number as a string", asJSON, `{"id":"a","price":"3"}`, nil, nil, 204, "a 3 "},
		{"a form", asForm, "id=a&price=3&tags=x&tags=y", nil, nil, 204, "a 3 x,y"},
		{"a form with a charset", asForm + "; charset=UTF-8", "id=%C3%A9", nil, nil, 204, "é 0 "},
		{"a body as large as the limit", asJSON, `{"id":"` + strings.Repeat("a", 91) + `"}`, nil, nil, 204, strings.Repeat("a", 91) + " 0 "},
		{"a body over the limit", asJSON, `{"id":"` + strings.Repeat("a", 92) + `"}`, nil, nil, 413, ""},
		{"a bad signature", asJSON, `{}`, sdk.ErrSignature, nil, 401, ""},
		{"a genuine one too late", asJSON, `{}`, sdk.ErrTimestamp, nil, 401, ""},
		{"a verifier's other error", asJSON, `{}`, errors.New(oops), nil, 400, ""},
		{"no JSON", asJSON, `<html>`, nil, nil, 400, ""},
		{"an empty body", asJSON, ``, nil, nil, 400, ""},
		{"a form that does not parse", asForm, `%zz`, nil, nil, 400, ""},
		{"an error of the program", asJSON, `{"id":"a"}`, nil, errors.New(oops), 500, "a 0 "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, reports := "", 0
			handler := sdk.HandleWebhook(sdk.Webhooks{
				Verify: func(*http.Request, []byte) error { return test.verify },
				Limit:  100,
				Report: func(*http.Request, error) { reports++ },
			}, func(r *http.Request, event *sale) error {
				again, err := io.ReadAll(r.Body)
				if err != nil || string(again) != test.body {
					t.Errorf("the body reads as %q, %v the second time", again, err)
				}
				got = event.ID + " " + string(rune('0'+deref(event.Price))) + " " + strings.Join(event.Tags, ",")
				return test.handle
			})
			rw := httptest.NewRecorder()
			r := httptest.NewRequest(http.MethodPost, "/hook", strings.NewReader(test.body))
			r.Header.Set("Content-Type", test.contentType)
			handler.ServeHTTP(rw, r)
			if rw.Code != test.status || got != test.want {
				t.Errorf("%d %q, want %d %q", rw.Code, got, test.status, test.want)
			}
			if (rw.Code != 204) != (reports == 1) || strings.Contains(rw.Body.String(), oops) {
				t.Errorf("%d reports, body %q", reports, rw.Body)
			}
		})
	}
	return len(tests)
}

func deref(p *int) int {
	if p == nil {
		return 0
	}
	return *p
}
