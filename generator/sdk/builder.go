package sdk

import (
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A builder makes one package. What it knows grows in the order of [New].
type builder struct {
	doc    *model.Document
	opts   Options
	report *diag.Report
	names  *names
	keys   map[*model.Schema]string // of those whose pointer holds a number, see schemaKey
	pkg    *Package
	scope  *scope // of the package

	ops     []*model.Operation
	order   map[*model.Operation]int
	all     []*group
	tagged  []*group                  // resources that tags name
	claimed map[*model.Operation]bool // untagged operations that a tagged group took
	segs    map[string][]string       // of templates, as segments cuts them
	items   map[*group]bool           // whether a group has items, once known
	parts   map[Decl]*role            // what each type is for
	made    map[*model.Operation]*Method
	calls   map[*model.Operation]*call
	schemas map[string]*model.Schema // by ID
	reached map[*model.Schema]bool   // by an operation or a webhook
	uses    map[*model.Schema]*Use
	files   map[*model.Schema]bool // schemas of multipart parts, where binary is a file
	inline  map[*model.Schema]bool // bodies whose fields stand in params
	plans   map[*model.Operation]*bodyPlan
	cases   map[*model.Operation]*model.Schema // of results that differ by status: an object of them
	decls   map[*model.Schema]Decl
	same    map[*model.Schema]*model.Schema      // inline schemas that another one stands for
	shared  map[*model.Schema][]*model.Operation // of inline schemas that stand for others: whose requests have them
	looped  map[*model.Schema]bool               // aliases that contain themselves
	paged   map[string]bool                      // rules of paging that an operation wanted
}

// New decides the Go package of a document. It never fails: what cannot be typed is emitted
// as something weaker and reported.
func New(doc *model.Document, opts Options, report *diag.Report) *Package {
	b := newBuilder(doc, opts, report)
	b.decide()
	return b.pkg
}

func newBuilder(doc *model.Document, opts Options, report *diag.Report) *builder {
	b := &builder{doc: doc, opts: opts, report: report, names: newNames(opts, report),
		segs: make(map[string][]string), items: make(map[*group]bool), paged: make(map[string]bool)}
	b.pkg = &Package{Spec: doc, Name: opts.Name, Import: opts.Import, Runtime: opts.Runtime, Dir: opts.Dir}
	return b
}

// decide takes the decisions in their order: the tree, the names and shapes of types, the methods, the constants,
// then what is said of all of them and where it stands.
func (b *builder) decide() {
	b.read()
	b.findKeys()
	b.tree()
	b.findSame()
	b.findCases()
	b.reach()
	b.client()
	b.declare()
	b.fill()
	b.methods()
	b.constants()
	b.webhooks()
	b.redact()
	b.goNames()
	b.docs()
	b.place()
	b.remember()
	b.names.unused()
	b.unusedPaging()
	b.pkg.Names = b.names.list
}
