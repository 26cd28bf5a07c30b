package openapi

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// params are the params of an operation: its path's first, each replaced by the operation's own of
// the same name and location; then the path's names that nobody declares.
func (r *reader) params(ofPath, o *source.Node, into *model.Operation, at *place) []*model.Param {
	var out []placed
	index := map[string]int{}
	if !r.affordsParams(len(items(ofPath))+len(items(o.Get("parameters"))), o) {
		return nil
	}
	for _, list := range [...]*source.Node{ofPath, o.Get("parameters")} {
		seen := map[string]bool{}
		for i, item := range items(list) {
			p := r.param(item, at.at("", "parameters", strconv.Itoa(i)))
			if p == nil {
				continue
			}
			key := string(p.In) + " " + string(p.Name)
			if seen[key] {
				r.warn(DuplicateParam, item, "the later one counts", "%s param %q is declared twice", p.In, oneLine(string(p.Name)))
			}
			seen[key] = true
			if j, ok := index[key]; ok {
				out[j] = placed{p, item}
				continue
			}
			index[key] = len(out)
			out = append(out, placed{p, item})
		}
	}
	return r.matchTemplate(out, into, o)
}

// A placed is a param and the node that declares it.
type placed struct {
	*model.Param
	node *source.Node
}

// param reads a param; nil if it cannot be sent.
func (r *reader) param(item *source.Node, at *place) *model.Param {
	n, at := r.follow(item, at)
	if n == nil || n.Kind != source.Object {
		return nil
	}
	k := r.kin.param(n)
	p := &model.Param{
		Name:          model.Wire(k.Name),
		In:            model.Location(k.In),
		Doc:           firstText(text(item, "description"), model.Text(k.Description)),
		Required:      k.Required,
		Deprecated:    k.Deprecated,
		AllowEmpty:    k.AllowEmptyValue,
		AllowReserved: k.AllowReserved,
		Style:         k.Style,
		Pos:           n.Pos,
	}
	if !r.sendable(p, n) {
		return nil
	}
	if p.Style == "" {
		p.Style = defaultStyle(p.In)
	}
	p.Explode = p.Style == "form" || p.Style == "cookie"
	if k.Explode != nil {
		p.Explode = *k.Explode
	}
	if refOf(item) == "" {
		at.word = string(p.Name)
	}
	r.paramType(p, n, at)
	r.addFacts(&p.Facts, n)
	if schema := n.Get("schema"); schema != nil {
		r.paramWords(p, schema, at)
	}
	return p
}

// sendable tells whether a param has a name and a place to travel in.
func (r *reader) sendable(p *model.Param, n *source.Node) bool {
	if p.Name == "" {
		r.warn(NamelessParam, n, "it is left out", "param has no name")
		return false
	}
	switch p.In {
	case model.InPath, model.InQuery, model.InCookie, model.InString:
		return true
	case model.InHeader:
		switch strings.ToLower(string(p.Name)) {
		case "accept", "content-type", "authorization":
			r.note(IgnoredHeader, n, "the call sets the header itself", "header param %q is ignored, as OpenAPI says", p.Name)
			return false
		}
		return true
	}
	r.warn(UnknownLocation, n, "it is left out", "param %q is in %q", oneLine(string(p.Name)), oneLine(string(p.In)))
	return false
}

func defaultStyle(in model.Location) string {
	if in == model.InPath || in == model.InHeader {
		return "simple"
	}
	return "form"
}

func (r *reader) paramType(p *model.Param, n *source.Node, at *place) {
	if contents := fields(n.Get("content")); len(contents) > 0 {
		f := contents[0]
		p.MediaType = f.Key
		media, home := r.follow(f.Value, at.at("", "content", f.Key))
		p.Type = r.typ(media.Get("schema"), home.at("", "schema"))
		return
	}
	schema := n.Get("schema")
	if schema == nil {
		r.warn(UntypedParam, n, "it is a string", "param %q has neither schema nor content", oneLine(string(p.Name)))
		p.Type = &model.Type{Kind: model.String, Pos: n.Pos}
		return
	}
	p.Type = r.typ(schema, at.at("", "schema"))
}

// paramWords gives a param what only its schema says.
func (r *reader) paramWords(p *model.Param, schema *source.Node, at *place) {
	c := r.reduce(part{node: schema, home: at}, false)
	for i, n := range c.nodes {
		if n == nil || i > 0 && r.named[n] != nil {
			return
		}
		p.Doc = firstText(p.Doc, text(n, "description"))
		p.Deprecated = p.Deprecated || n.Get("deprecated").True()
		r.addFacts(&p.Facts, n)
	}
}

// matchTemplate makes the path params those that the path's template names.
func (r *reader) matchTemplate(params []placed, o *model.Operation, n *source.Node) []*model.Param {
	var wanted []string
	if o.Path != nil {
		wanted = templateNames(o.Path.Template)
	}
	var out []*model.Param
	declared := map[string]bool{}
	for _, p := range params {
		if p.In == model.InPath {
			slot := slotOf(wanted, string(p.Name))
			if slot == "" {
				r.warn(StrayParam, p.node, "it is left out", "path param %q is not in the path's template", oneLine(string(p.Name)))
				continue
			}
			if !p.Required {
				r.note(OptionalPathParam, p.node, "it is required all the same", "path param %q is not required", oneLine(string(p.Name)))
				p.Required = true
			}
			p.fill(slot)
			declared[slot] = true
		}
		out = append(out, p.Param)
	}
	for _, name := range wanted {
		if !declared[name] {
			r.warn(UndeclaredParam, n, "it is a required string", "no param is declared for {%s} of the path", oneLine(name))
			p := placed{Param: &model.Param{
				Name: model.Wire(source.SlotName(name)), In: model.InPath, Required: true, Style: "simple",
				Type: &model.Type{Kind: model.String, Pos: o.Pos}, Pos: o.Pos,
			}}
			p.fill(name)
			out = append(out, p.Param)
		}
	}
	return out
}

// slotOf is what the template has for a path param: its name, or its name with the signs of routers and of RFC 6570,
// {+name}, {proxy+}, {id:[0-9]+}. It is "" if there is none.
func slotOf(wanted []string, name string) string {
	if slices.Contains(wanted, name) {
		return name
	}
	for _, slot := range wanted {
		if source.SlotName(slot) == name {
			return slot
		}
	}
	return ""
}

// fill puts a path param into the template's slot. One with a plus or an asterisk takes several segments: slashes stay.
func (p placed) fill(slot string) {
	if slot == string(p.Name) {
		return
	}
	p.Slot = slot
	name, _, _ := strings.Cut(slot, ":")
	p.AllowReserved = p.AllowReserved || strings.Trim(name, "+*") != name
}

// templateNames are the names in braces of a path template, in order.
func templateNames(template string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(template, "{")
		if !ok {
			return names
		}
		name, rest, ok := strings.Cut(rest, "}")
		if !ok {
			return names
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
		template = rest
	}
}
