package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// maxCallbacks bounds what a hostile document says again and again of one operation.
const maxCallbacks = 100

// callbacks are the requests that the API sends because of an operation. One that stands among the components is read
// once, whichever operations refer to it. A webhook or a callback has none of its own.
func (r *reader) callbacks(n *source.Node, o *model.Operation, at *place) []*model.Operation {
	if len(fields(n)) > 0 && o.Path == nil {
		r.warn(CallbackIgnored, n, "the request itself is complete", "callbacks of a request that the API sends are not emitted")
		return nil
	}
	var out []*model.Operation
	for _, f := range fields(n) {
		if len(out) >= maxCallbacks {
			r.warn(CallbackIgnored, f.Value, "the earlier ones are emitted", "the operation has more than %d callbacks", maxCallbacks)
			break
		}
		if strings.HasPrefix(f.Key, "x-") {
			continue
		}
		c, home := r.follow(f.Value, at.at("", "callbacks", f.Key))
		for _, expression := range fields(c) {
			if !strings.HasPrefix(expression.Key, "x-") {
				out = append(out, r.callback(f.Key, expression, o, home)...)
			}
		}
	}
	return out
}

// callback reads the operations of one of a callback's URLs, which is an expression: "{$request.body#/url}".
func (r *reader) callback(name string, f source.Field, caller *model.Operation, at *place) []*model.Operation {
	if known, ok := r.called[f.Value]; ok {
		return known
	}
	var out []*model.Operation
	for _, layer := range r.layers(f.Value, at.at("", f.Key)) {
		for _, of := range operationFields(layer.node) {
			if o := r.operation(of, layer, nil); o != nil {
				o.Name, o.URL, o.Caller = name, model.Text(f.Key), caller
				out = append(out, o)
			}
		}
	}
	r.called[f.Value] = out
	return out
}
