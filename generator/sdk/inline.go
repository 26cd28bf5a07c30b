package sdk

import (
	"regexp"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// inlineLadder is for a schema without a name: it is called for what it stands in, SessionMeta.
func (b *builder) inlineLadder(s *model.Schema) []rung {
	own := s
	s = b.lifted(s)
	var ladder []rung
	if validIdent(s.GoName) && isExported(s.GoName) {
		ladder = append(ladder, rung{s.GoName, "the document's own Go name"})
	}
	if s.Owner == nil && codeTitle.MatchString(string(s.Title)) {
		ladder = append(ladder, rung{exported(string(s.Title)), "title"})
	}
	ladder = append(ladder, b.sharedLadder(own)...)
	short, long := placeWords(s.Place, false), placeWords(s.Place, true)
	if c := b.calls[s.Operation]; c != nil && isParamEnum(s) {
		ladder = append(ladder, rung{beside(join(inLast(c.group.noun, singular), "x"), short), "place"},
			rung{beside(strings.TrimSuffix(string(c.group.res.Name), "Resource"), short), "resource"})
	}
	bases := b.ownerNames(s)
	for _, base := range bases {
		ladder = append(ladder, rung{beside(base, short), "place"})
	}
	if suffix := componentKind(s); suffix != "" {
		ladder = append(ladder, rung{bases[0] + suffix, "place"})
	}
	if plain := bases[0] + short; plain != beside(bases[0], short) {
		ladder = append(ladder, rung{plain, "place"})
	}
	for _, base := range bases {
		ladder = append(ladder, rung{beside(base, long), "place"}, rung{beside(base, long) + exported(string(s.Kind)), "kind"})
	}
	if media := contentMedia.FindStringSubmatch(s.ID); media != nil {
		ladder = append(ladder, rung{bases[0] + exported(media[1]) + short, "media type"})
	}
	if key := onlyKey(s); key != "" {
		ladder = append(ladder, rung{bases[0] + "With" + exported(key), "required key"})
	}
	for i := range ladder {
		ladder[i].name = clipped(ladder[i].name, s.ID)
	}
	return rungs(ladder...)
}

// contentMedia finds the end of a media type in an id: "xml" of application/xml, "json" of application/problem+json.
var contentMedia = regexp.MustCompile(`/content/[^/]*(?:~1|[+.-])(\w+)[^/]*/schema`)

// lifted is a schema that stands in an emptyable union as if it stood in the union's place, where the union is no type.
func (b *builder) lifted(s *model.Schema) *model.Schema {
	from := 0 // the union stands in the owner, too
	if s.Owner != nil {
		from = min(len(s.ID), len(s.Owner.ID))
	}
	for _, keyword := range [...]string{"/anyOf/", "/oneOf/"} {
		for end := strings.LastIndex(s.ID[from:], keyword); end > 0; end = strings.LastIndex(s.ID[from:from+end], keyword) {
			u := b.schemas[s.ID[:from+end]]
			if u == nil || u.Owner != s.Owner || len(u.Place) >= len(s.Place) || b.clearable(u) == nil {
				continue
			}
			up := *s
			up.Place = slices.Delete(slices.Clone(s.Place), len(u.Place), len(u.Place)+1)
			s = &up
		}
	}
	return s
}

// onlyKey is a required key of a union's variant that no other variant has.
func onlyKey(s *model.Schema) string {
	if s.Owner == nil || s.Owner.Union == nil || s.Object == nil || len(s.Owner.Union.Variants) > 100 {
		return ""
	}
	have := make(map[model.Wire]int)
	for _, v := range s.Owner.Union.Variants {
		if t := unalias(v.Type); t != nil && t.Kind == model.Ref && t.Schema.Object != nil {
			for _, f := range t.Schema.Object.Fields {
				have[f.Name]++
			}
		}
	}
	for _, f := range s.Object.Fields {
		if f.Required && have[f.Name] == 1 {
			return string(f.Name)
		}
	}
	return ""
}

// beside joins an owner's name and a place, unless one says the other already.
func beside(base, place string) string {
	switch {
	case strings.HasPrefix(strings.ToLower(place), strings.ToLower(base)):
		return place
	case len(place) > 3 && strings.HasSuffix(base, place):
		return base
	}
	return base + place
}

// codeTitle is a title that is a name and no prose: "ListSessionResponse".
var codeTitle = regexp.MustCompile(`^[A-Z][A-Za-z0-9_]{2,60}$`)

// ownerNames are the Go names of what an inline schema stands in: the usual one, then a longer one.
func (b *builder) ownerNames(s *model.Schema) []string {
	op := s.Operation
	if s.Owner != nil && b.inline[s.Owner] && s.Owner.Name == "" {
		op = s.Owner.Operation
	} else if s.Owner != nil {
		return []string{b.ownerName(s.Owner)}
	}
	switch c := b.calls[op]; {
	case c != nil:
		return append([]string{c.title}, c.longTitles()...)
	case op != nil && b.calls[op.Caller] != nil:
		name := b.calls[op.Caller].title + exported(op.Name)
		return []string{name, name + exported(string(op.URL))}
	case op != nil:
		return []string{exported(op.Name + " " + op.ID)}
	}
	return []string{componentName(s.ID)}
}

// ownerName is the Go name of a schema that others stand in.
func (b *builder) ownerName(o *model.Schema) string {
	switch {
	case b.decls[o] != nil:
		return string(b.decls[o].GoName())
	case o.Name != "":
		return namedLadder(o)[0].name
	}
	return b.inlineLadder(o)[0].name
}

// componentName is the Go name of the component that a pointer leads into: #/components/parameters/droplet_type/schema.
func componentName(id string) string {
	parts := strings.Split(id, "/")
	for i, p := range parts {
		if p == "components" && i+2 < len(parts) {
			return exported(unescapePointer(parts[i+2]))
		}
	}
	return ""
}

// componentKind is what stands in a component of its own: a param, a header.
func componentKind(s *model.Schema) string {
	switch {
	case s.Owner != nil || s.Operation != nil:
		return ""
	case strings.HasPrefix(s.ID, "#/components/parameters/"):
		return "Param"
	case strings.HasPrefix(s.ID, "#/components/headers/"):
		return "Header"
	case strings.HasPrefix(s.ID, "#/components/requestBodies/"):
		return "Body"
	}
	return ""
}

func unescapePointer(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~1", "/"), "~0", "~")
}

// placeWords are the words of the way to an inline schema. An item is the singular of its list;
// long says it all, with status codes and the word item.
func placeWords(place []string, long bool) string {
	var ws []string
	for i, p := range place {
		switch {
		case p == "item":
			n := len(ws)
			if n > 0 && !long && singular(ws[n-1]) != ws[n-1] {
				ws[n-1] = singular(ws[n-1])
				continue
			}
			ws = append(ws, "Item")
		case i == 0 && len(place) > 1 && !long && isStatus(p) && p[0] == '2':
			continue
		case p == "response" && len(ws) > 0 && strings.EqualFold(ws[len(ws)-1], p):
		default:
			ws = append(ws, fieldWords(p)...)
		}
	}
	return title(ws, false)
}

// fieldWords are the words of one step, shouting ones made small.
func fieldWords(p string) []string {
	ws := words(p)
	if screaming(p) {
		for i := range ws {
			ws[i] = strings.ToLower(ws[i])
		}
	}
	return ws
}

func isStatus(s string) bool {
	return s == "default" || len(s) == 3 && s[0] >= '1' && s[0] <= '5'
}
