package golden

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path"
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
	loader.ReadFromURIFunc = mended
	if !oldDocument(data) {
		return loader.LoadFromFile(file)
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

// oldDocument tells whether a document says that it is of version 2.0.
func oldDocument(data []byte) bool {
	var root struct{ Swagger string }
	if json.Unmarshal(data, &root) != nil {
		return regexp.MustCompile(`(?m)^\W{0,4}swagger\W{0,2}:`).Match(data)
	}
	return root.Swagger != ""
}

// A mender puts what a reference refers to where kin-openapi follows none: operations, all properties of a schema, prose.
type mender struct {
	folder string
	err    error
}

// mended reads a file for kin-openapi.
func mended(loader *openapi3.Loader, at *url.URL) ([]byte, error) {
	data, err := openapi3.ReadFromFile(loader, at)
	if err != nil || filepath.Ext(at.Path) == ".json" || !bytes.Contains(data, []byte("$ref")) {
		return data, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return data, nil // prose in a file of its own
	}
	m := &mender{folder: filepath.Dir(filepath.FromSlash(at.Path))}
	m.operations(&root)
	m.mend(&root, false)
	out, err := yaml.Marshal(&root)
	return out, errors.Join(m.err, err)
}

func (m *mender) operations(root *yaml.Node) {
	if len(root.Content) == 0 {
		return
	}
	paths := member(root.Content[0], "paths")
	for i := 1; paths != nil && i < len(paths.Content); i += 2 {
		for j := 1; j < len(paths.Content[i].Content); j += 2 {
			m.replace(paths.Content[i].Content[j])
		}
	}
}

// mend looks at each key but at the names of properties.
func (m *mender) mend(n *yaml.Node, properties bool) {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		if key == "description" && !properties && value.Kind == yaml.MappingNode {
			n.Content[i+1] = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle}
		}
		if key == "properties" && !properties {
			m.replace(value)
		}
		m.mend(n.Content[i+1], key == "properties" && !properties)
	}
	for i := 0; i < len(n.Content) && n.Kind != yaml.MappingNode; i++ {
		m.mend(n.Content[i], false)
	}
}

// replace puts what n refers to, in another file, in its place.
func (m *mender) replace(n *yaml.Node) {
	ref := member(n, "$ref")
	if ref == nil || ref.Kind != yaml.ScalarNode || strings.HasPrefix(ref.Value, "#") {
		return
	}
	file, fragment, _ := strings.Cut(ref.Value, "#")
	data, err := os.ReadFile(filepath.Join(m.folder, filepath.FromSlash(file)))
	if err != nil {
		m.err = err
		return
	}
	var other yaml.Node
	if m.err = yaml.Unmarshal(data, &other); m.err != nil || len(other.Content) == 0 {
		return
	}
	found := other.Content[0]
	for key := range strings.SplitSeq(strings.Trim(fragment, "/"), "/") {
		if key != "" && found != nil {
			found = member(found, key)
		}
	}
	if found != nil {
		relocate(found, file)
		*n = *found
	}
}

func member(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// relocate lets the references of a file start from the folder that the file's own name starts from.
func relocate(n *yaml.Node, file string) {
	if ref := member(n, "$ref"); ref != nil && strings.HasPrefix(ref.Value, "#") {
		ref.Value = file + ref.Value
	} else if ref != nil && ref.Kind == yaml.ScalarNode {
		ref.Value = path.Join(path.Dir(file), ref.Value)
	}
	if mapping := member(n, "mapping"); mapping != nil { // of a discriminator
		for i := 1; i < len(mapping.Content); i += 2 {
			relocate(&yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{{Value: "$ref"}, mapping.Content[i]}}, file)
		}
	}
	for _, child := range n.Content {
		relocate(child, file)
	}
}

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
	query    url.Values // that the template holds, as some documents put it there
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

func newProofRouter(doc *openapi3.T) (*proofRouter, error) {
	r := &proofRouter{doc: doc}
	if doc.Paths == nil {
		return r, nil
	}
	for _, template := range doc.Paths.InMatchingOrder() {
		route := proofRoute{template: template}
		path, query, _ := strings.Cut(template, "?")
		route.query, _ = url.ParseQuery(query)
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

// asks tells whether a query has what the template wants of it.
func (r proofRoute) asks(query url.Values) bool {
	for name := range r.query {
		if query.Get(name) != r.query.Get(name) {
			return false
		}
	}
	return true
}

func (r *proofRouter) FindRoute(req *http.Request) (*routers.Route, map[string]string, error) {
	path := req.URL.EscapedPath()
	for _, route := range r.routes {
		match := route.pattern.FindStringSubmatch(path)
		item := r.doc.Paths.Value(route.template)
		if match == nil || item == nil || item.GetOperation(req.Method) == nil || !route.asks(req.URL.Query()) {
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
