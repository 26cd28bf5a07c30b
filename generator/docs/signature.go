package docs

import (
	"go/token"
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// signature is a method as the code declares it.
func signature(m *sdk.Method) string {
	if m.Paging != nil {
		return declared(m, m.Name) + seq(m.Paging.Item)
	}
	return declared(m, m.Name) + results(m)
}

// pageSignature is the method that asks for one page of a list.
func pageSignature(m *sdk.Method) string { return declared(m, m.Paging.Page) + results(m) }

func declared(m *sdk.Method, name sdk.Ident) string {
	return "func (" + receiver(m.Resource) + " *" + string(m.Resource.Name) + ") " + string(name) +
		"(" + strings.Join(args(m), ", ") + ") "
}

// receiver is the shortest beginning of a resource's name that no argument of its methods is called,
// as the code has it.
func receiver(r *sdk.Resource) string {
	taken := map[string]bool{}
	for _, m := range r.Methods {
		for _, a := range m.Args {
			taken[string(a.Name)] = true
		}
		if m.Body != nil {
			taken[string(m.Body.Name)] = true
		}
	}
	name := []rune(strings.ToLower(string(r.Name)))
	for i := range name {
		if short := string(name[:i+1]); !taken[short] && !held(short) {
			return short
		}
	}
	return string(name) + "_"
}

// held tells whether a method's body needs a name for something else.
func held(name string) bool {
	switch name {
	case "ctx", "req", "params", "opts", "sdk", "http", "iter", "context", "io", "json", "time", "any":
		return true
	}
	return token.IsKeyword(name)
}

// args are the arguments: ctx first, options last.
func args(m *sdk.Method) []string {
	all := []string{"ctx context.Context"}
	for _, a := range m.Args {
		all = append(all, string(a.Name)+" "+a.Type.String())
	}
	if m.Body != nil {
		all = append(all, string(m.Body.Name)+" "+m.Body.Type.String())
	}
	if m.Params != nil {
		all = append(all, "params "+string(m.Params.Name))
	}
	return append(all, "opts ...sdk.Option")
}

func results(m *sdk.Method) string {
	switch m.Result.Kind {
	case sdk.NoResult:
		return "error"
	case sdk.TextResult, sdk.LocationResult:
		return "(string, error)"
	case sdk.StreamResult:
		return "(*sdk.Stream, error)"
	case sdk.EventsResult, sdk.LinesResult:
		return seq(m.Result.Type)
	}
	return pair(m.Result.Type)
}

func pair(t *sdk.Type) string { return "(" + t.String() + ", error)" }

func seq(t *sdk.Type) string { return "iter.Seq2[" + t.String() + ", error]" }
