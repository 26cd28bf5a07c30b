package config

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/diag"
)

// The schema that editors read knows the keys that the decoder knows.
func TestSchemaHasTheKeysOfTheDecoder(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "schemas", "sdkc.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]struct{ Properties map[string]any }
	}
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{
		"config": keys(schema.Properties), "an SDK": keys(schema.Defs["sdk"].Properties),
		"a spec": keys(schema.Defs["spec"].Properties), "env": keys(schema.Defs["sdk"].Properties["env"].Properties),
		"server":   keys(schema.Defs["sdk"].Properties["server"].Properties),
		"a paging": keys(schema.Defs["paging"].Properties),
	}
	var report diag.Report
	parse("sdkc.yaml", []byte("x: 1\nsdks: [{x: 1, specs: [{x: 1}], env: {x: 1}, server: {x: 1}, paging: {a: {x: 1}}}]\n"), &report)
	want := map[string][]string{}
	for _, d := range report.List {
		if what, _, ok := strings.Cut(d.Message, " has no key"); ok {
			want[what] = strings.Split(strings.TrimPrefix(d.Cure, "it has "), ", ")
			slices.Sort(want[what])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-decoder +schema)\n%s", diff)
	}
}

func keys[V any](m map[string]V) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}
