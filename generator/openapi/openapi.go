// Package openapi turns a document's tree into the model: what each path, operation, param,
// body, response and schema means. It asks kin-openapi for typed facts and the tree for order,
// places and exact text. It knows nothing of Go names or Go types.
package openapi

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// Load is the model of a document, or nil if the document is refused. What the model cannot
// hold is in the report, with what it holds instead; no operation is ever left out.
func Load(doc *source.Document, report *diag.Report) *model.Document {
	r := &reader{
		doc:      doc,
		report:   report,
		said:     map[remark]bool{},
		named:    map[*source.Node]*model.Schema{},
		nodes:    map[*model.Schema]*source.Node{},
		inlined:  map[string]*model.Schema{},
		families: map[*source.Node]*family{},
		pending:  map[string]*pending{},
		ids:      map[string]bool{},
		numbers:  map[*source.Node]int{},
		groups:   map[partKey]*group{},
		called:   map[*source.Node][]*model.Operation{},
		budget:   partBudget,
	}
	if !r.describesAPI() {
		return nil
	}
	r.kin = newKin(doc, r)
	return r.document()
}

// A reader turns one document's tree into its model.
type reader struct {
	doc    *source.Document
	report *diag.Report
	said   map[remark]bool
	kin    *kin

	named    map[*source.Node]*model.Schema      // of components/schemas, by their node
	nodes    map[*model.Schema]*source.Node      // the inverse of named
	names    []*source.Node                      // the keys of named, in the document's order
	inlined  map[string]*model.Schema            // of other places, by what they are made of
	pending  map[string]*pending                 // plain types that are being read
	inline   []*model.Schema                     // the values of inlined, in the order they were met
	families map[*source.Node]*family            // of bases with a discriminator
	ids      map[string]bool                     // of inline schemas
	numbers  map[*source.Node]int                // what keyOf calls nodes
	groups   map[partKey]*group                  // of oneOf and anyOf, once read
	called   map[*source.Node][]*model.Operation // of callbacks, by the path item of an expression
	budget   int                                 // how many parts may yet be merged
	spent    spent
}

func (r *reader) describesAPI() bool {
	root := r.doc.Root
	if root != nil && root.Kind == source.Object {
		for _, key := range []string{"paths", "webhooks", "components"} {
			if root.Get(key) != nil {
				return true
			}
		}
	}
	r.add(diag.Error, NoAPI, root, "add paths, webhooks or components", "document has no paths, webhooks or components")
	return false
}

func (r *reader) document() *model.Document {
	root := r.doc.Root
	info := root.Get("info")
	r.declare()
	r.families = r.familiesOf()
	out := &model.Document{
		File:    r.doc.Name,
		SHA256:  r.doc.SHA256,
		OpenAPI: r.doc.Version,
		Title:   text(info, "title"),
		Version: model.Text(scalar(info.Get("version"))),
		Doc:     firstText(text(info, "description"), text(info, "summary")),
		Servers: r.servers(root.Get("servers")),
		Schemes: r.schemes(),
		Tags:    tags(root),
	}
	if security := r.security(root.Get("security")); security != nil {
		out.Security = *security
	}
	r.dialect(root.Get("jsonSchemaDialect"))
	r.fillAll()
	out.Paths = r.paths()
	if r.spent.params > maxParams {
		return nil
	}
	shortIDs(out.Operations())
	out.Webhooks = r.webhooks()
	for _, n := range r.names {
		out.Schemas = append(out.Schemas, r.named[n])
	}
	out.Schemas = append(out.Schemas, r.inline...)
	return out
}

// dialect says that all schemas are read by one dialect, where the document wants another.
func (r *reader) dialect(n *source.Node) {
	switch name := n.Text(); {
	case name == "", strings.HasPrefix(name, "https://spec.openapis.org/oas/"), strings.HasSuffix(name, "draft/2020-12/schema"):
	default:
		r.note(Unread, n, "schemas are read as OpenAPI's own, which is 2020-12's", "jsonSchemaDialect %q is not read", oneLine(name))
	}
}

func tags(root *source.Node) []*model.Tag {
	var out []*model.Tag
	for _, n := range items(root.Get("tags")) {
		if name := n.Get("name").Text(); name != "" {
			out = append(out, &model.Tag{Name: model.Wire(name), Doc: text(n, "description")})
		}
	}
	return out
}

// A remark is what was said of a place; nothing is said twice.
type remark struct {
	code diag.Code
	node *source.Node
	more string
}

func (r *reader) warn(code diag.Code, n *source.Node, cure, format string, args ...any) {
	r.add(diag.Warning, code, n, cure, format, args...)
}

func (r *reader) note(code diag.Code, n *source.Node, cure, format string, args ...any) {
	r.add(diag.Note, code, n, cure, format, args...)
}

func (r *reader) add(severity diag.Severity, code diag.Code, n *source.Node, cure, format string, args ...any) {
	r.addRelated(nil, severity, code, n, cure, fmt.Sprintf(format, args...))
}

func (r *reader) addRelated(related []diag.Related, severity diag.Severity, code diag.Code, n *source.Node, cure, message string) {
	key := remark{code, n, message}
	if r.said[key] {
		return
	}
	r.said[key] = true
	d := diag.Diagnostic{Code: code, Severity: severity, Pos: diag.Pos{File: r.doc.Name}, Message: message, Cure: cure, Related: related}
	if n != nil {
		d.Pos, d.Pointer = n.Pos, n.Pointer()
	}
	r.report.Add(d)
}
