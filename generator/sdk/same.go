package sdk

import (
	"fmt"
	"sort"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// findSame finds inline schemas that are one thing written down several times: those that carry the
// same title and are alike, enums of one param of one resource, and enums of one schema that would be
// called the same. The first by its place stands for all.
func (b *builder) findSame() {
	b.same = make(map[*model.Schema]*model.Schema)
	groupOf := make(map[*model.Operation]string)
	for _, g := range b.all {
		for _, op := range g.ops {
			groupOf[op] = g.id
		}
	}
	b.findShared(groupOf)
	first := make(map[string]*model.Schema)
	for _, s := range b.publishedFirst(b.byID()) {
		if b.same[s] != nil || b.shared[s] != nil {
			continue
		}
		key := ""
		switch {
		case s.Name == "" && s.Owner != nil && s.Kind == model.EnumSchema:
			key = "owner " + s.Owner.ID + " " + placeWords(s.Place, false) // language and languages
		case s.Name != "" || s.Owner != nil || s.Operation == nil:
			continue
		case codeTitle.MatchString(string(s.Title)):
			key = "title " + string(s.Title)
		case isParamEnum(s):
			key = "param " + groupOf[s.Operation] + " " + strings.Join(s.Place, "/")
		default:
			continue
		}
		key += "\n" + fingerprint(s, 0)
		if first[key] == nil {
			first[key] = s
			continue
		}
		if !b.published(s) { // a type of its own stays one
			b.same[s] = first[key]
		}
	}
}

// published tells whether an earlier run gave a schema a type of its own.
func (b *builder) published(s *model.Schema) bool { return b.names.knows("schema " + b.schemaKey(s)) }

// publishedFirst lets those that have a type stand for those that are new.
func (b *builder) publishedFirst(all []*model.Schema) []*model.Schema {
	if len(b.names.lock) > 0 {
		sort.SliceStable(all, func(i, j int) bool { return b.published(all[i]) && !b.published(all[j]) })
	}
	return all
}

// byID are the schemas in an order that no edit of the document's order changes.
func (b *builder) byID() []*model.Schema {
	all := append([]*model.Schema{}, b.doc.Schemas...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return all
}

// isParamEnum tells whether a schema is the enum of a param, or of its items.
func isParamEnum(s *model.Schema) bool {
	return s.Kind == model.EnumSchema && s.Owner == nil && s.Operation != nil && len(s.Place) > 0 && s.Place[0] != "request" && !isStatus(s.Place[0])
}

// fingerprint is what a schema accepts, as text; docs and places do not count.
func fingerprint(s *model.Schema, depth int) string {
	if s.Name != "" && depth > 0 || depth > 12 {
		return s.ID
	}
	var b strings.Builder
	fmt.Fprint(&b, s.Kind, s.Nullable)
	switch {
	case s.Enum != nil:
		fmt.Fprint(&b, s.Enum.Kind)
		for _, v := range s.Enum.Values {
			fmt.Fprintf(&b, "%q", v.Wire)
		}
	case s.Union != nil:
		fmt.Fprintf(&b, "%q", s.Union.Tag)
		for _, v := range s.Union.Variants {
			fmt.Fprintf(&b, "|%q%s", v.Tags, typePrint(v.Type, depth+1))
		}
	case s.Object != nil:
		for _, f := range s.Object.Fields {
			fmt.Fprintf(&b, "%q%v%v%v%q%s", f.Name, f.Required, f.ReadOnly, f.WriteOnly, f.Const, typePrint(f.Type, depth+1))
		}
		fmt.Fprint(&b, s.Object.Closed, typePrint(s.Object.Extra, depth+1))
	case s.Alias != nil:
		b.WriteString(typePrint(s.Alias, depth+1))
	}
	return b.String()
}

func typePrint(t *model.Type, depth int) string {
	if t == nil {
		return "-"
	}
	s := fmt.Sprint("(", t.Kind, t.Format, t.Nullable)
	if t.Schema != nil {
		s += fingerprint(t.Schema, depth)
	}
	if t.Elem != nil && depth < 40 {
		s += typePrint(t.Elem, depth+1)
	}
	return s + ")"
}
