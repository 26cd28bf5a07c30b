package config

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/sdkc/sdkc/generator/diag"
)

// LockVersion is the newest form of sdkc.lock that is read, and the one that is written.
const LockVersion = 1

// A Lock is what a sdkc.lock says: the names that each SDK published. It stands beside the config, one for all its SDKs,
// and without a config in the output folder. It is text with a line a name, sorted, so that two branches which add
// names merge as text, and a diff tells what is new:
//
//	lock 1
//
//	sdk twilio
//
//	document proxyv1 2 sha256:9f86… twilio_proxy_v1.yaml
//	operation POST /v1/Services = Create
//		field form FriendlyName
//		field form UniqueSid = UniqueSID
//		params CreateServiceParams
//	schema proxy_enum_mode = ProxyMode
//		value in-progress
//	gone 2 operation POST /v1/Services/Copy = Copy
//
// A name is left out where it is the plain one: the words of what it names, begun with capitals, after the Go name of the
// enum in the case of a value. The number of a document counts its changes. What it no longer has is gone since such a change, and is forgotten after
// so many more, so that what comes back has its name again and the file does not grow for ever. Each name is recorded,
// not only those that a clash made: which of two things was there first, and what an older sdkc called them, can be known
// from nowhere else.
type Lock struct {
	File    string
	Missing bool // there is no such file yet
	SDKs    []*LockedSDK
}

// A LockedSDK is what an SDK published.
type LockedSDK struct {
	Name      string
	Documents []*LockedDocument
}

// A LockedDocument is what a document of an SDK published.
type LockedDocument struct {
	Dir    string // of its package, below the output folder: "proxyv1", or "."
	File   string // the name without its folder: a checkout may stand anywhere
	Change int    // how many times its bytes were others, from 1
	SHA256 string // of its bytes, in hex
	Lines  []Line
}

// A Line is one thing of the document and what it is called, or what else is kept of it.
type Line struct {
	Top    string // "operation", "resource", "schema", "server" or "webhook": what Owner is
	Kind   string // as Top, or of what Top has: "field"
	Owner  string // "POST /v1/Services"
	Member string // "form UniqueName"
	Value  string // "UniqueName"
	Gone   int    // the change that it did not survive; 0: it is there
	Pos    diag.Pos
}

// NewLine is the line of a key as package sdk has them. A field may be that of an operation.
func NewLine(key, owner, value string, operation bool) Line {
	kind, rest, _ := strings.Cut(key, " ")
	l := Line{Kind: kind, Owner: owner, Value: value, Member: strings.TrimPrefix(strings.TrimPrefix(rest, owner), " ")}
	switch kind {
	case "schema", "operation", "resource", "server", "webhook":
		l.Top = kind
	case "func", "value", "sent", "shared":
		l.Top = "schema"
	case "resourcefield":
		l.Top, l.Kind = "resource", "field"
	case "under", "apart":
		l.Top = "resource"
	case "field":
		l.Top = "schema"
		if operation {
			l.Top = "operation"
		}
	default:
		l.Top = "operation"
	}
	return l
}

// IsName tells a name from what else is kept.
func (l *Line) IsName() bool {
	return l.Kind == l.Top || slices.Contains([]string{"field", "func", "page", "params", "stream", "value"}, l.Kind)
}

// Key is what package sdk calls the thing.
func (l *Line) Key() string {
	kind := l.Kind
	if l.Top == "resource" && kind == "field" {
		kind = "resourcefield"
	}
	if l.Member == "" && !hasMember(l.Top, l.Kind) {
		return kind + " " + l.Owner
	}
	return kind + " " + l.Owner + " " + l.Member
}

// hasMember tells whether a line names one of several things that its owner has.
func hasMember(top, kind string) bool { return kind == "value" || kind == "field" && top != "resource" }

// isMember tells what may stand below a line.
func isMember(top, kind string) bool {
	switch top {
	case "operation":
		return slices.Contains([]string{"body", "field", "in", "page", "params", "result", "stream"}, kind)
	case "resource":
		return kind == "field" || kind == "under" || kind == "apart"
	case "schema":
		return slices.Contains([]string{"field", "func", "sent", "shared", "value"}, kind)
	}
	return false
}

