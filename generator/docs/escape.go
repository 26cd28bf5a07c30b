package docs

import "strings"

// escape writes text so that Markdown shows it as it is: no tag, link, emphasis, entity or formula.
func escape(s string, inCell bool) string {
	s = oneLine(clean(s))
	if !strings.ContainsAny(s, "\\`*_[]<>&~$|") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\\', '`', '*', '[', ']', '~':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString(ampersand(s[i+1:]))
		case '$':
			b.WriteString(dollar(s[i+1:]))
		case '_':
			if !inWord(s, i) {
				b.WriteByte('\\')
			}
			b.WriteByte('_')
		case '|':
			if inCell {
				b.WriteByte('\\')
			}
			b.WriteByte('|')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// oneLine turns what breaks a line into a space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
}

// ampersand escapes an & that would begin an entity.
func ampersand(rest string) string {
	if rest != "" && (letter(rest[0]) || rest[0] == '#') {
		return "&amp;"
	}
	return "&"
}

// dollar escapes a $ that would begin a formula.
func dollar(rest string) string {
	if rest == "" || rest[0] == ' ' {
		return "$"
	}
	return `\$`
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func wordByte(c byte) bool { return letter(c) || c >= '0' && c <= '9' || c >= 0x80 }

// inWord tells whether the underscore at i stands inside a word, where it is no emphasis.
func inWord(s string, i int) bool {
	return i > 0 && i+1 < len(s) && (wordByte(s[i-1]) || s[i-1] == '_') && (wordByte(s[i+1]) || s[i+1] == '_')
}

// codeSpan is text as code: enough backticks around it, and in a cell no bare pipe.
func codeSpan(s string, inCell bool) string {
	s = oneLine(clean(s))
	if strings.TrimSpace(s) == "" {
		return escape(s, inCell)
	}
	if inCell {
		if oddPipe(s) {
			return escape(s, true)
		}
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	mark := strings.Repeat("`", longestRun(s, '`')+1)
	if len(mark) > 1 && (s[0] == '`' || s[len(s)-1] == '`') || s[0] == ' ' && s[len(s)-1] == ' ' {
		return mark + " " + s + " " + mark
	}
	return mark + s + mark
}

// oddPipe tells whether an odd number of backslashes stands before a pipe: a code span in a cell
// cannot show that, whatever the renderer.
func oddPipe(s string) bool {
	run := 0
	for i := range len(s) {
		switch {
		case s[i] == '\\':
			run++
			continue
		case s[i] == '|' && run%2 == 1:
			return true
		}
		run = 0
	}
	return false
}

// longestRun is the length of the longest run of c.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
