package source

import (
	"fmt"
	"regexp"
	"strconv"
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
	s.placeholders(paths)
	for _, f := range paths.Fields {
		names := template.FindAllStringSubmatch(f.Key, -1)
		if isExtension(f.Key) || len(names) == 0 {
			continue
		}
		for _, operation := range f.Value.Fields {
			if w := pathItemObject.wanted(operation.Key); w.kind == wantObject && w.object == operationObject {
				s.declare(names, f, operation.Value)
			}
		}
	}
}

func (s *shaper) declare(names [][]string, path Field, operation *Node) {
	have := map[string]bool{}
	for _, list := range []*Node{path.Value.Get("parameters"), operation.Get("parameters")} {
		if list == nil {
			continue
		}
		for _, item := range list.Items {
			if p := s.resolve(item); p.Get("in").Text() == "path" {
				have[p.Get("name").Text()] = true
			}
		}
	}
	var missing []string
	for _, match := range names {
		if name := SlotName(match[1]); !have[match[1]] && !have[name] {
			have[name] = true
			missing = append(missing, "{"+match[1]+"}")
			addParam(operation, pathParam(name, operation))
		}
	}
	if len(missing) > 0 {
		s.repaired(operation, "undeclared-path-param",
			fmt.Sprintf("the path %.200s has %.200s, but no path param has that name", path.Key, strings.Join(missing, ", ")), "a string param is emitted")
	}
}

// SlotName is the name of the param that a path's braces hold, without the signs of routers and of RFC 6570: "name" of
// "+name", "proxy+" of AWS, "id:[0-9]+".
func SlotName(slot string) string {
	name, _, _ := strings.Cut(slot, ":")
	name = strings.TrimRight(strings.TrimLeft(name, "+#./;?&*"), "+*?")
	if name == "" {
		return slot
	}
	return name
}

func addParam(operation, param *Node) {
	list := operation.Get("parameters")
	if list == nil {
		list = &Node{Kind: Array, Pos: operation.Pos}
		operation.put("parameters", list)
	}
	param.parent, param.key = list, strconv.Itoa(len(list.Items))
	list.Items = append(list.Items, param)
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
