package diag

import (
	"strings"
	"testing"
)

func TestExcerpt(t *testing.T) {
	for _, test := range []struct {
		in        string
		line, col int
		want      string
	}{
		{"a: 1\nb:\t2\n", 2, 4, "\tb: 2\n\t   ^\n"},
		{"\uFEFFé: x\r\n", 1, 5, "\té: x\n\t   ^\n"},
		{"a", 1, 2, "\ta\n\t ^\n"},
		{"a\x1b[m", 1, 2, "\ta\\x1b[m\n\t ^\n"},
		{"a", 2, 1, ""},
		{"a", 1, 9, ""},
		{"a", 0, 0, ""},
		{
			strings.Repeat("x", 500) + "é" + strings.Repeat("y", 500), 1, 501,
			"\t" + strings.Repeat("x", 39) + "é" + strings.Repeat("y", 59) + "\n\t" + strings.Repeat(" ", 39) + "^\n",
		},
	} {
		if got := Excerpt([]byte(test.in), Pos{Line: test.line, Col: test.col}); got != test.want {
			t.Errorf("%.20q at %d:%d: got\n%swant\n%s", test.in, test.line, test.col, got, test.want)
		}
	}
}
