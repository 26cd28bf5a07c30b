package source

import (
	"fmt"
	"slices"

	"github.com/sdkc/sdkc/generator/diag"
)

// overlay applies an OpenAPI Overlay 1.0 document to a tree, action by action.
func overlay(root, document *Node, report *diag.Report) {
	o := &overlayer{root: root, report: report}
	if !o.known(document) {
		return
	}
	actions := document.Get("actions")
	if actions == nil || actions.Kind != Array || len(actions.Items) == 0 {
		o.refuse(document, "the overlay has no actions", "give it actions, or leave it away")
		return
	}
	for _, action := range actions.Items {
		o.apply(action)
	}
}

type overlayer struct {
	root   *Node
	report *diag.Report
	copies bundler
}

func (o *overlayer) refuse(n *Node, message, cure string) {
	o.report.Add(diag.Diagnostic{Code: "bad-overlay", Pos: n.Pos, Pointer: n.where(), Message: message, Cure: cure})
}

func (o *overlayer) known(document *Node) bool {
	version := document.Get("overlay")
	switch {
	case version == nil:
		o.refuse(document, "the document is no overlay", "begin it with overlay: 1.0.0")
	case version.written() != "1.0.0" && version.written() != "1.0" && version.written() != "1.1.0":
		o.refuse(version, fmt.Sprintf("overlay version %.200q is not supported", version.written()), "sdkc reads Overlay 1.0 and 1.1")
	default:
		return true
	}
	return false
}

func (o *overlayer) apply(action *Node) {
	target := action.Get("target")
	if target.Text() == "" {
		o.refuse(action, "the action has no target", `name one, such as "$.info"`)
		return
	}
	path, err := parsePath(target.Value)
	if err != nil {
		o.refuse(target, fmt.Sprintf("target %.200q cannot be read: %s", target.Value, err), "")
		return
	}
	update, remove := action.Get("update"), action.Get("remove").True()
	if update == nil && !remove {
		o.refuse(action, "the action has neither update nor remove", "say what it does")
		return
	}
	nodes := path.selected(o.root, o.root)
	if len(nodes) == 0 {
		o.report.Add(diag.Diagnostic{
			Code: "overlay-target", Severity: diag.Warning, Pos: target.Pos, Pointer: target.where(),
			Message: fmt.Sprintf("target %.200q selects nothing", target.Value), Cure: "the action does nothing",
		})
	}
	for _, n := range nodes {
		if remove {
			o.remove(n, target)
			continue
		}
		o.merge(n, update)
	}
}

func (o *overlayer) remove(n, target *Node) {
	if n.parent == nil {
		o.refuse(target, "the action removes the whole document", "name a part of it")
		return
	}
	p := n.parent
	p.Items = slices.DeleteFunc(p.Items, func(item *Node) bool { return item == n })
	p.Fields = slices.DeleteFunc(p.Fields, func(f Field) bool { return f.Value == n })
	p.adopt()
}

// merge puts an update into a node: objects field by field, arrays at the end, anything else instead.
func (o *overlayer) merge(n, update *Node) {
	switch {
	case n.Kind == Object && update.Kind == Object:
		for _, f := range update.Fields {
			if old := n.Get(f.Key); old != nil {
				o.merge(old, f.Value)
				continue
			}
			n.Fields = append(n.Fields, Field{Key: f.Key, Pos: f.Pos, Value: o.copies.clone(f.Value)})
		}
		n.adopt()
	case n.Kind == Array && update.Kind == Array:
		for _, item := range update.Items {
			n.Items = append(n.Items, o.copies.clone(item))
		}
		n.adopt()
	case n.Kind == Array:
		n.Items = append(n.Items, o.copies.clone(update))
		n.adopt()
	default:
		fresh := o.copies.clone(update)
		n.turn(*fresh)
		n.Pos, n.raw = update.Pos, update.raw
	}
}
