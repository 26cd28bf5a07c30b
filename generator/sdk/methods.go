package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// methods makes the methods of all resources and names them.
func (b *builder) methods() {
	b.made = make(map[*model.Operation]*Method, len(b.ops))
	for _, g := range b.all {
		g.res.Methods = make([]*Method, len(g.ops))
		for i, op := range g.ops {
			g.res.Methods[i] = b.method(op, g)
			b.made[op] = g.res.Methods[i]
		}
		b.nameMethods(g)
	}
	b.nameParams()
	for _, g := range b.all {
		g.res.Receiver = receiver(g.res)
		b.nameTwins(g)
	}
}

// opKey is what a config calls an operation.
func opKey(op *model.Operation) string { return op.Method + " " + op.Template() }

func (b *builder) nameMethods(g *group) {
	s := b.names.scope("the resource "+string(g.res.Name), knownMethods...)
	for _, c := range g.children {
		s.taken[string(c.res.Field)] = &want{key: "resource " + c.id, pos: c.pos()}
	}
	ws := make([]*want, len(g.ops))
	for i, op := range g.ops {
		s.holdAll("page "+opKey(op), "stream "+opKey(op))
		ws[i] = &want{key: "operation " + opKey(op), owner: opKey(op), pos: op.Pos, ladder: b.calls[op].ladder()}
		if op.ID != "" {
			ws[i].aliases = []string{"operation " + op.ID}
		}
	}
	s.settle(ws)
	for i, m := range g.res.Methods {
		m.Name = ws[i].name
	}
}

// ladder names a method: short, with its version, with all words of the operationId, with the path.
func (c *call) ladder() []rung {
	var ladder []rung
	if validIdent(c.op.GoName) && isExported(c.op.GoName) {
		ladder = append(ladder, rung{c.op.GoName, "the document's own Go name"})
	}
	short := join(c.method, c.op.Words())
	ladder = append(ladder, rung{short, ""})
	if last := lastParam(c.op); last != "" {
		ladder = append(ladder, rung{short + "By" + exported(last), "param"})
	}
	if v := versionOf(c.op); v != "" {
		ladder = append(ladder, rung{short + title(plainWords(v), false), "version"})
	}
	ladder = append(ladder, rung{join(c.full, c.op.Words()), "operationId"})
	path := pathWords(strings.Split(c.op.Template(), "/"), true)
	long := join(append(append([]string{}, c.method[:1]...), path...), c.op.Template())
	return rungs(append(ladder, rung{long, "path"}, rung{exported(strings.ToLower(c.op.Method)) + long, "path"},
		rung{exported(strings.ToLower(c.op.Method)) + exportedSpelled(c.op.Template()), "punctuation"})...)
}

// lastParam is the param that a path ends in; "" where it ends otherwise.
func lastParam(op *model.Operation) string {
	t := fileSuffix.ReplaceAllString(op.Template(), "")
	last := t[strings.LastIndexByte(t, '/')+1:]
	if !isParam(last) {
		return ""
	}
	return strings.Trim(last, "{}")
}

func (b *builder) method(op *model.Operation, g *group) *Method {
	m := &Method{Spec: op, Resource: g.res, Path: op.Template()}
	b.args(m)
	b.params(m)
	m.Result = b.result(op)
	m.Errors = b.errors(op)
	m.Security = b.methodSecurity(op)
	m.Server = b.methodServer(op)
	m.KeyHeader = b.keyHeader(op)
	m.Paging = b.paging(m)
	m.Stream = b.streaming(m)
	return m
}

// args are the path params in the path's order, without what the client fills.
func (b *builder) args(m *Method) {
	s := b.names.scope("the arguments of "+opKey(m.Spec), reservedArgs...)
	s.taken[strings.ToLower(string(m.Resource.Name[:1]))] = nil // the receiver
	for _, name := range placeholders(m.Path) {
		if b.isClientParam("{" + name + "}") {
			continue
		}
		p := pathParam(m.Spec, name)
		a := &Arg{Wire: model.Wire(name), Type: stringType, Style: "simple"}
		if p != nil {
			a.Type, a.Style, a.Explode, a.Reserved, a.Spec = b.goType(p.Type, false), p.Style, p.Explode, p.AllowReserved, p
		} else {
			b.report.Add(diag.Diagnostic{
				Code: "undeclared-path-param", Severity: diag.Warning, Pos: m.Spec.Pos,
				Message: fmt.Sprintf("%s: the path has {%s}, which no param declares", opKey(m.Spec), name),
				Cure:    "a string argument is emitted",
			})
		}
		m.Args = append(m.Args, a)
	}
	ws := make([]*want, len(m.Args))
	for i, a := range m.Args {
		name := string(a.Wire)
		if a.Spec != nil {
			name = string(a.Spec.Name)
		}
		ws[i] = &want{key: "arg " + opKey(m.Spec) + " " + name, pos: m.Spec.Pos, ladder: rungs(
			rung{unexported(name), ""}, rung{"path" + exported(name), "place"}, rung{"path" + exportedSpelled(name), "punctuation"},
			rung{"path" + exportedSpelled(name) + letterCase(name), "case"})}
	}
	s.settle(ws)
	for i, a := range m.Args {
		a.Name = ws[i].name
	}
}

// knownMethods are names that go vet wants to have the standard library's params.
var knownMethods = []string{"MarshalJSON", "UnmarshalJSON", "MarshalXML", "UnmarshalXML", "GobEncode", "GobDecode",
	"ReadByte", "WriteByte", "UnreadByte", "ReadRune", "UnreadRune"}

// reservedArgs are what a method calls its own things, the packages it needs, and what Go keeps for itself.
var reservedArgs = strings.Fields(`
	ctx params opts body req resp err sdk context http time iter json io fmt errors strings
	break case chan const continue default defer else fallthrough for func go goto if import interface map package
	range return select struct switch type var
	any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint
	uint8 uint16 uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete imag len make
	max min new panic print println real recover init main
`)

// placeholders are the names in a path's braces, in order, each once.
func placeholders(template string) []string {
	var names []string
	seen := make(map[string]bool)
	for {
		i := strings.IndexByte(template, '{')
		if i < 0 {
			return names
		}
		template = template[i+1:]
		j := strings.IndexByte(template, '}')
		if j < 0 {
			return names
		}
		if name := template[:j]; !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
		template = template[j+1:]
	}
}

func pathParam(op *model.Operation, name string) *model.Param {
	for _, p := range op.Params {
		if p.In == model.InPath && (p.Slot == name || p.Slot == "" && string(p.Name) == name) {
			return p
		}
	}
	return nil
}
