package docs

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean drops what a reader cannot see but a terminal, an editor or a renderer may obey: control
// and bidi characters, zero-width ones, fillers. Lines end in \n; bytes that are no UTF-8 show as U+FFFD.
func clean(s string) string {
	if !strings.ContainsFunc(s, suspect) && utf8.ValidString(s) {
		return s
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n",
		"\t", "    ").Replace(s)
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func suspect(r rune) bool { return r == '\t' || r == '\u2028' || r == '\u2029' || invisible(r) }

func invisible(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' && r != '\n' || r == 0x7f
	}
	switch r {
	case '\u115F', '\u1160', '\u3164', '\uFFA0', '\u034F', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D':
		return true // letters and marks that show nothing
	case '\u2028', '\u2029', '\u2800':
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || r >= 0xE0100 && r <= 0xE01EF
}

// cleanJSON spells what clean would drop as JSON escapes, so that the value stays the same.
func cleanJSON(s string) string {
	if !strings.ContainsFunc(s, suspect) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !invisible(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xD800+(r>>10), 0xDC00+(r&0x3FF))
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
