package sdk

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A node is a static segment in the tree of the paths without tags.
type node struct {
	segment  string
	path     []string // with params
	parent   *node
	children []*node
	own      []*model.Operation // on the path that ends here
	item     []*model.Operation // on the path that ends in params right after
	group    *group
}

// pathGroups makes a tree of resources from the paths of operations that have no tag.
func (b *builder) pathGroups() []*group {
	root := &node{}
	skip := b.sharedPrefix()
	for _, op := range b.ops {
		if b.tagless(op) && !b.claimed[op] {
			segs := b.segments(op.Template())
			n := root.insert(segs, skip)
			if len(segs) > 0 && isParam(segs[len(segs)-1]) {
				n.item = append(n.item, op)
			} else {
				n.own = append(n.own, op)
			}
		}
	}
	return b.nodeGroups(root, nil)
}

func (b *builder) tagless(op *model.Operation) bool {
	return len(op.Tags) == 0 || len(plainWords(string(op.Tags[0]))) == 0
}

// sharedPrefix counts the static segments that all paths begin with and that so tell nothing: /rest/api.
func (b *builder) sharedPrefix() int {
	var common []string
	for i, op := range b.ops {
		if !b.tagless(op) || b.claimed[op] {
			continue
		}
		segs := b.segments(op.Template())
		if common == nil && i >= 0 {
			common = segs
		}
		common = common[:commonLen(common, segs)]
	}
	n := 0
	for n < len(common) && !isParam(common[n]) {
		n++
	}
	return max(0, n-1)
}

// maxResources is how many resources a path may lead through: real ones stay below ten, and a hostile
// path of 200,000 segments would make as many types.
const maxResources = 30

// insert is the node of a path's last static segment, made where it is new.
func (n *node) insert(segs []string, skip int) *node {
	depth := 0
	for i, s := range segs {
		if isParam(s) || i < skip {
			continue
		}
		if depth++; depth > maxResources {
			break
		}
		next := n.child(s)
		if next == nil {
			next = &node{segment: s, path: segs[:i+1], parent: n}
			n.children = append(n.children, next)
		}
		n = next
	}
	return n
}

func (n *node) child(segment string) *node {
	for _, c := range n.children {
		if strings.EqualFold(c.segment, segment) {
			return c
		}
	}
	return nil
}

// nodeGroups turns nodes into groups, and what is an action into an operation of the node above.
func (b *builder) nodeGroups(n *node, parent *group) []*group {
	var all []*group
	g := parent
	if t := b.taggedLike(n, parent); t != nil {
		g = t
	} else if n.parent != nil && !b.isAction(n) || n.parent == nil && len(n.own)+len(n.item) > 0 {
		g = &group{id: "/" + strings.Join(n.path, "/"), base: n.path, parent: parent}
		g.noun = plainWords(n.segment)
		if len(g.noun) == 0 {
			g.noun = []string{"Root"}
		}
		g.field = g.noun
		g.aliases = [][]string{g.noun}
		all = append(all, g)
		if parent != nil {
			parent.children = append(parent.children, g)
		}
	}
	n.group = g
	if g != nil {
		g.ops = append(g.ops, n.own...)
		g.ops = append(g.ops, n.item...)
	}
	if n.parent == nil {
		g = nil // what is on "/" owns nothing
	}
	for _, c := range n.children {
		all = append(all, b.nodeGroups(c, g)...)
	}
	return all
}

// taggedLike is the resource of a tag that a node without tags is called as, at the top of both trees: an API's authors
// forget tags, and users look for one resource of a name.
func (b *builder) taggedLike(n *node, parent *group) *group {
	if n.parent == nil || parent != nil {
		return nil
	}
	noun := strings.Join(stems(plainWords(n.segment)), " ")
	for _, t := range b.tagged {
		if t.parent == nil && t.mount == "" && !t.machine && noun != "" && strings.Join(stems(t.noun), " ") == noun {
			return t
		}
	}
	return nil
}

// isAction tells whether a node is a method of the resource above it: POST /invoices/{id}/pay.
func (b *builder) isAction(n *node) bool {
	if len(n.own) != 1 || len(n.item) > 0 || len(n.children) > 0 || n.parent.parent == nil {
		return false
	}
	if p := n.parent; len(p.own)+len(p.item) == 0 && len(p.path)+1 == len(n.path) {
		return false // the segment above is only a namespace
	}
	ws := plainWords(n.segment)
	if len(ws) == 0 {
		return false
	}
	op := n.own[0]
	switch op.Method {
	case "GET":
		return isVerb(ws[0]) && !isPlural(ws[len(ws)-1]) || !b.isList(op)
	case "POST":
		return isVerb(ws[0]) && !verbNouns[strings.ToLower(ws[0])] || !isPlural(ws[len(ws)-1])
	}
	return true
}

// verbNouns are verbs that begin the names of things as well: login links.
var verbNouns = set(`
	account block call change charge chat check comment copy display export forward fund import index issue link list load
	lock log login map match message move order pair pin play point post process query record refund release report
	request reserve response return review run schedule score search share sign star stream submit tag test track
	transfer trigger upload view vote wait watch
`)

// isList tells whether an operation answers with a list: an array, or an object about one.
func (b *builder) isList(op *model.Operation) bool {
	c := b.successContent(op)
	if c == nil {
		return false
	}
	return listShape(c.Type, lastStatic(collection(b.segments(op.Template()))))
}

// listShape tells whether a type is a list, or a page: an object about one list, which is called as pages
// call theirs or as the path does.
func listShape(t *model.Type, path []string) bool {
	t = unalias(t)
	if t == nil || t.Kind == model.Array {
		return t != nil
	}
	if t.Kind != model.Ref || t.Schema.Object == nil || len(t.Schema.Object.Fields) > 12 {
		return false
	}
	f := itemsField(t.Schema.Object)
	if f == nil {
		return false
	}
	return pageWords[string(f.Name)] || len(t.Schema.Object.Fields) <= 2 || endsWith(path, plainWords(string(f.Name)))
}

// pageWords are what pages call their lists.
var pageWords = set("data items results value records entries list content")
