package sdk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// pagingRule is what the config says of an operation's paging; nil for nothing.
func (b *builder) pagingRule(op *model.Operation) *config.Paging {
	var rule *config.Paging
	for i := range b.opts.Paging {
		if name := b.opts.Paging[i].Operation; name == op.ID && name != "" || name == opKey(op) {
			rule = &b.opts.Paging[i]
			b.paged[name] = true
		}
	}
	return rule
}

// ruledPaging is a paging as the config says, once the document has all that it names.
func (b *builder) ruledPaging(m *Method, rule *config.Paging) *Paging {
	if rule.Off {
		return nil
	}
	c := pagingCheck{b: b, op: m.Spec, rule: rule}
	if m.Result.Kind != PointerResult && m.Result.Kind != ValueResult {
		c.fail(rule.Pos, "does not answer with JSON", "remove the line: there are no pages")
		return nil
	}
	c.page = b.successContent(m.Spec).Type
	p := &Paging{Items: c.items(), More: c.way(rule.More, "boolean", model.Boolean), Size: c.param(rule.Size)}
	switch rule.Kind {
	case config.PagingURL:
		p.NextURL = c.way(rule.Next, "text", model.String)
	case config.PagingCursor:
		p.Cursor = c.way(rule.Next, "text or number", model.String, model.Integer, model.Number)
		p.CursorParam = c.param(rule.Param)
	case config.PagingItem:
		p.LastItem, p.CursorParam = c.itemField(p.Items), c.param(rule.Param)
	case config.PagingOffset:
		p.Offset, p.First, p.Total = c.param(rule.Param), firstItem(m.Spec, model.Wire(rule.Param.Text), nil), c.total()
	case config.PagingPage:
		p.Number, p.First, p.Total = c.param(rule.Param), firstPage(m.Spec, model.Wire(rule.Param.Text)), c.total()
	case config.PagingLink:
		p.Link = true
	}
	if rule.First != nil {
		p.First = *rule.First
	}
	if c.failed {
		return nil
	}
	return b.withItem(m, p)
}

// A pagingCheck looks up what a rule names in its operation.
type pagingCheck struct {
	b      *builder
	op     *model.Operation
	page   *model.Type
	rule   *config.Paging
	failed bool
}

func (c *pagingCheck) fail(pos diag.Pos, message, cure string) {
	c.failed = true
	c.b.report.Add(diag.Diagnostic{
		Code: "bad-paging", Pos: pos, Message: fmt.Sprintf("paging: %s %s", c.rule.Operation, message), Cure: cure,
		Related: []diag.Related{{Pos: c.op.Pos, Message: "the operation"}},
	})
}

// items is the way to the page's list, which a page with only one need not name.
func (c *pagingCheck) items() string {
	way, page := c.rule.Items.Text, unalias(c.page)
	if way == "" && page != nil && page.Kind == model.Ref && page.Schema.Object != nil {
		if f := itemsField(page.Schema.Object); f != nil {
			way = string(f.Name)
		}
	}
	if t, _ := typeAt(page, way); t == nil || t.Kind != model.Array {
		pos, message := c.rule.Items.Pos, fmt.Sprintf("has no list at %q", way)
		if c.rule.Items.Text == "" {
			pos, message = c.rule.Pos, "has no page with one list"
		}
		c.fail(pos, message, c.having("name the way to a list under items", "its page has", fieldNames(page)))
	}
	return way
}

// way is a dotted way to a value of one of some kinds.
func (c *pagingCheck) way(w config.Word, what string, kinds ...model.Kind) string {
	if w.Text == "" {
		return ""
	}
	t, open := typeAt(c.page, w.Text)
	if !open && !isScalarOf(t, kinds) {
		c.fail(w.Pos, fmt.Sprintf("has no %s at %q", what, w.Text), c.having("", "its page has", fieldNames(unalias(c.page))))
	}
	return w.Text
}

func (c *pagingCheck) total() string {
	return c.way(c.rule.Total, "number", model.Integer, model.Number)
}

// itemField is the field of the items that the next page begins after.
func (c *pagingCheck) itemField(items string) string {
	list, _ := typeAt(c.page, items)
	if list == nil || list.Kind != model.Array {
		return "" // said already
	}
	name := c.rule.Next.Text
	t, open := typeAt(list.Elem, name)
	if !open && !isScalarOf(t, []model.Kind{model.String, model.Integer, model.Number}) {
		c.fail(c.rule.Next.Pos, fmt.Sprintf("has no text or number at %q of its items", name),
			c.having("", "they have", fieldNames(unalias(list.Elem))))
	}
	return name
}

// param is a query param of the operation.
func (c *pagingCheck) param(w config.Word) model.Wire {
	if w.Text == "" {
		return ""
	}
	var names []string
	for _, p := range c.op.Params {
		if p.In == model.InQuery {
			names = append(names, string(p.Name))
		}
	}
	if !slices.Contains(names, w.Text) {
		c.fail(w.Pos, fmt.Sprintf("has no query param %q", w.Text), c.having("", "it has", names))
	}
	return model.Wire(w.Text)
}

// having is a cure that lists what there is.
func (c *pagingCheck) having(cure, subject string, names []string) string {
	const most = 12
	if len(names) > most {
		names = append(slices.Clone(names[:most]), "…")
	}
	switch {
	case len(names) == 0 && cure == "":
		return "remove the line"
	case len(names) == 0:
		return cure
	case cure != "":
		cure += "; "
	}
	return cure + subject + " " + strings.Join(names, ", ")
}

// isScalarOf tells whether a type is of one of some kinds, or a value of unknown kind, or an enum.
func isScalarOf(t *model.Type, kinds []model.Kind) bool {
	switch {
	case t == nil:
		return false
	case t.Kind == model.Ref && t.Schema.Kind == model.EnumSchema:
		return slices.Contains(kinds, model.String)
	case t.Kind == model.Ref && t.Schema.Kind == model.UnionSchema:
		return scalarUnion(t.Schema, new(int))
	}
	return t.Kind == model.Any || slices.Contains(kinds, t.Kind)
}

// fieldNames are what an object has; nothing for other types.
func fieldNames(t *model.Type) []string {
	var names []string
	if t != nil && t.Kind == model.Ref && t.Schema.Object != nil {
		for _, f := range t.Schema.Object.Fields {
			names = append(names, string(f.Name))
		}
	}
	return names
}

// unusedPaging reports the rules that no operation wants.
func (b *builder) unusedPaging() {
	for _, rule := range b.opts.Paging {
		if !b.paged[rule.Operation] {
			b.report.Add(diag.Diagnostic{
				Code: "unused-paging", Pos: rule.Pos, Message: fmt.Sprintf("paging: no operation is called %q", rule.Operation),
				Cure: "remove it, or write an operationId or a method and a path as the document does",
			})
		}
	}
}
