package sdk

import (
	"crypto/sha256"
	"encoding/hex"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many bytes an identifier made from a document may have.
const longest = 160

// exported is the Go name for a name of the document: "session_sid" → "SessionSID", "+1" → "Plus1".
func exported(name string) string { return join(words(name), name) }

// exportedSpelled is exported with each punctuation mark as a word: "a-b" → "ADashB".
func exportedSpelled(name string) string { return join(spelledWords(name), name) }

// unexported is the name of an argument or a method of our own: "ServiceSid" → "serviceSID", "URL" → "url".
func unexported(name string) string {
	ws := words(name)
	if len(ws) == 0 {
		ws = []string{"empty"}
	}
	first := strings.ToLower(ws[0])
	if r, _ := utf8.DecodeRuneInString(first); !unicode.IsLetter(r) || !isFixed(ws[0]) && !unicode.IsLower(r) {
		first = "x" + first
	}
	if len(ws) == 1 {
		return clipped(first, name)
	}
	rest := title(ws[1:], screaming(name))
	return clipped(first+rest, name)
}

func isFixed(word string) bool { _, ok := spelling(word); return ok }

// join is the exported identifier of words; name is where they come from.
func join(ws []string, name string) string {
	s := title(ws, screaming(name))
	if s == "" {
		s = "Empty"
	}
	if digit, ok := digits[loneDigit(ws)]; ok {
		s = digit + s[1:]
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		s = "X" + s // a number, or a script without capitals
	}
	return clipped(s, name)
}

// digits spell a first word that is one: "1-Click" → "OneClick".
var digits = map[string]string{
	"0": "Zero", "1": "One", "2": "Two", "3": "Three", "4": "Four", "5": "Five", "6": "Six", "7": "Seven", "8": "Eight", "9": "Nine",
}

// loneDigit is the first of words, unless a number goes on after it: "1.5".
func loneDigit(ws []string) string {
	if len(ws) == 0 || len(ws) > 1 && strings.IndexByte("0123456789", ws[1][0]) >= 0 {
		return ""
	}
	return ws[0]
}

// title writes each word as Go does. Capitals that the document chose within a mixed name stay: "CSIDriver".
func title(ws []string, shout bool) string {
	var b strings.Builder
	for _, w := range ws {
		if s, ok := spelling(w); ok {
			b.WriteString(s)
			continue
		}
		r, n := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		if rest := w[n:]; shout {
			b.WriteString(strings.ToLower(rest))
		} else {
			b.WriteString(rest)
		}
	}
	return b.String()
}

// screaming tells whether all letters of a name are capitals: "IN_PROGRESS".
func screaming(name string) bool {
	return strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// clipped keeps an identifier short: whole until longest, then its beginning and a hash of the whole name.
func clipped(ident, name string) string {
	if len(ident) <= longest {
		return ident
	}
	cut := longest - 8
	for !utf8.RuneStart(ident[cut]) {
		cut--
	}
	return ident[:cut] + "X" + hash(name)
}

// hash is a short fingerprint, the last resort of names: "a3f09c".
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return strings.ToUpper(hex.EncodeToString(sum[:3]))
}

// isExported tells whether other packages see the name.
func isExported(s string) bool { return token.IsExported(s) }

// validIdent tells whether s can be printed as a Go identifier.
func validIdent(s string) bool { return token.IsIdentifier(s) && s != "_" && len(s) <= 4*longest }
