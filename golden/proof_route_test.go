package golden

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
	"go.yaml.in/yaml/v3"
)

// loadProof loads a document as it was published, with kin-openapi alone.
func loadProof(file string) (doc *openapi3.T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("kin-openapi panics: %v", p)
		}
	}()
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true
	loader.ReadFromURIFunc = withoutProse
	if !regexp.MustCompile(`(?m)^\s*\{?\s*"?swagger"?\s*:`).Match(data) {
		return loader.LoadFromDataWithPath(proseRef.ReplaceAll(data, []byte("${1} ''")), &url.URL{Path: filepath.ToSlash(file)})
	}
	if filepath.Ext(file) != ".json" {
		var value any
		if err := yaml.Unmarshal(data, &value); err != nil {
			return nil, err
		}
		data = []byte(jsonText(value))
	}
	var old openapi2.T
	if err := old.UnmarshalJSON(data); err != nil {
		return nil, err
	}
	return openapi2conv.ToV3WithLoader(&old, loader, &url.URL{Path: filepath.ToSlash(file)})
}

// withoutProse reads a file without the descriptions that are references, which kin-openapi cannot follow.
func withoutProse(loader *openapi3.Loader, at *url.URL) ([]byte, error) {
	data, err := openapi3.ReadFromFile(loader, at)
	return proseRef.ReplaceAll(data, []byte("${1} ''")), err
}

var proseRef = regexp.MustCompile(`(?m)^([ -]*description:)[ ]*\n[ ]+\$ref:.*$`)

// A proofRouter finds the operation of a request by its escaped path, in the order that kin-openapi gives the
// templates. Its own routers refuse documents that do not validate, and templates such as {Sid}.json.
type proofRouter struct {
	doc    *openapi3.T
	routes []proofRoute
}

type proofRoute struct {
	template string
	pattern  *regexp.Regexp
	names    []string
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

func newProofRouter(doc *openapi3.T) (*proofRouter, error) {
	r := &proofRouter{doc: doc}
	if doc.Paths == nil {
		return r, nil
	}
	for _, template := range doc.Paths.InMatchingOrder() {
		route := proofRoute{template: template}
		path, _, _ := strings.Cut(template, "?")
		var b strings.Builder
		last := 0
		for _, at := range placeholder.FindAllStringSubmatchIndex(path, -1) {
			b.WriteString(literalPattern(path[last:at[0]]) + `([^/]*?)`)
			route.names = append(route.names, path[at[2]:at[3]])
			last = at[1]
		}
		b.WriteString(literalPattern(path[last:]))
		var err error
		if route.pattern, err = regexp.Compile("^" + b.String() + "$"); err != nil {
			return nil, err
		}
		r.routes = append(r.routes, route)
	}
	return r, nil
}

// literalPattern is text of a template as it stands in a path, escaped or not.
func literalPattern(text string) string {
	plain, escaped := regexp.QuoteMeta(text), regexp.QuoteMeta((&url.URL{Path: text}).EscapedPath())
	if plain == escaped {
		return plain
	}
	return "(?:" + plain + "|" + escaped + ")"
}

func (r *proofRouter) FindRoute(req *http.Request) (*routers.Route, map[string]string, error) {
	path := req.URL.EscapedPath()
	for _, route := range r.routes {
		match := route.pattern.FindStringSubmatch(path)
		item := r.doc.Paths.Value(route.template)
		if match == nil || item == nil || item.GetOperation(req.Method) == nil {
			continue
		}
		values := map[string]string{}
		for i, name := range route.names {
			text, err := url.PathUnescape(match[i+1])
			if err != nil {
				return nil, nil, err
			}
			values[name] = text
		}
		return &routers.Route{
			Spec: r.doc, Path: route.template, PathItem: item, Method: req.Method, Operation: item.GetOperation(req.Method),
		}, values, nil
	}
	return nil, nil, routers.ErrPathNotFound
}
