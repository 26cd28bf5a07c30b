package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// dynamic reads a $dynamicRef, or 2019's $recursiveRef, as the $ref that it is unless a schema
// further out redefines the anchor: types are decided once, not where they are used. It returns the
// reference, or nil.
func (b *bundler) dynamic(n *Node) *Node {
	for i, f := range n.Fields {
		if f.Key != "$dynamicRef" && f.Key != "$recursiveRef" || f.Value.Text() == "" {
			continue
		}
		was := f.Value.Value
		if f.Key == "$recursiveRef" {
			f.Value.Value = "#" + b.recursive(n).Pointer()
		}
		if found, wrong := b.find(f.Value); wrong != nil || b.mismatch(found, schemaObject) != nil {
			f.Value.Value = was
			return nil
		}
		n.Fields[i].Key, f.Value.key = "$ref", "$ref"
		b.report.Add(diag.Diagnostic{
			Code: "dynamic-ref", Severity: diag.Warning, Pos: f.Pos, Pointer: f.Value.where(),
			Message: fmt.Sprintf("%s %.200q may mean another schema in each place", f.Key, was), Cure: "it is read as $ref",
		})
		return f.Value
	}
	return nil
}

// recursive is the schema that a $recursiveRef inside it means: the nearest with a $recursiveAnchor,
// else the component.
func (b *bundler) recursive(n *Node) *Node {
	for ; n.parent != nil; n = n.parent {
		if n.Get("$recursiveAnchor").True() || b.isComponent(n) {
			break
		}
	}
	return n
}
