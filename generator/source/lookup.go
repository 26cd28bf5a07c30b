package source

import (
	"net/url"
	"strconv"
	"strings"
)

// Lookup returns the node that a reference of the document names, such as
// "#/components/schemas/X" with ~1, ~0 and %-escapes; nil if there is none. "#" is the root.
func (d *Document) Lookup(ref string) *Node {
	fragment, ok := strings.CutPrefix(ref, "#")
	if !ok || d == nil {
		return nil
	}
	return d.Root.pointed(fragment)
}

// pointed follows a JSON Pointer in URL-fragment form. A name with a bare % is tried as it is, too.
func (n *Node) pointed(fragment string) *Node {
	if fragment == "" {
		return n
	}
	if fragment[0] != '/' {
		return nil
	}
	for part := range strings.SplitSeq(fragment[1:], "/") {
		next := n.child(unescapePointer(unescapePercent(part)))
		if next == nil {
			next = n.child(unescapePointer(part))
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}

func (n *Node) child(key string) *Node {
	if n.Kind != Array {
		return n.Get(key)
	}
	i, err := strconv.Atoi(key)
	if err != nil || i < 0 || i >= len(n.Items) {
		return nil
	}
	return n.Items[i]
}

func unescapePointer(s string) string {
	if !strings.Contains(s, "~") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "~1", "/"), "~0", "~")
}

func unescapePercent(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// hint remembers where the keys of a large object are.
func (n *Node) hint() {
	if n == nil || len(n.Fields) <= fewFields {
		return
	}
	n.index = make(map[string]int, len(n.Fields))
	for i, f := range n.Fields {
		n.index[f.Key] = i
	}
}

// seal gives all large objects of a tree their hints.
func (n *Node) seal() {
	for _, item := range n.Items {
		item.seal()
	}
	n.hint()
	for _, f := range n.Fields {
		f.Value.seal()
	}
}
