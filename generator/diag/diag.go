// Package diag holds what sdkc has to say about a document or a config: a code, a
// place, words and a cure. It knows nothing of OpenAPI or Go; any room may use it.
package diag

import (
	"fmt"
	"strings"
)

// A Pos is a place in a file. Lines and columns count from 1; a column counts bytes.
type Pos struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"`
	Col  int    `json:"col,omitempty"`
}

// String is "file:line:col", or the file alone where there is no line.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// A Severity says whether a diagnostic stops the run.
type Severity uint8

const (
	Error   Severity = iota // the document is refused; nothing is written
	Warning                 // something is emitted, but weaker or other than the document says
	Note                    // nothing is lost; a decision the reader may want to know
)

func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// A Code names a kind of diagnostic for machines: "dangling-ref". Codes are kebab-case and never change.
type Code string

// A Diagnostic is one thing to say.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Pos      Pos
	Pointer  string // JSON Pointer (RFC 6901) of the node in its file: "/paths/~1pets/get"
	Message  string // lower case, no full stop: "enum value 3 is not a string"
	Cure     string // what to do, or what was emitted instead; may be empty
	Related  []Related
}

// A Related is a second place that a diagnostic is about.
type Related struct {
	Pos     Pos
	Message string
}

// String is the line that people read: place, colon, message; then the cure.
func (d Diagnostic) String() string {
	var b strings.Builder
	b.WriteString(d.Pos.String())
	b.WriteString(": ")
	b.WriteString(d.Message)
	if d.Cure != "" {
		b.WriteString("; ")
		b.WriteString(d.Cure)
	}
	return b.String()
}

// A Report collects diagnostics in the order they are found. It is for one goroutine.
type Report struct {
	List []Diagnostic
}

// Add appends a diagnostic.
func (r *Report) Add(d Diagnostic) { r.List = append(r.List, d) }

// Failed tells whether any diagnostic is an error.
func (r *Report) Failed() bool {
	for _, d := range r.List {
		if d.Severity == Error {
			return true
		}
	}
	return false
}
