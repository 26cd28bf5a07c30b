package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

func TestReadYAML(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"b: 1\na: [x, 2]", `{"b":1,"a":["x",2]}`},
		{"200: ok\ntrue: t\n~: n\n1.0: v", `{"200":"ok","true":"t","~":"n","1.0":"v"}`},
		{"[yes, no, on, off, y, n]", `["yes","no","on","off","y","n"]`},
		{"[true, True, FALSE, null, ~, ]", `[true,true,false,null,null]`},
		{"[1.0, 0x1F, 0o17, 0777, 1_000, +3, .5, 5., 1e3, -0b11]", `[1.0,31,15,"0777",1000,3,0.5,5.0,1e3,-3]`},
		{"[2020-01-02, 2020-01-02T03:04:05Z, 12:30:45]", `["2020-01-02","2020-01-02T03:04:05Z","12:30:45"]`},
		{"[.inf, -.inf, .nan]", `[".inf","-.inf",".nan"]`},
		{"[123456789012345678901234567890, '1', !!str 1, !custom x]", `[123456789012345678901234567890,"1","1","x"]`},
		{"a: &x {k: v}\nb: *x\nc: *x", `{"a":{"k":"v"},"b":{"k":"v"},"c":{"k":"v"}}`},
		{"a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}", `{"a":{"k":1,"l":2},"b":{"k":1,"l":3}}`},
		{"a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc: {<<: [*x, *y], z: 0}", `{"a":{"k":1},"b":{"k":2,"m":3},"c":{"k":1,"m":3,"z":0}}`},
		{`"<<": 1`, `{"<<":1}`},
		{"a: |\n  x\n  y\nb: >\n  x\n  y\n", `{"a":"x\ny\n","b":"x y\n"}`},
		{"---\na: 1\n...\n", `{"a":1}`},
	} {
		var report diag.Report
		n := readYAML("t.yaml", test.in, &report)
		if n == nil || n.JSON() != test.want {
			t.Errorf("%s: got %s, want %s; %v", test.in, n.JSON(), test.want, report.List)
		}
	}
}

func TestReadYAMLWarns(t *testing.T) {
	var report diag.Report
	readYAML("t.yaml", "a: 1.5\nb: -.Inf\nc: '.inf'\nd: [.nan]", &report)
	want := "[t.yaml:2:4: -.Inf is no number that JSON has; it is read as text; quote it if it is meant so" +
		" t.yaml:4:5: .nan is no number that JSON has; it is read as text; quote it if it is meant so]"
	if got := fmt.Sprint(report.List); got != want || report.Failed() {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadYAMLRefuses(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"a: 1\na: 2", `t.yaml:2:1: the key "a" comes twice (first at 1:1); remove one of them`},
		{"x: &x {a: 1}\ny: {<<: *x, b: 1, b: 2}", `t.yaml:2:19: the key "b" comes twice (first at 2:13); remove one of them`},
		{"a: 1\n---\nb: 2", "t.yaml:2:1: the file holds a second YAML document; give each document a file of its own"},
		{"a: &a [*a]", "t.yaml:1:8: the alias *a stands inside what it names; write a $ref instead"},
		{"a: b: c", "t.yaml:1:1: mapping values are not allowed in this context; mend the YAML"},
		{"? [a, b]\n: 1", "t.yaml:1:3: a key is a list or a mapping; give it a name"},
		{"a: 1\nb: {<<: 3}", "t.yaml:2:9: the merge key << names a number; name a mapping, or a list of mappings"},
		{"a: 1\nb: [x, *none]", "t.yaml:2:8: the alias *none names no anchor before it; mend the YAML"},
		{"# nothing", "t.yaml:1:1: the file holds no YAML document; give an OpenAPI document in JSON or YAML"},
		{bomb(), "t.yaml:6:45: the aliases unfold to more than 64 MiB; write a $ref instead of an alias"},
		{strings.Repeat("[", 1001) + strings.Repeat("]", 1001), "t.yaml:1:1001: the document is nested more than 1000 levels deep; give what is inside names of its own"},
	} {
		var report diag.Report
		if n := readYAML("t.yaml", test.in, &report); n != nil {
			t.Errorf("%.60s: read", test.in)
		}
		if len(report.List) != 1 || report.List[0].String() != test.want {
			t.Errorf("%.60s: got %v, want %s", test.in, report.List, test.want)
		}
	}
}

// bomb is a billion laughs.
func bomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	return b.String()
}

func TestYAMLColumnsCountBytes(t *testing.T) {
	var report diag.Report
	root := readYAML("t.yaml", "a: {é: x, b: y}\nc:\n  - d", &report)
	for _, test := range []struct{ pointer, want string }{
		{"/a/b", "t.yaml:1:15"},
		{"/c/0", "t.yaml:3:5"},
	} {
		if got := root.pointed(test.pointer).Pos.String(); got != test.want {
			t.Errorf("%s: at %s, want %s", test.pointer, got, test.want)
		}
	}
}

func TestYAMLTestSuite(t *testing.T) {
	dir := suite(t, filepath.Join("yaml-test-suite", "src"))
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
		for _, node := range []*Node{parse(entry.Name(), data, &report)} {
			if node == nil && !report.Failed() {
				t.Errorf("%s: refused without a word", entry.Name())
			}
			for _, sample := range samples(node) {
				var report diag.Report
				if parse("sample.yaml", []byte(sample), &report) == nil && !report.Failed() {
					t.Errorf("%s: a sample is refused without a word: %q", entry.Name(), sample)
				}
			}
		}
	}
	t.Logf("%d files", len(entries))
}

// samples are the documents that a case of the suite holds, with its marks for blanks taken off.
func samples(suite *Node) []string {
	if suite == nil {
		return nil
	}
	var out []string
	marks := strings.NewReplacer("␣", " ", "————»", "\t", "———»", "\t", "——»", "\t", "—»", "\t", "»", "\t", "⇔", "\uFEFF", "↵", "", "∎\n", "", "←", "\r")
	for _, item := range suite.Items {
		out = append(out, marks.Replace(item.Get("yaml").Text()))
	}
	return out
}
