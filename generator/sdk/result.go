package sdk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// success is the response that a method returns: the lowest 2xx of those of which the document says most, else the
// default of an operation that declares no 2xx.
func success(op *model.Operation) *model.Response {
	var best, fallback *model.Response
	for _, r := range op.Responses {
		s := strings.ToUpper(r.Status)
		switch {
		case s == "DEFAULT":
			fallback = r
		case !strings.HasPrefix(s, "2"):
		case best == nil || said(r) > said(best) || said(r) == said(best) && s < strings.ToUpper(best.Status):
			best = r
		}
	}
	if best == nil && !redirects(op) && fallback != nil && !errorish(fallback) {
		return fallback
	}
	return best
}

// said is how much a document says of a response's body: 0 for none, 1 for JSON without a schema, 2 for a type.
func said(r *model.Response) int {
	switch c := preferred(r.Contents); {
	case c == nil:
		return 0
	case effective(c) == jsonMedia && untyped(c):
		return 1
	}
	return 2
}

// errorish tells whether a default response is there for failures: it says so.
func errorish(r *model.Response) bool {
	return strings.Contains(strings.ToLower(string(r.Doc)), "error")
}

func redirects(op *model.Operation) bool {
	for _, r := range op.Responses {
		if strings.HasPrefix(r.Status, "3") && r.Status != "304" {
			return true
		}
	}
	return false
}

// preferred is the content that we understand best: JSON first.
func preferred(cs []*model.Content) *model.Content {
	var best *model.Content
	for _, c := range cs {
		if best == nil || liking[effective(c)] < liking[effective(best)] {
			best = c
		}
	}
	return best
}

// liking orders the representations of a result. Events come last: a server sends them on demand.
var liking = map[media]int{jsonMedia: 0, linesMedia: 1, xmlMedia: 2, textMedia: 3, binaryMedia: 4, formMedia: 5, multipartMedia: 6, eventMedia: 7}

func (b *builder) result(op *model.Operation) Result {
	if op.Method == "HEAD" {
		return Result{} // it answers with headers alone
	}
	r := b.success(op)
	if redirects(op) && (r == nil || r.Status == "200" && len(r.Contents) == 0) {
		return Result{Kind: LocationResult, Type: stringType, Decode: stringType}
	}
	if r == nil {
		return Result{}
	}
	if s := b.cases[op]; s != nil {
		return b.casesResult(s)
	}
	b.reportSuccesses(op, r)
	c := b.successContent(op)
	if c == nil {
		return Result{Status: r.Status}
	}
	b.reportContents(op, r, c)
	out := b.contentResult(op, c)
	out.Status = r.Status
	if out.Kind == PointerResult || out.Kind == ValueResult {
		out.mayBeNil(empties(op))
	}
	switch {
	case out.Kind == StreamResult:
		out.Accept = streamTypes(r.Contents)
	case out.Accept == "":
		out.Accept = essence(c.MediaType)
	}
	return out
}

