package source

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// namedParams parts the params that have names into params and request bodies. Form fields have no
// home in 3.0: the operations that use one take it in.
func (c *converter) namedParams(components *Node, f Field) {
	params := &Node{Kind: Object, Pos: f.Value.Pos}
	bodies := &Node{Kind: Object, Pos: f.Value.Pos}
	for _, p := range f.Value.Fields {
		switch p.Value.Get("in").Text() {
		case "body":
			bodies.move(Field{Key: p.Key, Pos: p.Pos, Value: c.body(p.Value, c.consumes)})
		case "formData":
		default:
			params.move(Field{Key: p.Key, Pos: p.Pos, Value: c.param(p.Value)})
		}
	}
	if len(params.Fields) > 0 {
		components.move(Field{Key: "parameters", Pos: f.Pos, Value: params})
	}
	if len(bodies.Fields) > 0 {
		components.move(Field{Key: "requestBodies", Pos: f.Pos, Value: bodies})
	}
}

// param makes a query, header or path param of 2.0 one of 3.0: what describes its value goes into a schema.
func (c *converter) param(n *Node) *Node {
	if n.Kind != Object || n.Get("$ref") != nil {
		return n
	}
	out, schema := &Node{Kind: Object, Pos: n.Pos}, &Node{Kind: Object, Pos: n.Pos}
	for _, f := range n.Fields {
		switch _, ofSchema := schemaFields[f.Key]; {
		case f.Key == "collectionFormat":
		case f.Key == "schema": // not 2.0, but some write it
			schema = f.Value
		case ofSchema && f.Key != "description" && f.Key != "required" && f.Key != "allowEmptyValue" && f.Key != "deprecated":
			schema.move(f)
		default:
			out.move(f)
		}
	}
	out.move(Field{Key: "schema", Pos: n.Pos, Value: schema})
	if hasArray(schema) {
		c.innerFormat(schema.Get("items"))
		c.style(out, n.Get("collectionFormat"), n.Get("in").Text(), n)
	}
	return out
}

func hasArray(schema *Node) bool { return schema.Get("type").Text() == "array" }

// innerFormat says that lists in a list have no style of their own in OpenAPI 3.
func (c *converter) innerFormat(items *Node) {
	format := items.Get("collectionFormat")
	if items.Get("items") == nil || format == nil || format.Text() == "csv" {
		return
	}
	c.report.Add(diag.Diagnostic{
		Code: "inner-collection-format", Severity: diag.Warning, Pos: format.Pos,
		Message: fmt.Sprintf("the collectionFormat of the lists in a list is %.200q", format.Text()), Cure: "they are written as OpenAPI 3 writes them, with commas",
	})
}

// style says in 3.0's words how the members of an array are told apart.
func (c *converter) style(out, format *Node, in string, at *Node) {
	style, explode := "form", "false"
	switch format.Text() {
	case "multi":
		explode = "true"
	case "ssv":
		style = "spaceDelimited"
	case "pipes":
		style = "pipeDelimited"
	case "tsv":
		style = "tabDelimited"
		c.report.Add(diag.Diagnostic{
			Code: "tsv-param", Severity: diag.Warning, Pos: format.Pos,
			Message: "collectionFormat is tsv, for which OpenAPI 3 has no word", Cure: "the style is called tabDelimited",
		})
	}
	if style == "form" && (in == "path" || in == "header") {
		style, explode = "simple", "false"
	}
	out.put("style", textAt(style, at))
	out.put("explode", &Node{Kind: Bool, Value: explode, Pos: at.Pos})
}

// body makes a body param a request body.
func (c *converter) body(n *Node, consumes []string) *Node {
	out, content := &Node{Kind: Object, Pos: n.Pos}, &Node{Kind: Object, Pos: n.Pos}
	for _, f := range n.Fields {
		switch f.Key {
		case "name", "in", "schema":
		default:
			out.move(f)
		}
	}
	if len(consumes) == 0 || len(consumes) == 1 && consumes[0] == "*/*" { // a request has to name one type
		consumes = []string{"application/json"}
	}
	for i, name := range consumes {
		mediaType := &Node{Kind: Object, Pos: n.Pos}
		if s := n.Get("schema"); s != nil {
			mediaType.move(Field{Key: "schema", Pos: s.Pos, Value: c.again(s, i)})
		}
		content.put(name, mediaType)
	}
	out.put("content", content)
	return out
}

// again is the node itself the first time, then copies: each media type has a schema of its own.
func (c *converter) again(n *Node, time int) *Node {
	if time == 0 {
		return n
	}
	return c.clone(n)
}

