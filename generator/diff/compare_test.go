package diff

import (
	"fmt"
	"strings"
	"testing"
)

// What no document leads to at present, or only by a way about: each line is an old and a new symbol, and the changes.
func TestChanges(t *testing.T) {
	list := &Type{Text: "Names", Under: "[]string"}
	for _, test := range []struct {
		name     string
		old, new *Symbol
		want     string // severity, whether code compiles, what; "" for no change
	}{
		{"a value of one name", &Symbol{Name: "KindCat", Kind: Const, Of: "Kind", Type: text("Kind"), Value: "cat"}, &Symbol{Name: "KindCat", Kind: Const, Of: "Kind", Type: text("Kind"), Value: "Cat"}, "breaking true value changed"},
		{"a constant of another type", &Symbol{Name: "A", Kind: Const, Of: "Kind", Type: text("Kind")}, &Symbol{Name: "A", Kind: Const, Type: text("string")}, "breaking false type changed"},
		{"a field that is a method", &Symbol{Name: "A.B", Kind: Field, Of: "A", Type: text("string")}, &Symbol{Name: "A.B", Kind: Method, Of: "A", Func: &Signature{}}, "breaking false kind changed"},
		{"an alias of another list", &Symbol{Name: "A", Kind: Alias, Type: text("[]string")}, &Symbol{Name: "A", Kind: Alias, Type: text("[]int")}, "breaking false kind changed"},
		{"a struct that is a list", &Symbol{Name: "A", Kind: Struct}, &Symbol{Name: "A", Kind: Alias, Type: text("[]int")}, "breaking true kind changed"},
		{"a struct that is an enum", &Symbol{Name: "A", Kind: Struct}, &Symbol{Name: "A", Kind: Enum, Type: text("string")}, "breaking false kind changed"},
		{"an enum that is a struct", &Symbol{Name: "A", Kind: Enum, Type: text("string")}, &Symbol{Name: "A", Kind: Struct}, "breaking false kind changed"},
		{"params that are a struct", &Symbol{Name: "A", Kind: Params}, &Symbol{Name: "A", Kind: Struct}, "breaking true kind changed"},
		{"a field that takes anything", &Symbol{Name: "A.B", Kind: Field, Type: text("string")}, &Symbol{Name: "A.B", Kind: Field, Type: text("any")}, "breaking false type changed"},
		{"a field that took anything", &Symbol{Name: "A.B", Kind: Field, Type: text("any")}, &Symbol{Name: "A.B", Kind: Field, Type: text("string")}, "breaking false type changed"},
		{"a field of a named list", &Symbol{Name: "A.B", Kind: Field, Type: text("[]string")}, &Symbol{Name: "A.B", Kind: Field, Type: list}, "compatible true type changed"},
		{"an argument that takes anything", function(text("string")), function(text("any")), "compatible true arg type changed"},
		{"an argument that took anything", function(text("any")), function(text("string")), "breaking false arg type changed"},
		{"an argument of a named list", function(list), function(text("[]string")), "compatible true arg type changed"},
		{"a result of a named list", result(list), result(text("[]string")), "compatible true result changed"},
		{"a result that is anything", result(text("string")), result(text("any")), "breaking false result changed"},
		{"a list that must be given", &Symbol{Name: "A.B", Kind: Field, Type: text("[]string"), Request: true}, &Symbol{Name: "A.B", Kind: Field, Type: text("[]string"), Request: true, Required: true}, "breaking true became required"},
		{"a list that answers always hold", &Symbol{Name: "A.B", Kind: Field, Type: text("[]string")}, &Symbol{Name: "A.B", Kind: Field, Type: text("[]string"), Required: true}, ""},
		{"another package", &Symbol{Name: "A", Kind: Struct, Package: "pets"}, &Symbol{Name: "A", Kind: Struct, Package: "types"}, "breaking false moved to another package"},
		{"other words", &Symbol{Name: "A", Kind: Struct, Doc: "a"}, &Symbol{Name: "A", Kind: Struct, Doc: "b"}, "docs true docs"},
		{"an error's body of its class", errorsOf("404"), errorsOf("4XX"), "compatible true error type added"},
		{"an error's body of all", errorsOf("404"), errorsOf("default"), "compatible true error type added"},
		{"an error's body of none", errorsOf("404"), errorsOf("409"), "breaking true error type changed, compatible true error type added"},
	} {
		var got []string
		for _, c := range Changes(&Package{Symbols: []*Symbol{test.old}}, &Package{Symbols: []*Symbol{test.new}}) {
			got = append(got, fmt.Sprint(c.Severity, " ", c.Compiles, " ", c.What))
		}
		if joined := strings.Join(got, ", "); joined != test.want {
			t.Errorf("%s: %s, want %s", test.name, joined, test.want)
		}
	}
}

