package openapi

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A place is where a schema stands: the way to it from the schema or the operation that holds it.
// The holder is known at the topmost place alone, so that it may be set after places below exist.
type place struct {
	above     *place           // nil at the top
	owner     *model.Schema    // at the top, of what stands in a schema
	operation *model.Operation // at the top, of what stands in an operation
	word      string           // names the step for people; "" adds nothing
	id        string           // at the top the whole pointer; below it the steps from above
	depth     int
}

// at is the place of a part of p: word names it for people, steps are its JSON Pointer from p.
func (p *place) at(word string, steps ...string) *place {
	var id strings.Builder
	for _, step := range steps {
		id.WriteByte('/')
		id.WriteString(escapeStep(step))
	}
	return &place{above: p, word: word, id: id.String(), depth: p.depth + 1}
}

func escapeStep(s string) string {
	if !strings.ContainsAny(s, "~/") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}

// become makes p the top of what stands in s.
func (p *place) become(s *model.Schema) {
	*p = place{owner: s, id: s.ID, depth: p.depth}
}

func (p *place) top() *place {
	for p.above != nil {
		p = p.above
	}
	return p
}

// words are the way from the holder.
func (p *place) words() []string {
	var words []string
	for ; p != nil; p = p.above {
		if p.word != "" {
			words = append(words, p.word)
		}
	}
	slices.Reverse(words)
	return words
}

// pointer is the place's pointer in the document.
func (p *place) pointer() string {
	var ids []string
	for ; p != nil; p = p.above {
		ids = append(ids, p.id)
	}
	slices.Reverse(ids)
	return strings.Join(ids, "")
}
