package config

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator/diag"
)

// Whatever a document calls its things, a lock gives it back, and stands in the same order however it was filled.
func TestLockIsReadAsWritten(t *testing.T) {
	d := &LockedDocument{Dir: ".", File: "a b.yaml", Change: 3, SHA256: "00"}
	for _, text := range []string{"plain", "", " ", "a = B", "two  spaces", "tab\t", "line\nbreak", `"quoted"`, "\u202e", "é", "#", "<<<<<<<", "gone 3", strings.Repeat("x", 5000)} {
		d.Lines = append(d.Lines,
			NewLine("value Kind "+text, "Kind", "KindX", false),
			NewLine("field GET /"+text+" query "+text, "GET /"+text, "Y", true),
			NewLine("operation GET /"+text, "GET /"+text, "Get", true),
			NewLine("in GET /"+text, "GET /"+text, "tag "+text, true),
			NewLine("resourcefield tag "+text, "tag "+text, "Z", false),
			NewLine("resource tag "+text, "tag "+text, "Z", false))
	}
	d.Lines = append(d.Lines, NewLine("schema Kind", "Kind", "Kind", false), NewLine("sent Kind", "Kind", "request", false))
	lock := &Lock{SDKs: []*LockedSDK{{Name: "b"}, {Name: "a c", Documents: []*LockedDocument{{Dir: "z", File: "z", Change: 1, SHA256: "1"}, d}}}}
	var report diag.Report
	got := ParseLock("sdkc.lock", lock.Bytes(), &report)
	if report.Failed() {
		t.Fatal(report.List)
	}
	if diff := cmp.Diff(string(lock.Bytes()), string(got.Bytes())); diff != "" {
		t.Errorf("(-written +written again)\n%s", diff)
	}
	if diff := cmp.Diff(keyed(d), keyed(got.SDK("a c").Document("."))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func keyed(d *LockedDocument) map[string]string {
	all := map[string]string{}
	for _, l := range d.Lines {
		all[l.Key()] = l.Value
	}
	return all
}

// Two branches that each add names merge as text: the lines of both, in any order, some of them twice.
func TestLockOfAMerge(t *testing.T) {
	const merged = "lock 1\r\nsdk a\r\ndocument . 2 sha256:22 a.yaml\nschema B\n\tfield id = ID\nschema A\n\tfield x\n" +
		"sdk a\ndocument . 3 sha256:22 a.yaml\nschema A\n\tfield y\n\tfield x\n"
	const want = `lock 1

sdk a

document . 3 sha256:22 a.yaml
schema A
	field x
	field y
schema B
	field id = ID
`
	var report diag.Report
	lock := ParseLock("sdkc.lock", []byte(merged), &report)
	if lock == nil {
		t.Fatal(report.List)
	}
	_, got, _ := strings.Cut(string(lock.Bytes()), "\n")
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestPlainNamesStay(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"unique_name", "UniqueName"}, {"uniqueName", "UniqueName"}, {"URL", "URL"}, {"sid", "Sid"}, {"a.b-c/d", "ABCD"}, {"1x", "1x"}, {"", ""}, {"éa", "Éa"},
	} {
		if got := plain(test.in); got != test.want {
			t.Errorf("plain(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestNoLockIsAnEmptyLock(t *testing.T) {
	var report diag.Report
	lock := ReadLock(filepath.Join(t.TempDir(), "sdkc.lock"), &report)
	if lock == nil || !lock.Missing || len(report.List) > 0 {
		t.Errorf("%+v: %v", lock, report.List)
	}
	if lock := ReadLock(t.TempDir(), &report); lock != nil || len(report.List) != 1 || report.List[0].Message != "the lock cannot be read: it is no ordinary file" {
		t.Errorf("%+v: %v", lock, report.List)
	}
}

func FuzzParseLock(f *testing.F) {
	f.Add([]byte("lock 1\nsdk a\ndocument . 1 sha256:00 a\nschema \"a\\n\" = B\n\tgone 1 value x\nresource /\n\tunder /x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var report diag.Report
		lock := ParseLock("sdkc.lock", data, &report)
		if lock == nil {
			return
		}
		once := lock.Bytes()
		if again := ParseLock("sdkc.lock", once, &report); again == nil || string(again.Bytes()) != string(once) {
			t.Errorf("%q becomes %q: %v", data, once, report.List)
		}
	})
}
