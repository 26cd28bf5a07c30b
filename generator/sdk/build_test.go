package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// api makes a document from lines "METHOD /path operationId tag"; "-" stands for none. Params in braces are
// strings; the answer of a GET that ends in no param is a list.
func api(lines ...string) *model.Document {
	doc := &model.Document{File: "api.yaml", Title: "Test", Servers: []*model.Server{{URL: "https://api.example.com"}}}
	paths := make(map[string]*model.Path)
	for i, line := range lines {
		f := strings.Fields(line)
		p := paths[f[1]]
		if p == nil {
			p = &model.Path{Template: f[1]}
			paths[f[1]] = p
			doc.Paths = append(doc.Paths, p)
		}
		op := &model.Operation{Method: f[0], Path: p, Pos: diag.Pos{File: "api.yaml", Line: i + 1, Col: 1}}
		if len(f) > 2 && f[2] != "-" {
			op.ID = f[2]
		}
		if len(f) > 3 && f[3] != "-" {
			op.Tags = []model.Wire{model.Wire(strings.ReplaceAll(f[3], "+", " "))}
		}
		for _, name := range placeholders(f[1]) {
			op.Params = append(op.Params, &model.Param{Name: model.Wire(name), In: model.InPath, Required: true, Style: "simple", Type: str()})
		}
		r := &model.Response{Status: "204"}
		if f[0] == "GET" {
			t := str()
			if !strings.HasSuffix(f[1], "}") {
				t = list(str())
			}
			r = &model.Response{Status: "200", Contents: []*model.Content{{MediaType: "application/json", Type: t}}}
		}
		op.Responses = []*model.Response{r}
		p.Operations = append(p.Operations, op)
	}
	return doc
}

func str() *model.Type                      { return &model.Type{Kind: model.String} }
func of(k model.Kind, f string) *model.Type { return &model.Type{Kind: k, Format: f} }
func list(t *model.Type) *model.Type        { return &model.Type{Kind: model.Array, Elem: t} }
func ref(s *model.Schema) *model.Type       { return &model.Type{Kind: model.Ref, Schema: s, SchemaID: s.ID} }
func null(t *model.Type) *model.Type        { n := *t; n.Nullable = true; return &n }

// object is a named schema; fields are "name" or "name!" where required, each with its type.
func object(name string, fields ...any) *model.Schema {
	s := &model.Schema{ID: "#/components/schemas/" + name, Name: model.Wire(name), Kind: model.ObjectSchema, Object: &model.Object{}}
	for i := 0; i+1 < len(fields); i += 2 {
		n, required := strings.CutSuffix(fields[i].(string), "!")
		s.Object.Fields = append(s.Object.Fields, &model.Field{Name: model.Wire(n), Required: required, Type: fields[i+1].(*model.Type)})
	}
	return s
}

func enum(name string, values ...string) *model.Schema {
	s := &model.Schema{ID: "#/components/schemas/" + name, Name: model.Wire(name), Kind: model.EnumSchema, Enum: &model.Enum{Kind: model.String}}
	for _, v := range values {
		s.Enum.Values = append(s.Enum.Values, &model.Value{Wire: v})
	}
	return s
}

func oneOf(name string, types ...*model.Type) *model.Schema {
	s := &model.Schema{ID: "#/components/schemas/" + name, Name: model.Wire(name), Kind: model.UnionSchema, Union: &model.Union{}}
	for _, t := range types {
		s.Union.Variants = append(s.Union.Variants, &model.Variant{Type: t})
	}
	return s
}

// answering gives the first operation a JSON answer, and the document its schemas.
func answering(doc *model.Document, t *model.Type, schemas ...*model.Schema) *model.Document {
	doc.Schemas = append(doc.Schemas, schemas...)
	doc.Operations()[0].Responses = []*model.Response{{Status: "200", Contents: []*model.Content{{MediaType: "application/json", Type: t}}}}
	return doc
}

// taking gives the first operation a body.
func taking(doc *model.Document, media string, t *model.Type, schemas ...*model.Schema) *model.Document {
	doc.Schemas = append(doc.Schemas, schemas...)
	doc.Operations()[0].Body = &model.Body{Required: true, Contents: []*model.Content{{MediaType: media, Type: t}}}
	return doc
}

func build(doc *model.Document, opts ...Options) (*Package, *diag.Report) {
	var report diag.Report
	o := Options{Name: "test", Import: "example.com/test", Runtime: "example.com/sdk", Dir: ".", KeepUnused: true}
	if len(opts) > 0 {
		opts[0].Name, opts[0].Import, opts[0].Runtime, opts[0].Dir, opts[0].KeepUnused = o.Name, o.Import, o.Runtime, o.Dir, true
		o = opts[0]
	}
	return New(doc, o, &report), &report
}

// names lists a package's methods as users write them: "Pets.List".
func methodNames(p *Package) []string {
	var out []string
	var walk func(way string, rs []*Resource)
	walk = func(way string, rs []*Resource) {
		for _, r := range rs {
			for _, m := range r.Methods {
				out = append(out, fmt.Sprintf("%s%s.%s", way, r.Field, m.Name))
			}
			walk(way+string(r.Field)+".", r.Children)
		}
	}
	walk("", p.Roots)
	return out
}

func typeNames(p *Package) map[string]string {
	out := make(map[string]string)
	for _, f := range p.Files {
		for _, d := range f.Types {
			out[d.Schema().ID] = string(d.GoName())
		}
	}
	return out
}
