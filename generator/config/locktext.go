package config

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// maxLock is several times the lock of the largest SDK.
const maxLock = 64 << 20

// ReadLock reads a lock, strictly: names that nobody can vouch for are not published again. A missing file is an empty
// lock; nil says that the report holds an error.
func ReadLock(file string, report *diag.Report) *Lock {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) || err != nil && reason(err) == "not a directory" { // writing to that folder will tell
		return &Lock{File: file, Missing: true}
	}
	var data []byte
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = errors.New("it is no ordinary file")
	case info.Size() > maxLock:
		err = errors.New("it has more than 64 MiB")
	default:
		data, err = os.ReadFile(file)
	}
	if err != nil {
		report.Add(diag.Diagnostic{
			Code: "bad-lock", Pos: diag.Pos{File: file}, Message: "the lock cannot be read: " + reason(err), Cure: lockCure,
		})
		return nil
	}
	return ParseLock(file, data, report)
}

const lockCure = "take the file back from version control; without it, names are decided anew and may move"

// ParseLock reads the text of a lock; nil says that the report holds an error.
func ParseLock(file string, data []byte, report *diag.Report) *Lock {
	p := &lockParser{lock: &Lock{File: file}, seen: map[string]*Line{}}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		p.pos = diag.Pos{File: file, Line: i + 1, Col: 1}
		line = strings.TrimSuffix(line, "\r")
		if marker(line) {
			if !p.conflict {
				p.fail("a merge conflict stands here", "keep the lines of both sides, in any order, and remove the marks; then run sdkc generate")
			}
			p.conflict = true
			continue
		}
		if strings.TrimSpace(line) != "" && line[0] != '#' && !p.line(line) {
			break
		}
	}
	if !p.begun && !p.report.Failed() {
		p.pos = diag.Pos{File: file, Line: 1, Col: 1}
		p.fail("this is no lock: it does not begin with lock 1", lockCure)
	}
	report.List = append(report.List, p.report.List...)
	if p.report.Failed() {
		return nil
	}
	return p.lock
}

// marker tells whether git left a line.
func marker(line string) bool {
	for _, m := range [...]string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, m) {
			return true
		}
	}
	return false
}

type lockParser struct {
	lock     *Lock
	report   diag.Report
	pos      diag.Pos
	begun    bool
	conflict bool // said already
	sdk      *LockedSDK
	document *LockedDocument
	owner    *Line
	seen     map[string]*Line
}

func (p *lockParser) fail(message, cure string) {
	p.report.Add(diag.Diagnostic{Code: "bad-lock", Pos: p.pos, Message: message, Cure: cure})
}

// line reads a line; false says that the rest cannot be understood.
func (p *lockParser) line(line string) bool {
	text, member := strings.CutPrefix(line, "\t")
	word, rest, _ := strings.Cut(text, " ")
	switch {
	case word == "lock" && !p.begun && !member:
		return p.version(rest)
	case !p.begun:
		p.fail("this is no lock: it does not begin with lock 1", lockCure)
		return false
	case word == "sdk" && !member:
		p.begin(rest)
	case word == "document" && !member && p.sdk != nil:
		p.beginDocument(rest)
	case p.document == nil || member && p.owner == nil:
		p.fail(fmt.Sprintf("%q belongs to nothing", text), lockCure)
	default:
		p.entry(text, member)
	}
	return true
}

func (p *lockParser) version(text string) bool {
	n, err := strconv.Atoi(text)
	p.begun = true
	switch {
	case err != nil || n < 1:
		p.fail(fmt.Sprintf("lock %s is no version", text), lockCure)
	case n > LockVersion:
		p.pos.Col = len("lock ") + 1
		p.fail(fmt.Sprintf("a newer sdkc wrote this lock, in version %d; this one reads up to %d", n, LockVersion), "use the newer sdkc, here and in CI")
	default:
		return true
	}
	return false
}

func (p *lockParser) begin(text string) {
	name, ok := p.unquoted(text)
	if !ok {
		return
	}
	p.document, p.owner = nil, nil
	if p.sdk = p.lock.SDK(name); p.sdk == nil { // a merge may leave it twice
		p.sdk = &LockedSDK{Name: name}
		p.lock.SDKs = append(p.lock.SDKs, p.sdk)
	}
}

