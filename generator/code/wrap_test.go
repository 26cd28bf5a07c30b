package code

import (
	"strings"
	"testing"
)

// gofmt takes minutes for a word of a thousand URLs, so a comment shows only its beginning.
func TestWrapCutsEndlessWords(t *testing.T) {
	lines := wrap("a "+strings.Repeat("http://a.b/(", 1000)+" z", 80)
	if len(lines) != 3 || lines[0] != "a" || len(lines[1]) != 2000+len("…") || lines[2] != "z" {
		t.Errorf("got %d lines: %.40q", len(lines), lines)
	}
}
