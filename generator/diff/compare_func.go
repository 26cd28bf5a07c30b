package diff

import (
	"slices"
	"strings"
)

// function compares two methods or functions. Code calls them with arguments and takes results of the types they had.
func (c *comparer) function(o, n *Symbol) {
	c.args(o, n)
	c.results(o, n)
	c.errors(o, n)
	switch {
	case plainPath(o.Call) != plainPath(n.Call):
		c.say(o, n, CallChanged, Compatible, true, o.Call, n.Call)
	case o.Value != n.Value:
		c.say(o, n, BaseURLChanged, Compatible, true, o.Value, n.Value)
	}
}

func (c *comparer) args(o, n *Symbol) {
	a, b := o.Func.Args, n.Func.Args
	what := argsWhat(a, b)
	if what == "" {
		return
	}
	compiles := len(a) == len(b)
	for i := range min(len(a), len(b)) {
		compiles = compiles && assignable(a[i].Type, b[i].Type)
	}
	severity := Breaking
	if compiles && what != ArgOrder {
		severity = Compatible
	}
	before, after := apart(a, b)
	c.say(o, n, what, severity, compiles, before, after)
}

// argsWhat names how arguments differ; "" for not at all, or in their names alone.
func argsWhat(a, b []Arg) What {
	old, new := ids(a), ids(b)
	switch {
	case len(a) < len(b):
		return ArgAdded
	case len(a) > len(b):
		return ArgRemoved
	case !slices.Equal(old, new) && slices.Equal(slices.Sorted(slices.Values(old)), slices.Sorted(slices.Values(new))):
		return ArgOrder
	}
	for i := range a {
		if a[i].Type.Text != b[i].Type.Text {
			return ArgType
		}
	}
	return ""
}

func ids(args []Arg) []string {
	all := make([]string, len(args))
	for i, a := range args {
		all[i] = a.Wire
		if a.Wire == "" {
			all[i] = a.Name
		}
	}
	return all
}

func (c *comparer) results(o, n *Symbol) {
	a, b := o.Func.Results, n.Func.Results
	if slices.EqualFunc(a, b, func(x, y *Type) bool { return x.Text == y.Text }) {
		return
	}
	compiles := len(a) == len(b)
	for i := range min(len(a), len(b)) {
		compiles = compiles && assignable(b[i], a[i])
	}
	severity := Breaking
	if compiles {
		severity = Compatible
	}
	what := ResultChanged
	switch before, after := isSeq(a), isSeq(b); {
	case before && !after:
		what = NoList
	case after && !before:
		what = NowList
	}
	c.say(o, n, what, severity, compiles, joined(a), joined(b))
}

func isSeq(results []*Type) bool {
	return len(results) == 1 && strings.HasPrefix(results[0].Text, "iter.Seq2[")
}

// errors compares the bodies of errors. Nobody is told by the compiler: errors.As asks for a type that no answer has any more.
func (c *comparer) errors(o, n *Symbol) {
	for _, p := range o.Errors {
		after := bodyOf(n.Errors, p.Status)
		if after == nil || after.Text != p.Type.Text {
			text := p.Status + " has no declared body"
			if after != nil {
				text = p.Status + " " + after.Text
			}
			c.say(o, n, ErrorChanged, Breaking, true, p.Status+" "+p.Type.Text, text)
		}
	}
	for _, p := range n.Errors {
		if bodyOf(o.Errors, p.Status) == nil {
			c.say(o, n, ErrorAdded, Compatible, true, "", p.Status+" "+p.Type.Text)
		}
	}
}

// bodyOf is the body of an error response: of its status, of its class, or of all others.
func bodyOf(all []Problem, status string) *Type {
	for _, wanted := range []string{status, status[:1] + "XX", "default"} {
		for _, p := range all {
			if strings.EqualFold(p.Status, wanted) {
				return p.Type
			}
		}
	}
	return nil
}

// apart are the arguments in which two signatures differ: what they begin and end with alike is left out.
func apart(a, b []Arg) (old, new string) {
	x, y := spell(a), spell(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return strings.Join(x, ", "), strings.Join(y, ", ")
}

func spell(args []Arg) []string {
	all := make([]string, len(args))
	for i, a := range args {
		all[i] = strings.TrimSpace(a.Name + " " + a.Type.Text)
	}
	return all
}

// String is "(ctx context.Context, sid string, opts ...sdk.Option) (*Session, error)".
func (s *Signature) String() string {
	return strings.TrimSpace("(" + strings.Join(spell(s.Args), ", ") + ") " + joined(s.Results))
}

func joined(types []*Type) string {
	all := make([]string, len(types))
	for i, t := range types {
		all[i] = t.Text
	}
	if len(all) > 1 {
		return "(" + strings.Join(all, ", ") + ")"
	}
	return strings.Join(all, "")
}
