package code

import (
	"regexp"
	"strings"
)

// A line is a line of a comment, without its slashes: what a document says comes from prose or
// code, which defuse it; our own words come from own.
type line string

// comment makes a Go comment of lines. It is the only way for text into a comment: each line begins
// with "//", is one line whatever it holds, and shows nothing that cannot be seen.
func comment(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("//")
		text := strings.TrimRight(string(l), " \t")
		if text != "" && text[0] != '\t' {
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	return b.String()
}

// own is a line that may be live: the header, a deprecation, a link's definition.
func own(text string) line { return line(oneLine(text)) }

// code is a line of preformatted document text. Its inner space stays.
func code(text string) line {
	return "\t" + line(defuse(strings.ReplaceAll(clean(text), "\n", " ")))
}

// prose is a line of a paragraph of document text.
func prose(text string) line { return line(defuse(straight.Replace(oneLine(text)))) }

// straight keeps gofmt from making typographic quotes of an empty string.
var straight = strings.NewReplacer("''", `""`, "``", "`")

// live matches the beginning of a line that some tool obeys or lists when it stands in a comment.
var live = regexp.MustCompile(`^((?i:` +
	`\+[a-z]` + // +build, which gofmt makes a //go:build; +k8s:…
	`|(go|lint|exhaustive|revive|easyjson|ginkgo|counterfeiter):\S` +
	`|nolint\b|#(\s|$)|#(nosec|cgo|include|define)\b` +
	`|line\s.*:\d+|export\s+\w+$|extern\s+\w+$|import\s+"` +
	`|code generated\b` +
	`)|[A-Z][A-Z]+\([^)]+\)` + // BUG(name): and other notes
	`)`)

// label matches the words that go doc and go test know by their colon.
var label = regexp.MustCompile(`^(?i:deprecated|output|unordered output):`)

// defuse quotes the first word of document text that would be live, and makes a dash of a label's colon.
func defuse(text string) string {
	bare := strings.TrimLeft(text, " \t")
	indent := text[:len(text)-len(bare)]
	if mark := label.FindString(bare); mark != "" {
		return indent + mark[:len(mark)-1] + " –" + bare[len(mark):]
	}
	if !live.MatchString(bare) {
		return text
	}
	first, rest, _ := strings.Cut(bare, " ")
	return strings.TrimRight(indent+`"`+first+`" `+rest, " ")
}