func (p *lockParser) beginDocument(text string) {
	words := strings.SplitN(text, " ", 4)
	if len(words) < 4 {
		p.fail("a document needs its package, a number, its sha256 and its name", lockCure)
		return
	}
	change, err := strconv.Atoi(words[1])
	sum, hashed := strings.CutPrefix(words[2], "sha256:")
	if err != nil || change < 1 || !hashed {
		p.fail(fmt.Sprintf("%q is not the number and the sha256 of a document", words[1]+" "+words[2]), lockCure)
		return
	}
	file, ok := p.unquoted(words[3])
	if !ok {
		return
	}
	p.owner = nil
	p.document = p.sdk.Document(words[0])
	if p.document == nil {
		p.document = &LockedDocument{Dir: words[0], Change: change, SHA256: sum, File: file}
		p.sdk.Documents = append(p.sdk.Documents, p.document)
	}
	p.document.Change = max(p.document.Change, change)
}

// entry reads what a thing is called: of a line that is not indented, or of one below it.
func (p *lockParser) entry(text string, member bool) {
	l := Line{Pos: p.pos}
	if rest, gone := strings.CutPrefix(text, "gone "); gone {
		number, rest, _ := strings.Cut(rest, " ")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 {
			p.fail(fmt.Sprintf("gone %s is no change of the document", number), lockCure)
			return
		}
		l.Gone, text = n, rest
	}
	kind, rest, _ := strings.Cut(text, " ")
	l.Kind, l.Top = kind, kind
	known := slices.Contains([]string{"operation", "resource", "schema", "server", "webhook"}, kind)
	if member {
		l.Top, l.Owner, l.Gone = p.owner.Top, p.owner.Owner, max(l.Gone, p.owner.Gone)
		known = isMember(l.Top, kind)
	}
	if !known || rest == "" {
		p.fail(fmt.Sprintf("%q is not understood", text), lockCure)
		return
	}
	if p.value(&l, rest, member) {
		p.add(l, member)
	}
}

// value reads what stands after a line's kind.
func (p *lockParser) value(l *Line, rest string, member bool) (ok bool) {
	if member && !hasMember(l.Top, l.Kind) {
		l.Value, ok = p.unquoted(rest)
		return ok
	}
	key, name := rest, ""
	if i := strings.LastIndex(rest, " = "); i > 0 && token.IsIdentifier(rest[i+3:]) {
		key, name = rest[:i], rest[i+3:]
	}
	key, ok = p.unquoted(key)
	if !ok {
		return false
	}
	switch {
	case !member:
		l.Owner, l.Value = key, plain(key)
	case l.Kind == "value":
		l.Member, l.Value = key, p.owner.Value+plain(key)
	default:
		l.Member, l.Value = key, plain(fieldOf(l.Top, key))
	}
	if name != "" {
		l.Value = name
	}
	if !token.IsIdentifier(l.Value) {
		p.fail(fmt.Sprintf("%s has no Go name", l.Key()), lockCure)
	}
	return token.IsIdentifier(l.Value)
}

func (p *lockParser) unquoted(text string) (string, bool) {
	if !strings.HasPrefix(text, `"`) {
		return text, true
	}
	s, err := strconv.Unquote(text)
	if err != nil {
		p.fail(fmt.Sprintf("%s is no text in quotes", text), lockCure)
	}
	return s, err == nil
}

// add keeps a line. One that a merge left twice counts once.
func (p *lockParser) add(l Line, member bool) {
	if !member {
		p.owner = &l
	}
	key := fmt.Sprintf("%s %s %s %s", p.sdk.Name, p.document.Dir, l.Top, l.Key())
	have := p.seen[key]
	if have == nil {
		p.seen[key] = &l
		p.document.Lines = append(p.document.Lines, l)
		return
	}
	if have.Value != l.Value {
		p.report.Add(diag.Diagnostic{
			Code: "bad-lock", Pos: l.Pos, Message: fmt.Sprintf("%s is %s here, and %s in line %d", l.Key(), l.Value, have.Value, have.Pos.Line),
			Cure:    "keep the line that was published",
			Related: []diag.Related{{Pos: have.Pos, Message: "the other line"}},
		})
	}
}
