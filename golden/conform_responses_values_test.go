package golden

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/proxyv1"
	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A cannedReading is a body, the type that reads it, and what the value is when it is written again; "error" for none.
type cannedReading struct {
	body string
	read func(*testing.T, string) string
	want string
}

// as reads a body as a T, through a call, and writes it again.
func as[T any](t *testing.T, body string) string {
	t.Helper()
	v, err := sdk.SendValue[T](t.Context(), cannedClient(cannedReply{200, jsonHeader, body}), anyGet())
	if err != nil {
		wantError(t, err, 200)
		return "error"
	}
	return jsonOf(t, v)
}

func tryReplyReadings(t *testing.T, all []cannedReading) int {
	for _, r := range all {
		if got := r.read(t, r.body); got != r.want {
			t.Errorf("%s reads as %s, want %s", r.body, got, r.want)
		}
	}
	return len(all)
}

func tryReplyNumbers(t *testing.T) int {
	return tryReplyReadings(t, []cannedReading{
		{`9223372036854775807`, as[int64], `9223372036854775807`},
		{`-9223372036854775808`, as[int64], `-9223372036854775808`},
		{`9007199254740993`, as[int64], `9007199254740993`},
		{`"9007199254740993"`, as[int64], `9007199254740993`},
		{`18446744073709551615`, as[uint64], `18446744073709551615`},
		{`"18446744073709551615"`, as[uint64], `18446744073709551615`},
		{`9223372036854775808`, as[int64], `error`},
		{`"9223372036854775808"`, as[int64], `error`},
		{`-1`, as[uint64], `error`},
		{`256`, as[uint8], `error`},
		{`1.0`, as[int64], `1`},
		{`1e3`, as[int64], `1000`},
		{`1.5`, as[int64], `error`},
		{`9007199254740993`, as[any], `9007199254740993`},
		{`{"a":[9007199254740993]}`, as[map[string]any], `{"a":[9007199254740993]}`},
		{`0.1000000000000000055511151231257827`, as[any], `0.1000000000000000055511151231257827`},
		{`0.10`, as[sdk.Decimal], `0.10`},
		{`"0.10"`, as[sdk.Decimal], `0.10`},
		{`123456789012345678901234567890.123456789`, as[sdk.Decimal], `123456789012345678901234567890.123456789`},
		{`0.1`, as[float64], `0.1`},
		{`1e400`, as[float64], `error`},
		{`-0`, as[float64], `-0`},
	})
}

func tryReplyBent(t *testing.T) int {
	type counted struct {
		N int         `json:"n"`
		B bool        `json:"b"`
		S string      `json:"s"`
		T time.Time   `json:"t,omitzero"`
		L []string    `json:"l"`
		P *conformPet `json:"p"`
	}
	const zero = `{"n":0,"b":false,"s":"","l":null,"p":null}`
	return tryReplyReadings(t, []cannedReading{
		{`{"n":"12"}`, as[counted], `{"n":12,"b":false,"s":"","l":null,"p":null}`},
		{`{"n":" 12 "}`, as[counted], `{"n":12,"b":false,"s":"","l":null,"p":null}`},
		{`{"n":""}`, as[counted], zero},
		{`{"n":null,"b":null,"s":null,"t":null,"l":null,"p":null}`, as[counted], zero},
		{`{"b":"true"}`, as[counted], `{"n":0,"b":true,"s":"","l":null,"p":null}`},
		{`{"b":"false"}`, as[counted], zero},
		{`{"s":12}`, as[counted], `{"n":0,"b":false,"s":"12","l":null,"p":null}`},
		{`{"s":1e2}`, as[counted], `{"n":0,"b":false,"s":"1e2","l":null,"p":null}`},
		{`{"s":true}`, as[counted], `{"n":0,"b":false,"s":"true","l":null,"p":null}`},
		{`{"t":"2026-01-31T10:00:00Z"}`, as[counted], `{"n":0,"b":false,"s":"","t":"2026-01-31T10:00:00Z","l":null,"p":null}`},
		{`{"t":"2026-01-31T10:00:00"}`, as[counted], `{"n":0,"b":false,"s":"","t":"2026-01-31T10:00:00Z","l":null,"p":null}`},
		{`{"t":"2026-01-31 10:00:00"}`, as[counted], `{"n":0,"b":false,"s":"","t":"2026-01-31T10:00:00Z","l":null,"p":null}`},
		{`{"t":"Sat, 31 Jan 2026 10:00:00 +0000"}`, as[counted], `{"n":0,"b":false,"s":"","t":"2026-01-31T10:00:00Z","l":null,"p":null}`},
		{`{"t":""}`, as[counted], zero},
		{`{"l":"one"}`, as[counted], `{"n":0,"b":false,"s":"","l":["one"],"p":null}`},
		{`{"l":[1,null,"a"]}`, as[counted], `{"n":0,"b":false,"s":"","l":["1","","a"],"p":null}`},
		{`{"l":{}}`, as[counted], `{"n":0,"b":false,"s":"","l":[],"p":null}`},
		{`{"p":""}`, as[counted], zero},
		{`{"p":[]}`, as[counted], `{"n":0,"b":false,"s":"","l":null,"p":{}}`},
		{`{"p":{"age":"7"}}`, as[counted], `{"n":0,"b":false,"s":"","l":null,"p":{"age":7}}`},
		{`[]`, as[map[string]int], `{}`},
		{`{"a":"1"}`, as[map[string]int], `{"a":1}`},
	})
}

