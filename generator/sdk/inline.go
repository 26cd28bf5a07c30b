package sdk

import (
	"regexp"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// inlineLadder is for a schema without a name: it is called for what it stands in, SessionMeta.
func (b *builder) inlineLadder(s *model.Schema) []rung {
	base := b.ownerName(s)
	var ladder []rung
	if validIdent(s.GoName) && isExported(s.GoName) {
		ladder = append(ladder, rung{s.GoName, "the document's own Go name"})
	}
	if s.Owner == nil && codeTitle.MatchString(string(s.Title)) {
		ladder = append(ladder, rung{exported(string(s.Title)), "title"})
	}
	short, long := placeWords(s.Place, false), placeWords(s.Place, true)
	ladder = append(ladder, rung{base + short, "place"}, rung{base + long, "place"})
	kind := exported(string(s.Kind))
	if !strings.HasSuffix(base+long, kind) {
		ladder = append(ladder, rung{base + long + kind, "kind"})
	}
	for i := range ladder {
		ladder[i].name = clipped(ladder[i].name, s.ID)
	}
	return rungs(ladder...)
}

// codeTitle is a title that is a name and no prose: "ListSessionResponse".
var codeTitle = regexp.MustCompile(`^[A-Z][A-Za-z0-9_]{2,60}$`)

// ownerName is the Go name of what an inline schema stands in.
func (b *builder) ownerName(s *model.Schema) string {
	switch o := s.Owner; {
	case o == nil && s.Operation != nil && b.calls[s.Operation] != nil:
		return b.calls[s.Operation].title
	case o == nil && s.Operation != nil:
		return exported(s.Operation.Name + " " + s.Operation.ID)
	case o == nil:
		return ""
	case b.decls[o] != nil:
		return string(b.decls[o].GoName())
	case o.Name != "":
		return namedLadder(o)[0].name
	case b.inline[o] && o.Operation != nil && b.calls[o.Operation] != nil:
		return b.calls[o.Operation].title
	default:
		return b.inlineLadder(o)[0].name
	}
}

// placeWords are the words of the way to an inline schema. An item is the singular of its list;
// long says it all, with status codes and the word item.
func placeWords(place []string, long bool) string {
	var ws []string
	for i, p := range place {
		switch {
		case p == "item" || p == "items":
			n := len(ws)
			if n > 0 && !long && singular(ws[n-1]) != ws[n-1] {
				ws[n-1] = singular(ws[n-1])
				continue
			}
			ws = append(ws, "Item")
		case i == 0 && len(place) > 1 && !long && isStatus(p):
			continue
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
