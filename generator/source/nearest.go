package source

import (
	"fmt"
	"slices"
	"strings"
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
	near := nearest(name, keys)
	if len(near) == 0 {
		return otherwise
	}
	return fmt.Sprintf("perhaps %s is meant", strings.Join(near, " or "))
}

// nearest are at most three of the names that a slip of the pen could have made of one.
func nearest(name string, names []string) []string {
	type guess struct {
		name     string
		distance int
	}
	limit := max(2, len(name)/3)
	var guesses []guess
	for _, other := range names {
		if abs(len(other)-len(name)) > limit || len(other) > 200 {
			continue
		}
		if d := distance(strings.ToLower(name), strings.ToLower(other)); d <= limit {
			guesses = append(guesses, guess{other, d})
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return a.distance - b.distance })
	var near []string
	for _, g := range guesses[:min(3, len(guesses))] {
		near = append(near, fmt.Sprintf("%.200q", g.name))
	}
	return near
}

func abs(n int) int { return max(n, -n) }

// distance is how many bytes must be put, taken or changed to make a of b (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
