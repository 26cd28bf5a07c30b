package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// extensions moves to their places what documents had to say in extensions: paths that differ in their query alone
// (x-ms-paths), and webhooks before OpenAPI 3.1 (x-webhooks).
func extensions(root *Node, report *diag.Report) {
	for _, e := range [...]struct{ key, to string }{{"x-ms-paths", "paths"}, {"x-webhooks", "webhooks"}} {
		n := root.Get(e.key)
		if n == nil || n.Kind != Object || len(n.Fields) == 0 {
			continue
		}
		to := root.Get(e.to)
		if to == nil {
			to = &Node{Kind: Object, Pos: n.Pos}
			root.put(e.to, to)
		}
		if to.Kind != Object {
			continue
		}
		report.Add(diag.Diagnostic{
			Code: "read-extension", Severity: diag.Note, Pos: n.Pos, Pointer: n.Pointer(),
			Message: fmt.Sprintf("%s is no keyword of OpenAPI's", e.key), Cure: fmt.Sprintf("it is read as %s", e.to),
		})
		have := map[string]bool{}
		for _, f := range to.Fields {
			have[f.Key] = true
		}
		for _, f := range n.Fields {
			if have[f.Key] {
				report.Add(diag.Diagnostic{
					Code: "read-extension", Severity: diag.Warning, Pos: f.Pos, Pointer: f.Value.where(),
					Message: fmt.Sprintf("%.200q of %s is one of %s, too", f.Key, e.key, e.to), Cure: "that one is emitted, this one is left out",
				})
				continue
			}
			to.Fields = append(to.Fields, Field{Key: f.Key, Pos: f.Pos, Value: f.Value})
			f.Value.parent, f.Value.key = to, f.Key
		}
		to.index = nil
		root.drop(e.key)
	}
}
