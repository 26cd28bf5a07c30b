package openapi

import (
	"strconv"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// limits adds what a schema demands of a value to what others do; the tighter limit counts. They
// come from the tree: kin's numbers are float64.
func (r *reader) limits(base *model.Limits, n *source.Node) *model.Limits {
	if !bounded(n) && n.Get("minProperties") == nil && n.Get("maxProperties") == nil && n.Get("contentMediaType") == nil {
		return base
	}
	l := model.Limits{}
	if base != nil {
		l = *base
	}
	l.Min, l.ExclusiveMin = lower(l.Min, l.ExclusiveMin, n.Get("minimum"), n.Get("exclusiveMinimum"))
	l.Max, l.ExclusiveMax = upper(l.Max, l.ExclusiveMax, n.Get("maximum"), n.Get("exclusiveMaximum"))
	l.MinLength, _ = lower(l.MinLength, false, n.Get("minLength"), nil)
	l.MaxLength, _ = upper(l.MaxLength, false, n.Get("maxLength"), nil)
	l.MinItems, _ = lower(l.MinItems, false, n.Get("minItems"), nil)
	l.MaxItems, _ = upper(l.MaxItems, false, n.Get("maxItems"), nil)
	l.MinKeys, _ = lower(l.MinKeys, false, n.Get("minProperties"), nil)
	l.MaxKeys, _ = upper(l.MaxKeys, false, n.Get("maxProperties"), nil)
	if media := n.Get("contentMediaType").Text(); formatOf(r.kin.schema(n)) == "" && media != "" {
		l.MediaType = oneLine(media)
	}
	if v := number(n.Get("multipleOf")); v != "" {
		l.MultipleOf = v
	}
	if pattern := n.Get("pattern").Text(); pattern != "" {
		l.Pattern = pattern
	}
	switch n.Get("type").Text() {
	case "string", "integer", "number", "boolean", "object": // Kubernetes says it of every param
	default:
		l.Unique = l.Unique || n.Get("uniqueItems").True()
	}
	if l == (model.Limits{}) {
		return base
	}
	return &l
}

// bounded tells whether a schema has a limit that makes it more than words. How many keys an object has is none.
func bounded(n *source.Node) bool {
	for _, f := range fields(n) {
		switch f.Key {
		case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
			"minLength", "maxLength", "minItems", "maxItems", "pattern", "uniqueItems":
			return true
		}
	}
	return false
}

// lower is the higher of two lower bounds. An exclusive bound is a number (3.1), or true beside bound (3.0).
func lower(old string, oldExclusive bool, bound, exclusive *source.Node) (string, bool) {
	if v := number(bound); v != "" && (old == "" || parse(v) >= parse(old)) {
		old, oldExclusive = v, exclusive.True()
	}
	if v := number(exclusive); v != "" && (old == "" || parse(v) >= parse(old)) {
		return v, true
	}
	return old, oldExclusive
}

// upper is the lower of two upper bounds; see lower.
func upper(old string, oldExclusive bool, bound, exclusive *source.Node) (string, bool) {
	if v := number(bound); v != "" && (old == "" || parse(v) <= parse(old)) {
		old, oldExclusive = v, exclusive.True()
	}
	if v := number(exclusive); v != "" && (old == "" || parse(v) <= parse(old)) {
		return v, true
	}
	return old, oldExclusive
}

// number is a number as the document spells it; "" of any other node.
func number(n *source.Node) string {
	if n == nil || n.Kind != source.Number {
		return ""
	}
	return n.Value
}

// parse is good enough to compare; the spelling is what is shown.
func parse(number string) float64 {
	f, _ := strconv.ParseFloat(number, 64)
	return f
}
