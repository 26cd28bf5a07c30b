package output

import (
	"slices"
	"sort"
)

// An edit says that lines x0 to x1 of the one text are lines y0 to y1 of the other.
type edit struct{ x0, x1, y0, y1 int }

// A pair is a line of each text that are the same.
type pair struct{ x, y int }

// edits finds what differs. Lines that occur once in both texts anchor the match, as in a
// patience diff: readable for code, and n log n however different the texts are.
func edits(x, y []string) []edit {
	var out []edit
	var done pair // everything before is accounted for
	pairs := append([]pair{{0, 0}}, anchors(x, y)...)
	for _, m := range append(pairs, pair{len(x), len(y)}) {
		if m.x < done.x {
			continue // inside the equal lines of an earlier anchor
		}
		start, end := m, m
		for start.x > done.x && start.y > done.y && x[start.x-1] == y[start.y-1] {
			start.x, start.y = start.x-1, start.y-1
		}
		for end.x < len(x) && end.y < len(y) && x[end.x] == y[end.y] {
			end.x, end.y = end.x+1, end.y+1
		}
		if start != done {
			out = append(out, edit{done.x, start.x, done.y, start.y})
		}
		done = end
	}
	return out
}

// anchors are lines that occur once in each text, as many as stand in the same order in both.
func anchors(x, y []string) []pair {
	inX, inY := once(x), once(y)
	var all []pair // by x
	for i, line := range x {
		if j, ok := inY[line]; ok && j >= 0 && inX[line] >= 0 {
			all = append(all, pair{i, j})
		}
	}
	// The longest run of growing y: tops[n] ends the best run of n+1 pairs, before links back.
	var tops []int
	before := make([]int, len(all))
	for i, p := range all {
		n := sort.Search(len(tops), func(n int) bool { return all[tops[n]].y >= p.y })
		before[i] = -1
		if n > 0 {
			before[i] = tops[n-1]
		}
		if n == len(tops) {
			tops = append(tops, i)
		} else {
			tops[n] = i
		}
	}
	var run []pair
	if len(tops) > 0 {
		for i := tops[len(tops)-1]; i >= 0; i = before[i] {
			run = append(run, all[i])
		}
	}
	slices.Reverse(run)
	return run
}

// once tells where each line stands, -1 for lines that stand in several places.
func once(lines []string) map[string]int {
	at := make(map[string]int, len(lines))
	for i, line := range lines {
		if _, again := at[line]; again {
			i = -1
		}
		at[line] = i
	}
	return at
}
