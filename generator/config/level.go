package config

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Level is the severity that the user gives a code of diagnostics: a line under diagnostics:.
type Level struct {
	Code     diag.Code
	Off      bool
	Severity diag.Severity // unless Off
}

// levels reads codes and what becomes of them.
func (d *decoder) levels(into *[]Level) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.each(n, "diagnostics", func(key, value *yaml.Node) {
			word := ""
			d.text(&word)(value)
			l := Level{Code: diag.Code(key.Value)}
			switch word {
			case "off":
				l.Off = true
			case "note":
				l.Severity = diag.Note
			case "warning":
				l.Severity = diag.Warning
			case "error":
			case "":
				return // said already
			default:
				d.fail(value, fmt.Sprintf("severity %q is not known", word), "write off, note, warning or error")
				return
			}
			d.level(key, l)
			*into = append(*into, l)
		})
	}
}

// level checks that a code is one, and that it may be less than an error.
func (d *decoder) level(key *yaml.Node, l Level) {
	rule, known := diag.RuleOf(l.Code)
	switch {
	case !known:
		cure := "docs/diagnostics.md lists them; the code stands behind each message of --format json"
		var codes []string
		for _, r := range diag.Rules() {
			codes = append(codes, string(r.Code))
		}
		if near := diag.Nearest(key.Value, codes); len(near) > 0 {
			cure = "perhaps " + strings.Join(near, " or ") + " is meant"
		}
		d.fail(key, fmt.Sprintf("no diagnostic has the code %.200q", key.Value), cure)
	case rule.Fixed() && (l.Off || l.Severity != diag.Error):
		d.fail(key, fmt.Sprintf("%s is an error, and nothing can be emitted in spite of it", l.Code), "remove the line, and mend what the error says")
	}
}
