package sdk

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// goNames reports the Go names of the document that no Go declaration can have.
func (b *builder) goNames() {
	said := make(map[diag.Pos]bool)
	check := func(name string, pos diag.Pos) {
		if name == "" || validIdent(name) && isExported(name) || said[pos] {
			return
		}
		said[pos] = true
		b.report.Add(diag.Diagnostic{
			Code: "bad-go-name", Severity: diag.Warning, Pos: pos,
			Message: fmt.Sprintf("x-go-name %q is no exported Go name", name), Cure: "the name is made from the document's own words",
		})
	}
	for _, s := range b.doc.Schemas {
		check(s.GoName, s.Pos)
		if s.Object == nil {
			continue
		}
		for _, f := range s.Object.Fields {
			check(f.GoName, f.Pos)
		}
	}
	for _, op := range b.doc.Operations() {
		check(op.GoName, op.Pos)
	}
}
