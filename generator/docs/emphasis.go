package docs

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphasis reads a run of * or _: it ends what is open, or opens something.
func (p *inline) emphasis(c byte) {
	n := run(p.s[p.i:], c)
	opens, closes := p.flanks(n, c)
	for left := n; left > 0; {
		if o := p.opened(c, left); closes && o >= 0 {
			left -= len(p.open[o].mark)
			p.i += len(p.open[o].mark)
			p.wrap(o)
			continue
		}
		size := min(left, 2)
		if !opens || n > 3 || len(p.open) == maxOpen {
			p.byte(left)
			return
		}
		p.begin(p.s[p.i : p.i+size])
		left -= size
	}
}

// flanks tells whether a run of marks may open or end emphasis: not before, not after a space, and _
// not inside a word.
func (p *inline) flanks(n int, c byte) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(p.s[:p.i])
	after, _ := utf8.DecodeRuneInString(p.s[p.i+n:])
	opens = p.i+n < len(p.s) && !unicode.IsSpace(after)
	closes = p.i > 0 && !unicode.IsSpace(before)
	if c == '_' {
		opens = opens && (p.i == 0 || !wordRune(before))
		closes = closes && (p.i+n == len(p.s) || !wordRune(after))
	}
	return opens, closes
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// opened is the last open mark of c that is no longer than n; -1 for none. A bracket hides what is
// before it, else a link would end outside its text.
func (p *inline) opened(c byte, n int) int {
	for o := len(p.open) - 1; o >= 0; o-- {
		m := p.open[o].mark
		if m[len(m)-1] == '[' {
			return -1
		}
		if m[0] == c && len(m) <= n {
			return o
		}
	}
	return -1
}

// begin opens a mark of the given text; the span that holds it stays text if nothing ends it.
func (p *inline) begin(mark string) {
	p.add(Span{Kind: Plain, Text: mark})
	p.open = append(p.open, opener{mark: mark, index: len(p.out) - 1})
	p.i += len(mark)
}

// wrap makes an emphasis of what stands after an opener.
func (p *inline) wrap(o int) {
	inner := p.take(o)
	kind := Emph
	if len(p.open[o].mark) == 2 {
		kind = Strong
	}
	p.open = p.open[:o]
	if len(inner) > 0 {
		p.out = append(p.out, Span{Kind: kind, Spans: inner})
	}
}

// take removes an opener's span and what stands after it, which it returns.
func (p *inline) take(o int) Spans {
	p.flush()
	at := p.open[o].index
	inner := append(Spans(nil), p.out[at+1:]...)
	p.out = p.out[:at]
	return inner
}

func (p *inline) bracket(c byte) {
	mark := "["
	if c == '!' {
		if !strings.HasPrefix(p.s[p.i:], "![") {
			p.byte(1)
			return
		}
		mark = "!["
	}
	if len(p.open) == maxOpen {
		p.byte(len(mark))
		return
	}
	p.begin(mark)
}

// close reads a ] as the end of a link, an image, or a name that leads somewhere.
func (p *inline) close() {
	o := len(p.open) - 1
	for o >= 0 && p.open[o].mark[len(p.open[o].mark)-1] != '[' {
		o--
	}
	p.i++
	if o < 0 {
		p.text.WriteByte(']')
		return
	}
	address, n := destination(p.s[p.i:])
	is := p.open[o]
	switch {
	case n > 0:
		p.i += n
		p.link(o, href(address, p.r.base))
	case is.mark == "![":
		p.link(o, "")
	case p.r.names != nil:
		p.name(o)
	default:
		p.text.WriteByte(']')
		p.open = p.open[:o]
	}
}

// link makes a link of what stands after an opener, or leaves its text.
func (p *inline) link(o int, to string) {
	is := p.open[o]
	inner := p.take(o)
	p.open = p.open[:o]
	if to == "" || is.dead || is.mark == "![" || len(inner) == 0 {
		p.out = append(p.out, inner...)
		return
	}
	p.out = append(p.out, Span{Kind: Link, Href: to, Spans: inner})
	for i := range p.open {
		p.open[i].dead = true
	}
}

// name reads [Name], as Go's doc comments write links.
func (p *inline) name(o int) {
	inner := p.take(o)
	p.open = p.open[:o]
	if len(inner) == 1 && inner[0].Kind == Plain {
		if to := p.r.names(inner[0].Text); to != "" {
			p.out = append(p.out, Span{Kind: Link, Href: to, Spans: code(inner[0].Text)})
			return
		}
	}
	p.out = append(p.out, Span{Kind: Plain, Text: "["})
	p.out = append(append(p.out, inner...), Span{Kind: Plain, Text: "]"})
}

// destination reads the (address "title") after a link's text and tells its length; 0 for none.
func destination(s string) (address string, n int) {
	if !strings.HasPrefix(s, "(") {
		return "", 0
	}
	depth := 0
	for i := range min(len(s), maxURL) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return trimTitle(s[1:i]), i + 1
			}
		}
	}
	return "", 0
}

func trimTitle(s string) string {
	s = strings.TrimSpace(oneLine(s))
	if inner, ok := strings.CutPrefix(s, "<"); ok {
		s, _, _ = strings.Cut(inner, ">")
		return s
	}
	s, _, _ = strings.Cut(s, " ")
	return s
}

// autolink reads <https://…>; any other < is text.
func (p *inline) autolink() {
	end := strings.IndexByte(p.s[p.i:min(len(p.s), p.i+maxURL)], '>')
	if end > 0 {
		raw := p.s[p.i+1 : p.i+end]
		if to := href(raw, ""); to != "" && !strings.ContainsAny(raw, " \n") {
			p.address(raw, to, end+1)
			return
		}
	}
	p.byte(1)
}

// bare reads an address that stands in the text as it is.
func (p *inline) bare() {
	s := p.s[p.i:min(len(p.s), p.i+maxURL)]
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
		p.byte(1)
		return
	}
	end := strings.IndexAny(s, " \n<>\"`|\\^{}[]*")
	if end < 0 {
		end = len(s)
	}
	s = strings.TrimRight(s[:end], ".,;:!?'_~")
	if strings.HasSuffix(s, ")") && !strings.Contains(s, "(") {
		s = strings.TrimRight(s, ").,;")
	}
	if to := href(s, ""); to != "" {
		p.address(s, to, len(s))
		return
	}
	p.byte(1)
}

func (p *inline) address(text, to string, n int) {
	p.i += n
	for _, o := range p.open {
		if o.mark[len(o.mark)-1] == '[' {
			p.text.WriteString(text) // inside a link's text
			return
		}
	}
	p.add(Span{Kind: Link, Href: to, Spans: plain(text)})
}
