package docs

// A SpanKind is what a Span shows.
type SpanKind uint8

const (
	Plain  SpanKind = iota // Text
	Code                   // Text, as code
	Strong                 // Spans
	Emph                   // Spans
	Link                   // Spans, leading to Href
	Break                  // a new line
)

// A Span is a run of text in a line. It is data: nothing in it is Markdown yet.
type Span struct {
	Kind  SpanKind
	Text  string
	Href  string // "sessions.md#create", or an absolute URL
	Spans []Span
}

// Spans are a line of text.
type Spans []Span

// A BlockKind is what a Block shows.
type BlockKind uint8

const (
	Paragraph BlockKind = iota // Spans
	Bullets                    // Items
	Numbers                    // Items
	Fence                      // Text in Lang
	Table                      // Rows, the first of them the head
)

// A Block is a piece of prose.
type Block struct {
	Kind  BlockKind
	Spans Spans
	Items []Blocks
	Text  string
	Lang  string // "json", "go"
	Rows  [][]Spans
}

// Blocks are prose of several pieces.
type Blocks []Block

// plain is a line that is one run of text.
func plain(s string) Spans { return Spans{{Kind: Plain, Text: s}} }

// code is a line that is one piece of code.
func code(s string) Spans { return Spans{{Kind: Code, Text: s}} }

// strong is a line in bold.
func strong(s string) Spans { return Spans{{Kind: Strong, Spans: plain(s)}} }

// linked is a line that leads somewhere; with no place to go it is the line itself.
func linked(href string, s Spans) Spans {
	if href == "" {
		return s
	}
	return Spans{{Kind: Link, Href: href, Spans: s}}
}

// join puts lines side by side with sep between those that say something.
func join(sep string, lines ...Spans) Spans {
	var all Spans
	for _, line := range lines {
		if len(line) == 0 {
			continue
		}
		if len(all) > 0 && sep != "" {
			all = append(all, Span{Kind: Plain, Text: sep})
		}
		all = append(all, line...)
	}
	return all
}

// flat is prose as one line: paragraphs follow each other, items are told apart by semicolons.
func (bs Blocks) flat() Spans {
	lines := make([]Spans, 0, len(bs))
	for _, b := range bs {
		lines = append(lines, b.flat())
	}
	return join(" ", lines...)
}

func (b Block) flat() Spans {
	var lines []Spans
	switch b.Kind {
	case Bullets, Numbers:
		for _, item := range b.Items {
			lines = append(lines, item.flat())
		}
		return join("; ", lines...)
	case Fence:
		return code(b.Text)
	case Table:
		for _, row := range b.Rows {
			lines = append(lines, join(", ", row...))
		}
		return join("; ", lines...)
	}
	return b.Spans
}
