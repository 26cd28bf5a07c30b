package golden

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// A proofCall is what the driver program needs to call a method with made-up values.
type proofCall struct {
	Name     string // "GET /v1/Services"
	Kind     string // "call"
	Package  string
	Resource string
	Method   string
	Args     []proofArg
	Params   map[string]map[string]json.RawMessage // by place, then by name

	expected   *openapi3.Operation
	template   string
	media      string
	seed       uint64
	pathParams map[string]json.RawMessage
	body       json.RawMessage
	deep       map[string]*openapi3.SchemaRef // query params that openapi3filter has no reading of: lists as deepObject
	unmade     string                         // why there is nothing to send
}

// A proofArg is an argument after the context.
type proofArg struct {
	Kind  string // "path", "body", "params"
	Value json.RawMessage
}

func newCall(doc *openapi3.T, m *corpusMethod, method, template string, seed uint64) *proofCall {
	item := doc.Paths.Value(template)
	c := &proofCall{
		Name: method + " " + template, Kind: "call", template: template, expected: item.GetOperation(method),
		Params: map[string]map[string]json.RawMessage{}, pathParams: map[string]json.RawMessage{},
	}
	h := fnv.New64a()
	fmt.Fprint(h, c.Name, seed)
	c.seed = h.Sum64()
	if m == nil {
		c.unmade = "no method"
		return c
	}
	c.Package, c.Resource, c.Method = m.pkg, m.resource, m.name
	if m.page != "" && m.page != "?" {
		c.Method = m.page
	}
	if err := errors.Join(c.params(item), c.makeBody(doc)); err != nil {
		c.unmade = "no value can be made: " + err.Error()
		return c
	}
	c.arguments(m)
	return c
}

// params makes values for the params, the optional ones too.
func (c *proofCall) params(item *openapi3.PathItem) error {
	m := newMaker(c.seed, true)
	m.tame = true
	all := slices.Clone(c.expected.Parameters)
	for _, ref := range item.Parameters {
		if ref.Value != nil && all.GetByInAndName(ref.Value.In, ref.Value.Name) == nil {
			all = append(all, ref)
		}
	}
	for _, ref := range all {
		p := ref.Value
		c.readDeep(p)
		if p == nil || !p.Required && !m.wants(0) || c.ignored(p) {
			continue
		}
		schema := paramSchema(p)
		if deep := c.deep[p.Name]; deep != nil && p.In == "query" {
			schema = deep.Value.Properties[p.Name]
		}
		m.tame = p.In == "header" || p.In == "cookie" || !plainText(p)
		v, err := m.value(schema, 0)
		if len(p.Content) == 0 {
			v = pruned(v)
		}
		if err != nil && p.Required {
			return fmt.Errorf("%s param %s: %w", p.In, p.Name, err)
		}
		if err != nil || v == nil {
			continue
		}
		raw := json.RawMessage(jsonText(given(v)))
		if p.In == "path" {
			c.pathParams[p.Name] = raw
			continue
		}
		if c.Params[p.In] == nil {
			c.Params[p.In] = map[string]json.RawMessage{}
		}
		c.Params[p.In][p.Name] = raw
	}
	return nil
}

// ignored are the headers that OpenAPI keeps from params, and params that say nothing of their values.
func (c *proofCall) ignored(p *openapi3.Parameter) bool {
	if p.Schema == nil && len(p.Content) == 0 && c.deep[p.Name] == nil {
		return true
	}
	f := &flat{}
	if s := paramSchema(p); s != nil && len(p.Content) == 0 && f.add(s, 0) == nil && !p.Required && len(f.types)+len(f.choices)+len(f.props)+len(f.enum) == 0 {
		return true // openapi3filter reads such values as null
	}
	return p.In == "header" && (strings.EqualFold(p.Name, "Content-Type") || strings.EqualFold(p.Name, "Accept") || strings.EqualFold(p.Name, "Authorization"))
}

func paramSchema(p *openapi3.Parameter) *openapi3.SchemaRef {
	for _, media := range p.Content {
		return media.Schema
	}
	return p.Schema
}

