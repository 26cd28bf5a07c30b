package source

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// typeBesideSchema moves what 2.0 wrote into the param itself into its schema.
func (s *shaper) typeBesideSchema(n *Node) {
	if n.Get("$ref") != nil || n.Get("schema") != nil || n.Get("content") != nil || n.Get("type") == nil {
		return
	}
	schema := &Node{Kind: Object, Pos: n.Pos}
	rest := n.Fields[:0:0]
	for _, f := range n.Fields {
		_, ofSchema := schemaFields[f.Key]
		_, ofParam := param[f.Key]
		if ofSchema && !ofParam {
			schema.Fields = append(schema.Fields, f)
		} else {
			rest = append(rest, f)
		}
	}
	schema.adopt()
	n.Fields = rest
	s.repaired(schema, "type-beside-schema", "the type stands in the "+kindOfParam(n)+" itself, as in 2.0", "it is read as its schema")
	n.put("schema", schema)
}

func kindOfParam(n *Node) string {
	if n.Get("in") == nil {
		return "header"
	}
	return "param"
}

// place makes a param's place one that OpenAPI knows, and a path param required.
func (s *shaper) place(n *Node) {
	in := n.Get("in")
	if n.Get("$ref") != nil || in == nil {
		return
	}
	lower := strings.ToLower(in.Value)
	switch lower {
	case "path", "query", "header", "cookie", "querystring":
		if in.Value != lower {
			s.repaired(in, "unknown-place", fmt.Sprintf("OpenAPI has no place %.200q", in.Value), "it is read as "+lower)
			in.Value = lower
		}
	}
	if lower == "path" && !n.Get("required").True() {
		s.say(n, "optional-path-param", diag.Note, fmt.Sprintf("the path param %.200q is not required", n.Get("name").Text()), "it is: a path has no gaps")
		n.put("required", &Node{Kind: Bool, Value: "true", Pos: n.Pos})
	}
}

// schemaAndContent drops the schema of a param that has content, too: the content says more.
func (s *shaper) schemaAndContent(n *Node) {
	content := n.Get("content")
	if content == nil || n.Get("$ref") != nil {
		return
	}
	if len(content.Fields) == 0 {
		s.repaired(content, "schema-and-content", "the content of the "+kindOfParam(n)+" has no media type", "it is left out")
		n.drop("content")
		return
	}
	if schema := n.Get("schema"); schema != nil {
		s.repaired(schema, "schema-and-content", "the "+kindOfParam(n)+" has a schema and content", "the schema is left out")
		n.drop("schema")
	}
}

// namelessParams drops params that cannot be sent: without a name, or in no known place.
func (s *shaper) namelessParams(n *Node) {
	params := n.Get("parameters")
	if params == nil {
		return
	}
	kept := params.Items[:0:0]
	seen := map[string]bool{}
	for _, item := range params.Items {
		resolved := s.resolve(item)
		name, in := resolved.Get("name").Text(), resolved.Get("in").Text()
		switch {
		case name == "":
			s.repaired(item, "nameless-param", "a param has no name", "it is left out")
			continue
		case in == "header" && !isToken(name):
			s.repaired(item, "bad-header-name", fmt.Sprintf("the header param %.200q has a name that no header can have", name), "it is left out")
			continue
		case in == "body" || in == "formData":
			s.repaired(item, "unknown-place", fmt.Sprintf("the param %.200q is in %s, which only 2.0 knows", name, in), "it is left out; write a requestBody")
			continue
		case in == "" || !isPlace(in):
			s.repaired(item, "unknown-place", fmt.Sprintf("the param %.200q is in no known place", name), "it is left out; write in: query")
			continue
		case seen[in+" "+name]:
			s.repaired(item, "duplicate-param", fmt.Sprintf("the %s param %.200q comes twice", in, name), "the second is left out")
			continue
		}
		seen[in+" "+name] = true
		kept = append(kept, item)
	}
	if len(kept) != len(params.Items) {
		params.Items = kept
		params.adopt()
	}
}

// isToken tells whether a header can have the name: RFC 9110's token.
func isToken(name string) bool {
	for _, c := range []byte(name) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && !('0' <= c && c <= '9') && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	return name != ""
}

func isPlace(in string) bool {
	switch in {
	case "path", "query", "header", "cookie", "querystring":
		return true
	}
	return false
}

// resolve is the component that a node refers to, or the node.
func (s *shaper) resolve(n *Node) *Node {
	for range maxSteps {
		ref, ok := strings.CutPrefix(n.Get("$ref").Text(), "#")
		if !ok {
			return n
		}
		next := s.root.pointed(ref)
		if next == nil {
			return n
		}
		n = next
	}
	return n
}
