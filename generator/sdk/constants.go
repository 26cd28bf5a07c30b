package sdk

import (
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// constants names the values of enums, the functions that list them and that wrap variants, and servers. They
// come last: a constant never takes a type's name.
func (b *builder) constants() {
	var funcs, values []*want
	var enums []*Enum
	var unions []*Union
	for _, d := range b.inOrder() {
		switch d := d.(type) {
		case *Enum:
			enums = append(enums, d)
			key := b.schemaKey(d.Spec)
			funcs = append(funcs, &want{key: "func " + key, owner: key, pos: d.Spec.Pos, ladder: []rung{
				{string(d.Name) + "Values", ""}, {"All" + string(d.Name) + "Values", "kind"}}})
			values = append(values, d.wants(key)...)
		case *Union:
			unions = append(unions, d)
			key := b.schemaKey(d.Spec)
			funcs = append(funcs, &want{key: "func " + key, owner: key, pos: d.Spec.Pos, ladder: []rung{
				{string(d.Name) + "Of", ""}, {"New" + string(d.Name) + "Of", "kind"}}})
		}
	}
	b.scope.settle(funcs)
	b.scope.settle(values)
	b.nameServers()
	i, f := 0, make(map[string]Ident)
	for _, w := range funcs {
		f[w.key] = w.name
	}
	for _, e := range enums {
		e.List = f["func "+b.schemaKey(e.Spec)]
		for _, v := range e.Values {
			v.Name = values[i].name
			i++
		}
	}
	for _, u := range unions {
		u.Of = f["func "+b.schemaKey(u.Spec)]
	}
}

// wants makes an enum's values and what each would be called: SessionStatusInProgress.
func (e *Enum) wants(key string) []*want {
	var ws []*want
	name := string(e.Name)
	for _, v := range distinct(e.Spec.Enum) {
		e.Values = append(e.Values, &Value{Spec: v})
		wire := v.Wire
		var ladder []rung
		if v.Name != "" {
			n := exported(v.Name)
			ladder = append(ladder, rung{name + strings.TrimPrefix(n, name), "the document's own Go name"})
		}
		spelled := joinValue(spelledWords(wire), wire)
		ladder = append(ladder, rung{name + joinValue(words(wire), wire), ""}, rung{name + spelled, "punctuation"},
			rung{name + "Value" + spelled, "kind"}, rung{name + spelled + letterCase(wire), "case"})
		ws = append(ws, &want{key: "value " + key + " " + clippedKey(v.Wire), owner: key, pos: v.Pos, ladder: rungs(ladder...)})
	}
	return ws
}

// distinct are an enum's values without numbers that are written twice: 1 and 1.0 are one constant.
func distinct(e *model.Enum) []*model.Value {
	if e.Kind == model.String {
		return e.Values
	}
	seen := make(map[float64]bool)
	var out []*model.Value
	for _, v := range e.Values {
		n, err := strconv.ParseFloat(v.Wire, 64)
		if big := n > 1<<53 || n < -1<<53; err == nil && !big {
			if seen[n] {
				continue
			}
			seen[n] = true
		}
		out = append(out, v)
	}
	return out
}

// joinValue is the end of a constant's name, which may begin with a digit.
func joinValue(ws []string, wire string) string {
	s := title(ws, screaming(wire))
	if s == "" {
		s = "Empty"
	}
	return clipped(s, wire)
}

// clippedKey keeps a value's key short; a long one ends in its hash.
func clippedKey(wire string) string {
	if len(wire) <= 200 {
		return wire
	}
	return wire[:200] + " " + hash(wire)
}
