package docs

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/sdk"
)

func TestSnake(t *testing.T) {
	for _, test := range []struct {
		in   sdk.Ident
		want string
	}{
		{"Sessions", "sessions"},
		{"SessionMode", "session_mode"},
		{"SIPDomains", "sip_domains"},
		{"ServiceSIDs", "service_sids"},
		{"SIDsOfAll", "sids_of_all"},
		{"V1Pet2Go", "v1_pet2_go"},
		{"HTTPStatus404", "http_status404"},
		{"Snake_Case", "snake_case"},
		{"Größe", "gruf6udfe"},
	} {
		if got := snake(test.in); got != test.want {
			t.Errorf("snake(%q) = %q, want %q", test.in, got, test.want)
		}
	}
	long := snake(sdk.Ident(strings.Repeat("Long", 100)))
	if len(long) != 96 {
		t.Errorf("a long name has %d letters, want 96: %s", len(long), long)
	}
}

func TestShelf(t *testing.T) {
	s := shelf{}
	for _, test := range []struct {
		name sdk.Ident
		kind string
		want string
	}{
		{"FooBar", "resource", "foo_bar"},
		{"FOOBar", "object", "foo_bar_object"},
		{"Foo_Bar", "object", "foo_bar_object_61db3f22"},
		{"SDK", "resource", "sdk_resource"},
		{"Readme", "enum", "readme_enum"},
		{"Con", "object", "con_object"},
		{"COM1", "union", "com1_union"},
	} {
		if got := s.name(test.name, test.kind); got != test.want {
			t.Errorf("page of %s %s = %q, want %q", test.kind, test.name, got, test.want)
		}
	}
}

func TestAnchor(t *testing.T) {
	h := headings{}
	for _, test := range []struct{ in, want string }{
		{"Create", "create"},
		{"Create", "create-1"},
		{"Optional and null", "optional-and-null"},
		{"A · B!", "a--b"},
		{"create-1", "create-1-1"},
		{"Create", "create-2"},
	} {
		if got := h.anchor(test.in); got != test.want {
			t.Errorf("anchor(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, test := range []struct {
		from string
		to   target
		want string
	}{
		{"docs/a/x.md", target{"docs/a/y.md", "z"}, "y.md#z"},
		{"docs/a/x.md", target{"docs/a/x.md", "z"}, "#z"},
		{"docs/a/x.md", target{"docs/a/x.md", ""}, "x.md"},
		{"docs/a/x.md", target{"docs/sdk.md", "errors"}, "../sdk.md#errors"},
		{"docs/a/b/x.md", target{"docs/c/y.md", ""}, "../../c/y.md"},
		{"README.md", target{"docs/a/y.md", ""}, "docs/a/y.md"},
		{"docs/x.md", target{"docs/a/y.md", ""}, "a/y.md"},
		{"docs/x.md", target{"README.md", ""}, "../README.md"},
	} {
		if got := relative(test.from, test.to); got != test.want {
			t.Errorf("from %s to %v = %q, want %q", test.from, test.to, got, test.want)
		}
	}
}
