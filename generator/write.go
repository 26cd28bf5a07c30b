package generator

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Level says how much of the diagnostics is printed.
type Level int

const (
	Errors   Level = iota // alone
	Warnings              // errors, and some warnings of each code
	All                   // whatever there is to say
)

// some is how many warnings of one code are printed where not all are asked for.
const some = 5

// WriteDiagnostics prints what there is to say as "text", "json" or "sarif".
func (r *Result) WriteDiagnostics(w io.Writer, format string, level Level) error {
	worst := [...]diag.Severity{Errors: diag.Error, Warnings: diag.Warning, All: diag.Note}[level]
	var list []diag.Diagnostic
	for _, d := range r.Diagnostics {
		if d.Severity <= worst {
			list = append(list, d)
		}
	}
	switch format {
	case "json":
		return diag.WriteJSON(w, list)
	case "sarif":
		return diag.WriteSARIF(w, list, Version, files())
	}
	most := some
	if level == All {
		most = 0
	}
	return diag.WriteText(w, list, most, files())
}

// files returns a function that reads files, each once. What is no ordinary file of a bearable size
// has no bytes: the diagnostic says so already.
func files() func(name string) []byte {
	read := map[string][]byte{}
	return func(name string) []byte {
		if data, known := read[name]; known {
			return data
		}
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && info.Size() <= 64<<20 {
			data, err := os.ReadFile(name)
			if err == nil {
				read[name] = data
				return data
			}
		}
		read[name] = nil
		return nil
	}
}

// String is the line that sums an SDK up: what was done, or what Generate would do.
func (s *SDK) String() string {
	did := "%s: %s, %s: %s to write, %d unchanged, %d to remove in %s"
	if s.written {
		did = "%s: %s, %s: %s written, %d unchanged, %d removed in %s"
	}
	return fmt.Sprintf(did, s.Name, count(s.Documents, "document"), count(s.Operations, "operation"),
		count(s.Summary.Written, "file"), s.Summary.Unchanged, s.Summary.Removed, s.Out)
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
