package sdk

import (
	"fmt"
	"io"
	"strings"
)

// Tree writes the resources and the signatures of their methods, as users will call them.
func Tree(w io.Writer, p *Package) error {
	_, err := fmt.Fprintf(w, "package %s  %s\n", p.Name, p.Client.BaseURL)
	for _, r := range p.Roots {
		if err == nil {
			err = branch(w, r, "client", 0)
		}
	}
	return err
}

func branch(w io.Writer, r *Resource, parent string, depth int) error {
	indent := strings.Repeat("  ", depth)
	way := parent + "." + string(r.Field)
	line := indent + way
	if string(r.Field) != string(r.Name) {
		line += " " + string(r.Name)
	}
	if r.Path != "" {
		line += "  " + r.Path
	}
	if _, err := fmt.Fprintln(w, line); err != nil {
		return err
	}
	for _, m := range r.Methods {
		if _, err := fmt.Fprintf(w, "%s  .%s  %s %s\n", indent, m.Signature(), m.Spec.Method, m.Path); err != nil {
			return err
		}
	}
	for _, c := range r.Children {
		if err := branch(w, c, way, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// Signature is the method as code declares it, from its name on.
func (m *Method) Signature() string {
	return string(m.Name) + "(" + m.Parameters() + ") " + m.Returns()
}

// Parameters are a method's, as code declares them: ctx first, options last.
func (m *Method) Parameters() string {
	all := []string{"ctx context.Context"}
	for _, group := range m.Groups() {
		for _, a := range group {
			all = append(all, string(a.Name))
		}
		all[len(all)-1] += " " + group[0].Type.From(m.Resource.Home)
	}
	if m.Params != nil {
		all = append(all, "params "+string(m.Params.Name))
	}
	return strings.Join(append(all, "opts ...sdk.Option"), ", ")
}

// Returns is what the method returns, as code declares it.
func (m *Method) Returns() string {
	switch {
	case m.Paging != nil:
		return "iter.Seq2[" + m.Paging.Item.From(m.Resource.Home) + ", error]"
	case m.Result.Kind == NoResult:
		return "error"
	case m.Result.Kind == EventsResult || m.Result.Kind == LinesResult:
		return "iter.Seq2[" + m.Result.Type.From(m.Resource.Home) + ", error]"
	}
	return "(" + m.Result.Type.From(m.Resource.Home) + ", error)"
}
