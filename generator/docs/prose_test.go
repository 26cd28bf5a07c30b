package docs

import "testing"

func TestProse(t *testing.T) {
	for _, test := range []struct{ in, para, cell string }{
		{"", "", ""},
		{"Plain text.", "Plain text.", "Plain text."},
		{"One\ntwo.\n\nThree.", "One two.\n\nThree.", "One two. Three."},
		{"*em* **strong** `code`", "*em* **strong** `code`", "*em* **strong** `code`"},
		{"a_b_c and 2*3", `a_b_c and 2\*3`, `a_b_c and 2\*3`},
		{"_em_ __strong__", "*em* **strong**", "*em* **strong**"},
		{"***both***", "***both***", "***both***"},
		{"# Title\ntext", "**Title**\n\ntext", "**Title** text"},
		{"Title\n===\ntext", "**Title**\n\ntext", "**Title** text"},
		{"- a\n- b\n  - c\n\ntext", "- a\n- b\n  - c\n\ntext", "a; b c text"},
		{"1. a\n2. b", "1. a\n1. b", "a; b"},
		{"a\n- b", "a\n\n- b", "a b"},
		{"a\n2. b", "a 2. b", "a 2. b"},
		{"[x](https://e.com/a_(b))", "[x](https://e.com/a_%28b%29)", "[x](https://e.com/a_%28b%29)"},
		{"[x](guide#a)", "[x](https://docs.example/api/guide#a)", "[x](https://docs.example/api/guide#a)"},
		{"[x](javascript:alert(1))", "x", "x"},
		{"[x](#top)", "x", "x"},
		{"![logo](https://e.com/i.png)", "logo", "logo"},
		{"see https://e.com/a.", "see [https://e.com/a](https://e.com/a).", "see [https://e.com/a](https://e.com/a)."},
		{"<https://e.com>", "[https://e.com](https://e.com)", "[https://e.com](https://e.com)"},
		{"<p>One</p><p>Two <b>bold</b> <code>x</code></p>", "One\n\nTwo **bold** `x`", "One Two **bold** `x`"},
		{"<ul><li>a</li><li>b</li></ul>", "- a\n- b", "a; b"},
		{`<a href="https://e.com/x" target="_blank">y</a>`, "[y](https://e.com/x)", "[y](https://e.com/x)"},
		{"Use <your-key> or <Response>", "Use &lt;your-key&gt; or &lt;Response&gt;", "Use &lt;your-key&gt; or &lt;Response&gt;"},
		{"a<!-- note -->b", "ab", "ab"},
		{"<script>alert(1)</script>", "alert(1)", "alert(1)"},
		{"`<p>` stays", "`<p>` stays", "`<p>` stays"},
		{"a | b", "a | b", `a \| b`},
		{"`a|b`", "`a|b`", "`a\\|b`"},
		{"| a | b |\n|---|:-:|\n| 1 | x\\|y |", "| a | b |\n|---|---|\n| 1 | x\\|y |", `a, b; 1, x\|y`},
		{"```JSON\n{\"a\": 1}\n```", "```json\n{\"a\": 1}\n```", "`{\"a\": 1}`"},
		{"~~~\n```\n~~~", "````\n```\n````", "```` ``` ````"},
		{"x\n\n    code\n      more", "x\n\n```\ncode\n  more\n```", "x `code   more`"},
		{"&lt;b&gt; &amp; &#39;", "&lt;b&gt; & '", "&lt;b&gt; & '"},
		{"> quoted\n> more", "quoted more", "quoted more"},
		{"> [!NOTE]\n> Mind it.", "**Note:** Mind it.", "**Note:** Mind it."},
		{"wow![x](https://e.com)", "wowx", "wowx"},
		{"wow\\![x](https://e.com)", `wow\![x](https://e.com)`, `wow\![x](https://e.com)`},
		{"costs $5 to $6", `costs \$5 to \$6`, `costs \$5 to \$6`},
		{"\\# no title", `\# no title`, `\# no title`},
		{"5\\. five", `5\. five`, `5\. five`},
		{"line  \nbreak", "line\\\nbreak", "line break"},
		{"a\u202eb\u200bc", "abc", "abc"},
		{"[Name] stays", `\[Name\] stays`, `\[Name\] stays`},
	} {
		bs := prose(test.in, "https://docs.example/api/")
		if got := para(bs); got != test.para {
			t.Errorf("para of %q = %q, want %q", test.in, got, test.para)
		}
		if got := cell(bs.flat()); got != test.cell {
			t.Errorf("cell of %q = %q, want %q", test.in, got, test.cell)
		}
	}
}

func TestCodeSpan(t *testing.T) {
	for _, test := range []struct{ in, line, cell string }{
		{"a", "`a`", "`a`"},
		{"a`b", "``a`b``", "``a`b``"},
		{"`", "`` ` ``", "`` ` ``"},
		{"a|b", "`a|b`", "`a\\|b`"},
		{`a\|b`, "`a\\|b`", `a\\\|b`},
		{`^\d{3}$`, "`^\\d{3}$`", "`^\\d{3}$`"},
		{" a ", "`  a  `", "`  a  `"},
		{"a\nb", "`a b`", "`a b`"},
	} {
		if got := codeSpan(test.in, false); got != test.line {
			t.Errorf("code %q = %q, want %q", test.in, got, test.line)
		}
		if got := codeSpan(test.in, true); got != test.cell {
			t.Errorf("code %q in a cell = %q, want %q", test.in, got, test.cell)
		}
	}
}

func TestHref(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"https://e.com/a b", "https://e.com/a%20b"},
		{"http://e.com", "http://e.com"},
		{"mailto:a@e.com", "mailto:a@e.com"},
		{"/docs/x", "https://base.example/docs/x"},
		{"//other.example/x", "https://other.example/x"},
		{"JavaScript:alert(1)", ""},
		{"java\tscript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"https://user:pw@e.com", ""},
		{"https://", ""},
		{"#a", ""},
		{"https://e.com/|`<>\"", "https://e.com/%7C%60%3C%3E%22"},
	} {
		if got := href(test.in, "https://base.example/a/b"); got != test.want {
			t.Errorf("href(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
