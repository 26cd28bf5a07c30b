package docs

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/openapi"
	"github.com/sdkc/sdkc/generator/sdk"
	src "github.com/sdkc/sdkc/generator/source"
)

// TestCorpusPages reads all pages of real documents, where they are at hand: no dead link, no broken
// table, nothing of a document that is more than text.
func TestCorpusPages(t *testing.T) {
	dir := cmp.Or(os.Getenv("SDKC_CORPUS"), "../../../shared/specs")
	for _, pattern := range []string{"twilio/json/*.json", "vapi/api/openapi.json"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			t.Logf("without %s, which SDKC_CORPUS may lead to", filepath.Join(dir, pattern))
			continue
		}
		var pkgs []*sdk.Package
		for _, name := range names {
			pkgs = append(pkgs, loaded(t, name, len(names) == 1))
		}
		pages := printed(t, pkgs...)
		t.Logf("%s: %d documents, %d pages", pattern, len(pkgs), len(pages))
		checkSite(t, pages)
	}
}

func loaded(t *testing.T, name string, alone bool) *sdk.Package {
	t.Helper()
	var report diag.Report
	doc := src.Load(name, src.Options{}, &report)
	if doc == nil {
		t.Fatalf("%s: %v", name, report.List)
	}
	base := strings.NewReplacer("_", "", ".", "", "-", "").Replace(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
	dir := base
	if alone {
		dir = "."
	}
	return sdk.New(openapi.Load(doc, &report), sdk.Options{
		Name: sdk.Ident(base), Import: "example.com/app/" + base, Runtime: "example.com/app/sdk", Dir: dir,
		ClientParams: []string{"AccountSid"},
	}, &report)
}
