package generator

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/sdkc/sdkc/generator/diag"
)

// WriteDiagnostics prints what there is to say as "text", "json" or "sarif". Quiet leaves errors
// only; most limits warnings of one code in text, 0 prints all.
func (r *Result) WriteDiagnostics(w io.Writer, format string, quiet bool, most int) error {
	list := r.Diagnostics
	if quiet {
		list = nil
		for _, d := range r.Diagnostics {
			if d.Severity == diag.Error {
				list = append(list, d)
			}
		}
	}
	switch format {
	case "json":
		return diag.WriteJSON(w, list)
	case "sarif":
		return diag.WriteSARIF(w, list, Version)
	}
	return diag.WriteText(w, list, most)
}

// String is the line that sums an SDK up.
func (s *SDK) String() string {
	return fmt.Sprintf("%s: %s, %s: %d files written, %d unchanged, %d removed in %s", s.Name,
		count(s.Documents, "document"), count(s.Operations, "operation"),
		s.Summary.Written, s.Summary.Unchanged, s.Summary.Removed, s.Out)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// String is a table: a line for each stage, then the whole.
func (t Timings) String() string {
	var b strings.Builder
	for _, s := range t.Stages {
		fmt.Fprintf(&b, "%-8s %7d ms\n", s.Name, s.Time.Milliseconds())
	}
	fmt.Fprintf(&b, "wall     %7d ms\n", t.Wall.Milliseconds())
	if t.CPU > 0 {
		fmt.Fprintf(&b, "cpu      %7d ms\nmemory   %7d MB\n", t.CPU.Round(time.Millisecond).Milliseconds(), t.MaxRSS>>20)
	}
	return b.String()
}
