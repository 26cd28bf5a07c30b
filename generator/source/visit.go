package source

import (
	"fmt"
	"slices"
)

// visit goes through a node by the tables and takes care of its references. It is false when the
// node has to go, because what it refers to does not exist.
func (b *bundler) visit(n *Node, w want) bool {
	ref := n.Get("$ref")
	isRef := ref != nil && ref.Kind == String
	switch w.kind {
	case wantAny:
		if isRef && len(n.Fields) == 1 {
			b.data(n, ref)
		}
	case wantText:
		if isRef {
			return b.prose(n, ref)
		}
	case wantTarget:
		return b.mapping(n)
	case wantSchemaOr:
		return b.visit(n, schema)
	case wantList, wantMap, wantExtMap:
		if isRef && (!(w.kind == wantList && w.of.kind == wantObject && b.places[w.of.object] != "") || b.leadsToList(ref)) {
			return b.inline(n, ref, w)
		}
		b.members(n, w)
	case wantObject:
		return b.object(n, ref, isRef, w)
	}
	return true
}

// leadsToList tells whether a $ref names a whole list: of params, say, which several files share.
func (b *bundler) leadsToList(ref *Node) bool {
	found, wrong := b.finally(ref)
	return wrong == nil && found.Kind == Array
}

func (b *bundler) object(n, ref *Node, isRef bool, w want) bool {
	_, named := b.places[w.object]
	if named {
		if n.seen {
			return true
		}
		n.seen = true
	}
	if w.object == schemaObject && ref == nil {
		if ref = b.dynamic(n); ref != nil {
			isRef = true
		}
	}
	if isHarmless(w.object) {
		b.harmless++
		defer func() { b.harmless-- }()
	}
	switch {
	case isRef && named:
		if !b.point(n, ref, w.object) {
			return b.weaken(n, w.object)
		}
	case isRef:
		return b.inline(n, ref, w)
	}
	b.members(n, w)
	return true
}

// isHarmless tells whether no code depends on an object of this kind.
func isHarmless(o object) bool {
	switch o {
	case exampleObject, linkObject, callbackObject, externalDocsObject, tagObject, infoObject, xmlObject:
		return true
	}
	return false
}

// members visits what a node holds, and drops what has to go. A list where one is wanted and one
// where a list is wanted are gone through, too: shaping puts them right later.
func (b *bundler) members(n *Node, w want) {
	switch {
	case n.Kind == Array && w.of != nil:
		n.Items = slices.DeleteFunc(n.Items, func(item *Node) bool { return !b.visit(item, *w.of) })
	case n.Kind == Array:
		n.Items = slices.DeleteFunc(n.Items, func(item *Node) bool { return !b.visit(item, w) })
	case n.Kind == Object && w.kind == wantList && (w.of.kind != wantObject || looksLike(n, w.of.object)):
		b.visit(n, *w.of)
	case n.Kind == Object:
		b.values(n, w)
	}
}

func (b *bundler) values(n *Node, w want) {
	gone := map[string]bool{}
	for _, f := range n.Fields {
		if w.kind == wantObject && f.Key == "$ref" {
			continue
		}
		if !b.visit(f.Value, w.member(f.Key)) {
			gone[f.Key] = true
		}
	}
	if len(gone) > 0 {
		n.Fields = slices.DeleteFunc(n.Fields, func(f Field) bool { return gone[f.Key] })
	}
}

// member is what belongs under a key of an object.
func (w want) member(key string) want {
	switch {
	case w.kind == wantMap, w.kind == wantList, w.kind == wantExtMap && !isExtension(key):
		return *w.of
	case w.kind == wantObject:
		return w.object.wanted(key)
	}
	return anything
}

