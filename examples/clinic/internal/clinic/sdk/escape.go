package sdk

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// An escaper makes a text fit for a place in a request.
type escaper func(string) string

func plain(s string) string { return s }

// escape keeps RFC 3986's unreserved characters and writes every other byte as %XX.
func escape(s string) string { return escapeBytes(s, isUnreserved, false) }

// escapeForm is for application/x-www-form-urlencoded, where a space is a plus.
func escapeForm(s string) string { return url.QueryEscape(s) }

// escapeReservedPath is RFC 6570's reserved expansion, without what would end the path.
func escapeReservedPath(s string) string {
	return escapeBytes(s, func(c byte) bool {
		return isUnreserved(c) || strings.IndexByte("/:@!$&'()*+,;=", c) >= 0
	}, true)
}

// escapeReservedQuery is RFC 6570's reserved expansion, without what would end the value or mean a space.
func escapeReservedQuery(s string) string {
	return escapeBytes(s, func(c byte) bool {
		return isUnreserved(c) || strings.IndexByte("/:@!$'()*,;=?", c) >= 0
	}, true)
}

// escapeCookie keeps what RFC 6265 lets a cookie's value hold: most servers take it as it stands.
func escapeCookie(s string) string {
	return escapeBytes(s, func(c byte) bool { return isCookieByte(c) && c != '%' && c != ',' }, false)
}

// isCookie tells whether a pair can stand in a Cookie header as it is. Commas stand between the items of a list.
func isCookie(p pair) bool {
	not := func(r rune) bool { return r >= 0x7f || !isCookieByte(byte(r)) }
	return p.name != "" && !strings.ContainsFunc(p.name, not) && !strings.Contains(p.name, "=") && !strings.ContainsFunc(p.value, not)
}

func isCookieByte(c byte) bool { return c > ' ' && c < 0x7f && c != '"' && c != ';' && c != '\\' }

func escapeBytes(s string, keep func(byte) bool, keepTriplets bool) string {
	const hex = "0123456789ABCDEF"
	var b []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if keep(c) || keepTriplets && isTriplet(s[i:]) {
			if b != nil {
				b = append(b, c)
			}
			continue
		}
		if b == nil { // the first byte that changes: until here s itself would do
			b = append(make([]byte, 0, len(s)+16), s[:i]...)
		}
		b = append(b, '%', hex[c>>4], hex[c&15])
	}
	if b == nil {
		return s
	}
	return string(b)
}

func isUnreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '-' || c == '.' || c == '_' || c == '~'
}

func isTriplet(s string) bool { return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2]) }

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// checkHeader refuses what would not arrive as it was given, or would end the header.
func checkHeader(name, value string) error {
	if name == "" || strings.ContainsFunc(name, func(r rune) bool {
		return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r)
	}) {
		return fmt.Errorf("%q is no name of a header", name)
	}
	if strings.ContainsFunc(value, isControl) {
		return errors.New("value holds a control character, which no header can carry")
	}
	if value != strings.Trim(value, " \t") {
		return errors.New("value begins or ends with a space, which servers cut off")
	}
	return nil
}

// isControl is true for what ends or breaks a header. Invalid UTF-8 is none.
func isControl(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }
