package code

import (
	"regexp"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A block is a part of a text: a paragraph, a list's items, or preformatted lines.
type block struct {
	kind  blockKind
	lines []string // of a paragraph one, of a list an item each, of preformatted text its lines
	marks []string // of a list: an item's number, or ""
}

type blockKind int

const (
	paragraph blockKind = iota
	items
	preformatted
)

var (
	fence    = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	heading  = regexp.MustCompile(`^ {0,3}#{1,6}\s+(.*?)\s*#*$`)
	underbar = regexp.MustCompile(`^ {0,3}(=+|-+)\s*$`)
	rule     = regexp.MustCompile(`^ {0,3}([-*_]\s*){3,}$`)
	bullet   = regexp.MustCompile(`^\s*[-*+•]\s+(\S.*)$`)
	number   = regexp.MustCompile(`^\s*(\d{1,3})[.)]\s+(\S.*)$`)
	divider  = regexp.MustCompile(`^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$`)
)

// blocks reads the Markdown of a description, which may hold HTML.
func blocks(text model.Text) []block {
	r := reader{lines: strings.Split(clean(dropHTML(clean(string(text)))), "\n")}
	for r.at < len(r.lines) {
		r.next()
	}
	r.flush()
	return r.blocks
}

// A reader makes blocks of lines.
type reader struct {
	lines  []string
	at     int
	blocks []block
	words  []string // of the paragraph or list item that is being read
	kind   blockKind
	mark   string // of the item that is being read
}

func (r *reader) next() {
	l := r.lines[r.at]
	r.at++
	switch {
	case strings.TrimSpace(l) == "":
		r.flush()
	case fence.MatchString(l):
		r.fenced(strings.TrimSpace(fence.FindString(l)))
	case heading.MatchString(l):
		r.flush()
		r.title(heading.FindStringSubmatch(l)[1])
	case underbar.MatchString(l) && len(r.words) > 0 && r.kind == paragraph:
		r.title(strings.Join(r.words, " "))
	case rule.MatchString(l):
		r.flush()
	case strings.Contains(l, "|") && r.at < len(r.lines) && divider.MatchString(r.lines[r.at]) && strings.Contains(r.lines[r.at], "|"):
		r.table(l)
	case bullet.MatchString(l):
		r.item("", bullet.FindStringSubmatch(l)[1])
	case number.MatchString(l) && (len(r.words) == 0 || r.kind == items || strings.HasPrefix(strings.TrimSpace(l), "1")):
		m := number.FindStringSubmatch(l)
		r.item(m[1], m[2])
	case strings.HasPrefix(l, "    ") && len(r.words) == 0 && !r.inList():
		r.indented(l)
	case l == "{" && r.kind == paragraph:
		r.braces()
	default:
		r.words = append(r.words, strings.TrimLeft(l, " >"))
	}
}

// inList tells whether the last block is a list, which an indented line goes on with.
func (r *reader) inList() bool {
	n := len(r.blocks)
	return n > 0 && r.blocks[n-1].kind == items
}

// flush ends the paragraph or item that is being read.
func (r *reader) flush() {
	text := strings.Join(r.words, " ")
	kind := r.kind
	r.words, r.kind = nil, paragraph
	if strings.TrimSpace(text) == "" {
		return
	}
	if kind == paragraph {
		r.blocks = append(r.blocks, block{kind: kind, lines: []string{text}})
		return
	}
	if !r.inList() {
		r.blocks = append(r.blocks, block{kind: kind})
	}
	b := &r.blocks[len(r.blocks)-1]
	b.lines = append(b.lines, text)
	b.marks = append(b.marks, r.mark)
}

func (r *reader) item(mark, text string) {
	r.flush()
	r.kind, r.mark = items, mark
	r.words = []string{text}
}

// title makes a paragraph of a heading: a comment has headings of its own.
func (r *reader) title(text string) {
	text = strings.TrimRight(text, ":")
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".!?") {
		text += ":"
	}
	r.words = []string{text}
	r.kind = paragraph
	r.flush()
}

func (r *reader) fenced(mark string) {
	r.flush()
	var lines []string
	for r.at < len(r.lines) {
		l := r.lines[r.at]
		r.at++
		if strings.HasPrefix(strings.TrimSpace(l), mark) {
			break
		}
		lines = append(lines, l)
	}
	r.code(lines)
}

func (r *reader) indented(first string) {
	lines := []string{first[4:]}
	for r.at < len(r.lines) && strings.HasPrefix(r.lines[r.at], "    ") {
		lines = append(lines, r.lines[r.at][4:])
		r.at++
	}
	r.code(lines)
}

func (r *reader) code(lines []string) {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) > 0 {
		r.blocks = append(r.blocks, block{kind: preformatted, lines: dedent(lines)})
	}
}

// dedent takes from each line the spaces that all begin with.
func dedent(lines []string) []string {
	common := -1
	for _, l := range lines {
		if indent := len(l) - len(strings.TrimLeft(l, " ")); indent < len(l) && (common < 0 || indent < common) {
			common = indent
		}
	}
	for i, l := range lines {
		lines[i] = l[min(len(l), common):]
	}
	return lines
}

// braces reads JSON that stands in the text without a fence.
func (r *reader) braces() {
	r.flush()
	lines := []string{"{"}
	for r.at < len(r.lines) && strings.TrimSpace(r.lines[r.at]) != "" {
		lines = append(lines, r.lines[r.at])
		r.at++
	}
	r.code(lines)
}
