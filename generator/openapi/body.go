package openapi

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// body reads what a request carries; nil if there is none.
func (r *reader) body(item *source.Node, at *place) *model.Body {
	n, home := r.follow(item, at.at("request", "requestBody"))
	if n == nil || n.Kind != source.Object {
		return nil
	}
	if refOf(item) != "" {
		home = home.at("request")
	}
	return &model.Body{
		Required: n.Get("required").True(),
		Doc:      firstText(text(item, "description"), text(n, "description")),
		Contents: r.contents(n.Get("content"), home),
		Pos:      n.Pos,
	}
}

func (r *reader) contents(n *source.Node, at *place) []*model.Content {
	var out []*model.Content
	for _, f := range fields(n) {
		media, home := r.follow(f.Value, at.at("", "content", f.Key))
		if media == nil {
			out = append(out, &model.Content{MediaType: f.Key, Pos: f.Pos})
			continue
		}
		out = append(out, r.content(f, media, home))
	}
	return out
}

func (r *reader) content(f source.Field, n *source.Node, at *place) *model.Content {
	c := &model.Content{MediaType: f.Key, Examples: r.examples(n), Pos: f.Pos}
	if schema := n.Get("schema"); schema != nil {
		c.Type = r.typ(schema, at.at("", "schema"))
		if isXML(c.MediaType) {
			c.XML = r.root(schema, at.at("", "schema"))
		}
	}
	if item := n.Get("itemSchema"); item != nil {
		c.ItemType = r.typ(item, at.at("item", "itemSchema"))
	}
	for _, key := range [...]string{"prefixEncoding", "itemEncoding"} {
		if n := n.Get(key); n != nil {
			r.warn(Unread, n, "each part has the media type of its own value", "%s of OpenAPI 3.2 is not read", key)
		}
	}
	for _, e := range fields(n.Get("encoding")) {
		c.Encoding = append(c.Encoding, r.encoding(e, at))
	}
	return c
}

func (r *reader) encoding(f source.Field, at *place) *model.Encoding {
	n := f.Value
	e := &model.Encoding{
		Property:    model.Wire(f.Key),
		ContentType: n.Get("contentType").Text(),
		Style:       n.Get("style").Text(),
		Reserved:    n.Get("allowReserved").True(),
		Headers:     r.headers(n.Get("headers"), at.at(f.Key, "encoding", f.Key)),
	}
	if explode := n.Get("explode"); isBool(explode) {
		value := explode.True()
		e.Explode = &value
	}
	return e
}
