package docs

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// sentinels are the errors of package sdk that errors.Is finds for a status.
var sentinels = map[string]string{
	"304": "ErrNotModified",
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

// answers are the responses that the document declares; none where it declares nothing that the rest of
// the page does not say.
func (l *leaf) answers(m *sdk.Method) []Row {
	var all []Row
	for _, r := range m.Spec.Responses {
		row := Row{Name: code(r.Status), In: contentTypes(r), Notes: l.prose(r.Doc).flat()}
		if e := errorCase(m, r); e != nil {
			row.Type = l.errorType(e)
		} else if t := m.Result.Case(r.Status); t != nil {
			row.Type = l.goType(t)
		} else if r.Status == m.Result.Status {
			row.Type = l.goType(m.Result.Type)
		} else if slices.Contains(m.Result.Empty, r.Status) {
			row.Type = code("nil")
		}
		all = append(all, row)
	}
	if len(all) == 1 && m.Spec.Responses[0].Status == m.Result.Status && idle(m.Spec.Responses[0]) {
		return nil
	}
	return all
}

// idle tells whether a response's words are those of its status: "OK", "Created".
func idle(r *model.Response) bool {
	n, err := strconv.Atoi(r.Status)
	words := strings.TrimRight(strings.TrimSpace(string(r.Doc)), ".")
	return len(r.Contents) < 2 && (words == "" || err == nil && strings.EqualFold(words, http.StatusText(n)))
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

// callbacks are the requests that the API sends because of a call.
func (l *leaf) callbacks(m *sdk.Method) []Row {
	var all []Row
	for _, c := range m.Callbacks {
		words := c.Spec.Summary
		if words == "" {
			words = c.Spec.Doc
		}
		all = append(all, Row{
			Name: code(c.Spec.Name), Type: l.goType(c.Event), In: code(c.Spec.Method + " " + string(c.Spec.URL)),
			Notes: join(" · ", join(" ", code(string(c.Handler)), plain("receives it")), firstLine(l.prose(words))),
		})
	}
	return all
}

// headers are the headers of a method's declared responses.
func (l *leaf) headers(m *sdk.Method) []Row {
	var all []Row
	for _, r := range m.Spec.Responses {
		for _, h := range r.Headers {
			if !forBrowsers(h) {
				all = append(all, l.header(r.Status, h))
			}
		}
	}
	return all
}

// forBrowsers tells whether a header says what scripts of a web page may read (CORS): nothing to a program in Go.
func forBrowsers(h *model.Header) bool {
	return strings.HasPrefix(strings.ToLower(string(h.Name)), "access-control-")
}

// common takes out the headers that every answer with headers carries: a page says them once.
func common(methods []Method) []Row {
	var shared []Row
	n := 0
	for _, m := range methods {
		if len(m.Headers) == 0 {
			continue
		}
		if n++; n == 1 {
			shared = m.Headers
		}
		if !sameHeaders(shared, m.Headers) {
			return nil
		}
	}
	if n < 2 {
		return nil
	}
	for i := range methods {
		methods[i].Headers = nil
	}
	return shared
}

// sameHeaders compares all but the status.
func sameHeaders(a, b []Row) bool {
	return slices.EqualFunc(a, b, func(a, b Row) bool {
		return cell(a.Name) == cell(b.Name) && cell(a.Type) == cell(b.Type) && cell(a.Notes) == cell(b.Notes)
	})
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
