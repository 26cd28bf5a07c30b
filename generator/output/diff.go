package output

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// context is how many unchanged lines a hunk shows around its changes.
const context = 3

// unified prints the way from a to b as patch(1) reads it; nothing where they are equal.
func unified(from, to string, a, b []byte) []byte {
	if bytes.Equal(a, b) {
		return nil
	}
	x, y := lines(a), lines(b)
	var out bytes.Buffer
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", from, to)
	all := edits(x, y)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].x0-all[n-1].x1 <= 2*context {
			n++
		}
		hunk(&out, x, y, all[:n])
		all = all[n:]
	}
	return out.Bytes()
}

// hunk prints neighbouring edits with the lines around them.
func hunk(w io.Writer, x, y []string, edits []edit) {
	first, last := edits[0], edits[len(edits)-1]
	lead, tail := min(context, first.x0), min(context, len(x)-last.x1)
	fmt.Fprintf(w, "@@ -%s +%s @@\n",
		span(first.x0-lead, last.x1+tail), span(first.y0-lead, last.y1+tail))
	at := first.x0 - lead
	for _, e := range edits {
		show(w, ' ', x[at:e.x0])
		show(w, '-', x[e.x0:e.x1])
		show(w, '+', y[e.y0:e.y1])
		at = e.x1
	}
	show(w, ' ', x[at:last.x1+tail])
}

// span names lines as patch counts them: from 1, and the line before where there are none.
func span(from, to int) string {
	switch to - from {
	case 0:
		return fmt.Sprintf("%d,0", from)
	case 1:
		return fmt.Sprint(from + 1)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func show(w io.Writer, sign byte, lines []string) {
	for _, l := range lines {
		if !strings.HasSuffix(l, "\n") {
			l += "\n\\ No newline at end of file\n"
		}
		fmt.Fprintf(w, "%c%s", sign, l)
	}
}

func lines(b []byte) []string {
	all := strings.SplitAfter(string(b), "\n")
	if all[len(all)-1] == "" {
		all = all[:len(all)-1]
	}
	return all
}

func more(n int) string { return fmt.Sprintf("… and %d more lines\n", n) }
