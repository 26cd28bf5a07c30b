package source

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// list makes a node an array, each item what is wanted.
func (s *shaper) list(n *Node, w want) bool {
	if n.Kind != Array {
		if !s.toList(n, w) {
			return false
		}
	}
	kept := n.Items[:0:0]
	for _, item := range n.Items {
		if s.fix(item, *w.of) {
			kept = append(kept, item)
		}
	}
	if len(kept) != len(n.Items) {
		n.Items = kept
		n.adopt()
	}
	return true
}

// toList makes a list of a single member, or of the members of a map that should have been a list.
func (s *shaper) toList(n *Node, w want) bool {
	if n.Kind == Object && w.of.kind == wantObject && !looksLike(n, w.of.object) {
		var items []*Node
		for _, f := range n.Fields {
			items = append(items, f.Value)
		}
		s.become(n, Node{Kind: Array, Items: items}, "the list of its values")
		return true
	}
	if n.Kind == Object && w.of.kind == wantText {
		return s.leaveOut(n, "a list")
	}
	one := *n
	s.become(n, Node{Kind: Array, Items: []*Node{&one}}, "a list of one")
	return true
}

// looksLike tells whether an object has a field of its kind.
func looksLike(n *Node, o object) bool {
	for _, f := range n.Fields {
		if _, ok := tables[o][f.Key]; ok || f.Key == "$ref" {
			return true
		}
	}
	return len(n.Fields) == 0
}

// mapping makes a node an object with keys of the document's choice.
func (s *shaper) mapping(n *Node, w want) bool {
	if n.Kind != Object && !s.toMap(n, w) {
		return false
	}
	s.fields(n, w)
	return true
}

func (s *shaper) toMap(n *Node, w want) bool {
	named := mapFields{seen: map[string]bool{}}
	switch {
	case n.Kind == String && w.of.kind == wantList: // security: [api_key]
		named.add(n.Value, n, &Node{Kind: Array, Pos: n.Pos})
	case n.Kind != Array:
		return s.leaveOut(n, "an object")
	case w.of.kind == wantText: // scopes: [read, write]
		for _, item := range n.Items {
			named.add(item.Text(), item, &Node{Kind: String, Pos: item.Pos})
		}
	case w.of.kind == wantObject && w.of.object == exampleObject:
		for i, item := range n.Items {
			value := &Node{Kind: Object, Pos: item.Pos, Fields: []Field{{Key: "value", Pos: item.Pos, Value: item}}}
			value.adopt()
			named.add(strconv.Itoa(i+1), item, value)
		}
	default:
		for _, item := range n.Items {
			named.add(item.Get("name").Text(), item, item)
		}
	}
	what := fmt.Sprintf("an object of %d", len(named.list))
	if lost := len(n.Items) - len(named.list); lost > 0 {
		what += fmt.Sprintf("; left out for want of a name of their own: %d", lost)
	}
	s.become(n, Node{Kind: Object, Fields: named.list}, what)
	return true
}

// mapFields are the fields of an object in the making.
type mapFields struct {
	list []Field
	seen map[string]bool
}

// add appends a field unless its key is empty or there already.
func (m *mapFields) add(key string, at, value *Node) {
	if key == "" || m.seen[key] {
		return
	}
	m.seen[key] = true
	m.list = append(m.list, Field{Key: key, Pos: at.Pos, Value: value})
}

// fields fixes the values of an object and drops those that have to go.
func (s *shaper) fields(n *Node, w want) {
	gone := false
	kept := make([]bool, len(n.Fields))
	for i, f := range n.Fields {
		if w.kind == wantObject && f.Key == "$ref" {
			kept[i] = s.ref(f.Value, w.object)
		} else {
			kept[i] = s.fix(f.Value, w.member(f.Key))
		}
		gone = gone || !kept[i]
	}
	if !gone {
		return
	}
	left := n.Fields[:0:0]
	for i, f := range n.Fields {
		if kept[i] {
			left = append(left, f)
		}
	}
	n.Fields = left
}

// ref checks a $ref: bundling has seen all that are strings in a place for them.
func (s *shaper) ref(n *Node, o object) bool {
	if n.Kind != String {
		return s.leaveOut(n, "a reference")
	}
	if sections[o] == "" {
		s.say(n, "odd-ref", diag.Warning, fmt.Sprintf("$ref %.200q stands where no reference may", n.Value), "it is left out")
		return false
	}
	if name, ok := strings.CutPrefix(n.Value, "#/components/"+sections[o]+"/"); !ok || s.root.pointed(n.Value[1:]) == nil || strings.Contains(name, "/") {
		s.say(n, "odd-ref", diag.Warning, fmt.Sprintf("$ref %.200q stands where no reference was looked for, and names no %s", n.Value, o), "it is left out")
		return false
	}
	return true
}

func (s *shaper) object(n *Node, o object) bool {
	if n.Kind != Object {
		if n.Kind == Bool && o == schemaObject {
			return true
		}
		if !s.toObject(n, o) {
			return false
		}
	}
	s.respell(n, o)
	s.before(n, o)
	s.fields(n, an(o))
	s.after(n, o)
	return true
}

// respell gives fields that differ from OpenAPI's by case only their right name: kin-openapi
// would read both as one.
func (s *shaper) respell(n *Node, o object) {
	for i, f := range n.Fields {
		meant := spelling(o, f.Key)
		if meant == "" {
			continue
		}
		right := meant
		cure := "it is read as " + right
		if n.Get(right) != nil {
			cure = "it is left out, since there is " + right
			right = "x-" + f.Key
		}
		n.Fields[i].Key = right
		f.Value.key = n.Fields[i].Key
		s.say(f.Value, "misspelled-field", diag.Warning, fmt.Sprintf("%.200q is spelled %s", f.Key, meant), cure)
	}
}

// spelling is the field that a key means, if it is not exactly one.
func spelling(o object, key string) string {
	if _, ok := tables[o][key]; ok || key == "$ref" || isExtension(key) || o == callbackObject {
		return ""
	}
	if strings.EqualFold(key, "$ref") {
		return "$ref"
	}
	for known := range tables[o] {
		if strings.EqualFold(known, key) {
			return known
		}
	}
	return ""
}

// toObject makes an object of the string or list that some documents write for short.
func (s *shaper) toObject(n *Node, o object) bool {
	if n.Kind == Array && len(n.Items) == 0 { // PHP's empty object
		s.become(n, Node{Kind: Object}, "an empty object")
		return true
	}
	if o == exampleObject {
		one := *n
		s.become(n, Node{Kind: Object, Fields: []Field{{Key: "value", Pos: n.Pos, Value: &one}}}, "the example's value")
		return true
	}
	field := shortFor[o]
	if o == schemaObject && n.Kind == String && isType(n.Value) {
		field = "type"
	}
	if n.Kind == String && field != "" {
		one := *n
		s.become(n, Node{Kind: Object, Fields: []Field{{Key: field, Pos: n.Pos, Value: &one}}}, "its "+field)
		return true
	}
	if o == schemaObject || o == operationObject || o == responseObject || o == documentObject || o == infoObject {
		s.become(n, Node{Kind: Object}, "an empty "+string(o))
		return true
	}
	return s.leaveOut(n, "a "+string(o))
}

// shortFor is the field that a string in an object's place stands for.
var shortFor = map[object]string{
	discriminatorObject: "propertyName", externalDocsObject: "url", licenseObject: "name", contactObject: "name",
	tagObject: "name", serverObject: "url", variableObject: "default", responseObject: "description",
}
