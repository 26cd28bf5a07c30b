package config

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Rule fits operations: "tag Calls", "path /v1/*", "operation list*".
type Rule struct {
	Kind    string // "tag", "path" or "operation"
	Pattern string // an asterisk stands for anything
	Pos     diag.Pos
}

// RuleCure says how rules are written.
const RuleCure = `write "tag NAME", "path /PATTERN", or "operation ID"; an asterisk stands for anything`

// ParseRule reads a rule; false says that it is none.
func ParseRule(text string) (Rule, bool) {
	kind, pattern, _ := strings.Cut(text, " ")
	r := Rule{Kind: kind, Pattern: strings.TrimSpace(pattern)}
	return r, r.Pattern != "" && (kind == "tag" || kind == "path" || kind == "operation")
}

// rules reads a list of rules.
func (d *decoder) rules(what string, into *[]Rule) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.list(n, what, func(n *yaml.Node) {
			text := ""
			d.text(&text)(n)
			r, ok := ParseRule(text)
			if !ok && text != "" {
				d.fail(n, fmt.Sprintf("%q is no rule", text), RuleCure)
			}
			r.Pos = d.pos(n)
			*into = append(*into, r)
		})
	}
}
