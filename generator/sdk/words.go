package sdk

import (
	"fmt"
	"strings"
	"unicode"
)

// words are the words of a name in any spelling: "DateCreated<" → Date Created Less. Capitals
// stay as they are. Punctuation parts words; it is a word itself only where it says what words do not.
func words(name string) []string {
	name, tail := comparison(name)
	ws := plainWords(sign(name))
	if len(ws) == 0 && tail == nil {
		return spelledWords(name)
	}
	return append(ws, tail...)
}

// spelledWords are words with every punctuation mark spelled out.
func spelledWords(name string) []string {
	var b strings.Builder
	for i, r := range name {
		if i > 4*longest {
			break
		}
		if isWord(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteByte(' ')
		b.WriteString(spoken(r))
		b.WriteByte(' ')
	}
	return plainWords(b.String())
}

// comparison cuts a trailing operator off a name: "DateCreated<" → "DateCreated", Before.
func comparison(name string) (rest string, tail []string) {
	rest = strings.TrimRight(name, "<>=!~")
	op := name[len(rest):]
	if op == "" || strings.Trim(op, "<>=!") != "" {
		return name, nil
	}
	if isTime(rest) {
		if w, ok := timeOps[op]; ok {
			return rest, strings.Fields(w)
		}
	}
	if w, ok := ops[op]; ok {
		return rest, strings.Fields(w)
	}
	return name, nil
}

var (
	timeOps = map[string]string{"<": "Before", ">": "After", "<=": "On Or Before", ">=": "On Or After"}
	ops     = map[string]string{
		"<": "Less", ">": "Greater", "<=": "Less Or Equal", ">=": "Greater Or Equal",
		"=": "Equal", "==": "Equal", "!=": "Not Equal", "<>": "Not Equal",
	}
)

// isTime tells whether a name speaks of a time: "DateCreated", "start_time", "created_at".
func isTime(name string) bool {
	ws := plainWords(name)
	for i, w := range ws {
		switch strings.ToLower(w) {
		case "date", "time", "datetime", "timestamp":
			return true
		case "at", "on", "since", "until":
			if i > 0 && i == len(ws)-1 {
				return true
			}
		}
	}
	return false
}

// sign spells a sign before a digit, for it is part of the number: "+1" → " Plus 1".
func sign(name string) string {
	for i := 0; i+1 < len(name); i++ {
		c, next := name[i], name[i+1]
		alone := i == 0 || strings.IndexByte(" \t(,:/", name[i-1]) >= 0
		if alone && (c == '+' || c == '-') && '0' <= next && next <= '9' {
			return name[:i] + " " + map[byte]string{'+': "Plus", '-': "Minus"}[c] + " " + sign(name[i+1:])
		}
	}
	return name
}

// plainWords splits at punctuation and at turns from small letters or digits to capitals.
func plainWords(name string) []string {
	var ws []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			ws = append(ws, string(word))
		}
		word = nil
	}
	rs := []rune(name)
	if len(rs) > 4*longest {
		rs = rs[:4*longest] // clipped hashes the whole name
	}
	for i, r := range rs {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' && len(word) > 0 || r == '’':
			continue // accents that stand alone; "it's" is one word
		case !isWord(r):
			flush()
			continue
		case turns(rs, i):
			flush()
		}
		word = append(word, r)
	}
	flush()
	return ws
}

// isWord tells whether a rune may stand in an identifier.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// turns tells whether a new word begins at a capital: aB, 1B, or the B of ABc, but not the s of IDs.
func turns(rs []rune, i int) bool {
	if i == 0 || !unicode.IsUpper(rs[i]) {
		return false
	}
	if !unicode.IsUpper(rs[i-1]) {
		return true
	}
	if i+1 >= len(rs) || !unicode.IsLower(rs[i+1]) {
		return false
	}
	plural := rs[i+1] == 's' && (i+2 >= len(rs) || !unicode.IsLower(rs[i+2]))
	return !plural
}

// spoken is a punctuation mark in a word.
func spoken(r rune) string {
	if w, ok := marks[r]; ok {
		return w
	}
	return fmt.Sprintf("U%04X", r)
}

var marks = map[rune]string{
	' ': "Space", '!': "Bang", '"': "Quote", '#': "Hash", '$': "Dollar", '%': "Percent", '&': "And", '\'': "Apostrophe",
	'(': "Open", ')': "Close", '*': "Star", '+': "Plus", ',': "Comma", '-': "Dash", '.': "Dot", '/': "Slash",
	':': "Colon", ';': "Semicolon", '<': "Less", '=': "Equal", '>': "Greater", '?': "Question", '@': "At",
	'[': "OpenBracket", '\\': "Backslash", ']': "CloseBracket", '^': "Caret", '_': "Underscore", '`': "Backquote",
	'{': "OpenBrace", '|': "Pipe", '}': "CloseBrace", '~': "Tilde", '\t': "Tab", '\n': "Newline", '\r': "Return",
	'°': "Degree", '€': "Euro", '£': "Pound", '¥': "Yen", '§': "Section", '×': "Times", '÷': "Divide", '≤': "LessOrEqual",
	'«': "Of", '»': "", '≥': "GreaterOrEqual", '≠': "NotEqual", '…': "Ellipsis", '–': "Dash", '—': "LongDash", '→': "Arrow", '©': "Copyright",
}
