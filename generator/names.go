package generator

import (
	"fmt"
	"slices"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// unusedName is the code that package sdk gives to names that fit nothing in its document.
const unusedName diag.Code = "unused-name"

// setAside takes the names that fit nothing out of the report: they may fit another document.
func (o *outcome) setAside() {
	o.report.List = slices.DeleteFunc(o.report.List, func(d diag.Diagnostic) bool {
		if d.Code == unusedName {
			o.unused = append(o.unused, d.Message)
		}
		return d.Code == unusedName
	})
}

// unusedNames reports the lines of the config that name nothing: in their document, or in any
// where they stand for the whole SDK.
func (s *SDK) unusedNames(shared []config.Name, outcomes []*outcome) {
	all := len(outcomes) > 0
	for _, o := range outcomes {
		all = all && o.pkg != nil
		for _, n := range o.Names {
			s.unusedName(n, []*outcome{o})
		}
	}
	for _, n := range shared {
		if all {
			s.unusedName(n, outcomes)
		}
	}
}

func (s *SDK) unusedName(n config.Name, outcomes []*outcome) {
	message := fmt.Sprintf("names: nothing is called %q", n.Key)
	for _, o := range outcomes {
		if !slices.Contains(o.unused, message) {
			return
		}
	}
	s.report.Add(diag.Diagnostic{Code: unusedName, Pos: n.Pos, Message: message, Cure: "remove the line"})
}

// unusedParams reports the client params that no path of any document has.
func (s *SDK) unusedParams(params []config.ClientParam, outcomes []*outcome) {
	if len(outcomes) == 0 || slices.ContainsFunc(outcomes, func(o *outcome) bool { return o.pkg == nil }) {
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
		for _, p := range o.pkg.Client.Params {
			if string(p.Spec.Name) == name {
				return true
			}
		}
	}
	return false
}
