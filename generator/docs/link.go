package docs

import "strings"

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
