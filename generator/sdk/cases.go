package sdk

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// findCases makes a schema of the results of each operation whose 2xx answers are of different types: an object with a
// field for each status.
func (b *builder) findCases() {
	b.cases = make(map[*model.Operation]*model.Schema)
	doc := *b.doc
	doc.Schemas = slices.Clip(doc.Schemas)
	for _, op := range b.ops {
		all := b.differing(op)
		id := "#/paths/" + escapePointer(op.Template()) + "/" + strings.ToLower(op.Method) + "/responses"
		if all == nil || b.names.knows("operation "+opKey(op)) && !b.names.knows("schema "+id) {
			continue // the latter was published with the result of one status
		}
		s := &model.Schema{
			ID: id, Kind: model.ObjectSchema, Operation: op, Place: []string{"result"}, Object: &model.Object{}, Pos: op.Pos,
		}
		for _, r := range all {
			f := &model.Field{Name: model.Wire(r.Status), Doc: r.Doc, GoName: caseName(r.Status), Pos: r.Pos}
			if c := preferred(r.Contents); c != nil && effective(c) == jsonMedia {
				f.Type = c.Type
			} else {
				f.Type = &model.Type{Kind: model.Boolean, Pos: r.Pos}
			}
			s.Object.Fields = append(s.Object.Fields, f)
		}
		b.cases[op] = s
		doc.Schemas = append(doc.Schemas, s)
	}
	b.doc = &doc
}

// differing are the 2xx responses of an operation if their bodies are of different types; nil otherwise.
func (b *builder) differing(op *model.Operation) []*model.Response {
	if c := b.successContent(op); op.Method == "HEAD" || c == nil || isSequence(c) {
		return nil // a stream of events is a method's only result, or has a method of its own
	}
	var all []*model.Response
	prints := make(map[string]bool)
	for _, r := range op.Responses {
		if !isSuccess(r.Status) || slices.ContainsFunc(all, func(o *model.Response) bool { return o.Status == r.Status }) {
			continue
		}
		c := preferred(r.Contents)
		switch {
		case c == nil:
		case isSequence(c):
			continue
		case effective(c) != jsonMedia || !untyped(c):
			prints[resultPrint(c)] = true
		}
		all = append(all, r)
	}
	if len(prints) < 2 {
		return nil
	}
	return all
}

// isSuccess tells whether a status is 2XX or one of its numbers, and no other text that begins with a 2.
func isSuccess(status string) bool {
	if status == "2XX" {
		return true
	}
	code, err := strconv.Atoi(status)
	return err == nil && code >= 200 && code <= 299 && len(status) == 3
}

// untyped tells whether a document says nothing of a JSON body.
func untyped(c *model.Content) bool {
	t := unalias(c.Type)
	return t == nil || t.Kind == model.Any
}

// resultPrint is equal for contents that become the same Go value.
func resultPrint(c *model.Content) string {
	switch effective(c) {
	case jsonMedia:
		return "json " + typePrint(c.Type, 0)
	case textMedia:
		return "text"
	}
	return "stream"
}

// caseName is what the field of a status is called: net/http's word for it.
func caseName(status string) string {
	code, err := strconv.Atoi(status)
	switch text := http.StatusText(code); {
	case err != nil:
		return "Other" // 2XX
	case text == "OK":
		return text
	case text != "":
		return exported(text)
	}
	return "Status" + status
}

// fillCases gives the object of an operation's results its fields. Exactly one is not zero in an answer: a pointer, a
// list or a map of JSON, a text, a stream, true for a status that has no body.
func (b *builder) fillCases(o *Object) {
	for _, f := range o.Spec.Object.Fields {
		field := &Field{Name: Ident(f.GoName), Wire: f.Name, Prop: f, Tags: []Tag{{"status", string(f.Name)}}}
		c := preferred(response(o.Spec.Operation, string(f.Name)).Contents)
		switch {
		case c == nil:
			field.Type = boolType
		case effective(c) == jsonMedia:
			field.Type = b.goType(c.Type, false)
		case effective(c) == textMedia:
			field.Type = stringType
			field.Tags = append(field.Tags, Tag{"text", "true"})
		default:
			field.Type = &Type{Shape: Runtime, Name: "Stream"}
		}
		if c != nil && !holdsNil(field.Type) {
			field.Type = &Type{Shape: Ptr, Elem: field.Type}
		}
		o.Fields = append(o.Fields, field)
	}
}

func response(op *model.Operation, status string) *model.Response {
	for _, r := range op.Responses {
		if r.Status == status {
			return r
		}
	}
	return &model.Response{}
}

// casesResult is the result of an operation whose 2xx answers are of different types.
func (b *builder) casesResult(s *model.Schema) Result {
	t := &Type{Shape: Named, Decl: b.decls[s]}
	out := Result{Kind: CasesResult, Type: &Type{Shape: Ptr, Elem: t}, Decode: t}
	var accepted []string
	for _, f := range s.Object.Fields {
		c := preferred(response(s.Operation, string(f.Name)).Contents)
		if c == nil {
			continue
		}
		name := essence(c.MediaType)
		if anyMedia(c.MediaType) && effective(c) == jsonMedia {
			name = "application/json"
		}
		if !slices.Contains(accepted, name) {
			accepted = append(accepted, name)
		}
	}
	out.Accept = strings.Join(accepted, ", ")
	return out
}

// Case is what a result of several types has for a status; nil for none.
func (r Result) Case(status string) *Type {
	o, ok := r.Decode.Root().(*Object)
	if r.Kind != CasesResult || !ok {
		return nil
	}
	for _, f := range o.Fields {
		if string(f.Wire) == status {
			return f.Type
		}
	}
	return nil
}

// empties are the 2xx statuses that come without a body where the result of another has one.
func empties(op *model.Operation) []string {
	var all []string
	for _, r := range op.Responses {
		if isSuccess(r.Status) && len(r.Contents) == 0 && !slices.Contains(all, r.Status) {
			all = append(all, r.Status)
		}
	}
	return all
}

// nilFact says when a method returns nil and no error.
func nilFact(statuses []string) string {
	if len(statuses) == 0 {
		return ""
	}
	return "the result is nil for status " + strings.Join(statuses, " or ") + ", which has no body"
}
