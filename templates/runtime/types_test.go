package sdk

import (
	"encoding/json"
	"errors"
	"iter"
	"reflect"
	"testing"
	"time"
)

func TestNullable(t *testing.T) {
	type holder struct {
		V Nullable[int]      `json:"v,omitzero"`
		S Nullable[[]string] `json:"s,omitzero"`
	}
	for _, test := range []struct {
		value holder
		want  string
	}{
		{holder{}, `{}`},
		{holder{V: Null[int]()}, `{"v":null}`},
		{holder{V: Value(0)}, `{"v":0}`},
		{holder{S: Value([]string{})}, `{"s":[]}`},
	} {
		got, err := json.Marshal(test.value)
		if err != nil || string(got) != test.want {
			t.Errorf("%s, %v, want %s", got, err, test.want)
		}
		var back holder
		if err := json.Unmarshal(got, &back); err != nil || !reflect.DeepEqual(back, test.value) {
			t.Errorf("%+v, %v, want %+v", back, err, test.value)
		}
	}
	if v, ok := Value(7).Get(); v != 7 || !ok {
		t.Error("Value(7) does not hold 7")
	}
	if _, ok := Null[int]().Get(); ok || !IsNull(Null[int]()) || IsNull(Nullable[int]{}) {
		t.Error("null, absent and values are mixed up")
	}
}

func TestDate(t *testing.T) {
	for _, test := range []struct {
		in   string
		want Date
		ok   bool
	}{
		{"2026-01-31", Date{2026, 1, 31}, true},
		{"0001-01-01", Date{1, 1, 1}, true},
		{"2026-02-30", Date{}, false},
		{"2026-1-31", Date{}, false},
		{"", Date{}, false},
	} {
		got, err := ParseDate(test.in)
		if got != test.want || (err == nil) != test.ok {
			t.Errorf("ParseDate(%q) = %v, %v, want %v", test.in, got, err, test.want)
		}
		if test.ok {
			check(t, "String", got.String(), test.in)
		}
	}
	if _, err := json.Marshal(Date{2026, 2, 30}); err == nil {
		t.Error("30 February was written")
	}
	check(t, "DateOf", DateOf(time.Date(2026, 1, 31, 23, 0, 0, 0, time.FixedZone("", -5*3600))), Date{2026, 1, 31})
}

func TestRFC2822(t *testing.T) {
	moment := RFC2822{time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC)}
	got, err := json.Marshal(moment)
	if want := `"Sat, 31 Jan 2026 10:00:00 +0000"`; err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
	for _, in := range []string{`"Sat, 31 Jan 2026 10:00:00 +0000"`, `"Sat, 31 Jan 2026 10:00:00 GMT"`, `"2026-01-31T10:00:00Z"`, `"31 Jan 2026 10:00:00 +0000"`} {
		var back RFC2822
		if err := json.Unmarshal([]byte(in), &back); err != nil || !back.Equal(moment.Time) {
			t.Errorf("%s: %v, %v", in, back, err)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, test := range []struct {
		in   Decimal
		want string // "" is refused
	}{
		{"12.50", "12.50"}, {"-0.1e10", "-0.1e10"}, {"123456789012345678901234567890", "123456789012345678901234567890"},
		{"", ""}, {"x", ""}, {"1,5", ""}, {" 1", ""}, {"1]", ""}, {"NaN", ""},
	} {
		got, err := json.Marshal(test.in)
		if string(got) != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q: %s, %v, want %s", test.in, got, err, test.want)
		}
	}
}

func TestCollectAndFirst(t *testing.T) {
	asked := 0
	numbers := func(n int, last error) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for i := range n {
				asked++
				if !yield(i, nil) {
					return
				}
			}
			if last != nil {
				yield(0, last)
			}
		}
	}
	for _, test := range []struct {
		limit, want, asked int
	}{{2, 2, 2}, {0, 0, 0}, {-1, 5, 5}, {9, 5, 5}} {
		asked = 0
		got, err := Collect(numbers(5, nil), test.limit)
		if err != nil || len(got) != test.want || asked != test.asked {
			t.Errorf("Collect(%d) = %v, %v, asked for %d", test.limit, got, err, asked)
		}
	}
	if got, err := Collect(numbers(2, errBroken), -1); len(got) != 2 || !errors.Is(err, errBroken) {
		t.Errorf("%v, %v, want what came before the error", got, err)
	}
	if v, ok, err := First(numbers(3, nil)); v != 0 || !ok || err != nil {
		t.Errorf("First = %v, %v, %v", v, ok, err)
	}
	if _, ok, err := First(numbers(0, nil)); ok || err != nil {
		t.Errorf("First of none = %v, %v", ok, err)
	}
	if _, ok, err := First(numbers(0, errBroken)); ok || err == nil {
		t.Errorf("First of an error = %v, %v", ok, err)
	}
}
