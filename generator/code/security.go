package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// security prints alternatives as the runtime takes them: sdk.Security{{"a", "b"}, {"c"}}.
func (p *printer) security(s model.Security) jen.Code {
	alternatives := make([]jen.Code, len(s))
	for i, needs := range s {
		names := make([]jen.Code, len(needs))
		for j, need := range needs {
			names[j] = jen.Lit(string(need.Scheme))
		}
		alternatives[i] = jen.Values(names...)
	}
	return p.runtime("Security").Values(alternatives...)
}

// scheme prints a way to authenticate, without its type: {Name: "bearer", Kind: sdk.Bearer}.
func (p *printer) scheme(s *sdk.Scheme) jen.Code {
	l := literal{columns: 100}
	l.lit("Name", string(s.Spec.Name))
	l.field("Kind", p.runtime(string(s.Kind)), len("sdk.")+len(s.Kind))
	if s.Kind == sdk.APIKey {
		l.lit("In", string(s.Spec.In))
		l.lit("Param", string(s.Spec.Param))
	}
	if len(s.Env) > 0 {
		l.field("Env", stringList(s.Env, rowWidth), listSize(s.Env))
	}
	if s.TokenURL != "" {
		l.lit("TokenURL", s.TokenURL)
	}
	if len(s.Scopes) > 0 {
		l.field("Scopes", stringList(s.Scopes, rowWidth), listSize(s.Scopes))
	}
	return l.code()
}
