package sdk

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// No file name is a test, a build constraint or a device, and none is another's when case is folded.
func TestFileNames(t *testing.T) {
	for _, test := range []struct{ tag, want string }{
		{"Sessions", "sessions.go"}, {"Phone Numbers", "phone_numbers.go"}, {"Load Test", "load_test_resource.go"}, {"Linux", "linux_resource.go"},
		{"Windows amd64", "windows_amd64_resource.go"}, {"con", "con_resource.go"}, {"client", "clients.go"}, {"IP/Access", "ip_access.go"},
		{"Doc", "doc_resource.go"}, {"CallRecordings", "call_recordings.go"},
	} {
		doc := api("GET /a getA x")
		doc.Operations()[0].Tags = []model.Wire{model.Wire(test.tag)}
		p, _ := build(doc)
		if got := p.Files[0].Name; got != test.want {
			t.Errorf("tag %q is in %s, want %s", test.tag, got, test.want)
		}
	}
}

// A type stands with the resource that alone uses it, else among the shared ones.
func TestTypesAreSharedByUse(t *testing.T) {
	mine, both, none := object("mine", "a", str()), object("both", "a", str()), object("none", "a", str())
	doc := api("GET /pets getPets pets", "GET /toys getToys toys")
	doc.Schemas = []*model.Schema{mine, both, none}
	holder := object("holder", "mine", ref(mine), "both", ref(both))
	doc.Schemas = append(doc.Schemas, holder)
	doc.Operations()[0].Responses[0].Contents[0].Type = ref(holder)
	doc.Operations()[1].Responses[0].Contents[0].Type = ref(both)
	p, _ := build(doc)
	var got []string
	for _, f := range p.Files {
		var names []string
		for _, d := range f.Types {
			names = append(names, string(d.GoName()))
		}
		got = append(got, f.Name+": "+strings.Join(names, " "))
	}
	if s := strings.Join(got, "; "); s != "pets.go: Mine Holder; toys.go: ; shared.go: Both None" {
		t.Error(s)
	}
}

func TestOverridesAndLock(t *testing.T) {
	doc := func() *model.Document {
		d := api("GET /pets listPets pets", "GET /v2/pets getPets pets")
		d.Schemas = []*model.Schema{object("a-b", "x", str()), object("a_b", "x", str()), enum("kind", "x")}
		return d
	}
	p, report := build(doc(), Options{
		Names: map[string]string{"schema a-b": "Dashed", "operation listPets": "All", "value kind x": "KindUnknown", "field a_b x": "Ex"},
		Lock:  map[string]string{"schema a_b": "AB", "params GET /pets": "Old", "schema gone": "Gone"},
	})
	if report.Failed() {
		t.Error(report.List)
	}
	got := make(map[string]string)
	for _, d := range p.Names {
		got[d.Key] = string(d.Name)
	}
	for key, want := range map[string]string{
		"schema a-b": "Dashed", "schema a_b": "AB", "operation GET /pets": "All", "value kind x": "KindUnknown", "field a_b x": "Ex", "operation GET /v2/pets": "List",
	} {
		if got[key] != want {
			t.Errorf("%s is %s, want %s", key, got[key], want)
		}
	}
}

// A line under names: that cannot be followed is an error, and so is one that nothing needs.
func TestBadOverrides(t *testing.T) {
	for _, test := range []struct {
		key, name string
		want      diag.Code
	}{
		{"schema pet", "type", "bad-name"}, {"schema pet", "pet", "bad-name"}, {"schema pet", "1", "bad-name"}, {"schema pet", "Client", "name-taken"},
		{"schema dog", "Dog", "unused-name"}, {"schema pet", "A b", "bad-name"}, {"schema pet", "", "bad-name"},
	} {
		doc := api("GET /pets listPets pets")
		doc.Schemas = []*model.Schema{object("pet", "x", str())}
		_, report := build(doc, Options{Names: map[string]string{test.key: test.name}})
		found := false
		for _, d := range report.List {
			found = found || d.Code == test.want && d.Severity == diag.Error
		}
		if !found {
			t.Errorf("%s: %q: %v, want %s", test.key, test.name, report.List, test.want)
		}
	}
}

// Whatever a document calls things, every name is a Go identifier and no two of a scope are one.
func TestHostileDocument(t *testing.T) {
	names := []string{"", " ", "*/", "\u202e", "a\nb", "func", "名前", strings.Repeat("x", 3000), "`", "\"", "\\", "-", "_", "A", "a", "ID", "id", "Id", "i_d", "1", "+1", "-1", "�"}
	doc := api()
	for i, n := range names {
		s := object(n, "x", str())
		s.ID = "#/components/schemas/" + n
		for _, f := range names {
			s.Object.Fields = append(s.Object.Fields, &model.Field{Name: model.Wire(f), Type: str()})
		}
		doc.Schemas = append(doc.Schemas, s)
		path := &model.Path{Template: "/" + n + "/{" + n + "}"}
		op := &model.Operation{ID: n, Method: "GET", Path: path, Tags: []model.Wire{model.Wire(names[len(names)-1-i])}}
		path.Operations = []*model.Operation{op}
		doc.Paths = append(doc.Paths, path)
	}
	doc.Schemas = append(doc.Schemas, enum("values", names...))
	p, _ := build(doc)
	seen := make(map[string]bool)
	for _, f := range p.Files {
		for _, d := range f.Types {
			if n := string(d.GoName()); seen[n] || !isExported(n) || !validIdent(n) {
				t.Errorf("type %q", n)
			}
			seen[string(d.GoName())] = true
		}
	}
	for _, d := range p.Names {
		if !validIdent(string(d.Name)) {
			t.Errorf("%s is %q", d.Key, d.Name)
		}
	}
}
