package sdk

import (
	"bytes"
	"encoding/json"
	"slices"
)

// A Match says how a variant of a union is known.
type Match struct {
	Tags   []string // values of the discriminator
	JSON   string   // "object", "array", "string", "number", "integer", "boolean"; "" for any
	Items  string   // of an array: what its items are, in the same words; "" for any
	Keys   []string // required members of an object
	Known  []string // all members of an object
	Consts []Const  // members with only one value
	Values []string // of an enum: its values
}

// A Const is a member that always has one value.
type Const struct {
	Key  string
	JSON string // compact: `"user"`
}

// Choose tells which variant b is; -1 for none. Evidence counts in this order: the discriminator, constants, the JSON
// type, enum values, required members, fewest unknown members, most known members, and place.
func Choose(b []byte, tag string, variants []Match) int {
	b = bytes.TrimSpace(b)
	p := payload{raw: b, kind: jsonKind(b), members: map[string][]byte{}}
	if p.kind == "object" {
		members(b, func(key string, raw []byte) bool {
			p.members[key] = raw
			return true
		})
	}
	if i, decided := p.byTag(tag, variants); decided {
		return i
	}
	best, top, open := -1, score{}, 0
	for i := range variants {
		if s, ok := p.score(&variants[i]); ok {
			open++
			if best < 0 || s.better(top) {
				best, top = i, s
			}
		}
	}
	if open > 1 && top.missing > 0 && top.consts == 0 { // several might be it, and none is whole
		return -1
	}
	return best
}

type payload struct {
	raw     []byte
	kind    string
	members map[string][]byte
}

// byTag decides by the discriminator, if the payload has it and the variants know it.
func (p *payload) byTag(tag string, variants []Match) (int, bool) {
	value, ok := unquote(p.members[tag])
	if !ok {
		value = string(p.members[tag])
	}
	if tag == "" || value == "" || value == "null" {
		return -1, false
	}
	tagged := false
	for i, m := range variants {
		if slices.Contains(m.Tags, value) {
			return i, true
		}
		tagged = tagged || len(m.Tags) > 0
	}
	return -1, tagged
}

type score struct{ consts, exact, missing, unknown, known int }

func (s score) better(t score) bool {
	for _, d := range [...]int{s.consts - t.consts, s.exact - t.exact, t.missing - s.missing, t.unknown - s.unknown} {
		if d != 0 {
			return d > 0
		}
	}
	return s.known > t.known
}

// score weighs a variant; false rules it out.
func (p *payload) score(m *Match) (score, bool) {
	var s score
	if !fits(p.kind, m.JSON) || !p.itemsFit(m.Items) || len(m.Values) > 0 && !p.oneOf(m.Values) {
		return s, false
	}
	if m.JSON == p.kind || len(m.Values) > 0 {
		s.exact = 1
	}
	for _, c := range m.Consts {
		raw, ok := p.members[c.Key]
		if ok && !sameJSON(raw, c.JSON) {
			return s, false
		}
		if ok {
			s.consts++
		}
	}
	for _, key := range m.Keys {
		if _, ok := p.members[key]; !ok {
			s.missing++
		}
	}
	for key := range p.members {
		if slices.Contains(m.Known, key) {
			s.known++
		}
	}
	s.unknown = len(p.members) - s.known
	return s, true
}

func fits(kind, want string) bool {
	return want == "" || kind == want || kind == "integer" && want == "number"
}

func (p *payload) itemsFit(want string) bool {
	ok := true
	if want != "" && p.kind == "array" {
		elements(p.raw, func(raw []byte) bool {
			ok = fits(jsonKind(raw), want)
			return false
		})
	}
	return ok
}

func (p *payload) oneOf(values []string) bool {
	text, ok := unquote(p.raw)
	return slices.Contains(values, string(p.raw)) || ok && slices.Contains(values, text)
}

func sameJSON(raw []byte, want string) bool {
	if string(raw) == want {
		return true
	}
	var compact bytes.Buffer
	if json.Compact(&compact, raw) != nil {
		return false
	}
	got, ok := unquote(compact.Bytes())
	text, same := unquote([]byte(want))
	return compact.String() == want || ok && same && got == text
}

// jsonKind is the JSON type of a value in the words of JSON Schema; "" if it is none.
func jsonKind(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	switch {
	case b[0] == '{':
		return "object"
	case b[0] == '[':
		return "array"
	case b[0] == '"':
		return "string"
	case string(b) == "true" || string(b) == "false":
		return "boolean"
	case string(b) == "null":
		return "null"
	case !isNumber(string(b)):
		return ""
	case bytes.ContainsAny(b, ".eE"):
		return "number"
	}
	return "integer"
}
