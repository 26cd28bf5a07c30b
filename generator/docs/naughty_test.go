package docs

import (
	"cmp"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// hostile are texts that try to be more than text.
var hostile = []string{
	"a | b || c \\| d \\\\| e", "`|`", "`a\\|b`", "``` ```` ` |", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
	"<a href=\"javascript:alert(1)\">x</a>", "[x](javascript:alert(1))", "[x]( java\nscript:alert(1))", "![x](https://evil.example/p.png)",
	"!\\[x](https://evil.example)", "wow![x](https://ok.example)", "[x](data:text/html,<b>)", "<javascript:alert(1)>", "<!-- c --> <!-- d",
	"# heading\n## other\n\nsetext\n===\n", "x\n---\ny\n***\n", "> quote\n>> deeper\n> > > # h", "```\nfence\n", "~~~ x\n````\n~~~\n</details>",
	"- a\n  - b\n    - c\n      1. d\n\n      e\n- f", "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| `x|y` |", "&lt;script&gt; &#x202e; &#60;b&#62;",
	"\u202eabc\u2066d\u200be\ufeff\x00\x1b[31m", "*a **b _c_ `d` [e](https://f.example)** g*", "***", "[[[[", "](x)", "a  \nb\\\n# c", "    code\n\n    | x",
	"\\", "\\\\", "|", "`", "``", "$x$ $$y$$", "~~s~~", "[ref]: javascript:alert(1)\n[ref]", "<https://a.example/|>", "https://a.example/x|y](z)",
	"[a](https://b.example/\\|)", "[a](<https://b.example/ (x)>)", "\r\n\r# x", "{{ .Title }}", "1. x\n2) y\n10. z", "+ p\n+ q", "\xff\xfe", "",
	"[x](//evil.example/x)", "[x](https://user:pw@evil.example)", strings.Repeat("[", 5000), strings.Repeat("*a ", 5000), strings.Repeat("> ", 500) + "x",
	strings.Repeat("- ", 500) + "x", strings.Repeat("`", 999) + strings.Repeat("` ``", 999),
}

// naughty adds the Big List of Naughty Strings, where it is at hand.
func naughty(t *testing.T) []string {
	all := append([]string(nil), hostile...)
	name := cmp.Or(os.Getenv("SDKC_NAUGHTY"), "../../../shared/suites/big-list-of-naughty-strings/blns.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Logf("without the Big List of Naughty Strings, which SDKC_NAUGHTY may name: %v", err)
		return all
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return append(all, list...)
}

func TestNaughtyText(t *testing.T) {
	for _, s := range naughty(t) {
		bs := prose(s, "https://docs.example/a/")
		check(t, "para of "+brief(s), "x\n\n"+para(bs)+"\n\ny")
		check(t, "cell of "+brief(s), "| a | b |\n|---|---|\n| "+cell(bs.flat())+" | "+cell(code(s))+" |\n")
		check(t, "plain of "+brief(s), "| a | b |\n|---|---|\n| "+cell(plain(s))+" | "+cell(linked("x.md", code(s)))+" |\n")
		check(t, "line of "+brief(s), line(bs.flat())+"\n\n"+line(code(s))+"\n\n"+line(plain(s)))
		check(t, "fence of "+brief(s), fence("json", cleanJSON(clean(s))))
	}
}

// TestNaughtyPages puts each text wherever a document has its say, and reads all pages.
func TestNaughtyPages(t *testing.T) {
	clean := headingsOf(printed(t, proxy()))
	for _, s := range hostile {
		p := proxy()
		poison(reflect.ValueOf(p), s, map[any]bool{})
		pages := printed(t, p)
		checkSite(t, pages)
		for name, want := range clean {
			if s == "" {
				break // what says nothing has no section
			}
			if got := len(check(t, name, pages[name]).headings); got != want {
				t.Errorf("%s with %s: %d headings, want %d", name, brief(s), got, want)
			}
		}
	}
}

func headingsOf(pages map[string]string) map[string]int {
	all := map[string]int{}
	for name, text := range pages {
		all[name] = strings.Count("\n"+text, "\n# ") + strings.Count("\n"+text, "\n## ")
	}
	return all
}

func brief(s string) string {
	b, _ := json.Marshal(s)
	return string(b[:min(len(b), 60)])
}

// poison sets every text that a document brings along: prose, wire names, limits, defaults.
func poison(v reflect.Value, s string, seen map[any]bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() || v.Kind() == reflect.Pointer && seen[v.Interface()] {
			return
		}
		if v.Kind() == reflect.Pointer {
			seen[v.Interface()] = true
		}
		poison(v.Elem(), s, seen)
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), s, seen)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[diag.Pos]() || v.Type() == reflect.TypeFor[sdk.Type]() {
			return
		}
		for i := range v.NumField() {
			poison(v.Field(i), s, seen)
		}
	case reflect.String:
		switch v.Type() {
		case reflect.TypeFor[model.Text](), reflect.TypeFor[model.Wire]():
			v.SetString(s)
		case reflect.TypeFor[string]():
			if old := v.String(); old != "" && !kept[old] {
				v.SetString(s)
			}
		}
	}
}

// kept are the strings of the fixture that are not the document's.
var kept = map[string]bool{
	"proxyv1": true, "example.com/app/twilio/proxyv1": true, "example.com/app/twilio/sdk": true, "form": true,
	"http": true, "basic": true, "username": true, "POST": true, "GET": true, "Default: [SessionModeVoiceOnly]": true,
}

func TestPagesLink(t *testing.T) {
	checkSite(t, printed(t, proxy()))
	one := proxy()
	one.Dir = "."
	checkSite(t, printed(t, one))
	two := proxy()
	two.Dir, two.Name, two.Import = "proxyv2", "proxyv2", "example.com/app/twilio/proxyv2"
	checkSite(t, printed(t, proxy(), two))
}
