package docs

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A Method is a method's part of its resource's page.
type Method struct {
	Name       Spans
	Href       string // "#create"
	Does       Spans  // its first sentence
	Deprecated Spans
	Signatures string // Go
	Doc        Blocks
	Request    Spans // method, path, content types, auth
	Params     Spans // what the params struct is called
	Rows       []Row
	Result     Spans
	Answers    []Row // declared responses: status, body, words
	Headers    []Row
	Callbacks  []Row // requests that the API sends because of the call: name, where to, body, words
	Examples   []Example
	Sample     string // Go
}

// methods are the parts of a page about a resource.
func (l *leaf) methods(r *sdk.Resource) []Method {
	var all []Method
	for _, m := range r.Methods {
		all = append(all, l.about(m))
	}
	return all
}

func (l *leaf) about(m *sdk.Method) Method {
	l.base = m.Spec.DocsURL
	part := Method{
		Name:       plain(string(m.Name)),
		Href:       "#" + l.v.methods[m],
		Does:       l.lead(m.Doc).flat(),
		Deprecated: l.deprecated(m.Doc),
		Signatures: signatures(m),
		Doc:        l.says(m.Doc),
		Request:    l.request(m),
		Params:     l.paramsName(m),
		Rows:       l.rows(m),
		Result:     l.result(m),
		Answers:    l.answers(m),
		Headers:    l.headers(m),
		Callbacks:  l.callbacks(m),
		Examples:   l.methodExamples(m),
		Sample:     l.sample(m),
	}
	l.base = ""
	return part
}

// signatures are the method and those beside it: of a list the one that asks for a page, the one that streams.
func signatures(m *sdk.Method) string {
	all := signature(m)
	if m.Paging != nil {
		all += "\n" + pageSignature(m)
	}
	if m.Stream != nil {
		all += "\n" + streamSignature(m)
	}
	return all
}

// request says what is sent, where to and with which credentials.
func (l *leaf) request(m *sdk.Method) Spans {
	parts := []Spans{code(m.Spec.Method + " " + m.Spec.Template())}
	if m.Server != "" {
		parts = append(parts, join(" ", plain("at"), code(m.Server)))
	}
	if m.MediaType != "" {
		sent := join(" ", plain("sent as"), code(m.MediaType))
		for _, other := range m.Others {
			sent = join(" or ", sent, code(other.MediaType))
		}
		parts = append(parts, sent)
	}
	if m.Result.Accept != "" {
		parts = append(parts, join(" ", plain("answered as"), code(m.Result.Accept)))
	}
	parts = append(parts, l.auth(m))
	all := join(", ", parts...)
	all = append(all, plain(".")...)
	for _, set := range m.Spec.AnyOfSet {
		all = join(" ", all, plain("At least one of"), codes(m.FieldNames(set)), plain("must be given."))
	}
	if set := l.fromClient(m); set != nil {
		all = join(" ", all, set)
	}
	if to := href(m.Spec.DocsURL, ""); to != "" {
		all = append(join(" ", all, linked(to, plain("The provider's page"))), plain(".")...)
	}
	return all
}

// fromClient names the parts of the path that are no argument, and the options that set them.
func (l *leaf) fromClient(m *sdk.Method) Spans {
	var all []Spans
	for _, c := range l.v.pkg.Client.Params {
		if c.Spec == nil || !strings.Contains(m.Path, "{"+string(c.Spec.Name)+"}") {
			continue
		}
		option := linked(l.to(target{path: l.v.index(), anchor: "set-once"}), code(string(c.Option)))
		all = append(all, append(join(" ", code("{"+string(c.Spec.Name)+"}"), plain("is the client's:"), option), plain(".")...))
	}
	return join(" ", all...)
}

// auth is what a method needs, leading to how it is given.
func (l *leaf) auth(m *sdk.Method) Spans {
	needs := l.v.pkg.Client.Security
	if m.Security != nil {
		needs = *m.Security
	}
	return linked(l.runtimeLink("authentication"), security(l.v.pkg, needs))
}

func codes(names []string) Spans {
	var all []Spans
	for _, n := range names {
		all = append(all, code(n))
	}
	return join(", ", all...)
}

// paramsName says what the struct is called that holds a method's named params.
func (l *leaf) paramsName(m *sdk.Method) Spans {
	if m.Params == nil {
		return nil
	}
	var must []string
	for _, f := range m.Params.Fields {
		if f.Required {
			must = append(must, string(f.Name))
		}
	}
	name := join(" ", plain("The named ones are fields of"), code(string(m.Params.Name)))
	if len(must) == 0 {
		return append(name, plain("; its zero value serves.")...)
	}
	return append(join(" ", append(name, plain(";")...), codes(must), plain("must be set")), plain(".")...)
}

// result says what a method returns.
func (l *leaf) result(m *sdk.Method) Spans {
	words := l.returned(m)
	if m.Result.Status != "" {
		words = join(", ", words, plain("status "+m.Result.Status))
	}
	if m.Stream != nil {
		words = join(" ", append(words, plain(".")...), code(string(m.Stream.Name)), plain("ranges"), l.ranged(m.Stream.Result))
	}
	words = append(words, plain(". Any other answer is an error: ")...)
	return append(append(words, linked(l.runtimeLink("errors"), code("*sdk.Error"))...), plain(".")...)
}

func (l *leaf) returned(m *sdk.Method) Spans {
	if m.Paging != nil {
		pages := linked(l.runtimeLink("paging"), plain("all pages"))
		words := join(" ", plain("Ranges over"), l.goType(m.Paging.Item), plain("of"), pages)
		return append(append(words, plain("; one page is ")...), l.goType(m.Result.Type)...)
	}
	switch m.Result.Kind {
	case sdk.NoResult:
		return plain("Returns nothing")
	case sdk.LocationResult:
		return join(" ", plain("Returns the address in the"), code("Location"), plain("header"))
	case sdk.TextResult:
		return plain("Returns the text of the answer")
	case sdk.StreamResult:
		stream := linked(l.runtimeLink("files-and-streams"), code("*sdk.Stream"))
		return join(" ", plain("Returns"), stream, plain("to read from and close"))
	case sdk.EventsResult, sdk.LinesResult:
		return join(" ", plain("Ranges"), l.ranged(m.Result))
	}
	words := join(" ", plain("Returns"), l.goType(m.Result.Type))
	if m.Result.Kind == sdk.CasesResult {
		words = append(words, plain(", of which the field of the answer's status is set")...)
	}
	return words
}

// ranged says what a stream yields.
func (l *leaf) ranged(r sdk.Result) Spans {
	if r.Kind == sdk.LinesResult {
		return join(" ", plain("over"), l.goType(r.Type), plain("a line each"))
	}
	return join(" ", plain("over"), l.goType(r.Type), plain("as the server sends them"))
}

// methodExamples are the document's examples of a method's request and answers.
func (l *leaf) methodExamples(m *sdk.Method) []Example {
	var all []Example
	if m.Spec.Body != nil {
		for _, c := range m.Spec.Body.Contents {
			if c.MediaType == m.MediaType {
				all = append(all, l.requests(m, c)...)
			}
		}
	}
	for _, r := range m.Spec.Responses {
		for _, c := range r.Contents {
			if r.Status == m.Result.Status || strings.Contains(c.MediaType, "json") {
				all = append(all, l.examples("Response "+r.Status, c)...)
			}
		}
	}
	return all
}

// contentTypes are the media types of a response.
func contentTypes(r *model.Response) Spans {
	var all []Spans
	for _, c := range r.Contents {
		all = append(all, code(c.MediaType))
	}
	return join(", ", all...)
}
