package golden

import (
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A formVector is a body and the very text that it is sent as.
type formVector struct {
	body any
	want string
}

func tryForms(t *testing.T, vectors []formVector) int {
	w := newWire(t)
	for _, v := range vectors {
		err := w.send(t, "/x", func(r *sdk.Request) { r.Form(v.body) })
		switch {
		case v.want == refused:
			if err == nil {
				t.Errorf("%+v is sent as %s", v.body, w.body)
			}
		case err != nil:
			t.Errorf("%+v: %v", v.body, err)
		case w.body != v.want:
			t.Errorf("%+v is sent as %s, want %s", v.body, w.body, v.want)
		}
	}
	return len(vectors)
}

// exampledForms are the specification's examples of encoding a form.
func exampledForms() []formVector {
	type address struct {
		Street string `json:"streetAddress"`
		City   string `json:"city"`
		State  string `json:"state"`
		ZIP    string `json:"zip"`
	}
	type order struct {
		ID      string   `form:"id" required:"true"`
		Address *address `form:"address" content:"application/json"`
	}
	type quoted struct {
		ID string `form:"id" content:"application/json" required:"true"`
	}
	type icon struct {
		Name string `form:"name" required:"true"`
		Icon string `form:"icon" content:"image/png, image/jpeg" required:"true"`
	}
	const id = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
	return []formVector{
		{order{ID: id, Address: &address{"123 Example Dr.", "Somewhere", "CA", "99999+1234"}},
			"id=" + id + "&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D"},
		{quoted{id}, "id=%22" + id + "%22"},
		{icon{"example", "iVBORw0KGgo_-w=="}, "name=example&icon=iVBORw0KGgo_-w%3D%3D"},
		{map[string]any{"foo": "a + b", "bar": true}, "bar=true&foo=a+%2B+b"},
	}
}

// allForms are styles a property, what is absent, null or empty, and the spellings of Twilio's forms.
func allForms() []formVector {
	type styles struct {
		Repeat []string       `form:"repeat"`
		Comma  []string       `form:"comma" explode:"false" style:"form"`
		Pipe   []string       `form:"pipe" explode:"false" style:"pipeDelimited"`
		Space  []string       `form:"space" explode:"false" style:"spaceDelimited"`
		Deep   map[string]any `form:"deep" style:"deepObject"`
		Spread map[string]int `form:"spread" style:"form"`
		JSON   map[string]int `form:"json" content:"application/json"`
		Free   map[string]int `form:"free"`
		Path   string         `form:"path" reserved:"true"`
	}
	type presence struct {
		Must  string               `form:"must" required:"true"`
		May   *string              `form:"may"`
		Null  sdk.Nullable[string] `form:"null"`
		List  []string             `form:"list"`
		Blank []string             `form:"blank" empty:"true"`
		Clear *[]string            `form:"clear"`
		ID    string               `form:"id" readonly:"true"`
	}
	type twilio struct {
		Before   *sdk.Date        `form:"DateCreated<"`
		After    *sdk.Date        `form:"DateCreated>"`
		On       *sdk.Date        `form:"DateCreated"`
		Dotted   *string          `form:"Configuration.Filters"`
		Events   []string         `form:"StatusCallbackEvent"`
		Identity []any            `form:"Participants" content:"application/json"`
		AddOns   map[string]any   `form:"AddOns" style:"prefixed"`
		More     map[string]any   `extra:"true" json:"-"`
		Objects  []map[string]int `form:"Objects" content:"application/json"`
	}
	date := &sdk.Date{Year: 2026, Month: 1, Day: 31}
	return []formVector{
		{styles{Repeat: []string{"a b", "c&d"}}, "repeat=a+b&repeat=c%26d"},
		{styles{Comma: []string{"a,b", "c"}}, "comma=a%2Cb,c"},
		{styles{Pipe: []string{"a b", "c"}}, "pipe=a+b%7Cc"},
		{styles{Pipe: []string{"a|b"}}, refused},
		{styles{Space: []string{"a|b", "c"}}, "space=a%7Cb+c"},
		{styles{Space: []string{"a b"}}, refused},
		{styles{Deep: map[string]any{"a": 1, "b": map[string]any{"c": []string{"x"}}}}, "deep%5Ba%5D=1&deep%5Bb%5D%5Bc%5D%5B0%5D=x"},
		{styles{Spread: map[string]int{"b": 2, "a": 1}}, "a=1&b=2"},
		{styles{JSON: map[string]int{"a": 1}}, "json=%7B%22a%22%3A1%7D"},
		{styles{Free: map[string]int{"a": 1}}, "free=%7B%22a%22%3A1%7D"},
		{styles{Path: "a/b?c=d&e+f%20 g"}, "path=a/b?c=d%26e%2Bf%20%20g"},
		{presence{}, "must="},
		{presence{Must: "é~*-._ \r\n"}, "must=%C3%A9~%2A-._+%0D%0A"},
		{presence{May: new("")}, "must=&may="},
		{presence{Null: sdk.Null[string]()}, "must=&null="},
		{presence{Null: sdk.Value("x")}, "must=&null=x"},
		{presence{List: []string{}}, "must="},
		{presence{List: []string{""}}, "must=&list="},
		{presence{Blank: []string{}}, "must=&blank="},
		{presence{Clear: new([]string{"a"})}, "must=&clear=a"},
		{presence{ID: "1"}, "must="},
		{twilio{Before: date, After: date, On: date}, "DateCreated%3C=2026-01-31&DateCreated%3E=2026-01-31&DateCreated=2026-01-31"},
		{twilio{Dotted: new("x")}, "Configuration.Filters=x"},
		{twilio{Events: []string{"initiated", "ringing"}}, "StatusCallbackEvent=initiated&StatusCallbackEvent=ringing"},
		{twilio{Identity: []any{map[string]string{"Identifier": "+1555"}, `{"Identifier":"+1556"}`}}, "Participants=%7B%22Identifier%22%3A%22%2B1555%22%7D&Participants=%7B%22Identifier%22%3A%22%2B1556%22%7D"},
		{twilio{AddOns: map[string]any{"whitepages": map[string]any{"a b": 1, "c": true}}}, "AddOns.whitepages.a+b=1&AddOns.whitepages.c=true"},
		{twilio{AddOns: map[string]any{"n": "v", "o": nil}}, "AddOns.n=v"},
		{twilio{Objects: []map[string]int{{"a": 1}, {"b": 2}}}, "Objects=%7B%22a%22%3A1%7D&Objects=%7B%22b%22%3A2%7D"},
		{twilio{More: map[string]any{"Parameter1": "x", "Parameter2": 2}}, "Parameter1=x&Parameter2=2"},
		{map[string]any(nil), ""},
		{map[string]any{}, ""},
		{"text", refused},
		{[]string{"a"}, refused},
	}
}
