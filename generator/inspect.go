package generator

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// An Inspection is what sdkc makes of a document: its model, and the Go that it would become.
type Inspection struct {
	Result
	pkg *sdk.Package // nil: the document is refused
}

// Inspect reads the only document of Request.Specs.
func Inspect(ctx context.Context, req Request) (res *Inspection, err error) {
	defer recovered(&err, "")
	b := &build{Request: req, times: newTimes(), silent: true}
	res = &Inspection{}
	defer func() { res.Timings = b.times.total() }()
	want, documents := req.loose(&res.Result)
	outcomes, err := b.documents(ctx, want, documents, place{path: "example.com"})
	if err != nil {
		return res, err
	}
	for _, o := range outcomes {
		res.Diagnostics = append(res.Diagnostics, o.report.List...)
		res.pkg = o.pkg
	}
	return res, nil
}

// WriteTree prints the resources with their methods, then the types.
func (i *Inspection) WriteTree(w io.Writer) error {
	if i.pkg == nil {
		return nil
	}
	b := bufio.NewWriter(w)
	if err := sdk.Tree(b, i.pkg); err != nil {
		return err
	}
	for _, f := range i.pkg.Files {
		for _, d := range f.Types {
			fmt.Fprintf(b, "type %s  %s\n", d.GoName(), declWords(d))
		}
	}
	return b.Flush()
}

func declWords(d sdk.Decl) string {
	switch d := d.(type) {
	case *sdk.Object:
		return fmt.Sprintf("object of %d fields", len(d.Fields))
	case *sdk.Enum:
		return fmt.Sprintf("enum of %d values", len(d.Values))
	case *sdk.Union:
		return fmt.Sprintf("union of %d types", len(d.Variants))
	case *sdk.Alias:
		return "is " + d.Type.String()
	}
	return ""
}

// WriteJSON prints the model, in the document's words and order.
func (i *Inspection) WriteJSON(w io.Writer) error {
	if i.pkg == nil {
		return nil
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Package   sdk.Ident       `json:"package"`
		Resources []jsonResource  `json:"resources"`
		Document  *model.Document `json:"document"`
	}{i.pkg.Name, jsonResources(i.pkg.Roots), i.pkg.Spec})
}

type jsonResource struct {
	Name      sdk.Ident      `json:"name"`
	Field     sdk.Ident      `json:"field"`
	Path      string         `json:"path,omitempty"`
	Methods   []jsonMethod   `json:"methods,omitempty"`
	Resources []jsonResource `json:"resources,omitempty"`
}

type jsonMethod struct {
	Name      sdk.Ident `json:"name"`
	Signature string    `json:"signature"`
	Method    string    `json:"method"`
	Path      string    `json:"path"`
	Operation string    `json:"operationId,omitempty"`
}

func jsonResources(rs []*sdk.Resource) []jsonResource {
	all := []jsonResource{}
	for _, r := range rs {
		j := jsonResource{Name: r.Name, Field: r.Field, Path: r.Path, Resources: jsonResources(r.Children)}
		for _, m := range r.Methods {
			j.Methods = append(j.Methods, jsonMethod{m.Name, m.Signature(), m.Spec.Method, m.Path, m.Spec.ID})
		}
		all = append(all, j)
	}
	return all
}
