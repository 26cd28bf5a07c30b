package source

import (
	"fmt"
	"regexp"
	"strings"
)

// version gives kin-openapi a version that it knows: it takes 3.1.9 for none.
func (s *shaper) version(n *Node) {
	field := n.Get("openapi")
	if field == nil {
		return
	}
	for _, minor := range []string{"3.0", "3.1", "3.2"} {
		if strings.HasPrefix(field.Value, minor) {
			field.Kind, field.Value, field.raw = String, minor+".0", ""
		}
	}
}

// basicScheme reads 2.0's "type: basic" as 3.0 has it.
func (s *shaper) basicScheme(n *Node) {
	if field := n.Get("type"); field.Text() == "basic" {
		s.repaired(field, "basic-scheme", `OpenAPI 3 has no security type "basic"`, "it is read as http, scheme basic")
		field.Value = "http"
		n.put("scheme", textAt("basic", field))
	}
}

var template = regexp.MustCompile(`\{([^{}/]+)\}`)

// paths declares the params that a path has between braces, but no list of params names.
func (s *shaper) paths(paths *Node) {
	if paths == nil {
		return
	}
	for _, f := range paths.Fields {
		if isExtension(f.Key) {
			continue
		}
		for _, match := range template.FindAllStringSubmatch(f.Key, -1) {
			for _, operation := range f.Value.Fields {
				if w := pathItemObject.wanted(operation.Key); w.kind == wantObject && w.object == operationObject {
					s.declare(match[1], f, operation.Value)
				}
			}
		}
	}
}

func (s *shaper) declare(name string, path Field, operation *Node) {
	for _, params := range []*Node{path.Value.Get("parameters"), operation.Get("parameters")} {
		if params == nil {
			continue
		}
		for _, item := range params.Items {
			p := s.resolve(item)
			if p.Get("in").Text() == "path" && p.Get("name").Text() == name {
				return
			}
		}
	}
	s.repaired(operation, "undeclared-path-param", fmt.Sprintf("the path %s has {%s}, but no path param has that name", path.Key, name), "a string param is emitted")
	params := operation.Get("parameters")
	if params == nil {
		params = &Node{Kind: Array, Pos: operation.Pos}
		operation.put("parameters", params)
	}
	params.Items = append(params.Items, pathParam(name, operation))
	params.adopt()
}

func pathParam(name string, at *Node) *Node {
	schema := &Node{Kind: Object, Pos: at.Pos}
	schema.put("type", textAt("string", at))
	param := &Node{Kind: Object, Pos: at.Pos}
	param.put("name", textAt(name, at))
	param.put("in", textAt("path", at))
	param.put("required", &Node{Kind: Bool, Value: "true", Pos: at.Pos})
	param.put("schema", schema)
	return param
}
