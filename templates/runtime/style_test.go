package sdk

import (
	"net/http"
	"testing"
	"time"
)

type color struct {
	R int `json:"R"`
	G int `json:"G"`
	B int `json:"B"`
}

var rgb, list = color{100, 200, 150}, []string{"blue", "black", "brown"}

// The table of styles in OpenAPI 3.1's parameter object, with what it leaves to RFC 6570.
func TestPathStyles(t *testing.T) {
	for _, test := range []struct {
		style   string
		explode bool
		value   any
		want    string // "" is refused
	}{
		{"simple", false, "blue", "blue"},
		{"simple", false, list, "blue,black,brown"},
		{"simple", true, list, "blue,black,brown"},
		{"simple", false, rgb, "R,100,G,200,B,150"},
		{"simple", true, rgb, "R=100,G=200,B=150"},
		{"simple", false, "", ""},
		{"simple", false, ".", ""},
		{"simple", false, "..", ""},
		{"simple", false, "...", "..."},
		{"simple", false, []string{}, ""},
		{"simple", false, (*string)(nil), ""},
		{"simple", false, "a/b c%2F?#é+", "a%2Fb%20c%252F%3F%23%C3%A9%2B"},
		{"simple", false, "a,b", "a%2Cb"},
		{"simple", false, []string{"a,b", "c"}, "a%2Cb,c"},
		{"simple", false, 42, "42"},
		{"simple", false, int64(9007199254740993), "9007199254740993"},
		{"simple", false, true, "true"},
		{"simple", false, 0.1, "0.1"},
		{"simple", false, 1e21, "1000000000000000000000"},
		{"simple", false, time.Date(2026, 1, 31, 10, 0, 0, 5000, time.UTC), "2026-01-31T10%3A00%3A00.000005Z"},
		{"simple", false, Date{2026, 1, 31}, "2026-01-31"},
		{"simple", false, Decimal("12.50"), "12.50"},
		{"label", false, "blue", ".blue"},
		{"label", false, list, ".blue,black,brown"},
		{"label", true, list, ".blue.black.brown"},
		{"label", false, rgb, ".R,100,G,200,B,150"},
		{"label", true, rgb, ".R=100.G=200.B=150"},
		{"matrix", false, "blue", ";color=blue"},
		{"matrix", false, "", ";color"},
		{"matrix", false, list, ";color=blue,black,brown"},
		{"matrix", true, list, ";color=blue;color=black;color=brown"},
		{"matrix", false, rgb, ";color=R,100,G,200,B,150"},
		{"matrix", true, rgb, ";R=100;G=200;B=150"},
	} {
		client, got := serve(t, nil)
		req := NewRequest(http.MethodGet, "/x{color}")
		if test.style == "simple" {
			req = NewRequest(http.MethodGet, "/{color}")
		}
		req.PathStyle("color", test.value, test.style, test.explode)
		err := SendEmpty(t.Context(), client, req)
		if test.want == "" {
			if err == nil {
				t.Errorf("%s %v %v: sent as %s, want a refusal", test.style, test.explode, test.value, got.URI)
			}
			continue
		}
		want := "/x" + test.want
		if test.style == "simple" {
			want = "/" + test.want
		}
		if err != nil || got.URI != want {
			t.Errorf("%s %v %v: %s, %v, want %s", test.style, test.explode, test.value, got.URI, err, want)
		}
	}
}

type styled struct {
	Form      *string        `query:"form"`
	FormList  []string       `query:"color" style:"form" explode:"false"`
	Exploded  []string       `query:"colors"`
	Object    *color         `query:"rgb"`
	Flat      *color         `query:"flat" explode:"false"`
	Spaces    []string       `query:"spaces" style:"spaceDelimited" explode:"false"`
	Pipes     []string       `query:"pipes" style:"pipeDelimited" explode:"false"`
	PipeFlat  *color         `query:"pipergb" style:"pipeDelimited" explode:"false"`
	PipesLong []string       `query:"pipeslong" style:"pipeDelimited" explode:"true"`
	Deep      map[string]any `query:"deep" style:"deepObject"`
	AddOns    map[string]any `query:"AddOns" style:"prefixed"`
	Reserved  *string        `query:"reserved" reserved:"true"`
	Empty     []string       `query:"empty" empty:"true"`
	JSON      *color         `query:"json" content:"application/json"`
	Before    *Date          `query:"DateCreated<"`
	Nullable  Nullable[int]  `query:"nullable"`
	Required  string         `query:"required" required:"true"`
	Bytes     []byte         `query:"bytes"`
	Times     []time.Time    `query:"times"`
	RFC       *RFC2822       `query:"rfc"`
	Odd       *string        `query:"a,b c"`
}

