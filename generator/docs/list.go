package docs

import "strings"

// A mark is what begins an item of a list.
type mark struct {
	indent  int  // before it
	width   int  // of the mark with the spaces around it: where the item's text stands; 0: no mark
	ordered bool // 1. or 1)
	one     bool // 1: only such a number interrupts a paragraph
}

func marker(line string) mark {
	s := strings.TrimLeft(line, " ")
	m := mark{indent: len(line) - len(s)}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n := 1
	switch {
	case s == "":
		return m
	case digits > 0 && digits < 10 && len(s) > digits && (s[digits] == '.' || s[digits] == ')'):
		m.ordered, m.one = true, s[:digits] == "1"
		n = digits + 1
	case s[0] != '-' && s[0] != '*' && s[0] != '+' && !strings.HasPrefix(s, "•"):
		return m
	case s[0] != '-' && s[0] != '*' && s[0] != '+':
		n = len("•")
	}
	if len(s) > n && s[n] != ' ' {
		return m
	}
	spaces := len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
	if spaces == 0 || spaces > 4 || spaces == len(s[n:]) {
		spaces = 1
	}
	m.width = m.indent + n + spaces
	return m
}

// items reads a list: its items at one indentation, each with what stands deeper below it.
func (r *reader) items(lines []string, depth int, inPara bool) (Blocks, int) {
	first := marker(lines[0])
	if inPara && (first.ordered && !first.one || strings.TrimSpace(lines[0][min(first.width, len(lines[0])):]) == "") {
		return nil, 0
	}
	b := Block{Kind: Bullets}
	if first.ordered {
		b.Kind = Numbers
	}
	n := 0
	for n < len(lines) {
		m := marker(lines[n])
		if m.width == 0 || m.ordered != first.ordered || heading(lines[n]) == rule {
			break
		}
		took := itemLines(lines[n:], m)
		inner := make([]string, took)
		for i, l := range lines[n : n+took] {
			inner[i] = dedent(l, m.width)
		}
		inner[0] = lines[n][min(m.width, len(lines[n])):]
		if item := r.blocks(inner, depth+1); len(item) > 0 {
			b.Items = append(b.Items, item)
		}
		n += took
	}
	if len(b.Items) == 0 {
		return nil, n
	}
	return Blocks{b}, n
}

// itemLines counts the lines of the item at the beginning of lines: those that stand deeper than its
// mark, and those that go on with its paragraph.
func itemLines(lines []string, m mark) int {
	blank := false
	for i, l := range lines[1:] {
		s := strings.TrimLeft(l, " ")
		indent := len(l) - len(s)
		switch {
		case s == "":
			blank = true
			continue
		case indent >= m.indent+2:
		case blank, marker(l).width > 0, heading(l) == title, fenceMark(s) != "":
			return trimBlank(lines, i+1)
		}
		blank = false
	}
	return len(lines)
}

// trimBlank leaves the blank lines at the end of an item to what follows, unless that is its next item.
func trimBlank(lines []string, n int) int {
	if marker(lines[n]).width > 0 {
		return n
	}
	for n > 1 && strings.TrimSpace(lines[n-1]) == "" {
		n--
	}
	return n
}

// delimiter tells whether a line is the one below a table's head: |---|:--:|.
func delimiter(line string) bool {
	s := strings.TrimSpace(line)
	return strings.Contains(s, "-") && strings.Contains(s, "|") && strings.Trim(s, "|-: ") == ""
}

// rows reads a table.
func (r *reader) rows(lines []string) (Blocks, int) {
	b := Block{Kind: Table, Rows: [][]Spans{r.row(lines[0])}}
	n := 2
	for n < len(lines) && strings.Contains(lines[n], "|") {
		b.Rows = append(b.Rows, r.row(lines[n]))
		n++
	}
	return Blocks{b}, n
}

func (r *reader) row(line string) []Spans {
	var cells []Spans
	line = strings.ReplaceAll(strings.TrimSpace(line), `\|`, "\x00")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	for _, text := range strings.Split(line, "|") {
		cells = append(cells, r.spans(strings.ReplaceAll(strings.TrimSpace(text), "\x00", "|")))
	}
	return cells
}