// point notes that a $ref names a component, and makes the target one if it is not.
func (b *bundler) point(n, ref *Node, as object) bool {
	found, wrong := b.find(ref)
	if wrong == nil {
		wrong = b.mismatch(found, as)
	}
	if wrong != nil {
		b.unpointed(ref, wrong, as)
		return false
	}
	if found == n { // "$ref": "#" of a fragment that is itself
		b.refuse(ref, &problem{"ref-cycle", "names itself", "let it name a definition"}, instead(as))
		return false
	}
	if _, ok := b.component(found, as); !ok && b.isComponent(found) { // a header that refers to a param
		b.replace(n, found)
		return true
	}
	if name, ok := b.component(found, as); ok && b.targets[key{found, as}] == nil {
		ref.Value = b.reference(as, name)
		return true
	}
	t := b.target(found, as)
	b.pending = append(b.pending, pending{ref, t, as})
	return true
}

// unpointed reports a $ref that leads nowhere. Real documents refer to what only their authors can reach, and to what
// is no schema: that is an error only where nothing weaker can stand for it. A name that nothing has may be a slip.
func (b *bundler) unpointed(ref *Node, wrong *problem, as object) {
	switch wrong.code {
	case "outside-ref", "remote-ref", "mistyped-ref":
		if stays(as) {
			b.harmless++
			defer func() { b.harmless-- }()
		}
	}
	b.refuse(ref, wrong, instead(as))
}

// target is the component that a node is to become.
func (b *bundler) target(n *Node, as object) *target {
	k := key{n, as}
	if t := b.targets[k]; t != nil {
		return t
	}
	t := &target{key: k, from: n.Pointer(), file: b.files.byName[n.Pos.File], main: b.main.name}
	if t.file == nil {
		t.file = b.main
	}
	b.targets[k] = t
	b.queue = append(b.queue, t)
	return t
}

// mismatch tells why a target cannot be what is wanted, from its place and its JSON type.
func (b *bundler) mismatch(n *Node, as object) *problem {
	w := b.standing(n)
	fits := w.kind == wantAny || as == schemaObject && w.kind == wantSchemaOr ||
		w.kind == wantObject && (w.object == as || isParam(w.object) && isParam(as))
	what := article(n.Kind)
	switch {
	case !fits && w.kind == wantObject:
		what = "a " + string(w.object)
	case fits && (n.Kind == Object || n.Kind == Bool && as == schemaObject):
		return nil
	}
	return &problem{"mistyped-ref", fmt.Sprintf("names %s where a %s is wanted", what, as), "refer to a " + string(as)}
}

// standing is what the tables want in a node's place; in files that are no OpenAPI documents, anything.
func (b *bundler) standing(n *Node) want {
	if n.parent != nil {
		w := b.standing(n.parent)
		switch {
		case w.kind == wantSchemaOr:
			return schema.member(n.key)
		case n.parent.Kind == Array && w.of != nil:
			return *w.of
		case n.parent.Kind == Array:
			return anything
		}
		return w.member(n.key)
	}
	switch {
	case n == b.root:
		return an(b.kind)
	case n.Get("openapi") != nil:
		return an(documentObject)
	}
	return anything
}

// isParam: real documents refer to params for headers, which differ by their name only.
func isParam(o object) bool { return o == parameterObject || o == headerObject }

// weaken is what becomes of an object whose $ref leads nowhere: a schema stays and says nothing
// more than its other keywords, the rest goes.
func (b *bundler) weaken(n *Node, as object) bool {
	if !stays(as) {
		return false
	}
	n.drop("$ref")
	b.members(n, an(as))
	return true
}

// stays tells whether an object of this kind means something without what its $ref names.
func stays(as object) bool {
	return as == schemaObject || as == responseObject || as == response2Object
}

func instead(as object) string {
	switch as {
	case schemaObject:
		return "any value is accepted"
	case responseObject, response2Object:
		return "a response without a body is emitted"
	}
	return "the " + string(as) + " is left out"
}

// drop removes a key.
func (n *Node) drop(key string) {
	kept := n.Fields[:0:0]
	for _, f := range n.Fields {
		if f.Key != key {
			kept = append(kept, f)
		}
	}
	n.Fields = kept
}
