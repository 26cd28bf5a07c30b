package sdk

import (
	"errors"
	"io"
	"testing"
)

type caseResult struct {
	OK        *thing  `status:"200"`
	Accepted  []int   `status:"202"`
	NoContent bool    `status:"204"`
	Text      *string `status:"206" text:"true"`
	Image     *Stream `status:"207"`
	Other     any     `status:"2XX"`
}

func TestSendCases(t *testing.T) {
	for _, test := range []struct {
		status      int
		media, body string
		check       func(*caseResult) bool
	}{
		{200, "application/json", `{"id":"a"}`, func(r *caseResult) bool { return r.OK != nil && r.OK.ID == "a" }},
		{202, "application/json", `[1,2]`, func(r *caseResult) bool { return len(r.Accepted) == 2 }},
		{204, "", "", func(r *caseResult) bool { return r.NoContent }},
		{206, "text/plain; charset=iso-8859-1", "\xe9", func(r *caseResult) bool { return r.Text != nil && *r.Text == "é" }},
		{207, "image/png", "PNG", func(r *caseResult) bool {
			data, err := io.ReadAll(r.Image)
			return err == nil && r.Image.Close() == nil && string(data) == "PNG"
		}},
		{299, "application/json", `"other"`, func(r *caseResult) bool { return r.Other == "other" }},
	} {
		client, _ := serve(t, answer(test.status, test.media, test.body))
		r, err := SendCases[caseResult](t.Context(), client, NewRequest("GET", "/"))
		if err != nil || !test.check(r) {
			t.Errorf("status %d: %+v, %v", test.status, r, err)
		}
	}
}

func TestSendCasesErrors(t *testing.T) {
	type two struct {
		OK       *thing `status:"200"`
		Accepted *int   `status:"202"`
	}
	for _, test := range []struct {
		status     int
		body, want string
	}{
		{201, `{"id":"a"}`, "the document declares no result for this status: application/json: {\"id\":\"a\"}"},
		{200, ``, "the answer has no body, where a value is due"},
		{202, `null`, "the answer is null, where a value is due: application/json: null"},
		{404, `{"message":"gone"}`, "gone"},
	} {
		client, _ := serve(t, answer(test.status, "application/json", test.body))
		r, err := SendCases[two](t.Context(), client, NewRequest("GET", "/"))
		var e *Error
		if r != nil || !errors.As(err, &e) || e.StatusCode != test.status || e.Message != test.want {
			t.Errorf("status %d: %+v, %v", test.status, r, err)
		}
	}
}

func TestSendOptional(t *testing.T) {
	for _, test := range []struct {
		status  int
		body    string
		empty   []int
		present bool
		err     error
	}{
		{200, `{"id":"a"}`, []int{204}, true, nil},
		{204, ``, []int{204}, false, nil},
		{204, ``, []int{202, 2}, false, nil},
		{200, ``, []int{204}, false, ErrEmpty},
		{204, ``, nil, false, ErrEmpty},
		{404, ``, []int{204}, false, ErrNotFound},
		{304, ``, []int{204}, false, ErrNotModified},
	} {
		client, _ := serve(t, answer(test.status, "application/json", test.body))
		v, err := SendOptional[thing](t.Context(), client, NewRequest("GET", "/"), test.empty...)
		if (v != nil) != test.present || !errors.Is(err, test.err) {
			t.Errorf("status %d, empty %v: %v, %v", test.status, test.empty, v, err)
		}
		list, err := SendOptionalValue[*thing](t.Context(), client, NewRequest("GET", "/"), test.empty...)
		if (list != nil) != test.present || !errors.Is(err, test.err) {
			t.Errorf("status %d, empty %v: %v, %v", test.status, test.empty, list, err)
		}
	}
}
