package docs

import (
	"html"
	"strings"
)

// maxOpen bounds how many marks may wait for their end at once; further ones are text. It keeps the
// reading of any line linear.
const maxOpen = 32

// An opener is a mark that waits for its end.
type opener struct {
	mark  string // "*", "**", "_", "__", "[" or "!["
	index int    // of its span in inline.out
	dead  bool   // a [ around a link: it can be none itself
}

// An inline reads the marks of one paragraph.
type inline struct {
	r     *reader
	s     string
	i     int
	text  strings.Builder // plain text that is not yet a span
	out   Spans
	open  []opener
	never map[int]bool // lengths of backtick runs that nothing ends
}

// spans reads a paragraph's text: its emphasis, code and links.
func (r *reader) spans(s string) Spans {
	if !strings.ContainsAny(s, "\\`*_[]<&\n") && !strings.Contains(s, "://") {
		if s = strings.TrimSpace(s); s == "" {
			return nil
		}
		return plain(s)
	}
	p := inline{r: r, s: strings.TrimSpace(s)}
	for p.i < len(p.s) {
		p.step()
	}
	p.flush()
	return p.out
}

// step reads one mark or one byte.
func (p *inline) step() {
	switch c := p.s[p.i]; c {
	case '\\':
		p.escaped()
	case '`':
		p.code()
	case '*', '_':
		p.emphasis(c)
	case '!', '[':
		p.bracket(c)
	case ']':
		p.close()
	case '<':
		p.autolink()
	case '&':
		p.entity()
	case '\n':
		p.newline()
	case 'h':
		p.bare()
	default:
		p.byte(1)
	}
}

// byte takes n bytes as they are.
func (p *inline) byte(n int) {
	p.text.WriteString(p.s[p.i : p.i+n])
	p.i += n
}

// flush makes a span of the text so far.
func (p *inline) flush() {
	if p.text.Len() > 0 {
		p.out = append(p.out, Span{Kind: Plain, Text: p.text.String()})
		p.text.Reset()
	}
}

func (p *inline) add(s Span) {
	p.flush()
	p.out = append(p.out, s)
}

func (p *inline) escaped() {
	p.i++
	switch {
	case p.i == len(p.s):
		p.text.WriteByte('\\')
	case p.s[p.i] == '\n':
		p.add(Span{Kind: Break})
		p.i++
	case strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", p.s[p.i]) >= 0:
		p.byte(1)
	default:
		p.text.WriteByte('\\')
	}
}

func (p *inline) code() {
	n := run(p.s[p.i:], '`')
	if !p.never[n] {
		for at := p.i + n; at < len(p.s); {
			next := strings.IndexByte(p.s[at:], '`')
			if next < 0 {
				break
			}
			at += next
			size := run(p.s[at:], '`')
			if size == n {
				p.add(Span{Kind: Code, Text: strings.TrimSpace(oneLine(p.s[p.i+n : at]))})
				p.i = at + n
				return
			}
			at += size
		}
	}
	if p.never == nil {
		p.never = map[int]bool{}
	}
	p.never[n] = true
	p.byte(n)
}

// run is the length of the run of c that s begins with.
func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func (p *inline) newline() {
	if strings.HasSuffix(p.s[:p.i], "  ") {
		text := strings.TrimRight(p.text.String(), " ")
		p.text.Reset()
		p.text.WriteString(text)
		p.add(Span{Kind: Break})
	} else {
		p.text.WriteByte(' ')
	}
	p.i++
	for p.i < len(p.s) && p.s[p.i] == ' ' {
		p.i++
	}
}

// entity reads &amp; and its like; clean again, for an entity may spell what clean drops.
func (p *inline) entity() {
	end := strings.IndexByte(p.s[p.i:min(len(p.s), p.i+33)], ';')
	if end < 2 {
		p.byte(1)
		return
	}
	p.text.WriteString(clean(html.UnescapeString(p.s[p.i : p.i+end+1])))
	p.i += end + 1
}
