package sdk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A want is something that needs a name. Its ladder is what it would be called, best first:
// each step down qualifies more, and says by which rule.
type want struct {
	key     string   // "schema session_enum_status": what a config or a lock calls it
	owner   string   // see Decided
	twin    bool     // the document says the thing twice: no lock could tell which is which
	aliases []string // other keys that a config may use: "operation CreateSession"
	pos     diag.Pos
	place   string // of a param: "Query"
	ladder  []rung
	level   int
	pinned  string
	name    Ident
}

// A rung is one candidate of a ladder.
type rung struct {
	name string
	rule string // how it differs from the best: "place", "parent", "kind", "punctuation"
}

// A scope is a set of names in which each means one thing.
type scope struct {
	names *names
	where string           // "the package", "struct Session"
	taken map[string]*want // by name
}

func (n *names) scope(where string, reserved ...string) *scope {
	s := &scope{names: n, where: where, taken: make(map[string]*want)}
	for _, r := range reserved {
		s.taken[r] = nil
	}
	return s
}

// settle names all wants at once. Whoever shares a name steps down its ladder, every one of
// them, so that no order of appearance decides; a name settled earlier stays.
func (s *scope) settle(ws []*want) {
	clashes := make(map[*want]*clash)
	tellApart(ws)
	for _, w := range ws {
		if pointer := s.names.pointers[w.owner]; pointer != "" {
			w.aliases = append(w.aliases, strings.Replace(w.key, w.owner, pointer, 1))
		}
	}
	s.pin(ws)
	for step := 0; ; step++ {
		moved := false
		for name, group := range groups(ws) {
			_, held := s.taken[name]
			if len(group) == 1 && !held {
				continue
			}
			for _, w := range group {
				if clashes[w] == nil {
					clashes[w] = &clash{name: name, group: group, holder: s.taken[name]}
				}
				w.level++
				moved = true
			}
		}
		if !moved || step > 64 {
			break
		}
	}
	for _, w := range ws {
		w.name = Ident(w.candidate())
		s.taken[string(w.name)] = w
		s.names.decided(w)
	}
	s.report(ws, clashes)
}

// tellApart gives wants of one key their places, so that a document that says a thing twice still gets two names.
func tellApart(ws []*want) {
	seen := make(map[string]bool, len(ws))
	for i, w := range ws {
		if seen[w.key] {
			w.key, w.twin = fmt.Sprintf("%s %s #%d", w.key, w.pos, i), true
		}
		seen[w.key] = true
	}
}

// pin gives the names that a config or a lock demands, before anything else is named.
func (s *scope) pin(ws []*want) {
	for _, w := range ws {
		name, demanded := s.names.pin(w)
		if name == "" {
			continue
		}
		if o, held := s.taken[name]; held && (o == nil || !w.called(o.key)) {
			s.names.refuse(w, name, o, demanded)
			continue
		}
		w.pinned = name
		s.taken[name] = w
	}
}

// groups are the wants by their present candidate. Pinned ones stand aside: they never step down.
func groups(ws []*want) map[string][]*want {
	g := make(map[string][]*want, len(ws))
	for _, w := range ws {
		if w.pinned == "" {
			g[w.candidate()] = append(g[w.candidate()], w)
		}
	}
	return g
}

// candidate is the name at the present step; below the ladder it is the best with a hash of the identity.
func (w *want) candidate() string {
	if w.pinned != "" {
		return w.pinned
	}
	if w.level < len(w.ladder) {
		return w.ladder[w.level].name
	}
	return w.ladder[0].name + "X" + hash(fmt.Sprint(w.key, strings.Repeat("+", w.level-len(w.ladder))))
}

func (w *want) rule() string {
	if w.level < len(w.ladder) {
		return w.ladder[w.level].rule
	}
	return "hash"
}

// A clash is a name that several wanted.
type clash struct {
	name   string
	group  []*want
	holder *want
}

// report says of each want that had to step down what it is called, and because of whom.
func (s *scope) report(ws []*want, clashes map[*want]*clash) {
	for _, w := range ws {
		c := clashes[w]
		if c == nil || string(w.name) == c.name {
			continue
		}
		d := diag.Diagnostic{Code: "name-clash", Severity: diag.Note, Pos: w.pos}
		d.Message = fmt.Sprintf("%s wants %s, which %s has in %s", w.key, c.name, c.others(w), s.where)
		d.Cure = fmt.Sprintf("named %s by %s", w.name, w.rule())
		for _, o := range append(c.group, c.holder) {
			if o != nil && o != w && len(d.Related) < 3 {
				d.Related = append(d.Related, diag.Related{Pos: o.pos, Message: o.key})
			}
		}
		s.names.report.Add(d)
	}
}

// others names another one that wanted the same, with its place.
func (c *clash) others(w *want) string {
	for _, o := range append(c.group, c.holder) {
		if o == nil || o == w {
			continue
		}
		if o.pos.Line == 0 {
			return o.key
		}
		return fmt.Sprintf("%s (%s)", o.key, o.pos)
	}
	return "something of our own"
}

// called tells whether a key means this want.
func (w *want) called(key string) bool { return key == w.key || slices.Contains(w.aliases, key) }
