package source

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"go.yaml.in/yaml/v3"
)

// scalar judges a YAML scalar as YAML 1.2 does, whatever the library thinks: yes, no, on, off and
// dates are text, 0o17 is fifteen, and a number with leading zeros (a zip code, a file mode) is text.
func scalar(n *yaml.Node, pos diag.Pos) Node {
	out := Node{Kind: String, Value: n.Value, Pos: pos}
	switch n.ShortTag() {
	case "!!null":
		out.Kind, out.Value, out.raw = Null, "", n.Value
	case "!!bool":
		out.Kind, out.Value = Bool, "false"
		if isYes(n.Value) {
			out.Value = "true"
		}
	case "!!int", "!!float":
		if number, ok := number(n.Value); ok {
			out.Kind, out.Value = Number, number
		}
	}
	if out.Value != n.Value {
		out.raw = n.Value
	}
	return out
}

// endless tells whether YAML reads a scalar as a float that JSON cannot write: .inf or .nan.
func endless(n *yaml.Node, read Node) bool {
	if read.Kind != String || n.ShortTag() != "!!float" {
		return false
	}
	switch strings.ToLower(strings.TrimLeft(n.Value, "+-")) {
	case ".inf", ".nan":
		return true
	}
	return false
}

// endless keeps such a float as text.
func (r *yamlReader) endless(n *yaml.Node, pos diag.Pos) *Node {
	r.report.Add(diag.Diagnostic{
		Code: "endless-number", Severity: diag.Warning, Pos: pos,
		Message: fmt.Sprintf("%s is no number that JSON has", n.Value), Cure: "it is read as text; quote it if it is meant so",
	})
	return r.slab.node(Node{Kind: String, Value: n.Value, Pos: pos})
}

// isYes knows YAML 1.1's words for true.
func isYes(s string) bool {
	switch strings.ToLower(s) {
	case "true", "yes", "on", "y":
		return true
	}
	return false
}

// isNo knows YAML 1.1's words for false.
func isNo(s string) bool {
	switch strings.ToLower(s) {
	case "false", "no", "off", "n":
		return true
	}
	return false
}

// number writes a YAML number as JSON does: "+1" is 1, ".5" is 0.5, "0x1F" is 31, "1_000" is 1000.
// Infinities, "not a number" and leading zeros have no JSON number.
func number(s string) (string, bool) {
	if isNumber(s) {
		return s, true
	}
	sign, rest := "", strings.ReplaceAll(s, "_", "")
	if after, ok := strings.CutPrefix(rest, "-"); ok {
		sign, rest = "-", after
	}
	rest = strings.TrimPrefix(rest, "+")
	if len(rest) > 2 && rest[0] == '0' && strings.ContainsRune("xXoObB", rune(rest[1])) {
		value, ok := new(big.Int).SetString(rest, 0)
		if !ok || value.Sign() < 0 || len(rest) > 100 {
			return "", false
		}
		return sign + value.String(), true
	}
	if strings.HasPrefix(rest, ".") {
		rest = "0" + rest
	}
	if whole, exponent, ok := strings.Cut(rest, "."); ok && (exponent == "" || exponent[0] == 'e' || exponent[0] == 'E') {
		rest = whole + ".0" + exponent
	}
	return sign + rest, isNumber(sign + rest)
}
