package output

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestUnified(t *testing.T) {
	for _, test := range []struct{ name, a, b, want string }{
		{"equal", "a\nb\n", "a\nb\n", ""},
		{"one line", "a\nb\nc\n", "a\nX\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+X\n c\n"},
		{"new file", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n"},
		{"gone file", "a\n", "", "@@ -1 +0,0 @@\n-a\n"},
		{"no newline", "a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"},
		{
			"two hunks", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "X\n2\n3\n4\n5\n6\n7\n8\nY\n",
			"@@ -1,4 +1,4 @@\n-1\n+X\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+Y\n",
		},
		{
			"neighbours share a hunk", "1\n2\n3\n4\n5\n6\n7\n", "X\n2\n3\n4\n5\n6\nY\n",
			"@@ -1,7 +1,7 @@\n-1\n+X\n 2\n 3\n 4\n 5\n 6\n-7\n+Y\n",
		},
		{
			"a moved brace", "f {\n}\n\ng {\n}\n", "f {\n}\n\nh {\n}\n\ng {\n}\n",
			"@@ -1,5 +1,8 @@\n f {\n }\n \n+h {\n+}\n+\n g {\n }\n",
		},
	} {
		want := test.want
		if want != "" {
			want = "--- a\n+++ b\n" + want
		}
		if got := string(unified("a", "b", []byte(test.a), []byte(test.b))); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, want)
		}
	}
}

func TestEditsLeadFromOneTextToTheOther(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() []string {
		lines := make([]string, r.IntN(30))
		for i := range lines {
			lines[i] = string(rune('a' + r.IntN(12)))
		}
		return lines
	}
	for range 3000 {
		x, y := text(), text()
		var got []string
		at := 0
		for _, e := range edits(x, y) {
			got = append(got, x[at:e.x0]...)
			if len(got) != e.y0 {
				t.Fatalf("%q to %q: edit %v begins at line %d of the new text", x, y, e, len(got))
			}
			got = append(got, y[e.y0:e.y1]...)
			at = e.x1
		}
		got = append(got, x[at:]...)
		if strings.Join(got, "\n") != strings.Join(y, "\n") {
			t.Fatalf("%q to %q: edits lead to %q", x, y, got)
		}
	}
}

func TestDiffIsCut(t *testing.T) {
	d := Drift{Path: "x.go", Kind: Missing, Want: []byte("1\n2\n3\n4\n")}
	want := "--- /dev/null\n+++ b/out/x.go\n@@ -0,0 +1,4 @@\n+1\n… and 3 more lines\n"
	if got := string(d.Diff("out", 4)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string(d.Diff("out", 0)); strings.Contains(got, "more") {
		t.Errorf("no limit, but cut:\n%s", got)
	}
}