func function(arg *Type) *Symbol {
	return &Symbol{Name: "F", Kind: Func, Func: &Signature{Args: []Arg{{Name: "a", Type: arg}}}}
}

func result(r *Type) *Symbol {
	return &Symbol{Name: "F", Kind: Func, Func: &Signature{Results: []*Type{r}}}
}

func errorsOf(status string) *Symbol {
	return &Symbol{Name: "A.F", Kind: Method, Func: &Signature{}, Errors: []Problem{{status, text("Problem")}}}
}

func TestBump(t *testing.T) {
	for _, test := range []struct {
		severity Severity
		want     string
	}{{None, "none"}, {Docs, "patch"}, {Compatible, "minor"}, {Breaking, "major"}} {
		if got := test.severity.Bump(); got != test.want {
			t.Errorf("%s: %s, want %s", test.severity, got, test.want)
		}
	}
}

// Names and texts of documents are data in a table of a comment on a pull request.
func TestMarkdownIsData(t *testing.T) {
	for _, test := range []struct{ in, asCode, asText string }{
		{"a|b", "`a\\|b`", "a\\|b"},
		{"a`b", "`` a`b ``", "a`b"},
		{"<img src=x> @all", "`<img src=x> @all`", "&lt;img src=x> @\u200ball"},
		{"a\n| b", "`a \\| b`", "a \\| b"},
		{"[x](y)", "`[x](y)`", "\\[x\\](y)"},
		{"", "", ""},
	} {
		if got := code(test.in); got != test.asCode {
			t.Errorf("code(%q) = %s, want %s", test.in, got, test.asCode)
		}
		if got := escaped(test.in); got != test.asText {
			t.Errorf("escaped(%q) = %s, want %s", test.in, got, test.asText)
		}
	}
}

// A rename is found by its key, by what it sends and by what is in it; never where two may be meant.
func TestRenames(t *testing.T) {
	typ := func(name, key string, fields ...string) []*Symbol {
		all := []*Symbol{{Name: name, Kind: Struct, Key: key}}
		for _, f := range fields {
			all = append(all, &Symbol{Name: name + "." + strings.ToUpper(f), Kind: Field, Of: name, Wire: f, Key: "field " + f, Type: text("string")})
		}
		return all
	}
	for _, test := range []struct {
		name     string
		old, new []*Symbol
		want     string // old → new of those renamed
	}{
		{"by key", typ("A", "schema a", "x"), typ("B", "schema a", "y"), "A → B"},
		{"by what is in it", typ("A", "schema a", "x", "y", "z"), typ("B", "schema b", "x", "y", "z"), "A → B, A.X → B.X, A.Y → B.Y, A.Z → B.Z"},
		{"too little in it", typ("A", "schema a", "x"), typ("B", "schema b", "x"), ""},
		{"two may be meant", typ("A", "schema a", "x", "y", "z"), append(typ("B", "schema b", "x", "y", "z"), typ("C", "schema c", "x", "y", "z")...), ""},
		{
			"a method by its path", []*Symbol{{Name: "P.Get", Kind: Method, Of: "P", Key: "operation GET /p/{a}", Call: "GET /p/{a}", Func: &Signature{}}},
			[]*Symbol{{Name: "P.Fetch", Kind: Method, Of: "P", Key: "operation GET /p/{b}", Call: "GET /p/{b}", Func: &Signature{}}}, "P.Get → P.Fetch",
		},
	} {
		var got []string
		for _, c := range Changes(&Package{Symbols: test.old}, &Package{Symbols: test.new}) {
			if c.What == Renamed {
				got = append(got, c.Old+" → "+c.New)
			}
		}
		if joined := strings.Join(got, ", "); joined != test.want {
			t.Errorf("%s: %s, want %s", test.name, joined, test.want)
		}
	}
}
