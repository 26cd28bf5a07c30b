package openapi

import (
	"strconv"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// variantWords name the variants of a union, each by what stays when others come: its schema's
// name, its title, its tag, its type, a property that it alone has; by its number if all fail.
func (r *reader) variantWords(members []member, tag model.Wire) []string {
	shapes := make([]*shape, len(members))
	words := make([]string, len(members))
	for i, m := range members {
		shapes[i] = &shape{}
		if schema := m.chain.schema; schema != nil {
			words[i] = string(schema.Name)
			continue
		}
		shapes[i] = r.flatten([]part{m.part()})
		words[i] = m.node.Get("title").Text()
		if values := r.tagValues(shapes[i], tag); words[i] == "" && len(values) == 1 {
			words[i] = values[0]
		}
	}
	own := ownProperties(shapes)
	kinds := make([]string, len(members))
	for i, s := range shapes {
		kinds[i] = shownKind(s)
	}
	taken, kindred := times(words), times(kinds)
	for i, word := range words {
		switch {
		case word != "" && taken[word] == 1:
		case word == "" && kinds[i] != "" && kindred[kinds[i]] == 1:
			words[i] = kinds[i]
		case own[i] != "":
			words[i] = join(word, own[i])
		default:
			words[i] = join(word, "variant"+strconv.Itoa(i+1))
		}
	}
	return words
}

// times counts how often each word occurs.
func times(words []string) map[string]int {
	n := make(map[string]int, len(words))
	for _, w := range words {
		n[w]++
	}
	return n
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// shownKind is what a variant's values are, in a word.
func shownKind(s *shape) string {
	for _, p := range s.parts {
		if p.node.Get("enum") != nil {
			return "enum"
		}
		if t := p.node.Get("type").Text(); t != "" {
			return t
		}
		if len(fields(p.node.Get("properties"))) > 0 {
			return "object"
		}
	}
	return ""
}

// ownProperties are, for each variant, the first property that no other has, a required one if
// there is one.
func ownProperties(shapes []*shape) []string {
	having := map[string]int{}
	for _, s := range shapes {
		for _, name := range propertyNames(s) {
			having[name]++
		}
	}
	out := make([]string, len(shapes))
	for i, s := range shapes {
		required := required(s)
		for _, name := range propertyNames(s) {
			if having[name] == 1 && required[name] != nil {
				out[i] = name
				break
			}
			if having[name] == 1 && out[i] == "" {
				out[i] = name
			}
		}
	}
	return out
}

// propertyNames are the names of a shape's properties, each once.
func propertyNames(s *shape) []string {
	var names []string
	seen := map[string]bool{}
	for _, p := range s.parts {
		for _, f := range fields(p.node.Get("properties")) {
			if !seen[f.Key] {
				seen[f.Key] = true
				names = append(names, f.Key)
			}
		}
	}
	return names
}

// tagValues are the values that a variant's properties demand of the tag; of any property, if there is no tag.
func (r *reader) tagValues(s *shape, tag model.Wire) []string {
	for _, p := range s.parts {
		for _, f := range fields(p.node.Get("properties")) {
			if tag != "" && f.Key != string(tag) {
				continue
			}
			if values := r.words(f.Value, 0); len(values) > 0 && (tag != "" || len(values) == 1) {
				return values
			}
		}
	}
	return nil
}

// words are the strings that a schema's const or enum allows, or those of the schemas that it refers to or is one of.
func (r *reader) words(n *source.Node, depth int) []string {
	if depth > 4 {
		return nil
	}
	if ref := r.doc.Lookup(refOf(n)); refOf(n) != "" && ref != nil {
		return r.words(ref, depth+1)
	}
	if only := n.Get("const"); only != nil && only.Kind == source.String {
		return []string{only.Value}
	}
	var out []string
	for _, v := range items(n.Get("enum")) {
		if v.Kind == source.String {
			out = append(out, v.Value)
		}
	}
	for _, keyword := range [...]string{"allOf", "oneOf", "anyOf"} {
		for _, m := range items(n.Get(keyword)) {
			if len(out) <= mostTags {
				out = append(out, r.words(m, depth+1)...)
			}
		}
	}
	return out
}

// mostTags bounds the values that one variant is known by.
const mostTags = 1000

// emptyOnly tells whether a schema allows nothing but the empty string, as a way to clear a value;
// a type for it would be of no use.
func emptyOnly(n *source.Node) bool {
	values := items(n.Get("enum"))
	return len(values) == 1 && values[0].Kind == source.String && values[0].Value == "" && refOf(n) == ""
}
