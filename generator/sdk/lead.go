package sdk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A role is what a type is for: who returns it, who takes it, what it is a part of.
type role struct {
	pages    []string // links to the methods that range over its items
	returned []string
	taken    []string
	owners   []string
}

// roles finds what each declared type is for.
func (b *builder) roles() map[Decl]*role {
	all := map[Decl]*role{}
	of := func(t *Type) *role {
		d := t.Root()
		if d == nil {
			return &role{}
		}
		if all[d] == nil {
			all[d] = &role{}
		}
		return all[d]
	}
	for _, g := range b.all {
		for _, m := range g.res.Methods {
			m.plays(of)
		}
	}
	for _, d := range b.inOrder() {
		for _, t := range partsOf(d) {
			r := of(t)
			if link := "[" + string(d.GoName()) + "]"; !slices.Contains(r.owners, link) && t.Root() != d {
				r.owners = append(r.owners, link)
			}
		}
	}
	return all
}

// plays notes what a method returns and takes.
func (m *Method) plays(of func(*Type) *role) {
	link := "[" + string(m.Resource.Name) + "." + string(m.Name) + "]"
	switch {
	case m.Paging != nil:
		page, item := of(m.Result.Type), of(m.Paging.Item)
		page.pages = append(page.pages, link)
		item.returned = append(item.returned, link)
	case m.Result.Type != nil:
		r := of(m.Result.Type)
		r.returned = append(r.returned, link)
	}
	if m.Stream != nil {
		r := of(m.Stream.Result.Type)
		r.returned = append(r.returned, "["+string(m.Resource.Name)+"."+string(m.Stream.Name)+"]")
	}
	if m.Body != nil {
		r := of(m.Body.Type)
		r.taken = append(r.taken, link)
	}
}

// partsOf are the types that a declared type is made of.
func partsOf(d Decl) []*Type {
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
	return types
}

// words says what a named schema is for, in the order in which a reader would ask.
func (r *role) words(s *model.Schema) string {
	switch {
	case r == nil:
	case len(r.returned) > 0:
		return "what " + someOf(r.returned) + verb(" return", len(r.returned))
	case len(r.pages) > 0:
		return "a page of " + someOf(r.pages)
	case len(r.taken) > 0:
		return "what " + someOf(r.taken) + verb(" take", len(r.taken))
	case len(r.owners) > 0:
		return "a part of " + someOf(r.owners)
	}
	return "the schema " + flat(string(s.Name))
}

func verb(v string, n int) string {
	if n == 1 {
		return v + "s"
	}
	return v
}

// someOf lists up to three links, or two and how many more there are.
func someOf(links []string) string {
	switch n := len(links); n {
	case 1:
		return links[0]
	case 2, 3:
		return strings.Join(links[:n-1], ", ") + " and " + links[n-1]
	default:
		return fmt.Sprintf("%s, %s and %d others", links[0], links[1], n-2)
	}
}

// plainLead is what we say of a type that the document does not describe.
func (b *builder) plainLead(d Decl) string {
	name := string(d.GoName())
	switch d := d.(type) {
	case *Enum:
		return name + " is one of the values below, or another that a server sends."
	case *Union:
		var links []string
		for _, v := range d.Variants {
			if r := v.Type.Root(); r != nil {
				links = append(links, "["+string(r.GoName())+"]")
			} else {
				links = append(links, v.Type.String())
			}
		}
		if len(links) > 8 {
			links = append(links[:8], "…")
		}
		return name + " is one of " + strings.Join(links, ", ") + "."
	}
	s := d.Schema()
	if s.Name != "" {
		return name + " is " + b.parts[d].words(s) + "."
	}
	if b.cases[s.Operation] == s {
		return name + ` is ` + b.parts[d].words(s) + `: the field of the answer's status is set, and no other.`
	}
	if s.Owner != nil && b.decls[s.Owner] != nil {
		return name + " is a part of [" + string(b.decls[s.Owner].GoName()) + "]."
	}
	return name + " is " + b.partOf(s) + "."
}

// partOf says of an inline schema which method it belongs to.
func (b *builder) partOf(s *model.Schema) string {
	m := b.made[s.Operation]
	if by := b.sharedBy(s); by != "" {
		return "a part of the params of " + string(by)
	}
	if place, op := b.wholePlace(s); m == nil && b.made[op] != nil && len(place) > 0 && !isStatus(place[0]) {
		return "a part of the params of [" + string(b.made[op].Resource.Name) + "." + string(b.made[op].Name) + "]"
	}
	if of := b.callbackOf(s); of != "" {
		return of
	}
	if m == nil || len(s.Place) == 0 {
		return "a part of a request or a response"
	}
	link := "[" + string(m.Resource.Name) + "." + string(m.Name) + "]"
	switch place := s.Place[0]; {
	case len(s.Place) > 2:
		return "a part of a response of " + link
	case !isStatus(place) && place != "request":
		return "a value of a param of " + link
	case place == "request":
		return "the body of a request of " + link
	case place[0] != '2':
		return "the body of an error of " + link
	case m.Paging != nil:
		return "a page of " + link
	}
	return "the result of " + link
}
