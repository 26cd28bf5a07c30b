package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// A bundler makes one self-contained tree of a document and the files it refers to: each $ref ends
// as "#/components/schemas/Name" or its like, or gives way to what it names.
type bundler struct {
	files  *files
	main   *file
	root   *Node
	kind   object            // of the root
	places map[object]string // the sections of named objects: "schemas"
	prefix string            // of references to them: "#/components/"
	opts   Options
	report *diag.Report

	named    map[object]map[string]*Node // the root document's own components
	targets  map[key]*target             // what is to be a component yet
	queue    []*target                   // the same, in the order of finding
	pending  []pending
	open     map[*Node]bool // what is being inlined, to find one inside itself
	said     map[*Node]bool // odd references that were reported
	sound    map[*Node]bool // components known to lead somewhere
	copied   int            // nodes that inlining made
	harmless int            // how many places deep in something that code does not depend on
	guesses  int            // how often the nearest names were looked for
	finding  int
	steps    int
}

// A key is a node in a role: one node may serve as a schema here and as an example there.
type key struct {
	node *Node
	as   object
}

// A target is a node that becomes a component because references name it.
type target struct {
	key
	name string // "" until it is decided
	from string // its pointer where it stood
	file *file
	main string // the root document's file name
}

// A pending reference waits for its target's name.
type pending struct {
	ref    *Node // the string after $ref
	target *target
	as     object
}

func newBundler(files *files, kind object, opts Options, report *diag.Report) *bundler {
	main := files.byName[files.names[0]]
	main.root.seal()
	b := &bundler{
		files: files, main: main, root: main.root, kind: kind, opts: opts, report: report,
		places: sections, prefix: "#/components/",
		named: map[object]map[string]*Node{}, targets: map[key]*target{}, open: map[*Node]bool{}, said: map[*Node]bool{}, sound: map[*Node]bool{},
	}
	if kind == swaggerObject {
		b.places, b.prefix = sections2, "#/"
	}
	for as := range b.places {
		b.named[as] = map[string]*Node{}
		if section := b.section(as); section != nil {
			for _, f := range section.Fields {
				b.named[as][f.Key] = f.Value
			}
		}
	}
	return b
}

// section is the object that holds the named objects of a kind, or nil.
func (b *bundler) section(as object) *Node {
	at := b.root
	if b.kind == documentObject {
		at = at.Get("components")
	}
	return at.Get(b.places[as])
}

// bundle finds all references, then decides names, then writes.
func (b *bundler) bundle() {
	b.claim()
	b.visit(b.root, an(b.kind))
	for i := 0; i < len(b.queue); i++ { // visiting finds more
		t := b.queue[i]
		b.visit(t.node, an(t.as))
	}
	b.name()
	for _, p := range b.pending {
		p.ref.Value = b.reference(p.as, p.target.name)
	}
	b.move()
	for as := range b.places {
		b.section(as).hint()
	}
}

// component is the name of a node that is one of the root document's components.
func (b *bundler) component(n *Node, as object) (string, bool) {
	name := n.key
	return name, b.named[as][name] == n
}

// isComponent tells whether a node is any of the root document's components.
func (b *bundler) isComponent(n *Node) bool {
	for as := range b.named {
		if b.named[as][n.key] == n {
			return true
		}
	}
	return false
}

// refuse reports a reference that leads nowhere: an error, unless the user is lenient or no code
// depends on it.
func (b *bundler) refuse(ref *Node, wrong *problem, instead string) {
	d := diag.Diagnostic{
		Code: wrong.code, Pos: ref.Pos, Pointer: ref.where(), Cure: wrong.cure,
		Message: fmt.Sprintf("$ref %.200q %s", ref.Value, wrong.message),
	}
	if b.harmless > 0 || b.opts.Lenient {
		d.Severity = diag.Warning
		d.Cure = instead
	}
	b.report.Add(d)
}
