package generator

import (
	"slices"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// regrade gives the diagnostics of an SDK the severities that its config asks for. An error stays one: what it is
// about cannot be emitted.
func (s *SDK) regrade(levels []config.Level) {
	s.report.List = slices.DeleteFunc(s.report.List, func(d diag.Diagnostic) bool {
		l := levelOf(d.Code, levels)
		return l != nil && l.Off && d.Severity != diag.Error
	})
	for i := range s.report.List {
		d := &s.report.List[i]
		if l := levelOf(d.Code, levels); l != nil && !l.Off && d.Severity != diag.Error {
			d.Severity = l.Severity
		}
	}
}

// levelOf is the last level of a code, or nil.
func levelOf(code diag.Code, levels []config.Level) *config.Level {
	for i := range slices.Backward(levels) {
		if levels[i].Code == code {
			return &levels[i]
		}
	}
	return nil
}
