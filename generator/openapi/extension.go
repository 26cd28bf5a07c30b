package openapi

import (
	"cmp"
	"strings"

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

// unused reports what other tools take from extensions and sdkc does not.
func (r *reader) unused(n *source.Node) {
	if x := n.Get("x-go-type"); x != nil {
		r.note(ForeignType, x, "the type is made from the schema", "x-go-type is not used")
	}
	values := len(items(n.Get("enum")))
	for _, key := range enumNames {
		if names := n.Get(key); names != nil && names.Kind == source.Array && len(names.Items) != values {
			r.warn(EnumNames, names, "values and names go together in their order; the rest is named for the values", "%s has %d names for %d values",
				key, len(names.Items), values)
		}
	}
}

// enumNames are the extensions that name an enum's values.
var enumNames = [...]string{"x-enum-varnames", "x-enumNames", "x-enum-names"}

// enumWords gives the value at place i of a schema's enum its name and words.
func enumWords(v *model.Value, n *source.Node, i int) {
	for _, key := range enumNames {
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

// secret tells whether a document wants values hidden where they are printed: passwords, and what the extensions for
// sensitive and personal data mark.
func secret(n *source.Node) bool {
	for _, key := range [...]string{"x-pii", "x-sensitive", "x-sensitive-data"} {
		if marks(n.Get(key)) {
			return true
		}
	}
	class := n.Get("x-data-classification")
	return n.Get("format").Text() == "password" || marks(n.Get("x-twilio").Get("pii").Get("handling")) ||
		marks(class) && class.Get("sensitivity").Text() != "public"
}

// marks tells a value that says yes from one that says no.
func marks(n *source.Node) bool {
	if n == nil || isNull(n) || isBool(n) && !n.True() {
		return false
	}
	switch strings.ToLower(scalar(n)) {
	case "no", "none", "false", "public":
		return false
	}
	return true
}
