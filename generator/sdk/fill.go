package sdk

import (
	"fmt"
	"strconv"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// fill gives the declarations what they contain: enums first, as fields ask what they are based on.
func (b *builder) fill() {
	all := b.inOrder()
	for _, d := range all {
		switch d := d.(type) {
		case *Enum:
			d.Base = b.enumBase(d.Spec)
		case *Alias:
			d.Type = b.goType(b.aliasOf(d.Spec), false)
		}
	}
	for _, d := range all {
		switch d := d.(type) {
		case *Object:
			b.fillObject(d)
		case *Union:
			b.fillUnion(d)
		}
	}
	b.breakCycles(all)
	for _, d := range all {
		if o, ok := d.(*Object); ok {
			b.reportSent(o)
		}
	}
}

// inOrder are the declarations in the document's order.
func (b *builder) inOrder() []Decl {
	var all []Decl
	for _, s := range b.doc.Schemas {
		if d := b.decls[s]; d != nil {
			all = append(all, d)
		}
	}
	return all
}

// enumBase is the type of an enum's constants: of numbers the one that holds them all.
func (b *builder) enumBase(s *model.Schema) Ident {
	switch s.Enum.Kind {
	case model.Integer:
		for _, v := range s.Enum.Values {
			if _, err := strconv.ParseInt(v.Wire, 10, 64); err != nil {
				b.report.Add(diag.Diagnostic{
					Code: "wide-enum", Severity: diag.Warning, Pos: v.Pos,
					Message: fmt.Sprintf("enum value %.40s does not fit 64 bits", v.Wire), Cure: "the enum is emitted over float64",
				})
				return "float64"
			}
		}
		return "int64"
	case model.Number:
		return "float64"
	}
	return "string"
}

func (b *builder) fillObject(o *Object) {
	if b.cases[o.Spec.Operation] == o.Spec {
		b.fillCases(o)
		return
	}
	s := b.names.scope("struct "+string(o.Name), "MarshalJSON", "UnmarshalJSON")
	owner := b.schemaKey(o.Spec)
	key := "field " + owner + " "
	s.holdAll(key + "additionalProperties")
	ws := make([]*want, len(o.Spec.Object.Fields))
	for i, f := range o.Spec.Object.Fields {
		ws[i] = &want{key: key + string(f.Name), owner: owner, pos: f.Pos, ladder: fieldLadder(string(f.Name), f.GoName)}
	}
	s.settle(ws)
	for i, f := range o.Spec.Object.Fields {
		field := &Field{Name: ws[i].name, Wire: f.Name, Required: f.Required, Prop: f}
		field.Type = b.placed(f.Type, f.Required, b.sent(o), b.files[o.Spec])
		field.Tags = b.objectTags(f, field.Type, o.Use.Request, o.Use.XML)
		o.Custom = o.Custom || !tagCanHold(string(f.Name))
		o.Fields = append(o.Fields, field)
	}
	members := o.Spec.Object.Extra
	if members == nil && b.opts.KeepUnknown && o.Use.Response && o.Use.JSON {
		members = &model.Type{Kind: model.Any, Pos: o.Spec.Pos}
	}
	if members == nil {
		return
	}
	extra := &want{key: key + "additionalProperties", owner: owner, pos: o.Spec.Pos, ladder: rungs(
		rung{"Extra", ""}, rung{"ExtraFields", "kind"}, rung{"AdditionalProperties", "kind"})}
	s.settle([]*want{extra})
	o.Extra = &Field{Name: extra.name, Type: &Type{Shape: Map, Elem: b.elem(members, false)},
		Tags: []Tag{{"json", "-"}, {"extra", "true"}}}
	o.Custom = true
}

// fieldLadder names a field by its words, by its spelled-out punctuation, by its case.
func fieldLadder(name, goName string) []rung {
	var ladder []rung
	if validIdent(goName) && isExported(goName) {
		ladder = append(ladder, rung{goName, "the document's own Go name"})
	}
	return rungs(append(ladder, rung{exported(name), ""}, rung{exportedSpelled(name), "punctuation"},
		rung{exportedSpelled(name) + letterCase(name), "case"})...)
}

// breakCycles makes a pointer of each field by which a struct would contain itself. Published fields are asked first,
// among themselves: where a new one closes the circle, it is the pointer.
func (b *builder) breakCycles(all []Decl) {
	old := func(o *Object, f *Field) bool {
		return b.names.knows("field " + b.schemaKey(o.Spec) + " " + string(f.Wire))
	}
	if len(b.names.lock) > 0 {
		breakCycles(all, components(all, old), old)
	}
	breakCycles(all, components(all, func(*Object, *Field) bool { return true }), func(o *Object, f *Field) bool { return !old(o, f) })
}

func breakCycles(all []Decl, comp map[*Object]int, of func(*Object, *Field) bool) {
	for _, d := range all {
		o, ok := d.(*Object)
		if !ok {
			continue
		}
		for _, f := range o.Fields {
			if t, ok := byValue(f.Type); ok && of(o, f) && comp[t] == comp[o] {
				f.Type = &Type{Shape: Ptr, Elem: f.Type}
			}
		}
	}
}

// byValue is the struct that a type holds within itself.
func byValue(t *Type) (*Object, bool) {
	for t != nil {
		if t.Shape == Nullable {
			t = t.Elem
			continue
		}
		if t.Shape != Named {
			return nil, false
		}
		switch d := t.Decl.(type) {
		case *Object:
			return d, true
		case *Alias:
			t = d.Type
			continue
		}
		return nil, false
	}
	return nil, false
}

// components numbers the sets of structs that contain each other by value (Tarjan).
func components(all []Decl, of func(*Object, *Field) bool) map[*Object]int {
	c := &tarjan{of: of, index: make(map[*Object]int), low: make(map[*Object]int), comp: make(map[*Object]int)}
	for _, d := range all {
		if o, ok := d.(*Object); ok && c.index[o] == 0 {
			c.visit(o)
		}
	}
	return c.comp
}

type tarjan struct {
	of               func(*Object, *Field) bool // the fields that count
	index, low, comp map[*Object]int
	stack            []*Object
	next             int
}

func (c *tarjan) visit(o *Object) {
	c.next++
	c.index[o], c.low[o] = c.next, c.next
	c.stack = append(c.stack, o)
	for _, f := range o.Fields {
		t, ok := byValue(f.Type)
		if !ok || !c.of(o, f) || c.comp[t] != 0 {
			continue
		}
		if c.index[t] == 0 {
			c.visit(t)
			c.low[o] = min(c.low[o], c.low[t])
		} else {
			c.low[o] = min(c.low[o], c.index[t])
		}
	}
	if c.low[o] != c.index[o] {
		return
	}
	for {
		top := c.stack[len(c.stack)-1]
		c.stack = c.stack[:len(c.stack)-1]
		c.comp[top] = c.index[o]
		if top == o {
			return
		}
	}
}
