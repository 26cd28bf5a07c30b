package openapi

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// load reads a document given as YAML; version and info are put before it.
func load(t *testing.T, version, text string) (*model.Document, []diag.Diagnostic) {
	t.Helper()
	var report diag.Report
	doc := source.Read("api.yaml", []byte("openapi: "+version+"\ninfo: {title: T, version: '1'}\n"+text), source.Options{}, &report)
	if doc == nil {
		t.Fatalf("source refuses the document: %v", report.List)
	}
	report = diag.Report{}
	return Load(doc, &report), report.List
}

// schemasOf reads a document that has only the given schemas.
func schemasOf(t *testing.T, version, schemas string) (string, string) {
	t.Helper()
	text := "components:\n  schemas:\n    " + strings.ReplaceAll(strings.TrimSpace(schemas), "\n", "\n    ") + "\n"
	m, list := load(t, version, text)
	return dumpSchemas(m.Schemas), dumpDiagnostics(list)
}

func dumpDiagnostics(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s %s %s\n", d.Severity, d.Code, d.Pointer)
	}
	return b.String()
}

func dumpSchemas(schemas []*model.Schema) string {
	var b strings.Builder
	for _, s := range schemas {
		b.WriteString(nameOf(s))
		if s.Nullable {
			b.WriteString("|null")
		}
		if s.Doc != "" {
			fmt.Fprintf(&b, " %q", s.Doc)
		}
		b.WriteString(" = ")
		dumpSchema(&b, s)
		b.WriteByte('\n')
	}
	return b.String()
}

// nameOf is a schema's name, or its owner's and its place.
func nameOf(s *model.Schema) string {
	if s.Name != "" {
		return string(s.Name)
	}
	place := strings.Join(s.Place, ".")
	switch {
	case s.Owner != nil:
		return nameOf(s.Owner) + "." + place
	case s.Operation != nil:
		return s.Operation.Method + "." + place
	}
	return "." + place
}

func dumpSchema(b *strings.Builder, s *model.Schema) {
	switch s.Kind {
	case model.AliasSchema:
		b.WriteString(typeText(s.Alias))
	case model.EnumSchema:
		fmt.Fprintf(b, "enum %s", s.Enum.Kind)
		for _, v := range s.Enum.Values {
			fmt.Fprintf(b, " %q", v.Wire)
			if v.Name != "" || v.Doc != "" {
				fmt.Fprintf(b, "(%s %s)", v.Name, v.Doc)
			}
		}
	case model.UnionSchema:
		fmt.Fprintf(b, "union %s", s.Union.Tag)
		for _, v := range s.Union.Variants {
			fmt.Fprintf(b, " | %s", typeText(v.Type))
			if len(v.Tags) > 0 {
				fmt.Fprintf(b, "%q", v.Tags)
			}
		}
	case model.ObjectSchema:
		dumpObject(b, s.Object)
	}
}

func dumpObject(b *strings.Builder, o *model.Object) {
	b.WriteString("{")
	for i, f := range o.Fields {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(fieldText(f))
	}
	b.WriteString("}")
	if o.Extra != nil {
		b.WriteString(" extra " + typeText(o.Extra))
	}
	if o.Closed {
		b.WriteString(" closed")
	}
	for _, base := range o.Bases {
		b.WriteString(" base " + nameOf(base))
	}
	if o.Tag != "" {
		b.WriteString(" tag " + string(o.Tag))
	}
}

func fieldText(f *model.Field) string {
	text := string(f.Name)
	if f.Required {
		text += "!"
	}
	text += " " + typeText(f.Type)
	for _, flag := range []struct {
		on   bool
		word string
	}{{f.ReadOnly, "readOnly"}, {f.WriteOnly, "writeOnly"}, {f.Deprecated, "deprecated"}} {
		if flag.on {
			text += " " + flag.word
		}
	}
	if f.Const != "" {
		text += " =" + f.Const
	}
	if f.Facts.Default != "" {
		text += " default " + f.Facts.Default
	}
	if f.Doc != "" {
		text += fmt.Sprintf(" %q", f.Doc)
	}
	return text
}

