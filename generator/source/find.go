package source

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// maxSteps is how many references may lead to one another.
const maxSteps = 300

// find returns what a $ref (its string node) names, through any chain of further references up to
// a named component.
func (b *bundler) find(ref *Node) (*Node, *problem) {
	if b.finding == 0 {
		b.steps = 0
	}
	b.finding++
	defer func() { b.finding-- }()
	for b.steps < maxSteps {
		b.steps++
		n, wrong := b.step(ref)
		if wrong != nil {
			return nil, wrong
		}
		next := pureRef(n)
		if next == nil || b.isComponent(n) {
			return n, nil
		}
		ref = next
	}
	return nil, &problem{"ref-cycle", "leads in a circle, or on and on", "let one of the references name a definition"}
}

// pureRef is the $ref of an object that holds nothing else, or nil.
func pureRef(n *Node) *Node {
	if n.Kind != Object || len(n.Fields) != 1 || n.Fields[0].Key != "$ref" || n.Fields[0].Value.Kind != String {
		return nil
	}
	return n.Fields[0].Value
}

// step follows one reference.
func (b *bundler) step(ref *Node) (*Node, *problem) {
	name, fragment, _ := strings.Cut(ref.Value, "#")
	from := b.files.byName[ref.Pos.File]
	if from == nil {
		from = b.main // an overlay's words stand in the root document
	}
	base, wrong := b.base(ref, from, name)
	if wrong != nil {
		if n := b.named[schemaObject][ref.Value]; n != nil { // as Swagger 1.2 had it
			b.misspells(ref, "is a schema's bare name; it is read as a reference to the schema")
			return n, nil
		}
		return nil, wrong
	}
	if fragment != "" && fragment[0] != '/' {
		if n := b.anchor(b.files.byName[base.Pos.File], unescapePercent(fragment)); n != nil {
			return n, nil
		}
	} else if n := b.pointed(base, fragment); n != nil {
		return n, nil
	}
	if n := b.misspelt(ref, base, fragment); n != nil {
		return n, nil
	}
	if root := b.files.byName[base.Pos.File]; root != nil && root.root != base {
		if n := b.pointed(root.root, fragment); n != nil {
			return n, nil
		}
	}
	if fragment != "" && fragment[0] != '/' {
		return nil, &problem{"dangling-ref", fmt.Sprintf("names the anchor %.200q, which no schema has", fragment), ""}
	}
	return nil, b.dangling(base, fragment)
}

// misspelt finds what a reference means that real documents write in ways of their own.
func (b *bundler) misspelt(ref, base *Node, fragment string) *Node {
	for _, s := range []struct {
		applies      bool
		means, fault string
	}{
		{strings.Contains(fragment, "//"), strings.ReplaceAll(fragment, "//", "/"), "has a slash too many; it is read with one"},
		{strings.Contains(fragment, "/") && fragment[0] != '/', "/" + fragment, "lacks a slash; it is read with one"},
		{strings.HasPrefix(fragment, "/definitions/"), strings.Replace(fragment, "definitions", "components/schemas", 1), "is of OpenAPI 2.0; it is read as of 3.0"},
		{strings.HasPrefix(fragment, "/components/schemas/"), strings.Replace(fragment, "components/schemas", "definitions", 1), "is of OpenAPI 3.0; it is read as of 2.0"},
	} {
		if !s.applies {
			continue
		}
		if n := b.pointed(base, s.means); n != nil {
			b.misspells(ref, s.fault)
			return n
		}
	}
	return nil
}

func (b *bundler) misspells(ref *Node, fault string) {
	if b.said[ref] {
		return
	}
	b.said[ref] = true
	what, cure, _ := strings.Cut(fault, "; ")
	b.report.Add(diag.Diagnostic{
		Code: "odd-ref", Severity: diag.Warning, Pos: ref.Pos, Pointer: ref.where(),
		Message: fmt.Sprintf("$ref %.200q %s", ref.Value, what), Cure: cure,
	})
}

// base is the node that a reference's fragment counts from: a file's root, or the schema with the $id.
func (b *bundler) base(ref *Node, from *file, name string) (*Node, *problem) {
	b.index(from)
	var scope *Node
	if len(from.ids) > 0 {
		scope = enclosing(ref)
	}
	switch {
	case name == "" && scope != nil:
		return scope, nil
	case name == "":
		return from.root, nil
	}
	if n := b.identified(from, scope, name); n != nil {
		return n, nil
	}
	one, wrong := b.files.open(from, name)
	if wrong != nil {
		return nil, wrong
	}
	return one.root, nil
}

// enclosing is the innermost schema with an $id that a node stands in, or nil.
func enclosing(n *Node) *Node {
	for ; n != nil; n = n.parent {
		if n.parent != nil && n.Get("$id").Text() != "" {
			return n
		}
	}
	return nil
}

// identified finds the schema whose $id a reference names, as written or seen from the scope's own.
func (b *bundler) identified(from *file, scope *Node, name string) *Node {
	if n := from.ids[name]; n != nil || scope == nil {
		return n
	}
	base, err := url.Parse(scope.Get("$id").Text())
	if err != nil {
		return nil
	}
	target, err := base.Parse(name)
	if err != nil {
		return nil
	}
	return from.ids[target.String()]
}

func (b *bundler) anchor(in *file, name string) *Node {
	if in == nil {
		return nil
	}
	b.index(in)
	return in.anchors[name]
}

// index finds the anchors and ids of a file, once.
func (b *bundler) index(in *file) {
	if in.anchors != nil {
		return
	}
	in.anchors, in.ids = map[string]*Node{}, map[string]*Node{}
	in.root.identify(in)
}

func (n *Node) identify(in *file) {
	for _, item := range n.Items {
		item.identify(in)
	}
	for _, f := range n.Fields {
		name := f.Value.Text()
		switch {
		case name == "":
		case f.Key == "$anchor" || f.Key == "$dynamicAnchor":
			in.anchors[name] = n
		case f.Key == "$id":
			in.ids[strings.TrimSuffix(name, "#")] = n
		}
		f.Value.identify(in)
	}
}

// pointed follows a pointer, also through references on its way.
func (b *bundler) pointed(n *Node, fragment string) *Node {
	if !strings.Contains(fragment, "%") {
		if direct := n.pointed(fragment); direct != nil {
			return direct // without a search for a $ref in each object on the way
		}
	}
	if n.Kind == Object && n.Get("$ref").Text() != "" && fragment != "" {
		if direct := n.pointed(fragment); direct != nil {
			return direct
		}
		if target, wrong := b.find(n.Get("$ref")); wrong == nil {
			return b.pointed(target, fragment)
		}
		return nil
	}
	if fragment == "" || fragment[0] != '/' {
		return n.pointed(fragment)
	}
	part, rest, more := strings.Cut(fragment[1:], "/")
	next := n.child(unescapePointer(unescapePercent(part)))
	if next == nil {
		next = n.child(unescapePointer(part))
	}
	if next == nil {
		return nil
	}
	if more {
		rest = "/" + rest
	}
	return b.pointed(next, rest)
}
