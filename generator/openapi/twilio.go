package openapi

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// Twilio's extension, x-twilio, is read here and nowhere else; the model has neutral words for it.

// twilioPath takes what x-twilio says of a path's resource.
func twilioPath(p *model.Path, n *source.Node) {
	x := n.Get("x-twilio")
	p.Parent = x.Get("parent").Text()
	p.Instance = x.Get("pathType").Text() == "instance"
	p.Mount = x.Get("mountName").Text()
	p.Class = x.Get("className").Text()
	for _, f := range fields(x.Get("dependentProperties")) {
		p.Dependents = append(p.Dependents, &model.Dependent{Name: f.Key, URL: f.Value.Get("resource_url").Text()})
	}
}

// twilioOperation takes what x-twilio says of an operation, once its params and body are known.
func twilioOperation(o *model.Operation, n *source.Node) {
	x := n.Get("x-twilio")
	o.Mount = x.Get("mountName").Text()
	o.Class = x.Get("className").Text()
	for _, set := range items(x.Get("conditional")) {
		var names []string
		for _, item := range items(set) {
			names = append(names, twilioParam(o, item.Text()))
		}
		o.AnyOfSet = append(o.AnyOfSet, names)
	}
}

// twilioParam is the name that travels of a param that x-twilio calls "media_url": "MediaUrl".
func twilioParam(o *model.Operation, snake string) string {
	same := func(name model.Wire) bool {
		return strings.EqualFold(strings.ReplaceAll(string(name), "_", ""), strings.ReplaceAll(snake, "_", ""))
	}
	if i := slices.IndexFunc(o.Params, func(p *model.Param) bool { return same(p.Name) }); i >= 0 {
		return string(o.Params[i].Name)
	}
	for _, f := range bodyFields(o.Body) {
		if same(f.Name) {
			return string(f.Name)
		}
	}
	return snake
}

func bodyFields(b *model.Body) []*model.Field {
	if b == nil || len(b.Contents) == 0 || b.Contents[0].Type == nil {
		return nil
	}
	if s := b.Contents[0].Type.Schema; s != nil && s.Object != nil {
		return s.Object.Fields
	}
	return nil
}

// twilioPII says in words how x-twilio marks personal data: "standard, deleted after 30 days".
func twilioPII(n *source.Node) string {
	pii := n.Get("x-twilio").Get("pii")
	handling := pii.Get("handling").Text()
	days := number(pii.Get("deleteSla"))
	if handling == "" || days == "" || days == "0" {
		return handling
	}
	return handling + ", deleted after " + days + " days"
}

// overrideType is the type that x-twilio says values really have: prices, called numbers, travel as strings.
func overrideType(n *source.Node) (kind, bool) {
	override := n.Get("x-twilio").Get("overrideType").Text()
	switch override {
	case "string", "integer", "number", "boolean", "object", "array":
		return override, true
	}
	return "", false
}

// overridden tells whether a string is a number that x-twilio says travels as text.
func (r *reader) overridden(s *shape) bool {
	for _, p := range s.parts {
		if _, ok := overrideType(p.node); ok && r.kin.schema(p.node).Type.Is("number") {
			return true
		}
	}
	return false
}
