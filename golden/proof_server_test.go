package golden

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// A proofServer validates the requests of a document's calls, and answers them as the document says.
type proofServer struct {
	doc    *openapi3.T
	router *proofRouter
	calls  []*proofCall

	mu      sync.Mutex
	problem map[int][]string // by call
	asked   map[int]int
}

func (s *proofServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.Header.Get("X-Proof-Call"))
	if err != nil || n < 0 || n >= len(s.calls) {
		http.Error(w, "no such call", http.StatusTeapot)
		return
	}
	defer func() {
		if p := recover(); p != nil {
			s.fail(n, "kin-openapi panics", fmt.Errorf("%v", p))
			w.WriteHeader(http.StatusNotImplemented)
		}
	}()
	s.mu.Lock()
	s.asked[n]++
	s.mu.Unlock()
	c := s.calls[n]
	route, params, err := s.router.FindRoute(r)
	switch {
	case err != nil:
		s.fail(n, "not routed", fmt.Errorf("%s: %w", r.URL.EscapedPath(), err))
	case route.Operation != c.expected:
		s.fail(n, "routed elsewhere", fmt.Errorf("%s is %s", r.URL.EscapedPath(), route.Path))
	default:
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		err := openapi3filter.ValidateRequest(r.Context(), &openapi3filter.RequestValidationInput{
			Request: r, PathParams: params, Route: route,
			Options: &openapi3filter.Options{AuthenticationFunc: authenticated, RejectWhenRequestBodyNotSpecified: true, SkipSettingDefaults: true, ExcludeReadOnlyValidations: true},
		})
		if err != nil {
			s.fail(n, "request invalid", err)
		}
		s.compare(n, c, r, params, body)
	}
	s.answer(n, w, r, c)
}

func (s *proofServer) fail(n int, class string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problem[n] = append(s.problem[n], class+": "+clipLine(err.Error()))
}

func clipLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if i := strings.Index(text, " Schema: {"); i > 0 {
		text = text[:i]
	}
	if len(text) > 260 {
		text = text[:260] + "…"
	}
	return text
}

// authenticated wants the credential of a scheme where the scheme says that it travels.
func authenticated(_ context.Context, in *openapi3filter.AuthenticationInput) error {
	r, scheme := in.RequestValidationInput.Request, in.SecurityScheme
	if scheme == nil {
		return errors.New("no such scheme")
	}
	authorization := r.Header.Get("Authorization")
	var ok bool
	switch {
	case scheme.Type == "http" && strings.EqualFold(scheme.Scheme, "basic"):
		user, password, is := r.BasicAuth()
		ok = is && user == "proof-user" && password == "proof-password"
	case scheme.Type == "http" || scheme.Type == "oauth2" || scheme.Type == "openIdConnect":
		ok = authorization == "Bearer proof-token" || strings.HasSuffix(authorization, "proof-key")
	case scheme.Type == "apiKey" && scheme.In == "header":
		ok = r.Header.Get(scheme.Name) != ""
	case scheme.Type == "apiKey" && scheme.In == "query":
		ok = r.URL.Query().Get(scheme.Name) != ""
	case scheme.Type == "apiKey" && scheme.In == "cookie":
		cookie, err := r.Cookie(scheme.Name)
		ok = err == nil && cookie.Value != ""
	case scheme.Type == "mutualTLS":
		ok = true
	}
	if !ok {
		return fmt.Errorf("the credential of %s is missing", in.SecuritySchemeName)
	}
	return nil
}

// compare wants what was given to the method, not only something valid.
func (s *proofServer) compare(n int, c *proofCall, r *http.Request, params map[string]string, body []byte) {
	for name, raw := range c.pathParams {
		if text, ok := scalarText(raw); ok && params[name] != text && c.plainPath(name) && placeholderIn(c.template, name) {
			s.fail(n, "path param differs", fmt.Errorf("%s: %q, sent %q", name, text, params[name]))
		}
	}
	for name, raw := range c.Params["query"] {
		if text, ok := scalarText(raw); ok && !slices.Contains(r.URL.Query()[name], text) {
			s.fail(n, "query param differs", fmt.Errorf("%s: %q, sent %q", name, text, r.URL.Query()[name]))
		}
	}
	for name, ref := range c.deep {
		var got any
		if object, ok := formValue(r.URL.Query(), ref)[name]; ok {
			got = object
		}
		if at := unlike("", decoded(c.Params["query"][name]), got); c.Params["query"][name] != nil && at != "" {
			s.fail(n, "query param differs", errors.New(name+at))
		}
	}
	for name, raw := range c.Params["header"] {
		if text, ok := scalarText(raw); ok && r.Header.Get(name) != text {
			s.fail(n, "header differs", fmt.Errorf("%s: %q, sent %q", name, text, r.Header.Get(name)))
		}
	}
	sent, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if c.body == nil {
		return
	}
	if len(body) == 0 && string(c.body) != "{}" {
		s.fail(n, "no body arrived", errors.New(string(c.body)))
	}
	if strings.HasSuffix(sent, "json") {
		if at := unlike("", decoded(c.body), decoded(body)); at != "" {
			s.fail(n, "body differs", errors.New(at))
		}
	}
}

func placeholderIn(template, name string) bool { return strings.Contains(template, "{"+name+"}") }

// plainPath tells whether a path param is in simple style, as it stands.
func (c *proofCall) plainPath(name string) bool {
	p := c.expected.Parameters.GetByInAndName("path", name)
	return p == nil || p.Style == "" || p.Style == "simple"
}

// scalarText is a string, a number or a boolean as it travels; times have many spellings.
func scalarText(raw json.RawMessage) (string, bool) {
	switch v := decoded(raw).(type) {
	case string:
		return v, !rfcTime.MatchString(v)
	case bool:
		return strconv.FormatBool(v), true
	case float64:
		return string(raw), !strings.ContainsAny(string(raw), "eE")
	}
	return "", false
}

// unlike is the first place where what was sent is not what was given; "" for none.
func unlike(path string, want, got any) string {
	switch want := want.(type) {
	case map[string]any:
		have, ok := got.(map[string]any)
		if !ok {
			break
		}
		for _, key := range sortedKeys(want) {
			v, there := have[key]
			if !there {
				return fmt.Sprintf("%s.%s: %s is lost", path, key, short(jsonText(want[key])))
			}
			if at := unlike(path+"."+key, want[key], v); at != "" {
				return at
			}
		}
		for _, key := range sortedKeys(have) {
			if _, there := want[key]; !there {
				return fmt.Sprintf("%s.%s: %s is added", path, key, short(jsonText(have[key])))
			}
		}
		return ""
	case []any:
		have, ok := got.([]any)
		if !ok || len(have) != len(want) {
			break
		}
		for i := range want {
			if at := unlike(path+"["+strconv.Itoa(i)+"]", want[i], have[i]); at != "" {
				return at
			}
		}
		return ""
	}
	if jsonText(want) == jsonText(got) || sameInstant(want, got) || want == nil && got == "" {
		return ""
	}
	return fmt.Sprintf("%s: %s, sent %s", path, short(jsonText(want)), short(jsonText(got)))
}
