package source

import (
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A converter makes a bundled 2.0 tree a 3.0 tree. It moves the nodes themselves, so that order
// and positions stay; kin-openapi's openapi2conv loses both, and collectionFormat tsv and pipes,
// and what a file response is.
type converter struct {
	root               *Node // the 2.0 document
	consumes, produces []string
	report             *diag.Report
	copies             bundler // counts what it clones
	full               bool    // no more copies are made
}

func convert(root *Node, report *diag.Report) {
	c := &converter{root: root, report: report}
	c.consumes, c.produces = texts2(root.Get("consumes")), texts2(root.Get("produces"))
	out := &Node{Kind: Object, Pos: root.Pos}
	components := &Node{Kind: Object, Pos: root.Pos}
	for _, f := range root.Fields {
		switch f.Key {
		case "swagger":
			out.move(Field{Key: "openapi", Pos: f.Pos, Value: textAt("3.0.3", f.Value)})
		case "host", "basePath", "schemes":
			c.servers(out, f)
		case "consumes", "produces", "definitions", "parameters", "responses", "securityDefinitions":
			c.component(components, f)
		case "paths":
			c.paths(f.Value)
			out.move(f)
		default:
			out.move(f)
		}
	}
	if len(components.Fields) > 0 {
		out.move(Field{Key: "components", Pos: components.Pos, Value: components})
	}
	root.turn(*out)
	c.schemas(root, an(documentObject))
}

// move takes a field over from another object.
func (n *Node) move(f Field) {
	n.set(f)
	f.Value.parent, f.Value.key = n, f.Key
}

func texts2(n *Node) []string {
	var out []string
	if n != nil && n.Kind == Array {
		for _, item := range n.Items {
			if item.Text() != "" {
				out = append(out, item.Value)
			}
		}
	}
	return out
}

// servers makes host, basePath and schemes one list, at the place of the first of them.
func (c *converter) servers(out *Node, at Field) {
	if out.Get("servers") != nil {
		return
	}
	if list := c.serverList(texts2(c.root.Get("schemes")), at.Value); list != nil {
		out.move(Field{Key: "servers", Pos: at.Pos, Value: list})
	}
}

func (c *converter) serverList(schemes []string, at *Node) *Node {
	host, base := c.root.Get("host").Text(), c.root.Get("basePath").Text()
	if base != "" && !strings.HasPrefix(base, "/") {
		base = "/" + base
	}
	urls := []string{base}
	if host != "" {
		urls = nil
		if len(schemes) == 0 {
			schemes = []string{"https"}
		}
		for _, scheme := range schemes {
			urls = append(urls, scheme+"://"+host+strings.TrimSuffix(base, "/"))
		}
	}
	if urls[0] == "" {
		return nil
	}
	list := &Node{Kind: Array, Pos: at.Pos}
	for _, u := range urls {
		server := &Node{Kind: Object, Pos: at.Pos}
		server.put("url", textAt(u, at))
		list.Items = append(list.Items, server)
	}
	list.adopt()
	return list
}

// component moves a section of the root under components.
func (c *converter) component(components *Node, f Field) {
	switch f.Key {
	case "definitions":
		components.move(Field{Key: "schemas", Pos: f.Pos, Value: f.Value})
	case "securityDefinitions":
		for _, scheme := range f.Value.Fields {
			c.scheme(scheme.Value)
		}
		components.move(Field{Key: "securitySchemes", Pos: f.Pos, Value: f.Value})
	case "responses":
		for _, response := range f.Value.Fields {
			c.response(response.Value, c.produces)
		}
		components.move(f)
	case "parameters":
		c.namedParams(components, f)
	}
}

// schemas goes through the 3.0 tree and converts what is left of 2.0 in its schemas.
func (c *converter) schemas(n *Node, w want) {
	if w.kind == wantObject && w.object == schemaObject || w.kind == wantSchemaOr {
		w = schema
		c.schema(n)
	}
	if w.kind == wantAny {
		return
	}
	for _, item := range n.Items {
		if w.of != nil {
			c.schemas(item, *w.of)
		} else {
			c.schemas(item, w) // a list where one is wanted: items
		}
	}
	for _, f := range n.Fields {
		c.schemas(f.Value, w.member(f.Key))
	}
}

func (c *converter) schema(n *Node) {
	if ref := n.Get("$ref"); ref.Text() != "" {
		ref.Value = strings.Replace(ref.Value, "#/definitions/", "#/components/schemas/", 1)
	}
	if field := n.Get("type"); field.Text() == "file" {
		field.Value = "string"
		n.put("format", textAt("binary", field))
	}
	if field := n.Get("discriminator"); field != nil && field.Kind == String {
		name := *field
		field.turn(Node{Kind: Object, Fields: []Field{{Key: "propertyName", Pos: field.Pos, Value: &name}}})
	}
}
