package openapi

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// servers reads a list of servers; nil if there is none.
func (r *reader) servers(n *source.Node) []*model.Server {
	var out []*model.Server
	for _, item := range items(n) {
		s := &model.Server{URL: item.Get("url").Text(), Doc: text(item, "description"), Pos: item.Pos}
		for _, f := range fields(item.Get("variables")) {
			v := &model.Variable{Name: model.Wire(f.Key), Default: scalar(f.Value.Get("default")), Doc: text(f.Value, "description")}
			for _, value := range items(f.Value.Get("enum")) {
				v.Values = append(v.Values, scalar(value))
			}
			s.Variables = append(s.Variables, v)
		}
		out = append(out, s)
	}
	return out
}
