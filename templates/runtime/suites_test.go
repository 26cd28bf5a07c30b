package sdk

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// suite reads a file of the test suites written by others, from $SDKC_SUITES or beside the checkout. They are not part
// of this repository: without them there is nothing to read.
func suite(t *testing.T, name string, v any) bool {
	t.Helper()
	root := os.Getenv("SDKC_SUITES")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "suites")
	}
	b, err := os.ReadFile(filepath.Join(root, name))
	if os.IsNotExist(err) {
		t.Logf("%s is absent: set SDKC_SUITES", name)
		return false
	}
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		t.Fatal(err)
	}
	return true
}

type expansions map[string]struct {
	Variables map[string]any
	Testcases [][2]any
}

// Each expansion of RFC 6570 that an OpenAPI parameter can ask for.
func TestURITemplates(t *testing.T) {
	proved, refused := 0, 0
	for _, name := range []string{"spec-examples.json", "spec-examples-by-section.json", "extended-tests.json"} {
		var sections expansions
		if !suite(t, filepath.Join("uritemplate-test", name), &sections) {
			return
		}
		for section, s := range sections {
			for _, test := range s.Testcases {
				template, _ := test[0].(string)
				got, state := expansion(template, s.Variables)
				switch {
				case state == "refused":
					refused++
				case state == "" && !wanted(test[1], got):
					t.Errorf("%s: %s: %s, want %v", section, template, got, test[1])
				case state == "":
					proved++
				}
			}
		}
	}
	t.Logf("%d expansions proved, %d refused before sending", proved, refused)
	if proved < 80 {
		t.Errorf("only %d expansions proved", proved)
	}
}

// expansion writes a template of one expression as parameters would; state tells why not.
func expansion(template string, variables map[string]any) (text, state string) {
	inner, ok := strings.CutPrefix(template, "{")
	inner, closed := strings.CutSuffix(inner, "}")
	if !ok || !closed || strings.ContainsAny(inner, "{}:#/&|!@$") {
		return "", "no parameter"
	}
	style, esc := "simple", escaper(escape)
	switch inner[0] {
	case '.':
		style = "label"
	case ';':
		style = "matrix"
	case '?':
		style = "form"
	case '+':
		esc = escapeReservedPath
	}
	names := strings.Split(strings.TrimLeft(inner, ".;?+"), ",")
	if style == "simple" && len(names) > 1 {
		return "", "no parameter"
	}
	var query []pair
	for _, name := range names {
		name, explode := strings.CutSuffix(name, "*")
		v, err := valueOf(reflect.ValueOf(variables[name]))
		if err != nil || v.kind == absentValue {
			return "", "refused"
		}
		if style == "form" {
			query, err = queryPairs(query, &field{name: unescape(name), explode: explode}, v, escape)
		} else {
			var part string
			part, err = pathText(unescape(name), v, style, explode, esc)
			text += part
		}
		if err != nil {
			return "", "refused"
		}
	}
	if style == "form" && len(query) > 0 {
		text = "?" + string(joinQuery(query))
	}
	return text, ""
}

func wanted(want any, got string) bool {
	if list, ok := want.([]any); ok {
		return slices.Contains(list, any(got))
	}
	text, _ := want.(string)
	if strings.ContainsAny(text, "?#[]") && got != "" && got[0] != '?' {
		return unescape(got) == unescape(text) // a reserved character that would end the path
	}
	return got == text
}

// Each naughty string arrives as it was, or is refused before it is sent.
func TestNaughtyStrings(t *testing.T) {
	var strs []string
	if !suite(t, filepath.Join("big-list-of-naughty-strings", "blns.json"), &strs) {
		return
	}
	places := map[string]func(*Request, string){
		"path": func(r *Request, s string) { r.Path("p", s) },
		"query": func(r *Request, s string) {
			r.Params(struct {
				V string `query:"v" required:"true"`
			}{s})
		},
		"header": func(r *Request, s string) {
			r.Params(struct {
				V string `header:"X-V" required:"true"`
			}{s})
		},
		"cookie": func(r *Request, s string) {
			r.Params(struct {
				V string `cookie:"v" required:"true"`
			}{s})
		},
		"form": func(r *Request, s string) {
			r.Form(struct {
				V string `form:"v" required:"true"`
			}{s})
		},
		"key": func(r *Request, s string) { r.Form(map[string]string{s: "v"}) },
		"part": func(r *Request, s string) {
			r.Multipart(struct {
				V string `form:"v" required:"true"`
			}{s})
		},
		"json": func(r *Request, s string) { r.JSON(map[string]string{"v": s}) },
		"text": func(r *Request, s string) { r.Text("text/plain", s) },
	}
	client, last := serve(t, nil)
	for place, put := range places {
		refused := 0
		for _, s := range strs {
			template := "/x"
			if place == "path" {
				template = "/{p}"
			}
			req := NewRequest(http.MethodPost, template)
			put(req, s)
			if err := SendEmpty(t.Context(), client, req); err != nil {
				refused++
				continue
			}
			if got := last.read(place); got != s {
				t.Errorf("%s: %q arrived as %q", place, s, got)
			}
		}
		t.Logf("%s: %d arrived, %d refused", place, len(strs)-refused, refused)
		if refused > len(strs)/10 {
			t.Errorf("%s: %d refused, which is too many", place, refused)
		}
	}
}

// read finds the string in a request, as a server's own parsers do.
func (s *seen) read(place string) string {
	r, err := http.NewRequest(s.Method, "http://x"+s.URI, strings.NewReader(s.Body))
	if err != nil {
		return err.Error()
	}
	r.Header = s.Header
	switch place {
	case "path":
		return strings.TrimPrefix(r.URL.Path, "/")
	case "query":
		return r.URL.Query().Get("v")
	case "header":
		return r.Header.Get("X-V")
	case "cookie":
		c, err := r.Cookie("v")
		if err != nil {
			return err.Error()
		}
		return unescape(c.Value)
	case "text":
		return s.Body
	case "json":
		var v struct{ V string }
		_ = json.Unmarshal([]byte(s.Body), &v)
		return v.V
	case "key":
		_ = r.ParseForm()
		for key := range r.PostForm {
			return key
		}
	}
	return r.PostFormValue("v")
}
