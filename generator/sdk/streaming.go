package sdk

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A Streaming is the second method of an operation that answers as a stream of events or lines too, where its request
// asks for that: CreateStream beside Create.
type Streaming struct {
	Name   Ident  // "CreateStream"
	Build  Ident  // unexported method that builds the request of both; Paging.Build of a list
	Result Result // EventsResult or LinesResult
	Field  *Field // boolean of the params or of the body that asks for the stream; nil: the Accept header alone does
	InBody bool   // Field is one of the body argument's object
}

// streaming is the stream that an operation answers with beside its result; nil without one.
func (b *builder) streaming(m *Method) *Streaming {
	c := streamContent(m.Spec)
	if c == nil || m.Result.Kind == NoResult || m.Result.Kind == EventsResult || m.Result.Kind == LinesResult || m.Result.Kind == LocationResult {
		return nil
	}
	s := &Streaming{Result: b.contentResult(m.Spec, c)}
	s.Result.Accept = essence(c.MediaType)
	if m.Params != nil {
		s.Field = streamField(m.Params.Fields)
	}
	if s.Field != nil || m.Body == nil {
		return s
	}
	t := m.Body.Type
	if t.Shape == Ptr {
		t = t.Elem
	}
	if o, ok := byValue(t); ok && t.Shape == Named {
		s.Field = streamField(o.Fields)
		s.InBody = s.Field != nil
	}
	return s
}

// streamContent is the content of a success that is a stream, events before lines; nil without one.
func streamContent(op *model.Operation) *model.Content {
	var best *model.Content
	chosen := success(op)
	for _, r := range op.Responses {
		if r != chosen && !strings.HasPrefix(r.Status, "2") {
			continue
		}
		for _, c := range r.Contents {
			if isSequence(c) && (best == nil || effective(c) == eventMedia && effective(best) == linesMedia) {
				best = c
			}
		}
	}
	return best
}

func isSequence(c *model.Content) bool {
	kind := effective(c)
	return kind == eventMedia || kind == linesMedia
}

// streamField is the boolean named stream, as OpenAI and those who follow it have it.
func streamField(fields []*Field) *Field {
	for _, f := range fields {
		t := f.Type
		if t.Shape == Ptr || t.Shape == Nullable {
			t = t.Elem
		}
		if f.Wire == "stream" && t.Shape == Builtin && (t.Name == "bool" || t.Name == "any") {
			return f
		}
	}
	return nil
}

// nameTwins names what stands beside methods: ListPage of a list, CreateStream of an operation that streams too, and
// the unexported method that builds the request of both.
func (b *builder) nameTwins(g *group) {
	s := b.names.scope("the resource "+string(g.res.Name), "client")
	for _, c := range g.children {
		s.taken[string(c.res.Field)] = nil
	}
	for _, m := range g.res.Methods {
		s.taken[string(m.Name)] = nil
	}
	var ws []*want
	var set []func(Ident)
	add := func(kind string, m *Method, ladder []rung, to ...*Ident) {
		ws = append(ws, &want{key: kind + " " + opKey(m.Spec), owner: opKey(m.Spec), pos: m.Spec.Pos, ladder: ladder})
		set = append(set, func(name Ident) {
			for _, t := range to {
				*t = name
			}
		})
	}
	for _, m := range g.res.Methods {
		name := string(m.Name)
		var builds []*Ident
		if p := m.Paging; p != nil {
			add("page", m, []rung{{name + "Page", ""}, {name + "OnePage", "kind"}}, &p.Page)
			builds = append(builds, &p.Build)
		}
		if st := m.Stream; st != nil {
			add("stream", m, []rung{{name + "Stream", ""}, {name + "Streaming", "kind"}}, &st.Name)
			builds = append(builds, &st.Build)
		}
		if len(builds) > 0 {
			add("build", m, buildLadder(name), builds...)
		}
	}
	s.settle(ws)
	for i, w := range ws {
		set[i](w.name)
	}
}

func buildLadder(name string) []rung {
	lower := unexported(name)
	ladder := []rung{{lower, ""}, {lower + "Request", "kind"}}
	if lower != "list" && slices.Contains(reservedArgs, lower) {
		return ladder[1:]
	}
	return ladder
}