// LockFile is the lock of a config: of sdkc.yaml it is sdkc.lock.
func LockFile(config string) string {
	return strings.TrimSuffix(config, filepath.Ext(config)) + ".lock"
}

// SDK is the section of an SDK; nil for none.
func (l *Lock) SDK(name string) *LockedSDK {
	for _, s := range l.SDKs {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Put replaces the section of an SDK, or adds it.
func (l *Lock) Put(s *LockedSDK) {
	l.SDKs = append(slices.DeleteFunc(slices.Clone(l.SDKs), func(o *LockedSDK) bool { return o.Name == s.Name }), s)
}

// Document is the section of a package; nil for none.
func (s *LockedSDK) Document(dir string) *LockedDocument {
	if s != nil {
		for _, d := range s.Documents {
			if d.Dir == dir {
				return d
			}
		}
	}
	return nil
}

// Bytes is the lock as it stands on disk.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("# The Go names that sdkc published and keeps. Commit this file; rename under names: in sdkc.yaml, not here.\n")
	fmt.Fprintf(&b, "lock %d\n", LockVersion)
	for _, s := range slices.SortedFunc(slices.Values(l.SDKs), func(x, y *LockedSDK) int { return cmp.Compare(x.Name, y.Name) }) {
		fmt.Fprintf(&b, "\nsdk %s\n", quoted(s.Name))
		for _, d := range slices.SortedFunc(slices.Values(s.Documents), func(x, y *LockedDocument) int { return cmp.Compare(x.Dir, y.Dir) }) {
			fmt.Fprintf(&b, "\ndocument %s %d sha256:%s %s\n", d.Dir, d.Change, d.SHA256, quoted(d.File))
			d.write(&b)
		}
	}
	return b.Bytes()
}

func (d *LockedDocument) write(b *bytes.Buffer) {
	lines := slices.SortedStableFunc(slices.Values(d.Lines), func(x, y Line) int {
		return cmp.Or(cmp.Compare(x.Top, y.Top), cmp.Compare(x.Owner, y.Owner), order(x.Kind == x.Top, y.Kind == y.Top),
			cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Member, y.Member))
	})
	gone, name := 0, ""
	for _, l := range lines {
		owner := l.Kind == l.Top
		if !owner {
			b.WriteByte('\t')
		}
		if l.Gone > 0 && (owner || l.Gone != gone) {
			fmt.Fprintf(b, "gone %d ", l.Gone)
		}
		switch {
		case owner:
			gone, name = l.Gone, l.Value
			fmt.Fprintf(b, "%s %s\n", l.Kind, pair(l.Owner, plain(l.Owner), l.Value))
		case l.Kind == "value":
			fmt.Fprintf(b, "%s %s\n", l.Kind, pair(l.Member, name+plain(l.Member), l.Value))
		case hasMember(l.Top, l.Kind):
			fmt.Fprintf(b, "%s %s\n", l.Kind, pair(l.Member, plain(fieldOf(l.Top, l.Member)), l.Value))
		default:
			fmt.Fprintf(b, "%s %s\n", l.Kind, quoted(l.Value))
		}
	}
}

// pair is a key and its name, if that is not the plain one.
func pair(key, plain, name string) string {
	if name == plain {
		return quoted(key)
	}
	return quoted(key) + " = " + name
}

// plain is a text's words, each begun with a capital. Locks that are written rely on it: it stays as it is, whatever
// becomes of the rules that names are made by.
func plain(text string) string {
	var b strings.Builder
	first := true
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			first = true
		case first:
			b.WriteRune(unicode.ToUpper(r))
			first = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fieldOf is the name of a field without the place that an operation's has before it.
func fieldOf(top, member string) string {
	if top != "operation" {
		return member
	}
	_, name, _ := strings.Cut(member, " ")
	return name
}

func order(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

// quoted is a document's text as it stands in a line: in quotes only where it could not be read back without.
func quoted(text string) string {
	plain := text != "" && text[0] != '"' && strings.TrimSpace(text) == text && !strings.Contains(text, "  ") && !strings.Contains(text, " = ")
	for _, r := range text {
		plain = plain && (r == ' ' || unicode.IsPrint(r)) && r != unicode.ReplacementChar
	}
	if plain {
		return text
	}
	return strconv.Quote(text)
}
