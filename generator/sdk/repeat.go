package sdk

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/model"
)

const (
	longDoc  = 300 // bytes of a comment that is worth saying once
	oftenDoc = 5   // params structs that say the same of a param
)

// sayOnce shortens what many params structs say of the same param: the first one tells all, the others its first
// sentence and where the rest is. (Kubernetes: 430 lists have the same eleven params, with 130 lines of words.) Pages have
// the document's own words, and stay whole.
func (b *builder) sayOnce() {
	times := make(map[string]int)
	b.eachParam(func(_ *Params, f *Field) { times[wordsOf(f)]++ })
	first := make(map[string]*Params)
	b.eachParam(func(p *Params, f *Field) {
		key := wordsOf(f)
		if times[key] < oftenDoc || len(f.Doc.Lead)+len(f.Doc.Body) < longDoc || f.Doc.Body == "" {
			return
		}
		if first[key] == nil {
			first[key] = p
			return
		}
		f.Doc.Body = model.Text(fmt.Sprintf("More at [%s].", first[key].Name))
	})
}

func (b *builder) eachParam(visit func(*Params, *Field)) {
	for _, r := range b.pkg.Resources() {
		for _, m := range r.Methods {
			if m.Params == nil {
				continue
			}
			for _, f := range m.Params.Fields {
				if f.Param != nil {
					visit(m.Params, f)
				}
			}
		}
	}
}

// wordsOf is a param with all that is said of it.
func wordsOf(f *Field) string {
	return fmt.Sprintf("%s %s %q %q %q", f.Name, f.Type, f.Doc.Lead, f.Doc.Body, f.Doc.Facts)
}
