package sdk

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// read notes the operations and their order.
func (b *builder) read() {
	b.ops = b.doc.Operations()
	b.order = make(map[*model.Operation]int, len(b.ops))
	for i, op := range b.ops {
		b.order[op] = i
	}
}

// tree makes the resources and finds the words of their methods.
func (b *builder) tree() {
	b.all = b.groups()
	b.calls = make(map[*model.Operation]*call, len(b.ops))
	for _, g := range b.all {
		g.res = &Resource{Path: b.groupPath(g)}
		seen := make(map[*model.Path]bool)
		for _, op := range g.ops {
			b.calls[op] = b.call(op, g)
			if op.Path != nil && !seen[op.Path] {
				seen[op.Path] = true
				g.res.Paths = append(g.res.Paths, op.Path)
			}
		}
		g.res.Prefix = b.idPrefix(g)
	}
	for _, g := range b.all {
		for _, c := range g.children {
			c.res.Parent = g.res
			g.res.Children = append(g.res.Children, c.res)
		}
		if g.parent == nil {
			b.pkg.Roots = append(b.pkg.Roots, g.res)
		}
	}
}

// groupPath is the path of a group as the document writes it.
func (b *builder) groupPath(g *group) string {
	if len(g.base) == 0 {
		return ""
	}
	for _, op := range g.ops {
		segs := b.segments(op.Template())
		if !hasPrefix(segs, g.base) {
			continue
		}
		path := op.Template()
		for range segs[len(g.base):] {
			slash := max(0, strings.LastIndexByte(path, '/')) // what is before costs nothing again
			last := path[slash:]
			path = path[:slash+max(0, strings.LastIndex(last, ":"+actionOf(last)))]
		}
		return path
	}
	return "/" + strings.Join(g.base, "/")
}

// idPrefix is what the ids of a resource begin with, as the pattern of its item's param says: ^KC[0-9a-f]{32}$ → KC.
func (b *builder) idPrefix(g *group) string {
	for _, op := range g.ops {
		segs := b.segments(op.Template())
		if len(segs) != len(g.base)+1 || !isParam(segs[len(segs)-1]) {
			continue
		}
		for _, p := range op.Params {
			if p.In == model.InPath && "{"+string(p.Name)+"}" == segs[len(segs)-1] && p.Type != nil && p.Type.Limits != nil {
				return patternPrefix(p.Type.Limits.Pattern)
			}
		}
	}
	return ""
}

// patternPrefix is the literal beginning of an anchored pattern.
func patternPrefix(pattern string) string {
	rest, ok := strings.CutPrefix(pattern, "^")
	if !ok {
		return ""
	}
	n := 0
	for n < len(rest) && (rest[n] >= 'A' && rest[n] <= 'Z' || rest[n] >= 'a' && rest[n] <= 'z' || rest[n] == '_' || rest[n] == '-') {
		n++
	}
	if n == 0 || n == len(rest) || rest[n] != '[' && rest[n] != '\\' && rest[n] != '(' {
		return ""
	}
	return rest[:n]
}

// nameResources gives the resources their types and fields.
func (b *builder) nameResources() {
	var types []*want
	for _, g := range b.all {
		types = append(types, &want{key: "resource " + g.id, owner: g.id, ladder: g.typeLadder(), pos: g.pos()})
	}
	b.scope.settle(types)
	for i, g := range b.all {
		g.res.Name = types[i].name
	}
	var roots []*group
	for _, g := range b.all {
		if g.parent == nil {
			roots = append(roots, g)
		}
		s := b.names.scope("the resource " + string(g.res.Name))
		for _, op := range g.ops {
			s.holdAll("operation "+opKey(op), "page "+opKey(op), "stream "+opKey(op))
		}
		b.nameFields(g.children, s)
	}
	b.nameFields(roots, b.names.scope("the client", "Do"))
}

func (b *builder) nameFields(gs []*group, s *scope) {
	fields := make([]*want, len(gs))
	for i, g := range gs {
		fields[i] = &want{key: "resourcefield " + g.id, owner: g.id, pos: g.pos(), ladder: rungs(
			rung{join(g.field, "x"), ""}, rung{join(g.noun, "x"), "parent"}, rung{join(g.noun, "x") + "Resource", "kind"}, rung{string(g.res.Name), "type"})}
	}
	s.settle(fields)
	for i, g := range gs {
		g.res.Field = fields[i].name
	}
}

// typeLadder names a resource's type: by its noun, by its parents', by its kind.
func (g *group) typeLadder() []rung {
	ladder := []rung{{join(g.noun, "x"), ""}}
	if g.tag != nil && !g.machine {
		ladder = append(ladder, rung{join(inLast(g.noun, plural), "x"), "plural"})
	}
	ws := g.noun
	for p := g.parent; p != nil; p = p.parent {
		if startsWith(ws, p.noun) {
			continue
		}
		ws = append(inLast(p.noun, singular), ws...)
		ladder = append(ladder, rung{join(ws, "x"), "parent"})
	}
	for range 4 { // the whole name waits until deeper ones of the same words are qualified away
		ladder = append(ladder, rung{join(ws, "x"), "parent"})
	}
	return rungs(append(ladder, rung{join(ws, "x") + "Resource", "kind"}, rung{join(ws, "x") + "API", "kind"})...)
}

// rungs drops empty candidates. A candidate may say no more than the one before: a name that cannot be
// qualified by one rule keeps its place while the others that want it are qualified away.
func rungs(all ...rung) []rung {
	var out []rung
	for _, r := range all {
		if r.name != "" {
			out = append(out, r)
		}
	}
	return out
}
