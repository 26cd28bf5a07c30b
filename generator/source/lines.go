package source

import (
	"strings"
	"unicode/utf8"
)

// A lines turns columns in characters, which the YAML library counts, into columns in bytes.
type lines struct {
	in     string
	starts []int // offset of each line's first byte

	// Where the last question ended: nodes come in order, so the next question goes on from there.
	line, column1, offset int
}

func newLines(in string) *lines {
	l := &lines{in: in, starts: []int{0}}
	for at := 0; ; {
		next := strings.IndexByte(in[at:], '\n')
		if next < 0 {
			return l
		}
		at += next + 1
		l.starts = append(l.starts, at)
	}
}

// column is the byte column of a line's character; both count from 1.
func (l *lines) column(line, char int) int {
	if line < 1 || line > len(l.starts) || char < 1 {
		return max(char, 1)
	}
	if line != l.line || char < l.column1 {
		l.line, l.column1, l.offset = line, 1, l.starts[line-1]
	}
	for l.column1 < char && l.offset < len(l.in) {
		_, size := utf8.DecodeRuneInString(l.in[l.offset:])
		l.offset += size
		l.column1++
	}
	return l.offset - l.starts[line-1] + 1
}

// indent is the column of a line's first character that is no blank.
func (l *lines) indent(line int) int {
	if line < 1 || line > len(l.starts) {
		return 1
	}
	rest := l.in[l.starts[line-1]:]
	return 1 + len(rest) - len(strings.TrimLeft(rest, " \t"))
}

// alias is the place of the first *name: of an alias to nothing the YAML library tells the name alone.
func (l *lines) alias(name string) (line, column int) {
	line = 1
	for rest := l.in; rest != ""; line++ {
		var text string
		text, rest, _ = strings.Cut(rest, "\n")
		for at := 0; at < len(text); at++ {
			after, ok := strings.CutPrefix(text[at:], "*"+name)
			if ok && (at == 0 || strings.IndexByte(" \t[{,", text[at-1]) >= 0) && (after == "" || strings.IndexByte(" \t\r]},:", after[0]) >= 0) {
				return line, at + 1
			}
		}
	}
	return 1, 1
}
