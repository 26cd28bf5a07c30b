package docs

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/sdk"
)

func TestSamples(t *testing.T) {
	s := newSite("", []*sdk.Package{proxy()}, false)
	l := &leaf{v: s.volumes[0], path: "docs/x.md"}
	want := map[string]string{
		"Sessions.Create": "session, err := client.Services.Sessions.Create(ctx, serviceSID, proxyv1.CreateSessionParams{\n" +
			"\tMode: sdk.Ptr(proxyv1.SessionModeVoiceOnly),\n})",
		"Events.Download": "stream, err := client.Events.Download(ctx)\nif err != nil {\n\treturn err\n}\ndefer stream.Close()",
		"Events.Errors":   "result, err := client.Events.Errors(ctx)",
		"Events.Watch":    "for item, err := range client.Events.Watch(ctx) {\n\tif err != nil {\n\t\treturn err\n\t}\n\tfmt.Println(item)\n}",
	}
	for _, r := range s.volumes[0].pkg.Resources() {
		for _, m := range r.Methods {
			got := l.sample(m)
			if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+got+"\n}", 0); err != nil {
				t.Errorf("%s.%s: %v", r.Name, m.Name, err)
			}
			if w, ok := want[string(r.Name)+"."+string(m.Name)]; ok && w != got {
				t.Errorf("%s.%s is\n%s\nwant\n%s", r.Name, m.Name, got, w)
			}
		}
	}
}

func TestGoValue(t *testing.T) {
	g := goValue{pkg: "p"}
	object := &sdk.Object{Name: "Pet", Fields: []*sdk.Field{
		{Name: "Name", Type: builtinType("string"), Required: true}, {Name: "Age", Type: ptr(builtinType("int"))},
	}}
	for _, test := range []struct {
		in   *sdk.Type
		want string
	}{
		{builtinType("string"), `"…"`},
		{ptr(builtinType("int64")), "sdk.Ptr(int64(1))"},
		{named(object), `p.Pet{Name: "…"}`},
		{ptr(named(object)), `&p.Pet{Name: "…"}`},
		{&sdk.Type{Shape: sdk.Slice, Elem: named(object)}, `[]p.Pet{{Name: "…"}}`},
		{&sdk.Type{Shape: sdk.Map, Elem: builtinType("any")}, `map[string]any{"key": "…"}`},
		{&sdk.Type{Shape: sdk.Nullable, Elem: builtinType("float64")}, "sdk.Value(float64(1.5))"},
		{&sdk.Type{Shape: sdk.Std, Import: "time", Name: "Time"}, "time.Now()"},
		{&sdk.Type{Shape: sdk.Runtime, Name: "Date"}, "sdk.Date{}"},
		{named(&sdk.Enum{Name: "Kind"}), "*new(p.Kind)"},
	} {
		if got := g.of(test.in, nil, 0); got != test.want {
			t.Errorf("value of %s = %s, want %s", strings.TrimSpace(test.in.String()), got, test.want)
		}
	}
}
