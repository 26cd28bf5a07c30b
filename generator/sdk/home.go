package sdk

import (
	"path"
	"slices"
	"strings"
)

// A Home is one of the Go packages that a large document is split into: one for each resource of the client, with all
// below it, and one of the types that several of them use. A document that is one package has none.
type Home struct {
	Name   Ident     // "customers"
	Import string    // "example.com/app/stripe/customers"
	Dir    string    // below the folder of the document's own package
	Root   *Resource // nil: types
}

// split gives resources and types homes of their own, if the config or the size asks for it. Homes never import each
// other in a circle: those of resources import that of the types, and only the client imports them.
func (b *builder) split() {
	if !b.apart() {
		return
	}
	taken := b.takenPackages()
	owners := b.owners()
	for _, r := range b.pkg.Roots {
		h := b.addHome(packageOf(r.Name, taken))
		h.Root = r
		r.moveTo(h)
	}
	var shared []Decl
	for _, d := range b.inOrder() {
		if r := owners[d]; r != nil {
			d.moveTo(r.Home)
			continue
		}
		shared = append(shared, d)
	}
	var names []string
	for _, layer := range b.layers(shared) {
		h := b.addHome(b.layerPackage(layer, len(names) == 0, taken))
		names = append(names, string(h.Name))
		for _, d := range layer {
			d.moveTo(h)
		}
	}
	b.pkg.Doc.Facts = append(b.pkg.Doc.Facts, splitFact(names))
}

// splitFact says where types stand.
func splitFact(names []string) string {
	fact := "Each resource is a package of its own, with the types that it alone uses"
	switch len(names) {
	case 0:
		return fact + "."
	case 1:
		return fact + "; package " + names[0] + " has those that several use."
	}
	return fact + "; packages " + strings.Join(names, ", ") + " have those that several use."
}

func (b *builder) addHome(name string) *Home {
	h := &Home{Name: Ident(name), Import: path.Join(b.pkg.Import, name), Dir: name}
	b.pkg.Homes = append(b.pkg.Homes, h)
	return h
}

func (r *Resource) moveTo(h *Home) {
	r.Home = h
	for _, c := range r.Children {
		c.moveTo(h)
	}
}

// root is the client's field by which a resource is reached.
func (r *Resource) root() *Resource {
	for r.Parent != nil {
		r = r.Parent
	}
	return r
}

// owners are the only users of types: resources of the client. What several use, or none, has no owner, with all that
// it leads to; nor has what a webhook brings, whose handler stands in the document's own package, nor what was published
// as shared.
func (b *builder) owners() map[Decl]*Resource {
	all := b.inOrder()
	outer := outerUnions(all)
	owners, several := make(map[Decl]*Resource), make(map[Decl]bool)
	for _, root := range b.pkg.Roots {
		seen := make(map[Decl]bool)
		for _, r := range root.all() {
			for _, m := range r.Methods {
				for _, t := range methodTypes(m) {
					spread(t.Root(), outer, seen)
				}
			}
		}
		for d := range seen {
			several[d] = several[d] || owners[d] != nil
			owners[d] = root
		}
	}
	seen := make(map[Decl]bool)
	for _, w := range b.pkg.Webhooks {
		spread(w.Event.Root(), outer, seen)
	}
	for _, d := range all {
		if owners[d] == nil || b.names.knows("shared "+b.schemaKey(d.Schema())) {
			spread(d, outer, seen)
		}
	}
	for _, d := range all {
		if several[d] || seen[d] {
			delete(owners, d)
		}
	}
	return owners
}

func (r *Resource) all() []*Resource {
	all := []*Resource{r}
	for _, c := range r.Children {
		all = append(all, c.all()...)
	}
	return all
}

// outerUnions are the unions that have another one as a variant: they look into it, so both stand in one package.
func outerUnions(all []Decl) map[Decl][]*Union {
	outer := make(map[Decl][]*Union)
	for _, d := range all {
		if u, ok := d.(*Union); ok {
			for _, v := range u.Variants {
				if v.Of != nil {
					outer[v.Of] = append(outer[v.Of], u)
				}
			}
		}
	}
	return outer
}

// spread notes a declaration, all that it leads to, and the unions that look into one of them.
func spread(d Decl, outer map[Decl][]*Union, seen map[Decl]bool) {
	open := []Decl{d}
	for len(open) > 0 {
		d := open[len(open)-1]
		open = open[:len(open)-1]
		if d == nil || seen[d] {
			continue
		}
		seen[d] = true
		for _, u := range outer[d] {
			open = append(open, u)
		}
		open = append(open, refersTo(d)...)
	}
}

// refersTo are the declarations that one names.
func refersTo(d Decl) []Decl {
	var types []*Type
	switch d := d.(type) {
	case *Object:
		for _, f := range d.Fields {
			types = append(types, f.Type)
		}
		if d.Extra != nil {
			types = append(types, d.Extra.Type)
		}
	case *Union:
		for _, v := range d.Variants {
			types = append(types, v.Type)
		}
	case *Alias:
		types = append(types, d.Type)
	}
	var all []Decl
	for _, t := range types {
		if to := t.Root(); to != nil {
			all = append(all, to)
		}
	}
	return all
}

// packageOf is the package of a resource: of PaymentIntents, "paymentintents". What code beside it calls something
// else, or what another resource has, is told apart by a word or by its name's sum.
func packageOf(name Ident, taken map[string]bool) string {
	plain := strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(string(name)))
	if plain == "" || plain[0] <= '9' {
		plain = "x" + plain
	}
	for _, try := range []string{plain, plain + "api"} {
		if !taken[try] {
			taken[try] = true
			return try
		}
	}
	last := plain + strings.ToLower(hash(string(name)))
	taken[last] = true
	return last
}

// layerPackage is the package of a layer of types: types for the highest, and for one below a word of its first type.
func (b *builder) layerPackage(layer []Decl, highest bool, taken map[string]bool) string {
	if highest {
		return b.typesPackage()
	}
	first := layer[0]
	for _, d := range layer {
		if d.Schema().Name != "" {
			first = d
			break
		}
	}
	return packageOf(first.GoName()+"Types", taken)
}

// typesPackage is the package of what several resources use. No argument of a method may hide it.
func (b *builder) typesPackage() string {
	hidden := make(map[string]bool)
	for _, g := range b.all {
		for _, m := range g.res.Methods {
			for _, a := range m.Arguments() {
				hidden[string(a.Name)] = true
			}
		}
	}
	for _, try := range []string{"types", string(b.pkg.Name) + "types"} {
		if !hidden[try] {
			return try
		}
	}
	return packageOf(b.pkg.Name+"types", hidden)
}

// takenPackages are names that would hide something where a resource's package is used.
func (b *builder) takenPackages() map[string]bool {
	taken := map[string]bool{string(b.pkg.Name): true, string(b.pkg.Name) + "test": true, b.typesPackage(): true}
	for _, name := range slices.Concat(reservedArgs, otherPackages) {
		taken[name] = true
	}
	return taken
}

// otherPackages are folders of the output, and names that the client's file, examples and samples use.
var otherPackages = strings.Fields(`docs vendor internal testdata main client core result item stream event log hooks handle out value c`)
