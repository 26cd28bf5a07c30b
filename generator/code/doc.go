package code

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// declDoc is the comment of a declaration. What extra adds stands before the deprecation.
func declDoc(d sdk.Doc, extra ...line) []line {
	var w writer
	w.sentence(string(d.Lead))
	w.markdown(d.Body)
	w.plain(facts(d.Facts))
	w.block(extra...)
	w.deprecated(d.Deprecated)
	w.definitions()
	return w.lines
}

// fieldDoc is the comment of a field or a constant: one paragraph if the document says little.
func fieldDoc(d sdk.Doc) []line {
	w := writer{indent: 4, inliner: inliner{flat: true}}
	if d.Body == "" {
		w.plain(strings.TrimSpace(ended(w.text(oneLine(string(d.Lead)))) + " " + facts(d.Facts)))
	} else {
		w.sentence(string(d.Lead))
		w.markdown(d.Body)
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
	if len(w.lines) > 0 {
		w.lines = append(w.lines, "")
	}
	w.lines = append(w.lines, lines...)
}

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
func (w *writer) markdown(text model.Text) {
	for _, b := range blocks(text) {
		switch b.kind {
		case paragraph:
			w.sentence(b.lines[0])
		case bullets, numbers:
			w.list(b)
		case preformatted:
			w.preformatted(b.lines)
		}
	}
}

// list adds a list as gofmt wants it.
func (w *writer) list(b block) {
	var all []line
	for i, item := range b.lines {
		mark := "  - "
		if b.kind == numbers {
			mark = fmt.Sprintf("%2d. ", i+1)
		}
		all = append(all, w.wrapped(w.text(oneLine(item)), mark, "    ")...)
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
