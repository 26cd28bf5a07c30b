package sdk

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// tellingKeys are the properties that say what an object is, by custom.
var tellingKeys = [...]string{"type", "kind", "role", "object", "event"}

// nameVariants finds, where nothing in the document tells objects apart, a property whose value is by custom the
// variant's name: {"role": "bot"} is a BotMessage, and only the words of the document say so.
func nameVariants(u *Union) {
	if u.Tag != "" {
		return
	}
	for _, key := range tellingKeys {
		var open []*Variant
		for _, v := range u.Variants {
			if s := objectOf(v); s != nil && hasOpenText(s.Object, key) {
				open = append(open, v)
			}
		}
		if len(open) < 2 {
			continue
		}
		common := commonEnding(u.Variants)
		for _, v := range open {
			own := words(string(objectOf(v).Name))
			if own = own[:max(0, len(own)-common)]; len(own) > 0 {
				v.Named = Const{key, quoteJSON(strings.ToLower(strings.Join(own, "_")))}
			}
		}
		return
	}
}

// objectOf is the named object that a variant is; nil if it is none.
func objectOf(v *Variant) *model.Schema {
	t := unalias(v.Spec.Type)
	if t == nil || t.Kind != model.Ref || t.Schema.Kind != model.ObjectSchema || t.Schema.Name == "" {
		return nil
	}
	return t.Schema
}

// hasOpenText tells whether an object requires a property that can be any text.
func hasOpenText(o *model.Object, key string) bool {
	return slices.ContainsFunc(o.Fields, func(f *model.Field) bool {
		t := unalias(f.Type)
		return string(f.Name) == key && f.Required && f.Const == "" && t != nil && t.Kind == model.String && t.Format == ""
	})
}

// commonEnding counts the words that the names of all objects end in: UserMessage, BotMessage: 1.
func commonEnding(all []*Variant) int {
	var first []string
	n := -1
	for _, v := range all {
		s := objectOf(v)
		if s == nil {
			continue
		}
		own := words(string(s.Name))
		if n < 0 {
			first, n = own, len(own)
		}
		same := 0
		for same < min(n, len(own)) && own[len(own)-1-same] == first[len(first)-1-same] {
			same++
		}
		n = same
	}
	return max(n, 0)
}
