package diag

import (
	"encoding/json"
	"io"
)

// A jsonDiagnostic is a diagnostic as other programs read it. Keys are never renamed. line and col count from 1; col
// counts bytes, not characters.
type jsonDiagnostic struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"`
	Pos
	Pointer string        `json:"pointer,omitempty"`
	Message string        `json:"message"`
	Cure    string        `json:"cure,omitempty"`
	Related []jsonRelated `json:"related,omitempty"`
}

type jsonRelated struct {
	Pos
	Message string `json:"message"`
}

// WriteJSON prints diagnostics as one object: {"diagnostics": […]}.
func WriteJSON(w io.Writer, list []Diagnostic) error {
	all := []jsonDiagnostic{} // never null
	for _, d := range list {
		j := jsonDiagnostic{Code: d.Code, Severity: d.Severity.String(), Pos: d.Pos, Pointer: d.Pointer, Message: d.Message, Cure: d.Cure}
		for _, r := range d.Related {
			j.Related = append(j.Related, jsonRelated{r.Pos, r.Message})
		}
		all = append(all, j)
	}
	return encode(w, struct {
		Diagnostics []jsonDiagnostic `json:"diagnostics"`
	}{all})
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
