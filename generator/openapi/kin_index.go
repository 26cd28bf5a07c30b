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
		for _, f := range fields(n.Get("schemas")) {
			k.indexSchema(f.Value, c.Schemas[f.Key])
		}
		for _, f := range fields(n.Get("parameters")) {
			k.indexParam(f.Value, c.Parameters[f.Key])
		}
		for _, f := range fields(n.Get("headers")) {
			k.indexHeader(f.Value, c.Headers[f.Key])
		}
		for _, f := range fields(n.Get("requestBodies")) {
			k.indexBody(f.Value, c.RequestBodies[f.Key])
		}
		for _, f := range fields(n.Get("responses")) {
			k.indexResponse(f.Value, c.Responses[f.Key])
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
	k.indexBody(n.Get("requestBody"), o.RequestBody)
	for _, f := range fields(n.Get("responses")) {
		k.indexResponse(f.Value, o.Responses.Value(f.Key))
	}
}

func (k *kin) indexParams(n *source.Node, params openapi3.Parameters) {
	for i, item := range items(n) {
		if i < len(params) {
			k.indexParam(item, params[i])
		}
	}
}

func (k *kin) indexParam(n *source.Node, p *openapi3.ParameterRef) {
	if p == nil || p.Value == nil || refOf(n) != "" {
		return
	}
	k.params[n] = p.Value
	k.indexSchema(n.Get("schema"), p.Value.Schema)
	k.indexContent(n.Get("content"), p.Value.Content)
}

func (k *kin) indexHeader(n *source.Node, h *openapi3.HeaderRef) {
	if h == nil || h.Value == nil || refOf(n) != "" {
		return
	}
	k.indexSchema(n.Get("schema"), h.Value.Schema)
	k.indexContent(n.Get("content"), h.Value.Content)
}

func (k *kin) indexBody(n *source.Node, b *openapi3.RequestBodyRef) {
	if b != nil && b.Value != nil && refOf(n) == "" {
		k.indexContent(n.Get("content"), b.Value.Content)
	}
}

func (k *kin) indexResponse(n *source.Node, p *openapi3.ResponseRef) {
	if p == nil || p.Value == nil || refOf(n) != "" {
		return
	}
	for _, f := range fields(n.Get("headers")) {
		k.indexHeader(f.Value, p.Value.Headers[f.Key])
	}
	k.indexContent(n.Get("content"), p.Value.Content)
}

func (k *kin) indexContent(n *source.Node, content openapi3.Content) {
	for _, f := range fields(n) {
		if m := content[f.Key]; m != nil && refOf(f.Value) == "" {
			k.indexSchema(f.Value.Get("schema"), m.Schema)
		}
	}
}

func (k *kin) indexSchema(n *source.Node, s *openapi3.SchemaRef) {
	if n == nil || s == nil || s.Value == nil || n.Kind != source.Object || refOf(n) != "" {
		return
	}
	v := s.Value
	k.schemas[n] = v
	k.indexSchema(n.Get("items"), v.Items)
	k.indexSchema(n.Get("additionalProperties"), v.AdditionalProperties.Schema)
	k.indexSchema(n.Get("if"), v.If)
	k.indexSchema(n.Get("then"), v.Then)
	k.indexSchema(n.Get("else"), v.Else)
	for key, list := range map[string]openapi3.SchemaRefs{"allOf": v.AllOf, "oneOf": v.OneOf, "anyOf": v.AnyOf, "prefixItems": v.PrefixItems} {
		for i, item := range items(n.Get(key)) {
			if i < len(list) {
				k.indexSchema(item, list[i])
			}
		}
	}
	for key, set := range map[string]openapi3.Schemas{"properties": v.Properties, "patternProperties": v.PatternProperties, "dependentSchemas": v.DependentSchemas, "$defs": v.Defs} {
		for _, f := range fields(n.Get(key)) {
			k.indexSchema(f.Value, set[f.Key])
		}
	}
}
