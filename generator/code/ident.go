package code

import (
	"errors"
	"fmt"
	"go/token"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A printer prints one file. What cannot be printed safely is collected in errs.
type printer struct {
	pkg     *sdk.Package
	to      *jen.File // what is printed into; nil in tests of parts
	home    *sdk.Home // the package that the file is of; nil is the document's own
	outside bool      // the file is of another package: names need its qualifier
	errs    []error
}

// id prints an identifier that package sdk decided.
func (p *printer) id(name sdk.Ident) *jen.Statement {
	return jen.Id(p.checked(name))
}

// checked is the name if it is an identifier; if not, an error is kept and the blank one printed.
func (p *printer) checked(name sdk.Ident) string {
	if token.IsIdentifier(string(name)) {
		return string(name)
	}
	p.fail("%q is no Go identifier", name)
	return "_"
}

func (p *printer) fail(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf(format, args...))
}

// runtime prints a name of package sdk.
func (p *printer) runtime(name string) *jen.Statement {
	return jen.Qual(p.pkg.Runtime, name)
}

// checkNames finds what would not compile because two declarations want one name, among them the
// names that are made from a type's: SessionStatusValues, SessionMessageOf.
func checkNames(p *sdk.Package) error {
	var errs []error
	seen := map[sdk.Ident]bool{}
	for _, name := range declared(p) {
		if seen[name] {
			errs = append(errs, fmt.Errorf("%s: %s is declared twice", p.Name, name))
		}
		seen[name] = true
		if !token.IsIdentifier(string(name)) || !token.IsExported(string(name)) {
			errs = append(errs, fmt.Errorf("%s: %q is no exported Go identifier", p.Name, name))
		}
	}
	if !token.IsIdentifier(string(p.Name)) {
		errs = append(errs, fmt.Errorf("%q is no package name", p.Name))
	}
	return errors.Join(errs...)
}

// declared are the exported names of the package, in the order of printing.
func declared(p *sdk.Package) []sdk.Ident {
	names := []sdk.Ident{"Client", "New"}
	for _, param := range p.Client.Params {
		names = append(names, param.Option)
	}
	for _, server := range p.Client.Servers {
		names = append(names, server.Name)
	}
	for _, file := range p.Files {
		if file.Resource != nil {
			names = append(names, resourceNames(file.Resource)...)
		}
		for _, decl := range file.Types {
			names = append(names, declNames(decl)...)
		}
		for _, w := range file.Webhooks {
			names = append(names, w.Handler)
		}
	}
	return names
}

func resourceNames(r *sdk.Resource) []sdk.Ident {
	names := []sdk.Ident{r.Name}
	for _, m := range r.Methods {
		if m.Params != nil {
			names = append(names, m.Params.Name)
		}
	}
	return names
}

func declNames(decl sdk.Decl) []sdk.Ident {
	names := []sdk.Ident{decl.GoName()}
	switch d := decl.(type) {
	case *sdk.Enum:
		if len(d.Values) > 0 {
			names = append(names, d.List)
		}
		for _, v := range d.Values {
			names = append(names, v.Name)
		}
	case *sdk.Union:
		names = append(names, d.Of)
	}
	return names
}
