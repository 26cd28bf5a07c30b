package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A corpusAPI is what go/ast finds in the emitted module.
type corpusAPI struct {
	methods      map[string]*corpusMethod // by "proxyv1 POST /v1/Services"
	twice        []string                 // operations that two methods claim
	packages     []string
	lines        int // of Go, without the runtime
	runtimeLines int
	broken       []string // hard rules of the design that do not hold
}

// A corpusMethod is a method of a resource.
type corpusMethod struct {
	pkg, resource, name string
	page                string   // the method that returns one page, where this one ranges over all
	args                []string // between the context and the options: "serviceSID string"
}

// operationLine is the line of a doc comment that names the operation.
var operationLine = regexp.MustCompile(`(?m)^\t(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (/\S*)$`)

func readModule(t *testing.T, module string) *corpusAPI {
	t.Helper()
	api := &corpusAPI{methods: map[string]*corpusMethod{}}
	err := filepath.WalkDir(module, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		lines := strings.Count(string(data), "\n")
		below, err := filepath.Rel(module, path)
		if err != nil {
			return err
		}
		pkg, _, _ := strings.Cut(filepath.ToSlash(below), "/") // a document may be split below its own package
		if pkg == "sdk" {
			api.runtimeLines += lines
			return nil
		}
		api.lines += lines
		if strings.HasSuffix(path, "_test.go") {
			return nil
		}
		if n := len(api.packages); n == 0 || api.packages[n-1] != pkg {
			api.packages = append(api.packages, pkg)
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, data, parser.ParseComments|parser.SkipObjectResolution)
		if err == nil {
			api.file(set, pkg, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

func (a *corpusAPI) file(set *token.FileSet, pkg string, file *ast.File) {
	for _, spec := range file.Imports { // the standard library has no dot in its first element
		path := strings.Trim(spec.Path.Value, `"`)
		if first, _, _ := strings.Cut(path, "/"); first != corpusModule && strings.Contains(first, ".") {
			a.broken = append(a.broken, set.Position(spec.Pos()).String()+": imports "+path)
		}
		if path == "reflect" || path == "text/template" || path == "html/template" || path == "unsafe" {
			a.broken = append(a.broken, set.Position(spec.Pos()).String()+": "+path+" keeps the linker from pruning")
		}
	}
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			a.function(set, pkg, d)
		case *ast.GenDecl:
			a.declaration(set, d)
		}
	}
}

// function counts methods of operations and checks: no init, no method of a generic type, no long method.
func (a *corpusAPI) function(set *token.FileSet, pkg string, f *ast.FuncDecl) {
	at := set.Position(f.Pos())
	if f.Recv == nil {
		if f.Name.Name == "init" {
			a.broken = append(a.broken, at.String()+": init")
		}
		return
	}
	receiver := f.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	resource, ok := receiver.(*ast.Ident)
	if !ok {
		a.broken = append(a.broken, at.String()+": "+f.Name.Name+" is a method of a generic type")
		return
	}
	match := operationLine.FindStringSubmatch(f.Doc.Text())
	if match == nil || !f.Name.IsExported() {
		return
	}
	if lines := set.Position(f.End()).Line - at.Line + 1; lines > 15 {
		a.broken = append(a.broken, at.String()+": "+f.Name.Name+" is longer than 15 lines")
	}
	a.method(pkg+" "+match[1]+" "+match[2], &corpusMethod{pkg: pkg, resource: resource.Name, name: f.Name.Name, args: argsOf(f)}, ranges(f))
}

func argsOf(f *ast.FuncDecl) (args []string) {
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			args = append(args, name.Name+" "+types.ExprString(field.Type))
		}
	}
	if len(args) < 2 {
		return nil
	}
	return args[1 : len(args)-1]
}

// method notes a method; a page's twin joins the method that ranges over all pages.
func (a *corpusAPI) method(key string, m *corpusMethod, ranges bool) {
	old := a.methods[key]
	switch {
	case old == nil && ranges:
		a.methods[key] = &corpusMethod{pkg: m.pkg, resource: m.resource, name: m.name, args: m.args, page: "?"}
	case old == nil:
		a.methods[key] = m
	case old.page == "?" && old.resource == m.resource && !ranges:
		old.page = m.name
	case ranges && old.page == "" && old.resource == m.resource:
		m.page = old.name
		a.methods[key] = m
	default:
		a.twice = append(a.twice, key)
	}
}

// ranges tells whether a method returns an iterator alone.
func ranges(f *ast.FuncDecl) bool {
	return f.Type.Results != nil && len(f.Type.Results.List) == 1 && strings.HasPrefix(types.ExprString(f.Type.Results.List[0].Type), "iter.Seq2[")
}

// declaration checks: no map of the package, no variable that holds types.
func (a *corpusAPI) declaration(set *token.FileSet, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || d.Tok != token.VAR {
			continue
		}
		_, isMap := v.Type.(*ast.MapType)
		for _, value := range v.Values {
			if c, ok := value.(*ast.CompositeLit); ok {
				_, literal := c.Type.(*ast.MapType)
				isMap = isMap || literal
			}
		}
		if isMap {
			a.broken = append(a.broken, set.Position(v.Pos()).String()+": "+v.Names[0].Name+" is a map of the package")
		}
	}
}

// checkMethods wants one method an operation, and no other.
func checkMethods(t *testing.T, documents []*corpusDocument, api *corpusAPI) {
	t.Helper()
	known := map[string]bool{}
	for _, d := range documents {
		for _, o := range d.operations {
			key := d.pkg + " " + o.line
			known[key] = true
			if api.methods[key] == nil {
				t.Errorf("%s: %s has no method", d.file, o.line)
			}
		}
	}
	for _, key := range sortedKeys(api.methods) {
		if !known[key] {
			t.Errorf("the method %s has no operation", key)
		}
	}
	for _, key := range api.twice {
		t.Errorf("%s has several methods", key)
	}
}

func checkRules(t *testing.T, api *corpusAPI) {
	t.Helper()
	for _, broken := range api.broken {
		t.Error(broken)
	}
}
