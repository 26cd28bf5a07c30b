package docs

import (
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
