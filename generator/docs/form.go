package docs

import (
	"encoding/json"
	"strings"
)

// formLines shows an example of a form's body as it is filled in: a line for each field, one for each item of a list.
// It is false for what is no object, and for one that a page would have to cut.
func formLines(compact string) (string, bool) {
	dec := json.NewDecoder(strings.NewReader(compact))
	if first, err := dec.Token(); err != nil || first != json.Delim('{') {
		return "", false
	}
	var lines []string
	for dec.More() {
		key, err := dec.Token()
		var value json.RawMessage
		if err != nil || dec.Decode(&value) != nil {
			return "", false
		}
		lines = append(lines, fieldLines(key.(string), value)...)
	}
	text := strings.Join(lines, "\n")
	return text, len(lines) > 0 && len(lines) <= maxExampleLines && len(text) <= maxExampleWidth
}

func fieldLines(key string, value json.RawMessage) []string {
	var items []json.RawMessage
	if json.Unmarshal(value, &items) != nil || items == nil {
		items = []json.RawMessage{value}
	}
	var lines []string
	for _, item := range items {
		lines = append(lines, shownInForm(key)+"="+shownInForm(plainText(item)))
	}
	return lines
}

// plainText is a string without its quotes, and any other value as JSON.
func plainText(value json.RawMessage) string {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return s
	}
	return string(value)
}

// shownInForm is a text on one line, without what cannot be seen.
func shownInForm(s string) string {
	return cleanJSON(strings.NewReplacer("\r", `\r`, "\n", `\n`).Replace(s))
}
