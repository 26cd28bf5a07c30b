package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestReadJSON(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`{"b": 1, "a": [true, false, null]}`, `{"b":1,"a":[true,false,null]}`},
		{`[1.50, -0, 1e9, 123456789012345678901234567890]`, `[1.50,-0,1e9,123456789012345678901234567890]`},
		{`"\u00e9\ud83d\ude00\/\n"`, `"é😀/\n"`},
		{`"\ud83d alone"`, "\"\uFFFD alone\""},
		{`"\ude00\ud83d"`, "\"\uFFFD\uFFFD\""},
		{`"\u2028 \u0001 \u007f"`, "\"\\u2028 \\u0001 \x7f\""},
		{`{"a":{},"b":[]}`, `{"a":{},"b":[]}`},
	} {
		var report diag.Report
		if got := readJSON("t.json", test.in, &report).JSON(); got != test.want || report.Failed() {
			t.Errorf("%s: got %s, want %s; %v", test.in, got, test.want, report.List)
		}
	}
}

func TestLoneSurrogates(t *testing.T) {
	var report diag.Report
	readJSON("t.json", "{\n\"a\": \"x\\ud83d\\ud83d\\ude00\", \"\\ude00\": 1}", &report)
	want := `[t.json:2:8: the escape \ud83d is half of a pair; it is read as U+FFFD t.json:2:30: the escape \ude00 is half of a pair; it is read as U+FFFD]`
	if got := fmt.Sprint(report.List); got != want || report.Failed() {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadJSONRefuses(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`{"a":1} x`, "t.json:1:9: the document ends, but the file goes on with 'x'; mend the JSON"},
		{"{\n  \"a\": 1,\n}", "t.json:3:1: a key in double quotes is wanted, found '}'; mend the JSON"},
		{`[1 2]`, "t.json:1:4: ',' or ']' is wanted, found '2'; mend the JSON"},
		{`{"a" 1}`, `t.json:1:6: ':' is wanted after the key "a", found '1'; mend the JSON`},
		{`[01]`, "t.json:1:2: a number is wanted, found '0'; mend the JSON"},
		{`"abc`, "t.json:1:1: the string has no end; mend the JSON"},
		{"\"a\tb\"", "t.json:1:3: a string holds the control character 0x09 unescaped; mend the JSON"},
		{`"\x"`, "t.json:1:2: a string holds an escape that JSON does not know; mend the JSON"},
		{`[`, "t.json:1:2: a value is wanted, found the end of the file; mend the JSON"},
		{"{\"a\":1,\n \"a\":2}", `t.json:2:2: the key "a" comes twice (first at 1:2); remove one of them`},
		{strings.Repeat("[", 1001), "t.json:1:1001: the document is nested more than 1000 levels deep; give what is inside names of its own"},
	} {
		var report diag.Report
		if n := readJSON("t.json", test.in, &report); n != nil {
			t.Errorf("%s: read as %s", test.in, n.JSON())
		}
		if len(report.List) != 1 || report.List[0].String() != test.want {
			t.Errorf("%s: got %v, want %s", test.in, report.List, test.want)
		}
	}
}

func TestDuplicateKeysAreAllReported(t *testing.T) {
	var report diag.Report
	readJSON("t.json", `{"a":{"x":1,"x":2},"a":3,"b":4,"b":5}`, &report)
	if len(report.List) != 3 {
		t.Errorf("got %v, want three duplicates", report.List)
	}
}

func TestJSONPositions(t *testing.T) {
	var report diag.Report
	root := readJSON("t.json", "{\n  \"a\": [1,\n\t\"é\", {\"b/c\": true}]\n}", &report)
	for _, test := range []struct {
		pointer string
		want    string
	}{
		{"/a", "t.json:2:8"},
		{"/a/0", "t.json:2:9"},
		{"/a/1", "t.json:3:2"},
		{"/a/2/b~1c", "t.json:3:16"},
	} {
		n := root.pointed(test.pointer)
		if got := n.Pos.String(); got != test.want {
			t.Errorf("%s: at %s, want %s", test.pointer, got, test.want)
		}
		if got := n.Pointer(); got != test.pointer {
			t.Errorf("%s: pointer %s", test.pointer, got)
		}
	}
}

// suite is a folder of vectors that are no part of this repository; "" where it is absent.
func suite(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("SDKC_SUITES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "suites")
	}
	dir = filepath.Join(dir, name)
	if _, err := os.Stat(dir); err != nil {
		t.Logf("no suite at %s: nothing is checked; set SDKC_SUITES to the folder above it", dir)
		return ""
	}
	return dir
}

func TestJSONTestSuite(t *testing.T) {
	dir := suite(t, filepath.Join("JSONTestSuite", "test_parsing"))
	if dir == "" {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		var report diag.Report
		in, ok := checked(entry.Name(), data, &report)
		read := ok && readJSON(entry.Name(), in, &report) != nil
		duplicate := strings.Contains(entry.Name(), "duplicated_key")
		switch {
		case strings.HasPrefix(entry.Name(), "y_") && !read && !duplicate:
			t.Errorf("%s: refused: %v", entry.Name(), report.List)
		case strings.HasPrefix(entry.Name(), "n_") && read, duplicate && read:
			t.Errorf("%s: read", entry.Name())
		case !read && !report.Failed():
			t.Errorf("%s: refused without a word", entry.Name())
		}
	}
	t.Logf("%d files", len(entries))
}
