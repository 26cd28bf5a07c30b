package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/source"
)

// kinDepth bounds what kin gets: its decoder reads a value once for each level above it.
const kinDepth = 300

// kinCost is how many bytes it may read so, each once for each level: a few seconds' work.
const kinCost = 1 << 30

// kinJSON is the document as kin gets it: without what the tree alone answers (examples, enums,
// defaults, limits, extensions, schemas), which is most of the bytes of many documents, and with {} for what
// refers elsewhere. The tree follows $refs itself; kin would by recursion, once a way, and many
// schemas that refer to one another keep it busy for minutes or overflow its stack.
func kinJSON(root *source.Node) ([]byte, bool) {
	w := &kinWriter{}
	w.value(root, false, 0)
	return w.b, !w.tooDeep
}

type kinWriter struct {
	b       []byte
	cost    int
	tooDeep bool
}

// value writes a node; names tells that its keys are the document's own, no keywords.
func (w *kinWriter) value(n *source.Node, names bool, depth int) {
	if depth > kinDepth || w.tooDeep {
		w.tooDeep = true
		return
	}
	switch n.Kind {
	case source.Object:
		w.object(n, names, depth)
	case source.Array:
		w.array(n, depth)
	case source.Null:
		w.b = append(w.b, "{}"...)
	default:
		before := len(w.b)
		w.b = n.AppendJSON(w.b)
		w.cost += (len(w.b) - before) * depth
		w.tooDeep = w.tooDeep || w.cost > kinCost
	}
}

func (w *kinWriter) object(n *source.Node, names bool, depth int) {
	if !names && refOf(n) != "" {
		w.b = append(w.b, "{}"...)
		return
	}
	w.b = append(w.b, '{')
	first := true
	for _, f := range n.Fields {
		if f.Value.Kind == source.Null || !names && kinSkips(f.Key) {
			continue
		}
		if !first {
			w.b = append(w.b, ',')
		}
		first = false
		w.b = (&source.Node{Kind: source.String, Value: f.Key}).AppendJSON(w.b)
		w.b = append(w.b, ':')
		w.value(f.Value, !names && holdsNames(f.Key), depth+1)
	}
	w.b = append(w.b, '}')
}

func (w *kinWriter) array(n *source.Node, depth int) {
	w.b = append(w.b, '[')
	for i, item := range n.Items {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.value(item, false, depth+1)
	}
	w.b = append(w.b, ']')
}

// kinSkips tells whether a keyword is read from the tree alone.
func kinSkips(key string) bool {
	switch key {
	case "example", "examples", "default", "enum", "const", "externalDocs", "links", "callbacks", "xml",
		"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
		"minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains", "dependentRequired",
		"schema", "schemas", "itemSchema", "security", "servers", "tags", "encoding", "mapping", "not", "contentSchema", "definitions":
		return true
	}
	return strings.HasPrefix(key, "x-") || strings.HasPrefix(key, "$") && key != "$defs"
}

// holdsNames tells whether the keys of a keyword's object are names that the document chose.
func holdsNames(key string) bool {
	switch key {
	case "properties", "patternProperties", "dependentSchemas", "$defs", "paths", "webhooks", "schemas", "parameters",
		"responses", "requestBodies", "headers", "securitySchemes", "pathItems", "mediaTypes", "content", "scopes",
		"additionalOperations":
		return true
	}
	return false
}
