package sdk

import (
	"encoding/json"
	"net/netip"
	"reflect"
	"testing"
	"time"
)

type bent struct {
	S     string            `json:"s"`
	I     int               `json:"i"`
	I8    int8              `json:"i8"`
	I64   int64             `json:"i64"`
	U     uint32            `json:"u"`
	F     float64           `json:"f"`
	B     bool              `json:"b"`
	P     *int              `json:"p"`
	PB    *bool             `json:"pb"`
	PS    *string           `json:"ps"`
	T     time.Time         `json:"t"`
	PT    *time.Time        `json:"pt"`
	D     Date              `json:"d"`
	PD    *Date             `json:"pd"`
	ND    Nullable[Date]    `json:"nd"`
	IP    netip.Addr        `json:"ip"`
	R     *RFC2822          `json:"r"`
	Dec   Decimal           `json:"dec"`
	N     Nullable[int]     `json:"n"`
	L     []string          `json:"l"`
	Is    []int64           `json:"is"`
	Subs  []nested          `json:"subs"`
	Sub   *nested           `json:"sub"`
	M     map[string]int    `json:"m"`
	MS    map[string]string `json:"ms"`
	Mode  mode              `json:"mode"`
	Bytes []byte            `json:"bytes"`
	Any   any               `json:"any"`
	Raw   json.RawMessage   `json:"raw"`
	Upper string            `json:"S"`
	Msg   message           `json:"msg"`
}

func TestDecode(t *testing.T) {
	january := time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC)
	day := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		in   string
		want bent
	}{
		{`{"i":"12","f":"1.5","b":"true","s":7}`, bent{I: 12, F: 1.5, B: true, S: "7"}},
		{`{"i":3.0,"i64":"9007199254740993","u":3e2}`, bent{I: 3, I64: 9007199254740993, U: 300}},
		{`{"i64":9223372036854775807}`, bent{I64: 9223372036854775807}},
		{`{"i":"","f":"","b":"","p":"","pb":"","t":"","pt":"","d":"","sub":"","l":"","m":"","n":""}`,
			bent{L: []string{}, M: map[string]int{}, N: Value(0)}},
		{`{"i":null,"f":null,"s":null,"t":null,"l":null,"sub":null,"d":null,"n":null,"p":null}`, bent{N: Null[int]()}},
		{`{"i":"","n":null}`, bent{N: Null[int]()}},
		{`{"p":"5","ps":"","pb":0}`, bent{P: Ptr(5), PS: Ptr(""), PB: Ptr(false)}},
		{`{"t":"2026-01-31T10:00:00Z"}`, bent{T: january}},
		{`{"t":"Sat, 31 Jan 2026 10:00:00 +0000","pt":"2026-01-31 10:00:00"}`, bent{T: january, PT: &january}},
		{`{"t":"2026-01-31T10:00:00","pt":"2026-01-31"}`, bent{T: january, PT: &day}},
		{`{"t":"2026-01-31T10:00:00+0000"}`, bent{T: january}},
		{`{"d":"2026-01-31","r":"Sat, 31 Jan 2026 10:00:00 +0000"}`, bent{D: Date{2026, 1, 31}, R: &RFC2822{january}}},
		{`{"d":"2026-01-31T23:00:00Z","r":"2026-01-31T10:00:00Z"}`, bent{D: Date{2026, 1, 31}, R: &RFC2822{january}}},
		{`{"d":"2026-01-31","i":"1"}`, bent{D: Date{2026, 1, 31}, I: 1}},
		{`{"d":"2026-01-31T23:00:00Z","pd":"2026-01-31","i":"1"}`, bent{D: Date{2026, 1, 31}, PD: &Date{2026, 1, 31}, I: 1}},
		{`{"d":{},"pd":"","nd":"2026-01-31","i":"1"}`, bent{ND: Value(Date{2026, 1, 31}), I: 1}},
		{`{"ip":"10.0.0.1","i":"1"}`, bent{IP: netip.AddrFrom4([4]byte{10, 0, 0, 1}), I: 1}},
		{`{"r":"Sat, 31 Jan 2026 10:00:00 +0000","i":"1"}`, bent{R: &RFC2822{january}, I: 1}},
		{`{"dec":12.50}`, bent{Dec: "12.50"}},
		{`{"dec":"12.50","n":"3"}`, bent{Dec: "12.50", N: Value(3)}},
		{`{"l":"one","is":["1",2.0]}`, bent{L: []string{"one"}, Is: []int64{1, 2}}},
		{`{"subs":{"name":"n"},"i":"1"}`, bent{Subs: []nested{{Name: "n"}}, I: 1}},
		{`{"subs":{},"m":[],"sub":[]}`, bent{Subs: []nested{}, M: map[string]int{}, Sub: &nested{}}},
		{`{"m":{"a":"1"},"ms":{"a":1,"b":true}}`, bent{M: map[string]int{"a": 1}, MS: map[string]string{"a": "1", "b": "true"}}},
		{`{"mode":"unheard-of"}`, bent{Mode: "unheard-of"}},
		{`{"bytes":"-_8","i":"1"}`, bent{Bytes: []byte{0xfb, 0xff}, I: 1}},
		{`{"any":{"n":9007199254740993}}`, bent{Any: map[string]any{"n": json.Number("9007199254740993")}}},
		{`{"i":"1","any":{"n":9007199254740993}}`, bent{I: 1, Any: map[string]any{"n": json.Number("9007199254740993")}}},
		{`{"i":"1","raw":{"a": 1}}`, bent{I: 1, Raw: json.RawMessage(`{"a": 1}`)}},
		{`{"i":"1","s":"low","S":"up"}`, bent{I: 1, S: "low", Upper: "up"}},
		{`{"i":"1","new":{"x":[1,{"y":"}"}]}}`, bent{I: 1}},
		{`{"i":"1","msg":"text"}`, bent{I: 1, Msg: message{"text"}}},
	} {
		var got bent
		if err := decode([]byte(test.in), &got); err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s\ngot  %+v, %v\nwant %+v", test.in, got, err, test.want)
		}
	}
}

