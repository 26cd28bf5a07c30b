package sdk

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// maxCopied is how many fields of named schemas the params of all operations repeat. Where a document asks for more, the
// schemas that cost most are arguments: one type instead of a thousand fields in each of five hundred structs.
const maxCopied = 50_000

// shareForms makes form and multipart bodies arguments where their fields would be too many.
func (b *builder) shareForms() {
	copies := make(map[*model.Schema]int)
	total := 0
	for _, op := range b.ops {
		if s := b.copied(op); s != nil {
			copies[s] += len(s.Object.Fields)
			total += len(s.Object.Fields)
		}
	}
	if total <= maxCopied {
		return
	}
	said := make(map[*model.Schema]bool)
	for _, op := range b.ops {
		s := b.copied(op)
		if s == nil || copies[s] <= maxCopied/100 || copies[s] == len(s.Object.Fields) {
			continue
		}
		b.plans[op].fields = nil
		if b.plans[op].kind == MultipartBody {
			b.markFiles(b.plans[op].content.Type)
		}
		if !said[s] {
			said[s] = true
			b.report.Add(diag.Diagnostic{
				Code: "form-argument", Severity: diag.Note, Pos: s.Pos,
				Message: fmt.Sprintf("the params of methods would repeat %d fields of %s", copies[s], b.schemaKey(s)),
				Cure:    "its type is an argument of these methods",
			})
		}
	}
}

// copied is the named schema whose fields an operation's params repeat; nil if there is none.
func (b *builder) copied(op *model.Operation) *model.Schema {
	p := b.plans[op]
	if p == nil || p.fields == nil || p.fields.Name == "" {
		return nil
	}
	return p.fields
}
