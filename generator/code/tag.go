package code

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// tag prints a struct tag. Its values may be any text: each is quoted as reflect.StructTag reads
// it, so that after that nothing but letters, quotes and escapes is left to print.
func (p *printer) tag(tags []sdk.Tag) jen.Code {
	if len(tags) == 0 {
		return jen.Null()
	}
	parts := make([]string, len(tags))
	for i, t := range tags {
		if !isTagKey(t.Key) {
			p.fail("%q is no key of a struct tag", t.Key)
			return jen.Null()
		}
		parts[i] = t.Key + ":" + strconv.Quote(t.Value)
	}
	return raw(strings.Join(parts, " "))
}

// raw prints a literal in backquotes if all of it can be seen there, else in quotes.
func raw(text string) *jen.Statement {
	hidden := func(r rune) bool { return !strconv.IsPrint(r) }
	if !strconv.CanBackquote(text) || strings.ContainsFunc(text, hidden) {
		return jen.Lit(text)
	}
	return jen.Op("`" + text + "`")
}

func isTagKey(key string) bool {
	for _, r := range key {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return key != ""
}
