package source

import (
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// response makes a schema and examples content, and gives headers schemas.
func (c *converter) response(n *Node, produces []string) {
	if ref := n.Get("$ref"); ref.Text() != "" {
		ref.Value = strings.Replace(ref.Value, "#/responses/", "#/components/responses/", 1)
		return
	}
	schema, examples := n.Get("schema"), n.Get("examples")
	n.drop("schema")
	n.drop("examples")
	content := &Node{Kind: Object, Pos: n.Pos}
	if schema != nil {
		content.Pos = schema.Pos
		for i, name := range mediaTypes(schema, produces) {
			mediaType := &Node{Kind: Object, Pos: schema.Pos}
			mediaType.put("schema", c.again(schema, i))
			content.put(name, mediaType)
		}
	}
	if examples != nil && examples.Kind == Object {
		for _, f := range examples.Fields {
			mediaType := child(content, f.Key)
			mediaType.move(Field{Key: "example", Pos: f.Pos, Value: f.Value})
			if schema != nil && mediaType.Get("schema") == nil {
				mediaType.put("schema", c.again(schema, 1))
			}
		}
	}
	if len(content.Fields) > 0 {
		n.put("content", content)
	}
	if headers := n.Get("headers"); headers != nil {
		for i, f := range headers.Fields {
			headers.Fields[i].Value = c.param(f.Value)
		}
		headers.adopt()
	}
}

// mediaTypes are the types that a response comes in. An operation that produces tar files answers
// errors as JSON all the same, since no other type of its own could hold them.
func mediaTypes(schema *Node, produces []string) []string {
	if schema.Get("type").Text() == "file" {
		if len(produces) == 0 {
			return []string{"application/octet-stream"}
		}
		return produces
	}
	isText := schema.Get("type").Text() == "string"
	var fit []string
	for _, name := range produces {
		if name != "*/*" && (holdsData(name) || isText) {
			fit = append(fit, name)
		}
	}
	if len(fit) == 0 {
		return []string{"application/json"}
	}
	return fit
}

// holdsData tells whether a media type can hold an object.
func holdsData(name string) bool {
	name = strings.ToLower(name)
	if strings.Contains(name, "json") {
		return true
	}
	for _, word := range []string{"stream", "tar", "zip", "pdf", "image/", "audio/", "video/", "font/"} {
		if strings.Contains(name, word) {
			return false
		}
	}
	for _, word := range []string{"xml", "yaml", "form", "text", "protobuf", "cbor", "msgpack", "csv", "vnd."} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// download gives a GET that produces nothing but files, yet has no schema for what it answers,
// the bytes that it means.
func (c *converter) download(operation *Node, produces []string) {
	for _, name := range produces {
		if holdsData(name) || name == "*/*" {
			return
		}
	}
	response := operation.Get("responses").Get("200")
	if len(produces) == 0 || response == nil || response.Kind != Object || response.Get("schema") != nil || response.Get("$ref") != nil {
		return
	}
	c.report.Add(diag.Diagnostic{
		Code: "download-without-schema", Severity: diag.Warning, Pos: response.Pos, Pointer: response.where(),
		Message: "the operation produces " + strings.Join(produces, ", ") + ", but its response has no schema", Cure: "the response is read as bytes",
	})
	schema := &Node{Kind: Object, Pos: response.Pos}
	schema.put("type", textAt("file", response))
	response.put("schema", schema)
}
