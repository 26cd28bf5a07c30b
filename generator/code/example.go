package code

import (
	"github.com/dave/jennifer/jen"
)

// examples prints example_test.go: a call of each resource, compiled but not run.
func (p *printer) examples(f *jen.File) {}
