package sdk

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

type odd struct {
	Plain  string         `json:"plain"`
	Comma  int            `json:"-" wire:"a,b"`
	Quote  *string        `json:"-" wire:"q\"\\" required:"true"`
	Opt    *time.Time     `json:"opt,omitzero"`
	Zero   time.Time      `json:"zero,omitzero"`
	Folded string         `json:"PLAIN,omitzero"`
	Null   Nullable[int]  `json:"null,omitzero"`
	Hidden string         `json:"-"`
	Extra  map[string]int `json:"-" extra:"true"`
	Last   []int          `json:"last"`
}

type oddJSON odd

func (v oddJSON) MarshalJSON() ([]byte, error) {
	return MarshalObject(v)
}

func (v *oddJSON) UnmarshalJSON(b []byte) error {
	return UnmarshalObject(b, v)
}

func TestObject(t *testing.T) {
	for _, test := range []struct {
		value oddJSON
		want  string
	}{
		{oddJSON{Last: []int{}}, `{"plain":"","q\"\\":null,"last":[]}`},
		{oddJSON{Plain: "<p>", Comma: 1, Quote: Ptr("q"), Folded: "F", Null: Null[int](), Last: []int{1}, Extra: map[string]int{"z": 1, "a": 2}},
			`{"plain":"<p>","a,b":1,"q\"\\":"q","PLAIN":"F","null":null,"last":[1],"a":2,"z":1}`},
	} {
		got, err := encodeJSON(test.value)
		if err != nil || string(got) != test.want {
			t.Errorf("got  %s, %v\nwant %s", got, err, test.want)
		}
		var back oddJSON
		if err := json.Unmarshal(got, &back); err != nil || !reflect.DeepEqual(back, test.value) {
			t.Errorf("got  %+v, %v\nwant %+v", back, err, test.value)
		}
	}
}

func TestExtraNeverRepeatsAField(t *testing.T) {
	got, err := json.Marshal(oddJSON{Extra: map[string]int{"plain": 1, "a,b": 2, "c": 3}, Last: []int{}})
	if want := `{"plain":"","q\"\\":null,"last":[],"c":3}`; err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}

func TestUnmarshalObject(t *testing.T) {
	for _, test := range []struct {
		in   string
		ok   bool
		want odd
	}{
		{`null`, true, odd{}},
		{`{"plain":"a","PLAIN":"b","Plain":3}`, true, odd{Plain: "a", Folded: "b", Extra: map[string]int{"Plain": 3}}},
		{` { "pl\u0061in" : "a" , "a,b" : "7" } `, true, odd{Plain: "a", Comma: 7}},
		{`{"new":"text"}`, false, odd{}},
		{`[]`, false, odd{}},
		{`{"plain"`, false, odd{}},
		{`{"plain":}`, false, odd{}},
		{`{"plain":"a"`, false, odd{Plain: "a"}},
	} {
		var got odd
		err := UnmarshalObject([]byte(test.in), &got)
		if (err == nil) != test.ok || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v, %v, want %+v", test.in, got, err, test.want)
		}
	}
}
