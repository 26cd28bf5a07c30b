package golden

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

func responseRows() []conformRow {
	const item, own, openapi = "Responses", "this repository", "OpenAPI 3.1.2, Responses Object"
	return []conformRow{
		{item, "the status chooses among declared results, wildcards last", openapi, tryReplyCases},
		{item, "every status that is no success is an error with its status", "RFC 9110, section 15", tryReplyFailures},
		{item, "a success without the promised body is ErrEmpty", "RFC 9110, section 15.3", tryReplyEmpty},
		{item, "a success that is declared without a body is nil", openapi, tryReplyDeclaredEmpty},
		{item, "a redirect that is the result, resolved against the request", "RFC 3986, section 5.4", tryReplyLocations},
		{item, "JSON under the media type of something else", own, tryReplyMediaTypes},
		{item, "HTML where JSON is due", own, tryReplyHTML},
		{item, "charsets and byte order marks", "RFC 8259, section 8.1; WHATWG Encoding", tryReplyCharsets},
		{item, "gzip, asked for, unasked, and only claimed", "RFC 9110, section 8.4", tryReplyGzip},
		{item, "JSON texts that must be accepted, or refused", "JSONTestSuite", tryReplyJSONSuite},
		{item, "integers of 64 bits and decimals, exactly", own, tryReplyNumbers},
		{item, "values that bend their schema: numbers in strings, nulls, empty texts, times", own, tryReplyBent},
		{item, "values that contradict their schema are errors", own, tryReplyWrong},
		{item, "unknown values of enums", own, tryReplyEnums},
		{item, "keys match by the letter", own, tryReplyKeys},
		{item, "unknown fields are ignored, or kept and sent back", own, tryReplyUnknown},
		{item, "headers by type", "RFC 9110, section 5.6", tryReplyTypedHeaders},
		{item, "bodies of errors by type", openapi, tryReplyErrorBodies},
	}
}

// A cannedReply is what a server of these tests says.
type cannedReply struct {
	status int
	header map[string]string
	body   string
}

// replyingClient is a client of a server that always says the same.
func replyingClient(t *testing.T, r cannedReply, opts ...sdk.Option) *sdk.Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		for name, value := range r.header {
			w.Header().Set(name, value)
		}
		w.WriteHeader(r.status)
		if bodyAllowed(r.status) {
			_, _ = w.Write([]byte(r.body))
		}
	}))
	t.Cleanup(server.Close)
	return sdk.NewClient(sdk.Config{BaseURL: server.URL}, append([]sdk.Option{sdk.WithMaxRetries(0)}, opts...)...)
}

// cannedClient is a client that gets one answer, without a network.
func cannedClient(r cannedReply) *sdk.Client {
	return sdk.NewClient(sdk.Config{BaseURL: "https://api.test"}, sdk.WithMaxRetries(0), sdk.WithTransport(cannedTransport(r)))
}

// A cannedTransport answers without a network.
type cannedTransport cannedReply

func (c cannedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	for name, value := range c.header {
		w.Header().Set(name, value)
	}
	w.Code = c.status
	_, _ = w.WriteString(c.body)
	answer := w.Result()
	answer.StatusCode, answer.Status, answer.Request = c.status, fmt.Sprint(c.status), r
	return answer, nil
}

func bodyAllowed(status int) bool {
	return status != http.StatusNoContent && status != http.StatusNotModified && status >= 200
}

var jsonHeader = map[string]string{"Content-Type": "application/json"}

func anyGet() *sdk.Request { return sdk.NewRequest(http.MethodGet, "/a/b") }

// A conformPet is an answer of these tests, as code that is emitted declares one.
type conformPet struct {
	Name string `json:"name,omitzero"`
	Age  *int   `json:"age,omitzero"`
}

// wantError wants an error of the API, with a status.
func wantError(t *testing.T, err error, status int) *sdk.Error {
	t.Helper()
	var e *sdk.Error
	if !errors.As(err, &e) || e.StatusCode != status {
		t.Errorf("%v is no *sdk.Error of status %d", err, status)
		return &sdk.Error{}
	}
	return e
}

// A statusAnswers is what [sdk.SendCases] chooses from.
type statusAnswers struct {
	OK        *conformPet `status:"200"`
	Accepted  []int       `status:"202"`
	NoContent bool        `status:"204"`
	Other     string      `status:"2XX" text:"false"`
}

