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
	if l.Unique {
		text += " unique"
	}
	return "[" + strings.TrimSpace(text) + "]"
}
