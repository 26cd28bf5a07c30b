package code

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hard stands for a space at which a line must not break: inside a link's brackets.
// It is for private use, so no cleaned text has it.
const hard = '\ue000'

// reach is how far the end of a link is looked for, and near that of emphasis: hostile text must cost little.
const (
	reach = 1000
	near  = 300
)

// A link is a link definition of a comment: "[text]: url" at its end.
type link struct{ text, url string }

// An inliner makes plain text of a paragraph's Markdown and collects its links.
type inliner struct {
	out   strings.Builder
	links []link
	known map[string]string // the links' URLs by their texts
	open  []string          // runs of stars or underscores that are not closed yet
	flat  bool              // no definitions: a field's comment, where "text (url)" reads better
}

// plain is a text without Markdown.
func plain(s string) string {
	in := inliner{flat: true}
	return in.text(s)
}

func (in *inliner) text(s string) string {
	if !strings.ContainsAny(s, "`*_[\\<") {
		return s
	}
	in.out.Reset()
	in.open = nil
	before := rune(' ')
	for s != "" {
		n := in.token(s, before)
		before, _ = utf8.DecodeLastRuneInString(s[:n])
		s = s[n:]
	}
	return in.out.String()
}

// token writes what s begins with and returns how long that was.
func (in *inliner) token(s string, before rune) int {
	switch c := s[0]; c {
	case '\\':
		if len(s) > 1 && isPunct(s[1]) {
			in.out.WriteByte(s[1])
			return 2
		}
	case '`':
		n := spanLen(s)
		in.out.WriteString(strings.Trim(s[:n], "`"))
		return n
	case '!':
		if strings.HasPrefix(s, "![") {
			if text, _, n := linkAt(s[1:]); n > 0 {
				in.out.WriteString(plain(text))
				return n + 1
			}
		}
	case '[':
		if text, target, n := linkAt(s); n > 0 {
			in.link(text, target)
			return n
		}
	case '<':
		if end := strings.IndexByte(s[:min(len(s), reach)], '>'); end > 0 && absolute(s[1:end]) != "" {
			in.out.WriteString(absolute(s[1:end]))
			return end + 1
		}
	case '*', '_':
		return in.emphasis(s, before)
	}
	_, n := utf8.DecodeRuneInString(s)
	in.out.WriteString(s[:n])
	return n
}

// emphasis drops a run of stars or underscores that opens or closes emphasis, and writes any other.
func (in *inliner) emphasis(s string, before rune) int {
	n := len(s) - len(strings.TrimLeft(s, s[:1]))
	run, rest := s[:n], s[n:]
	if last := len(in.open) - 1; last >= 0 && in.open[last] == run && !unicode.IsSpace(before) {
		in.open = in.open[:last]
		return n
	}
	if n <= 3 && !isWord(before) && closes(rest, run) {
		in.open = append(in.open, run)
		return n
	}
	if !isStray(run, rest, before) {
		in.out.WriteString(run)
	}
	return n
}

// isStray tells whether a run is one end of emphasis whose other end is in another paragraph or sentence.
func isStray(run, rest string, before rune) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	opens := unicode.IsSpace(before) && unicode.IsLetter(after)
	closes := (unicode.IsLetter(before) || strings.ContainsRune(".!?:", before)) && (rest == "" || after == ' ' || after == '.')
	return run == "**" && (opens || closes)
}

// closes tells whether a run of stars or underscores that opens emphasis is closed in rest.
func closes(rest, run string) bool {
	rest = rest[:min(len(rest), near)]
	if rest == "" || rest[0] == ' ' || rest[0] == run[0] {
		return false
	}
	for at := 1; ; {
		i := strings.Index(rest[at:], run)
		if i < 0 {
			return false
		}
		at += i
		after, _ := utf8.DecodeRuneInString(rest[at+len(run):])
		if rest[at-1] != ' ' && rest[at-1] != run[0] && after != rune(run[0]) && !isWord(after) {
			return true
		}
		at += len(run)
	}
}

// linkAt reads "[text](target)" and returns the length read, or 0.
func linkAt(s string) (text, target string, n int) {
	s = s[:min(len(s), reach)]
	end := balanced(s, '[', ']')
	if end == 0 || end == len(s) || s[end] != '(' {
		return "", "", 0
	}
	shut := balanced(s[end:], '(', ')')
	if shut == 0 {
		return "", "", 0
	}
	target, _, _ = strings.Cut(strings.TrimSpace(s[end+1:end+shut-1]), " ")
	return s[1 : end-1], strings.Trim(target, "<>"), end + shut
}

// balanced is the length of the brackets that s begins with, with what they enclose; 0 if they do not close.
func balanced(s string, open, shut byte) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case open:
			depth++
		case shut:
			depth--
		}
		if depth == 0 {
			return i + 1
		}
	}
	return 0
}

// link writes a link as go doc reads it: "[text]" with a definition, or "text (url)".
func (in *inliner) link(text, target string) {
	text = oneLine(plain(text))
	target = absolute(target)
	switch {
	case target == "" || text == "":
		in.out.WriteString(text)
	case text == target:
		in.out.WriteString(target)
	case in.flat || !isLinkText(text) || !in.define(text, target):
		in.out.WriteString(text + " (" + target + ")")
	default:
		in.out.WriteString("[" + strings.ReplaceAll(text, " ", string(hard)) + "]")
	}
}

// define keeps a link definition, unless its text already leads elsewhere.
func (in *inliner) define(text, target string) bool {
	if url, ok := in.known[text]; ok {
		return url == target
	}
	if in.known == nil {
		in.known = map[string]string{}
	}
	in.known[text] = target
	in.links = append(in.links, link{text, target})
	return true
}

// absolute is the URL if it can be followed from anywhere, and "" if not.
func absolute(target string) string {
	u, err := url.Parse(target)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	for _, r := range target {
		if r <= ' ' || r > '~' || strings.ContainsRune("\"<>\\^`{|}", r) {
			return ""
		}
	}
	return target
}

// isLinkText tells whether text can stand in the brackets of a link with a definition.
func isLinkText(text string) bool {
	return len(text) <= 60 && !strings.ContainsAny(text, "[]") && !isName(text)
}

// isName tells whether text could be taken for a Go name: "Session", "sdk.Error".
func isName(text string) bool {
	for _, r := range text {
		if r != '.' && r != '*' && !isWord(r) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) || strings.ContainsAny(text, ".*")
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func isPunct(c byte) bool { return c > ' ' && c < 0x7f && !isWord(rune(c)) || c == '_' }