func TestQueryStyles(t *testing.T) {
	for _, test := range []struct {
		params styled
		want   string
	}{
		{styled{}, "required="},
		{styled{Required: "a b&c=d+e"}, "required=a%20b%26c%3Dd%2Be"},
		{styled{Form: Ptr("")}, "form=&required="},
		{styled{FormList: list}, "color=blue,black,brown&required="},
		{styled{FormList: []string{"a,b", "c"}}, "color=a%2Cb,c&required="},
		{styled{FormList: []string{}}, "required="},
		{styled{Exploded: list}, "colors=blue&colors=black&colors=brown&required="},
		{styled{Object: &rgb}, "R=100&G=200&B=150&required="},
		{styled{Flat: &rgb}, "flat=R,100,G,200,B,150&required="},
		{styled{Spaces: list}, "spaces=blue%20black%20brown&required="},
		{styled{Pipes: list}, "pipes=blue%7Cblack%7Cbrown&required="},
		{styled{PipeFlat: &rgb}, "pipergb=R%7C100%7CG%7C200%7CB%7C150&required="},
		{styled{PipesLong: list}, "pipeslong=blue&pipeslong=black&pipeslong=brown&required="},
		{styled{Deep: map[string]any{"b": []int{1, 2}, "a": map[string]any{"x": "y z"}}},
			"deep%5Ba%5D%5Bx%5D=y%20z&deep%5Bb%5D%5B0%5D=1&deep%5Bb%5D%5B1%5D=2&required="},
		{styled{AddOns: map[string]any{"lookup": map[string]any{"x": "y z"}, "b": 1}}, "AddOns.b=1&AddOns.lookup.x=y%20z&required="},
		{styled{Reserved: Ptr("a/b?c:d@e!f=g,h#i&j+k%20l%m")}, "reserved=a/b?c:d@e!f=g,h%23i%26j%2Bk%20l%25m&required="},
		{styled{Empty: []string{}}, "empty=&required="},
		{styled{JSON: &rgb}, "json=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D&required="},
		{styled{Before: &Date{2026, 1, 31}}, "DateCreated%3C=2026-01-31&required="},
		{styled{Nullable: Null[int]()}, "nullable=&required="},
		{styled{Nullable: Value(0)}, "nullable=0&required="},
		{styled{Bytes: []byte{0xfb, 0xff}}, "required=&bytes=%2B%2F8%3D"},
		{styled{Times: []time.Time{time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC)}}, "required=&times=2026-01-31T10%3A00%3A00Z"},
		{styled{RFC: &RFC2822{time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC)}},
			"required=&rfc=Sat%2C%2031%20Jan%202026%2010%3A00%3A00%20%2B0000"},
		{styled{Odd: Ptr("x")}, "required=&a%2Cb%20c=x"},
		{styled{Pipes: []string{"a|b"}}, ""},
		{styled{Spaces: []string{"a b"}}, ""},
	} {
		client, got := serve(t, nil)
		req := NewRequest(http.MethodGet, "/q")
		req.Params(test.params)
		err := SendEmpty(t.Context(), client, req)
		if test.want == "" {
			if err == nil {
				t.Errorf("%+v: sent as %s, want a refusal", test.params, got.URI)
			}
			continue
		}
		if want := "/q?" + test.want; err != nil || got.URI != want {
			t.Errorf("got  %s, %v\nwant %s", got.URI, err, want)
		}
	}
}

func TestHeaderAndCookieStyles(t *testing.T) {
	type params struct {
		Text   *string  `header:"X-Text"`
		List   []string `header:"X-List"`
		Object *color   `header:"X-Object"`
		Long   *color   `header:"X-Long" explode:"true"`
		Cookie *string  `cookie:"session"`
		Many   []string `cookie:"many"`
		Few    []string `cookie:"few" explode:"false"`
	}
	for _, test := range []struct {
		params params
		header string
		want   string // "" is refused
	}{
		{params{Text: Ptr("a b é")}, "X-Text", "a b é"},
		{params{List: list}, "X-List", "blue,black,brown"},
		{params{Object: &rgb}, "X-Object", "R,100,G,200,B,150"},
		{params{Long: &rgb}, "X-Long", "R=100,G=200,B=150"},
		{params{Cookie: Ptr("ab/c+d==")}, "Cookie", "session=ab/c+d=="},
		{params{Cookie: Ptr(`a; b="c"`)}, "Cookie", "session=a%3B%20b=%22c%22"},
		{params{Many: list}, "Cookie", "many=blue; many=black; many=brown"},
		{params{Few: []string{"a,b", "c"}}, "Cookie", "few=a%2Cb,c"},
		{params{Text: Ptr("a\r\nX-Evil: 1")}, "", ""},
		{params{Text: Ptr(" padded")}, "", ""},
		{params{Text: Ptr("nul\x00")}, "", ""},
		{params{List: []string{"a,b"}}, "", ""},
	} {
		client, got := serve(t, nil)
		req := NewRequest(http.MethodGet, "/h")
		req.Params(&test.params)
		err := SendEmpty(t.Context(), client, req)
		if test.want == "" {
			if err == nil {
				t.Errorf("%+v: sent, want a refusal", test.params)
			}
			continue
		}
		if err != nil || got.Header.Get(test.header) != test.want {
			t.Errorf("%s: %q, %v, want %q", test.header, got.Header.Get(test.header), err, test.want)
		}
	}
}

func TestPathReserved(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"a/b:c@d!e", "/f/a/b:c@d!e"},
		{"a?b#c d%2Fe%", "/f/a%3Fb%23c%20d%2Fe%25"},
		{"a/../b", ""},
	} {
		client, got := serve(t, nil)
		req := NewRequest(http.MethodGet, "/f/{path}")
		req.PathReserved("path", test.in)
		err := SendEmpty(t.Context(), client, req)
		if test.want == "" && err == nil || test.want != "" && got.URI != test.want {
			t.Errorf("%q: %s, %v, want %s", test.in, got.URI, err, test.want)
		}
	}
}
