package docs

import "strings"

// line prints a line for a paragraph or a heading.
func line(s Spans) string { return lines(s, false) }

// cell prints a line for a table's cell: no pipe of it ends the cell.
func cell(s Spans) string { return lines(s, true) }

func lines(s Spans, inCell bool) string {
	w := writer{cell: inCell}
	w.spans(s, 0)
	return openLines(strings.TrimSpace(w.b.String()))
}

// openLines keeps the beginning of each line from being read as a heading, a list, a quote, a rule.
func openLines(s string) string {
	if !strings.Contains(s, "\n") {
		return openLine(s)
	}
	all := strings.Split(s, "\n")
	for i, l := range all {
		all[i] = openLine(strings.TrimLeft(l, " "))
	}
	return strings.Join(all, "\n")
}

func openLine(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '#', '>', '+', '-', '=', '|', ':', '~':
		return `\` + s
	}
	digits := strings.TrimLeft(s, "0123456789")
	if n := len(s) - len(digits); n > 0 && digits != "" && (digits[0] == '.' || digits[0] == ')') {
		return s[:n] + `\` + digits
	}
	return s
}

// maxNesting bounds how deep emphasis and links are printed; deeper ones show as their text.
const maxNesting = 8

// A writer prints spans.
type writer struct {
	b    strings.Builder
	cell bool
}

func (w *writer) spans(s []Span, depth int) {
	for i, span := range s {
		switch span.Kind {
		case Plain:
			text := escape(span.Text, w.cell)
			if strings.HasSuffix(text, "!") && i+1 < len(s) && s[i+1].Kind == Link {
				text = text[:len(text)-1] + `\!` // else the link would be an image
			}
			w.b.WriteString(text)
		case Code:
			w.b.WriteString(codeSpan(span.Text, w.cell))
		case Strong:
			w.around(span, "**", depth)
		case Emph:
			w.around(span, "*", depth)
		case Link:
			w.link(span, depth)
		case Break:
			w.newline()
		}
	}
}

func (w *writer) newline() {
	if w.cell {
		w.b.WriteByte(' ')
		return
	}
	w.b.WriteString("\\\n")
}

func (w *writer) inner(s []Span, depth int) string {
	in := writer{cell: w.cell}
	in.spans(s, depth+1)
	return in.b.String()
}

// around wraps spans in a mark, with the spaces at their ends outside, where Markdown wants them.
func (w *writer) around(s Span, mark string, depth int) {
	text := strings.ReplaceAll(w.inner(s.Spans, depth), "\\\n", " ")
	word := strings.TrimSpace(text)
	if word == "" || depth >= maxNesting {
		w.b.WriteString(text)
		return
	}
	lead, tail, _ := strings.Cut(text, word)
	w.b.WriteString(lead + mark + word + mark + tail)
}

func (w *writer) link(s Span, depth int) {
	text := strings.TrimSpace(strings.ReplaceAll(w.inner(s.Spans, depth), "\\\n", " "))
	if text == "" || s.Href == "" || depth >= maxNesting {
		w.b.WriteString(text)
		return
	}
	w.b.WriteString("[" + text + "](" + s.Href + ")")
}

// para prints prose: paragraphs, lists, blocks of code and tables with blank lines between them.
func para(bs Blocks) string {
	parts := make([]string, 0, len(bs))
	for _, b := range bs {
		if text := block(b, 0); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}

func block(b Block, depth int) string {
	switch b.Kind {
	case Bullets, Numbers:
		return list(b, depth)
	case Fence:
		return fence(b.Lang, b.Text)
	case Table:
		return table(b.Rows)
	}
	return line(b.Spans)
}

func list(b Block, depth int) string {
	if depth > maxNesting {
		return line(b.flat())
	}
	mark := "- "
	if b.Kind == Numbers {
		mark = "1. "
	}
	indent := "\n" + strings.Repeat(" ", len(mark))
	var items []string
	for _, item := range b.Items {
		parts := make([]string, 0, len(item))
		for _, in := range item {
			parts = append(parts, block(in, depth+1))
		}
		text := strings.Join(parts, "\n\n")
		if len(item) == 2 && item[0].Kind == Paragraph && item[1].Kind <= Numbers {
			text = strings.Join(parts, "\n") // a list below its item's line stays close to it
		}
		if text != "" {
			items = append(items, mark+strings.ReplaceAll(strings.ReplaceAll(text, "\n", indent), indent+"\n", "\n\n"))
		}
	}
	return strings.Join(items, "\n")
}

func table(rows [][]Spans) string {
	if len(rows) == 0 || len(rows[0]) == 0 {
		return ""
	}
	width := len(rows[0])
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("|")
		for c := range width {
			text := ""
			if c < len(row) {
				text = cell(row[c])
			}
			b.WriteString(" " + text + " |")
		}
		b.WriteString("\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", width) + "|\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// fence prints a block of code that nothing in it can end.
func fence(lang, text string) string {
	mark := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	return mark + lang + "\n" + strings.TrimRight(text, "\n") + "\n" + mark
}
