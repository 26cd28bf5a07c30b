package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// xml reads how a value stands in XML: the first that says so on the way to its schema. Nil: nobody says.
func (r *reader) xml(p part) *model.XML {
	c := r.reduce(p, false)
	x := xmlIn(c)
	if items := c.end.node.Get("items"); items != nil && items.Kind == source.Object {
		item := xmlIn(r.reduce(part{node: items, home: c.end.home.at("item", "items")}, false))
		if x == nil && item != nil {
			x = &model.XML{}
		}
		if x != nil {
			x.Item = item
		}
	}
	return x
}

func xmlIn(c chain) *model.XML {
	for _, n := range c.nodes {
		if n != nil && n.Get("xml") != nil && n.Get("xml").Kind == source.Object {
			return xmlFacts(n.Get("xml"), n.Get("type").Text() == "array" || n.Get("items") != nil)
		}
	}
	return nil
}

// xmlFacts reads an XML Object; nodeType is OpenAPI 3.2's word for attribute and wrapped.
func xmlFacts(n *source.Node, array bool) *model.XML {
	x := &model.XML{
		Name: n.Get("name").Text(), Namespace: n.Get("namespace").Text(), Prefix: n.Get("prefix").Text(),
		Attribute: n.Get("attribute").True(), Wrapped: n.Get("wrapped").True(),
	}
	switch kind := n.Get("nodeType").Text(); kind {
	case "attribute":
		x.Attribute = true
	case "element":
		x.Wrapped = array
	case "text", "cdata":
		x.Text = kind
	}
	return x
}

// root is how the root element of an XML body is called: as its schema says, or as the schema is called.
func (r *reader) root(schema *source.Node, at *place) *model.XML {
	p := part{node: schema, home: at}
	x := r.xml(p)
	if x == nil {
		x = &model.XML{}
	}
	c := r.reduce(p, false)
	if x.Name == "" {
		x.Name = schemaName(c, "root")
	}
	items := c.end.node.Get("items")
	if items == nil {
		return x
	}
	if x.Item == nil {
		x.Item = &model.XML{}
	}
	if x.Item.Name == "" {
		x.Item.Name = schemaName(r.reduce(part{node: items, home: c.end.home.at("item", "items")}, false), "item")
	}
	return x
}

func schemaName(c chain, fallback string) string {
	if c.schema == nil || c.schema.Name == "" {
		return fallback
	}
	return string(c.schema.Name)
}

// isXML tells whether a media type is XML: application/xml, text/xml, application/atom+xml.
func isXML(mediaType string) bool {
	essence, _, _ := strings.Cut(strings.ToLower(mediaType), ";")
	essence = strings.TrimSpace(essence)
	return strings.HasSuffix(essence, "/xml") || strings.HasSuffix(essence, "+xml")
}
