package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A Webhook is a request that the API sends, be it a callback of a method, and the function that makes a handler of it.
type Webhook struct {
	Spec    *model.Operation
	Handler Ident // "PetSoldHandler"
	Event   *Type // what the body decodes to; nil leaves it to the program
	Doc     Doc
}

// webhooks names the functions that receive the API's own requests. They come after all else: none takes a type's name.
func (b *builder) webhooks() {
	incoming := b.doc.Incoming()
	ws := make([]*want, len(incoming))
	methods, urls := make(map[string]int), make(map[string]int)
	for _, op := range incoming {
		methods[webhookName(op)]++
		urls[webhookKey(op)]++
	}
	for i, op := range incoming {
		name, aliases := exported(op.Name), []string{"webhook " + webhookName(op)}
		if c := b.calls[op.Caller]; c != nil {
			name = c.title + name
		}
		key := webhookKey(op)
		switch {
		case urls[key] > 1: // a callback goes to several places
			name, key, aliases = name+exported(string(op.URL)), key+" "+string(op.URL), nil
		case methods[webhookName(op)] > 1:
			name, aliases = name+exported(strings.ToLower(op.Method)), nil
		}
		ladder := []rung{{name + "Handler", ""}, {name + "WebhookHandler", "kind"}, {exportedSpelled(op.Name) + "WebhookHandler", "punctuation"}}
		if validIdent(op.GoName) && isExported(op.GoName) {
			ladder = append([]rung{{op.GoName, "the document's own Go name"}}, ladder...)
		}
		ws[i] = &want{key: "webhook " + key, owner: key, aliases: aliases, pos: op.Pos, ladder: rungs(ladder...)}
	}
	b.scope.settle(ws)
	made := make(map[*model.Operation]*Webhook)
	for i, op := range incoming {
		made[op] = &Webhook{Spec: op, Handler: ws[i].name, Event: b.event(op)}
		b.pkg.Webhooks = append(b.pkg.Webhooks, made[op])
	}
	for _, op := range b.ops {
		for _, c := range op.Callbacks {
			b.made[op].Callbacks = append(b.made[op].Callbacks, made[c])
		}
	}
}

// webhookName is what a config calls a webhook: "petSold", or of a callback "POST /streams onData".
func webhookName(op *model.Operation) string {
	if op.Caller != nil {
		return opKey(op.Caller) + " " + op.Name
	}
	return op.Name
}

// webhookKey is what a lock calls a webhook: its method is told even where there is only one, as a second may come.
func webhookKey(op *model.Operation) string { return webhookName(op) + " " + op.Method }

// event is the type of a webhook's body: JSON, or else a form.
func (b *builder) event(op *model.Operation) *Type {
	if op.Body == nil || len(op.Body.Contents) == 0 {
		return nil
	}
	var form *model.Content
	for _, c := range op.Body.Contents {
		switch effective(c) {
		case jsonMedia:
			return b.goType(c.Type, false)
		case formMedia:
			form = c
		}
	}
	if form != nil {
		return b.goType(form.Type, false)
	}
	b.report.Add(diag.Diagnostic{
		Code: "webhook-body", Severity: diag.Warning, Pos: op.Body.Pos,
		Message: fmt.Sprintf("webhook %s sends %s, which is not decoded", op.Name, op.Body.Contents[0].MediaType),
		Cure:    "its handler gets the request, whose body can be read",
	})
	return nil
}

func (b *builder) webhookDoc(w *Webhook) {
	op, name := w.Spec, string(w.Handler)
	w.Doc.Lead = model.Text(fmt.Sprintf("%s receives the webhook %s", name, flat(op.Name)))
	if m := b.made[op.Caller]; m != nil {
		w.Doc.Lead = model.Text(fmt.Sprintf("%s receives the callback %s of [%s.%s]", name, flat(op.Name), m.Resource.Name, m.Name))
	}
	text := op.Summary
	if text == "" {
		text = op.Doc
	}
	if first, rest := firstSentence(string(text)); first != "" {
		w.Doc.Lead += model.Text(": " + lowerFirst(first))
		w.Doc.Body = model.Text(rest)
	} else {
		w.Doc.Lead += "."
	}
	if op.Summary != "" {
		w.Doc.Body = join2(w.Doc.Body, beyond(op.Summary, op.Doc))
	}
	w.Doc.Deprecated = deprecated(op.Deprecated)
}
