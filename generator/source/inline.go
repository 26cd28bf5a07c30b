package source

// inline puts what a $ref names in its place; what stands beside the $ref wins. It is false when
// there is nothing to put there.
func (b *bundler) inline(n, ref *Node, w want) bool {
	found, wrong := b.finally(ref)
	if wrong == nil && b.open[found] {
		wrong = &problem{"ref-cycle", "leads back to where it stands", "let one of the references name a definition"}
	}
	if wrong == nil && w.kind != wantList && found.Kind != Object || wrong == nil && w.kind == wantList && found.Kind != Array {
		wrong = &problem{"dangling-ref", "names " + article(found.Kind) + ", which cannot stand here", ""}
	}
	if wrong == nil && b.copied > maxCopies {
		wrong = &problem{"too-many-values", "makes the document too large", "name the definitions that it repeats"}
	}
	if wrong != nil {
		b.refuse(ref, wrong, "it is left out")
		n.drop("$ref")
		return len(n.Fields) > 0 || w.object == operationObject || w.object == operation2Object
	}
	b.replace(n, found)
	b.open[found] = true
	defer delete(b.open, found)
	return b.visit(n, w)
}

// finally is find, but goes on through a component, since the place cannot hold a reference.
func (b *bundler) finally(ref *Node) (*Node, *problem) {
	for range maxSteps {
		n, wrong := b.find(ref)
		if wrong != nil {
			return nil, wrong
		}
		next := pureRef(n)
		if next == nil {
			return n, nil
		}
		ref = next
	}
	return nil, &problem{"ref-cycle", "leads in a circle, or on and on", "let one of the references name a definition"}
}

// replace makes n a copy of what was found, with n's own other fields over it.
func (b *bundler) replace(n, found *Node) {
	fresh := b.clone(found)
	own := n.Fields
	n.Kind, n.Value, n.raw, n.Items, n.Fields, n.Pos = fresh.Kind, fresh.Value, fresh.raw, fresh.Items, fresh.Fields, fresh.Pos
	for _, f := range own {
		if f.Key != "$ref" {
			n.set(f)
		}
	}
	n.adopt()
}

// set puts a field in the place of the one with its key, or at the end.
func (n *Node) set(field Field) {
	for i, f := range n.Fields {
		if f.Key == field.Key {
			n.Fields[i] = field
			return
		}
	}
	n.Fields = append(n.Fields, field)
}

func (b *bundler) clone(n *Node) *Node {
	b.copied++
	fresh := &Node{Kind: n.Kind, Value: n.Value, Pos: n.Pos, raw: n.raw}
	for _, item := range n.Items {
		fresh.Items = append(fresh.Items, b.clone(item))
	}
	for _, f := range n.Fields {
		fresh.Fields = append(fresh.Fields, Field{Key: f.Key, Pos: f.Pos, Value: b.clone(f.Value)})
	}
	fresh.adopt()
	return fresh
}

// prose puts the text that a $ref names in the place of a description.
func (b *bundler) prose(n, ref *Node) bool {
	b.harmless++
	defer func() { b.harmless-- }()
	found, wrong := b.find(ref)
	if wrong == nil && found.Kind != String {
		wrong = &problem{"dangling-ref", "names " + article(found.Kind) + " where text is wanted", ""}
	}
	if wrong != nil {
		b.refuse(ref, wrong, "the text is left out")
		return false
	}
	n.Kind, n.Value, n.Pos, n.Fields = String, found.Value, found.Pos, nil
	return true
}

// data puts the value that a $ref names in the place of an example. Data may hold a $ref of its
// own, so one that names nothing stays as it is.
func (b *bundler) data(n, ref *Node) {
	found, wrong := b.find(ref)
	if wrong != nil || b.copied > maxCopies {
		return
	}
	if value := found.Get("value"); value != nil && b.isComponent(found) {
		found = value
	}
	b.replace(n, found)
}

// mapping makes a discriminator's value a reference, which may be a schema's bare name. It is
// false when there is no such schema.
func (b *bundler) mapping(n *Node) bool {
	if n.Kind != String || n.Value == "" {
		return true // shaping has a word for it
	}
	if b.named[schemaObject][n.Value] != nil {
		n.Value = b.reference(schemaObject, n.Value)
		return true
	}
	found, wrong := b.find(n)
	if wrong != nil {
		bare := *n
		bare.Value = "#/components/schemas/" + escapePointer(n.Value) // of the file that it stands in
		if sibling, none := b.find(&bare); none == nil {
			found, wrong = sibling, nil
		}
	}
	if wrong == nil {
		wrong = b.mismatch(found, schemaObject)
	}
	if wrong != nil {
		b.unmapped(n, wrong)
		return false
	}
	if name, ok := b.component(found, schemaObject); ok {
		n.Value = b.reference(schemaObject, name)
		return true
	}
	b.pending = append(b.pending, pending{n, b.target(found, schemaObject), schemaObject})
	return true
}

func (b *bundler) unmapped(n *Node, wrong *problem) {
	b.harmless++
	defer func() { b.harmless-- }()
	b.refuse(n, wrong, "the mapping is left out")
}
