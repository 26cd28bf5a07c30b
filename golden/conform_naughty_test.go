package golden

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"mime"
	"mime/multipart"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

const naughtySuite = "big-list-of-naughty-strings"

// A naughtyPlace puts a string into a request and reads it as a server's own parsers do.
type naughtyPlace struct {
	path    string // "/x" if empty
	put     func(*sdk.Request, string)
	read    func(*wire) (string, error)
	refused int // how many strings this place cannot hold
}

// tryNaughty sends each string in a place: it arrives as it was, or is refused before it is sent.
func tryNaughty(t *testing.T, where string) int {
	var list []string
	if !suite(t, "big-list-of-naughty-strings/blns.json", &list) {
		return -1
	}
	place, refused := naughtyPlaces()[where], 0
	w := newWire(t)
	path := "/x"
	if place.path != "" {
		path = place.path
	}
	for _, s := range list {
		if err := w.send(t, path, func(r *sdk.Request) { place.put(r, s) }); err != nil {
			refused++
			if w.got != nil || !strings.Contains(err.Error(), "POST "+path+": ") {
				t.Errorf("%q is refused with %v, which does not say where", s, err)
			}
			continue
		}
		if got, err := place.read(w); err != nil || got != s {
			t.Errorf("%q arrived as %q, %v", s, got, err)
		}
	}
	if refused != place.refused {
		t.Errorf("%d strings are refused, want %d", refused, place.refused)
	}
	return len(list)
}

func naughtyPlaces() map[string]naughtyPlace {
	params := func(tag string) func(*sdk.Request, string) {
		return func(r *sdk.Request, s string) { r.Params(tagged(tag+` required:"true"`, s)) }
	}
	return map[string]naughtyPlace{
		"path":      {path: "/x/{p}/y", put: func(r *sdk.Request, s string) { r.Path("p", s) }, read: fromPath, refused: 2},
		"query":     {put: params(`query:"v"`), read: fromQuery},
		"query key": {put: func(r *sdk.Request, s string) { r.Params(tagged(`query:"v"`, map[string]string{s: "v"})) }, read: keyOfQuery},
		"header":    {put: params(`header:"X-V"`), read: func(w *wire) (string, error) { return w.got.Header.Get("X-V"), nil }, refused: 8},
		"cookie":    {put: params(`cookie:"v"`), read: fromCookie},
		"form":      {put: func(r *sdk.Request, s string) { r.Form(tagged(`form:"v" required:"true"`, s)) }, read: fromForm},
		"form key":  {put: func(r *sdk.Request, s string) { r.Form(map[string]string{s: "v"}) }, read: keyOfForm},
		"part":      {put: func(r *sdk.Request, s string) { r.Multipart(tagged(`form:"v" required:"true"`, s)) }, read: fromPart},
		"part name": {put: func(r *sdk.Request, s string) { r.Multipart(map[string]string{s: "v"}) }, read: nameOfPart, refused: 5},
		"file name": {put: putFile, read: nameOfFile, refused: 5},
		"file":      {put: putFileText, read: fromPart},
		"JSON":      {put: func(r *sdk.Request, s string) { r.JSON(map[string]string{"v": s}) }, read: fromJSON},
		"JSON key":  {put: func(r *sdk.Request, s string) { r.JSON(map[string]string{s: "v"}) }, read: keyOfJSON},
		"element":   {put: func(r *sdk.Request, s string) { r.XML("application/xml", "v", s) }, read: fromElement, refused: 6},
		"attribute": {put: func(r *sdk.Request, s string) { r.XML("application/xml", "v", tagged(`xml:"v,attr"`, s)) }, read: fromAttribute, refused: 6},
		"text":      {put: func(r *sdk.Request, s string) { r.Text("text/plain", s) }, read: func(w *wire) (string, error) { return w.body, nil }},
	}
}

func putFile(r *sdk.Request, s string) {
	r.Multipart(tagged(`form:"v"`, sdk.File{Name: s, Reader: strings.NewReader("x")}))
}

func putFileText(r *sdk.Request, s string) {
	r.Multipart(tagged(`form:"v"`, sdk.File{Name: "a.txt", Reader: strings.NewReader(s)}))
}

func fromPath(w *wire) (string, error) {
	s, ok := strings.CutPrefix(w.got.URL.Path, "/x/")
	s, cut := strings.CutSuffix(s, "/y")
	return s + map[bool]string{false: " (elsewhere)"}[ok && cut && strings.Count(w.got.RequestURI, "/") == 3], nil
}

func fromQuery(w *wire) (string, error) { return w.got.URL.Query().Get("v"), nil }

func keyOfQuery(w *wire) (string, error) { return onlyKey(w.got.URL.Query()), nil }

func onlyKey(values url.Values) string {
	for key := range values {
		if len(values) == 1 && values.Get(key) == "v" {
			return key
		}
	}
	return "no key, or more than one"
}

func fromCookie(w *wire) (string, error) {
	c, err := w.got.Cookie("v")
	if err != nil {
		return "", err
	}
	return url.PathUnescape(c.Value)
}

func fromForm(w *wire) (string, error) {
	values, err := url.ParseQuery(w.body)
	return values.Get("v"), err
}

func keyOfForm(w *wire) (string, error) {
	values, err := url.ParseQuery(w.body)
	return onlyKey(values), err
}

// onlyPart is the first part of a multipart body, read by mime/multipart.
func onlyPart(w *wire) (*multipart.Part, error) {
	_, params, err := mime.ParseMediaType(w.got.Header.Get("Content-Type"))
	if err != nil {
		return nil, err
	}
	return multipart.NewReader(strings.NewReader(w.body), params["boundary"]).NextPart()
}

func fromPart(w *wire) (string, error) {
	part, err := onlyPart(w)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(part)
	return string(b), err
}

func nameOfPart(w *wire) (string, error) {
	part, err := onlyPart(w)
	if err != nil {
		return "", err
	}
	return part.FormName(), nil
}

// nameOfFile reads the parameter itself: FileName would drop folders. A file without a name is called like its field.
func nameOfFile(w *wire) (string, error) {
	part, err := onlyPart(w)
	if err != nil {
		return "", err
	}
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if params["filename"] == "v" {
		return "", err
	}
	return params["filename"], err
}

func fromJSON(w *wire) (string, error) {
	var v struct{ V string }
	err := json.Unmarshal([]byte(w.body), &v)
	return v.V, err
}

func fromElement(w *wire) (string, error) {
	var s string
	err := xml.Unmarshal([]byte(w.body), &s)
	return s, err
}

func fromAttribute(w *wire) (string, error) {
	var v struct {
		V string `xml:"v,attr"`
	}
	err := xml.Unmarshal([]byte(w.body), &v)
	return v.V, err
}

func keyOfJSON(w *wire) (string, error) {
	var v map[string]string
	err := json.Unmarshal([]byte(w.body), &v)
	for key := range v {
		return key, err
	}
	return strconv.Quote(w.body), err
}
