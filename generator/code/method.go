package code

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// method prints the method of an operation: one for a call, three for a list.
func (p *printer) method(f *jen.File, m *sdk.Method) {
	switch {
	case m.Paging != nil:
		p.listMethods(f, m)
		return
	case m.Stream != nil:
		p.twoMethods(f, m)
		return
	}
	doc(f, methodDoc(m))
	body := append(p.request(m), p.ending(m))
	f.Func().Add(p.receiver(m)).Add(p.id(m.Name)).Params(p.args(m, true)...).Add(p.results(m)).Block(body...)
	f.Line()
}

// methodDoc is the comment of a method, with the line that names the operation.
func methodDoc(m *sdk.Method) []line {
	return declDoc(m.Doc, othersDoc(m), errorsDoc(m), callbacksDoc(m), operationLine(m))
}

// othersDoc says what else the body can be sent as.
func othersDoc(m *sdk.Method) []line {
	if len(m.Others) == 0 {
		return nil
	}
	var types []string
	for _, other := range m.Others {
		types = append(types, oneLine(other.MediaType))
	}
	return ours("The body is sent as " + oneLine(m.MediaType) + "; [sdk.WithContentType] chooses " + strings.Join(types, " or ") + ".")
}

// errorsDoc says which types the bodies of errors have, and with which statuses.
func errorsDoc(m *sdk.Method) []line {
	var types []string
	statuses := map[string][]string{}
	for _, e := range m.Errors {
		if e.Type == nil {
			continue
		}
		name := e.Type.String()
		if e.Type.Shape == sdk.Named {
			name = "[" + name + "]"
		}
		if statuses[name] == nil {
			types = append(types, name)
		}
		statuses[name] = append(statuses[name], e.Spec.Status)
	}
	if len(types) == 0 {
		return nil
	}
	for i, name := range types {
		types[i] = name + " with " + strings.Join(statuses[name], ", ")
	}
	return ours("Bodies of errors, as [sdk.ErrorBody]: " + strings.Join(types, "; ") + ".")
}

// callbacksDoc says which requests the API sends because of the call, and what receives them.
func callbacksDoc(m *sdk.Method) []line {
	var all []string
	for _, c := range m.Callbacks {
		all = append(all, oneLine(c.Spec.Name)+" to ["+string(c.Handler)+"]")
	}
	if len(all) == 0 {
		return nil
	}
	return ours("Callbacks that the API sends: " + strings.Join(all, ", ") + ".")
}

// operationLine is "METHOD /path/template", by which code, page and document are matched.
func operationLine(m *sdk.Method) []line {
	return []line{code(oneLine(m.Spec.Method + " " + m.Spec.Template()))}
}

func (p *printer) receiver(m *sdk.Method) jen.Code {
	return jen.Params(p.id(m.Resource.Receiver).Op("*").Add(p.id(m.Resource.Name)))
}

// core is the receiver's client: s.client.
func (p *printer) core(m *sdk.Method) jen.Code { return p.id(m.Resource.Receiver).Dot("client") }

// args prints a method's arguments: context, path params, body, params, options.
func (p *printer) args(m *sdk.Method, context bool) []jen.Code {
	var args []jen.Code
	if context {
		args = append(args, jen.Id("ctx").Qual("context", "Context"))
	}
	for _, group := range m.Groups() {
		names := make([]jen.Code, len(group))
		for i, arg := range group {
			if reserved(string(arg.Name)) {
				p.fail("%s.%s: argument %q hides a name that the method needs", m.Resource.Name, m.Name, arg.Name)
			}
			names[i] = p.id(arg.Name)
		}
		args = append(args, jen.List(names...).Add(p.goType(group[0].Type)))
	}
	if m.Params != nil {
		args = append(args, jen.Id("params").Add(p.id(m.Params.Name)))
	}
	if !context {
		return append(args, jen.Id("opts").Index().Add(p.runtime("Option")))
	}
	return append(args, jen.Id("opts").Op("...").Add(p.runtime("Option")))
}

// results prints what a method returns.
func (p *printer) results(m *sdk.Method) jen.Code {
	switch m.Result.Kind {
	case sdk.NoResult:
		return jen.Error()
	case sdk.TextResult, sdk.LocationResult:
		return jen.Params(jen.String(), jen.Error())
	case sdk.StreamResult:
		return jen.Params(jen.Op("*").Add(p.runtime("Stream")), jen.Error())
	case sdk.EventsResult, sdk.LinesResult:
		return jen.Qual("iter", "Seq2").Types(p.goType(m.Result.Type), jen.Error())
	}
	return jen.Params(p.goType(m.Result.Type), jen.Error())
}

// ending prints the call that sends the request.
func (p *printer) ending(m *sdk.Method) jen.Code { return p.send(m, p.sender(m), jen.Id("req")) }

// sender is the runtime's function that makes a result of an answer.
func (p *printer) sender(m *sdk.Method) string {
	name := map[sdk.ResultKind]string{
		sdk.PointerResult:  "Send",
		sdk.ValueResult:    "SendValue",
		sdk.NoResult:       "SendEmpty",
		sdk.TextResult:     "SendText",
		sdk.StreamResult:   "SendStream",
		sdk.EventsResult:   "SendEvents",
		sdk.LinesResult:    "SendLines",
		sdk.LocationResult: "SendLocation",
		sdk.CasesResult:    "SendCases",
	}[m.Result.Kind]
	if name == "" {
		p.fail("%s.%s: result of unknown kind %q", m.Resource.Name, m.Name, m.Result.Kind)
	}
	return name
}

// send prints "return sdk.Send[T](ctx, s.client, req)".
func (p *printer) send(m *sdk.Method, name string, req jen.Code) jen.Code {
	args := []jen.Code{jen.Id("ctx"), p.core(m), req}
	if len(m.Result.Empty) > 0 {
		name = strings.Replace(name, "Send", "SendOptional", 1)
		for _, status := range m.Result.Empty {
			code, err := strconv.Atoi(strings.TrimSuffix(status, "XX")) // 2 for 2XX
			if err != nil {
				p.fail("%s.%s: %q is no status", m.Resource.Name, m.Name, status)
			}
			args = append(args, jen.Lit(code))
		}
	}
	call := p.runtime(name)
	switch m.Result.Kind {
	case sdk.PointerResult, sdk.ValueResult, sdk.CasesResult:
		call.Types(p.goType(m.Result.Decode))
	case sdk.EventsResult, sdk.LinesResult:
		call.Types(p.goType(m.Result.Type))
	}
	return jen.Return(call.Call(args...))
}
