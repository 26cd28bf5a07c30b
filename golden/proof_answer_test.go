package golden

import (
	"cmp"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
)

// answer sends the lowest 2xx that has a body, in a representation that the client accepts.
func (s *proofServer) answer(n int, w http.ResponseWriter, r *http.Request, c *proofCall) {
	status, response := success(c.expected)
	if status >= 300 && status < 400 {
		w.Header().Set("Location", "https://example.com/result?a=b")
		w.WriteHeader(status)
		return
	}
	if response == nil {
		w.WriteHeader(status)
		return
	}
	s.headers(w, c, response)
	mediaType, media, err := accepted(r.Header.Get("Accept"), response.Content)
	if err != nil && r.Method != http.MethodHead {
		s.fail(n, "not acceptable", err)
	}
	if media == nil || r.Method == http.MethodHead {
		w.WriteHeader(status)
		return
	}
	w.Header().Set("X-Proof-Made", "true")
	v, shown := shownValue(s.doc, media)
	if shown {
		w.Header().Set("X-Proof-Made", "false")
	} else if v, err = validValue(s.doc, media.Schema, c.seed+1, false, false); err != nil {
		s.fail(n, "no answer can be made", err)
		w.WriteHeader(http.StatusNotImplemented)
		return
	}
	mediaType, body := written(mediaType, media, v)
	w.Header().Set("Content-Type", mediaType)
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// success is the status to answer with, and what the document says of it.
func success(o *openapi3.Operation) (int, *openapi3.Response) {
	if o.Responses == nil {
		return http.StatusNoContent, nil
	}
	var best, redirect string
	all := o.Responses.Map()
	for _, status := range sortedKeys(all) {
		r := all[status].Value
		switch {
		case r == nil:
		case strings.HasPrefix(status, "3") && status != "304":
			redirect = cmp.Or(redirect, status)
		case strings.HasPrefix(status, "2") && (best == "" || len(r.Content) > 0 && len(all[best].Value.Content) == 0):
			best = status
		}
	}
	if redirect != "" && (best == "" || best == "200" && len(all[best].Value.Content) == 0) {
		status, err := strconv.Atoi(redirect)
		if err != nil {
			status = http.StatusFound
		}
		return status, nil
	}
	if best == "" {
		if d := all["default"]; d != nil && d.Value != nil && (d.Value.Description == nil || !strings.Contains(strings.ToLower(*d.Value.Description), "error")) {
			return http.StatusOK, d.Value
		}
		return http.StatusNoContent, nil
	}
	status, err := strconv.Atoi(best)
	if err != nil {
		status = http.StatusOK
	}
	return status, all[best].Value
}

func (s *proofServer) headers(w http.ResponseWriter, c *proofCall, response *openapi3.Response) {
	for name, ref := range response.Headers {
		if ref.Value == nil || ref.Value.Schema == nil || unsettable.MatchString(name) {
			continue
		}
		m := newMaker(c.seed+2, false)
		m.tame = true
		if v, err := m.value(ref.Value.Schema, 0); err == nil {
			if text, ok := v.(string); ok {
				w.Header().Set(name, text)
			} else if v != nil {
				w.Header().Set(name, jsonText(v))
			}
		}
	}
}

// accepted is the representation that the Accept header asks for.
func accepted(accept string, content openapi3.Content) (string, *openapi3.MediaType, error) {
	if len(content) == 0 {
		return "", nil, nil
	}
	for want := range strings.SplitSeq(accept, ",") {
		want, _, err := mime.ParseMediaType(want)
		if err != nil {
			continue
		}
		for _, have := range sortedKeys(content) {
			name, _, _ := mime.ParseMediaType(have)
			if content[have] != nil && (name == want || want == "*/*" || name == "*/*" || wild(name, want) || wild(want, name)) {
				if strings.Contains(name, "*") {
					name = want
				}
				if strings.Contains(name, "*") {
					name = "application/octet-stream"
				}
				return name, content[have], nil
			}
		}
	}
	return "", nil, fmt.Errorf("accept %q, but there is %s", accept, strings.Join(sortedKeys(content), ", "))
}

// wild tells whether text/* stands for a media type.
func wild(pattern, name string) bool {
	prefix, found := strings.CutSuffix(pattern, "*")
	return found && strings.HasPrefix(name, prefix)
}

// shownValue is the document's example, if it is an example of its schema.
func shownValue(doc *openapi3.T, media *openapi3.MediaType) (any, bool) {
	examples := []any{media.Example}
	for _, name := range sortedKeys(media.Examples) {
		if e := media.Examples[name]; e != nil && e.Value != nil {
			examples = append(examples, e.Value.Value)
		}
	}
	i := slices.IndexFunc(examples, func(v any) bool {
		return v != nil && !inexact.MatchString(jsonText(v)) && valid(doc, media.Schema, v, false) == nil
	})
	if i < 0 || media.Schema == nil {
		return nil, false
	}
	return examples[i], true
}

// inexact are numbers that kin-openapi read as float64 and that are not the document's any more.
var inexact = regexp.MustCompile(`[\[:,]-?(\d{16,}|[\d.]+e\+\d+)[,}\]]`)

// unsettable are headers that belong to the connection or to the representation.
var unsettable = regexp.MustCompile(`(?i)^(content-|transfer-encoding$|connection$|location$|x-proof-)`)

// written is a value in its representation.
func written(mediaType string, media *openapi3.MediaType, v any) (string, []byte) {
	text, isText := v.(string)
	binary := media.Schema != nil && media.Schema.Value != nil && media.Schema.Value.Format == "binary"
	switch {
	case binary && isText:
		return mediaType, []byte(text)
	case mediaType == "text/event-stream":
		return mediaType, []byte("data: " + jsonText(v) + "\n\n")
	case strings.Contains(mediaType, "json"):
		return mediaType, []byte(jsonText(v))
	case isText:
		return mediaType, []byte(text)
	}
	return mediaType, []byte(jsonText(v))
}

var rfcTime = regexp.MustCompile(`^\d{4}-\d\d-\d\dT|^\w{3}, \d\d `)

// sameInstant takes two spellings of a time for the same.
func sameInstant(a, b any) bool {
	x, err := instant(a)
	y, also := instant(b)
	return errors.Join(err, also) == nil && x.Equal(y)
}

func instant(v any) (time.Time, error) {
	text, _ := v.(string)
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		at, err = time.Parse(time.RFC1123Z, text)
	}
	return at, err
}