func tryReplyCases(t *testing.T) int {
	vectors := []struct {
		status     int
		body, want string
	}{
		{200, `{"name":"a"}`, `{"OK":{"name":"a"},"Accepted":null,"NoContent":false,"Other":""}`},
		{202, `[1]`, `{"OK":null,"Accepted":[1],"NoContent":false,"Other":""}`},
		{202, `[]`, `{"OK":null,"Accepted":[],"NoContent":false,"Other":""}`},
		{204, ``, `{"OK":null,"Accepted":null,"NoContent":true,"Other":""}`},
		{201, `"x"`, `{"OK":null,"Accepted":null,"NoContent":false,"Other":"x"}`},
		{299, `"x"`, `{"OK":null,"Accepted":null,"NoContent":false,"Other":"x"}`},
	}
	for _, v := range vectors {
		got, err := sdk.SendCases[statusAnswers](t.Context(), replyingClient(t, cannedReply{v.status, jsonHeader, v.body}), anyGet())
		if text := jsonOf(t, got); err != nil || text != v.want {
			t.Errorf("%d %s: %s, %v, want %s", v.status, v.body, text, err, v.want)
		}
	}
	return len(vectors)
}

func tryReplyFailures(t *testing.T) int {
	count := 0
	for status := 300; status < 600; status++ {
		for _, body := range []string{``, `{"message":"no"}`, `<html>no</html>`} {
			_, err := sdk.Send[conformPet](t.Context(), cannedClient(cannedReply{status, jsonHeader, body}), anyGet())
			if e := wantError(t, err, status); string(e.Body) != body {
				t.Errorf("%d: body %q, want %q", status, e.Body, body)
			}
			count++
		}
	}
	for status, want := range map[int]error{
		304: sdk.ErrNotModified, 400: sdk.ErrBadRequest, 401: sdk.ErrUnauthorized, 403: sdk.ErrForbidden, 404: sdk.ErrNotFound, 409: sdk.ErrConflict,
		410: sdk.ErrGone, 422: sdk.ErrUnprocessable, 429: sdk.ErrTooManyRequests, 500: sdk.ErrServer, 502: sdk.ErrServer, 599: sdk.ErrServer,
	} {
		if err := sdk.SendEmpty(t.Context(), cannedClient(cannedReply{status: status}), anyGet()); !errors.Is(err, want) {
			t.Errorf("%d: %v is not %v", status, err, want)
		}
		count++
	}
	return count
}

func tryReplyEmpty(t *testing.T) int {
	count := 0
	for _, status := range []int{200, 201, 202, 203, 204, 205, 206, 226, 299} {
		for _, body := range []string{"", " ", "\r\n\t", "\xef\xbb\xbf"} {
			client := replyingClient(t, cannedReply{status, jsonHeader, body})
			v, err := sdk.Send[conformPet](t.Context(), client, anyGet())
			if wantError(t, err, status); v != nil || !errors.Is(err, sdk.ErrEmpty) {
				t.Errorf("%d %q: %v, %v", status, body, v, err)
			}
			list, err := sdk.SendValue[[]conformPet](t.Context(), client, anyGet())
			if wantError(t, err, status); list != nil || !errors.Is(err, sdk.ErrEmpty) {
				t.Errorf("%d %q: %v, %v", status, body, list, err)
			}
			count += 2
		}
	}
	return count
}

func tryReplyDeclaredEmpty(t *testing.T) int {
	vectors := []struct {
		status   int
		declared []int
		err      error
	}{
		{204, []int{204}, nil}, {205, []int{205}, nil}, {202, []int{204, 202}, nil}, {202, []int{2}, nil}, {204, []int{2}, nil},
		{204, []int{202}, sdk.ErrEmpty}, {200, []int{204}, sdk.ErrEmpty}, {404, []int{2}, sdk.ErrNotFound}, {304, []int{204}, sdk.ErrNotModified},
	}
	for _, v := range vectors {
		client := replyingClient(t, cannedReply{status: v.status})
		got, err := sdk.SendOptional[conformPet](t.Context(), client, anyGet(), v.declared...)
		if got != nil || !errors.Is(err, v.err) {
			t.Errorf("%d of %v: %v, %v", v.status, v.declared, got, err)
		}
		list, err := sdk.SendOptionalValue[[]conformPet](t.Context(), client, anyGet(), v.declared...)
		if list != nil || !errors.Is(err, v.err) {
			t.Errorf("%d of %v: %v, %v", v.status, v.declared, list, err)
		}
	}
	return 2 * len(vectors)
}
