package openapi

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sdkc/sdkc/generator/source"
)

// indexDocument walks the tree and kin's structs side by side. A $ref ends a branch: its target
// is met where it stands.
func (k *kin) indexDocument(root *source.Node, doc *openapi3.T) {
	if c := doc.Components; c != nil {
		n := root.Get("components")
		for _, f := range fields(n.Get("parameters")) {
			k.indexParam(f.Value, c.Parameters[f.Key])
		}
		for _, f := range fields(n.Get("securitySchemes")) {
			if s := c.SecuritySchemes[f.Key]; s != nil && s.Ref == "" && s.Value != nil {
				k.schemes[f.Value] = s.Value
			}
		}
	}
	for _, f := range fields(root.Get("paths")) {
		k.indexPath(f.Value, doc.Paths.Value(f.Key))
	}
	for _, f := range fields(root.Get("webhooks")) {
		k.indexPath(f.Value, doc.Webhooks[f.Key])
	}
}

func (k *kin) indexPath(n *source.Node, item *openapi3.PathItem) {
	if item == nil || refOf(n) != "" {
		return
	}
	k.indexParams(n.Get("parameters"), item.Parameters)
	operations := item.Operations()
	for _, f := range operationFields(n) {
		o := operations[strings.ToUpper(f.Key)]
		if o == nil {
			o = item.AdditionalOperations[f.Key]
		}
		if o != nil && f.Value.Kind == source.Object {
			k.indexOperation(f.Value, o)
		}
	}
}

func (k *kin) indexOperation(n *source.Node, o *openapi3.Operation) {
	k.operations[n] = o
	k.indexParams(n.Get("parameters"), o.Parameters)
}

func (k *kin) indexParams(n *source.Node, params openapi3.Parameters) {
	for i, item := range items(n) {
		if i < len(params) {
			k.indexParam(item, params[i])
		}
	}
}

func (k *kin) indexParam(n *source.Node, p *openapi3.ParameterRef) {
	if p != nil && p.Value != nil && refOf(n) == "" {
		k.params[n] = p.Value
	}
}