func tryReplyWrong(t *testing.T) int {
	return tryReplyReadings(t, []cannedReading{
		{`{"age":"seven"}`, as[conformPet], `error`},
		{`{"age":{}}`, as[conformPet], `error`},
		{`{"age":{"years":7}}`, as[conformPet], `error`},
		{`{"age":[7]}`, as[conformPet], `error`},
		{`{"name":{"first":"a"}}`, as[conformPet], `error`},
		{`{"name":["a"]}`, as[conformPet], `error`},
		{`"conformPet"`, as[conformPet], `error`},
		{`12`, as[conformPet], `error`},
		{`[{"name":"a"}]`, as[conformPet], `error`},
		{`{"name":"a"} {"name":"b"}`, as[conformPet], `error`},
		{`{"name":"a"`, as[conformPet], `error`},
		{`{"name":"a",}`, as[conformPet], `error`},
		{`true`, as[int], `error`},
		{`"yes"`, as[bool], `error`},
		{`"31 January"`, as[time.Time], `error`},
		{`"2026-02-30"`, as[sdk.Date], `error`},
	})
}

func tryReplyEnums(t *testing.T) int {
	count := 0
	for _, value := range []string{"open", "suspended", "OPEN", "", "a b", "ünknown", "0"} {
		body := jsonOf(t, map[string]string{"status": value})
		got, err := sdk.Send[proxyv1.Session](t.Context(), cannedClient(cannedReply{200, jsonHeader, body}), anyGet())
		if err != nil || string(got.Status) != value || got.Status.Known() != (value == "open") {
			t.Errorf("%s: %+v, %v", body, got, err)
		}
		count++
	}
	type level int
	for _, body := range []string{"1", "99", "-1"} {
		if got := as[level](t, body); got != body {
			t.Errorf("%s: %s", body, got)
		}
		count++
	}
	return count
}

func tryReplyKeys(t *testing.T) int {
	type keyed struct {
		ID    string         `json:"id,omitzero"`
		Upper string         `json:"URL,omitzero"`
		Mixed string         `json:"fullName,omitzero"`
		In    *conformPet    `json:"in,omitzero"`
		List  []conformPet   `json:"list,omitzero"`
		Free  map[string]any `json:"free,omitzero"`
	}
	return tryReplyReadings(t, []cannedReading{
		{`{"id":"a"}`, as[keyed], `{"id":"a"}`},
		{`{"ID":"a"}`, as[keyed], `{}`},
		{`{"Id":"a"}`, as[keyed], `{}`},
		{`{"id":"a","ID":"b"}`, as[keyed], `{"id":"a"}`},
		{`{"ID":"b","id":"a"}`, as[keyed], `{"id":"a"}`},
		{`{"url":"a"}`, as[keyed], `{}`},
		{`{"URL":"a"}`, as[keyed], `{"URL":"a"}`},
		{`{"fullname":"a"}`, as[keyed], `{}`},
		{`{"full_name":"a"}`, as[keyed], `{}`},
		{`{"FullName":"a","fullName":"b"}`, as[keyed], `{"fullName":"b"}`},
		{`{"in":{"Name":"a","AGE":1}}`, as[keyed], `{"in":{}}`},
		{`{"in":{"name":"a","Name":"b"}}`, as[keyed], `{"in":{"name":"a"}}`},
		{`{"list":[{"name":"a"},{"NAME":"b"}]}`, as[keyed], `{"list":[{"name":"a"},{}]}`},
		{`{"free":{"ID":1,"id":2}}`, as[keyed], `{"free":{"ID":1,"id":2}}`},
		{`{"ID" : "a"}`, as[keyed], `{}`},
		{"{\"ID\"\n:\t\"a\"}", as[keyed], `{}`},
		{`{"\u0049D":"a"}`, as[keyed], `{}`},
		{`{"\u0069d":"a"}`, as[keyed], `{"id":"a"}`},
		{`{"liſt":[{}]}`, as[keyed], `{}`},
		{`{"id":"\"ID\": 1"}`, as[keyed], `{"id":"\"ID\": 1"}`},
		{`{"id":"a","id":"b"}`, as[keyed], `{"id":"b"}`},
	})
}

// A conformKept is what unknownFields: keep emits.
type conformKept struct {
	Name  string         `json:"name,omitzero"`
	Extra map[string]any `json:"-" extra:"true"`
}

func (p conformKept) MarshalJSON() ([]byte, error) {
	type plain conformKept
	return sdk.MarshalObject(plain(p))
}

