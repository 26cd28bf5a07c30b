package source

import (
	"net/url"
	"strings"
)

// reference is how a component is referred to.
func (b *bundler) reference(as object, name string) string {
	fragment := strings.TrimPrefix(b.prefix, "#") + b.places[as] + "/" + escapePointer(name)
	return "#" + (&url.URL{Fragment: fragment}).EscapedFragment()
}

// claim lets a component that is nothing but a $ref to another file or an odd place be what it
// names: the target gets the component's name.
func (b *bundler) claim() {
	for _, as := range []object{
		schemaObject, responseObject, parameterObject, exampleObject, requestBodyObject, headerObject,
		securitySchemeObject, linkObject, callbackObject, parameter2Object, response2Object,
	} {
		section := b.section(as)
		if section == nil || b.places[as] == "" {
			continue
		}
		for _, f := range section.Fields {
			b.claimOne(f, as)
		}
	}
}

func (b *bundler) claimOne(f Field, as object) {
	ref := f.Value.Get("$ref")
	if ref.Text() == "" {
		return
	}
	found, wrong := b.find(ref)
	if wrong != nil || b.mismatch(found, as) != nil {
		return // visiting reports it
	}
	if b.isComponent(found) {
		b.circle(f.Value, as)
		return
	}
	if pureRef(f.Value) == nil {
		return
	}
	if t := b.target(found, as); t.name == "" {
		t.name = f.Key
	}
}

// circle breaks a chain of components that leads back into itself. Each component is walked once.
func (b *bundler) circle(n *Node, as object) {
	path := map[*Node]bool{}
	for at := n; !b.sound[at]; {
		ref := at.Get("$ref")
		if ref.Text() == "" {
			break
		}
		if path[at] {
			b.refuse(ref, &problem{"ref-cycle", "leads back to itself", "let one of the references name a definition"}, instead(as))
			at.Fields = nil
			break
		}
		path[at] = true
		next, wrong := b.step(ref)
		if wrong != nil {
			break // visiting reports it
		}
		at = next
	}
	for at := range path {
		b.sound[at] = true
	}
}

// move makes the targets components. Where they stood stays a reference.
func (b *bundler) move() {
	bodies := make([]Node, len(b.queue))
	for i, t := range b.queue {
		bodies[i] = *t.node // before any of them becomes a reference
	}
	for i, t := range b.queue {
		home := b.named[t.as][t.name]
		if home == nil {
			home = &Node{}
			section := b.makeSection(t.as)
			section.Fields = append(section.Fields, Field{Key: t.name, Pos: bodies[i].Pos, Value: home})
			home.parent, home.key = section, t.name
		}
		parent, name := home.parent, home.key
		*home = bodies[i]
		home.parent, home.key = parent, name
		home.adopt()
		b.leaveReference(t)
	}
}

func (b *bundler) leaveReference(t *target) {
	n := t.node
	ref := &Node{Kind: String, Value: b.reference(t.as, t.name), Pos: n.Pos}
	n.Kind, n.Value, n.Items, n.index = Object, "", nil, nil
	n.Fields = []Field{{Key: "$ref", Pos: n.Pos, Value: ref}}
	n.adopt()
}

// makeSection is section, made if the document lacks it.
func (b *bundler) makeSection(as object) *Node {
	at := b.root
	if b.kind == documentObject {
		at = child(at, "components")
	}
	return child(at, b.places[as])
}

// child is the object under a key, made if there is none.
func child(n *Node, key string) *Node {
	if c := n.Get(key); c != nil && c.Kind == Object {
		return c
	}
	c := &Node{Kind: Object, Pos: n.Pos}
	n.set(Field{Key: key, Pos: n.Pos, Value: c})
	n.adopt()
	return c
}