// readDeep takes a list in deepObject style, as Stripe has them, from openapi3filter, which refuses the style: compare
// reads it.
func (c *proofCall) readDeep(p *openapi3.Parameter) {
	if p == nil || p.In != "query" || p.Style != "deepObject" || p.Schema == nil || p.Schema.Value == nil {
		return
	}
	if c.deep == nil {
		c.deep = map[string]*openapi3.SchemaRef{}
	}
	c.deep[p.Name] = &openapi3.SchemaRef{Value: &openapi3.Schema{Properties: openapi3.Schemas{p.Name: p.Schema}}}
	if !p.Schema.Value.Type.Is("object") {
		p.Schema = nil
	}
}

// plainText tells whether a param is one string, which any text may be.
func plainText(p *openapi3.Parameter) bool {
	return p.Schema != nil && p.Schema.Value != nil && p.Schema.Value.Type.Is("string")
}

// bodyOrder is how generators like the media types of a request.
func bodyOrder(mediaType string, media *openapi3.MediaType) int {
	t, _, _ := strings.Cut(mediaType, ";")
	switch {
	case t == "multipart/form-data" && media.Schema != nil && hasBinary(media.Schema):
		return -1
	case t == "application/json":
		return 0
	case strings.HasSuffix(t, "+json") || t == "text/json" || t == "*/*":
		return 1
	case t == "application/x-www-form-urlencoded":
		return 2
	case t == "multipart/form-data":
		return 3
	case strings.HasPrefix(t, "text/"):
		return 4
	}
	return 5
}

func hasBinary(ref *openapi3.SchemaRef) bool {
	f := &flat{}
	if f.add(ref, 0) != nil {
		return false
	}
	for _, refs := range f.props {
		for _, p := range refs {
			if p.Value != nil && (p.Value.Format == "binary" || p.Value.Items != nil && p.Value.Items.Value != nil && p.Value.Items.Value.Format == "binary") {
				return true
			}
		}
	}
	return false
}

func (c *proofCall) makeBody(doc *openapi3.T) error {
	if c.expected.RequestBody == nil || c.expected.RequestBody.Value == nil {
		return nil
	}
	content := c.expected.RequestBody.Value.Content
	var types []string
	for _, t := range sortedKeys(content) {
		if content[t] != nil {
			types = append(types, t)
		}
	}
	if len(types) == 0 {
		return nil
	}
	slices.SortStableFunc(types, func(a, b string) int { return bodyOrder(a, content[a]) - bodyOrder(b, content[b]) })
	c.media = types[0]
	v, err := validValue(doc, content[types[0]].Schema, c.seed, true, strings.Contains(c.media, "form"))
	if err != nil {
		return fmt.Errorf("body: %w", err)
	}
	c.body = json.RawMessage(jsonText(given(v)))
	return nil
}

// arguments says what each argument of the method is.
func (c *proofCall) arguments(m *corpusMethod) {
	var placed int
	var names []string
	for _, match := range placeholder.FindAllStringSubmatch(c.template, -1) {
		if !slices.Contains(names, match[1]) {
			names = append(names, match[1])
		}
	}
	rest := m.args
	for _, name := range names {
		if placed == len(rest) {
			break
		}
		value := c.pathParams[name]
		if value == nil {
			value = json.RawMessage(`"x"`)
		}
		c.Args = append(c.Args, proofArg{"path", value})
		placed++
	}
	rest = rest[placed:]
	body := len(rest) > 0 && c.body != nil && !(len(rest) == 1 && strings.HasPrefix(rest[0], "params ") && strings.HasSuffix(rest[0], "Params"))
	if body {
		c.Args = append(c.Args, proofArg{"body", c.body})
		rest = rest[1:]
	}
	if len(rest) > 0 {
		c.Args = append(c.Args, proofArg{Kind: "params"})
		if !body && c.body != nil {
			var fields map[string]json.RawMessage
			if json.Unmarshal(c.body, &fields) == nil {
				c.Params["body"] = fields
			}
		}
	}
}
