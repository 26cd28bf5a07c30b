package sdk

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/model"
)

// sentence makes a comment that begins with the identifier from the document's text.
func sentence(name string, text model.Text) Doc {
	first, rest := firstSentence(string(text))
	if first == "" {
		return Doc{}
	}
	return Doc{Lead: model.Text(lead(name, first)), Body: model.Text(rest)}
}

// methodSentence is sentence for a method, which does things and is none: "List ranges over the pets.", "Create: a new pet."
func methodSentence(name string, text model.Text) Doc {
	d := sentence(name, text)
	first, _ := firstSentence(string(text))
	word, rest, _ := strings.Cut(first, " ")
	lower := strings.ToLower(word)
	next, _, _ := strings.Cut(strings.ToLower(rest), " ")
	switch {
	case articles[lower]:
		d.Lead = model.Text(name + ": " + lowerFirst(first))
	case strings.HasSuffix(lower, "s") && !hasAnySuffix(lower, "ss", "us", "is") && (articles[next] || prepositions[next] && next != "of" || next == "all"):
		d.Lead = model.Text(name + " " + lower + " " + rest)
	}
	return d
}

// lead puts an identifier before a sentence as grammar wants it.
func lead(name, s string) string {
	word, rest, _ := strings.Cut(s, " ")
	bare := strings.TrimRight(word, ",:.;")
	lower := strings.ToLower(bare)
	switch {
	case bare == name && rest != "" && !verbs[lower]:
		return s
	case thisIs.MatchString(s):
		m := thisIs.FindStringSubmatch(s)
		return name + " " + m[1] + " " + s[len(m[0]):]
	case strings.EqualFold(bare, "this") || strings.EqualFold(bare, "if") || strings.EqualFold(bare, "when"):
		return name + ": " + lowerFirst(s)
	case articles[lower] && manyThings(rest):
		return name + " are " + lowerFirst(s)
	case articles[lower]:
		return name + " is " + lowerFirst(s)
	case lower == "whether":
		return name + " says " + lowerFirst(s)
	case verbs[lower] && bare == word && !nounish(rest):
		return name + " " + thirdPerson(lower) + " " + rest
	case strings.HasSuffix(lower, "s") && verbs[verbOf(lower)] && bare == word && !ofMany(rest):
		return name + " " + lower + " " + rest
	}
	return name + ": " + lowerFirst(s)
}

// thisIs is how descriptions begin that are written for a table: "This is the language that …".
var thisIs = regexp.MustCompile(`^(?:This|It|These) (is|are) `)

var articles = set(`a an the one`)

// manyThings tells whether a noun phrase begins with a plural: "URLs of …".
func manyThings(rest string) bool {
	noun, after, _ := strings.Cut(rest, " ")
	after, _, _ = strings.Cut(after, " ")
	lower := strings.ToLower(noun)
	return singular(lower) != lower && !strings.ContainsAny(noun, "'’") && (prepositions[after] || after == "that" || after == "to")
}

// nounish tells whether what follows a word shows that it is a noun: "list of …", "update to …", "query params".
func nounish(rest string) bool {
	next, _, _ := strings.Cut(rest, " ")
	switch strings.ToLower(next) {
	case "", "of", "is", "are", "was", "has", "which", "that", "id", "ids", "sid", "name", "type", "url", "params", "parameters", "object", "status", "date", "time":
		return true
	}
	return false
}

// ofMany tells whether what follows a word in -s shows that it is a plural: "lists of …", "calls are …".
func ofMany(rest string) bool {
	next, _, _ := strings.Cut(rest, " ")
	switch strings.ToLower(next) {
	case "", "of", "are", "have", "were":
		return true
	}
	return false
}

// verbOf undoes thirdPerson: "creates" → "create", "copies" → "copy".
func verbOf(word string) string {
	for _, v := range []string{strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "es"), strings.TrimSuffix(word, "ies") + "y"} {
		if verbs[v] {
			return v
		}
	}
	return ""
}

// lowerFirst makes the first letter small, unless the word is a name or an abbreviation.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	word, _, _ := strings.Cut(s, " ")
	if unicode.IsUpper(next) || unicode.IsDigit(next) || isFixed(word) || strings.IndexFunc(word[min(n, len(word)):], unicode.IsUpper) >= 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// maxStops is how many full stops may be no end of a sentence: "e.g. " 10,000 times shall cost nothing.
const maxStops = 50

var sentenceEnd = regexp.MustCompile(`[.!?](["')\]*]*)(\s+)`)

// firstSentence cuts a text after its first sentence, which becomes one line. Markup, lists and headings
// end it too; an abbreviation does not.
func firstSentence(text string) (first, rest string) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	para, rest, _ := strings.Cut(text, "\n\n")
	if i := blockStart(para); i >= 0 {
		para, rest = para[:i], para[i:]+"\n\n"+rest
	}
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(para, maxStops) {
		if abbreviates(para[:m[0]+1]) || strings.Count(para[:m[0]], "`")%2 == 1 || open(para[:m[0]], "[", "]") || open(para[:m[0]], "(", ")") {
			continue
		}
		return finish(para[:m[3]]), strings.TrimSpace(para[m[5]:] + "\n\n" + rest)
	}
	return finish(para), strings.TrimSpace(rest)
}

// open tells whether a bracket stands open at the end of a text.
func open(s, left, right string) bool { return strings.Count(s, left) > strings.Count(s, right) }

// blockStart is where a list, a heading, a table or a fence begins within a paragraph; -1 for nowhere. A text
// that begins with one has no sentence.
func blockStart(para string) int {
	at := 0
	for i, line := range strings.Split(para, "\n") {
		trimmed := strings.TrimLeft(line, " \t")
		if isBlock(trimmed) && (i > 0 || !strings.HasPrefix(trimmed, "#")) {
			return at
		}
		at += len(line) + 1
	}
	return -1
}

func isBlock(line string) bool {
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "+ ") || strings.HasPrefix(line, "#") ||
		strings.HasPrefix(line, "|") || strings.HasPrefix(line, "```") || strings.HasPrefix(line, ">") || strings.HasPrefix(line, "<")
}

func abbreviates(s string) bool {
	return hasAnySuffix(strings.ToLower(s), "e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "no.", "incl.", "inc.", "u.s.")
}

// finish makes a sentence one line that ends in a full stop.
func finish(s string) string {
	s = strings.TrimLeft(flat(s), "# ")
	if s == "" {
		return ""
	}
	if r, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?", r) {
		return s
	}
	return strings.TrimRight(s, ":;,") + "."
}

// flat is a text on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
