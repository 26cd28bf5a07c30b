package golden

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/sdkc/sdkc/generator/diag"
)

// TestSARIF validates the log of all that a case of each kind has to say, and that of nothing.
func TestSARIF(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	results := 0
	for _, c := range loadCases(t) {
		switch c.name {
		case "repair_schema", "schema_unenforced", "schema_clash", "refuse_ref_file_broken", "refuse_config_twice", "refuse_yaml_key_twice", "example":
		default:
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			c.unpack(t, dir)
			got := caseRun(t, c, dir)
			list := append(got.errors, got.warnings...)
			results += len(list)
			validSARIF(t, schema, list, c.source)
		})
	}
	if results < 20 {
		t.Errorf("the cases had %d things to say; are they there?", results)
	}
}

// validSARIF prints a log and holds it to the schema.
func validSARIF(t *testing.T, schema *jsonschema.Schema, list []diag.Diagnostic, source func(string) []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := diag.WriteSARIF(&b, list, "1.2.3", source); err != nil {
		t.Fatal(err)
	}
	log, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(log); err != nil {
		t.Errorf("%v", err)
	}
	if results, ok := log.(map[string]any)["runs"].([]any)[0].(map[string]any)["results"].([]any); !ok || len(results) != len(list) {
		t.Errorf("%d of %d diagnostics are in the log", len(results), len(list))
	}
}
