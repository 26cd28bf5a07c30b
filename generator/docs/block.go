package docs

import "strings"

// prose reads Markdown of a document as data: paragraphs, lists, code, tables, emphasis, links to
// absolute addresses. Headings become bold lines, images their words; HTML is read for what it says.
// Whatever the text holds, printing the result yields nothing but these.
func prose(text, base string) Blocks {
	r := reader{base: base}
	return r.prose(text)
}

// A reader makes blocks of lines.
type reader struct {
	base  string                   // relative links are read against it; "" drops them to text
	names func(name string) string // where [Name] leads; nil: nowhere
}

func (r *reader) prose(text string) Blocks {
	text = strings.TrimSpace(clean(text))
	if text == "" {
		return nil
	}
	return r.blocks(strings.Split(clean(unHTML(text)), "\n"), 0)
}

// blocks reads lines. Quotes and lists nest up to maxNesting; deeper ones are paragraphs.
func (r *reader) blocks(lines []string, depth int) Blocks {
	var all Blocks
	var para []string
	end := func() {
		if len(para) > 0 {
			all = append(all, Block{Spans: r.spans(strings.Join(para, "\n"))})
			para = nil
		}
	}
	for i := 0; i < len(lines); {
		b, n := r.special(lines[i:], depth, len(para) > 0)
		if n == 0 {
			para = append(para, lines[i])
			i++
			continue
		}
		if heading(lines[i]) == underline && len(para) > 0 {
			para = []string{"**" + strings.Join(para, " ") + "**"}
		}
		end()
		all = append(all, b...)
		i += n
	}
	end()
	return all
}

// special reads what is no paragraph at the beginning of lines and tells how many lines it took; 0
// where the first line goes into a paragraph.
func (r *reader) special(lines []string, depth int, inPara bool) (Blocks, int) {
	first := strings.TrimLeft(lines[0], " ")
	indent := len(lines[0]) - len(first)
	switch {
	case first == "", heading(lines[0]) == rule, heading(lines[0]) == underline && inPara:
		return nil, 1
	case fenceMark(first) != "":
		return fenced(lines, indent)
	case indent >= 4 && !inPara && depth == 0:
		return indented(lines)
	case heading(lines[0]) == title:
		return r.title(first), 1
	case depth < maxNesting && first[0] == '>':
		return r.quote(lines, depth)
	case depth < maxNesting && marker(lines[0]).width > 0:
		return r.items(lines, depth, inPara)
	case len(lines) > 1 && delimiter(lines[1]) && strings.Contains(first, "|"):
		return r.rows(lines)
	}
	return nil, 0
}

// A headingKind tells what a line of #, = or - is.
type headingKind uint8

const (
	none      headingKind = iota
	title                 // # Title
	underline             // === or --- below a paragraph
	rule                  // *** or ___ between paragraphs
)

func heading(line string) headingKind {
	s := strings.TrimSpace(line)
	switch {
	case s == "":
		return none
	case s[0] == '#':
		rest := strings.TrimLeft(s, "#")
		if len(s)-len(rest) <= 6 && (rest == "" || rest[0] == ' ') {
			return title
		}
	case strings.Trim(s, "=") == "", strings.Trim(s, "-") == "" && len(s) > 1:
		return underline
	case len(s) > 2 && (strings.Trim(s, "* ") == "" || strings.Trim(s, "_ ") == ""):
		return rule
	}
	return none
}

// title is a heading as a bold line: a page has its own headings.
func (r *reader) title(line string) Blocks {
	spans := r.spans(strings.TrimSpace(strings.Trim(line, "# ")))
	if len(spans) == 0 {
		return nil
	}
	return Blocks{{Spans: Spans{{Kind: Strong, Spans: unmarked(spans)}}}}
}

// unmarked takes the bold out of spans that become bold as a whole.
func unmarked(spans Spans) Spans {
	var all Spans
	for _, s := range spans {
		if s.Kind == Strong {
			all = append(all, s.Spans...)
			continue
		}
		all = append(all, s)
	}
	return all
}

// quote reads a block quote as the blocks in it.
func (r *reader) quote(lines []string, depth int) (Blocks, int) {
	var inner []string
	for _, l := range lines {
		rest, ok := strings.CutPrefix(strings.TrimLeft(l, " "), ">")
		if !ok {
			break
		}
		inner = append(inner, strings.TrimPrefix(rest, " "))
	}
	if word := alert(inner[0]); word != "" {
		inner[0] = word
	}
	return r.blocks(inner, depth+1), len(inner)
}

// alert is the word of the line that makes a quote a note on GitHub: [!NOTE].
func alert(line string) string {
	switch strings.TrimSpace(line) {
	case "[!NOTE]":
		return "**Note:**"
	case "[!TIP]":
		return "**Tip:**"
	case "[!IMPORTANT]":
		return "**Important:**"
	case "[!WARNING]":
		return "**Warning:**"
	case "[!CAUTION]":
		return "**Caution:**"
	}
	return ""
}

// fenceMark is the run of backticks or tildes that opens a fence; "" for none.
func fenceMark(s string) string {
	for _, c := range []byte("`~") {
		n := 0
		for n < len(s) && s[n] == c {
			n++
		}
		if n >= 3 && !strings.Contains(s[n:], "`") {
			return s[:n]
		}
	}
	return ""
}

func fenced(lines []string, indent int) (Blocks, int) {
	first := strings.TrimSpace(lines[0])
	mark := fenceMark(first)
	var text []string
	n := 1
	for _, l := range lines[1:] {
		n++
		if s := strings.TrimSpace(l); strings.HasPrefix(s, mark) && strings.Trim(s, mark[:1]) == "" {
			break
		}
		text = append(text, dedent(l, indent))
	}
	return Blocks{{Kind: Fence, Lang: language(first[len(mark):]), Text: strings.Join(text, "\n")}}, n
}

func indented(lines []string) (Blocks, int) {
	n := 0
	for n < len(lines) && (strings.HasPrefix(lines[n], "    ") || strings.TrimSpace(lines[n]) == "") {
		n++
	}
	text := make([]string, n)
	for i := range text {
		text[i] = dedent(lines[i], 4)
	}
	return Blocks{{Kind: Fence, Text: strings.TrimRight(strings.Join(text, "\n"), "\n ")}}, n
}

func dedent(line string, n int) string {
	for ; n > 0 && strings.HasPrefix(line, " "); n-- {
		line = line[1:]
	}
	return line
}

// language is the first word of a fence's info, if it is a plain one.
func language(info string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	if len(word) > 20 || strings.ContainsFunc(word, func(r rune) bool { return r > 0x7f || !wordByte(byte(r)) && r != '-' && r != '+' }) {
		return ""
	}
	return strings.ToLower(word)
}
