package sdk

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
)

type mode string

type nested struct {
	Name string `json:"name"`
	Note string `json:"note,omitzero"`
}

type formBody struct {
	Name     *string            `form:"UniqueName"`
	Mode     *mode              `form:"Mode"`
	TTL      *int               `form:"Ttl"`
	Tags     []string           `form:"Tag"`
	Dotted   *string            `form:"Twiml.Verb"`
	Object   *nested            `form:"Object" content:"application/json"`
	Objects  []nested           `form:"Objects"`
	Texts    []any              `form:"Texts" content:"application/json"`
	Maybe    Nullable[[]nested] `form:"Maybe" content:"application/json"`
	Any      any                `form:"Any" content:"application/json"`
	Free     map[string]any     `form:"Free"`
	AddOns   map[string]any     `form:"AddOns" style:"prefixed"`
	Deep     *nested            `form:"Deep" style:"deepObject"`
	Date     *time.Time         `form:"Date"`
	Null     Nullable[string]   `form:"Null"`
	Id       string             `form:"Id" readonly:"true"`
	Required bool               `form:"Required" required:"true"`
	Filter   *string            `query:"filter"`
	Labels   map[string]string  `form:"Labels" style:"form" explode:"true"`
}

func TestForm(t *testing.T) {
	for _, test := range []struct {
		body any
		want string
	}{
		{formBody{}, "Required=false"},
		{formBody{Name: Ptr(""), Filter: Ptr("x")}, "UniqueName=&Required=false"},
		{formBody{Name: Ptr("a b&c+d/é~"), Id: "x"}, "UniqueName=a+b%26c%2Bd%2F%C3%A9~&Required=false"},
		{formBody{Mode: Ptr(mode("voice-only")), TTL: Ptr(0)}, "Mode=voice-only&Ttl=0&Required=false"},
		{formBody{Tags: []string{"a", "b,c"}}, "Tag=a&Tag=b%2Cc&Required=false"},
		{formBody{Tags: []string{}}, "Required=false"},
		{formBody{Dotted: Ptr("x")}, "Twiml.Verb=x&Required=false"},
		{formBody{Object: &nested{Name: "<a>"}}, "Object=%7B%22name%22%3A%22%3Ca%3E%22%7D&Required=false"},
		{formBody{Objects: []nested{{Name: "a"}, {Name: "b", Note: "c"}}},
			"Objects=%7B%22name%22%3A%22a%22%7D&Objects=%7B%22name%22%3A%22b%22%2C%22note%22%3A%22c%22%7D&Required=false"},
		{formBody{Texts: []any{"a", 1, []int{2}}}, "Texts=a&Texts=1&Texts=%5B2%5D&Required=false"},
		{formBody{Texts: []any{}}, "Required=false"},
		{formBody{Any: []any{1, 2}}, "Any=%5B1%2C2%5D&Required=false"},
		{formBody{Maybe: Value([]nested{{Name: "a"}, {Name: "b"}})},
			"Maybe=%7B%22name%22%3A%22a%22%7D&Maybe=%7B%22name%22%3A%22b%22%7D&Required=false"},
		{formBody{Free: map[string]any{"k": 1}}, "Free=%7B%22k%22%3A1%7D&Required=false"},
		{formBody{AddOns: map[string]any{"b": map[string]any{"c": 1, "d": true}, "a": "x"}},
			"AddOns.a=x&AddOns.b.c=1&AddOns.b.d=true&Required=false"},
		{formBody{Deep: &nested{Name: "n"}}, "Deep%5Bname%5D=n&Required=false"},
		{formBody{Null: Null[string]()}, "Null=&Required=false"},
		{formBody{Labels: map[string]string{"z": "1", "a": "2"}}, "Required=false&a=2&z=1"},
		{&nested{Name: "plain"}, "name=plain"},
		{map[string]any{"b": []int{1, 2}, "a": "x"}, "a=x&b=1&b=2"},
	} {
		client, got := serve(t, nil)
		req := NewRequest(http.MethodPost, "/f")
		req.Form(test.body)
		if err := SendEmpty(t.Context(), client, req); err != nil || got.Body != test.want {
			t.Errorf("got  %s, %v\nwant %s", got.Body, err, test.want)
		}
		check(t, "Content-Type", got.Header.Get("Content-Type"), "application/x-www-form-urlencoded")
	}
}

type document struct {
	ID       string               `json:"id" readonly:"true"`
	Name     string               `json:"name"`
	Note     *string              `json:"note,omitzero"`
	Gone     Nullable[string]     `json:"gone,omitzero"`
	Children []document           `json:"children,omitzero"`
	ByName   map[string]*document `json:"by_name,omitzero"`
	Any      any                  `json:"any,omitzero"`
}

func TestJSON(t *testing.T) {
	for _, test := range []struct {
		body any
		want string
	}{
		{document{Name: "<&>"}, `{"name":"<&>"}`},
		{document{ID: "x", Name: "a", Gone: Null[string]()}, `{"name":"a","gone":null}`},
		{&document{Gone: Value("v"), Note: Ptr("")}, `{"name":"","note":"","gone":"v"}`},
		{document{Children: []document{{ID: "1", Name: "b"}, {Name: "c", Children: []document{{ID: "2"}}}}},
			`{"name":"","children":[{"name":"b"},{"name":"c","children":[{"name":""}]}]}`},
		{document{ByName: map[string]*document{"k": {ID: "3", Name: "d"}}}, `{"name":"","by_name":{"k":{"name":"d"}}}`},
		{document{Any: document{ID: "4", Name: "e"}}, `{"name":"","any":{"name":"e"}}`},
		{[]document{{ID: "5"}}, `[{"name":""}]`},
		{[]string(nil), `[]`},
		{map[string]int(nil), `{}`},
		{json.RawMessage(`{"raw": 1}`), `{"raw":1}`},
	} {
		client, got := serve(t, nil)
		req := NewRequest(http.MethodPost, "/j")
		req.JSON(test.body)
		if err := SendEmpty(t.Context(), client, req); err != nil || got.Body != test.want {
			t.Errorf("got  %s, %v\nwant %s", got.Body, err, test.want)
		}
		check(t, "Content-Type", got.Header.Get("Content-Type"), "application/json")
	}
}

func TestNoBody(t *testing.T) {
	client, got := serve(t, nil)
	req := NewRequest(http.MethodPost, "/n")
	req.JSON((*document)(nil))
	req.Form((*formBody)(nil))
	req.Multipart((*formBody)(nil))
	req.Raw("a/b", nil)
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "Content-Type", got.Header.Get("Content-Type"), "")
	check(t, "Content-Length", got.Header.Get("Content-Length"), "0")
	check(t, "User-Agent", got.Header.Get("User-Agent"), "test/1")
	check(t, "Accept", got.Header.Get("Accept"), "application/json")
}

func TestOtherBodies(t *testing.T) {
	client, got := serve(t, nil)
	req := NewRequest(http.MethodPut, "/o")
	req.Raw("application/octet-stream", strings.NewReader("bytes"))
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "raw", got.Body, "bytes")
	check(t, "length", got.Header.Get("Content-Length"), "5")
	req = NewRequest(http.MethodPut, "/o")
	req.Text("text/plain", "héllo")
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "text", got.Body, "héllo")
	req = NewRequest(http.MethodPatch, "/o")
	req.JSONAs("application/merge-patch+json", document{Name: "n"})
	if err := SendEmpty(t.Context(), client, req); err != nil {
		t.Fatal(err)
	}
	check(t, "media type", got.Header.Get("Content-Type"), "application/merge-patch+json")
}
