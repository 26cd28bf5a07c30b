package code

import (
	"html"
	"regexp"
	"strings"
)

// htmlTag matches the tags that people write in descriptions; others, such as <your-token>, are words.
var htmlTag = regexp.MustCompile(`(?i)</?(a|abbr|b|big|blockquote|br|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|` +
	`figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|script|section|small|span|strike|` +
	`strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)(\s[^<>]*)?/?>|<!--[\s\S]*?-->`)

var href = regexp.MustCompile(`(?i)\shref\s*=\s*["']?([^\s"'<>]+)`)

// dropHTML makes Markdown of the HTML in a text. Code spans and fences keep theirs.
func dropHTML(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b strings.Builder
	var link string
	for s != "" {
		start := strings.IndexByte(s, '`')
		if start < 0 {
			start = len(s)
		}
		b.WriteString(markdownOf(s[:start], &link))
		end := start + spanLen(s[start:])
		b.WriteString(s[start:end])
		s = s[end:]
	}
	return b.String()
}

// spanLen is the length of the code span or fence that s begins with, or of its backquotes where
// nothing closes it.
func spanLen(s string) int {
	open := len(s) - len(strings.TrimLeft(s, "`"))
	if open == 0 {
		return 0
	}
	s = s[:min(len(s), 20*reach)]
	for at := open; at < len(s); {
		next := strings.IndexByte(s[at:], '`')
		if next < 0 {
			break
		}
		at += next
		run := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		at += run
		if run == open {
			return at
		}
	}
	return open
}

// markdownOf replaces the tags of text that is no code.
func markdownOf(s string, link *string) string {
	s = htmlTag.ReplaceAllStringFunc(s, func(tag string) string {
		closing := strings.HasPrefix(tag, "</")
		name := strings.ToLower(strings.Trim(strings.Fields(tag)[0], "<>/"))
		switch name {
		case "br", "tr", "dt", "dd", "summary":
			return "\n"
		case "p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr", "section", "dl", "details":
			return "\n\n"
		case "li":
			if closing {
				return ""
			}
			return "\n- "
		case "a":
			return anchor(tag, closing, link)
		}
		return ""
	})
	return html.UnescapeString(s)
}

// anchor makes a Markdown link of <a href="…">text</a>, a tag at a time.
func anchor(tag string, closing bool, link *string) string {
	if !closing {
		*link = ""
		if m := href.FindStringSubmatch(tag); m != nil {
			*link = m[1]
			return "["
		}
		return ""
	}
	url := *link
	*link = ""
	if url == "" {
		return ""
	}
	return "](" + url + ")"
}