func typeText(t *model.Type) string {
	if t == nil {
		return "-"
	}
	text := string(t.Kind)
	switch t.Kind {
	case model.Ref:
		text = nameOf(t.Schema)
	case model.Array:
		text = "[]" + typeText(t.Elem)
	case model.Map:
		text = "map " + typeText(t.Elem)
	}
	if t.Format != "" {
		text += ":" + t.Format
	}
	if t.Nullable {
		text += "|null"
	}
	if t.Limits != nil {
		text += limitsText(t.Limits)
	}
	return text
}

func limitsText(l *model.Limits) string {
	text := ""
	add := func(word, value string) {
		if value != "" {
			text += " " + word + value
		}
	}
	if l.ExclusiveMin {
		add(">", l.Min)
	} else {
		add(">=", l.Min)
	}
	if l.ExclusiveMax {
		add("<", l.Max)
	} else {
		add("<=", l.Max)
	}
	add("multiple ", l.MultipleOf)
	add("minLength ", l.MinLength)
	add("maxLength ", l.MaxLength)
	add("pattern ", l.Pattern)
	add("minItems ", l.MinItems)
	add("maxItems ", l.MaxItems)
	add("order ", l.Order)
	add("minKeys ", l.MinKeys)
	add("maxKeys ", l.MaxKeys)
	add("holds ", l.MediaType)
	if l.Unique {
		text += " unique"
	}
	return "[" + strings.TrimSpace(text) + "]"
}

func dumpOperations(m *model.Document) string {
	var b strings.Builder
	for _, o := range append(m.Operations(), m.Incoming()...) {
		fmt.Fprintf(&b, "%s %s%s%s %s\n", o.Method, o.Template(), o.Name, o.URL, o.ID)
		for _, p := range o.Params {
			fmt.Fprintf(&b, "  %s %s %s %s", p.In, p.Name, typeText(p.Type), p.Style)
			for _, flag := range []struct {
				on   bool
				word string
			}{{p.Explode, "explode"}, {p.Required, "required"}, {p.Deprecated, "deprecated"}, {p.AllowEmpty, "empty"}, {p.AllowReserved, "reserved"}, {p.MediaType != "", p.MediaType}, {p.Doc != "", fmt.Sprintf("%q", p.Doc)}} {
				if flag.on {
					b.WriteString(" " + flag.word)
				}
			}
			b.WriteByte('\n')
		}
		if o.Body != nil {
			fmt.Fprintf(&b, "  body required=%t%s\n", o.Body.Required, contentsText(o.Body.Contents))
		}
		for _, r := range o.Responses {
			fmt.Fprintf(&b, "  %s %q%s", r.Status, r.Doc, contentsText(r.Contents))
			for _, h := range r.Headers {
				fmt.Fprintf(&b, " header %s %s", h.Name, typeText(h.Type))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func contentsText(contents []*model.Content) string {
	var b strings.Builder
	for _, c := range contents {
		fmt.Fprintf(&b, " %s %s", c.MediaType, typeText(c.Type))
		if c.ItemType != nil {
			b.WriteString(" items " + typeText(c.ItemType))
		}
		for _, e := range c.Encoding {
			fmt.Fprintf(&b, " %s:%s%s", e.Property, e.ContentType, e.Style)
		}
		for _, e := range c.Examples {
			fmt.Fprintf(&b, " example %s %s", e.Name, e.JSON)
		}
	}
	return b.String()
}

// A schemaTest states a rule: what schemas lead to, and what is said of them.
type schemaTest struct {
	name, version, schemas, want, said string
}

func (test schemaTest) run(t *testing.T) {
	t.Run(test.name, func(t *testing.T) {
		got, said := schemasOf(t, test.version, test.schemas)
		compare(t, "schemas", got, test.want)
		compare(t, "diagnostics", said, test.said)
	})
}

// An operationTest states a rule about paths: what they lead to, and what is said of them.
type operationTest struct {
	name, version, document, want, said string
}

func (test operationTest) run(t *testing.T) {
	t.Run(test.name, func(t *testing.T) {
		m, list := load(t, test.version, strings.TrimSpace(test.document)+"\n")
		compare(t, "operations", dumpOperations(m)+dumpSchemas(m.Schemas), test.want)
		compare(t, "diagnostics", dumpDiagnostics(list), test.said)
	})
}

func compare(t *testing.T, what, got, want string) {
	t.Helper()
	if got, want = strings.TrimSpace(got), strings.TrimSpace(want); got != want {
		t.Errorf("%s are\n%s\nwant\n%s", what, got, want)
	}
}
