package sdk

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Receiver is what a type's methods call it: the shortest beginning of its name, in small letters, that
// is neither taken nor what a method's body needs for something else.
func Receiver(name Ident, taken ...Ident) Ident {
	lower := strings.ToLower(string(name))
	for i, r := range lower {
		short := lower[:i+utf8.RuneLen(r)]
		if !slices.Contains(taken, Ident(short)) && !slices.Contains(reservedArgs, short) {
			return Ident(short)
		}
	}
	return Ident(lower + "_")
}

// receiver is one that no argument of the resource's methods hides.
func receiver(r *Resource) Ident {
	var taken []Ident
	for _, m := range r.Methods {
		for _, a := range m.Arguments() {
			taken = append(taken, a.Name)
		}
	}
	return Receiver(r.Name, taken...)
}

// Arguments are the positional ones, in the order of the signature: path params, then the body.
func (m *Method) Arguments() []*Arg {
	if m.Body == nil {
		return m.Args
	}
	return append(m.Args[:len(m.Args):len(m.Args)], m.Body)
}

// Groups are the arguments as a signature has them: neighbours of one type say it once, "serviceSID, sid string".
func (m *Method) Groups() [][]*Arg {
	var groups [][]*Arg
	for i, a := range m.Arguments() {
		if last := len(groups) - 1; i > 0 && groups[last][0].Type.String() == a.Type.String() {
			groups[last] = append(groups[last], a)
			continue
		}
		groups = append(groups, []*Arg{a})
	}
	return groups
}
