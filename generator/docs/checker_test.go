package docs

import (
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// A checked page is what a reader of Markdown finds on it, by rules of its own: nothing here is
// shared with the printer.
type checkedPage struct {
	headings []string
	links    []string
}

var (
	linkPattern   = regexp.MustCompile(`\]\(([^)\s]*)\)`)
	tableHead     = regexp.MustCompile(`^\|(---\|)+$`)
	headingLine   = regexp.MustCompile(`^#{1,6} `)
	runningLink   = regexp.MustCompile(`\]\(\s*(?i:javascript|data|vbscript|file):`)
	anchorless    = regexp.MustCompile("[^\\pL\\pN\\pM _-]")
	escapedThings = regexp.MustCompile(`\\[[:punct:]]`)
)

// check reads a page and reports raw HTML, images, broken tables and what cannot be seen.
func check(t *testing.T, name, text string) checkedPage {
	t.Helper()
	var page checkedPage
	fence, columns := "", 0
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		checkRunes(t, name, i+1, l)
		was := fence
		if fence = fenceAfter(was, strings.TrimSpace(l)); was != "" || fence != "" {
			continue
		}
		bare := escapedThings.ReplaceAllString(withoutCode(l), "e")
		checkMarks(t, name, i+1, bare)
		for _, m := range linkPattern.FindAllStringSubmatch(bare, -1) {
			page.links = append(page.links, m[1])
		}
		if headingLine.MatchString(l) {
			page.headings = append(page.headings, l)
		}
		if i+1 < len(lines) && tableHead.MatchString(lines[i+1]) {
			columns = strings.Count(lines[i+1], "|") - 1
		}
		if columns > 0 && l == "" {
			columns = 0
		}
		if columns > 0 {
			checkColumns(t, name, i+1, l, columns)
		}
	}
	if fence != "" {
		t.Errorf("%s: a fence is not closed", name)
	}
	return page
}

func fenceAfter(open, l string) string {
	mark := l[:len(l)-len(strings.TrimLeft(l, "`"))]
	switch {
	case open == "" && len(mark) >= 3 && !strings.Contains(l[len(mark):], "`"):
		return mark
	case open != "" && len(mark) >= len(open) && mark == l:
		return ""
	}
	return open
}

func checkRunes(t *testing.T, name string, n int, l string) {
	t.Helper()
	for _, r := range l {
		if r != '\t' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)) {
			t.Errorf("%s:%d: %U is in it", name, n, r)
		}
	}
}

func checkMarks(t *testing.T, name string, n int, bare string) {
	t.Helper()
	if strings.Contains(bare, "<") {
		t.Errorf("%s:%d: raw HTML: %s", name, n, bare)
	}
	if strings.Contains(bare, "![") {
		t.Errorf("%s:%d: an image: %s", name, n, bare)
	}
	if runningLink.MatchString(bare) {
		t.Errorf("%s:%d: a link that runs: %s", name, n, bare)
	}
}

// checkColumns counts cells by both readings of a backslash before a pipe.
func checkColumns(t *testing.T, name string, n int, l string, want int) {
	t.Helper()
	pairs, last := 0, 0
	run := 0
	for i := range len(l) {
		if l[i] == '|' && run%2 == 0 {
			pairs++
		}
		if l[i] == '|' && run == 0 {
			last++
		}
		if run++; l[i] != '\\' {
			run = 0
		}
	}
	if pairs-1 != want || last-1 != want {
		t.Errorf("%s:%d: %d or %d columns, want %d: %s", name, n, pairs-1, last-1, want, l)
	}
}

// withoutCode blanks the code spans of a line.
func withoutCode(l string) string {
	var b strings.Builder
	for i := 0; i < len(l); {
		if l[i] == '\\' && i+1 < len(l) {
			b.WriteString(l[i : i+2])
			i += 2
			continue
		}
		if l[i] != '`' {
			b.WriteByte(l[i])
			i++
			continue
		}
		mark := l[i : len(l)-len(strings.TrimLeft(l[i:], "`"))]
		end := closing(l[i+len(mark):], mark)
		if end < 0 {
			b.WriteString(mark)
			i += len(mark)
			continue
		}
		b.WriteString("code")
		i += len(mark) + end + len(mark)
	}
	return b.String()
}

// closing is where a run of backticks of exactly the mark's length begins; -1 for nowhere.
func closing(s, mark string) int {
	for i := 0; i < len(s); {
		run := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if run == len(mark) {
			return i
		}
		i += max(run, 1)
	}
	return -1
}

// checkSite checks all pages and that each link leads to a page and a heading that exist.
func checkSite(t *testing.T, pages map[string]string) {
	t.Helper()
	checked, anchors := map[string]checkedPage{}, map[string]map[string]bool{}
	folded := map[string]string{}
	for name, text := range pages {
		checked[name] = check(t, name, text)
		anchors[name] = githubAnchors(checked[name].headings)
		if other, ok := folded[strings.ToLower(name)]; ok {
			t.Errorf("%s and %s are one file where case is folded", name, other)
		}
		folded[strings.ToLower(name)] = name
	}
	for name, page := range checked {
		for _, link := range page.links {
			if strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "mailto:") {
				continue
			}
			file, anchor, _ := strings.Cut(link, "#")
			to := name
			if file != "" {
				to = path.Join(path.Dir(name), file)
			}
			if _, ok := pages[to]; !ok || anchor != "" && !anchors[to][anchor] {
				t.Errorf("%s: link %s leads nowhere", name, link)
			}
		}
	}
}

func githubAnchors(headings []string) map[string]bool {
	all := map[string]bool{}
	for _, h := range headings {
		h = strings.ToLower(strings.TrimSpace(strings.TrimLeft(h, "#")))
		h = anchorless.ReplaceAllString(h, "")
		h = strings.ReplaceAll(h, " ", "-")
		a := h
		for n := 1; all[a]; n++ {
			a = h + "-" + string(rune('0'+n))
		}
		all[a] = true
	}
	return all
}
