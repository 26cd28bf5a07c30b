package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// before repairs what has the wrong kind for a reason that is known, before its kind is fixed.
func (s *shaper) before(n *Node, o object) {
	switch o {
	case schemaObject:
		s.requiredFlag(n)
		s.requiredProperties(n)
		s.tuple(n)
		s.exampleMap(n)
	case parameterObject, headerObject:
		s.typeBesideSchema(n)
	}
}

// after repairs what has the right kind, but not the right value.
func (s *shaper) after(n *Node, o object) {
	switch o {
	case schemaObject:
		s.typeNames(n)
		s.arrayWithoutItems(n)
		s.enum(n)
		s.emptyUnion(n)
		s.vendorNullable(n)
		s.namelessDiscriminator(n)
	case parameterObject:
		s.place(n)
		s.schemaAndContent(n)
	case headerObject:
		s.schemaAndContent(n)
	case pathItemObject, operationObject:
		s.namelessParams(n)
	case securitySchemeObject:
		s.basicScheme(n)
	case documentObject:
		s.version(n)
	}
}

func (s *shaper) repaired(n *Node, code diag.Code, message, cure string) {
	s.say(n, code, diag.Warning, message, cure)
}

// text makes a string node at a place.
func textAt(value string, n *Node) *Node { return &Node{Kind: String, Value: value, Pos: n.Pos} }

// put sets a field of a repaired object.
func (n *Node) put(key string, value *Node) {
	n.set(Field{Key: key, Pos: value.Pos, Value: value})
	value.parent, value.key = n, key
}

// requiredProperties moves "required: true" from a property to the list of its parent, where it belongs.
func (s *shaper) requiredProperties(n *Node) {
	properties := n.Get("properties")
	if properties == nil || properties.Kind != Object {
		return
	}
	var names []*Node
	for _, f := range properties.Fields {
		flag := f.Value.Get("required")
		if !isFlag(flag) {
			continue
		}
		yes := flag.True() || flag.Kind == String && isYes(flag.Value)
		s.repaired(flag, "required-flag", fmt.Sprintf("required of the property %.200q is %s, not a list", f.Key, flag.Value),
			"it is read as a word on whether the parent requires the property")
		f.Value.drop("required")
		if yes {
			names = append(names, textAt(f.Key, flag))
		}
	}
	if list := n.Get("required"); list != nil && list.Kind == String && len(names) > 0 {
		s.toList(list, texts)
	}
	require(n, names)
}

// isFlag tells whether a node says yes or no, in a word of YAML 1.1's perhaps.
func isFlag(n *Node) bool {
	return n != nil && (n.Kind == Bool || n.Kind == String && (isYes(n.Value) || isNo(n.Value)))
}

// require adds names to a schema's required, each once.
func require(n *Node, names []*Node) {
	if len(names) == 0 {
		return
	}
	list := n.Get("required")
	if list == nil || list.Kind != Array {
		list = &Node{Kind: Array, Pos: names[0].Pos}
		n.put("required", list)
	}
	have := map[string]bool{}
	for _, item := range list.Items {
		have[item.Value] = true
	}
	for _, name := range names {
		if !have[name.Value] {
			have[name.Value] = true
			list.Items = append(list.Items, name)
		}
	}
	list.adopt()
}

// requiredFlag drops "required: true" where no parent could take it: parents come before their properties. A property
// may be called "yes".
func (s *shaper) requiredFlag(n *Node) {
	if flag := n.Get("required"); isFlag(flag) && n.Get("properties").Get(flag.Value) == nil {
		s.repaired(flag, "required-flag", "required of a schema is "+flag.Value+", not a list", "it is left out")
		n.drop("required")
	}
}

// tuple reads "items: [a, b]", which was JSON Schema's way before 2020, as prefixItems.
func (s *shaper) tuple(n *Node) {
	items := n.Get("items")
	if items == nil || items.Kind != Array || n.Get("prefixItems") != nil {
		return
	}
	n.drop("items")
	if len(items.Items) == 0 {
		if field := n.Get("type"); field == nil || !hasType(field, "array") { // else arrayWithoutItems has a word for it
			s.repaired(items, "tuple-items", "items is an empty list", "it is left out")
		}
		return
	}
	s.repaired(items, "tuple-items", "items is a list of schemas", "it is read as prefixItems")
	n.put("prefixItems", items)
}

// exampleMap makes a list of a schema's examples, which some documents name as a media type's are.
func (s *shaper) exampleMap(n *Node) {
	examples := n.Get("examples")
	if examples == nil || examples.Kind != Object {
		return
	}
	var items []*Node
	for _, f := range examples.Fields {
		item := f.Value
		if value := item.Get("value"); value != nil {
			item = value
		}
		items = append(items, item)
	}
	s.become(examples, Node{Kind: Array, Items: items}, "the list of its values")
}
