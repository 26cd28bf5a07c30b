package golden

import (
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// An xmlVector is a value, the tag of its root, and what it is sent as; the same text is read back.
type xmlVector struct {
	root string
	body any
	want string
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// tryXML sends each value, reads it with the type that it has, and compares.
func tryXML(t *testing.T, vectors []xmlVector) int {
	server := httptest.NewServer(http.HandlerFunc(echo))
	defer server.Close()
	client := sdk.NewClient(sdk.Config{BaseURL: server.URL})
	for _, v := range vectors {
		var response sdk.Response
		req := sdk.NewRequest(http.MethodPost, "/x", sdk.WithResponse(&response))
		req.XML("application/xml", v.root, v.body)
		req.AcceptXML("application/xml")
		got := reflect.New(reflect.TypeOf(v.body))
		err := client.Do(t.Context(), req, got.Interface())
		if v.want == refused {
			if err == nil || response.StatusCode != 0 {
				t.Errorf("%+v is sent as %s", v.body, response.Body)
			}
			continue
		}
		if err != nil || string(response.Body) != xmlHead+v.want {
			t.Errorf("%+v: %v\n got %s\nwant %s", v.body, err, response.Body, v.want)
		}
		if !reflect.DeepEqual(got.Elem().Interface(), v.body) {
			t.Errorf("%s is read as %+v, want %+v", v.want, got.Elem().Interface(), v.body)
		}
	}
	return len(vectors)
}

// echo answers with the body of the request.
func echo(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", r.Header.Get("Content-Type"))
	_, _ = io.Copy(w, r.Body) // whoever reads it sees what is missing
}

// exampledXML are the specification's XML Object Examples, with the tags that their schemas lead to (golden/xml.txtar).
func exampledXML() []xmlVector {
	type text struct {
		Animals string `json:"animals"`
	}
	type list struct {
		Animals []string `json:"animals"`
	}
	type renamed struct {
		Animals string `json:"animals" xml:"animal"`
	}
	type person struct {
		ID   int32  `json:"id" xml:"id,attr"`
		Name string `json:"name" xml:"https://example.com/schema/sample sample:name"`
	}
	type items struct {
		Animals []string `json:"animals" xml:"animal"`
	}
	type wrapped struct {
		Animals []string `json:"animals" xml:"animals>animals"`
	}
	type wrappedItems struct {
		Animals []string `json:"animals" xml:"animals>animal"`
	}
	type aliens struct {
		Animals []string `json:"animals" xml:"aliens>animal"`
	}
	type aliensTwice struct {
		Animals []string `json:"animals" xml:"aliens>aliens"`
	}
	type report struct {
		Title string `json:"title" xml:"title,attr"`
		Data  string `json:"data" xml:"data,chardata"`
	}
	type sample struct {
		Data string `json:"data" xml:"data,cdata"`
	}
	type product struct {
		Count       *float64        `json:"count" xml:"count,attr"`
		Rating      *string         `json:"rating,omitzero" xml:"rating,attr"`
		Description string          `json:"description"`
		Related     *map[string]any `json:"related"`
	}
	pets := []string{"dog", "cat"}
	return []xmlVector{
		{"document", text{"dog, cat, hamster"}, `<document><animals>dog, cat, hamster</animals></document>`},
		{"document", list{pets}, `<document><animals>dog</animals><animals>cat</animals></document>`},
		{"document", renamed{"dog"}, `<document><animal>dog</animal></document>`},
		{"Person", person{123, "example"}, `<Person id="123"><sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name></Person>`},
		{"document", items{pets}, `<document><animal>dog</animal><animal>cat</animal></document>`},
		{"document", wrapped{pets}, `<document><animals><animals>dog</animals><animals>cat</animals></animals></document>`},
		{"document", wrappedItems{pets}, `<document><animals><animal>dog</animal><animal>cat</animal></animals></document>`},
		{"document", aliens{pets}, `<document><aliens><animal>dog</animal><animal>cat</animal></aliens></document>`},
		{"document", aliensTwice{pets}, `<document><aliens><aliens>dog</aliens><aliens>cat</aliens></aliens></document>`},
		{"Report", report{"Today", "Some <data>"}, `<Report title="Today">Some &lt;data&gt;</Report>`},
		{"Documentation", sample{"<html>]]></html>"}, `<Documentation><![CDATA[<html>]]]]><![CDATA[></html>]]></Documentation>`},
		{"product", product{Description: "Thing"}, `<product><description>Thing</description><related xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></related></product>`},
		{"documents>document", pets, `<documents><document>dog</document><document>cat</document></documents>`},
	}
}

func allXML() []xmlVector {
	type leaf struct {
		V string `json:"v"`
	}
	type tree struct {
		Leaf   *leaf                `json:"leaf,omitzero"`
		Leaves []leaf               `json:"leaves,omitzero" xml:"leaves>leaf"`
		Null   sdk.Nullable[string] `json:"null,omitzero"`
		Attr   *string              `json:"attr,omitzero" xml:"attr,attr"`
		Count  *int64               `json:"count,omitzero"`
		Yes    *bool                `json:"yes,omitzero"`
		Price  *sdk.Decimal         `json:"price,omitzero"`
		On     *sdk.Date            `json:"on,omitzero"`
		Raw    []byte               `json:"raw,omitzero"`
		Map    map[string]int       `json:"map,omitzero"`
		Any    any                  `json:"any,omitzero"`
	}
	type spaces struct {
		A string `json:"a" xml:"urn:a a"`
		B leaf   `json:"b" xml:"urn:b p:b"`
		C string `json:"c" xml:"urn:b p:c"`
		D string `json:"d" xml:"urn:b p:d,attr"`
	}
	date := sdk.Date{Year: 2026, Month: 1, Day: 31}
	return []xmlVector{
		{"t", tree{}, `<t></t>`},
		{"t", tree{Leaf: &leaf{}}, `<t><leaf><v></v></leaf></t>`},
		{"t", tree{Leaves: []leaf{}}, `<t><leaves></leaves></t>`},
		{"t", tree{Leaves: []leaf{{"a"}, {"b"}}}, `<t><leaves><leaf><v>a</v></leaf><leaf><v>b</v></leaf></leaves></t>`},
		{"t", tree{Null: sdk.Null[string]()}, `<t><null xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></null></t>`},
		{"t", tree{Null: sdk.Value("")}, `<t><null></null></t>`},
		{"t", tree{Attr: new(" a\t\n\r\"'<>&")}, `<t attr=" a&#9;&#10;&#13;&#34;'&lt;&gt;&amp;"></t>`},
		{"t", tree{Count: new(int64(9007199254740993)), Yes: new(false), Price: new(sdk.Decimal("12.50")), On: &date, Raw: []byte{0xfb, 0xff}},
			`<t><count>9007199254740993</count><yes>false</yes><price>12.50</price><on>2026-01-31</on><raw>+/8=</raw></t>`},
		{"t", tree{Map: map[string]int{"b": 2, "a": 1}}, `<t><map><a>1</a><b>2</b></map></t>`},
		{"t", tree{Any: map[string]any{"k": []any{"x", "y"}, "s": map[string]any{"z": "1"}}}, `<t><any><k>x</k><k>y</k><s><z>1</z></s></any></t>`},
		{"urn:a s", spaces{"1", leaf{"2"}, "3", "4"}, `<s xmlns="urn:a" xmlns:p="urn:b" p:d="4"><a>1</a><p:b xmlns:p="urn:b"><v>2</v></p:b><p:c xmlns:p="urn:b">3</p:c></s>`},
		{"t", leaf{"é😀 \u2028"}, "<t><v>é😀 \u2028</v></t>"},
		{"t", map[string]string{"a b": "x"}, refused},
		{"t", map[string]string{"1a": "x"}, refused},
		{"t", map[string]string{"": "x"}, refused},
		{"t", leaf{"\x00"}, refused},
		{"t", leaf{"\x1b"}, refused},
	}
}

// An xmlAnswer is what a server may say, and what it means; "" is an error.
type xmlAnswer struct{ contentType, text, want string }

func tryXMLAnswers(t *testing.T) int {
	type pet struct {
		ID   int      `json:"id,omitzero" xml:"id,attr"`
		Name string   `json:"name,omitzero" xml:"urn:p p:name"`
		Tags []string `json:"tags,omitzero" xml:"tags>tag"`
	}
	answers := xmlAnswers()
	for _, a := range answers {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", a.contentType)
			_, _ = io.WriteString(w, a.text)
		}))
		req := sdk.NewRequest(http.MethodGet, "/x")
		req.AcceptXML("application/xml")
		got, err := sdk.Send[pet](t.Context(), sdk.NewClient(sdk.Config{BaseURL: server.URL}), req)
		server.Close()
		switch {
		case a.want == refused && err == nil:
			t.Errorf("%q is read as %+v", a.text, got)
		case a.want != refused && err != nil:
			t.Errorf("%q: %v", a.text, err)
		case a.want != refused && got.Name+" "+strings.Join(got.Tags, ",") != a.want:
			t.Errorf("%q is read as %+v, want %s", a.text, got, a.want)
		}
	}
	return len(answers)
}

