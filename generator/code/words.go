package code

import (
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// ours makes a paragraph of our words, in which names of the document may stand.
func ours(text string) []line {
	var all []line
	for _, l := range wrap(text, width) {
		all = append(all, prose(l))
	}
	return all
}

// doc prints the comment of a declaration, if there is one.
func doc(f *jen.File, lines []line) {
	if len(lines) > 0 {
		f.Comment(comment(lines))
	}
}

// packageDoc says what the package calls and how a call looks.
func (p *printer) packageDoc() []line {
	var w writer
	w.sentence(string(p.pkg.Doc.Lead))
	w.markdown(p.pkg.Doc.Body)
	w.block(ours("[New] makes a client, whose fields are the API's resources:")...)
	w.block(p.usage()...)
	w.plain(facts(p.pkg.Doc.Facts))
	w.deprecated(p.pkg.Doc.Deprecated)
	w.definitions()
	return w.lines
}

// usage is a first call of the API.
func (p *printer) usage() []line {
	lines := []line{code("client := " + string(p.pkg.Name) + ".New(" + p.pkg.Client.Credential() + ")")}
	m := firstCall(p.pkg)
	if m == nil {
		return lines
	}
	result := "result, err := "
	if m.Result.Kind == sdk.NoResult {
		result = "err := "
	}
	return append(lines, code(result+"client."+wayTo(m)+"("+strings.Join(p.argNames(m), ", ")+")"))
}

// firstCall is a method that shows the API: one that returns an object, of a root resource if possible.
func firstCall(p *sdk.Package) *sdk.Method {
	var first *sdk.Method
	for _, r := range p.Resources() {
		for _, m := range r.Methods {
			if m.Paging != nil || m.Result.Kind == sdk.EventsResult || m.Result.Kind == sdk.LinesResult {
				continue
			}
			if m.Result.Kind == sdk.PointerResult {
				return m
			}
			if first == nil {
				first = m
			}
		}
	}
	return first
}

// wayTo is the selector of a method from the client: "Services.Sessions.Create".
func wayTo(m *sdk.Method) string {
	way := string(m.Name)
	for r := m.Resource; r != nil; r = r.Parent {
		way = string(r.Field) + "." + way
	}
	return way
}

func (p *printer) argNames(m *sdk.Method) []string {
	names := []string{"ctx"}
	for _, arg := range m.Arguments() {
		names = append(names, string(arg.Name))
	}
	if m.Params != nil {
		names = append(names, packageOf(p.pkg, m.Resource.Home)+"."+string(m.Params.Name)+"{}")
	}
	return names
}

// newDoc says where a client calls and what it needs for that.
func (p *printer) newDoc() []line {
	text := "New returns a client. The document names no server, so it needs [sdk.WithBaseURL]."
	if url := p.pkg.Client.BaseURL; url != "" {
		text = "New returns a client of " + url + "."
	}
	if names := variableNames(p.pkg.Client); names != "" {
		text += " [sdk.WithServerVariable] sets " + names + "."
	}
	if name, _, ok := strings.Cut(p.pkg.Client.Credential(), "("); ok {
		text += " Calls are authenticated by [" + name + "]."
	}
	return ours(text + " Options are defaults for all calls; a call's own options override them.")
}

// variableNames are the variables of the client's servers: "region (by default eu) and edge".
func variableNames(c *sdk.Client) string {
	var names []string
	for _, v := range c.Variables {
		name := oneLine(v.Name)
		if v.Default != "" {
			name += " (by default " + oneLine(v.Default) + ")"
		}
		names = append(names, name)
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return strings.Join(names, "")
}

// optionDoc is the comment of the function that sets a client param.
func (p *printer) optionDoc(c *sdk.ClientParam) []line {
	var w writer
	text := string(c.Option) + " sets " + oneLine(string(c.Spec.Name)) + " for all calls, or for one."
	if c.Default == "username" {
		text += " Without it, the user name of basic auth serves."
	}
	w.block(ours(text)...)
	w.markdown(c.Spec.Doc)
	w.definitions()
	return w.lines
}

// variantDoc says what Variant can return.
func (p *printer) variantDoc(u *sdk.Union) []line {
	names := make([]string, len(u.Variants))
	for i, v := range u.Variants {
		names[i] = v.Type.From(p.home)
		if isStruct(v.Type) {
			names[i] = "*" + names[i]
		}
	}
	return ours("Variant returns " + strings.Join(names, ", ") +
		", or *sdk.Unknown for a value that fits none of them; nil for null.")
}

// pageDoc is the comment of the method that returns one page of a list.
func pageDoc(m *sdk.Method) []line {
	lead := string(m.Paging.Page) + " returns one page of [" + string(m.Resource.Name) + "." + string(m.Name) + "]."
	return declDoc(sdk.Doc{Lead: model.Text(lead), Deprecated: m.Doc.Deprecated}, operationLine(m))
}
