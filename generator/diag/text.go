package diag

import (
	"bufio"
	"fmt"
	"io"
)

// WriteText prints diagnostics for people: a line each; below an error the text at its place, from
// what source says a file holds (nil shows none); then the second places, indented. After most
// warnings or notes of one code it only counts, as there may be thousands; errors are never left
// out. A most of 0 prints all.
func WriteText(w io.Writer, list []Diagnostic, most int, source func(file string) []byte) error {
	b := bufio.NewWriter(w)
	shown := map[Code]int{}
	var codes []Code // that were cut, in the order of their first
	for _, d := range list {
		shown[d.Code]++
		if n := shown[d.Code]; d.Severity != Error && most > 0 && n > most {
			if n == most+1 {
				codes = append(codes, d.Code)
			}
			continue
		}
		fmt.Fprintln(b, Visible(d.line()))
		if d.Severity == Error && source != nil && d.Pos.Line > 0 {
			b.WriteString(Excerpt(source(d.Pos.File), d.Pos))
		}
		for _, r := range d.Related {
			fmt.Fprintf(b, "\t%s\n", Visible(r.Pos.String()+": "+r.Message))
		}
	}
	for _, c := range codes {
		fmt.Fprintf(b, "… and %d more of %s; sdkc lint shows all\n", shown[c]-most, c)
	}
	return b.Flush()
}

// line is String with the severity of what is no error, and the code to look for.
func (d Diagnostic) line() string {
	if d.Severity == Error {
		return d.String()
	}
	d.Message = d.Severity.String() + ": " + d.Message
	return d.String() + " [" + string(d.Code) + "]"
}
