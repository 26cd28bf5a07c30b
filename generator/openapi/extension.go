package openapi

import (
	"cmp"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// The extensions that several tools share are read here and nowhere else.

// goName is the Go name that a document wishes; sdk decides whether it is safe.
func goName(n *source.Node) string {
	return cmp.Or(n.Get("x-go-name").Text(), n.Get("x-go-type-name").Text())
}

// tagValue is the discriminator's value that a variant says of itself; "" if it says none.
func tagValue(n *source.Node) string {
	return cmp.Or(n.Get("x-ms-discriminator-value").Text(), n.Get("x-discriminator-value").Text())
}

const anyMethodKey = "x-amazon-apigateway-any-method"

// anyMethods are the methods that a gateway's any method stands for.
var anyMethods = [...]string{"get", "put", "post", "delete", "patch"}

// anyMethod are the operations that a path item has for all methods without an operation of their own.
func anyMethod(n *source.Node) []source.Field {
	every := n.Get(anyMethodKey)
	if every == nil || every.Kind != source.Object {
		return nil
	}
	var out []source.Field
	for _, method := range anyMethods {
		if n.Get(method) == nil {
			out = append(out, source.Field{Key: method, Pos: every.Pos, Value: every})
		}
	}
	return out
}

// keyHeader is the header of an idempotency key, where an extension says that an operation takes one.
func (r *reader) keyHeader(n *source.Node) string {
	if !n.Get("x-idempotent").True() && !n.Get("x-fern-idempotent").True() {
		return ""
	}
	for _, h := range items(r.doc.Root.Get("x-fern-idempotency-headers")) {
		if name := h.Get("header").Text(); name != "" {
			return name
		}
	}
	return "Idempotency-Key"
}

// enumWords gives the value at place i of a schema's enum its name and words.
func enumWords(v *model.Value, n *source.Node, i int) {
	for _, key := range [...]string{"x-enum-varnames", "x-enumNames", "x-enum-names"} {
		v.Name = cmp.Or(v.Name, wordsAt(n.Get(key), i, v.Wire))
	}
	for _, key := range [...]string{"x-enum-descriptions", "x-enumDescriptions"} {
		v.Doc = firstText(v.Doc, model.Text(wordsAt(n.Get(key), i, v.Wire)))
	}
	for _, item := range items(n.Get("x-deprecated-enum")) {
		v.Deprecated = v.Deprecated || scalar(item) == v.Wire
	}
}

// wordsAt reads a list in the order of the values, or an object by value.
func wordsAt(n *source.Node, i int, wire string) string {
	if list := items(n); i < len(list) {
		return list[i].Text()
	}
	if n == nil || n.Kind != source.Object {
		return ""
	}
	return n.Get(wire).Text()
}