// clone copies a node as long as the document does not grow beyond measure.
func (c *converter) clone(n *Node) *Node {
	if c.copies.copied <= maxCopies {
		return c.copies.clone(n)
	}
	if !c.full {
		c.full = true
		c.report.Add(diag.Diagnostic{
			Code: "too-many-values", Severity: diag.Warning, Pos: n.Pos, Pointer: n.where(),
			Message: fmt.Sprintf("the media types of shared bodies and responses repeat more than %d values", maxCopies),
			Cure:    "from here on, their copies accept any value",
		})
	}
	return &Node{Kind: Object, Pos: n.Pos}
}

// form makes form fields a request body with an object.
func (c *converter) form(params []*Node, consumes []string) *Node {
	at := params[0]
	schema, properties := &Node{Kind: Object, Pos: at.Pos}, &Node{Kind: Object, Pos: at.Pos}
	encoding, out := &Node{Kind: Object, Pos: at.Pos}, &Node{Kind: Object, Pos: at.Pos}
	schema.put("type", textAt("object", at))
	schema.put("properties", properties)
	var required []*Node
	file := false
	for _, p := range c.namedOnce(params) {
		name, converted := p.Get("name").Value, c.param(p)
		property := converted.Get("schema")
		file = file || property.Get("type").Text() == "file"
		properties.Fields = append(properties.Fields, Field{Key: name, Pos: p.Pos, Value: formField(converted, property)})
		if converted.Get("required").True() {
			required = append(required, textAt(name, p))
		}
		if style := converted.Get("style"); style != nil {
			one := &Node{Kind: Object, Pos: p.Pos}
			one.put("style", style)
			one.put("explode", converted.Get("explode"))
			encoding.Fields = append(encoding.Fields, Field{Key: name, Pos: p.Pos, Value: one})
		}
	}
	properties.adopt()
	encoding.adopt()
	if require(schema, required); len(required) > 0 {
		out.put("required", &Node{Kind: Bool, Value: "true", Pos: required[0].Pos})
	}
	mediaType := &Node{Kind: Object, Pos: at.Pos}
	mediaType.put("schema", schema)
	if len(encoding.Fields) > 0 {
		mediaType.put("encoding", encoding)
	}
	content := &Node{Kind: Object, Pos: at.Pos}
	content.put(c.formType(at, consumes, file), mediaType)
	out.put("content", content)
	return out
}

// namedOnce are the form fields with names, the first of each.
func (c *converter) namedOnce(params []*Node) []*Node {
	var out []*Node
	seen := map[string]bool{}
	for _, p := range params {
		name := p.Get("name").Text()
		switch {
		case name == "":
			c.report.Add(diag.Diagnostic{
				Code: "nameless-param", Severity: diag.Warning, Pos: p.Pos, Message: "a form field has no name", Cure: "it is left out",
			})
		case seen[name]:
			c.report.Add(diag.Diagnostic{
				Code: "duplicate-param", Severity: diag.Warning, Pos: p.Pos,
				Message: fmt.Sprintf("the form field %.200q comes twice", name), Cure: "the second is left out",
			})
		default:
			seen[name] = true
			out = append(out, p)
		}
	}
	return out
}

// formField is a form field's schema with the field's description.
func formField(converted, schema *Node) *Node {
	if doc := converted.Get("description"); doc != nil {
		schema.move(Field{Key: "description", Pos: doc.Pos, Value: doc})
	}
	return schema
}

// formType is how a form travels: files need multipart, whatever the document says.
func (c *converter) formType(at *Node, consumes []string, file bool) string {
	const multipart, urlencoded = "multipart/form-data", "application/x-www-form-urlencoded"
	for _, name := range consumes {
		if strings.HasPrefix(name, multipart) || !file && strings.HasPrefix(name, urlencoded) {
			return name
		}
	}
	name, what := urlencoded, "form fields"
	if file {
		name, what = multipart, "a file"
	}
	if len(consumes) > 0 {
		c.report.Add(diag.Diagnostic{
			Code: "form-type", Severity: diag.Warning, Pos: at.Pos, Pointer: at.where(),
			Message: fmt.Sprintf("the operation consumes %.200s, which cannot hold %s", strings.Join(consumes, ", "), what), Cure: "it sends " + name,
		})
	}
	return name
}

// fieldsBesideBody says what an operation loses that has both a body and form fields, which no request can carry at once.
func (c *converter) fieldsBesideBody(bodies sorted) {
	for _, field := range bodies.form {
		c.report.Add(diag.Diagnostic{
			Code: "several-bodies", Severity: diag.Warning, Pos: field.Pos,
			Message: fmt.Sprintf("the operation has a body beside the form field %.200q", field.Get("name").Text()), Cure: "the field is left out",
		})
	}
}

// twoBodies says that an operation has more than one body; 2.0 allows one.
func (c *converter) twoBodies(n *Node) {
	c.report.Add(diag.Diagnostic{
		Code: "several-bodies", Severity: diag.Warning, Pos: n.Pos,
		Message: fmt.Sprintf("the operation has a second body, %.200q", n.Get("name").Text()), Cure: "it is left out",
	})
}
