package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// enum makes the values of an enum what its type says, each once.
func (s *shaper) enum(n *Node) {
	values := n.Get("enum")
	if values == nil {
		return
	}
	if len(values.Items) == 0 {
		s.repaired(values, "empty-enum", "the enum has no values", "any value of its type is accepted")
		n.drop("enum")
		return
	}
	only := onlyType(n.Get("type"))
	for _, value := range values.Items {
		s.enumValue(value, only)
	}
	s.enumOnce(values)
}

// onlyType is the one type, beside null, that a schema has; "" if there are none or several.
func onlyType(field *Node) string {
	switch {
	case field == nil:
		return ""
	case field.Kind == String:
		return field.Value
	}
	only := ""
	for _, item := range field.Items {
		if item.Value == "null" {
			continue
		}
		if only != "" {
			return ""
		}
		only = item.Value
	}
	return only
}

// enumValue reads YAML's true and 3 as the strings that a string enum means, and "3" as a number.
func (s *shaper) enumValue(n *Node, only string) {
	switch {
	case only == "string" && (n.Kind == Bool || n.Kind == Number):
		s.become(n, Node{Kind: String, Value: n.written()}, fmt.Sprintf("%.200q", n.written()))
	case (only == "integer" || only == "number") && n.Kind == String:
		if value, ok := number(n.Value); ok && inRange(value) {
			s.become(n, Node{Kind: Number, Value: value}, value)
		}
	case only == "boolean" && n.Kind == String && (n.Value == "true" || n.Value == "false"):
		s.become(n, Node{Kind: Bool, Value: n.Value}, n.Value)
	}
}

// enumOnce drops values that come again.
func (s *shaper) enumOnce(values *Node) {
	seen := map[string]bool{}
	kept := values.Items[:0:0]
	for _, value := range values.Items {
		text := value.JSON()
		if seen[text] {
			s.say(value, "duplicate-value", diag.Note, fmt.Sprintf("the enum has the value %.100s twice", text), "the second is left out")
			continue
		}
		seen[text] = true
		kept = append(kept, value)
	}
	if len(kept) != len(values.Items) {
		values.Items = kept
		values.adopt()
	}
}
