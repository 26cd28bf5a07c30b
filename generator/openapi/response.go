package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

func (r *reader) responses(n *source.Node, at *place) []*model.Response {
	var out []*model.Response
	for _, f := range fields(n) {
		if !strings.HasPrefix(f.Key, "x-") {
			out = append(out, r.response(f, at))
		}
	}
	return out
}

func (r *reader) response(f source.Field, at *place) *model.Response {
	p := &model.Response{Status: status(f.Key), Pos: f.Pos}
	n, home := r.follow(f.Value, at.at(p.Status, "responses", f.Key).at("response"))
	if n == nil {
		return p
	}
	if refOf(f.Value) != "" {
		home = home.at("response")
	}
	p.Doc = firstText(text(f.Value, "description"), text(n, "description"), text(n, "summary"))
	p.Headers = r.headers(n.Get("headers"), home)
	p.Contents = r.contents(n.Get("content"), home)
	return p
}

// status is a response's status: "200", "4XX", "default".
func status(key string) string {
	if len(key) == 3 && strings.EqualFold(key[1:], "xx") {
		return key[:1] + "XX"
	}
	return key
}

func (r *reader) headers(n *source.Node, at *place) []*model.Header {
	var out []*model.Header
	for _, f := range fields(n) {
		h, home := r.follow(f.Value, at.at(f.Key, "headers", f.Key))
		if h == nil {
			continue
		}
		header := &model.Header{
			Name:     model.Wire(f.Key),
			Doc:      firstText(text(f.Value, "description"), text(h, "description")),
			Required: h.Get("required").True(),
		}
		if contents := fields(h.Get("content")); len(contents) > 0 {
			header.Type = r.typ(contents[0].Value.Get("schema"), home.at("", "content", contents[0].Key, "schema"))
		} else {
			header.Type = r.typ(h.Get("schema"), home.at("", "schema"))
		}
		out = append(out, header)
	}
	return out
}
