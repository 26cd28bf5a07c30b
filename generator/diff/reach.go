package diff

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// reach gives each symbol of a type the operations whose calls meet it, and resources those of their methods.
func (t *taker) reach(p *sdk.Package) {
	calls := map[string][]string{}
	for _, r := range p.Resources() {
		for _, m := range r.Methods {
			call := m.Spec.Method + " " + m.Spec.Template()
			calls[string(r.Name)] = append(calls[string(r.Name)], call)
			for d := range m.Reaches() {
				name := string(d.GoName())
				calls[name] = append(calls[name], call)
			}
		}
	}
	for _, w := range p.Webhooks {
		for d := range w.Reaches() {
			calls[string(d.GoName())] = append(calls[string(d.GoName())], webhookCall(w))
		}
	}
	for name, all := range calls {
		slices.Sort(all)
		calls[name] = slices.Compact(all)
	}
	for _, s := range t.pkg.Symbols {
		name := s.Of
		if s.Kind.isType() {
			name = s.Name
		}
		if len(s.Operations) == 0 {
			s.Operations = calls[name]
		}
	}
}

// keys gives symbols the words by which a lock knows them.
func (t *taker) keys(names []sdk.Decided) {
	byName := map[string]string{}
	for _, n := range names {
		switch kind, _, _ := strings.Cut(n.Key, " "); kind {
		case "schema", "resource", "params":
			byName[string(n.Name)] = n.Key
		}
	}
	for _, s := range t.pkg.Symbols {
		switch {
		case s.Key != "":
		case s.Kind.isType():
			s.Key = byName[s.Name]
		case s.Kind == Field && s.Wire != "":
			s.Key = "field " + s.Wire
		case s.Kind == Const:
			s.Key = "value " + s.Wire
		}
	}
}