// streamTypes are all media types that come as bytes: the stream says which it is.
func streamTypes(contents []*model.Content) string {
	var all []string
	for _, c := range contents {
		if t := essence(c.MediaType); effective(c) == binaryMedia && !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return strings.Join(all, ", ")
}

// mayBeNil makes room for the nil that an answer without a body is.
func (r *Result) mayBeNil(statuses []string) {
	r.Empty = statuses
	if len(statuses) > 0 && !holdsNil(r.Type) {
		r.Type = &Type{Shape: Ptr, Elem: r.Type}
		r.Decode = r.Type
	}
}

// contentResult is what a content becomes.
func (b *builder) contentResult(op *model.Operation, c *model.Content) Result {
	item := c.ItemType
	if item == nil {
		item = c.Type
	}
	switch effective(c) {
	case jsonMedia:
		return b.jsonResult(c)
	case eventMedia:
		return b.sequence(EventsResult, item)
	case linesMedia:
		return b.sequence(LinesResult, item)
	case textMedia:
		return Result{Kind: TextResult, Type: stringType, Decode: stringType}
	case xmlMedia:
		out := b.jsonResult(c)
		out.XML = true
		return out
	}
	return Result{Kind: StreamResult, Type: &Type{Shape: Ptr, Elem: &Type{Shape: Runtime, Name: "Stream"}}}
}

func (b *builder) jsonResult(c *model.Content) Result {
	t := b.goType(c.Type, false)
	out := Result{Kind: ValueResult, Type: t, Decode: t}
	if anyMedia(c.MediaType) {
		out.Accept = "application/json"
	}
	if _, ok := byValue(t); ok {
		out.Kind, out.Type = PointerResult, &Type{Shape: Ptr, Elem: t}
	} else if b.nullable(c.Type) && !holdsNil(t) {
		t = &Type{Shape: Ptr, Elem: t}
		out.Type, out.Decode = t, t
	}
	return out
}

// sequence is a stream of values.
func (b *builder) sequence(kind ResultKind, item *model.Type) Result {
	if t := unalias(item); t != nil && t.Kind == model.Array {
		item = t.Elem
	}
	t := b.goType(item, false)
	if kind == EventsResult && t == anyType { // whose data may be no JSON
		t = &Type{Shape: Runtime, Name: "Event"}
	}
	return Result{Kind: kind, Type: t, Decode: t}
}

// reportSuccesses says which other 2xx carry something else, where a method has no place for it: beside a stream, and
// JSON without a schema beside a type.
func (b *builder) reportSuccesses(op *model.Operation, chosen *model.Response) {
	have := preferred(chosen.Contents)
	for _, r := range op.Responses {
		c := preferred(r.Contents)
		if r == chosen || !strings.HasPrefix(r.Status, "2") || c == nil || have == nil {
			continue
		}
		if resultPrint(c) == resultPrint(have) || c == streamContent(op) {
			continue
		}
		severity, what := diag.Warning, "another type than"
		if effective(c) == jsonMedia && untyped(c) {
			severity, what = diag.Note, "JSON that has no schema, beside"
		}
		b.report.Add(diag.Diagnostic{
			Code: "several-results", Severity: severity, Pos: r.Pos,
			Message: fmt.Sprintf("%s answers %s with %s %s", opKey(op), r.Status, what, chosen.Status),
			Cure:    fmt.Sprintf("the method returns that of %s; WithResponse has the raw body", chosen.Status),
		})
	}
}

// reportContents says which representations of a result are not offered.
func (b *builder) reportContents(op *model.Operation, r *model.Response, chosen *model.Content) {
	var others []string
	severity := diag.Note
	twin := streamContent(op)
	for _, c := range r.Contents {
		if c == chosen || c == twin || effective(c) == binaryMedia && effective(chosen) == binaryMedia {
			continue // of bytes, all types are asked for
		}
		others = append(others, c.MediaType)
		if isSequence(c) && effective(c) != effective(twin) {
			severity = diag.Warning // a stream is more than another spelling
		}
	}
	if len(others) > 0 {
		b.report.Add(diag.Diagnostic{
			Code: "result-choice", Severity: severity, Pos: r.Pos,
			Message: fmt.Sprintf("%s answers with %s too", opKey(op), strings.Join(others, ", ")),
			Cure:    fmt.Sprintf("the method asks for %s", chosen.MediaType),
		})
	}
}

// errors are the declared failures.
func (b *builder) errors(op *model.Operation) []*ErrorCase {
	var all []*ErrorCase
	chosen := success(op)
	for _, r := range op.Responses {
		if r == chosen || strings.HasPrefix(r.Status, "2") || strings.HasPrefix(r.Status, "3") && r.Status != "304" || strings.HasPrefix(r.Status, "1") {
			continue
		}
		e := &ErrorCase{Spec: r}
		if c := preferred(r.Contents); c != nil && effective(c) == jsonMedia && c.Type != nil {
			e.Type = b.goType(c.Type, false)
		}
		all = append(all, e)
	}
	return all
}
