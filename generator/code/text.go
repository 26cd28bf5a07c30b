package code

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean is document text without what an editor, a compiler or a reader could be fooled by:
// control, bidi and invisible characters, broken UTF-8. Lines end in \n alone.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(visible, s)
}

// isPlain tells whether clean has nothing to do, as for most texts.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' {
			return false
		}
	}
	return true
}

func visible(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\t':
		return ' '
	case '\u115f', '\u1160', '\u2800', '\u3164', '\uffa0': // letters that show nothing
		return -1
	}
	if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) || r&0xfffe == 0xfffe {
		return -1
	}
	return r
}

// oneLine is clean text with each run of space and line ends made one space.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// longestWord is how many bytes of a word a comment shows: gofmt takes minutes for a word of a thousand URLs.
const longestWord = 2000

// wrap breaks text at spaces into lines of at most width characters; a longer word has its own line.
func wrap(text string, width int) []string {
	var lines []string
	var line strings.Builder
	length := 0
	for word := range strings.FieldsSeq(text) {
		if len(word) > longestWord {
			word = strings.ToValidUTF8(word[:longestWord], "") + "…"
		}
		size := utf8.RuneCountInString(word)
		if length > 0 && length+1+size > width {
			lines = append(lines, line.String())
			line.Reset()
			length = 0
		}
		if length > 0 {
			line.WriteByte(' ')
			length++
		}
		line.WriteString(word)
		length += size
	}
	if length > 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// glued is the text of a list's item with no place to break before what would begin another item.
func glued(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && isMark(word) {
			words[i] = string(hard) + word
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), " "+string(hard), string(hard))
}

// isMark tells whether a word is what go doc takes for the beginning of a list's item.
func isMark(word string) bool {
	switch word {
	case "-", "*", "+", "•":
		return true
	}
	digits := strings.TrimRight(word, ".)")
	return digits != word && digits != "" && strings.Trim(digits, "0123456789") == ""
}
