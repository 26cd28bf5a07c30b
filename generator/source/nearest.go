package source

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// dangling says where a pointer stops, and which names come near the one that is missing.
func (b *bundler) dangling(n *Node, fragment string) *problem {
	for part := range strings.SplitSeq(strings.TrimPrefix(fragment, "/"), "/") {
		name := unescapePointer(unescapePercent(part))
		next := n.child(name)
		if next == nil {
			return &problem{"dangling-ref", fmt.Sprintf("names nothing: there is no %.200q", name), b.cure(name, n)}
		}
		n = next
	}
	return &problem{"dangling-ref", "names nothing", ""}
}

// maxGuesses is how often the nearest names are looked for: each time costs a look at all names.
const maxGuesses = 20

func (b *bundler) cure(name string, n *Node) string {
	const otherwise = "define it, or refer to something else"
	if b.guesses++; b.guesses > maxGuesses || len(name) > 200 {
		return otherwise
	}
	var keys []string
	for _, f := range n.Fields {
		keys = append(keys, f.Key)
	}
	near := diag.Nearest(name, keys)
	if len(near) == 0 {
		return otherwise
	}
	return fmt.Sprintf("perhaps %s is meant", strings.Join(near, " or "))
}
