package docs

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// maxFileName bounds a page's file name; what is longer ends in a sum of the whole.
const maxFileName = 96

// snake is a Go name as a file name: SessionMode is session_mode, SIPDomains is sip_domains. Only
// a-z, 0-9 and _ come out of it, whatever goes in.
func snake(name sdk.Ident) string {
	runes := []rune(string(name))
	var b strings.Builder
	for i, r := range runes {
		switch {
		case r >= 'A' && r <= 'Z':
			if i > 0 && wordStart(runes, i) {
				b.WriteByte('_')
			}
			b.WriteRune(r + 'a' - 'A')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_':
			b.WriteRune(r)
		default:
			b.WriteString("u" + strconv.FormatInt(int64(r), 16))
		}
	}
	if s := b.String(); s != "" && len(s) <= maxFileName {
		return s
	}
	return b.String()[:min(b.Len(), maxFileName-9)] + "_" + sum(name)
}

// wordStart tells whether a word begins at the upper-case letter i: after a small letter or digit, or
// as the last of several capitals that a small letter follows: D in SIPDomains, but not s in SIDs.
func wordStart(runes []rune, i int) bool {
	if !upper(runes[i-1]) {
		return runes[i-1] != '_'
	}
	if i+1 == len(runes) || !lower(runes[i+1]) {
		return false
	}
	plural := runes[i+1] == 's' && (i+2 == len(runes) || upper(runes[i+2]))
	return !plural
}

func upper(r rune) bool { return r >= 'A' && r <= 'Z' }
func lower(r rune) bool { return r >= 'a' && r <= 'z' }

// sum tells apart names that would share a file.
func sum(name sdk.Ident) string {
	h := sha256.Sum256([]byte(name))
	return hex.EncodeToString(h[:4])
}

// reserved are names that pages of ours have, or that no file can have on Windows.
func reserved(name string) bool {
	switch name {
	case "readme", "index", "sdk", "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && name[3] >= '0' && name[3] <= '9'
}

// A shelf gives each page of a folder a file name of its own. Who asks first has the plain name, so
// ask in an order that a new name does not change much: resources, then types, each sorted.
type shelf map[string]bool

// name is the file name, without an ending, of the page of a Go name of some kind. The second to want
// it is told apart by its kind, the third by a sum of its name; never by a number.
func (s shelf) name(name sdk.Ident, kind string) string {
	plain := snake(name)
	for _, try := range []string{plain, plain + "_" + kind, plain + "_" + kind + "_" + sum(name)} {
		if !reserved(try) && !s[try] {
			s[try] = true
			return try
		}
	}
	return plain + "_" + kind + "_" + sum(name) // the same name and kind: the same page
}