// Nothing is rounded, cut or guessed.
func TestDecodeRefuses(t *testing.T) {
	for _, in := range []string{
		`{"i":3.5}`, `{"i":"3.5"}`, `{"i":"x"}`, `{"i8":"300"}`, `{"i8":300}`, `{"u":-1}`, `{"i":true}`, `{"b":2}`, `{"b":"yes"}`,
		`{"f":"0x10"}`, `{"f":"inf"}`, `{"t":"yesterday"}`, `{"t":5}`, `{"t":"Sat, 31 Jan 2026 10:00:00 EST"}`, `{"d":"soon"}`, `{"d":"soon","i":"1"}`, `{"d":20260131}`, `{"ip":"x","i":"1"}`, `{"s":{}}`, `{"s":["a"]}`, `{"sub":"text"}`,
		`{"m":[1]}`, `{"is":"a"}`, `{"dec":"x"}`, `{"i64":"9223372036854775808"}`, `{"i":1e999999999}`, `{"i":1`, `[`, ``, `{"i":"1"}x`,
	} {
		var got bent
		if err := decode([]byte(in), &got); err == nil || !reflect.DeepEqual(got, bent{}) {
			t.Errorf("%s: %+v, %v, want an error", in, got, err)
		}
	}
}

// Scanners of JSON meet anything without a panic.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{`{"a":[1,{"b":"\"}"}],"c":null}`, `[`, `{"`, `{"a"`, `{"a":`, `"\`, `[[[[`, `{"a":1,}`, ` [ ] `, `[,]`, `"""`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		whole := members(b, func(string, []byte) bool { return true }) || elements(b, func([]byte) bool { return true })
		if json.Valid(b) && (jsonKind(b) == "object" || jsonKind(b) == "array") && !whole {
			t.Errorf("%q is valid and was not read whole", b)
		}
		nesting(b)
		lookup(b, "a.b.c")
		describe(b)
		choose(b, "role", messages)
		var v bent
		_ = decode(b, &v)
		var o odd
		_ = UnmarshalObject(b, &o)
	})
}
