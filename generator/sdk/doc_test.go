package sdk

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/model"
)

func TestLead(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"Create", "Create a new Session", "Create creates a new Session."},
		{"Create", "Creates a new Session.", "Create creates a new Session."},
		{"List", "Retrieve a list of all Sessions for a Service. A maximum of 100 records will be returned.", "List retrieves a list of all Sessions for a Service."},
		{"Get", "Fetch a specific Session.", "Get fetches a specific Session."},
		{"Copy", "Copy a file", "Copy copies a file."},
		{"List", "List of sessions", "List: list of sessions."},
		{"List", "Lists of sessions", "List: lists of sessions."},
		{"Update", "Update status", "Update updates status."},
		{"Sessions", "Sessions are the conversations of a service.", "Sessions are the conversations of a service."},
		{"UniqueName", "An application-defined string that uniquely identifies the resource.", "UniqueName is an application-defined string that uniquely identifies the resource."},
		{"SID", "The SID of the parent Session, e.g. KC123. More.", "SID is the SID of the parent Session, e.g. KC123."},
		{"Links", "The URLs of resources related to the Session.", "Links are the URLs of resources related to the Session."},
		{"Status", "The status's value", "Status is the status's value."},
		{"Enabled", "Whether the call is recorded", "Enabled says whether the call is recorded."},
		{"Enabled", "If true, the call is recorded.", "Enabled: if true, the call is recorded."},
		{"TTL", "TTL in seconds.", "TTL in seconds."},
		{"URL", "HTTPS only", "URL: HTTPS only."},
		{"Language", "This is the language of the call.", "Language is the language of the call."},
		{"Messages", "These are the messages.", "Messages are the messages."},
		{"Mode", "This field is ignored.", "Mode: this field is ignored."},
		{"Expand", "Specifies which fields are expanded.", "Expand specifies which fields are expanded."},
		{"A", "See `a. b` and [x. y](http://z/a. b).", "A: see `a. b` and [x. y](http://z/a. b)."},
		{"A", "First line\nsecond line.\n\nThird.", "A: first line second line."},
		{"A", "Values:\n- one\n- two", "A: values."},
		{"A", "Really? Yes.", "A: really?"},
		{"A", "   ", ""},
		{"A", "# Heading\n\nText.", "A: heading."},
	} {
		if got := string(sentence(test.name, model.Text(test.text)).Lead); got != test.want {
			t.Errorf("%s, %q: %q, want %q", test.name, test.text, got, test.want)
		}
	}
}

func TestBodyOfDoc(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"One. Two.", "Two."}, {"One.\n\nTwo.\n\nThree.", "Two.\n\nThree."}, {"Values:\n- one\n- two", "- one\n- two"}, {"One", ""},
	} {
		if got := string(sentence("A", model.Text(test.text)).Body); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestFacts(t *testing.T) {
	for _, test := range []struct {
		limits model.Limits
		want   string
	}{
		{model.Limits{MinLength: "34", MaxLength: "34", Pattern: "^KC[0-9a-fA-F]{32}$"}, "34 characters; matches ^KC[0-9a-fA-F]{32}$"},
		{model.Limits{MaxLength: "191"}, "at most 191 characters"}, {model.Limits{MinLength: "1"}, "at least 1 characters"},
		{model.Limits{MinLength: "1", MaxLength: "9"}, "1 to 9 characters"}, {model.Limits{Min: "1", Max: "1000"}, "at least 1; at most 1000"},
		{model.Limits{Min: "0", ExclusiveMin: true}, "more than 0"}, {model.Limits{MultipleOf: "0.01"}, "a multiple of 0.01"},
		{model.Limits{MinItems: "1", MaxItems: "5", Unique: true}, "at least 1 items; at most 5 items; no item twice"},
	} {
		if got := strings.Join(limits(&test.limits), "; "); got != test.want {
			t.Errorf("%+v: %q, want %q", test.limits, got, test.want)
		}
	}
}

func TestDefaultsLinkConstants(t *testing.T) {
	mode := enum("session_enum_mode", "voice-only", "message-only")
	doc := api("GET /a getA a")
	doc.Schemas = []*model.Schema{mode}
	doc.Operations()[0].Params = []*model.Param{
		{Name: "Mode", In: "query", Type: ref(mode), Facts: model.Facts{Default: `"voice-only"`, PII: "no"}},
		{Name: "Size", In: "query", Type: of(model.Integer, ""), Required: true, Facts: model.Facts{Default: "50"}},
	}
	p, _ := build(doc)
	fields := p.Resources()[0].Methods[0].Params.Fields
	want := [][]string{{"default: [SessionModeVoiceOnly]", "personal data: no"}, {"required", "default: 50"}}
	if diff := cmp.Diff(want, [][]string{fields[0].Doc.Facts, fields[1].Doc.Facts}); diff != "" {
		t.Error(diff)
	}
}

func TestInflections(t *testing.T) {
	for _, test := range []struct{ one, many string }{
		{"session", "sessions"}, {"Policy", "Policies"}, {"address", "addresses"}, {"status", "statuses"}, {"box", "boxes"}, {"branch", "branches"},
		{"person", "people"}, {"child", "children"}, {"key", "keys"}, {"License", "Licenses"}, {"cache", "caches"}, {"alias", "aliases"}, {"response", "responses"},
	} {
		if got := singular(test.many); got != test.one {
			t.Errorf("singular(%q) = %q, want %q", test.many, got, test.one)
		}
		if got := plural(test.one); got != test.many {
			t.Errorf("plural(%q) = %q, want %q", test.one, got, test.many)
		}
	}
	for _, word := range []string{"sms", "dns", "Media", "analytics", "series", "NFS", "data"} {
		if got := singular(word); got != word {
			t.Errorf("singular(%q) = %q", word, got)
		}
	}
	for _, test := range []struct{ verb, want string }{{"Create", "creates"}, {"fetch", "fetches"}, {"copy", "copies"}, {"pay", "pays"}, {"push", "pushes"}, {"do", "does"}} {
		if got := thirdPerson(test.verb); got != test.want {
			t.Errorf("thirdPerson(%q) = %q, want %q", test.verb, got, test.want)
		}
	}
}
