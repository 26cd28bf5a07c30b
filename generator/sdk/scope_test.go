package sdk

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A clash is reported at each place with the other place and the rule.
func TestClashesAreReported(t *testing.T) {
	doc := api("GET /a getA a")
	doc.Schemas = []*model.Schema{object("a-b", "x", str()), object("a_b", "x", str())}
	doc.Schemas[0].Pos = diag.Pos{File: "api.yaml", Line: 7, Col: 3}
	doc.Schemas[1].Pos = diag.Pos{File: "api.yaml", Line: 9, Col: 3}
	_, report := build(doc)
	want := "api.yaml:7:3: schema a-b wants AB, which schema a_b (api.yaml:9:3) has in the package; named ADashB by punctuation\n" +
		"api.yaml:9:3: schema a_b wants AB, which schema a-b (api.yaml:7:3) has in the package; named AUnderscoreB by punctuation\n"
	var got strings.Builder
	for _, d := range report.List {
		if d.Code != "name-clash" || d.Severity != diag.Note || len(d.Related) != 1 {
			t.Errorf("%+v", d)
		}
		got.WriteString(d.String() + "\n")
	}
	if got.String() != want {
		t.Error(got.String())
	}
}

// What a document says twice gets two names.
func TestTwins(t *testing.T) {
	doc := api("GET /a getA a")
	q := func() *model.Param {
		return &model.Param{Name: "q", In: "query", Style: "form", Explode: true, Type: str()}
	}
	doc.Operations()[0].Params = []*model.Param{q(), q(), q()}
	p, _ := build(doc)
	seen := make(map[Ident]bool)
	for _, f := range p.Resources()[0].Methods[0].Params.Fields {
		if seen[f.Name] {
			t.Errorf("%s twice", f.Name)
		}
		seen[f.Name] = true
	}
}
