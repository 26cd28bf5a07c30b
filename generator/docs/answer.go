package docs

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// sentinels are the errors of package sdk that errors.Is finds for a status.
var sentinels = map[string]string{
	"400": "ErrBadRequest", "401": "ErrUnauthorized", "403": "ErrForbidden", "404": "ErrNotFound",
	"409": "ErrConflict", "410": "ErrGone", "422": "ErrUnprocessable", "429": "ErrTooManyRequests", "5XX": "ErrServer",
}

// sentinel is the error that a status is; "" for one that has none of its own.
func sentinel(status string) string {
	if len(status) == 3 && status[0] == '5' {
		status = "5XX"
	}
	return sentinels[status]
}

// answers are the responses that the document declares.
func (l *leaf) answers(m *sdk.Method) []Row {
	var all []Row
	for _, r := range m.Spec.Responses {
		row := Row{Name: code(r.Status), In: contentTypes(r), Notes: l.prose(r.Doc).flat()}
		if e := errorCase(m, r); e != nil {
			row.Type = l.errorType(e)
		} else if r.Status == m.Result.Status {
			row.Type = l.goType(m.Result.Type)
		}
		all = append(all, row)
	}
	return all
}

func errorCase(m *sdk.Method, r *model.Response) *sdk.ErrorCase {
	for _, e := range m.Errors {
		if e.Spec == r {
			return e
		}
	}
	return nil
}

// errorType is what errors.Is and errors.As find in a declared error.
func (l *leaf) errorType(e *sdk.ErrorCase) Spans {
	var is Spans
	if name := sentinel(e.Spec.Status); name != "" {
		is = linked(l.runtimeLink("errors"), code("sdk."+name))
	}
	return join(", ", is, l.goType(e.Type))
}

// headers are the headers of a method's declared responses.
func (l *leaf) headers(m *sdk.Method) []Row {
	var all []Row
	for _, r := range m.Spec.Responses {
		for _, h := range r.Headers {
			all = append(all, l.header(r.Status, h))
		}
	}
	return all
}

func (l *leaf) header(status string, h *model.Header) Row {
	row := Row{Name: code(string(h.Name)), In: code(status)}
	if h.Type != nil {
		row.Type = plain(string(h.Type.Kind))
		if h.Type.Schema != nil {
			row.Type = plain(string(h.Type.Schema.Kind))
		}
	}
	row.Notes = join(" · ", append(l.facts(nil, h.Type, model.Facts{}), l.prose(h.Doc).flat())...)
	return row
}
