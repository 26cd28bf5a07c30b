package golden

import (
	"slices"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// allPaths are values that tables of examples leave out.
func allPaths() []pathVector {
	type both struct{ text, list, one, object, plus string }
	wants := map[string]map[bool]both{
		"simple": {false: {"a%2Fb", "a%2Cb,%3B", "c", "k,a%20b,m,1", "%2B"}, true: {"a%2Fb", "a%2Cb,%3B", "c", "k=a%20b,m=1", "%2B"}},
		"label":  {false: {".a%2Fb", ".a%2Cb,%3B", ".c", ".k,a%20b,m,1", ".%2B"}, true: {".a%2Fb", ".a%2Cb.%3B", ".c", ".k=a%20b.m=1", ".%2B"}},
		"matrix": {
			false: {";color=a%2Fb", ";color=a%2Cb,%3B", ";color=c", ";color=k,a%20b,m,1", ";color=%2B"},
			true:  {";color=a%2Fb", ";color=a%2Cb;color=%3B", ";color=c", ";k=a%20b;m=1", ";color=%2B"},
		},
	}
	var out []pathVector
	for _, style := range []string{"simple", "label", "matrix"} {
		for _, explode := range []bool{false, true} {
			want := wants[style][explode]
			sign := map[string]string{"simple": "", "label": ".", "matrix": ";color="}[style]
			out = append(out, []pathVector{
				{style, explode, "a/b", want.text},
				{style, explode, []string{"a,b", ";"}, want.list},
				{style, explode, []string{"c"}, want.one},
				{style, explode, map[string]string{"m": "1", "k": "a b"}, want.object},
				{style, explode, "+", want.plus},
				{style, explode, 42, sign + "42"},
				{style, explode, -1.5, sign + "-1.5"},
				{style, explode, int64(9007199254740993), sign + "9007199254740993"},
				{style, explode, true, sign + "true"},
				{style, explode, time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC), sign + "2026-01-31T10%3A00%3A00Z"},
				{style, explode, sdk.Date{Year: 2026, Month: 1, Day: 31}, sign + "2026-01-31"},
				{style, explode, sdk.Decimal("12.50"), sign + "12.50"},
				{style, explode, []byte{0xfb, 0xff}, sign + "%2B%2F8%3D"},
				{style, explode, "é%2F?#", sign + "%C3%A9%252F%3F%23"},
				{style, explode, []string{}, refused},
				{style, explode, map[string]string{}, refused},
				{style, explode, sdk.Null[string](), refused},
			}...)
		}
	}
	return append(out, []pathVector{
		{"simple", false, "", refused},
		{"simple", false, ".", refused},
		{"simple", false, "..", refused},
		{"simple", false, "...", "..."},
		{"simple", false, []string{"", ""}, ","},
		{"label", false, "", "."},
		{"label", true, []string{"", "a"}, "..a"},
		{"matrix", false, "", ";color"},
		{"matrix", true, []string{"", "a"}, ";color;color=a"},
	}...)
}

// scalarVectors are the same in each style of a query; name and escape are those of the place.
func scalarVectors(tag, before string) []paramVector {
	var none *string
	return []paramVector{
		{tag, none, absent},
		{tag + ` required:"true"`, "", before},
		{tag, new(""), before},
		{tag, new(0), before + "0"},
		{tag, new(false), before + "false"},
		{tag, 42, before + "42"},
		{tag, int64(9007199254740993), before + "9007199254740993"},
		{tag, 1e21, before + "1000000000000000000000"},
		{tag, 0.1, before + "0.1"},
		{tag, true, before + "true"},
		{tag, sdk.Date{Year: 2026, Month: 1, Day: 31}, before + "2026-01-31"},
		{tag, sdk.Decimal("12.50"), before + "12.50"},
		{tag, sdk.Value("a"), before + "a"},
		{tag, sdk.Null[int](), before},
		{tag, sdk.Nullable[int]{}, absent},
		{tag, []string(nil), absent},
		{tag, map[string]string(nil), absent},
	}
}

