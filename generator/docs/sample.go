package docs

import (
	gofmt "go/format"
	"go/token"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// sample is a call of a method as a user writes it, and as gofmt leaves it.
func (l *leaf) sample(m *sdk.Method) string {
	text := l.call(m)
	if !strings.Contains(text, "\n") {
		return text
	}
	if formatted, err := gofmt.Source([]byte(text)); err == nil {
		return string(formatted)
	}
	return text
}

func (l *leaf) call(m *sdk.Method) string {
	call := "client." + chain(m.Resource) + "." + string(m.Name) + "(" + strings.Join(l.given(m), ", ") + ")"
	name := "result"
	if d := m.Result.Type.Root(); d != nil {
		name = local(string(d.GoName()), string(l.v.pkg.Name))
	}
	if slices.ContainsFunc(m.Args, func(a *sdk.Arg) bool { return string(a.Name) == name }) {
		name = "result"
	}
	switch {
	case m.Paging != nil, m.Result.Kind == sdk.EventsResult, m.Result.Kind == sdk.LinesResult:
		return "for item, err := range " + call + " {\n\tif err != nil {\n\t\treturn err\n\t}\n\tfmt.Println(item)\n}"
	case m.Result.Kind == sdk.NoResult:
		return "err := " + call
	case m.Result.Kind == sdk.StreamResult:
		return "stream, err := " + call + "\nif err != nil {\n\treturn err\n}\ndefer stream.Close()"
	}
	return name + ", err := " + call
}

// chain is the way from the client to a resource: "Services.Sessions".
func chain(r *sdk.Resource) string {
	if r.Parent == nil {
		return string(r.Field)
	}
	return chain(r.Parent) + "." + string(r.Field)
}

// local is a name for a variable: session for Session, sid for SID.
func local(name, pkg string) string {
	end := 1
	for end < len(name) && upper(rune(name[end])) && (end+1 == len(name) || upper(rune(name[end+1]))) {
		end++
	}
	s := strings.ToLower(name[:end]) + name[end:]
	switch {
	case keyword(s), s == pkg, s == "client", s == "ctx", s == "err", s == "sdk", len(s) > 24:
		return "result"
	}
	return s
}

// given are the arguments of a sample: what must be given, and nothing else. Path params are variables
// of the same name.
func (l *leaf) given(m *sdk.Method) []string {
	all := []string{"ctx"}
	for _, a := range m.Args {
		all = append(all, string(a.Name))
	}
	g := goValue{pkg: string(l.v.pkg.Name)}
	switch {
	case m.Body == nil:
	case m.BodyOptional && m.Given() == nil:
		all = append(all, g.absent(m.Body.Type))
	default:
		all = append(all, g.of(m.Body.Type, m.Given(), 0))
	}
	if m.Params != nil {
		all = append(all, g.composite(g.outer(m.Resource.Home, m.Params.Name), m.Params.Fields, m.Given(), 0))
	}
	return all
}

// keyword tells whether a word cannot name a variable.
func keyword(s string) bool { return token.IsKeyword(s) || s == "error" || s == "string" || s == "any" }
