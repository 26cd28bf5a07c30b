package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// paging tells how a list goes on: as the config says, or else from the shape of its page; nil where that does not say
// surely.
func (b *builder) paging(m *Method) *Paging {
	if rule := b.pagingRule(m.Spec); rule != nil {
		return b.ruledPaging(m, rule)
	}
	op := m.Spec
	if op.Method != "GET" || m.Result.Kind != PointerResult && m.Result.Kind != ValueResult {
		return nil
	}
	page := unalias(b.successContent(op).Type)
	if page == nil {
		return nil
	}
	p := &Paging{}
	if page.Kind != model.Array {
		if page.Kind != model.Ref || page.Schema.Object == nil {
			return nil
		}
		f := itemsField(page.Schema.Object)
		if f == nil {
			return nil
		}
		p.Items = string(f.Name)
		if !goesOnInBody(p, op, page.Schema.Object, f) && !goesOn(p, op, page.Schema.Object) {
			return nil
		}
	} else if !goesOn(p, op, nil) {
		return nil
	}
	if b.keptPage(m) {
		return nil
	}
	return b.withItem(m, p)
}

// keptPage tells whether a method was published as one that returns its page: its callers have no use for an iterator.
func (b *builder) keptPage(m *Method) bool {
	key := opKey(m.Spec)
	if !b.names.knows("operation "+key) || b.names.knows("page "+key) {
		return false
	}
	b.report.Add(diag.Diagnostic{
		Code: "kept-page", Severity: diag.Note, Pos: m.Spec.Pos, Message: fmt.Sprintf("%s answers with a page of a list now", key),
		Cure: "it returns the page, as it did; a line under paging: or removing it from sdkc.lock makes it iterate, which breaks callers",
	})
	return true
}

// itemsField is the one list of a page; nil if there is none or no telling which.
func itemsField(o *model.Object) *model.Field {
	var lists []*model.Field
	for _, f := range o.Fields {
		if t := unalias(f.Type); t != nil && t.Kind == model.Array {
			lists = append(lists, f)
		}
	}
	if len(lists) == 1 {
		return lists[0]
	}
	for _, name := range []string{"data", "items", "results", "value", "records", "entries", "resources", "values", "content"} {
		for _, f := range lists {
			if strings.EqualFold(string(f.Name), name) {
				return f
			}
		}
	}
	return nil
}

// withItem completes a paging with what the iterator yields.
func (b *builder) withItem(m *Method, p *Paging) *Paging {
	t, _ := typeAt(b.successContent(m.Spec).Type, p.Items)
	if t == nil || t.Kind != model.Array {
		return nil
	}
	p.Size, p.MaxSize = pageSize(m.Spec, p.Size)
	p.ItemDecode = b.goType(t.Elem, false)
	p.Item = p.ItemDecode
	if _, ok := byValue(p.ItemDecode); ok {
		p.Item = &Type{Shape: Ptr, Elem: p.ItemDecode}
	}
	return p
}

// typeAt is what a dotted way through objects leads to; nil for nowhere. Where it leads through something whose members
// the document does not name, nobody can tell: open.
func typeAt(t *model.Type, way string) (at *model.Type, open bool) {
	t = unalias(t)
	if way == "" || t == nil {
		return t, false
	}
	if f := unalias(fieldType(t, way)); f != nil {
		return f, false
	}
	for i := range way {
		if way[i] != '.' {
			continue
		}
		if f := fieldType(t, way[:i]); f != nil {
			return typeAt(f, way[i+1:])
		}
	}
	return nil, t.Kind == model.Any || t.Kind == model.Map || t.Kind == model.Ref && t.Schema.Kind == model.UnionSchema
}

// fieldType is the type of an object's field; nil for none.
func fieldType(t *model.Type, name string) *model.Type {
	t = unalias(t)
	if t == nil || t.Kind != model.Ref || t.Schema.Object == nil {
		return nil
	}
	for _, f := range t.Schema.Object.Fields {
		if string(f.Name) == name {
			return f.Type
		}
	}
	return nil
}
