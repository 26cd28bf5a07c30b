package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Nearest are at most three of the names that a slip of the pen could have made of one.
func Nearest(name string, names []string) []string {
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
