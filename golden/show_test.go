package golden

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strings"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator/diag"
)

// An output is what a case led to.
type output struct {
	files    map[string][]byte // below the output folder, with slashes
	lock     []byte            // sdkc.lock
	errors   []diag.Diagnostic
	warnings []diag.Diagnostic // and notes
}

// mustWant names the wants that a case may not leave out.
func (o *output) mustWant() []string {
	if len(o.errors) > 0 {
		return []string{"want/error"}
	}
	for _, d := range o.warnings {
		if d.Severity == diag.Warning {
			return []string{"want/warnings"}
		}
	}
	return nil
}

// show returns the part of the output that a want names, without "want/".
func (o *output) show(want string) (string, error) {
	switch want {
	case "error":
		return lines(o.errors), nil
	case "warnings":
		return lines(o.warnings), nil
	case "files":
		return o.names(), nil
	case "methods":
		return o.methods()
	case "sdkc.lock":
		return documentHash.ReplaceAllString(string(o.lock), " sha256:… "), nil
	}
	if len(o.errors) > 0 {
		return "", fmt.Errorf("the case was refused:\n%s", lines(o.errors))
	}
	name, part, cut := strings.Cut(want, "#")
	data, ok := o.files[name]
	if !ok {
		return "", fmt.Errorf("no such file; there are\n%s", o.names())
	}
	if !cut {
		return withoutHash(string(data)), nil
	}
	if path.Ext(name) == ".go" {
		return declarations(data, strings.Split(part, ","))
	}
	return section(string(data), part)
}

// documentHash is the fingerprint of a document in a lock, which changes with every word of a case.
var documentHash = regexp.MustCompile(` sha256:[0-9a-f]+ `)

// withoutHash blanks the document's hash in the header: it tells nothing, and would change with every word of a case.
func withoutHash(text string) string {
	const mark = " sha256:"
	i := strings.Index(text, mark)
	if i < 0 || i > 200 {
		return text
	}
	end := i + len(mark)
	for end < len(text) && strings.IndexByte("0123456789abcdef", text[end]) >= 0 {
		end++
	}
	return text[:i+len(mark)] + "…" + text[end:]
}

// lines are diagnostics as people read them, each with its code.
func lines(ds []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range ds {
		if d.Severity == diag.Note {
			b.WriteString("note: ")
		}
		fmt.Fprintf(&b, "%s [%s]\n", d, d.Code)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", r.Pos, r.Message)
		}
	}
	return b.String()
}

func (o *output) names() string {
	var b strings.Builder
	for _, name := range sortedKeys(o.files) {
		if !strings.HasPrefix(name, "sdk/") && !strings.Contains(name, "/sdk/") {
			b.WriteString(name + "\n")
		}
	}
	return b.String()
}

// methods are the signatures of all exported methods of resources, file by file.
func (o *output) methods() (string, error) {
	var b strings.Builder
	for _, name := range sortedKeys(o.files) {
		if path.Ext(name) != ".go" || strings.HasPrefix(name, "sdk/") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, o.files[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return "", err
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.IsExported() && operationLine.MatchString(f.Doc.Text()) {
				f.Body, f.Doc = nil, nil
				if err := format.Node(&b, set, f); err != nil {
					return "", err
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String(), nil
}

// declarations prints what declares the names, in the names' order.
func declarations(source []byte, names []string) (string, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, name := range names {
		found := false
		for _, decl := range file.Decls {
			if declares(decl, name) {
				start := decl.Pos()
				if doc := docOf(decl); doc != nil {
					start = doc.Pos()
				}
				parts = append(parts, string(source[set.Position(start).Offset:set.Position(decl.End()).Offset])+"\n")
				found = true
			}
		}
		if !found {
			return "", fmt.Errorf("nothing declares %s", name)
		}
	}
	return strings.Join(parts, "\n"), nil
}

// declares tells whether decl is the type, the func, the method (Type.Method), the variable or the constants of the type name.
func declares(decl ast.Decl, name string) bool {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return funcName(d) == name
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.Name == name {
					return true
				}
			case *ast.ValueSpec:
				if t, ok := s.Type.(*ast.Ident); ok && t.Name == name || s.Names[0].Name == name {
					return true
				}
			}
		}
	}
	return false
}

// funcName is "New" for a func and "Sessions.Create" for a method.
func funcName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	t := f.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "." + f.Name.Name
	}
	return f.Name.Name
}

func docOf(decl ast.Decl) *ast.CommentGroup {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return d.Doc
	case *ast.GenDecl:
		return d.Doc
	}
	return nil
}

// section is the text of a page from a heading to the next of its rank or higher.
func section(text, heading string) (string, error) {
	var b strings.Builder
	rank := 0
	for line := range strings.Lines(text) {
		marks := len(line) - len(strings.TrimLeft(line, "#"))
		isHeading := marks > 0 && strings.HasPrefix(line[marks:], " ")
		switch {
		case rank == 0 && isHeading && strings.TrimSpace(line[marks:]) == heading:
			rank = marks
		case rank > 0 && isHeading && marks <= rank:
			return b.String(), nil
		}
		if rank > 0 {
			b.WriteString(line)
		}
	}
	if rank == 0 {
		return "", fmt.Errorf("no heading %q", heading)
	}
	return b.String(), nil
}

// difference is what a reader of a failing test wants to see.
func difference(want, got string) string {
	return "(-want +got)\n" + cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"))
}
