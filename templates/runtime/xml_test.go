package sdk

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
)

type xmlTag3 struct {
	ID   int    `json:"id" xml:"id,attr"`
	Name string `json:"name"`
}

type xmlPet struct {
	ID       int64            `json:"id,omitzero" xml:"id,attr"`
	Name     *string          `json:"name,omitzero"`
	Photos   []string         `json:"photoUrls" xml:"photoUrls>photoUrl"`
	Tags     []xmlTag3        `json:"tags,omitzero" xml:"tags>tag"`
	Flat     []string         `json:"flat,omitzero" xml:"item"`
	Category *xmlTag3         `json:"category,omitzero"`
	Owner    Nullable[string] `json:"owner,omitzero" xml:"https://example.com/owner o:owner"`
	Raw      []byte           `json:"raw,omitzero"`
	Born     *Date            `json:"born,omitzero"`
	Yes      *bool            `json:"yes,omitzero"`
	Price    *Decimal         `json:"price,omitzero"`
	Any      any              `json:"any,omitzero"`
}

func TestXML(t *testing.T) {
	const head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	for _, test := range []struct {
		value xmlPet
		want  string
	}{
		{xmlPet{}, `<p:Pet xmlns:p="https://example.com/ns"><photoUrls></photoUrls></p:Pet>`},
		{xmlPet{ID: 7, Name: Ptr(" a<b>&\"\r\n"), Photos: []string{"x", ""}, Tags: []xmlTag3{{1, "t"}}, Flat: []string{"1", "2"}, Category: &xmlTag3{2, "c"}, Owner: Null[string]()},
			`<p:Pet xmlns:p="https://example.com/ns" id="7"><name> a&lt;b&gt;&amp;&#34;&#13;&#10;</name><photoUrls><photoUrl>x</photoUrl><photoUrl></photoUrl></photoUrls><tags><tag id="1"><name>t</name></tag></tags><item>1</item><item>2</item><category id="2"><name>c</name></category><o:owner xmlns:o="https://example.com/owner" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></o:owner></p:Pet>`},
		{xmlPet{Photos: []string{}, Owner: Value("x"), Raw: []byte{0xfb, 0xff}, Born: &Date{2026, 1, 31}, Yes: Ptr(true), Price: Ptr(Decimal("12.50")), Any: "text"},
			`<p:Pet xmlns:p="https://example.com/ns"><photoUrls></photoUrls><o:owner xmlns:o="https://example.com/owner">x</o:owner><raw>+/8=</raw><born>2026-01-31</born><yes>true</yes><price>12.50</price><any>text</any></p:Pet>`},
	} {
		b, err := encodeXML("https://example.com/ns p:Pet", test.value)
		if err != nil || string(b) != head+test.want {
			t.Errorf("%+v: %v\n got %s\nwant %s", test.value, err, b, head+test.want)
		}
		var got xmlPet
		if err := decodeXML(b, "application/xml", &got); err != nil {
			t.Error(err)
		}
		if test.value.Photos == nil {
			test.value.Photos = []string{}
		}
		if !reflect.DeepEqual(got, test.value) {
			t.Errorf("read back\n got %+v\nwant %+v", got, test.value)
		}
	}
}

type xmlRing struct {
	Next *xmlRing `json:"next,omitzero"`
}

func TestXMLIsBounded(t *testing.T) {
	ring := &xmlRing{}
	ring.Next = ring
	if _, err := encodeXML("ring", ring); err == nil {
		t.Error("a ring is sent")
	}
	var many strings.Builder
	for i := range 200_000 {
		many.WriteString("<a" + strconv.Itoa(i) + "/> ")
	}
	var got map[string]any
	if err := decodeXML([]byte("<m>"+many.String()+"</m>"), "text/xml", &got); err != nil || len(got) != 200_000 {
		t.Errorf("%d members, %v", len(got), err)
	}
	if err := decodeXML([]byte(strings.Repeat("<a>", 501)), "text/xml", &got); err == nil {
		t.Error("501 levels are read")
	}
}
