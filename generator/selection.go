package generator

import (
	"fmt"
	"slices"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/source"
)

// selection is what the config includes and excludes, in the words of package source.
func selection(s *config.SDK) source.Selection {
	return source.Selection{Include: rules(s.Include), Exclude: rules(s.Exclude), Keep: s.KeepUnused}
}

func rules(from []config.Rule) (all []source.Rule) {
	for _, r := range from {
		all = append(all, source.Rule{Kind: source.RuleKind(r.Kind), Pattern: r.Pattern})
	}
	return all
}

// unusedRules reports the lines of include and exclude that fit no operation of any document.
func (s *SDK) unusedRules(lines []config.Rule, outcomes []*outcome) {
	if len(outcomes) == 0 || slices.ContainsFunc(outcomes, func(o *outcome) bool { return o.gist == nil }) {
		return // what is missing may have them
	}
	for i, r := range rules(lines) {
		if slices.ContainsFunc(outcomes, func(o *outcome) bool { return !slices.Contains(o.idle, r) }) {
			continue
		}
		s.report.Add(diag.Diagnostic{
			Code: "unused-rule", Pos: lines[i].Pos, Message: fmt.Sprintf("no operation fits %q", lines[i].Kind+" "+r.Pattern),
			Cure: "remove the line, or write it as the document does; an asterisk stands for anything",
		})
	}
}

// lines reads what --include or --exclude says.
func lines(texts []string, flag string, report *diag.Report) (all []config.Rule) {
	for _, text := range texts {
		r, ok := config.ParseRule(text)
		if !ok {
			report.Add(diag.Diagnostic{
				Code: "bad-rule", Pos: diag.Pos{File: "command line"}, Message: fmt.Sprintf("--%s %q is no rule", flag, text), Cure: config.RuleCure,
			})
		}
		r.Pos = diag.Pos{File: "command line"}
		all = append(all, r)
	}
	return all
}
