package sdk

import (
	"fmt"
	"slices"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// fillUnion gives a union its variants. Two that are one Go type become one.
func (b *builder) fillUnion(u *Union) {
	byType := make(map[string]*Variant)
	for _, mv := range u.Spec.Union.Variants {
		v := b.variant(mv, b.uploads(u.Spec))
		if have := byType[v.Type.String()]; have != nil {
			b.join(u, have, v)
			continue
		}
		byType[v.Type.String()] = v
		u.Variants = append(u.Variants, v)
	}
	linkInner(u)
	partVariants(u)
	nameVariants(u)
	s := b.names.scope("union " + string(u.Name))
	ws := make([]*want, len(u.Variants))
	for i, v := range u.Variants {
		ws[i] = &want{key: fmt.Sprintf("variant %s %s", b.schemaKey(u.Spec), v.Type), pos: v.Spec.Pos,
			ladder: rungs(rung{variantName(v.Type), ""}, rung{exportedSpelled(v.Type.String()), "punctuation"})}
	}
	s.settle(ws)
	for i, v := range u.Variants {
		v.Name = ws[i].name
	}
}

// join adds what a second schema of the same Go type says of it.
func (b *builder) join(u *Union, v, other *Variant) {
	for _, t := range other.Tags {
		if !slices.Contains(v.Tags, t) {
			v.Tags = append(v.Tags, t)
		}
	}
	v.Values = append(v.Values, other.Values...)
	if v.JSON != other.JSON {
		v.JSON = ""
	}
	if other.Type.Root() != nil {
		return // the same schema under several tags
	}
	b.report.Add(diag.Diagnostic{
		Code: "same-variant", Severity: diag.Note, Pos: other.Spec.Pos,
		Message: fmt.Sprintf("union %s has two variants that are %s in Go", u.Name, v.Type), Cure: "one is emitted for both",
	})
}

func (b *builder) variant(mv *model.Variant, file bool) *Variant {
	v := &Variant{Spec: mv, Type: b.goType(mv.Type, file), Tags: mv.Tags, JSON: jsonType(mv.Type, new(int))}
	t := unalias(mv.Type)
	if t == nil || t.Kind != model.Ref {
		return v
	}
	switch s := t.Schema; s.Kind {
	case model.ObjectSchema:
		for _, f := range s.Object.Fields {
			v.Known = append(v.Known, string(f.Name))
			if f.Required {
				v.Keys = append(v.Keys, string(f.Name))
			}
			if f.Const != "" {
				v.Consts = append(v.Consts, Const{string(f.Name), f.Const})
			} else if c := singleValue(f.Type); c != "" {
				v.Consts = append(v.Consts, Const{string(f.Name), c})
			}
		}
	case model.UnionSchema:
		v.Known, v.Keys = unionKeys(s, new(int))
	case model.EnumSchema:
		for _, value := range s.Enum.Values {
			v.Values = append(v.Values, value.Wire)
		}
	}
	return v
}

// unionKeys are the keys that a union of objects knows, and those that each of them requires.
func unionKeys(s *model.Schema, steps *int) (known, required []string) {
	all := true
	for i, mv := range s.Union.Variants {
		if *steps++; *steps > patience {
			return known, nil
		}
		t := unalias(mv.Type)
		if t == nil || t.Kind != model.Ref {
			all = false
			continue
		}
		var k, r []string
		switch t.Schema.Kind {
		case model.ObjectSchema:
			for _, f := range t.Schema.Object.Fields {
				k = append(k, string(f.Name))
				if f.Required {
					r = append(r, string(f.Name))
				}
			}
		case model.UnionSchema:
			k, r = unionKeys(t.Schema, steps)
		}
		for _, key := range k {
			if !slices.Contains(known, key) {
				known = append(known, key)
			}
		}
		if i == 0 {
			required = r
		}
		required = slices.DeleteFunc(required, func(key string) bool { return !slices.Contains(r, key) })
	}
	if !all {
		required = nil
	}
	return known, required
}

// linkInner links the variants that are unions to those, unless they lead back here.
func linkInner(u *Union) {
	for _, v := range u.Variants {
		if inner, ok := v.Type.Decl.(*Union); ok && v.Type.Shape == Named && !reachesUnion(inner.Spec, u.Spec, new(int)) {
			v.Of = inner
		}
	}
}

// reachesUnion tells whether a union has another among its variants, or among theirs, or too many to tell.
func reachesUnion(from, to *model.Schema, steps *int) bool {
	for _, v := range from.Union.Variants {
		if *steps++; *steps > patience {
			return true
		}
		t := unalias(v.Type)
		if t != nil && t.Kind == model.Ref && t.Schema.Kind == model.UnionSchema && (t.Schema == to || reachesUnion(t.Schema, to, steps)) {
			return true
		}
	}
	return from == to
}

// singleValue is the JSON of the only value of an enum; "" if there are more.
func singleValue(t *model.Type) string {
	t = unalias(t)
	if t == nil || t.Kind != model.Ref || t.Schema.Kind != model.EnumSchema || len(t.Schema.Enum.Values) != 1 || t.Nullable || t.Schema.Nullable {
		return ""
	}
	v := t.Schema.Enum.Values[0].Wire
	if t.Schema.Enum.Kind == model.String {
		return quoteJSON(v)
	}
	return v
}

// jsonType is the JSON type of a type's values: "object"; "" for several or any.
func jsonType(t *model.Type, steps *int) string {
	t = unalias(t)
	if *steps++; t == nil || *steps > patience {
		return ""
	}
	switch t.Kind {
	case model.String, model.Integer, model.Number, model.Boolean, model.Array:
		return string(t.Kind)
	case model.Map:
		return "object"
	case model.Ref:
		switch s := t.Schema; s.Kind {
		case model.ObjectSchema:
			return "object"
		case model.EnumSchema:
			return string(s.Enum.Kind)
		case model.UnionSchema:
			return unionJSON(s, steps)
		}
	}
	return ""
}

func unionJSON(s *model.Schema, steps *int) string {
	first := ""
	for i, v := range s.Union.Variants {
		j := jsonType(v.Type, steps)
		if j == "" || i > 0 && j != first {
			return ""
		}
		first = j
	}
	return first
}

// variantName names a variant in functions: *Pet → Pet, []string → Strings, map[string]any → Map.
func variantName(t *Type) string {
	switch t.Shape {
	case Slice:
		if t.Elem.Shape == Builtin && t.Elem.Name == "byte" {
			return "Bytes"
		}
		if t.Elem.Shape == Slice {
			return variantName(t.Elem) + "Lists"
		}
		return plural(variantName(t.Elem))
	case Map:
		return variantName(t.Elem) + "Map"
	case Ptr, Nullable:
		return variantName(t.Elem)
	case Named:
		return string(t.Decl.GoName())
	}
	return exported(string(t.Name))
}
