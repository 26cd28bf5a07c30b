package docs

import "testing"

// FuzzProse looks for text that gets out of its place.
func FuzzProse(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		bs := prose(s, "https://docs.example/a/")
		check(t, "para", "x\n\n"+para(bs)+"\n\ny")
		check(t, "cell", "| a | b |\n|---|---|\n| "+cell(bs.flat())+" | "+cell(code(s))+" |\n")
		page := check(t, "line", "# "+line(bs.flat())+"\n\n"+line(plain(s))+"\n\n"+line(code(s))+"\n\n# End\n")
		if len(page.headings) != 2 {
			t.Errorf("%d headings, want 2", len(page.headings))
		}
	})
}
