package sdk

import (
	"net/http"
	"testing"
)

type phone struct {
	Kind   string `json:"kind" const:"phone"`
	Number string `json:"number"`
}

type mail struct {
	Kind    mode `json:"kind" const:"mail"`
	Version int  `json:"version" const:"2"`
	Signed  bool `json:"signed" const:"true"`
}

type contact struct{ v any }

func (c contact) Variant() any                 { return c.v }
func (c contact) MarshalJSON() ([]byte, error) { return EncodeVariant(c.v) }

type person struct {
	Contact contact          `json:"contact,omitzero"`
	Others  []contact        `json:"others,omitzero"`
	ByName  map[string]phone `json:"by_name,omitzero"`
	Mail    *mail            `json:"mail,omitzero"`
	Maybe   Nullable[phone]  `json:"maybe,omitzero"`
	Free    any              `json:"free,omitzero"`
}

// A field that has but one value is sent with it, wherever it stands, unless the program says otherwise.
func TestConst(t *testing.T) {
	for _, test := range []struct {
		name string
		body any
		want string
	}{
		{"a field", phone{Number: "1"}, `{"kind":"phone","number":"1"}`},
		{"one that is set", phone{Kind: "fax", Number: "1"}, `{"kind":"fax","number":"1"}`},
		{"other kinds", &mail{}, `{"kind":"mail","version":2,"signed":true}`},
		{"a union", person{Contact: contact{Variant(phone{})}}, `{"contact":{"kind":"phone","number":""}}`},
		{"a list of unions", person{Others: []contact{{Variant(mail{})}, {Variant("x")}, {}}}, `{"others":[{"kind":"mail","version":2,"signed":true},"x",null]}`},
		{"a map", person{ByName: map[string]phone{"a": {}}}, `{"by_name":{"a":{"kind":"phone","number":""}}}`},
		{"a pointer", person{Mail: &mail{Version: 3}}, `{"mail":{"kind":"mail","version":3,"signed":true}}`},
		{"a nullable", person{Maybe: Value(phone{})}, `{"maybe":{"kind":"phone","number":""}}`},
		{"any", person{Free: phone{}}, `{"free":{"kind":"phone","number":""}}`},
		{"what is no field", person{Free: map[string]any{"kind": ""}}, `{"free":{"kind":""}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := encodeJSON(test.body)
			if err != nil || string(got) != test.want {
				t.Errorf("%s, %v; want %s", got, err, test.want)
			}
		})
	}
	req := NewRequest(http.MethodPost, "/x")
	req.Form(struct {
		Grant string  `form:"grant" required:"true" const:"client"`
		Text  *string `form:"text"`
	}{})
	if req.err != nil || string(req.body.data) != "grant=client" {
		t.Errorf("the form is %q, %v", req.body.data, req.err)
	}
}
