package code

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// declDoc is the comment of a declaration. What extra adds stands before the deprecation.
func declDoc(d sdk.Doc, extra ...[]line) []line {
	var w writer
	w.sentence(string(d.Lead))
	w.markdown(d.Body)
	w.plain(facts(d.Facts))
	for _, lines := range extra {
		w.apart(lines)
		w.block(lines...)
	}
	w.deprecated(d.Deprecated)
	w.definitions()
	return w.lines
}

// fieldDoc is the comment of a field or a constant: one paragraph if the document says little.
func fieldDoc(d sdk.Doc) []line {
	w := writer{indent: 4, inliner: inliner{flat: true}}
	lead := ended(w.text(oneLine(string(d.Lead))))
	body := blocks(d.Body)
	if len(body) == 1 && body[0].kind == paragraph {
		lead += " " + ended(w.text(oneLine(body[0].lines[0])))
		body = nil
	}
	if len(body) == 0 {
		lead += " " + facts(d.Facts)
	}
	w.plain(lead)
	if len(body) > 0 {
		w.blocks(body)
		w.plain(facts(d.Facts))
	}
	w.deprecated(d.Deprecated)
	return w.lines
}

// facts are short facts as sentences: "At most 191 characters. Default: [SessionModeVoiceOnly]."
func facts(all []string) string {
	sentences := make([]string, len(all))
	for i, fact := range all {
		fact = oneLine(fact)
		first, n := utf8.DecodeRuneInString(fact)
		sentences[i] = ended(string(unicode.ToUpper(first)) + fact[n:])
	}
	return strings.Join(sentences, " ")
}

// ended is text that ends as a sentence does. Go doc takes a lone line without a full stop for a heading.
func ended(text string) string {
	if bare := strings.TrimRight(text, "\"')]*_"); strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, "!") || strings.HasSuffix(bare, "?") {
		return text
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	word := text[strings.LastIndexByte(text, ' ')+1:]
	if strings.Contains(word, "://") {
		return text
	}
	if unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(")]}\"'*/_%>", last) {
		return text + "."
	}
	return text
}

// width is where lines of comments break, without the slashes.
const width = 97

// leading is text that a list or preformatted lines follow.
func leading(text string) string {
	if end := ended(text); end != text {
		return text + ":"
	}
	return text
}

// A writer makes the lines of one comment.
type writer struct {
	inliner
	lines  []line
	indent int // columns that the comment stands in
}

// block adds lines, after a blank one if there are some already.
func (w *writer) block(lines ...line) {
	if len(lines) == 0 {
		return
	}
	if len(w.lines) == 0 && isIndented(lines[0]) {
		w.lines = append(w.lines, own("In the document's words:")) // gofmt wants a paragraph first
	}
	if len(w.lines) > 0 {
		w.lines = append(w.lines, "")
	}
	w.lines = append(w.lines, lines...)
}

// apart adds a paragraph between indented lines and the operation: go doc would take both for one.
func (w *writer) apart(lines []line) {
	if len(lines) > 0 && len(w.lines) > 0 && isIndented(lines[0]) && isIndented(w.lines[len(w.lines)-1]) {
		w.block(own("Operation:"))
	}
}

func isIndented(l line) bool { return l != "" && (l[0] == ' ' || l[0] == '\t') }

// sentence adds a paragraph of one line of Markdown.
func (w *writer) sentence(text string) { w.plain(ended(w.text(oneLine(text)))) }

// plain adds a paragraph of text that is no Markdown.
func (w *writer) plain(text string) {
	w.block(w.wrapped(text, "", "")...)
}

// wrapped breaks text into lines that are no directives, the first one after a mark.
func (w *writer) wrapped(text, first, rest string) []line {
	var lines []line
	for i, l := range wrap(text, width-w.indent-len(first)) {
		lead := rest
		if i == 0 {
			lead = first
		}
		lines = append(lines, line(lead)+prose(strings.ReplaceAll(l, string(hard), " ")))
	}
	return lines
}

// markdown adds a description.
func (w *writer) markdown(text model.Text) { w.blocks(blocks(text)) }

func (w *writer) blocks(all []block) {
	before := paragraph
	for i, b := range all {
		switch {
		case b.kind == paragraph && i+1 < len(all) && all[i+1].kind != paragraph:
			w.plain(leading(w.text(oneLine(b.lines[0]))))
		case b.kind == paragraph:
			w.sentence(b.lines[0])
		case b.kind == items:
			if before == preformatted {
				w.plain("Then:") // go doc takes indented lines in a row for one thing
			}
			w.list(b)
		case b.kind == preformatted:
			if before != paragraph {
				w.plain("Verbatim:")
			}
			w.preformatted(b.lines)
		}
		before = b.kind
	}
}

// list adds a list as gofmt wants it. In one with bullets, numbers are part of the text.
func (w *writer) list(b block) {
	numbered := !slices.Contains(b.marks, "")
	var all []line
	for i, item := range b.lines {
		mark, text := "  - ", w.text(oneLine(item))
		switch {
		case numbered:
			mark = fmt.Sprintf("%3s ", b.marks[i]+".")
		case b.marks[i] != "":
			text = b.marks[i] + ". " + text
		}
		all = append(all, w.wrapped(glued(text), mark, "    ")...)
	}
	w.block(all...)
}

func (w *writer) preformatted(lines []string) {
	all := make([]line, len(lines))
	for i, l := range lines {
		all[i] = code(l)
	}
	w.block(all...)
}

// deprecated adds the paragraph that tools show as a warning.
func (w *writer) deprecated(text string) {
	if text == "" {
		return
	}
	const mark = "Deprecated:"
	var all []line
	for _, l := range wrap(mark+" "+strings.TrimPrefix(oneLine(text), mark), width-w.indent) {
		all = append(all, own(l))
	}
	w.block(all...)
}

// definitions adds where the links of the comment lead.
func (w *writer) definitions() {
	all := make([]line, len(w.links))
	for i, l := range w.links {
		all[i] = own("[" + l.text + "]: " + l.url)
	}
	w.block(all...)
}
