package docs

import (
	"strings"
)

// tags are the HTML elements that documents put into their prose, and the Markdown that says the same;
// of elements that are "" only the content stays. Other names in angle brackets are text: <your-key>.
var tags = map[string][2]string{
	"p": {"\n\n", "\n\n"}, "div": {"\n\n", "\n\n"}, "br": {"  \n", ""}, "hr": {"\n\n", ""},
	"ul": {"\n\n", "\n\n"}, "ol": {"\n\n", "\n\n"}, "li": {"\n- ", "\n"}, "dl": {"\n\n", "\n\n"}, "dt": {"\n\n", "\n\n"}, "dd": {"\n\n", "\n\n"},
	"h1": {"\n\n# ", "\n\n"}, "h2": {"\n\n# ", "\n\n"}, "h3": {"\n\n# ", "\n\n"}, "h4": {"\n\n# ", "\n\n"}, "h5": {"\n\n# ", "\n\n"}, "h6": {"\n\n# ", "\n\n"},
	"b": {"**", "**"}, "strong": {"**", "**"}, "i": {"*", "*"}, "em": {"*", "*"},
	"code": {"`", "`"}, "tt": {"`", "`"}, "kbd": {"`", "`"}, "pre": {"\n\n", "\n\n"}, "blockquote": {"\n\n", "\n\n"},
	"table": {"\n\n", "\n\n"}, "thead": {}, "tbody": {}, "tfoot": {}, "tr": {"\n\n", ""}, "td": {" ", " "}, "th": {" ", " "},
	"span": {}, "u": {}, "s": {}, "sub": {}, "sup": {}, "small": {}, "font": {}, "center": {}, "section": {}, "details": {}, "summary": {},
	"img": {}, "script": {}, "style": {}, "iframe": {}, "svg": {}, "object": {}, "embed": {}, "form": {}, "input": {}, "button": {},
	"video": {}, "audio": {}, "link": {}, "meta": {}, "nobr": {}, "wbr": {}, "main": {}, "article": {}, "label": {},
}

// unHTML turns the HTML of a document's prose into Markdown, which is then read as any other: code
// spans and fences stay as they are, comments go, unknown tags are text.
func unHTML(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var r htmlReader
	for len(s) > 0 {
		i := strings.IndexAny(s, "<`")
		if i < 0 {
			r.b.WriteString(s)
			break
		}
		r.b.WriteString(s[:i])
		s = s[i:]
		n := 0
		if s[0] == '<' {
			n = r.tag(s)
		} else {
			n = codeRun(s)
			r.b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return r.b.String()
}

// codeRun is the length of the code span or fence that s begins with, or of its backticks alone where
// nothing ends it.
func codeRun(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	end := strings.Index(s[n:], s[:n])
	if end < 0 || n < 3 && strings.Contains(s[n:n+end], "\n\n") {
		return n
	}
	return n + end + n
}

// An htmlReader writes the Markdown of what it reads.
type htmlReader struct {
	b    strings.Builder
	href string // of the link that is open
}

// maxTag bounds the length of a tag, so that a stray < costs little.
const maxTag = 2048

// tag reads the tag that s begins with and returns its length; a < that begins none stays a <.
func (r *htmlReader) tag(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s[:min(len(s), 8*maxTag)], "-->"); end >= 0 {
			return end + 3
		}
	}
	end := strings.IndexByte(s[:min(len(s), maxTag)], '>')
	name, rest, closes := tagName(s[1:max(end, 1)])
	marks, known := tags[name]
	switch {
	case end > 0 && name == "a":
		r.anchor(rest, closes)
	case end < 0 || !known:
		r.b.WriteByte('<')
		return 1
	case closes:
		r.b.WriteString(marks[1])
	default:
		r.b.WriteString(marks[0])
	}
	return end + 1
}

// tagName takes a tag apart: name in lower case, attributes, whether it is a closing one.
func tagName(s string) (name, rest string, closes bool) {
	s, closes = strings.CutPrefix(s, "/")
	name, rest = s, ""
	if i := strings.IndexAny(s, " \n/"); i >= 0 {
		name, rest = s[:i], s[i:]
	}
	return strings.ToLower(name), rest, closes
}

// anchor opens or closes a link.
func (r *htmlReader) anchor(attributes string, closes bool) {
	switch {
	case !closes:
		if r.href = attribute(attributes, "href"); r.href != "" {
			r.b.WriteByte('[')
		}
	case r.href != "":
		r.b.WriteString("](<" + r.href + ">)")
		r.href = ""
	}
}

// attribute is the value of an attribute, without what would end a link's address.
func attribute(s, name string) string {
	i := strings.Index(strings.ToLower(s), name)
	if i < 0 {
		return ""
	}
	s = strings.TrimLeft(s[i+len(name):], " ")
	s, ok := strings.CutPrefix(s, "=")
	s = strings.TrimLeft(s, " ")
	if !ok || s == "" {
		return ""
	}
	value := s
	if q := s[0]; q == '"' || q == '\'' {
		value, _, _ = strings.Cut(s[1:], string(q))
	}
	return strings.NewReplacer("<", "", ">", "", "\n", "").Replace(value)
}
