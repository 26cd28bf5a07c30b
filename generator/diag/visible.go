package diag

import (
	"strconv"
	"strings"
	"unicode"
)

// Visible spells out what would move a terminal's cursor or reorder its text: messages quote
// documents, and file names may hold anything.
func Visible(s string) string {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
