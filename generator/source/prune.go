package source

import (
	"slices"
	"strings"
)

// prune drops the components that nothing refers to, directly or through others. Security schemes stay: they are named,
// not referred to.
func (c *choice) prune() {
	components := c.root.Get("components")
	if components == nil {
		return
	}
	p := &pruner{components: components, used: map[*Node]bool{}, heirs: heirs(components.Get("schemas"))}
	for _, f := range c.root.Fields {
		if f.Key != "components" {
			p.visit(f.Value)
		}
	}
	for _, section := range components.Fields {
		if section.Key == "securitySchemes" || isExtension(section.Key) || section.Value.Kind != Object {
			continue
		}
		section.Value.Fields = slices.DeleteFunc(section.Value.Fields, func(f Field) bool { return !p.used[f.Value] && !isExtension(f.Key) })
		section.Value.hint()
	}
}

// A pruner finds the components that are in use.
type pruner struct {
	components *Node
	used       map[*Node]bool
	heirs      map[string][]*Node // schemas that say allOf a schema: variants, where that has a discriminator
}

// visit follows all that looks like a reference: also those in mappings and in links.
func (p *pruner) visit(n *Node) {
	if n.Kind == String {
		p.refer(n.Value)
	}
	for _, item := range n.Items {
		p.visit(item)
	}
	for _, f := range n.Fields {
		p.visit(f.Value)
		if f.Key == "mapping" {
			for _, m := range f.Value.Fields {
				p.refer("#/components/schemas/" + escapePointer(m.Value.Text()))
			}
		}
	}
}

func (p *pruner) refer(ref string) {
	rest, ok := strings.CutPrefix(ref, "#/components/")
	if !ok {
		return
	}
	section, name, _ := strings.Cut(rest, "/")
	name, _, _ = strings.Cut(name, "/")
	name = unescapePointer(name)
	n := p.components.Get(section).Get(name)
	if n == nil {
		n = p.components.Get(section).Get(unescapePercent(name))
	}
	if n == nil || p.used[n] {
		return
	}
	p.used[n] = true
	p.visit(n)
	if n.Get("discriminator") != nil {
		for _, heir := range p.heirs[ref] {
			p.refer("#/components/schemas/" + escapePointer(heir.key))
		}
	}
}

// heirs are the schemas by what they refer to in allOf.
func heirs(schemas *Node) map[string][]*Node {
	all := map[string][]*Node{}
	if schemas == nil {
		return all
	}
	for _, f := range schemas.Fields {
		if parts := f.Value.Get("allOf"); parts != nil {
			for _, part := range parts.Items {
				if ref := part.Get("$ref").Text(); ref != "" {
					all[ref] = append(all[ref], f.Value)
				}
			}
		}
	}
	return all
}
