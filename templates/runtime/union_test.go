package sdk

import (
	"encoding/json"
	"strings"
	"testing"
)

type userMessage struct {
	Role    string   `json:"role"`
	Message string   `json:"message"`
	Time    *float64 `json:"time,omitzero"`
}

type toolMessage struct {
	Role    string `json:"role"`
	Message string `json:"message"`
	Calls   []int  `json:"calls"`
}

type message struct{ v any }

func messageOf[T userMessage | toolMessage | string | []int](v T) message { return message{Variant(v)} }

func (m message) Variant() any                 { return m.v }
func (m message) MarshalJSON() ([]byte, error) { return EncodeVariant(m.v) }
func (m *message) UnmarshalJSON(b []byte) error {
	return DecodeUnion(b, "", messages, &m.v)
}

var messages = []Match{
	{Type: (*userMessage)(nil)},
	{Type: (*toolMessage)(nil)},
	{JSON: "string", Type: (*string)(nil)},
	{JSON: "array", Items: "integer", Type: (*[]int)(nil)},
}

func TestUnion(t *testing.T) {
	for _, test := range []struct {
		in   string
		want any // a zero value of the held type
	}{
		{`{"role":"user","message":"hi","time":1}`, &userMessage{}},
		{`{"role":"user","message":"hi"}`, &userMessage{}},
		{`{"role":"tool","message":"hi","calls":[1]}`, &toolMessage{}},
		{`{"role":"tool","message":"hi","calls":"[1"}`, &Unknown{}},
		{`"text"`, ""},
		{`[1,2]`, []int{}},
		{`["a"]`, &Unknown{}},
		{`7`, &Unknown{}},
		{`{"other":true}`, &Unknown{}},
		{`null`, nil},
	} {
		var m message
		if err := json.Unmarshal([]byte(test.in), &m); err != nil {
			t.Fatalf("%s: %v", test.in, err)
		}
		if got, want := typeName(m.Variant()), typeName(test.want); got != want {
			t.Errorf("%s is %s, want %s", test.in, got, want)
			continue
		}
		back, err := json.Marshal(m)
		if err != nil || string(back) != test.in {
			t.Errorf("%s, %v, want %s", back, err, test.in)
		}
	}
	if b, err := json.Marshal(messageOf(userMessage{Role: "user"})); err != nil || string(b) != `{"role":"user","message":""}` {
		t.Errorf("%s, %v", b, err)
	}
}

func typeName(v any) string {
	switch v.(type) {
	case nil:
		return "nil"
	case *userMessage:
		return "user"
	case *toolMessage:
		return "tool"
	case *Unknown:
		return "unknown"
	case string:
		return "string"
	case []int:
		return "ints"
	}
	return "something else"
}

