package generator

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestInspect(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "calls.yaml", calls)
	res, err := Inspect(t.Context(), Request{Specs: []string{"calls.yaml"}, ClientParams: []string{"AccountSid"}})
	if err != nil || res.Failed() {
		t.Fatal(err, res.Diagnostics)
	}
	var tree strings.Builder
	if err := res.WriteTree(&tree); err != nil {
		t.Fatal(err)
	}
	want := `package api  https://calls.example
client.Calls  /accounts/{AccountSid}/calls
  .Fetch(ctx context.Context, sid string, opts ...sdk.Option) (*Call, error)  GET /accounts/{AccountSid}/calls/{Sid}
type Call  object of 2 fields
type CallStatus  enum of 2 values
`
	if diff := cmp.Diff(want, tree.String()); diff != "" {
		t.Errorf("tree (-want +got)\n%s", diff)
	}
	var b strings.Builder
	if err := res.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Package   string
		Resources []struct {
			Methods []struct{ OperationID string }
		}
		Document struct{ Title string }
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Package != "api" || got.Document.Title != "Calls" || got.Resources[0].Methods[0].OperationID != "FetchCall" {
		t.Errorf("json: %+v", got)
	}
}

// Lint reads documents that have nothing to do with each other: equal file names are no clash.
func TestLint(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "a/api.yaml", calls)
	put(t, "b/api.yaml", strings.Replace(calls, "schemas/call_status'", "schemas/state'", 1))
	put(t, "c/api.yaml", "openapi: 9.0.0\n")
	res, err := Lint(t.Context(), Request{Specs: []string{"*/api.yaml"}})
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	for _, d := range res.Diagnostics {
		if d.Severity != diag.Note {
			places = append(places, d.Pos.String())
		}
	}
	want := []string{"b/api.yaml:17:75", "c/api.yaml:1:10"}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("(-want +got)\n%s\n%v", diff, res.Diagnostics)
	}
}
