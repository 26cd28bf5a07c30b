package source

import (
	"strings"
)

// paths converts the operations of all paths.
func (c *converter) paths(paths *Node) {
	for _, f := range paths.Fields {
		if isExtension(f.Key) || f.Value.Kind != Object {
			continue
		}
		shared := c.sortParams(f.Value)
		for _, operation := range f.Value.Fields {
			if w := pathItem2Object.wanted(operation.Key); w.kind == wantObject && w.object == operation2Object && operation.Value.Kind == Object {
				c.operation(operation.Value, shared)
			}
		}
	}
}

// sorted are the body and the form fields among the params of an operation or a path item.
type sorted struct {
	body *Node // the param, or a reference to it
	form []*Node
}

// sortParams leaves in an object's params what 3.0 calls so, converted, and returns the rest.
func (c *converter) sortParams(n *Node) sorted {
	var rest sorted
	params := n.Get("parameters")
	if params == nil || params.Kind != Array {
		return rest
	}
	kept := params.Items[:0:0]
	for _, item := range params.Items {
		target := item
		if ref := item.Get("$ref").Text(); ref != "" {
			if found := c.root.pointed(strings.TrimPrefix(ref, "#")); found != nil {
				target = found
			}
		}
		switch in := target.Get("in").Text(); {
		case in == "formData":
			rest.form = append(rest.form, c.clone(target))
		case in == "body" && rest.body != nil:
			c.twoBodies(target)
		case in == "body":
			rest.body = item
		case target != item:
			ref := item.Get("$ref")
			ref.Value = strings.Replace(ref.Value, "#/parameters/", "#/components/parameters/", 1)
			kept = append(kept, item)
		default:
			kept = append(kept, c.param(item))
		}
	}
	params.Items = kept
	params.adopt()
	if len(kept) == 0 {
		n.drop("parameters")
	}
	return rest
}

func (c *converter) operation(n *Node, shared sorted) {
	consumes, produces := c.consumes, c.produces
	own := n.Get("consumes") != nil
	if own {
		consumes = texts2(n.Get("consumes"))
	}
	if n.Get("produces") != nil {
		produces = texts2(n.Get("produces"))
	}
	bodies := c.sortParams(n)
	if bodies.body == nil && bodies.form == nil {
		bodies = sorted{body: shared.body, form: nil}
		for _, p := range shared.form {
			bodies.form = append(bodies.form, c.clone(p))
		}
	}
	switch {
	case bodies.body != nil:
		c.fieldsBesideBody(bodies)
		n.put("requestBody", c.requestBody(bodies.body, consumes, own))
	case bodies.form != nil:
		n.put("requestBody", c.form(bodies.form, consumes))
	}
	if n.key == "get" && n.Get("produces") != nil {
		c.download(n, produces)
	}
	if responses := n.Get("responses"); responses != nil {
		for _, f := range responses.Fields {
			if !isExtension(f.Key) {
				c.response(f.Value, produces)
			}
		}
	}
	if schemes := n.Get("schemes"); schemes != nil {
		if list := c.serverList(texts2(schemes), schemes); list != nil && c.root.Get("host").Text() != "" {
			n.put("servers", list)
		}
	}
	for _, key := range []string{"consumes", "produces", "schemes"} {
		n.drop(key)
	}
}

// requestBody is the component that a body param with a name became, unless the operation has
// media types of its own.
func (c *converter) requestBody(param *Node, consumes []string, own bool) *Node {
	name, named := strings.CutPrefix(param.Get("$ref").Text(), "#/parameters/")
	if !named {
		return c.body(c.clone(param), consumes)
	}
	if own {
		return c.body(c.clone(c.root.pointed("/parameters/"+name)), consumes)
	}
	out := &Node{Kind: Object, Pos: param.Pos}
	out.put("$ref", textAt("#/components/requestBodies/"+name, param.Get("$ref")))
	return out
}