func TestChoose(t *testing.T) {
	tagged := []Match{
		{Tags: []string{"cat"}, JSON: "object", Keys: []string{"name"}, Known: []string{"type", "name"}},
		{Tags: []string{"dog", "wolf"}, JSON: "object", Known: []string{"type", "bark"}},
		{JSON: "string", Values: []string{"none", "any"}},
		{JSON: "string"},
	}
	consts := []Match{
		{JSON: "object", Known: []string{"kind"}, Consts: []Const{{"kind", `"a"`}}},
		{JSON: "object", Known: []string{"kind", "b"}, Consts: []Const{{"kind", `"b"`}}},
		{JSON: "object", Known: []string{"x", "y"}},
	}
	within := []Match{
		{Tags: []string{"note"}, JSON: "object", Known: []string{"type"}},
		{Of: &tagged, Tag: "type"},
		{Tags: []string{"note"}, JSON: "object", Keys: []string{"by"}, Known: []string{"type", "by"}},
	}
	named := []Match{
		{JSON: "object", Keys: []string{"role", "text"}, Known: []string{"role", "text"}, Named: Const{"role", `"user"`}},
		{JSON: "object", Keys: []string{"role", "text"}, Known: []string{"role", "text"}, Named: Const{"role", `"tool_call"`}},
	}
	parted := []Match{
		{JSON: "object", Known: []string{"op"}, Consts: []Const{{"op", `"eq"`}, {"op", `"ne"`}}},
		{JSON: "object", Known: []string{"op"}, Consts: []Const{{"op", `"and"`}, {"op", `"or"`}}},
	}
	numbers := []Match{{JSON: "number"}, {JSON: "integer"}, {JSON: "boolean"}}
	for _, test := range []struct {
		in       string
		tag      string
		variants []Match
		want     int
	}{
		{`{"type":"cat"}`, "type", tagged, 0},
		{`{"type":"wolf","name":"x"}`, "type", tagged, 1},
		{` {"type":"w\u006flf"}`, "type", tagged, 1},
		{`{"type":"bird","name":"x"}`, "type", tagged, -1},
		{`{"bark":1}`, "type", tagged, 1},
		{`{"name":"x"}`, "type", tagged, 0},
		{`"any"`, "type", tagged, 2},
		{`"other"`, "type", tagged, 3},
		{`true`, "type", tagged, -1},
		{`{"kind":"b"}`, "", consts, 1},
		{`{"kind":"a","b":1}`, "", consts, 0},
		{`{"kind":"c"}`, "", consts, 2},
		{`{"x":1}`, "", consts, 2},
		{`{"type":"wolf"}`, "type", within, 1},
		{`{"type":"note"}`, "type", within, 0},
		{`{"type":"note","by":"me"}`, "type", within, 2},
		{`{"type":"bird"}`, "type", within, -1},
		{`"any"`, "type", within, 1},
		{`{"role":"tool_calls","text":"x"}`, "", named, 1},
		{`{"role":"user","text":"x"}`, "", named, 0},
		{`{"role":"user"}`, "", named, 0},
		{`{"role":"user","score":1}`, "", named, -1},
		{`{"op":"or"}`, "", parted, 1},
		{`{"op":"xor"}`, "", parted, -1},
		{`3`, "", numbers, 1},
		{`3.5`, "", numbers, 0},
		{`false`, "", numbers, 2},
		{`null`, "", numbers, -1},
		{``, "", numbers, -1},
		{`{"type":`, "type", tagged, 1},
	} {
		if got := choose([]byte(test.in), test.tag, test.variants); got != test.want {
			t.Errorf("choose(%s) = %d, want %d", test.in, got, test.want)
		}
	}
}

// A tree bends its document at every level.
type tree struct {
	N     int       `json:"n"`
	Child *treeNode `json:"child,omitzero"`
}

type treeNode struct{ v any }

func (n treeNode) Variant() any { return n.v }
func (n *treeNode) UnmarshalJSON(b []byte) error {
	return DecodeUnion(b, "", trees, &n.v)
}

var trees = []Match{{Type: (*tree)(nil)}}

// Reading a deep value twice at every level would take longer than anyone lives.
func TestDeepUnions(t *testing.T) {
	const depth = 200
	text := strings.Repeat(`{"n":"1","child":`, depth) + `{"n":1}` + strings.Repeat("}", depth)
	var root tree
	if err := decode([]byte(text), &root); err != nil {
		t.Fatal(err)
	}
	levels := 0
	for at := &root; at.Child != nil; at = at.Child.v.(*tree) {
		levels += at.N
	}
	check(t, "levels", levels, depth)
	text = strings.Repeat(`{"child":`, 9000) + `"` + strings.Repeat("x", 64<<10) + `"` + strings.Repeat("}", 9000)
	if err := decode([]byte(text), &root); err == nil || !strings.Contains(err.Error(), "nested deeper than 500 levels") {
		t.Errorf("%v, want a refusal", err)
	}
}

type hue string

func TestKnown(t *testing.T) {
	hues, sizes := []hue{"red", "blue"}, []int64{1, 2}
	for _, test := range []struct {
		v, all any
		want   bool
	}{
		{hue("blue"), &hues, true},
		{hue("pink"), &hues, false},
		{hue(""), &[]hue{}, false},
		{int64(2), &sizes, true},
		{int64(3), &sizes, false},
		{2.5, &[]float64{2.5}, true},
	} {
		if got := Known(test.v, test.all); got != test.want {
			t.Errorf("Known(%v) = %v", test.v, got)
		}
	}
}
