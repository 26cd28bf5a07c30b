package sdk

import (
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// Params repeat the fields of forms up to a limit; above it the schemas that cost most are arguments, the others are not.
func TestShareForms(t *testing.T) {
	fields := func(n int) *model.Object { return &model.Object{Fields: make([]*model.Field, n)} }
	big := &model.Schema{Name: "Big", Object: fields(maxCopied/2 + 1)}
	small := &model.Schema{Name: "Small", Object: fields(2)}
	var report diag.Report
	b := &builder{report: &report, plans: map[*model.Operation]*bodyPlan{}}
	add := func(s *model.Schema) {
		op := &model.Operation{Method: "POST"}
		b.ops = append(b.ops, op)
		b.plans[op] = &bodyPlan{kind: FormBody, fields: s}
	}
	arguments := func() (n int) {
		for _, p := range b.plans {
			if p.fields == nil {
				n++
			}
		}
		return n
	}
	add(small)
	add(small)
	add(big)
	if b.shareForms(); arguments() != 0 {
		t.Errorf("%d forms are arguments before the limit, want 0", arguments())
	}
	add(big)
	b.shareForms()
	if arguments() != 2 || len(report.List) != 1 || b.plans[b.ops[0]].fields == nil {
		t.Errorf("%d forms are arguments and %d things were said, want the two big ones and one", arguments(), len(report.List))
	}
}
