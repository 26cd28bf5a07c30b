package docs

import (
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// signature is a method as the code declares it.
func signature(m *sdk.Method) string {
	return receiver(m) + string(m.Name) + "(" + strings.Join(args(m), ", ") + ") " + results(m)
}

// pageSignature is the method that asks for one page of a list.
func pageSignature(m *sdk.Method) string {
	return receiver(m) + string(m.Paging.Page) + "(" + strings.Join(args(m), ", ") + ") " + pair(m.Result.Type)
}

func receiver(m *sdk.Method) string {
	name := string(m.Resource.Name)
	return "func (" + strings.ToLower(name[:min(1, len(name))]) + " *" + name + ") "
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
	if m.Paging != nil {
		return seq(m.Paging.Item)
	}
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
