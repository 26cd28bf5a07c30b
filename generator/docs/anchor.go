package docs

import (
	"strconv"
	"strings"
	"unicode"
)

// A headings counts the headings of a page and knows the anchor that GitHub gives each.
type headings map[string]int

// anchor is the anchor of the next heading of a page, as GitHub makes it: small letters, spaces as
// hyphens, punctuation dropped, repeats numbered.
func (h headings) anchor(text string) string {
	a := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
	result := a
	for h[result] > 0 {
		h[a]++
		result = a + "-" + strconv.Itoa(h[a]-1)
	}
	h[result]++
	return result
}
