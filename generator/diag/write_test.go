package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var list = []Diagnostic{
	{
		Code: "dangling-ref", Pos: Pos{"a b.json", 3, 7}, Pointer: "/paths/~1a", Message: "nothing is called <X>", Cure: "correct it",
		Related: []Related{{Pos{"c.json", 1, 2}, "the other place"}},
	},
	{Code: "weak", Severity: Warning, Pos: Pos{"a.json", 4, 1}, Message: "one"},
	{Code: "weak", Severity: Warning, Pos: Pos{"a.json", 5, 1}, Message: "two"},
	{Code: "weak", Severity: Warning, Pos: Pos{"a.json", 6, 1}, Message: "three"},
	{Code: "kept", Severity: Note, Pos: Pos{File: "x"}, Message: "four"},
}

func TestWriteText(t *testing.T) {
	for _, test := range []struct {
		most int
		want string
	}{
		{0, `a b.json:3:7: nothing is called <X>; correct it
	 "a": x
	      ^
	c.json:1:2: the other place
a.json:4:1: warning: one [weak]
a.json:5:1: warning: two [weak]
a.json:6:1: warning: three [weak]
x: note: four [kept]
`},
		{1, `a b.json:3:7: nothing is called <X>; correct it
	 "a": x
	      ^
	c.json:1:2: the other place
a.json:4:1: warning: one [weak]
x: note: four [kept]
… and 2 more of weak; sdkc lint shows all
`},
	} {
		var b strings.Builder
		if err := WriteText(&b, list, test.most, func(string) []byte { return []byte("{\n\n \"a\": x\n}\n") }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, b.String()); diff != "" {
			t.Errorf("at most %d: (-want +got)\n%s", test.most, diff)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	for _, test := range []struct {
		list []Diagnostic
		want string
	}{
		{nil, "{\n  \"diagnostics\": []\n}\n"},
		{list[:1], `{
  "diagnostics": [
    {
      "code": "dangling-ref",
      "severity": "error",
      "file": "a b.json",
      "line": 3,
      "col": 7,
      "pointer": "/paths/~1a",
      "message": "nothing is called <X>",
      "cure": "correct it",
      "related": [
        {
          "file": "c.json",
          "line": 1,
          "col": 2,
          "message": "the other place"
        }
      ]
    }
  ]
}
`},
	} {
		var b strings.Builder
		if err := WriteJSON(&b, test.list); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, b.String()); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestWriteSARIF(t *testing.T) {
	var b strings.Builder
	files := map[string]string{"a b.json": "{\n\n  😀:x", "c.json": "{}"} // a.json is not at hand
	source := func(name string) []byte { return []byte(files[name]) }
	if err := WriteSARIF(&b, list[:2], "1.2.3", source); err != nil {
		t.Fatal(err)
	}
	want := `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[` +
		`{"tool":{"driver":{"name":"sdkc","version":"1.2.3","rules":[` +
		`{"id":"dangling-ref","shortDescription":{"text":"A $ref leads to nothing that it can stand for; with lenient: true a weaker type is emitted."},` +
		`"help":{"text":"A $ref leads to nothing that it can stand for; with lenient: true a weaker type is emitted. ` +
		`In sdkc.yaml, diagnostics: {dangling-ref: off} silences it; note, warning and error give it another severity."},` +
		`"defaultConfiguration":{"level":"error"}},{"id":"weak","defaultConfiguration":{"level":"warning"}}]}},"columnKind":"utf16CodeUnits","results":[` +
		`{"ruleId":"dangling-ref","ruleIndex":0,"level":"error","message":{"text":"nothing is called <X>; correct it"},` +
		`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b.json"},"region":{"startLine":3,"startColumn":5}},"logicalLocations":[{"fullyQualifiedName":"/paths/~1a"}]}],` +
		`"relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"c.json"},"region":{"startLine":1,"startColumn":2}},"message":{"text":"the other place"}}]},` +
		`{"ruleId":"weak","ruleIndex":1,"level":"warning","message":{"text":"one"},` +
		`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.json"},"region":{"startLine":4}}}]}]}]}`
	var got strings.Builder
	for line := range strings.Lines(b.String()) {
		got.WriteString(strings.TrimSpace(line))
	}
	if diff := cmp.Diff(want, strings.ReplaceAll(got.String(), `": `, `":`)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestVisible(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"größer 世界", "größer 世界"},
		{"a\x1b[31mb\nc\u202ed\x00", `a\x1b[31mb\nc\u202ed\x00`},
	} {
		if got := Visible(test.in); got != test.want {
			t.Errorf("visible(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
