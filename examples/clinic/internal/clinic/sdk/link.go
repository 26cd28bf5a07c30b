package sdk

import "strings"

// Link is the target of a relation in a response's Link headers (RFC 8288): "next", "prev", "first", "last"; "" where
// there is none. [WithPage] goes there.
func Link(r Response, rel string) string { return linkTo(r.Header.Values("Link"), rel) }

func linkTo(headers []string, rel string) string {
	for _, rest := range headers {
		for rest != "" {
			_, after, _ := strings.Cut(rest, "<")
			target, params, ok := strings.Cut(after, ">")
			if !ok {
				break
			}
			params, rest = cutUnquoted(params, ',')
			if relates(params, rel) {
				return strings.TrimSpace(target)
			}
		}
	}
	return ""
}

// relates tells whether a link's params have a relation. The first rel counts.
func relates(params, rel string) bool {
	for params != "" {
		var param string
		param, params = cutUnquoted(params, ';')
		name, text, _ := strings.Cut(param, "=")
		if !strings.EqualFold(strings.TrimSpace(name), "rel") {
			continue
		}
		for one := range strings.FieldsSeq(strings.Trim(strings.TrimSpace(text), `"`)) {
			if strings.EqualFold(one, rel) {
				return true
			}
		}
		return false
	}
	return false
}

// cutUnquoted cuts at a separator that stands outside of quotes.
func cutUnquoted(s string, separator byte) (before, after string) {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '\\' && quoted:
			i++
		case s[i] == separator && !quoted:
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
