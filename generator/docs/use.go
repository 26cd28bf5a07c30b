package docs

import "github.com/sdkc/sdkc/generator/sdk"

// A use is a place that names a type: a method, or another type.
type use struct {
	method *sdk.Method
	decl   sdk.Decl
	how    string // "returned by", "taken by", "part of", "error of", "sent back by"
}

// The ways in which a type is used, in the order of showing.
var hows = []string{"returned by", "taken by", "error of", "sent back by", "part of"}

// collectUses notes for each type who names it.
func (v *volume) collectUses() {
	for _, r := range v.pkg.Resources() {
		for _, m := range r.Methods {
			v.methodUses(m)
		}
	}
	for _, d := range v.types {
		for _, t := range parts(d) {
			v.use(t, use{decl: d, how: "part of"})
		}
	}
}

func (v *volume) methodUses(m *sdk.Method) {
	v.use(m.Result.Type, use{method: m, how: "returned by"})
	if m.Paging != nil {
		v.use(m.Paging.Item, use{method: m, how: "returned by"})
	}
	if m.Stream != nil {
		v.use(m.Stream.Result.Type, use{method: m, how: "returned by"})
	}
	for _, a := range m.Args {
		v.use(a.Type, use{method: m, how: "taken by"})
	}
	if m.Body != nil {
		v.use(m.Body.Type, use{method: m, how: "taken by"})
	}
	if m.Params != nil {
		for _, f := range m.Params.Fields {
			v.use(f.Type, use{method: m, how: "taken by"})
		}
	}
	for _, c := range m.Callbacks {
		v.use(c.Event, use{method: m, how: "sent back by"})
	}
	for _, e := range m.Errors {
		v.use(e.Type, use{method: m, how: "error of"})
	}
}

// use notes a use once.
func (v *volume) use(t *sdk.Type, u use) {
	d := t.Root()
	if d == nil {
		return
	}
	if last := v.uses[d]; len(last) > 0 && last[len(last)-1] == u {
		return
	}
	v.uses[d] = append(v.uses[d], u)
}

// parts are the types that a declaration names.
func parts(d sdk.Decl) []*sdk.Type {
	var all []*sdk.Type
	switch d := d.(type) {
	case *sdk.Object:
		for _, f := range d.Fields {
			all = append(all, f.Type)
		}
		if d.Extra != nil {
			all = append(all, d.Extra.Type)
		}
	case *sdk.Union:
		for _, v := range d.Variants {
			all = append(all, v.Type)
		}
	case *sdk.Alias:
		all = append(all, d.Type)
	}
	return all
}
