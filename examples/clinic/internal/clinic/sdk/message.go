package sdk

import (
	"cmp"
	"strings"
)

// describe finds the code and the message in an error's body, in the shapes that are usual.
func describe(body []byte) (code, message string) {
	return describeAt(body, 0)
}

func describeAt(body []byte, depth int) (code, message string) {
	if depth > 4 {
		return "", ""
	}
	if text, ok := unquote(body); ok {
		return "", text
	}
	var first []byte
	if elements(body, func(raw []byte) bool { first = raw; return false }) {
		return describeAt(first, depth+1)
	}
	found := map[string][]byte{}
	members(body, func(key string, raw []byte) bool {
		found[key] = raw
		return true
	})
	for _, key := range [...]string{"code", "error_code", "errorCode", "type"} {
		code = cmp.Or(code, textOf(found[key]))
	}
	for _, key := range [...]string{
		"message", "error_description", "detail", "error_message", "errorMessage", "title", "msg", "reason",
	} {
		message = cmp.Or(message, textOf(found[key]))
	}
	for _, key := range [...]string{"error", "errors", "fault"} {
		if c, m := describeAt(found[key], depth+1); m != "" {
			if key == "error" && c == "" && message != "" && !strings.Contains(m, " ") { // "error": "invalid_grant"
				c = m
			}
			code, message = cmp.Or(code, c), cmp.Or(message, m)
		}
	}
	return code, message
}

// textOf is a string, a number, or a list of strings in one.
func textOf(raw []byte) string {
	if s, ok := unquote(raw); ok {
		return s
	}
	if isNumber(string(raw)) {
		return string(raw)
	}
	var list []string
	elements(raw, func(item []byte) bool {
		if s, ok := unquote(item); ok {
			list = append(list, s)
		}
		return true
	})
	return strings.Join(list, "; ")
}
