package openapi

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// enum is the enum that a shape is, with the values that all its parts allow; nil if it is none.
func (r *reader) enum(s *shape) *model.Enum {
	var lists [][]enumValue
	var kinds []kind
	for _, n := range s.enums {
		lists = append(lists, values(n, &kinds))
	}
	for _, g := range s.valueGroups {
		lists = append(lists, groupValues(g, &kinds))
	}
	if len(lists) == 0 {
		return nil
	}
	k, ok := r.enumKind(s, lists, kinds)
	if !ok {
		return nil
	}
	all := r.suited(lists[0], k)
	for _, list := range lists[1:] {
		all = r.common(all, r.suited(list, k), s)
	}
	if len(all) == 0 {
		return nil
	}
	return &model.Enum{Kind: model.Kind(k), Format: s.format, Values: all}
}

// enumKind is the one type of an enum's values: the declared one if it suits any of them, else their own.
func (r *reader) enumKind(s *shape, lists [][]enumValue, kinds []kind) (kind, bool) {
	n := s.parts[len(s.parts)-1].node
	own, declared := oneScalar(kinds), ""
	if len(s.kinds) == 1 {
		declared = s.kinds[0]
	}
	switch {
	case isScalar(declared) && anySuits(lists, declared):
		return declared, true
	case len(kinds) == 0:
		return "", false
	case own != "" && declared == "array":
		r.note(ArrayEnum, n, "the items' own enum counts", "an array has an enum of its items' values")
		return "", false
	case own != "" && declared == "" && (len(s.kinds) == 0 || slices.Contains(s.kinds, own)):
		return own, true
	case own != "" && declared != "" && !hasFields(s):
		r.warn(EnumType, n, "the values count", "the type is %s, the enum's values are %s", declared, own)
		return own, true
	}
	r.warn(MixedEnum, n, "the values are no constants", "the values of the enum are no strings, numbers or booleans alone")
	return "", false
}

// oneScalar is the one scalar type of values; "" if there is none.
func oneScalar(kinds []kind) kind {
	switch {
	case len(kinds) == 1 && isScalar(kinds[0]):
		return kinds[0]
	case len(kinds) == 2 && isNumeric(kinds[0]) && isNumeric(kinds[1]):
		return "number"
	}
	return ""
}

func isScalar(k kind) bool { return k == "string" || k == "boolean" || isNumeric(k) }

func isNumeric(k kind) bool { return k == "integer" || k == "number" }

func anySuits(lists [][]enumValue, k kind) bool {
	for _, list := range lists {
		if slices.ContainsFunc(list, func(v enumValue) bool { return suits(v.node, k) }) {
			return true
		}
	}
	return false
}

// An enumValue is a value and where it stands.
type enumValue struct {
	*model.Value
	node *source.Node
}

// values are the values of a schema's enum, null apart; their types are added to kinds.
func values(n *source.Node, kinds *[]kind) []enumValue {
	var out []enumValue
	for i, item := range items(n.Get("enum")) {
		if isNull(item) {
			continue
		}
		addKind(kinds, item)
		v := value(item)
		enumWords(v.Value, n, i)
		out = append(out, v)
	}
	return out
}

func value(n *source.Node) enumValue {
	return enumValue{&model.Value{Wire: n.Value, Pos: n.Pos}, n}
}

// groupValues are the values of a oneOf whose members have one value each, with the members' words.
func groupValues(g *group, kinds *[]kind) []enumValue {
	var out []enumValue
	for _, n := range g.values {
		if only := n.Get("const"); only != nil {
			addKind(kinds, only)
			v := value(only)
			v.Name = cmp.Or(goName(n), n.Get("title").Text())
			v.Doc = text(n, "description")
			v.Deprecated = n.Get("deprecated").True()
			out = append(out, v)
			continue
		}
		out = append(out, values(n, kinds)...)
	}
	return out
}

func addKind(kinds *[]kind, n *source.Node) {
	if k := kindOf(n); !slices.Contains(*kinds, k) {
		*kinds = append(*kinds, k)
	}
}

// suited are the values that a type allows, each once.
func (r *reader) suited(values []enumValue, k kind) []*model.Value {
	seen := map[string]bool{}
	var out []*model.Value
	for _, v := range values {
		switch {
		case !suits(v.node, k):
			r.warn(OddValue, v.node, "it is no constant", "enum value %s is no %s", oneLine(v.node.JSON()), k)
		case seen[v.Wire]:
			r.note(DuplicateValue, v.node, "it counts once", "the enum has value %s twice", oneLine(v.node.JSON()))
		default:
			seen[v.Wire] = true
			out = append(out, v.Value)
		}
	}
	return out
}

// suits tells whether a value is of a type, or is spelled as one: a YAML 1.1 reader takes no for a
// boolean, and a string enum means the word.
func suits(n *source.Node, k kind) bool {
	if n.Kind == source.Object || n.Kind == source.Array {
		return false
	}
	switch k {
	case "integer":
		return isInteger(n.Value) && holds(n.Value)
	case "number":
		return (n.Kind == source.Number || isInteger(n.Value)) && holds(n.Value)
	case "boolean":
		return n.Value == "true" || n.Value == "false"
	}
	return true
}

// holds tells whether float64, the widest type of constants, has a value near the number.
func holds(number string) bool {
	_, err := strconv.ParseFloat(number, 64)
	return err == nil
}

// common are the values that both lists have; the later list alone where they have none in common.
func (r *reader) common(a, b []*model.Value, s *shape) []*model.Value {
	has := map[string]bool{}
	for _, v := range b {
		has[v.Wire] = true
	}
	out := slices.DeleteFunc(slices.Clone(a), func(v *model.Value) bool { return !has[v.Wire] })
	if len(out) > 0 || len(a) == 0 || len(b) == 0 {
		return out
	}
	related := []diag.Related{{Pos: a[0].Pos, Message: "the other enum"}}
	r.addRelated(related, diag.Warning, Conflict, s.parts[len(s.parts)-1].node, "the later one counts", "allOf wants two enums without a common value")
	return b
}