func (p *conformKept) UnmarshalJSON(data []byte) error {
	type plain conformKept
	return sdk.UnmarshalObject(data, (*plain)(p))
}

func tryReplyUnknown(t *testing.T) int {
	return tryReplyReadings(t, []cannedReading{
		{`{"name":"a","new":1}`, as[conformPet], `{"name":"a"}`},
		{`{"new":{"name":"a"}}`, as[conformPet], `{}`},
		{`{"name":"a","new":1}`, as[conformKept], `{"name":"a","new":1}`},
		{`{"new":{"deep":[9007199254740993,null]},"name":"a"}`, as[conformKept], `{"name":"a","new":{"deep":[9007199254740993,null]}}`},
		{`{"Name":"a"}`, as[conformKept], `{"Name":"a"}`},
		{`{"name":"a","Name":"b","":0}`, as[conformKept], `{"name":"a","":0,"Name":"b"}`},
		{`{"z":1,"a":2}`, as[conformKept], `{"a":2,"z":1}`},
		{`[{"x":null},{}]`, as[[]conformKept], `[{"x":null},{}]`},
	})
}

func tryReplyTypedHeaders(t *testing.T) int {
	var got sdk.Response
	header := map[string]string{
		"X-Count": "12", "X-Big": "9007199254740993", "X-Yes": "true", "X-Text": " spaced ", "X-Wrong": "many",
		"X-Date": "Sun, 06 Nov 1994 08:49:37 GMT", "X-List": "a, b ,c", "X-Ids": "1,2", "X-Empty": "",
	}
	_, err := sdk.Send[conformPet](t.Context(), cannedClient(cannedReply{200, header, `{}`}), sdk.NewRequest(http.MethodGet, "/", sdk.WithResponse(&got)))
	if err != nil {
		t.Fatal(err)
	}
	vectors := []struct{ got, want string }{
		{headerAs[int](got, "X-Count"), "12 true"}, {headerAs[int](got, "x-count"), "12 true"}, {headerAs[int](got, "X-None"), "0 false"},
		{headerAs[int64](got, "X-Big"), "9007199254740993 true"}, {headerAs[bool](got, "X-Yes"), "true true"},
		{headerAs[string](got, "X-Text"), "spaced true"}, {headerAs[int](got, "X-Wrong"), "error"}, {headerAs[string](got, "X-Empty"), " true"},
		{headerAs[time.Time](got, "X-Date"), "1994-11-06 08:49:37 +0000 UTC true"},
		{headerAs[[]string](got, "X-List"), "[a b c] true"}, {headerAs[[]int](got, "X-Ids"), "[1 2] true"}, {headerAs[[]int](got, "X-List"), "error"},
	}
	for i, v := range vectors {
		if v.got != v.want {
			t.Errorf("header %d: %s, want %s", i, v.got, v.want)
		}
	}
	return len(vectors)
}

func headerAs[T any](r sdk.Response, name string) string {
	v, ok, err := sdk.Header[T](r, name)
	if err != nil {
		return "error"
	}
	if at, ok := any(v).(time.Time); ok {
		return fmt.Sprint(at.UTC(), true)
	}
	return fmt.Sprintf("%v %v", v, ok)
}

func tryReplyErrorBodies(t *testing.T) int {
	type problem struct {
		Title string `json:"title"`
	}
	type invalid struct {
		Fields []string `json:"fields"`
	}
	vectors := []struct {
		status           int
		mediaType, body  string
		problem, invalid bool
	}{
		{404, "application/problem+json", `{"title":"none"}`, true, false},
		{422, "application/json", `{"fields":["a"]}`, false, true},
		{500, "text/html", `{"title":"broken"}`, true, false},
		{400, "application/json", `{"title":"both","fields":["a"]}`, true, true},
		{502, "text/html", `<html>`, false, false},
		{503, "application/json", `{"message":"of a gateway"}`, false, false},
		{400, "application/json", ``, false, false},
		{400, "application/json", `{"title":{"not":"text"}}`, false, false},
		{302, "application/json", `{"title":"moved"}`, true, false},
	}
	for _, v := range vectors {
		_, err := sdk.Send[conformPet](t.Context(), cannedClient(cannedReply{v.status, map[string]string{"Content-Type": v.mediaType}, v.body}), anyGet())
		wantError(t, err, v.status)
		var p *sdk.ErrorBody[problem]
		var i *sdk.ErrorBody[invalid]
		if errors.As(err, &p) != v.problem || v.problem && (p.Body.Title == "" || p.StatusCode != v.status) {
			t.Errorf("%d %s: problem %+v", v.status, v.body, p)
		}
		if errors.As(err, &i) != v.invalid || v.invalid && len(i.Body.Fields) == 0 {
			t.Errorf("%d %s: invalid %+v", v.status, v.body, i)
		}
		var raw *sdk.ErrorBody[json.RawMessage]
		if errors.As(err, &raw) != json.Valid([]byte(v.body)) {
			t.Errorf("%d %s: raw %+v", v.status, v.body, raw)
		}
	}
	return 3 * len(vectors)
}
