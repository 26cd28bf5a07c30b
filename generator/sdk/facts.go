package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// facts says in short words what a document demands of a value.
func (b *builder) facts(t *model.Type, f model.Facts) []string {
	var out []string
	for x := t; x != nil; x = b.next(x) {
		if words := formats[strings.ToLower(x.Format)]; x.Kind == model.String && words != "" {
			out = append(out, words)
		}
		if x.Limits != nil {
			out = append(out, limits(x.Limits)...)
		}
		if x.Schema != nil && f.Default == "" {
			f.Default = x.Schema.Facts.Default
		}
	}
	if c := singleValue(t); c != "" && (t.Schema == nil || t.Schema.Name == "") {
		return append(out, "always "+c)
	}
	if f.Default != "" && len(f.Default) < 200 {
		out = append(out, "default: "+b.defaultWords(t, f.Default))
	}
	if u := unalias(t); u != nil && u.Kind == model.Ref && b.decls[u.Schema] == nil && b.clearable(u.Schema) != nil {
		out = append(out, "null is sent as an empty value, which clears it")
	}
	if f.PII != "" {
		out = append(out, "personal data: "+flat(f.PII))
	} else if f.Secret {
		out = append(out, "hidden where it is printed")
	}
	return out
}

// formats are those that a text has without a Go type of its own, where names seldom tell.
var formats = map[string]string{
	"time":     "a time of day",
	"duration": "a duration as ISO 8601 writes it",
	"ipv4":     "an IPv4 address",
	"ipv6":     "an IPv6 address",
	"decimal":  "a decimal number",
}

// next is what another name stands for; nil at the end.
func (b *builder) next(t *model.Type) *model.Type {
	if t.Kind != model.Ref || t.Schema == nil || t.Schema.Kind != model.AliasSchema || b.looped[t.Schema] || t.Schema.Alias == t {
		return nil
	}
	return t.Schema.Alias
}

// defaultWords links the constant that a default is: [SessionModeVoiceOnly].
func (b *builder) defaultWords(t *model.Type, json string) string {
	if t = unalias(t); t != nil && t.Kind == model.Ref {
		if e, ok := b.decls[t.Schema].(*Enum); ok {
			for _, v := range e.Values {
				if json == v.Spec.Wire || json == quoteJSON(v.Spec.Wire) {
					return "[" + string(v.Name) + "]"
				}
			}
		}
	}
	return flat(json)
}

func limits(l *model.Limits) []string {
	var out []string
	add := func(format string, values ...any) { out = append(out, fmt.Sprintf(format, values...)) }
	switch {
	case l.MinLength != "" && l.MinLength == l.MaxLength:
		add("%s characters", l.MinLength)
	case l.MinLength != "" && l.MinLength != "0" && l.MaxLength != "":
		add("%s to %s characters", l.MinLength, l.MaxLength)
	case l.MaxLength != "":
		add("at most %s characters", l.MaxLength)
	case l.MinLength != "" && l.MinLength != "0":
		add("at least %s characters", l.MinLength)
	}
	if l.Min != "" {
		add("%s %s", map[bool]string{false: "at least", true: "more than"}[l.ExclusiveMin], l.Min)
	}
	if l.Max != "" {
		add("%s %s", map[bool]string{false: "at most", true: "less than"}[l.ExclusiveMax], l.Max)
	}
	if l.MultipleOf != "" {
		add("a multiple of %s", l.MultipleOf)
	}
	if l.MinItems != "" && l.MinItems != "0" {
		add("at least %s items", l.MinItems)
	}
	if l.MaxItems != "" {
		add("at most %s items", l.MaxItems)
	}
	if l.Unique {
		add("no item twice")
	}
	if l.Order != "" {
		add("in order: %s", l.Order)
	}
	if l.MinKeys != "" && l.MinKeys != "0" {
		add("at least %s", keys(l.MinKeys))
	}
	if l.MaxKeys != "" {
		add("at most %s", keys(l.MaxKeys))
	}
	if l.MediaType != "" {
		add("holds %s", l.MediaType)
	}
	if l.Pattern != "" && len(l.Pattern) < 120 {
		add("matches %s", strings.ReplaceAll(l.Pattern, "\n", " "))
	}
	return out
}

// keys counts the keys of an object.
func keys(n string) string {
	if n == "1" {
		return "1 key"
	}
	return n + " keys"
}