func allQueries() []paramVector {
	type deep struct {
		Min   *int           `json:"min,omitzero"`
		Tags  []string       `json:"tags,omitzero"`
		Inner map[string]any `json:"inner,omitzero"`
	}
	var out []paramVector
	for _, style := range []string{"form", "spaceDelimited", "pipeDelimited", "deepObject"} {
		for _, explode := range []string{"false", "true"} {
			tag := `style:"` + style + `" explode:"` + explode + `"`
			out = append(out, scalarVectors(tag, "color=")...)
			out = append(out, paramVector{tag, []string{}, absent}, paramVector{tag, map[string]int{}, absent},
				paramVector{tag, "a b&c=d+é", "color=a%20b%26c%3Dd%2B%C3%A9"})
			if style != "deepObject" && explode == "true" { // what the table marks n/a repeats the key
				out = append(out, paramVector{tag, colors, "color=blue&color=black&color=brown"}, paramVector{tag, color, "R=100&G=200&B=150"})
			}
		}
	}
	return append(out, []paramVector{
		{`explode:"false"`, []string{"a,b", "c"}, "color=a%2Cb,c"},
		{`explode:"false"`, []int{1}, "color=1"},
		{`explode:"false"`, []string{""}, "color="},
		{`explode:"false"`, []string{"", ""}, "color=,"},
		{`explode:"true"`, []string{"", "a"}, "color=&color=a"},
		{`explode:"true"`, []*string{nil, new("a")}, "color=&color=a"},
		{`explode:"true"`, []map[string]int{{"a": 1}}, "color=%7B%22a%22%3A1%7D"},
		{`explode:"true"`, map[string][]int{"a": {1, 2}}, "a=%5B1%2C2%5D"},
		{`style:"spaceDelimited" explode:"false"`, []string{"a b"}, refused},
		{`style:"spaceDelimited" explode:"false"`, []string{"a|b", "c"}, "color=a%7Cb%20c"},
		{`style:"pipeDelimited" explode:"false"`, []string{"a|b"}, refused},
		{`style:"pipeDelimited" explode:"false"`, []string{"a b", "c"}, "color=a%20b%7Cc"},
		{`style:"deepObject"`, deep{Min: new(1)}, "color%5Bmin%5D=1"},
		{`style:"deepObject"`, deep{Tags: []string{"a", "b"}}, "color%5Btags%5D%5B0%5D=a&color%5Btags%5D%5B1%5D=b"},
		{`style:"deepObject"`, deep{Inner: map[string]any{"x": 1, "y": map[string]any{"z": true}}}, "color%5Binner%5D%5Bx%5D=1&color%5Binner%5D%5By%5D%5Bz%5D=true"},
		{`style:"deepObject"`, deep{}, absent},
		{`style:"deepObject"`, map[string]string{"a]b": "1&2"}, "color%5Ba%5Db%5D=1%262"},
		{`empty:"true"`, []string{}, "color="},
		{`empty:"true"`, new(""), "color="},
		{`empty:"true"`, map[string]int{}, "color="},
		{`reserved:"true"`, "a/b?c:d@e!$'()*,;", "color=a/b?c:d@e!$'()*,;"},
		{`reserved:"true"`, "a&b=c+d#e[f]%20%", "color=a%26b=c%2Bd%23e%5Bf%5D%20%25"},
		{`reserved:"true" explode:"false"`, []string{"a/b", "c"}, "color=a/b,c"},
		{`content:"application/json"`, colors, "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D"},
		{`content:"application/json"`, color, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"},
		{`content:"application/json"`, new("a"), "color=%22a%22"},
		{`content:"application/json"`, sdk.Null[string](), "color=null"},
		{`content:"application/json"`, []string{}, "color=%5B%5D"},
		{`style:"prefixed"`, map[string]any{"a": map[string]any{"b": 1}}, "color.a.b=1"},
		{`style:"prefixed"`, map[string]any{"a": []int{1, 2}}, "color.a=%5B1%2C2%5D"},
	}...)
}

func allHeaders() []paramVector {
	var out []paramVector
	for _, tag := range []string{`explode:"false"`, `explode:"true"`} {
		out = append(out, scalarVectors(tag, "")...)
		out = append(out, []paramVector{
			{tag, colors, "blue,black,brown"},
			{tag, []int64{12345678, 90099}, "12345678,90099"},
			{tag, []string{"a,b"}, refused},
			{tag, []string{}, absent},
			{tag, map[string]int{}, absent},
			{tag, "a b/é;=\"", "a b/é;=\""},
			{tag, "a\nb", refused},
			{tag, "a\rb", refused},
			{tag, "a\x00b", refused},
			{tag, " a", refused},
			{tag, "a\t", refused},
		}...)
	}
	return append(out, []paramVector{
		{`explode:"false"`, color, "R,100,G,200,B,150"},
		{`explode:"true"`, color, "R=100,G=200,B=150"},
		{`content:"application/json"`, color, `{"R":100,"G":200,"B":150}`},
	}...)
}

func allCookies() []paramVector {
	out := slices.Concat(scalarVectors(`style:"form"`, "color="), scalarVectors(`style:"form" explode:"false"`, "color="),
		scalarVectors(`style:"cookie"`, "color="), scalarVectors(`style:"cookie" explode:"false"`, "color="))
	return append(out, []paramVector{
		{``, colors, "color=blue; color=black; color=brown"},
		{``, color, "R=100; G=200; B=150"},
		{`explode:"false"`, color, "color=R,100,G,200,B,150"},
		{``, "a b;c,d\"\\%é", "color=a%20b%3Bc%2Cd%22%5C%25%C3%A9"},
		{``, "abc+/==!", "color=abc+/==!"}, // most servers do not decode: what RFC 6265 lets stand stands
		{``, []string{}, absent},
		{`content:"application/json"`, color, "color={%22R%22:100%2C%22G%22:200%2C%22B%22:150}"},
		{`content:"text/plain"`, "a%20b,c", "color=a%20b,c"},
		{`content:"text/plain"`, "a b", refused},
		{`style:"cookie"`, "a b", refused},
		{`style:"cookie"`, "a;b", refused},
		{`style:"cookie"`, "a%3Bb", "color=a%3Bb"},
		{`style:"cookie"`, "é", refused},
	}...)
}