func xmlAnswers() []xmlAnswer {
	const ct = "application/xml"
	return []xmlAnswer{
		{ct, `<pet id="7"><name>a</name><tags><tag>x</tag><tag>y</tag></tags></pet>`, "a x,y"},
		{ct, "\ufeff<?xml version=\"1.0\"?>\n<!-- c --><!DOCTYPE pet><pet>\n  <name>a</name>\n  <tags/>\n</pet>\n", "a "},
		{ct, `<q:pet xmlns:q="urn:x" xmlns:z="urn:p"><z:name>a</z:name></q:pet>`, "a "},
		{ct, `<pet><unknown><name>b</name></unknown><name><![CDATA[<a>]]></name></pet>`, "<a> "},
		{ct, `<pet><name>&#65;&amp;&#x42;</name></pet>`, "A&B "},
		{ct, `<pet><tags><tag>x</tag></tags></pet>`, " x"},
		{ct, `<pet/>`, " "},
		{"text/xml; charset=iso-8859-1", "<pet><name>\xe9</name></pet>", "é "},
		{ct, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><pet><name>\xe9</name></pet>", "é "},
		{ct, "\xff\xfe<\x00p\x00/\x00>\x00", " "},
		{"application/json", `{"name":"a"}`, "a "},
		{ct, ``, refused},
		{ct, `<pet>`, refused},
		{ct, `<pet></cat>`, refused},
		{ct, `<!DOCTYPE p [<!ENTITY e "ha">]><pet><name>&e;</name></pet>`, refused},
		{ct, strings.Repeat("<a>", 100_000), refused},
		{"text/html", `<html><body>Bad gateway<br></body></html>`, refused},
		{ct, `plain text`, refused},
	}
}
