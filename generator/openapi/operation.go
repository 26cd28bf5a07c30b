package openapi

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// operation reads a method of a path item; path is nil for a webhook or a callback.
func (r *reader) operation(f source.Field, item layer, path *model.Path) *model.Operation {
	n := f.Value
	if n.Kind != source.Object {
		if n.Kind == source.Null {
			return nil
		}
		r.warn(MalformedOperation, n, "it is an operation without params and results", "operation is %s", article(n.Kind.String()))
	}
	k := r.kin.operation(n)
	o := &model.Operation{
		ID:         k.OperationID,
		Method:     method(f.Key),
		Path:       path,
		Summary:    model.Text(k.Summary),
		Doc:        model.Text(k.Description),
		Deprecated: k.Deprecated,
		DocsURL:    n.Get("externalDocs").Get("url").Text(),
		Security:   r.security(n.Get("security")),
		GoName:     goName(n),
		KeyHeader:  r.keyHeader(n),
		Pos:        f.Pos,
	}
	for _, tag := range items(n.Get("tags")) {
		if tag.Text() != "" {
			o.Tags = append(o.Tags, model.Wire(tag.Value))
		}
	}
	at := &place{operation: o, id: item.home.pointer() + "/" + escapeStep(f.Key)}
	o.Params = r.params(item.node.Get("parameters"), n, o, at)
	o.Body = r.body(n.Get("requestBody"), at)
	o.Responses = r.responses(n.Get("responses"), at)
	if o.Servers = r.servers(n.Get("servers")); o.Servers == nil {
		o.Servers = r.servers(item.node.Get("servers"))
	}
	o.Callbacks = r.callbacks(n.Get("callbacks"), o, at)
	twilioOperation(o, n)
	return o
}

// method is an HTTP method as it travels: a fixed field's in upper case, any other as it is written.
func method(key string) string {
	if strings.ToLower(key) == key {
		return strings.ToUpper(key)
	}
	return key
}
