package source

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/diag"
)

// number takes a number as it is written.
func (r *jsonReader) number() (string, bool) {
	end := r.at + numberLength(r.in[r.at:])
	if end == r.at {
		r.fail("a number is wanted, found %s", r.found())
		return "", false
	}
	value := r.in[r.at:end]
	r.at = end
	return value, true
}

// numberLength is the length of the JSON number that s begins with; 0 if there is none.
func numberLength(s string) int {
	i := 0
	if i < len(s) && s[i] == '-' {
		i++
	}
	whole := digits(s[i:])
	if whole == 0 || whole > 1 && s[i] == '0' {
		return 0
	}
	i += whole
	if i < len(s) && s[i] == '.' {
		fraction := digits(s[i+1:])
		if fraction == 0 {
			return 0
		}
		i += 1 + fraction
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		exponent := digits(s[i:])
		if exponent == 0 {
			return 0
		}
		i += exponent
	}
	return i
}

// isNumber tells whether s is a JSON number and nothing else.
func isNumber(s string) bool { return s != "" && numberLength(s) == len(s) }

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// str takes a string. Without escapes it shares the document's bytes.
func (r *jsonReader) str() (string, bool) {
	start := r.at + 1
	for i := start; i < len(r.in); i++ {
		switch c := r.in[i]; {
		case c == '"':
			r.at = i + 1
			return r.in[start:i], true
		case c == '\\':
			return r.escaped(start, i)
		case c < 0x20:
			r.at = i
			r.fail("a string holds the control character 0x%02X unescaped", c)
			return "", false
		}
	}
	r.fail("the string has no end")
	return "", false
}

// escaped goes on with a string from its first backslash.
func (r *jsonReader) escaped(start, i int) (string, bool) {
	var b strings.Builder
	b.WriteString(r.in[start:i])
	for i < len(r.in) {
		switch c := r.in[i]; {
		case c == '"':
			r.at = i + 1
			return b.String(), true
		case c == '\\':
			size, lone := unescape(&b, r.in[i:])
			if size == 0 {
				r.at = i
				r.fail("a string holds an escape that JSON does not know")
				return "", false
			}
			if lone {
				r.lone(i)
			}
			i += size
		case c < 0x20:
			r.at = i
			r.fail("a string holds the control character 0x%02X unescaped", c)
			return "", false
		default:
			b.WriteByte(c)
			i++
		}
	}
	r.fail("the string has no end")
	return "", false
}

// lone warns of half a surrogate pair, which no text can hold.
func (r *jsonReader) lone(at int) {
	if len(r.report.List) > maxSaid {
		return
	}
	r.report.Add(diag.Diagnostic{
		Code: "lone-surrogate", Severity: diag.Warning, Pos: diag.Pos{File: r.file, Line: r.line, Col: at - r.lineStart + 1},
		Message: fmt.Sprintf("the escape %s is half of a pair", r.in[at:at+6]), Cure: "it is read as U+FFFD",
	})
}

// unescape writes what the escape at the head of s means and returns its length; 0 if it is none.
func unescape(b *strings.Builder, s string) (size int, lone bool) {
	if len(s) < 2 {
		return 0, false
	}
	if s[1] == 'u' {
		return unescapeUnit(b, s)
	}
	at := strings.IndexByte(`"\/bfnrt`, s[1])
	if at < 0 {
		return 0, false
	}
	b.WriteByte("\"\\/\b\f\n\r\t"[at])
	return 2, false
}

// unescapeUnit reads \uXXXX, or a pair of them; a lone surrogate becomes U+FFFD.
func unescapeUnit(b *strings.Builder, s string) (size int, lone bool) {
	r, ok := unit(s)
	if !ok {
		return 0, false
	}
	if !utf16.IsSurrogate(r) {
		b.WriteRune(r)
		return 6, false
	}
	if low, ok := unit(s[6:]); ok {
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			b.WriteRune(pair)
			return 12, false
		}
	}
	b.WriteRune(utf8.RuneError)
	return 6, true
}

func unit(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range s[2:6] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | (c - '0')
		case 'a' <= c && c <= 'f':
			r = r<<4 | (c - 'a' + 10)
		case 'A' <= c && c <= 'F':
			r = r<<4 | (c - 'A' + 10)
		default:
			return 0, false
		}
	}
	return r, true
}
