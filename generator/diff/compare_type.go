package diff

import "strings"

// isStruct tells whether a type is a struct in Go.
func (k Kind) isStruct() bool { return k == Struct || k == Params || k == Resource || k == Union }

// types compares two types of one name. What is in them is compared by itself.
func (c *comparer) types(o, n *Symbol) {
	switch {
	case o.Kind.isStruct() && n.Kind.isStruct():
		if o.Kind != n.Kind {
			c.say(o, n, KindChanged, Breaking, true, string(o.Kind), string(n.Kind))
		}
	case o.Kind.isStruct():
		c.say(o, n, KindChanged, Breaking, n.Kind == Alias && holdsMany(n.Type), string(o.Kind), n.definition())
	case n.Kind.isStruct():
		c.say(o, n, KindChanged, Breaking, false, o.definition(), string(n.Kind))
	case o.underlying() != n.underlying():
		c.say(o, n, KindChanged, Breaking, false, o.definition(), n.definition())
	}
}

// holdsMany tells whether a composite literal makes a value of the type, as it does of a struct.
func holdsMany(t *Type) bool {
	return strings.HasPrefix(t.underlying(), "[]") || strings.HasPrefix(t.underlying(), "map[")
}

func (t *Type) underlying() string {
	if t.Under != "" {
		return t.Under
	}
	return t.Text
}

func (s *Symbol) underlying() string { return s.Type.underlying() }

func (s *Symbol) definition() string { return string(s.Kind) + " of " + s.underlying() }

// field compares two fields. Code reads them, sets them and names them in literals.
func (c *comparer) field(o, n *Symbol) {
	compiles := assignable(o.Type, n.Type) && assignable(n.Type, o.Type)
	changed := o.Type.Text != n.Type.Text
	severity := Breaking
	if compiles {
		severity = Compatible
	}
	switch requests := o.Request && n.Request; {
	case requests && n.Required && !o.Required:
		c.say(o, n, BecameRequired, Breaking, compiles, o.Type.Text, n.Type.Text)
	case requests && o.Required && !n.Required:
		c.say(o, n, BecameOptional, severity, compiles, o.Type.Text, n.Type.Text)
	case changed:
		c.say(o, n, typeWhat(o.Type, n.Type), severity, compiles, o.Type.Text, n.Type.Text)
	}
	if before, after := strings.TrimSpace(o.Place+" "+o.Wire), strings.TrimSpace(n.Place+" "+n.Wire); before != after {
		c.say(o, n, WireChanged, Compatible, true, before, after)
	}
}

func typeWhat(o, n *Type) What {
	before, after := strings.HasPrefix(o.underlying(), "[]"), strings.HasPrefix(n.underlying(), "[]")
	switch {
	case before && !after:
		return NoList
	case after && !before:
		return NowList
	}
	return TypeChanged
}

// constant compares two constants. A server that moves is followed; a value that is another one means another thing.
func (c *comparer) constant(o, n *Symbol) {
	switch {
	case o.Type.Text != n.Type.Text:
		c.say(o, n, TypeChanged, Breaking, false, o.Type.Text, n.Type.Text)
	case o.Value != n.Value && o.Of == "":
		c.say(o, n, ValueChanged, Compatible, true, o.Value, n.Value)
	case o.Value != n.Value:
		c.say(o, n, ValueChanged, Breaking, true, o.Value, n.Value)
	}
}
