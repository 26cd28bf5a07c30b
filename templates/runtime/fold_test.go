package sdk

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

type foldInner struct {
	URL string `json:"url"`
}

type folded struct {
	ID    string               `json:"id"`
	Inner *foldInner           `json:"innerValue"`
	List  []foldInner          `json:"list"`
	Map   map[string]foldInner `json:"map"`
	Any   any                  `json:"any"`
}

// Keys are the document's, letter by letter: another case is another key, which is not declared.
func TestKeysMatchExactly(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{`{"id":"a"}`, `{a <nil> [] map[] <nil>}`},
		{`{"id":"a","ID":"b"}`, `{a <nil> [] map[] <nil>}`},
		{`{"ID":"b","id":"a"}`, `{a <nil> [] map[] <nil>}`},
		{`{"Id":"b"}`, `{ <nil> [] map[] <nil>}`},
		{`{"ID" : "b"}`, `{ <nil> [] map[] <nil>}`},
		{"{\"ID\"\n\t: \"b\"}", `{ <nil> [] map[] <nil>}`},
		{"{\"id\" : \"a\"}", `{a <nil> [] map[] <nil>}`},
		{`{"\u0049d":"b"}`, `{ <nil> [] map[] <nil>}`},
		{`{"\u0069d":"a"}`, `{a <nil> [] map[] <nil>}`},
		{`{"innervalue":{"url":"u"}}`, `{ <nil> [] map[] <nil>}`},
		{`{"list":[{"url":"u","URL":"v"}]}`, `{ <nil> [{u}] map[] <nil>}`},
		{`{"li\u017ft":[{"url":"u"}],"liſt":[{"url":"u"}]}`, `{ <nil> [] map[] <nil>}`},
		{`{"map":{"URL":{"url":"u"}}}`, `{ <nil> [] map[URL:{u}] <nil>}`},
		{`{"map":{"a":{"URL":"u"}}}`, `{ <nil> [] map[a:{}] <nil>}`},
		{`{"any":{"ID":1,"id":2}}`, `{ <nil> [] map[] map[ID:1 id:2]}`},
		{`{"id":"say \"ID\": no"}`, `{say "ID": no <nil> [] map[] <nil>}`},
		{`{"id":"\\","ID":"b"}`, `{\ <nil> [] map[] <nil>}`},
	} {
		var v folded
		err := decode([]byte(test.body), &v)
		if got := fmt.Sprint(v); err != nil || got != test.want {
			t.Errorf("%s: %s, %v, want %s", test.body, got, err, test.want)
		}
	}
}

// A key that structs spell differently is read exactly wherever it stands.
func TestKeysOfSeveralSpellings(t *testing.T) {
	type upper struct {
		ID string `json:"ID"`
	}
	var v struct {
		Low  thing `json:"low"`
		High upper `json:"high"`
	}
	err := decode([]byte(`{"low":{"ID":"x"},"high":{"ID":"y","id":"z"}}`), &v)
	if err != nil || v.Low.ID != "" || v.High.ID != "y" {
		t.Errorf("%+v, %v", v, err)
	}
}

func BenchmarkFolds(b *testing.B) {
	body := []byte("[" + strings.Repeat(sessionJSON+",", 99) + sessionJSON + "]")
	table := newKeyTable(reflect.TypeFor[[]session]())
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			var v []session
			if err := decode(body, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("folds", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if table.folds(body) {
				b.Fatal("it folds")
			}
		}
	})
}
