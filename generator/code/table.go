package code

import (
	"strings"
	"unicode/utf8"
)

// table lines the cells of a table up, or makes a list of rows that are too long for that.
func (r *reader) table(head string) {
	r.flush()
	rows := [][]string{cells(head)}
	r.at++
	for r.at < len(r.lines) && strings.Contains(r.lines[r.at], "|") {
		rows = append(rows, cells(r.lines[r.at]))
		r.at++
	}
	lines := columns(rows)
	for _, l := range lines {
		if utf8.RuneCountInString(l) > width {
			r.rows(rows)
			return
		}
	}
	r.code(lines)
}

// rows adds a table as a list: the head as a paragraph, then an item a row.
func (r *reader) rows(rows [][]string) {
	r.title(strings.Join(rows[0], ": "))
	for _, row := range rows[1:] {
		r.item("", strings.Join(row, ": "))
	}
	r.flush()
}

// cells are the texts of a table's row, without their Markdown.
func cells(row string) []string {
	row = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(row), "|"), "|")
	parts := strings.Split(strings.ReplaceAll(row, `\|`, "\x00"), "|")
	for i, part := range parts {
		parts[i] = oneLine(plain(strings.ReplaceAll(part, "\x00", "|")))
	}
	return parts
}

// columns are the rows as lines, each column as wide as its widest cell, up to a limit.
func columns(rows [][]string) []string {
	const limit = 40
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], min(limit, utf8.RuneCountInString(cell)))
		}
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		var b strings.Builder
		for j, cell := range row {
			b.WriteString(cell)
			if j < len(row)-1 {
				b.WriteString(strings.Repeat(" ", max(0, widths[j]-utf8.RuneCountInString(cell))+2))
			}
		}
		lines[i] = strings.TrimRight(b.String(), " ")
	}
	return lines
}
