package sdk

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// members calls each for the members of a JSON object, in order, until it returns false. It returns false if b is no
// object. Values are handed on as they stand; whoever decodes them finds what is wrong inside.
func members(b []byte, each func(key string, raw []byte) bool) bool {
	i := space(b, 0)
	if i >= len(b) || b[i] != '{' {
		return false
	}
	for i = space(b, i+1); i < len(b) && b[i] == '"'; i = space(b, i+1) {
		end := skip(b, i)
		key, ok := unquote(b[i:end])
		i = space(b, end)
		if !ok || i >= len(b) || b[i] != ':' {
			return false
		}
		start := space(b, i+1)
		end = skip(b, start)
		if end <= start || !each(key, b[start:end]) {
			return end > start
		}
		if i = space(b, end); i >= len(b) || b[i] != ',' {
			break
		}
	}
	return i < len(b) && b[i] == '}'
}

// elements calls each for the elements of a JSON array. It returns false if b is no array.
func elements(b []byte, each func(raw []byte) bool) bool {
	i := space(b, 0)
	if i >= len(b) || b[i] != '[' {
		return false
	}
	if i = space(b, i+1); i < len(b) && b[i] == ']' {
		return true
	}
	for i < len(b) {
		end := skip(b, i)
		if end <= i || !each(b[i:end]) {
			return end > i
		}
		if i = space(b, end); i >= len(b) || b[i] != ',' {
			break
		}
		i = space(b, i+1)
	}
	return i < len(b) && b[i] == ']'
}

// skip returns the index after the value at i; i itself if there is none.
func skip(b []byte, i int) int {
	if i >= len(b) {
		return i
	}
	switch b[i] {
	case '"':
		return skipString(b, i)
	case '{', '[':
		return skipNested(b, i)
	}
	end := i
	for end < len(b) && strings.IndexByte(",:]} \t\r\n", b[end]) < 0 {
		end++
	}
	return end
}

func skipString(b []byte, i int) int {
	for j := i + 1; ; j++ {
		quote := bytes.IndexByte(b[j:], '"')
		if quote < 0 {
			return i
		}
		j += quote
		escapes := 0
		for b[j-1-escapes] == '\\' { // the opening quote ends the run
			escapes++
		}
		if escapes%2 == 0 {
			return j + 1
		}
	}
}

func skipNested(b []byte, i int) int {
	depth := 0
	for j := i; j < len(b); j++ {
		switch b[j] {
		case '"':
			end := skipString(b, j)
			if end == j {
				return i
			}
			j = end - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return i
}

// nesting is how deep the lists and objects in b go.
func nesting(b []byte) int {
	depth, deepest := 0, 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			end := skipString(b, i)
			if end == i {
				return deepest
			}
			i = end - 1
		case '{', '[':
			depth++
			deepest = max(deepest, depth)
		case '}', ']':
			depth--
		}
	}
	return deepest
}

func space(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\r' || b[i] == '\n') {
		i++
	}
	return i
}

// unquote reads a JSON string; false if b is none.
func unquote(b []byte) (string, bool) {
	if len(b) < 2 || b[0] != '"' || b[len(b)-1] != '"' {
		return "", false
	}
	if bytes.IndexByte(b, '\\') < 0 && utf8.Valid(b) {
		return string(b[1 : len(b)-1]), true
	}
	var s string
	err := json.Unmarshal(b, &s)
	return s, err == nil
}

// lookup follows a dotted way of keys into a JSON object; nil if it leads nowhere. A key may itself hold dots.
func lookup(b []byte, way string) []byte {
	if way == "" {
		return b
	}
	var found []byte
	members(b, func(key string, raw []byte) bool {
		if key == way {
			found = raw
			return false
		}
		if rest, ok := strings.CutPrefix(way, key+"."); ok && found == nil {
			found = lookup(raw, rest)
		}
		return true
	})
	return found
}

// lookupText is a string, or a number as text; "" for null and for everything else.
func lookupText(b []byte, way string) string {
	raw := lookup(b, way)
	if s, ok := unquote(raw); ok {
		return s
	}
	if isNumber(string(raw)) {
		return string(raw)
	}
	return ""
}

// clip shows the beginning of a text that may be long or binary, in one line.
func clip(b []byte) string {
	const most = 200
	more := ""
	if len(b) > most {
		b, more = b[:most], "…"
	}
	return oneLine(string(b)) + more
}

// oneLine keeps what a server says from breaking lines, or from steering a terminal.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == utf8.RuneError {
			return -1
		}
		if r < ' ' || 0x7f <= r && r < 0xa0 {
			return ' '
		}
		return r
	}, s))
}
