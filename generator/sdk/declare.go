package sdk

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// declare makes a declaration for each schema that becomes a Go type and names it: first what
// the document names, then the resources, then what stands inside, the shallow before the deep.
func (b *builder) declare() {
	b.scope = b.names.scope("the package", "Client", "New", "T") // T is what a constructor of a union is constrained by
	b.names.live = b.live()
	b.names.reserve(b.scope, "schema", "resource", "params", "value", "func", "server", "webhook")
	for _, p := range b.pkg.Client.Params {
		b.scope.taken[string(p.Option)] = nil
	}
	b.decls = make(map[*model.Schema]Decl)
	b.findLoops()
	b.findInline()
	for depth, schemas := range b.byDepth() {
		var ws []*want
		for _, s := range schemas {
			ladder := b.inlineLadder(s)
			if depth == 0 {
				ladder = namedLadder(s)
			}
			key := b.schemaKey(s)
			ws = append(ws, &want{key: "schema " + key, owner: key, pos: s.Pos, ladder: ladder})
		}
		b.scope.settle(ws)
		for i, s := range schemas {
			b.setDecl(s, ws[i].name)
		}
		if depth == 0 {
			b.nameResources()
		}
	}
}

func (b *builder) setDecl(s *model.Schema, name Ident) {
	use := *b.uses[s]
	switch {
	case b.aliasOf(s) != nil:
		b.decls[s] = &Alias{Spec: s, Name: name, Use: use}
	case s.Kind == model.ObjectSchema:
		b.decls[s] = &Object{Spec: s, Name: name, Use: use}
	case s.Kind == model.EnumSchema:
		b.decls[s] = &Enum{Spec: s, Name: name, Use: use}
	case s.Kind == model.UnionSchema:
		b.decls[s] = &Union{Spec: s, Name: name, Use: use, Tag: s.Union.Tag}
	}
}

func escapePointer(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}

// byDepth are the schemas that get a declaration: named ones, then inline ones by how deep they stand.
func (b *builder) byDepth() [][]*model.Schema {
	levels := [][]*model.Schema{nil}
	for _, s := range b.doc.Schemas {
		if !b.declared(s) {
			continue
		}
		d := depth(s)
		for len(levels) <= d {
			levels = append(levels, nil)
		}
		levels[d] = append(levels[d], s)
	}
	for _, l := range levels {
		sort.SliceStable(l, func(i, j int) bool { return l[i].ID < l[j].ID })
	}
	return levels
}

func depth(s *model.Schema) int {
	d := 0
	for s.Name == "" && d < 1000 {
		d++
		if s.Owner == nil {
			break
		}
		s = s.Owner
	}
	return d
}

// declared tells whether a schema becomes a Go type of its own.
func (b *builder) declared(s *model.Schema) bool {
	if b.inline[s] || !b.reached[s] && !b.keeps() {
		return false
	}
	for o, n := s.Owner, 0; o != nil && n < 1000; o, n = o.Owner, n+1 {
		if b.same[o] != nil {
			return false // another one's parts are declared
		}
	}
	return b.aliasOf(s) == nil || b.looped[s]
}

// aliasOf is the type that a schema only gives another name to; nil where it declares one. A
// free-form object is a map, a list of booleans is a bool.
func (b *builder) aliasOf(s *model.Schema) *model.Type {
	switch {
	case b.same[s] != nil:
		return &model.Type{Kind: model.Ref, Schema: b.same[s], Nullable: s.Nullable, Pos: s.Pos}
	case s.Kind == model.AliasSchema && (s.Alias == nil || endless(s)):
		return &model.Type{Kind: model.Any, Pos: s.Pos}
	case s.Kind == model.AliasSchema:
		return s.Alias
	case s.Kind == model.ObjectSchema && (s.Object == nil || len(s.Object.Fields) == 0 && !s.Object.Closed):
		elem := &model.Type{Kind: model.Any, Pos: s.Pos}
		if s.Object != nil && s.Object.Extra != nil {
			elem = s.Object.Extra
		}
		return &model.Type{Kind: model.Map, Elem: elem, Nullable: s.Nullable, Pos: s.Pos}
	case s.Name == "" && isConstant(s):
		return &model.Type{Kind: model.String, Nullable: s.Nullable, Pos: s.Pos}
	case s.Kind == model.EnumSchema && s.Enum.Kind == model.Boolean:
		return &model.Type{Kind: model.Boolean, Nullable: s.Nullable, Pos: s.Pos}
	case s.Kind == model.UnionSchema && len(s.Union.Variants) == 0:
		return &model.Type{Kind: model.Any, Pos: s.Pos}
	case s.Kind == model.UnionSchema:
		if t := b.fileList(s); t != nil {
			return t
		}
		if t := sameInGo(s, b.uploads(s)); t != nil {
			return t
		}
		return b.clearable(s)
	}
	return nil
}

// isConstant tells whether a schema is a string with one possible value: "object": "list". A type of its
// own would be longer than what it says.
func isConstant(s *model.Schema) bool {
	return s.Kind == model.EnumSchema && s.Enum.Kind == model.String && len(s.Enum.Values) == 1
}

