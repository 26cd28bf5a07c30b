package sdk

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// shapeWords name a method by what the request does to its resource's path, where no operationId helps.
func (b *builder) shapeWords(op *model.Operation, g *group) []string {
	segs := b.segments(op.Template())
	tail := segs
	if hasPrefix(segs, g.base) {
		tail = segs[len(g.base):]
	}
	item := len(segs) > 0 && isParam(segs[len(segs)-1])
	if ws := pathWords(tail, false); len(ws) > 0 {
		return b.tailWords(op, ws, item)
	}
	return []string{b.verb(op, g, item)}
}

// verb is the method of a request to a resource's own path, or to an item of it.
func (b *builder) verb(op *model.Operation, g *group, item bool) string {
	items := b.hasItems(g)
	switch op.Method {
	case "GET":
		if !item && (items || b.isList(op)) {
			return "List"
		}
		return "Get"
	case "POST":
		if item || !items && b.isSingleton(op) {
			return b.unlessSibling(op, "Update", "Post", "PUT", "PATCH")
		}
		return "Create"
	case "PUT":
		return b.unlessSibling(op, "Update", "Replace", "PATCH")
	case "PATCH":
		return "Update"
	case "DELETE":
		if !item && items {
			return "DeleteAll"
		}
		return "Delete"
	}
	return exported(strings.ToLower(op.Method))
}

// hasItems tells whether an operation of the group is about one of several.
func (b *builder) hasItems(g *group) bool {
	has, known := b.items[g]
	if !known {
		has = b.findItems(g)
		b.items[g] = has
	}
	return has
}

func (b *builder) findItems(g *group) bool {
	for _, op := range g.ops {
		segs := b.segments(op.Template())
		if len(segs) > 0 && isParam(segs[len(segs)-1]) && hasPrefix(segs, g.base) && len(statics(segs[len(g.base):])) == 0 {
			return true
		}
	}
	return false
}

// isSingleton tells whether the operation's path can be read and is no list. What a path in the plural answers, if the
// document does not say, is one.
func (b *builder) isSingleton(op *model.Operation) bool {
	last := lastStatic(collection(b.segments(op.Template())))
	for _, o := range siblings(op) {
		if o.Method == "GET" {
			if b.successContent(o) == nil && len(last) > 0 && isPlural(last[len(last)-1]) {
				return false
			}
			return !b.isList(o)
		}
	}
	return false
}

func (b *builder) unlessSibling(op *model.Operation, name, other string, methods ...string) string {
	for _, o := range siblings(op) {
		for _, m := range methods {
			if o.Method == m {
				return other
			}
		}
	}
	return name
}

func siblings(op *model.Operation) []*model.Operation {
	if op.Path == nil {
		return nil
	}
	return op.Path.Operations
}

// tailWords name a method by the static segments that follow its resource: Pay, GetPDF, DeleteDiscount.
func (b *builder) tailWords(op *model.Operation, ws []string, item bool) []string {
	last := len(ws) - 1
	if isVerb(ws[0]) && (op.Method == "POST" || op.Method == "GET") && !item {
		return ws
	}
	verb := map[string]string{"GET": "Get", "POST": "Create", "PUT": "Replace", "PATCH": "Update", "DELETE": "Delete"}[op.Method]
	switch {
	case verb == "":
		verb = exported(strings.ToLower(op.Method))
	case op.Method == "GET" && !item && b.isList(op):
		verb = "List"
	case op.Method == "POST" && item:
		verb = "Update"
	case op.Method == "POST" && !isPlural(ws[last]):
		return ws
	case op.Method == "PUT":
		verb = b.unlessSibling(op, "Update", "Replace", "PATCH")
	}
	if verb != "List" && (item || op.Method == "POST") {
		ws = inLast(ws, singular)
	}
	return append([]string{verb}, ws...)
}
