package main

import (
	"encoding/json"
	"errors"
	"net/url"
	"reflect"
	"slices"
	"strings"
)

// proveRequest fills the params or the body from the example, calls, and compares what arrived.
func proveRequest(method reflect.Value, p proof) ([]diff, string) {
	var c comparer
	s := &server{status: p.Status, media: "application/json", body: []byte("{}")}
	form := strings.HasPrefix(p.Media, "application/x-www-form-urlencoded")
	results := call(method, s, func(i int, arg reflect.Value) {
		switch {
		case arg.Kind() == reflect.Struct && hasTag(arg.Type(), "form") && form:
			c.fill(arg, p.Example)
		case !form && i == bodyArg(method.Type()):
			if err := json.Unmarshal(p.Example, arg.Addr().Interface()); err != nil {
				c.add("example breaks its schema", "", decode(p.Example), err.Error())
			}
		}
	})
	if s.request == nil {
		return c.diffs, failure(results)
	}
	if form {
		c.form(s.sent, p.Example)
	} else {
		c.body("", decode(orNull(s.sent)), decode(p.Example))
	}
	return c.diffs, ""
}

func orNull(data []byte) []byte {
	if len(data) == 0 {
		return []byte("null")
	}
	return data
}

// bodyArg is the last argument before the options that can hold a JSON body.
func bodyArg(t reflect.Type) int {
	last := t.NumIn() - 2
	for i := last; i > 0; i-- {
		arg := t.In(i)
		if arg.Kind() == reflect.Struct && arg.NumField() > 0 && hasTag(arg, "query") && !hasTag(arg, "json") {
			continue // params beside a body that is an argument of its own
		}
		return i
	}
	return last
}

func hasTag(t reflect.Type, key string) bool {
	for i := range t.NumField() {
		if name, ok := t.Field(i).Tag.Lookup(key); ok && name != "-" {
			return true
		}
	}
	return false
}

// fill sets the form fields that the example gives.
func (c *comparer) fill(params reflect.Value, example json.RawMessage) {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(example, &values); err != nil {
		c.add("example breaks its schema", "", string(example), err.Error())
		return
	}
	for i := range params.NumField() {
		name := params.Type().Field(i).Tag.Get("form")
		raw, ok := values[name]
		if !ok {
			continue
		}
		delete(values, name)
		if err := set(params.Field(i), raw); err != nil {
			c.add("example breaks its schema", "."+name, decode(raw), err.Error())
		}
	}
	for name, raw := range values {
		c.add("unknown field", "."+name, decode(raw), nil)
	}
}

// set decodes a value into a field. What is free-form takes the JSON that a string of the example holds, as somebody who
// knows the API would pass it; elsewhere a string may stand for a number or a boolean, and a value for a list of one.
func set(field reflect.Value, raw json.RawMessage) error {
	var s string
	isText := json.Unmarshal(raw, &s) == nil
	if free := field.Kind() == reflect.Interface || field.Kind() == reflect.Map; free && isText {
		if s = unescaped(s); !json.Valid([]byte(s)) {
			return errors.New("a string where the field takes any JSON, but none that holds JSON")
		}
		raw = json.RawMessage(s)
	}
	err := json.Unmarshal(raw, field.Addr().Interface())
	if err != nil && isText && json.Unmarshal([]byte(strings.ToLower(s)), field.Addr().Interface()) == nil {
		return nil
	}
	if err != nil && field.Kind() == reflect.Slice && json.Unmarshal([]byte("["+string(raw)+"]"), field.Addr().Interface()) == nil {
		return nil
	}
	return err
}

// unescaped is JSON that an example shows as it travels, percent-encoded.
func unescaped(s string) string {
	plain, err := url.QueryUnescape(s)
	if strings.HasPrefix(s, "%") && err == nil && json.Valid([]byte(plain)) {
		return plain
	}
	return s
}

// form compares a form that arrived with the example.
func (c *comparer) form(sent []byte, example json.RawMessage) {
	got, err := url.ParseQuery(string(sent))
	if err != nil {
		c.add("no form arrived", "", string(example), string(sent))
		return
	}
	values, ok := decode(example).(map[string]any)
	if !ok {
		return
	}
	for name, want := range values {
		if slices.ContainsFunc(c.diffs, func(d diff) bool { return d.Path == "."+name }) {
			continue // it could not be set
		}
		c.field("."+name, got, name, want)
	}
}

func (c *comparer) field(path string, got url.Values, name string, want any) {
	switch want := want.(type) {
	case nil:
		if s := got[name]; len(s) > 0 && s[0] != "" {
			c.add("null reads as something", path, want, s)
		}
	case []any:
		c.repeated(path, got[name], want)
	case map[string]any:
		if len(got[name]) == 1 && json.Valid([]byte(got[name][0])) {
			c.same(path, decode([]byte(got[name][0])), want)
			return
		}
		c.add("value differs", path, want, got[name])
	default:
		if s := got[name]; len(s) != 1 || !sameText(s[0], want) {
			c.add("value differs", path, want, got[name])
		}
	}
}

func (c *comparer) repeated(path string, got []string, want []any) {
	if len(got) == 1 && len(want) != 1 && json.Valid([]byte(got[0])) { // a list of objects as JSON
		c.same(path, decode([]byte(got[0])), want)
		return
	}
	if len(got) == len(want) {
		equal := true
		for i, item := range want {
			equal = equal && sameText(got[i], item)
		}
		if equal {
			return
		}
	}
	if len(got) == 1 && json.Valid([]byte(got[0])) && text(decode([]byte(got[0]))) == text(want) {
		return
	}
	c.add("value differs", path, want, got)
}

// sameText compares the text of a form with a JSON value; a text that holds JSON counts for what it holds.
func sameText(got string, want any) bool {
	s, ok := want.(string)
	if !ok {
		s = text(want)
	}
	s = unescaped(s)
	if got == s || sameTime(got, s) || strings.EqualFold(got, s) && (got == "true" || got == "false") {
		return true
	}
	if !json.Valid([]byte(got)) || !json.Valid([]byte(s)) {
		return false
	}
	a, b := decode([]byte(got)), decode([]byte(s))
	return text(a) == text(b) || sameNumber(a, b)
}

// body compares a JSON body: all that the example says must arrive.
func (c *comparer) body(path string, got, want any) {
	object, ok := want.(map[string]any)
	arrived, also := got.(map[string]any)
	if !ok || !also {
		c.same(path, got, want)
		return
	}
	for key, item := range object {
		if value, ok := arrived[key]; ok {
			c.body(path+"."+key, value, item)
		} else if item != nil {
			c.add("unknown field", path+"."+key, item, nil)
		}
	}
}
