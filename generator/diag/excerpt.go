package diag

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Excerpt shows the line of a place, at most a hundred bytes of it, and a caret below the column,
// each indented by a tab. It is "" where the file has no such place. Data is the file's bytes.
func Excerpt(data []byte, pos Pos) string {
	const width, lead = 100, 40
	line, ok := lineOf(data, pos.Line)
	if !ok || pos.Col < 1 || pos.Col > len(line)+1 {
		return ""
	}
	at, from := pos.Col-1, 0
	if at >= lead && len(line) > width {
		from = boundary(line, at-lead+1)
	}
	to := max(at, boundary(line, min(len(line), from+width)))
	before := tabless(line[from:at])
	return fmt.Sprintf("\t%s%s\n\t%s^\n", before, tabless(line[at:to]), strings.Repeat(" ", utf8.RuneCountInString(before)))
}

// boundary is the nearest place at or before one that begins a character.
func boundary(line []byte, at int) int {
	for at > 0 && at < len(line) && !utf8.RuneStart(line[at]) {
		at--
	}
	return at
}

// tabless is a piece of a line that is as wide on a terminal as it has characters.
func tabless(piece []byte) string {
	return Visible(strings.ReplaceAll(string(piece), "\t", " "))
}

// lineOf is the nth line of a file, counted from 1, without its end.
func lineOf(data []byte, n int) ([]byte, bool) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	for ; n > 1; n-- {
		at := bytes.IndexByte(data, '\n')
		if at < 0 {
			return nil, false
		}
		data = data[at+1:]
	}
	if n < 1 || len(data) == 0 {
		return nil, false
	}
	if at := bytes.IndexByte(data, '\n'); at >= 0 {
		data = data[:at]
	}
	return bytes.TrimSuffix(data, []byte("\r")), true
}
