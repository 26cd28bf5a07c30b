package sdk

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// A Match says how a variant of a union is known.
type Match struct {
	Type   any      // a nil pointer to the variant's type: (*UserMessage)(nil)
	Tags   []string // values of the discriminator
	JSON   string   // "object", "array", "string", "number", "integer", "boolean"; "" for any, and for a struct
	Items  string   // of an array: what its items are, in the same words; "" for any
	Keys   []string // required members of an object that is no struct
	Known  []string // all members of it
	Consts []Const  // members with only one value; of several in a row for one member, any
	Named  Const    // a member that by its name tells the variant, and the variant's own: {"role", `"bot"`}
	Values []string // of an enum: its values
	Of     *[]Match // of a union: its variants
	Tag    string   // and its discriminator
}

// A Const is a member and a value that it has.
type Const struct {
	Key  string
	JSON string // compact: `"user"`
}

// choose tells which variant b is; -1 for none. Evidence counts in this order: the discriminator, constants, a member
// that bears the variant's name, the JSON type, enum values, required members, fewest unknown members, most known
// members, and place. A union within weighs as much as the best of its variants.
func choose(b []byte, tag string, variants []Match) int {
	b = bytes.TrimSpace(b)
	p := payload{raw: b, kind: jsonKind(b), members: map[string][]byte{}}
	if p.kind == "object" {
		members(b, func(key string, raw []byte) bool {
			p.members[key] = raw
			return true
		})
	}
	i, _ := p.choose(tag, variants)
	return i
}

type payload struct {
	raw     []byte
	kind    string
	members map[string][]byte
}

func (p *payload) choose(tag string, variants []Match) (int, score) {
	value := p.tagged(tag)
	best, top, open := -1, score{}, 0
	tagged, only := 0, -1
	for i := range variants {
		m := &variants[i]
		named := slices.Contains(m.Tags, value)
		if value != "" && len(m.Tags) > 0 && !named {
			continue
		}
		if named {
			tagged, only = tagged+1, i
		}
		s, ok := p.score(m)
		if named {
			s.tag = 1
		}
		if ok {
			open++
			if best < 0 || s.better(top) {
				best, top = i, s
			}
		}
	}
	switch {
	case tagged == 1 && top.tag == 0: // nothing else counts against the only one
		return only, score{tag: 1}
	case open > 1 && top.guessed(): // several might be it, and none is whole
		return -1, top
	}
	return best, top
}

// tagged is the value of the discriminator; "" if there is none.
func (p *payload) tagged(tag string) string {
	raw := p.members[tag]
	if tag == "" || string(raw) == "null" {
		return ""
	}
	if text, ok := unquote(raw); ok {
		return text
	}
	return string(raw)
}

type score struct{ tag, consts, named, exact, missing, unknown, known int }

func (s score) better(t score) bool {
	for _, d := range [...]int{
		s.tag - t.tag, s.consts - t.consts, s.named - t.named, s.exact - t.exact, t.missing - s.missing, t.unknown - s.unknown,
	} {
		if d != 0 {
			return d > 0
		}
	}
	return s.known > t.known
}

// guessed tells whether a score lacks required members, and nothing else speaks for its variant.
func (s score) guessed() bool {
	return s.missing > 0 && s.tag == 0 && s.consts == 0 && (s.named == 0 || s.unknown > 0)
}

// score weighs a variant; false rules it out.
func (p *payload) score(m *Match) (score, bool) {
	var s score
	if m.Of != nil {
		i, s := p.choose(m.Tag, *m.Of)
		return s, i >= 0
	}
	kind, fields := m.object()
	if !fits(p.kind, kind) || !p.itemsFit(m.Items) || len(m.Values) > 0 && !p.oneOf(m.Values) {
		return s, false
	}
	if kind == p.kind || len(m.Values) > 0 {
		s.exact = 1
	}
	var ok bool
	if s.consts, ok = p.constants(m.Consts); !ok {
		return s, false
	}
	if name, ok := unquote([]byte(m.Named.JSON)); ok && sameWord(p.tagged(m.Named.Key), name) {
		s.named = 1
	}
	for _, f := range fields {
		p.count(&s, f.key, f.required)
	}
	for _, key := range m.Known {
		p.count(&s, key, slices.Contains(m.Keys, key))
	}
	s.unknown = len(p.members) - s.known
	return s, true
}

// object is the JSON type of a variant, and the members of one that is a struct.
func (m *Match) object() (kind string, members []*field) {
	if m.JSON != "" || m.Type == nil {
		return m.JSON, nil
	}
	t := reflect.TypeOf(m.Type).Elem()
	if t.Kind() != reflect.Struct || t.Implements(unionType) {
		return "", nil
	}
	for _, f := range fieldsOf(t) {
		if f.in == inForm && !f.extra && f.key != "-" {
			members = append(members, f)
		}
	}
	return "object", members
}

// count weighs a member that a variant may have.
func (p *payload) count(s *score, key string, required bool) {
	if _, ok := p.members[key]; ok {
		s.known++
	} else if required {
		s.missing++
	}
}

// constants counts the members that are as they must be; false if one is not.
func (p *payload) constants(all []Const) (n int, ok bool) {
	for i := 0; i < len(all); {
		key, is := all[i].Key, false
		raw, has := p.members[key]
		for ; i < len(all) && all[i].Key == key; i++ {
			is = is || has && sameJSON(raw, all[i].JSON)
		}
		if has && !is {
			return 0, false
		}
		if is {
			n++
		}
	}
	return n, true
}

// sameWord compares words however they are joined: "tool_calls" is "tool call".
func sameWord(a, b string) bool {
	plain := func(s string) string {
		s = strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(s))
		return strings.TrimSuffix(s, "s")
	}
	return plain(a) == plain(b)
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
