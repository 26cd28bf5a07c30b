package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// items are the items of an array node; none of any other node.
func items(n *source.Node) []*source.Node {
	if n == nil || n.Kind != source.Array {
		return nil
	}
	return n.Items
}

// fields are the fields of an object node; none of any other node.
func fields(n *source.Node) []source.Field {
	if n == nil || n.Kind != source.Object {
		return nil
	}
	return n.Fields
}

func text(n *source.Node, key string) model.Text { return model.Text(n.Get(key).Text()) }

func firstText(texts ...model.Text) model.Text {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// scalar is the text of a string, number or boolean; "" of any other node.
func scalar(n *source.Node) string {
	if n == nil {
		return ""
	}
	return n.Value
}

// refOf is the $ref of an object; "" if it has none.
func refOf(n *source.Node) string { return n.Get("$ref").Text() }

func isNull(n *source.Node) bool { return n != nil && n.Kind == source.Null }

func isBool(n *source.Node) bool { return n != nil && n.Kind == source.Bool }

// compact is the JSON of a node; "" for nil.
func compact(n *source.Node) string {
	if n == nil {
		return ""
	}
	return n.JSON()
}

// oneLine is the first line of a text, at most 200 bytes of it.
func oneLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + "…"
	}
	return s
}

// article is a noun with "a" or "an".
func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
