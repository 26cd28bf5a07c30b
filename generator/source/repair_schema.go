package source

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

func isType(name string) bool {
	switch name {
	case "string", "number", "integer", "boolean", "array", "object", "null":
		return true
	}
	return false
}

// meantTypes are the types that documents write for OpenAPI's, each with its format.
var meantTypes = map[string][2]string{
	"file": {"string", "binary"}, "binary": {"string", "binary"}, "byte": {"string", "byte"}, "bytes": {"string", "byte"},
	"str": {"string", ""}, "text": {"string", ""}, "char": {"string", ""}, "varchar": {"string", ""}, "enum": {"string", ""},
	"uuid": {"string", "uuid"}, "guid": {"string", "uuid"}, "url": {"string", "uri"}, "uri": {"string", "uri"}, "email": {"string", "email"},
	"date": {"string", "date"}, "datetime": {"string", "date-time"}, "date-time": {"string", "date-time"},
	"timestamp": {"string", "date-time"}, "time": {"string", "time"}, "password": {"string", "password"},
	"int": {"integer", ""}, "int32": {"integer", "int32"}, "int64": {"integer", "int64"}, "long": {"integer", "int64"},
	"bigint": {"integer", "int64"}, "short": {"integer", "int32"},
	"float": {"number", "float"}, "double": {"number", "double"}, "decimal": {"number", ""}, "num": {"number", ""}, "numeric": {"number", ""},
	"bool": {"boolean", ""}, "list": {"array", ""}, "map": {"object", ""}, "dict": {"object", ""}, "hash": {"object", ""},
	"json": {"object", ""}, "nil": {"null", ""}, "none": {"null", ""},
}

// typeNames makes a schema's types ones that OpenAPI knows: "int" is an integer, "any" is none.
func (s *shaper) typeNames(n *Node) {
	field := n.Get("type")
	if field == nil {
		return
	}
	if field.Kind == String {
		if !s.typeName(n, field) {
			n.drop("type")
		}
		return
	}
	kept := field.Items[:0:0]
	for _, item := range field.Items {
		if s.typeName(n, item) {
			kept = append(kept, item)
		}
	}
	if len(kept) != len(field.Items) { // one of them was "any value", so any value it is
		n.drop("type")
	}
}

// typeName corrects one type; false when it is none.
func (s *shaper) typeName(schema, n *Node) bool {
	if isType(n.Value) {
		return true
	}
	lower := strings.ToLower(strings.TrimSpace(n.Value))
	meant, ok := meantTypes[lower]
	if isType(lower) {
		meant, ok = [2]string{lower, ""}, true
	}
	if !ok {
		s.repaired(n, "unknown-type", fmt.Sprintf("OpenAPI has no type %.200q", n.Value), "any value is accepted")
		return false
	}
	s.repaired(n, "unknown-type", fmt.Sprintf("OpenAPI has no type %.200q", n.Value), "it is read as "+meant[0])
	n.Value, n.raw = meant[0], ""
	if meant[1] != "" && schema.Get("format") == nil {
		schema.put("format", textAt(meant[1], n))
	}
	return true
}

// arrayWithoutItems gives an array items of any kind.
func (s *shaper) arrayWithoutItems(n *Node) {
	field := n.Get("type")
	if field == nil || !hasType(field, "array") || n.Get("items") != nil || n.Get("prefixItems") != nil || n.Get("$ref") != nil {
		return
	}
	s.repaired(n, "array-without-items", "an array has no items", "its items may be any value")
	n.put("items", &Node{Kind: Object, Pos: n.Pos})
}

// hasType tells whether a type field names a type, alone or among others.
func hasType(field *Node, name string) bool {
	if field.Kind == String {
		return field.Value == name
	}
	for _, item := range field.Items {
		if item.Value == name {
			return true
		}
	}
	return false
}

// emptyUnion drops a union without members, which no value could satisfy.
func (s *shaper) emptyUnion(n *Node) {
	for _, key := range []string{"oneOf", "anyOf", "allOf"} {
		if field := n.Get(key); field != nil && len(field.Items) == 0 {
			s.repaired(field, "empty-union", key+" has no members", "it is left out")
			n.drop(key)
		}
	}
}

// vendorNullable reads x-nullable, which documents that once were 2.0 still have.
func (s *shaper) vendorNullable(n *Node) {
	if flag := n.Get("x-nullable"); flag.True() && n.Get("nullable") == nil {
		s.say(flag, "vendor-nullable", diag.Note, "x-nullable is true", "it is read as nullable")
		n.put("nullable", &Node{Kind: Bool, Value: "true", Pos: flag.Pos})
	}
}

// namelessDiscriminator drops a discriminator that names no property.
func (s *shaper) namelessDiscriminator(n *Node) {
	if field := n.Get("discriminator"); field != nil && field.Get("propertyName").Text() == "" {
		s.repaired(field, "nameless-discriminator", "the discriminator has no propertyName", "it is left out; variants are told apart by their shape")
		n.drop("discriminator")
	}
}
