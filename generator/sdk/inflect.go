package sdk

import "strings"

// irregular are words whose singular no rule finds, and words that have none of their own.
var irregular = map[string]string{
	"people": "person", "children": "child", "statuses": "status", "aliases": "alias", "indices": "index",
	"caches": "cache", "buses": "bus", "viruses": "virus", "movies": "movie", "cookies": "cookie", "matrices": "matrix",
	"vertices": "vertex", "analyses": "analysis", "ties": "tie", "canvases": "canvas", "axes": "axis",
}

// invariant are words that look like plurals and are none, or are both.
var invariant = set(`
	sms mms dns tls ms os ios css https aws gps news series species analytics metrics kubernetes lens bus gas alias
	canvas basis axis analysis synthesis diagnosis emphasis previous status this is as us plus access address process
	business success progress always vas sas ss chaos bias atlas siprec media data metadata
`)

// singular is a word's singular: "Policies" → "Policy". Words without one come back as they are.
func singular(word string) string {
	lower := strings.ToLower(word)
	if s, ok := irregular[lower]; ok {
		return recase(word, s)
	}
	switch {
	case invariant[lower] || initialisms[lower] || len(word) < 3 || !strings.HasSuffix(lower, "s"):
		return word
	case strings.HasSuffix(lower, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case hasAnySuffix(lower, "sses", "shes", "ches", "xes", "zzes"):
		return word[:len(word)-2]
	case hasAnySuffix(lower, "ss", "us", "is"):
		return word
	}
	return word[:len(word)-1]
}

// plural is a word's plural: "Policy" → "Policies", "Status" → "Statuses". A plural comes back as it is.
func plural(word string) string {
	lower := strings.ToLower(word)
	for p, s := range irregular {
		if s == lower && p != "indices" && p != "matrices" && p != "vertices" {
			return recase(word, p)
		}
	}
	switch {
	case lower == "" || singular(word) != word:
		return word
	case hasAnySuffix(lower, "ss", "us", "sh", "ch", "x") || lower == "address" || lower == "process":
		return word + "es"
	case invariant[lower] || strings.HasSuffix(lower, "s"):
		return word
	case strings.HasSuffix(lower, "y") && len(lower) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}

// isPlural tells whether a word names several things.
func isPlural(word string) bool { return singular(word) != word || invariant[strings.ToLower(word)] }

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// recase gives s the capital of word.
func recase(word, s string) string {
	if word != "" && word[0] >= 'A' && word[0] <= 'Z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// inLast applies f to the last word of a list.
func inLast(ws []string, f func(string) string) []string {
	if len(ws) == 0 {
		return nil
	}
	out := append([]string{}, ws...)
	out[len(out)-1] = f(out[len(out)-1])
	return out
}

// stem is a word as comparisons see it: small, singular.
func stem(word string) string { return strings.ToLower(singular(strings.ToLower(word))) }

// stems are the stems of words.
func stems(ws []string) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = stem(w)
	}
	return out
}
