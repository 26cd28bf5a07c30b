package golden

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A grower changes a document as its provider would: it adds, it renames tags, it moves about what has no order.
type grower struct {
	*rand.Rand
	root *yaml.Node
	n    int
	log  []string
}

// grow makes a change and counts it; some need what the document may not have.
func (g *grower) grow() int {
	changes := []func() string{
		g.addProperty, g.addProperty, g.addEnumValue, g.addEnumValue, g.addSchema, g.addSchema, g.addOperation, g.addOperation,
		g.addPath, g.addParam, g.addSender, g.renameTag, g.shuffle, g.shuffle,
	}
	done := changes[g.IntN(len(changes))]()
	if done == "" {
		return 0
	}
	g.log = append(g.log, "\t"+done)
	return 1
}

// twist is a name that many rules would call as another is called: Foo_bar, foo-bar, FOO_BAR; or a new one.
func (g *grower) twist(name string) string {
	g.n++
	switch g.IntN(7) {
	case 0:
		return strings.NewReplacer("_", "-", "-", "_", ".", "_").Replace(name) + "_"
	case 1:
		return strings.ToUpper(name)
	case 2:
		return strings.ToLower(name)
	case 3:
		return name + "-"
	case 4:
		return "-" + name
	case 5:
		return strings.ToUpper(name[:1]) + name[1:]
	}
	return fmt.Sprintf("grown_%d", g.n)
}

func (g *grower) addProperty() string {
	schema := g.pick(g.mappings(func(n *yaml.Node) bool {
		return kindOf(under(n, "properties")) == yaml.MappingNode && len(under(n, "properties").Content) > 0
	}))
	if schema == nil {
		return ""
	}
	properties := under(schema, "properties")
	name := g.twist(g.key(properties))
	if under(properties, name) != nil {
		return ""
	}
	g.insert(properties, name, "type: string")
	return "property " + name
}

func (g *grower) addEnumValue() string {
	enum := g.pick(g.mappings(func(n *yaml.Node) bool {
		e := under(n, "enum")
		return kindOf(e) == yaml.SequenceNode && len(e.Content) > 1 && e.Content[0].Tag == "!!str" && e.Content[0].Value != ""
	}))
	if enum == nil {
		return ""
	}
	values := under(enum, "enum")
	value := g.twist(values.Content[g.IntN(len(values.Content))].Value + "x")
	value = strings.TrimSuffix(value, "x")
	for _, v := range values.Content {
		if v.Value == value {
			return ""
		}
	}
	values.Content = slices.Insert(values.Content, g.IntN(len(values.Content)+1), &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: yaml.DoubleQuotedStyle})
	return "enum value " + value
}

// addSchema adds a schema that is called almost as another one, and an operation that answers with it.
func (g *grower) addSchema() string {
	all := g.schemas()
	if all == nil || len(all.Content) == 0 {
		return ""
	}
	name := g.twist(g.key(all))
	if under(all, name) != nil || strings.ContainsAny(name, "/~ ") {
		return ""
	}
	g.insert(all, name, "{type: object, properties: {id: {type: string}, mode: {type: string, enum: [on, off]}}}")
	g.insert(g.paths(), fmt.Sprintf("/grown-%d", g.n), "get: {"+g.operationID()+"responses: {'200': "+g.answer(name)+"}}")
	return "schema " + name
}

func (g *grower) answer(schema string) string {
	if under(g.root, "swagger") != nil {
		return fmt.Sprintf("{description: Grown., schema: {$ref: '#/definitions/%s'}}", schema)
	}
	return fmt.Sprintf("{description: Grown., content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}", schema)
}

// addOperation adds a method to a path, called almost as its sibling and with its sibling's tags.
func (g *grower) addOperation() string {
	paths := g.paths()
	template := g.key(paths)
	item := under(paths, template)
	method := []string{"get", "put", "post", "patch", "delete"}[g.IntN(5)]
	if kindOf(item) != yaml.MappingNode || under(item, method) != nil || under(item, "$ref") != nil {
		return ""
	}
	tags := ""
	for i := 1; i < len(item.Content); i += 2 {
		if list := under(item.Content[i], "tags"); kindOf(list) == yaml.SequenceNode && len(list.Content) > 0 && g.IntN(3) > 0 {
			tags = fmt.Sprintf("tags: [%q], ", list.Content[0].Value)
		}
	}
	g.insert(item, method, "{"+g.operationID()+tags+g.placeholders(template)+"responses: {'204': {description: Done.}}}")
	return method + " " + template
}

// addPath adds a path above, below or beside another, where resources may grow together or apart.
func (g *grower) addPath() string {
	paths := g.paths()
	template := g.key(paths)
	g.n++
	switch i := strings.LastIndexByte(template, '/'); g.IntN(4) {
	case 0:
		template += fmt.Sprintf("/grown%d", g.n)
	case 1:
		template = template[:max(i, 0)]
	case 2:
		template = fmt.Sprintf("/grown%d", g.n) + template
	default:
		template = "/health"
	}
	if under(paths, template) != nil || template == "" {
		return ""
	}
	g.insert(paths, template, "get: {"+g.operationID()+g.placeholders(template)+"responses: {'204': {description: Done.}}}")
	return "path " + template
}

// addParam adds an optional param to an operation that has others.
func (g *grower) addParam() string {
	op := g.pick(g.mappings(func(n *yaml.Node) bool {
		return kindOf(under(n, "responses")) == yaml.MappingNode && kindOf(under(n, "parameters")) == yaml.SequenceNode
	}))
	if op == nil {
		return ""
	}
	params := under(op, "parameters")
	name := "grown"
	for _, p := range params.Content {
		if n := under(p, "name"); n != nil && g.IntN(2) == 0 {
			name = n.Value
		}
	}
	name = g.twist(name)
	for _, p := range params.Content {
		if n := under(p, "name"); under(p, "$ref") != nil || n != nil && n.Value == name {
			return ""
		}
	}
	text := fmt.Sprintf("{name: %q, in: query, schema: {type: string}}", name)
	if under(g.root, "swagger") != nil {
		text = fmt.Sprintf("{name: %q, in: query, type: string}", name)
	}
	params.Content = slices.Insert(params.Content, g.IntN(len(params.Content)+1), node(text))
	return "param " + name
}

// addSender adds an operation whose request takes a schema that answers may have had alone.
func (g *grower) addSender() string {
	all := g.schemas()
	if all == nil || len(all.Content) == 0 || under(g.root, "swagger") != nil {
		return ""
	}
	g.n++
	name := g.key(all)
	g.insert(g.paths(), fmt.Sprintf("/sent-%d", g.n), fmt.Sprintf("post: {%srequestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}, responses: {'204': {description: Done.}}}",
		g.operationID(), strings.NewReplacer("~", "~0", "/", "~1").Replace(name)))
	return "a request with " + name
}

func (g *grower) renameTag() string {
	tagged := g.mappings(func(n *yaml.Node) bool {
		return kindOf(under(n, "responses")) == yaml.MappingNode && kindOf(under(n, "tags")) == yaml.SequenceNode
	})
	op := g.pick(tagged)
	if op == nil || len(under(op, "tags").Content) == 0 {
		return ""
	}
	old := under(op, "tags").Content[0].Value
	g.n++
	for _, op := range tagged {
		if list := under(op, "tags").Content; len(list) > 0 && list[0].Value == old {
			list[0].Value = fmt.Sprintf("Grown tag %d", g.n)
		}
	}
	return "tag " + old + " renamed"
}
