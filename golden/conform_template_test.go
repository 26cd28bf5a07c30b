package golden

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// suite reads a file of the test suites written by others, from $SDKC_SUITES or beside the checkout; false if it is
// absent.
func suite(t *testing.T, name string, v any) bool {
	t.Helper()
	b, err := os.ReadFile(suiteFolder(name))
	if os.IsNotExist(err) {
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

// suiteFolder is where a folder or a file of the suites is, if it is anywhere.
func suiteFolder(name string) string {
	root := os.Getenv("SDKC_SUITES")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "suites")
	}
	return filepath.Join(root, filepath.FromSlash(name))
}

// tryTemplates expands each template that a path and its query params can stand for.
func tryTemplates(t *testing.T) int {
	w, count := newWire(t), 0
	for _, name := range []string{"spec-examples.json", "spec-examples-by-section.json", "extended-tests.json"} {
		var sections map[string]struct {
			Variables map[string]any
			Testcases [][2]any
		}
		if !suite(t, "uritemplate-test/"+name, &sections) {
			return -1
		}
		for _, section := range sortedKeys(sections) {
			for _, test := range sections[section].Testcases {
				e := expansion{variables: sections[section].Variables}
				template, _ := test[0].(string)
				if !e.parse(template) {
					continue // a prefix, a fragment, or several variables in one: no param is so
				}
				count++
				e.try(t, w, template, test[1])
			}
		}
	}
	return count
}

// An expansion is a template as a path of ours and its params.
type expansion struct {
	variables map[string]any
	path      string
	fill      []func(*sdk.Request)
	query     bool
	hollow    bool // a value is nil or empty, which no path holds
}

func (e *expansion) parse(template string) bool {
	e.path = "/"
	for rest := template; rest != ""; {
		literal, after, found := strings.Cut(rest, "{")
		e.path += literal
		if !found {
			break
		}
		expression, after, _ := strings.Cut(after, "}")
		if e.query || !e.add(expression) {
			return false
		}
		rest = after
	}
	return len(e.fill) > 0 && !strings.ContainsAny(e.path, "?#") && (!e.query || e.path == "/")
}

// add takes an expression: "var", "+path", ";x,y*".
func (e *expansion) add(expression string) bool {
	sign := expression[:1]
	if strings.Contains("+./;?", sign) {
		expression = expression[1:]
	} else if strings.Contains("#&=,!@|", sign) {
		return false
	} else {
		sign = ""
	}
	names := strings.Split(expression, ",")
	if sign == "" && len(names) > 1 || sign == "+" && len(names) > 1 || strings.Contains(expression, ":") {
		return false
	}
	for _, name := range names {
		name, explode := strings.CutSuffix(name, "*")
		if explode && (sign == "/" || sign == "+") {
			return false
		}
		e.param(sign, name, e.variables[name], explode)
	}
	return true
}

func (e *expansion) param(sign, name string, value any, explode bool) {
	if f, ok := value.(float64); ok {
		value = json.Number(strconv.FormatFloat(f, 'f', -1, 64))
	}
	if sign == "?" {
		e.query = true
		if decoded, err := url.PathUnescape(name); err == nil {
			name = decoded
		}
		tag := "query:" + strconv.Quote(name) + " explode:" + strconv.Quote(strconv.FormatBool(explode)) + ` required:"true"`
		if value != nil {
			e.fill = append(e.fill, func(r *sdk.Request) { r.Params(tagged(tag, value)) })
		} else {
			e.fill = append(e.fill, func(*sdk.Request) {})
		}
		return
	}
	e.hollow = e.hollow || empty(value) || value == "" && (sign == "" || sign == "+" || sign == "/")
	if sign == "/" {
		e.path += "/"
	}
	slot := name
	if decoded, err := url.PathUnescape(name); err == nil {
		slot = decoded
	}
	e.path += "{" + slot + "}"
	style := map[string]string{"": "simple", "/": "simple", ".": "label", ";": "matrix"}[sign]
	if sign == "+" {
		e.fill = append(e.fill, func(r *sdk.Request) { r.PathReserved(slot, value) })
		return
	}
	e.fill = append(e.fill, func(r *sdk.Request) { r.PathStyle(slot, value, style, explode) })
}

func empty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

func (e *expansion) try(t *testing.T, w *wire, template string, want any) {
	t.Helper()
	err := w.send(t, e.path, func(r *sdk.Request) {
		for _, fill := range e.fill {
			fill(r)
		}
	})
	if err != nil {
		if !e.hollow || w.got != nil {
			t.Errorf("%s: %v, want %v", template, err, want)
		}
		return
	}
	got := w.got.RequestURI[1:]
	for _, one := range either(want) {
		if got == one || strings.Contains(template, "{+") && unescaped(got) == unescaped(one) { // ? # [ ] would end a path
			return
		}
	}
	t.Errorf("%s: %s, want %v", template, got, want)
}

// either are the texts that an expansion may have.
func either(want any) (texts []string) {
	if list, ok := want.([]any); ok {
		for _, one := range list {
			texts = append(texts, either(one)...)
		}
		return texts
	}
	text, _ := want.(string)
	return slices.Concat(texts, []string{text})
}

func unescaped(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}
