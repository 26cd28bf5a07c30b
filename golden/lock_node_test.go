package golden

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// shuffle moves about the members of an object whose order means nothing, or the values of an enum.
func (g *grower) shuffle() string {
	for _, key := range []string{"properties", "paths", "schemas", "definitions", "responses"} {
		if g.IntN(3) > 0 {
			continue
		}
		n := g.pick(g.mappings(func(n *yaml.Node) bool { return kindOf(under(n, key)) == yaml.MappingNode }))
		if n == nil {
			continue
		}
		all := under(n, key).Content
		g.Shuffle(len(all)/2, func(i, j int) {
			all[2*i], all[2*j] = all[2*j], all[2*i]
			all[2*i+1], all[2*j+1] = all[2*j+1], all[2*i+1]
		})
		return "shuffled " + key
	}
	n := g.pick(g.mappings(func(n *yaml.Node) bool { return kindOf(under(n, "enum")) == yaml.SequenceNode }))
	if n == nil {
		return ""
	}
	all := under(n, "enum").Content
	g.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return "shuffled an enum"
}

func (g *grower) paths() *yaml.Node { return under(g.root, "paths") }

func (g *grower) schemas() *yaml.Node {
	if under(g.root, "swagger") != nil {
		return under(g.root, "definitions")
	}
	if components := under(g.root, "components"); components != nil {
		return under(components, "schemas")
	}
	return nil
}

// operationID is an operationId almost like another one's, or none.
func (g *grower) operationID() string {
	op := g.pick(g.mappings(func(n *yaml.Node) bool { return under(n, "operationId") != nil }))
	if op == nil || g.IntN(3) == 0 {
		return ""
	}
	g.n++
	return fmt.Sprintf("operationId: %q, ", under(op, "operationId").Value+fmt.Sprintf("_%d", g.n))
}

// placeholders declares the params of a path.
func (g *grower) placeholders(template string) string {
	var all []string
	for rest := template; ; {
		_, after, ok := strings.Cut(rest, "{")
		name, tail, closed := strings.Cut(after, "}")
		if !ok || !closed {
			return "parameters: [" + strings.Join(all, ", ") + "], "
		}
		text := "schema: {type: string}"
		if under(g.root, "swagger") != nil {
			text = "type: string"
		}
		all = append(all, fmt.Sprintf("{name: %q, in: path, required: true, %s}", name, text))
		rest = tail
	}
}

// mappings are the objects of the document that a predicate wants, but not those in examples.
func (g *grower) mappings(want func(*yaml.Node) bool) []*yaml.Node {
	var all []*yaml.Node
	var visit func(*yaml.Node)
	visit = func(n *yaml.Node) {
		if n.Kind == yaml.MappingNode {
			if want(n) {
				all = append(all, n)
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				if key := n.Content[i].Value; key != "example" && key != "examples" && key != "default" && !strings.HasPrefix(key, "x-") {
					visit(n.Content[i+1])
				}
			}
		} else {
			for _, c := range n.Content {
				visit(c)
			}
		}
	}
	visit(g.root)
	return all
}

func (g *grower) pick(all []*yaml.Node) *yaml.Node {
	if len(all) == 0 {
		return nil
	}
	return all[g.IntN(len(all))]
}

// key is one of an object's keys.
func (g *grower) key(n *yaml.Node) string { return n.Content[2*g.IntN(len(n.Content)/2)].Value }

// insert adds a member to an object, anywhere.
func (g *grower) insert(n *yaml.Node, key, text string) {
	at := 2 * g.IntN(len(n.Content)/2+1)
	value := node(text)
	name := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Style: yaml.DoubleQuotedStyle}
	n.Content = append(n.Content[:at:at], append([]*yaml.Node{name, value}, n.Content[at:]...)...)
}

// node is what YAML of ours says.
func node(text string) *yaml.Node {
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil {
		panic(fmt.Sprintf("%s: %v", text, err))
	}
	return n.Content[0]
}

func under(n *yaml.Node, key string) *yaml.Node {
	if kindOf(n) == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1]
			}
		}
	}
	return nil
}

func kindOf(n *yaml.Node) yaml.Kind {
	if n == nil {
		return 0
	}
	return n.Kind
}
