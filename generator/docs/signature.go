package docs

import "github.com/sdkc/sdkc/generator/sdk"

// signature is a method as the code declares it.
func signature(m *sdk.Method) string {
	if m.Paging != nil {
		return declared(m, m.Name) + seq(m, m.Paging.Item)
	}
	return declared(m, m.Name) + results(m)
}

// pageSignature is the method that asks for one page of a list.
func pageSignature(m *sdk.Method) string { return declared(m, m.Paging.Page) + results(m) }

// streamSignature is the method that asks for a stream.
func streamSignature(m *sdk.Method) string {
	return declared(m, m.Stream.Name) + seq(m, m.Stream.Result.Type)
}

func declared(m *sdk.Method, name sdk.Ident) string {
	return "func (" + string(m.Resource.Receiver) + " *" + string(m.Resource.Name) + ") " + string(name) +
		"(" + m.Parameters() + ") "
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
		return seq(m, m.Result.Type)
	}
	return pair(m, m.Result.Type)
}

func pair(m *sdk.Method, t *sdk.Type) string { return "(" + t.From(m.Resource.Home) + ", error)" }

func seq(m *sdk.Method, t *sdk.Type) string {
	return "iter.Seq2[" + t.From(m.Resource.Home) + ", error]"
}
