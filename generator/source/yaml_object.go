package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
	"go.yaml.in/yaml/v3"
)

func (r *yamlReader) object(n *yaml.Node, pos diag.Pos) *Node {
	fields := make([]Field, 0, len(n.Content)/2)
	merged := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].ShortTag() == "!!merge" {
			merged = true
			fields = append(fields, r.merge(n.Content[i+1])...)
			continue
		}
		key, ok := r.key(n.Content[i])
		if !ok {
			continue
		}
		fields = append(fields, Field{Key: key, Pos: r.pos(n.Content[i]), Value: r.node(n.Content[i+1])})
	}
	if merged {
		fields = r.override(n, fields)
	} else {
		r.duplicates(fields)
	}
	return adopted(r.slab.node(Node{Kind: Object, Fields: fields, Pos: pos}))
}

// key is a key's text as it is written: 200, true and ~ are names like any other.
func (r *yamlReader) key(n *yaml.Node) (string, bool) {
	target := n
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		target = n.Alias
	}
	if target.Kind != yaml.ScalarNode {
		r.fail(r.pos(n), "bad-yaml", "a key is a list or a mapping", "give it a name")
		return "", false
	}
	return target.Value, true
}

// merge is what a "<<" key brings: the fields of a mapping, or of several, the first of which wins.
func (r *yamlReader) merge(n *yaml.Node) []Field {
	value := r.node(n)
	sources := []*Node{value}
	if value.Kind == Array {
		sources = value.Items
	}
	var fields []Field
	have := map[string]bool{}
	for _, source := range sources {
		if source.Kind != Object {
			r.fail(value.Pos, "bad-yaml", fmt.Sprintf("the merge key << names a %s", source.Kind), "name a mapping, or a list of mappings")
			continue
		}
		for _, f := range source.Fields {
			if !have[f.Key] {
				have[f.Key] = true
				fields = append(fields, f)
			}
		}
	}
	return fields
}

// override drops the merged fields that the mapping writes itself; what it writes itself twice is an error.
func (r *yamlReader) override(n *yaml.Node, fields []Field) []Field {
	own := map[string]diag.Pos{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].ShortTag() == "!!merge" {
			continue
		}
		key, _ := r.key(n.Content[i])
		pos := r.pos(n.Content[i])
		if first, ok := own[key]; ok {
			r.failed = true
			duplicate(r.report, key, first, pos)
			continue
		}
		own[key] = pos
	}
	kept, have := fields[:0:0], map[string]bool{}
	for _, f := range fields {
		if pos, ok := own[f.Key]; ok && pos != f.Pos || have[f.Key] {
			continue
		}
		have[f.Key] = true
		kept = append(kept, f)
	}
	return kept
}

func (r *yamlReader) duplicates(fields []Field) {
	if duplicateKeys(fields, &r.seen, r.report) {
		r.failed = true
	}
}