// findLoops finds the other names that contain themselves: type Tree []Tree. They need a type of their own.
func (b *builder) findLoops() {
	b.looped = make(map[*model.Schema]bool)
	state := make(map[*model.Schema]int) // 1: on the way, 2: done
	var visit func(*model.Schema)
	visit = func(s *model.Schema) {
		state[s] = 1
		if t := b.aliasOf(s); t != nil {
			for t != nil && t.Kind != model.Ref {
				t = t.Elem
			}
			if t != nil && t.Schema != nil {
				switch state[t.Schema] {
				case 0:
					visit(t.Schema)
				case 1:
					b.looped[t.Schema] = true
				}
			}
		}
		state[s] = 2
	}
	for _, s := range b.byID() {
		if state[s] == 0 {
			visit(s)
		}
		if endless(s) {
			b.report.Add(diag.Diagnostic{
				Code: "endless-alias", Severity: diag.Warning, Pos: s.Pos,
				Message: fmt.Sprintf("schema %s only refers to itself", b.schemaKey(s)), Cure: "any is emitted",
			})
		}
	}
}

// endless tells whether a schema is only another name, in a circle.
func endless(s *model.Schema) bool {
	for range 100 {
		if s.Kind != model.AliasSchema || s.Alias == nil || s.Alias.Kind != model.Ref || s.Alias.Schema == nil {
			return false
		}
		s = s.Alias.Schema
	}
	return true
}

// namedLadder is for a schema that the document names. Of a dotted name the last part is
// enough while it is the only one: proxy.v1.service.session is Session.
func namedLadder(s *model.Schema) []rung {
	name := string(s.Name)
	var ladder []rung
	if validIdent(s.GoName) && isExported(s.GoName) {
		ladder = append(ladder, rung{s.GoName, "the document's own Go name"})
	}
	if short := generic(name); short != "" {
		whole := strings.TrimSpace(notGeneric.Replace(assembly.ReplaceAllString(name, "")))
		ladder = append(ladder, rung{exported(short), "namespace"}, rung{exported(whole), "namespace"})
	}
	parts := strings.Split(name, ".")
	for i := len(parts) - 1; i > 0 && len(parts) <= maxSpaces && isNamespaced(parts); i-- {
		if part := strings.Join(parts[i:], "."); len(plainWords(parts[i])) > 0 {
			ladder = append(ladder, rung{exported(part), "namespace"})
		}
	}
	if s.Kind == model.EnumSchema {
		ladder = append(ladder, rung{exported(enumInfix.ReplaceAllString(name, "_")), "words"})
	}
	ladder = append(ladder, rung{exported(name), "words"}, rung{exportedSpelled(name), "punctuation"})
	kind := exported(string(s.Kind))
	return rungs(append(ladder, rung{exported(name) + kind, "kind"}, rung{exportedSpelled(name) + letterCase(name), "case"})...)
}

// generic is the name of a generic type without namespaces: "PagedList User" of PagedList`1[[Demo.Models.User, Demo,
// Version=1.0.0.0]] and of Demo.PagedList<Demo.User>; "" for other names.
func generic(name string) string {
	bare := notGeneric.Replace(assembly.ReplaceAllString(name, ""))
	if bare == name || !strings.ContainsAny(name, ".`") || len(name) > 4*longest {
		return ""
	}
	var out []string
	for _, part := range strings.Fields(bare) {
		if parts := strings.Split(part, "."); isNamespaced(parts) {
			part = parts[len(parts)-1]
		}
		out = append(out, part)
	}
	return strings.Join(out, " ")
}

// assembly is what .NET adds to the full name of a type: how many types it is generic over, and where it comes from.
var assembly = regexp.MustCompile("`\\d+|, [^,\\[\\]]+, Version=[^\\]]*")

// notGeneric makes spaces of the marks of generic types.
var notGeneric = strings.NewReplacer("<", " ", ">", " ", "[", " ", "]", " ", "(", " ", ")", " ", "«", " ", "»", " ", ",", " ")

// maxSpaces is how many parts a name with namespaces has at most: io.k8s.api.core.v1.Pod has six.
const maxSpaces = 20

// enumInfix is the word that Twilio puts into the names of enums: session_enum_status.
var enumInfix = regexp.MustCompile(`_enum_`)

// isNamespaced tells whether the parts of a dotted name are identifiers: not "v1.2" or "a..b".
func isNamespaced(parts []string) bool {
	for _, p := range parts {
		if p == "" || strings.ContainsAny(p, " /<>[](){}«»,`") || strings.Trim(p, "0123456789") == "" {
			return false
		}
	}
	return true
}

// letterCase tells names apart that differ only in it.
func letterCase(name string) string {
	switch {
	case len(plainWords(name)) == 0:
		return "Sign"
	case strings.ToLower(name) == name:
		return "Lower"
	case strings.ToUpper(name) == name:
		return "Upper"
	}
	return "Mixed"
}
