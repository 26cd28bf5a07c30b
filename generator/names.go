package generator

import (
	"fmt"
	"slices"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// These are the codes that package sdk gives to lines of the config that fit nothing in its document.
const (
	unusedName   diag.Code = "unused-name"
	unusedPaging diag.Code = "unused-paging"
)

// setAside takes the lines that fit nothing out of the report: they may fit another document.
func (o *outcome) setAside() {
	o.report.List = slices.DeleteFunc(o.report.List, func(d diag.Diagnostic) bool {
		unused := d.Code == unusedName || d.Code == unusedPaging
		if unused {
			o.unused = append(o.unused, d.Message)
		}
		return unused
	})
}

// unusedNames reports the lines of the config that name nothing: in their document, or in any
// where they stand for the whole SDK.
func (s *SDK) unusedNames(shared []config.Name, outcomes []*outcome) {
	line := func(n config.Name) diag.Diagnostic {
		return diag.Diagnostic{Code: unusedName, Pos: n.Pos, Message: fmt.Sprintf("names: nothing is called %q", n.Key), Cure: "remove the line"}
	}
	for _, o := range outcomes {
		for _, n := range o.Names {
			s.unusedLine(line(n), []*outcome{o})
		}
	}
	for _, n := range shared {
		s.unusedLine(line(n), outcomes)
	}
}

// unusedPaging reports the paging of operations that no document has.
func (s *SDK) unusedPaging(shared []config.Paging, outcomes []*outcome) {
	line := func(p config.Paging) diag.Diagnostic {
		return diag.Diagnostic{
			Code: unusedPaging, Pos: p.Pos, Message: fmt.Sprintf("paging: no operation is called %q", p.Operation),
			Cure: "remove it, or write an operationId or a method and a path as the document does",
		}
	}
	for _, o := range outcomes {
		for _, p := range o.Paging {
			s.unusedLine(line(p), []*outcome{o})
		}
	}
	for _, p := range shared {
		s.unusedLine(line(p), outcomes)
	}
}

// unusedLine reports a line that none of some documents has a use for. A refused one might have had.
func (s *SDK) unusedLine(d diag.Diagnostic, outcomes []*outcome) {
	for _, o := range outcomes {
		if o.gist == nil || !slices.Contains(o.unused, d.Message) {
			return
		}
	}
	if len(outcomes) > 0 {
		s.report.Add(d)
	}
}

// unusedParams reports the client params that no path of any document has.
func (s *SDK) unusedParams(params []config.ClientParam, outcomes []*outcome) {
	if len(outcomes) == 0 || slices.ContainsFunc(outcomes, func(o *outcome) bool { return o.gist == nil }) {
		return // what is missing may have them
	}
	for _, p := range params {
		if !hasParam(outcomes, p.Name) {
			s.report.Add(diag.Diagnostic{
				Code: "unused-client-param", Pos: p.Pos, Message: fmt.Sprintf("no path has {%s}", p.Name),
				Cure: "remove it from clientParams:, or write it as the paths do",
			})
		}
	}
}

func hasParam(outcomes []*outcome, name string) bool {
	for _, o := range outcomes {
		if slices.Contains(o.gist.ClientParams, name) {
			return true
		}
	}
	return false
}
