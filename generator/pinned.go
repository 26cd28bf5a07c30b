package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/sdkc/sdkc/generator/diag"
)

// unfetched says of a document that the config names by URL, and that is not there, how to get it.
func (b *build) unfetched(o *outcome) bool {
	if o.URL == "" {
		return false
	}
	if _, err := os.Stat(o.File); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	o.report.Add(diag.Diagnostic{
		Code: "missing-file", Pos: o.Pos, Message: fmt.Sprintf("%s has not been fetched", o.File), Cure: "run sdkc pull",
	})
	return true
}

// unpinned warns of a document that is not the one that sdkc pull fetched.
func (b *build) unpinned(o *outcome, sum string) {
	if o.URL == "" || b.sum == nil {
		return
	}
	pin := b.sum.Pin(keyOf(b.Config, o.File))
	if pin != nil && pin.SHA256 == sum {
		return
	}
	o.report.Add(diag.Diagnostic{
		Code: "unpinned-document", Severity: diag.Warning, Pos: o.Pos,
		Message: fmt.Sprintf("%s is not the document that sdkc pull fetched", o.File),
		Cure:    "keep changes in an overlay (overlays:), or run sdkc pull",
	})
}
