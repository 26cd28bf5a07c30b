package golden

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A jsonVector is a body and the text that it is sent as.
type jsonVector struct {
	body any
	want string
}

// tryJSON wants the very bytes: no member more, none less, in the order of the fields.
func tryJSON(t *testing.T, vectors []jsonVector) int {
	w := newWire(t)
	for _, v := range vectors {
		if err := w.send(t, "/x", func(r *sdk.Request) { r.JSON(v.body) }); err != nil {
			t.Errorf("%+v: %v", v.body, err)
		} else if w.body != v.want {
			t.Errorf("%T %+v is sent as %s, want %s", v.body, v.body, w.body, v.want)
		} else if got := w.got.Header.Get("Content-Type"); v.want != "" && got != "application/json" {
			t.Errorf("%+v has Content-Type %q", v.body, got)
		}
	}
	return len(vectors)
}

func jsonPresence() []jsonVector {
	type optional struct {
		V *string `json:"v,omitzero"`
	}
	type required struct {
		V string `json:"v"`
	}
	type nullable struct {
		V sdk.Nullable[string] `json:"v,omitzero"`
	}
	type requiredNullable struct {
		V *string `json:"v"`
	}
	type list struct {
		V []string `json:"v,omitzero"`
	}
	type nullableList struct {
		V sdk.Nullable[[]string] `json:"v,omitzero"`
	}
	type inner struct {
		V sdk.Nullable[required] `json:"v,omitzero"`
	}
	return []jsonVector{
		{optional{}, `{}`},
		{optional{V: new("")}, `{"v":""}`},
		{optional{V: new("a")}, `{"v":"a"}`},
		{required{}, `{"v":""}`},
		{nullable{}, `{}`},
		{nullable{V: sdk.Null[string]()}, `{"v":null}`},
		{nullable{V: sdk.Value("")}, `{"v":""}`},
		{requiredNullable{}, `{"v":null}`},
		{requiredNullable{V: new("a")}, `{"v":"a"}`},
		{list{}, `{}`},
		{list{V: []string{}}, `{"v":[]}`},
		{nullableList{}, `{}`},
		{nullableList{V: sdk.Null[[]string]()}, `{"v":null}`},
		{nullableList{V: sdk.Value([]string{})}, `{"v":[]}`},
		{inner{V: sdk.Value(required{})}, `{"v":{"v":""}}`},
		{(*required)(nil), ``},
		{&required{V: "a"}, `{"v":"a"}`},
		{[]string(nil), `[]`},
		{[]string{}, `[]`},
		{map[string]int(nil), `{}`},
		{map[string]any{"a": nil}, `{"a":null}`},
	}
}

// jsonLists are lists and maps that must be there: a nil one is empty, wherever it stands.
func jsonLists() []jsonVector {
	type leaf struct {
		List []string       `json:"list"`
		Map  map[string]int `json:"map"`
		More []int          `json:"more,omitzero"`
	}
	type tree struct {
		Leaf   leaf            `json:"leaf"`
		Leaves []leaf          `json:"leaves"`
		ByName map[string]leaf `json:"byName,omitzero"`
		Maybe  *leaf           `json:"maybe,omitzero"`
	}
	type open struct {
		Null  []string `json:"null" null:"true"`
		Bytes []byte   `json:"bytes"`
		Any   any      `json:"any"`
	}
	type members struct {
		Lists [][]string          `json:"lists"`
		Maps  map[string][]string `json:"maps"`
		Raw   json.RawMessage     `json:"raw"`
		Text  string              `json:"text"`
	}
	const empty = `{"list":[],"map":{}}`
	return []jsonVector{
		{leaf{}, empty},
		{&leaf{}, empty},
		{[]leaf{{}}, `[` + empty + `]`},
		{map[string]leaf{"a": {}}, `{"a":` + empty + `}`},
		{tree{}, `{"leaf":` + empty + `,"leaves":[]}`},
		{tree{Leaves: []leaf{{}}, ByName: map[string]leaf{"a": {}}, Maybe: &leaf{}}, `{"leaf":` + empty + `,"leaves":[` + empty + `],"byName":{"a":` + empty + `},"maybe":` + empty + `}`},
		{leaf{List: []string{"null"}}, `{"list":["null"],"map":{}}`},
		{sdk.Value(leaf{}), empty},
		{map[string]any{"a": leaf{}}, `{"a":` + empty + `}`},
		{open{}, `{"null":null,"bytes":"","any":null}`},
		{open{Null: []string{}}, `{"null":[],"bytes":"","any":null}`},
		{members{Lists: [][]string{nil}, Maps: map[string][]string{"a": nil}, Text: "null"}, `{"lists":[[]],"maps":{"a":[]},"raw":null,"text":"null"}`},
	}
}

func jsonScalars() []jsonVector {
	type readOnly struct {
		ID   string `json:"id" readonly:"true"`
		Name string `json:"name"`
	}
	type times struct {
		At   time.Time   `json:"at"`
		On   sdk.Date    `json:"on"`
		Cost sdk.Decimal `json:"cost"`
		Raw  []byte      `json:"raw"`
	}
	return []jsonVector{
		{times{time.Date(2026, 1, 31, 10, 0, 0, 5000, time.UTC), sdk.Date{Year: 2026, Month: 1, Day: 31}, "12.50", []byte{0xfb, 0xff}},
			`{"at":"2026-01-31T10:00:00.000005Z","on":"2026-01-31","cost":12.50,"raw":"+/8="}`},
		{map[string]int64{"v": 9007199254740993}, `{"v":9007199254740993}`},
		{map[string]uint64{"v": 18446744073709551615}, `{"v":18446744073709551615}`},
		{map[string]string{"v": "<a href=\"x\">&</a>"}, `{"v":"<a href=\"x\">&</a>"}`},
		{map[string]string{"v": "\u2028\u0000é😀"}, `{"v":"\u2028\u0000é😀"}`},
		{[]readOnly{{ID: "1", Name: "a"}}, `[{"name":"a"}]`},
		{"a", `"a"`},
		{0, `0`},
		{false, `false`},
	}
}
