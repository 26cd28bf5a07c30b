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
		t.beside(s, m.Paging.Page, "page "+call, []*Type{goType(m.Result.Type), text("error")})
	}
	if m.Stream != nil {
		t.beside(s, m.Stream.Name, "stream "+call, []*Type{seq(m.Stream.Result.Type)})
	}
	if m.Params != nil {
		t.params(m.Params, call)
	}
}

// beside adds another method of the same operation, which differs in what it returns.
func (t *taker) beside(s *Symbol, name sdk.Ident, key string, results []*Type) {
	own := *s
	own.Name, own.Key, own.Doc, own.Errors = s.Of+"."+string(name), key, "", nil
	own.Func = &Signature{Args: s.Func.Args, Results: results}
	t.add(&own)
}

// webhook adds the function that makes a handler of a request of the API.
func (t *taker) webhook(w *sdk.Webhook) {
	handle := "func(*http.Request) error"
	if w.Event != nil {
		handle = "func(*http.Request, *" + goType(w.Event).Text + ") error"
	}
	t.add(&Symbol{
		Name: string(w.Handler), Kind: Func, Key: "webhook " + w.Spec.Name, Pos: w.Spec.Pos, Doc: said(w.Doc), Deprecated: w.Doc.Deprecated != "",
		Func:       &Signature{Args: []Arg{{Name: "hooks", Type: text("sdk.Webhooks")}, {Name: "handle", Type: text(handle)}}, Results: []*Type{text("http.Handler")}},
		Operations: []string{webhookCall(w)},
	})
}

// webhookCall names a request of the API as rules on documents do.
func webhookCall(w *sdk.Webhook) string { return w.Spec.Method + " webhook:" + w.Spec.Name }

func (t *taker) params(p *sdk.Params, call string) {
	t.add(&Symbol{Name: string(p.Name), Kind: Params, Key: "params " + call, Pos: p.Method.Spec.Pos, Doc: said(p.Doc), Request: true, Operations: []string{call}})
	for _, f := range p.Fields {
		s := t.field(string(p.Name), f)
		s.Request, s.Operations = true, []string{call}
	}
	if p.Redacted {
		t.redaction(string(p.Name), p.Method.Spec.Pos)
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
