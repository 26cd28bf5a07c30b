package sdk

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// Options are what a config says of one package.
type Options struct {
	Name         Ident    // of the package: "proxyv1"
	Import       string   // import path of the package
	Runtime      string   // import path of the runtime
	Dir          string   // below the output folder: "proxyv1", or "."
	ClientParams []string // path params that are set once on the client: "AccountSid"
	// Names overrides names, and Lock holds those that an earlier run published. Both use the
	// keys of [Decided]: "schema session_enum_status" → "SessionStatus". Lock has what is [Kept], too.
	Names      map[string]string
	NamePos    map[string]diag.Pos // where the config demands a name; a key without one is told at the document's place
	Lock       map[string]string
	Paging     []config.Paging // how lists go on where no shape tells; the last of two on one operation counts
	Env        []SchemeEnv     // environment variables that credentials may come from
	KeyHeader  string          // the header of the idempotency keys that all POST and PATCH take; "" for none
	Packages   config.Split    // how many packages the document becomes
	KeepUnused bool            // schemas that no operation and no webhook reaches get types, too
	Server     ServerOptions

	KeepUnknown bool // objects of responses keep the fields that the document does not declare, and send them back
}

// A SchemeEnv names the environment variables of a security scheme: user and password, or one token.
type SchemeEnv struct {
	Scheme string
	Vars   []string
}

// A Decided is a published name and what it is the name of. Keys are a kind and the document's own words:
//
//	schema session_enum_status       a type; for an inline schema its pointer: schema #/paths/…
//	field Session unique_name        a field of a schema (by its key) or of an operation's params (by its key)
//	value session_enum_status open   a constant
//	resource /v1/Services            a resource, by its path; resource tag "Calls" without a common path
//	operation GET /v1/Services       a method
//	params GET /v1/Services          a params struct
//	arg GET /v1/Services/{Sid} Sid   an argument
//	resourcefield /v1/Services       a field of the client or of a resource
//	page, build GET /v1/Services     what a list has beside it: ListPage, list
//	stream, build POST /v1/Chats     what an operation that streams too has beside it: CreateStream, create
//	func, variant, server            Values and Of functions, a union's variants, base URLs
type Decided struct {
	Key   string
	Owner string // the part of Key that says whose name it is: "Session", "GET /v1/Services", "/v1/Services"
	Name  Ident
}

// names is the one place that a decided name passes.
type names struct {
	report *diag.Report
	over   map[string]string
	places map[string]diag.Pos // of over
	lock   map[string]string
	live   map[string]diag.Pos // keys of the lock that the document still has; found when names are given
	used   map[string]bool
	list   []Decided

	pointers map[string]string // of the keys of schemas that are not the pointer itself
}

func newNames(opts Options, report *diag.Report) *names {
	return &names{report: report, over: opts.Names, places: opts.NamePos, lock: opts.Lock, used: make(map[string]bool)}
}

// pin is the name that is demanded for w, and whether by the config; "" for none.
func (n *names) pin(w *want) (name string, demanded bool) {
	for _, key := range append([]string{w.key}, w.aliases...) {
		if name, ok := n.over[key]; ok {
			n.used[key] = true
			if !validIdent(name) || isExported(name) != isExported(w.ladder[0].name) {
				n.report.Add(diag.Diagnostic{
					Code: "bad-name", Severity: diag.Error, Pos: n.place(w),
					Message: fmt.Sprintf("%s cannot be called %q", key, name),
					Cure:    "give it a Go identifier under names:, with a capital if it is public",
				})
				return "", true
			}
			return name, true
		}
	}
	if name := n.lock[w.key]; validIdent(name) && isExported(name) == isExported(w.ladder[0].name) {
		return name, false
	}
	return "", false
}

// refuse says that a demanded name is taken. A locked one that lost its place is a note: the name moves.
func (n *names) refuse(w *want, name string, holder *want, demanded bool) {
	d := diag.Diagnostic{Code: "name-taken", Severity: diag.Warning, Pos: w.pos}
	if demanded {
		d.Severity, d.Pos = diag.Error, n.place(w)
	}
	other := "something of our own"
	if holder != nil {
		other = holder.key
	}
	d.Message = fmt.Sprintf("%s cannot be called %s, which %s has", w.key, name, other)
	d.Cure = "give it another name under names:"
	n.report.Add(d)
}

// place is where the config demands w's name, or where w stands in the document.
func (n *names) place(w *want) diag.Pos {
	for _, key := range append([]string{w.key}, w.aliases...) {
		if pos, ok := n.places[key]; ok {
			return pos
		}
	}
	return w.pos
}

func (n *names) decided(w *want) {
	if !w.twin {
		n.list = append(n.list, Decided{w.key, w.owner, w.name})
	}
}

// reserve keeps the demanded names of the kinds that a scope holds from being given away early. A locked name whose
// thing the document has lost is free: what has the same words now is what the provider calls it today.
func (n *names) reserve(s *scope, kinds ...string) {
	for _, m := range []map[string]string{n.over, n.lock} {
		for _, key := range sortedKeys(m) {
			kind, _, _ := strings.Cut(key, " ")
			if slices.Contains(kinds, kind) {
				s.hold(key, m)
			}
		}
	}
}

// holdAll keeps the names that a config or a lock demands for keys which a scope settles later.
func (s *scope) holdAll(keys ...string) {
	for _, key := range keys {
		s.hold(key, s.names.over)
		s.hold(key, s.names.lock)
	}
}

func (s *scope) hold(key string, from map[string]string) {
	name, demanded := from[key]
	pos, live := s.names.live[key]
	_, over := s.names.over[key]
	if _, held := s.taken[name]; demanded && !held && (live || over) {
		s.taken[name] = &want{key: key, pos: pos}
	}
}

// unused reports the lines of the config that named nothing.
func (n *names) unused() {
	for _, key := range sortedKeys(n.over) {
		if !n.used[key] {
			n.report.Add(diag.Diagnostic{
				Code: "unused-name", Severity: diag.Error, Pos: diag.Pos{File: "sdkc.yaml"},
				Message: fmt.Sprintf("names: nothing is called %q", key), Cure: "remove the line",
			})
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
