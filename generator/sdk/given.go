package sdk

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A Given is a value that the document shows: samples take of it what fits their Go types, and nothing else. Nil is none.
type Given struct{ json json.RawMessage }

// Bounds of what samples take.
const (
	maxGiven       = 16 << 10 // bytes of an example
	maxGivenText   = 100
	maxGivenItems  = 3
	maxGivenFields = 12 // optional ones
	maxGivenDepth  = 3
)

// GivenBy is the first example of a value.
func GivenBy(f model.Facts) *Given { return givenOf(f.Examples) }

// Given is the document's example of the request's body, as it is sent.
func (m *Method) Given() *Given {
	if m.Spec.Body == nil {
		return nil
	}
	for _, c := range m.Spec.Body.Contents {
		if c.MediaType != m.MediaType {
			continue
		}
		if g := givenOf(c.Examples); g != nil {
			return g
		}
		if t := unalias(c.Type); t != nil && t.Schema != nil {
			return GivenBy(t.Schema.Facts)
		}
	}
	return nil
}

func givenOf(examples []*model.Example) *Given {
	for _, e := range examples {
		if e.Valid && e.JSON != "" && len(e.JSON) <= maxGiven {
			return &Given{json.RawMessage(e.JSON)}
		}
	}
	return nil
}

// Member is a field of an object; nil for none.
func (g *Given) Member(name model.Wire) *Given {
	var members map[string]json.RawMessage
	if g == nil || json.Unmarshal(g.json, &members) != nil || members[string(name)] == nil {
		return nil
	}
	return &Given{members[string(name)]}
}

// Items are the first items of a list.
func (g *Given) Items() []*Given {
	var items []json.RawMessage
	if g == nil || json.Unmarshal(g.json, &items) != nil {
		return nil
	}
	var all []*Given
	for _, item := range items[:min(len(items), maxGivenItems)] {
		all = append(all, &Given{item})
	}
	return all
}

// Text is a string that says something and is short.
func (g *Given) Text() (string, bool) {
	var s *string
	if g == nil || json.Unmarshal(g.json, &s) != nil || s == nil {
		return "", false
	}
	return *s, strings.TrimSpace(*s) != "" && len(*s) < maxGivenText
}

// Number is a number as Go writes it, if the type holds it exactly: "int32".
func (g *Given) Number(of Ident) (string, bool) {
	if g == nil {
		return "", false
	}
	text := string(g.json)
	switch of {
	case "int", "int64", "int32":
		size := 64
		if of == "int32" {
			size = 32
		}
		if n, err := strconv.ParseInt(text, 10, size); err == nil {
			return strconv.FormatInt(n, 10), true
		}
	case "float64", "float32":
		f, err := strconv.ParseFloat(text, 64)
		if err == nil && strings.ContainsAny(text[len(text)-1:], "0123456789") {
			return strconv.FormatFloat(f, 'g', -1, 64), true
		}
	}
	return "", false
}

// Bool is "true" or "false".
func (g *Given) Bool() (string, bool) {
	if g == nil {
		return "", false
	}
	return string(g.json), string(g.json) == "true" || string(g.json) == "false"
}

// Constant is the constant of an enum; nil for what has none.
func (g *Given) Constant(e *Enum) *Value {
	if g == nil {
		return nil
	}
	text, ok := g.Text()
	if !ok {
		text = string(g.json)
	}
	for _, v := range e.Values {
		if v.Spec.Wire == text {
			return v
		}
	}
	return nil
}

// Fields are those that a sample sets: the required ones, and of the others what the document shows.
func (g *Given) Fields(fields []*Field) []*Field {
	var all []*Field
	optional := 0
	for _, f := range fields {
		switch {
		case f.Prop != nil && f.Prop.ReadOnly:
			continue
		case f.Required:
		case f.Prop == nil || optional == maxGivenFields || !g.Member(f.Wire).fits(f.Type, 0):
			continue
		default:
			optional++
		}
		all = append(all, f)
	}
	return all
}

// Of is what the document shows of a field: in the example of the whole, or else in one of the field.
func (g *Given) Of(f *Field) *Given {
	switch {
	case f.Param != nil:
		return GivenBy(f.Param.Facts)
	case f.Prop == nil:
		return nil
	}
	if member := g.Member(f.Wire); member != nil {
		return member
	}
	return GivenBy(f.Prop.Facts)
}

// fits tells whether a sample can show the value, whole.
func (g *Given) fits(t *Type, depth int) (ok bool) {
	if g == nil || depth > maxGivenDepth {
		return false
	}
	switch t.Shape {
	case Ptr, Nullable:
		return g.fits(t.Elem, depth)
	case Slice:
		for _, item := range g.Items() {
			if ok = item.fits(t.Elem, depth+1); !ok {
				return false
			}
		}
		return ok
	case Builtin:
		return g.isBuiltin(t.Name)
	case Named:
		return g.isNamed(t.Decl, depth)
	}
	return false
}

func (g *Given) isBuiltin(name Ident) (ok bool) {
	switch name {
	case "string":
		_, ok = g.Text()
	case "bool":
		_, ok = g.Bool()
	default:
		_, ok = g.Number(name)
	}
	return ok
}

func (g *Given) isNamed(d Decl, depth int) bool {
	switch d := d.(type) {
	case *Enum:
		return g.Constant(d) != nil
	case *Alias:
		return d.Type.Shape == Builtin && g.isBuiltin(d.Type.Name)
	case *Object:
		for _, f := range d.Fields {
			if f.Required && !g.Member(f.Wire).fits(f.Type, depth+1) {
				return false
			}
		}
		return len(g.Fields(d.Fields)) > 0
	}
	return false
}
