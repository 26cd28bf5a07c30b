package diff

import (
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// method adds a method, its companion that returns one page, and the struct of its params.
func (t *taker) method(m *sdk.Method) {
	of := string(m.Resource.Name)
	call := m.Spec.Method + " " + m.Spec.Template()
	s := &Symbol{
		Name: of + "." + string(m.Name), Kind: Method, Of: of, Key: "operation " + call, Call: call, Pos: m.Spec.Pos,
		Func: &Signature{Args: arguments(m), Results: results(m)}, Doc: said(m.Doc), Deprecated: m.Doc.Deprecated != "", Operations: []string{call},
	}
	for _, e := range m.Errors {
		if e.Type != nil {
			s.Errors = append(s.Errors, Problem{e.Spec.Status, goType(e.Type)})
		}
	}
	t.add(s)
	if m.Paging != nil {
		page := *s
		page.Name, page.Key = of+"."+string(m.Paging.Page), "page "+call
		page.Func = &Signature{Args: s.Func.Args, Results: []*Type{goType(m.Result.Type), text("error")}}
		page.Doc, page.Errors = "", nil
		t.add(&page)
	}
	if m.Params != nil {
		t.params(m.Params, call)
	}
}

func (t *taker) params(p *sdk.Params, call string) {
	t.add(&Symbol{Name: string(p.Name), Kind: Params, Key: "params " + call, Pos: p.Method.Spec.Pos, Doc: said(p.Doc), Request: true, Operations: []string{call}})
	for _, f := range p.Fields {
		s := t.field(string(p.Name), f)
		s.Request, s.Operations = true, []string{call}
	}
}

func arguments(m *sdk.Method) []Arg {
	all := []Arg{{Name: "ctx", Type: text("context.Context")}}
	for _, a := range m.Arguments() {
		all = append(all, Arg{Name: string(a.Name), Wire: wireOf(a.Spec), Type: goType(a.Type)})
	}
	if m.Params != nil {
		all = append(all, Arg{Name: "params", Type: text(string(m.Params.Name))})
	}
	return append(all, Arg{Name: "opts", Type: text("...sdk.Option")})
}

func wireOf(p *model.Param) string {
	if p == nil {
		return ""
	}
	return string(p.Name)
}

// results are what a method returns, as [sdk.Method.Returns] spells it.
func results(m *sdk.Method) []*Type {
	switch {
	case m.Paging != nil:
		return []*Type{seq(m.Paging.Item)}
	case m.Result.Kind == sdk.NoResult:
		return []*Type{text("error")}
	case m.Result.Kind == sdk.EventsResult || m.Result.Kind == sdk.LinesResult:
		return []*Type{seq(m.Result.Type)}
	}
	return []*Type{goType(m.Result.Type), text("error")}
}

func seq(t *sdk.Type) *Type { return text("iter.Seq2[" + goType(t).Text + ", error]") }
