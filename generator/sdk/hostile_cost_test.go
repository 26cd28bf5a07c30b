package sdk

import (
	"strings"
	"testing"
)

// A text whose full stops end nothing is one sentence, and costs no more for it.
func TestFirstSentenceOfAbbreviations(t *testing.T) {
	first, rest := firstSentence(strings.Repeat("e.g. ", 200_000))
	if len(first) != 5*200_000-1 || rest != "" {
		t.Errorf("the sentence has %d bytes and leaves %d", len(first), len(rest))
	}
}
