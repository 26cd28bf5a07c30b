package source

import (
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Kind is the JSON type of a node.
type Kind uint8

const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

func (k Kind) String() string {
	return [...]string{"null", "boolean", "number", "string", "array", "object"}[k]
}

// A Node is a value of a JSON or YAML document with its place and the order of its keys.
type Node struct {
	Kind   Kind
	Value  string  // a string decoded, a number as it was written (JSON syntax), "true" or "false"
	Items  []*Node // of an Array
	Fields []Field // of an Object, in the document's order, keys unique
	Pos    diag.Pos

	parent *Node
	key    string         // in parent: the field's key, or the item's index
	raw    string         // how YAML wrote a number, boolean or null, where that is not Value: "0o17", "True", "~"
	index  map[string]int // where keys of a large object were in Fields; a hint, since the tree changes
	seen   bool           // by bundling
}

// A Field is a key of an object and its value.
type Field struct {
	Key   string
	Pos   diag.Pos // of the key
	Value *Node
}

// Get returns the value of a key, or nil. It is safe on a nil node and on one that is no object.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	if i, ok := n.index[key]; ok && i < len(n.Fields) && n.Fields[i].Key == key {
		return n.Fields[i].Value
	}
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].Value
		}
	}
	return nil
}

// Text returns the value of a string node; "" for nil and any other kind.
func (n *Node) Text() string {
	if n == nil || n.Kind != String {
		return ""
	}
	return n.Value
}

// True tells whether the node is the boolean true.
func (n *Node) True() bool { return n != nil && n.Kind == Bool && n.Value == "true" }

// Pointer is the node's JSON Pointer (RFC 6901) in its own file.
func (n *Node) Pointer() string {
	var parts []string
	for ; n != nil && n.parent != nil; n = n.parent {
		parts = append(parts, escapePointer(n.key))
	}
	var b strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		b.WriteByte('/')
		b.WriteString(parts[i])
	}
	return b.String()
}

// where is the pointer for a diagnostic: "" if it is too long to help.
func (n *Node) where() string {
	const most = 2000
	size := 0
	for at := n; at != nil && size <= most; at = at.parent {
		size += 1 + len(at.key)
	}
	if size > most {
		return ""
	}
	return n.Pointer()
}

func escapePointer(s string) string {
	if !strings.ContainsAny(s, "~/") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}

// adopt tells the children who their parent is; readers and repairs call it after building a node.
func (n *Node) adopt() {
	for i, item := range n.Items {
		item.parent, item.key = n, strconv.Itoa(i)
	}
	for _, f := range n.Fields {
		f.Value.parent, f.Value.key = n, f.Key
	}
}
