package docs

import (
	"encoding/json"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// facts are what a document demands and says of a value where it is used, a line each.
func (l *leaf) facts(goType *sdk.Type, t *model.Type, f model.Facts) []Spans {
	all := demands(t, &f)
	if values := enumValues(goType, f.Default); values != nil {
		all = append(all, values)
	} else if f.Default != "" {
		all = append(all, join(" ", plain("default"), code(f.Default)))
	}
	if e := short(f.Examples); e != "" {
		all = append(all, join(" ", plain("for example"), code(e)))
	}
	if f.PII != "" {
		all = append(all, plain("personal data: "+f.PII))
	} else if f.Secret {
		all = append(all, plain("hidden where it is printed"))
	}
	return all
}

// maxAliases bounds how many names a type may have before its own.
const maxAliases = 16

// demands are the format and limits of a type and of what it is another name for, whose default
// holds where the use has none.
func demands(t *model.Type, f *model.Facts) []Spans {
	var all []Spans
	nullable := false
	for n := 0; t != nil && n < maxAliases; n++ {
		all = append(append(all, format(t)...), limits(t)...)
		if nullable = nullable || t.Nullable || t.Schema != nil && t.Schema.Nullable; t.Kind != model.Ref || t.Schema == nil {
			break
		}
		if f.Default == "" {
			f.Default = t.Schema.Facts.Default
		}
		t = t.Schema.Alias
	}
	if nullable {
		all = append(all, plain("may be null"))
	}
	return all
}

// maxExampleInCell bounds an example that stands in a table.
const maxExampleInCell = 80

// short is the first example that says something and fits a table.
func short(all []*model.Example) string {
	for _, e := range all {
		if e.Valid && e.JSON != "null" && e.JSON != `""` && len(e.JSON) <= maxExampleInCell {
			return e.JSON
		}
	}
	return ""
}

// format says what a value's format is, where its Go type does not.
func format(t *model.Type) []Spans {
	switch t.Format {
	case "", "int32", "int64", "float", "double", "date-time", "date", "binary", "boolean", "string":
		return nil
	}
	return []Spans{join(" ", plain("format"), code(t.Format))}
}

// limits are the limits of a value, and of a list's items.
func limits(t *model.Type) []Spans {
	var all []Spans
	if l := t.Limits; l != nil {
		all = append(all, between(l.MinLength, l.MaxLength, "character")...)
		all = append(all, between(l.MinItems, l.MaxItems, "item")...)
		all = append(all, bounds(l)...)
		if l.MultipleOf != "" {
			all = append(all, join(" ", plain("a multiple of"), code(l.MultipleOf)))
		}
		if l.Pattern != "" {
			all = append(all, join(" ", plain("pattern"), code(l.Pattern)))
		}
		if l.Unique {
			all = append(all, plain("no item twice"))
		}
		if l.Order != "" {
			all = append(all, plain("in order: "+l.Order))
		}
		all = append(all, between(l.MinKeys, l.MaxKeys, "key")...)
		if l.MediaType != "" {
			all = append(all, join(" ", plain("holds"), code(l.MediaType)))
		}
	}
	if t.Kind == model.Array && t.Elem != nil {
		for _, fact := range append(format(t.Elem), limits(t.Elem)...) {
			all = append(all, join(" ", plain("each"), fact))
		}
	}
	return all
}

// between words a least and a greatest count.
func between(low, high, unit string) []Spans {
	switch {
	case low == "0":
		return between("", high, unit)
	case low == "" && high == "":
		return nil
	case low == high:
		return []Spans{plain("exactly " + counted(low, unit))}
	case low == "":
		return []Spans{plain("at most " + counted(high, unit))}
	case high == "":
		return []Spans{plain("at least " + counted(low, unit))}
	}
	return []Spans{plain(low + " to " + counted(high, unit))}
}

func counted(n, unit string) string {
	if n == "1" {
		return n + " " + unit
	}
	return n + " " + unit + "s"
}

// bounds words the least and the greatest number.
func bounds(l *model.Limits) []Spans {
	if l.Min != "" && l.Max != "" && !l.ExclusiveMin && !l.ExclusiveMax {
		return []Spans{join(" ", code(l.Min), plain("to"), code(l.Max))}
	}
	var all []Spans
	for _, bound := range []struct {
		value, word, exclusive string
		open                   bool
	}{
		{l.Min, "at least", "more than", l.ExclusiveMin},
		{l.Max, "at most", "less than", l.ExclusiveMax},
	} {
		word := bound.word
		if bound.open {
			word = bound.exclusive
		}
		if bound.value != "" {
			all = append(all, join(" ", plain(word), code(bound.value)))
		}
	}
	return all
}

// maxValuesInCell bounds how many of an enum's values stand in a table; its page has all.
const maxValuesInCell = 12

// enumValues lists what an enum's constants are and which is the default, if the type leads to an enum
// of not too many.
func enumValues(t *sdk.Type, standard string) Spans {
	e, ok := t.Root().(*sdk.Enum)
	if !ok || len(e.Values) == 0 || len(e.Values) > maxValuesInCell {
		return nil
	}
	var all []Spans
	for _, v := range e.Values {
		one := shown(v.Spec.Wire)
		if quoted, err := json.Marshal(v.Spec.Wire); err == nil && (standard == string(quoted) || standard == v.Spec.Wire) && standard != "" {
			one = append(one, plain(" (default)")...)
		}
		all = append(all, one)
	}
	return join(" ", plain("one of"), join(", ", all...))
}

// shown is a value as code; what code cannot show is named.
func shown(wire string) Spans {
	if clean(wire) == "" {
		return plain("(empty)")
	}
	return code(wire)
}
