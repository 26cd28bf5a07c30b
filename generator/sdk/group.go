package sdk

import (
	"sort"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A group is what becomes a resource: the operations of a tag, or of a path where there are no tags.
type group struct {
	id       string     // "tag Calls", or "/v1/Services"
	tag      *model.Tag // nil without
	ops      []*model.Operation
	base     []string // what the paths have in common, as segments
	noun     []string // its words: "Call Recordings"
	aliases  [][]string
	field    []string // its words in its parent: "Recordings"
	mount    string   // the provider's own name for it
	class    bool     // the tag names a framework's class
	machine  bool     // the provider has drawn the tree: the path names its field
	parent   *group
	children []*group
	res      *Resource
	habits   *habits // once asked
}

// groups puts each operation of the document in the group that becomes its resource.
func (b *builder) groups() []*group {
	if b.drawn() {
		all := b.drawnGroups()
		b.adopt(all)
		return b.keepTree(all)
	}
	tagged := b.taggedGroups()
	b.tagged = tagged
	b.adopt(tagged)
	b.claim(tagged)
	all := append(tagged, b.pathGroups()...)
	for _, g := range all {
		b.sortChildren(g)
	}
	return b.keepTree(all)
}

func (b *builder) sortChildren(g *group) {
	sort.SliceStable(g.children, func(i, j int) bool { return b.order[g.children[i].first()] < b.order[g.children[j].first()] })
}

// claim gives operations without a tag to the tagged resource that their path belongs to.
func (b *builder) claim(tagged []*group) {
	b.claimed = make(map[*model.Operation]bool)
	var fitting []*group
	for _, g := range tagged {
		if g.fits() {
			fitting = append(fitting, g)
		}
	}
	for _, op := range b.ops {
		if !b.tagless(op) {
			continue
		}
		var best *group
		segs := collection(b.segments(op.Template()))
		for _, g := range fitting {
			if hasPrefix(segs, g.base) && (best == nil || len(g.base) > len(best.base)) {
				best = g
			}
		}
		if best != nil {
			best.ops = append(best.ops, op)
			b.claimed[op] = true
		}
	}
}

// first is the group's first operation, or its first child's.
func (g *group) first() *model.Operation {
	if len(g.ops) > 0 {
		return g.ops[0]
	}
	for _, c := range g.children {
		if op := c.first(); op != nil {
			return op
		}
	}
	return nil
}

func (b *builder) taggedGroups() []*group {
	prefix := b.tagPrefix()
	byTag := make(map[string]*group)
	var all []*group
	for _, op := range b.ops {
		if b.tagless(op) {
			continue
		}
		key := strings.Join(stems(words(string(op.Tags[0]))), " ")
		g := byTag[key]
		if g == nil {
			g = &group{id: "tag " + string(op.Tags[0]), tag: b.tag(op.Tags[0])}
			ws := words(string(op.Tags[0]))
			g.aliases = append(g.aliases, ws)
			if len(ws) > prefix {
				ws = ws[prefix:]
			}
			g.noun = withoutController(ws)
			g.class = len(g.noun) < len(ws)
			byTag[key] = g
			all = append(all, g)
		}
		g.ops = append(g.ops, op)
	}
	for _, g := range all {
		g.base = b.base(g.ops)
	}
	for _, g := range all {
		g.settleNoun()
	}
	return all
}

// tag is the document's own entry for a tag, or a bare one.
func (b *builder) tag(name model.Wire) *model.Tag {
	for _, t := range b.doc.Tags {
		if t.Name == name {
			return t
		}
	}
	return &model.Tag{Name: name}
}

// tagPrefix counts the words that all tags begin with up to a version: "ProxyV1Session" → 2.
func (b *builder) tagPrefix() int {
	var common []string
	for _, op := range b.ops {
		if len(op.Tags) == 0 {
			continue
		}
		ws := words(string(op.Tags[0]))
		if common == nil {
			common = ws
		}
		n := 0
		for n < len(ws)-1 && n < len(common) && strings.EqualFold(ws[n], common[n]) {
			n++
		}
		common = common[:n]
	}
	for i, w := range common {
		if versionWord.MatchString(w) {
			return i + 1
		}
	}
	return 0
}

// base is the longest path that the operations have in common, ending in a static segment.
func (b *builder) base(ops []*model.Operation) []string {
	var base []string
	for i, op := range ops {
		segs := collection(b.segments(op.Template()))
		if i == 0 {
			base = segs
		}
		base = base[:commonLen(base, segs)]
	}
	return collection(base)
}

// startsWith tells whether words begin with others, whatever their case and number.
func startsWith(ws, prefix []string) bool {
	if len(ws) < len(prefix) {
		return false
	}
	for i := range prefix {
		if stem(ws[i]) != stem(prefix[i]) {
			return false
		}
	}
	return true
}

// endsWith tells whether words end with others, whatever their case and number.
func endsWith(ws, suffix []string) bool {
	return len(ws) >= len(suffix) && startsWith(ws[len(ws)-len(suffix):], suffix)
}

// withoutController is what a tag is about that names the class of a framework: "UserController", "user-rest-controller".
func withoutController(ws []string) []string {
	n := len(ws)
	if n > 1 && strings.EqualFold(ws[n-1], "controller") {
		n--
	}
	if n > 1 && n < len(ws) && strings.EqualFold(ws[n-1], "rest") {
		n--
	}
	return ws[:n]
}

// settleNoun adds what operations may call a tagged group: its noun, its path's. A class is called by one, its resource
// as the path says.
func (g *group) settleNoun() {
	g.aliases = append(g.aliases, g.noun)
	last := lastStatic(g.base)
	if last != nil && (len(g.ops) > 1 || g.fits()) {
		g.aliases = append(g.aliases, last)
	}
	if g.class && last != nil && startsWith(g.noun, last) && len(g.noun) == len(last) {
		g.noun = last
	}
	g.field = g.noun
}

func lastStatic(base []string) []string {
	if len(base) == 0 {
		return nil
	}
	return plainWords(base[len(base)-1])
}

// commonNoun is the noun of all the operations, if they agree: ListCallRecording, FetchCallRecording → Call Recording.
func commonNoun(ops []*model.Operation) []string {
	var noun []string
	for _, op := range ops {
		ws := words(op.Words())
		if len(ws) < 2 || !isVerb(ws[0]) {
			return nil
		}
		ws = inLast(ws[1:], singular)
		if noun == nil {
			noun = ws
		}
		if !startsWith(ws, noun) || len(ws) != len(noun) {
			return nil
		}
	}
	return noun
}

// adopt makes a group whose path continues an item of another group's path the other's child.
func (b *builder) adopt(all []*group) {
	for _, g := range all {
		for _, p := range all {
			if b.continues(g, p) && (g.parent == nil || len(p.base) > len(g.parent.base) ||
				len(p.base) == len(g.parent.base) && p.fits() && !g.parent.fits()) {
				g.parent = p
			}
		}
	}
	for _, g := range all {
		if g.parent == nil {
			continue
		}
		g.parent.children = append(g.parent.children, g)
		if startsWith(g.noun, g.parent.noun) && len(g.noun) > len(g.parent.noun) {
			g.field = g.noun[len(g.parent.noun):]
		}
	}
	for _, g := range all {
		if !g.machine || len(g.base) == 0 || g.mount != "" {
			continue
		}
		above := 0
		if g.parent != nil {
			above = len(g.parent.base)
		}
		g.field = pathWords(g.base[above:], false)
	}
}

// fits tells whether a group's noun is its path's last word.
func (g *group) fits() bool {
	last := lastStatic(g.base)
	return last != nil && endsWith(g.noun, last)
}

func (b *builder) continues(g, p *group) bool {
	if g == p || len(p.base) == 0 || len(g.base) <= len(p.base) || !hasPrefix(g.base, p.base) || p.mount != "" {
		return false
	}
	return p.machine || isParam(g.base[len(p.base)]) && p.fits()
}

// pos is where a group first shows in the document.
func (g *group) pos() diag.Pos {
	if op := g.first(); op != nil {
		return op.Pos
	}
	return diag.Pos{}
}
