package sdk

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/model"
)

// docs writes what comments and pages say of everything.
func (b *builder) docs() {
	b.pkg.Doc = packageDoc(b.doc, b.pkg.Name)
	for _, g := range b.all {
		g.res.Doc = b.resourceDoc(g)
		for _, m := range g.res.Methods {
			b.methodDoc(m)
		}
	}
	for _, d := range b.inOrder() {
		b.declDoc(d)
	}
}

func packageDoc(doc *model.Document, name Ident) Doc {
	title := strings.TrimSpace(flat(string(doc.Title)))
	if title == "" {
		title = "an API"
	}
	return Doc{Lead: model.Text("Package " + string(name) + " is a client of " + strings.TrimSuffix(title, ".") + "."), Body: doc.Doc}
}

func (b *builder) resourceDoc(g *group) Doc {
	name := string(g.res.Name)
	noun := strings.ToLower(strings.Join(plainWords(name), " "))
	d := Doc{Lead: model.Text(name + " has the operations on " + noun + ".")}
	if g.tag != nil && g.tag.Doc != "" {
		d = sentence(name, g.tag.Doc)
	}
	if g.res.Prefix != "" {
		d.Facts = append(d.Facts, "ids begin with "+g.res.Prefix)
	}
	return d
}

func (b *builder) methodDoc(m *Method) {
	op := m.Spec
	text := op.Doc
	if text == "" || op.Summary != "" && len(op.Summary) > 3 {
		text = op.Summary
	}
	m.Doc = sentence(string(m.Name), text)
	if text == op.Summary && op.Doc != "" && flat(string(op.Doc)) != flat(string(op.Summary)) {
		m.Doc.Body = join2(m.Doc.Body, op.Doc)
	}
	if text == "" {
		m.Doc.Lead = model.Text(string(m.Name) + " sends " + opKey(op) + ".")
	}
	m.Doc.Deprecated = deprecated(op.Deprecated)
	for _, set := range op.AnyOfSet {
		m.Doc.Facts = append(m.Doc.Facts, "give at least one of "+strings.Join(set, ", "))
	}
	for _, a := range m.Args {
		if a.Spec != nil {
			a.Doc = sentence(string(a.Name), a.Spec.Doc)
			a.Doc.Facts = b.facts(a.Spec.Type, a.Spec.Facts)
			a.Doc.Deprecated = deprecated(a.Spec.Deprecated)
		}
	}
	if m.Body != nil {
		m.Body.Doc = sentence("body", op.Body.Doc)
	}
	if m.Params == nil {
		return
	}
	m.Params.Doc.Lead = model.Text(string(m.Params.Name) + " are the params of [" + string(m.Resource.Name) + "." + string(m.Name) + "].")
	for _, f := range m.Params.Fields {
		b.fieldDoc(f)
	}
}

func (b *builder) fieldDoc(f *Field) {
	switch {
	case f.Param != nil:
		f.Doc = sentence(string(f.Name), f.Param.Doc)
		f.Doc.Facts = b.facts(f.Param.Type, f.Param.Facts)
		f.Doc.Deprecated = deprecated(f.Param.Deprecated)
	case f.Prop != nil:
		f.Doc = sentence(string(f.Name), f.Prop.Doc)
		f.Doc.Facts = b.facts(f.Prop.Type, f.Prop.Facts)
		if f.Prop.ReadOnly {
			f.Doc.Facts = append(f.Doc.Facts, "only in responses")
		}
		if f.Prop.WriteOnly {
			f.Doc.Facts = append(f.Doc.Facts, "only in requests")
		}
		f.Doc.Deprecated = deprecated(f.Prop.Deprecated)
	}
	if f.Required && (f.Param != nil || len(f.Tags) > 0) {
		f.Doc.Facts = append([]string{"required"}, f.Doc.Facts...)
	}
}

func (b *builder) declDoc(d Decl) {
	s := d.Schema()
	doc := sentence(string(d.GoName()), firstText(s.Doc, ""))
	if s.Doc == "" {
		doc.Lead = model.Text(b.plainLead(d))
	}
	doc.Deprecated = deprecated(s.Deprecated)
	switch d := d.(type) {
	case *Object:
		for _, f := range d.Fields {
			b.fieldDoc(f)
		}
		if d.Extra != nil {
			d.Extra.Doc.Lead = model.Text(string(d.Extra.Name) + " has the keys that are no field.")
		}
		d.Doc = doc
	case *Enum:
		for _, v := range d.Values {
			if v.Spec.Doc != "" {
				v.Doc = sentence(string(v.Name), v.Spec.Doc)
			}
			v.Doc.Deprecated = deprecated(v.Spec.Deprecated)
		}
		d.Doc = doc
	case *Union:
		d.Doc = doc
	case *Alias:
		d.Doc = doc
	}
}

// plainLead is what we say of a type that the document does not describe.
func (b *builder) plainLead(d Decl) string {
	name := string(d.GoName())
	switch d := d.(type) {
	case *Enum:
		return name + " is one of the values that the constants below name, or another that a server sends."
	case *Union:
		var links []string
		for _, v := range d.Variants {
			if r := v.Type.Root(); r != nil {
				links = append(links, "["+string(r.GoName())+"]")
			} else {
				links = append(links, v.Type.String())
			}
		}
		if len(links) > 8 {
			links = append(links[:8], "…")
		}
		return name + " is one of " + strings.Join(links, ", ") + "."
	}
	s := d.Schema()
	if s.Name != "" {
		return name + " is the schema " + flat(string(s.Name)) + "."
	}
	if s.Owner != nil && b.decls[s.Owner] != nil {
		return name + " is a part of [" + string(b.decls[s.Owner].GoName()) + "]."
	}
	return name + " is a part of a request or a response."
}

func firstText(texts ...model.Text) model.Text {
	for _, t := range texts {
		if strings.TrimSpace(string(t)) != "" {
			return t
		}
	}
	return ""
}

func join2(a, b model.Text) model.Text {
	if a == "" {
		return b
	}
	return a + "\n\n" + b
}

func deprecated(yes bool) string {
	if yes {
		return "the API calls it deprecated."
	}
	return ""
}

// sentence makes a comment that begins with the identifier from the document's text.
func sentence(name string, text model.Text) Doc {
	first, rest := firstSentence(string(text))
	if first == "" {
		return Doc{}
	}
	return Doc{Lead: model.Text(lead(name, first)), Body: model.Text(rest)}
}

// lead puts an identifier before a sentence as grammar wants it.
func lead(name, s string) string {
	word, rest, _ := strings.Cut(s, " ")
	bare := strings.TrimRight(word, ",:.;")
	lower := strings.ToLower(bare)
	switch {
	case bare == name || strings.TrimSuffix(bare, "s") == name && false:
		return s
	case strings.EqualFold(bare, "this") || strings.EqualFold(bare, "if") || strings.EqualFold(bare, "when"):
		return name + ": " + lowerFirst(s)
	case articles[lower]:
		return name + " is " + lowerFirst(s)
	case lower == "whether":
		return name + " says " + lowerFirst(s)
	case verbs[lower] && bare == word && !nounish(rest):
		return name + " " + thirdPerson(lower) + " " + rest
	case strings.HasSuffix(lower, "s") && verbs[verbOf(lower)] && bare == word && !nounish(rest):
		return name + " " + lower + " " + rest
	}
	return name + ": " + lowerFirst(s)
}

var articles = set(`a an the one`)

// nounish tells whether what follows a word shows that it is a noun: "list of …", "update to …", "query params".
func nounish(rest string) bool {
	next, _, _ := strings.Cut(rest, " ")
	switch strings.ToLower(next) {
	case "", "of", "is", "are", "was", "has", "which", "that", "id", "ids", "sid", "name", "type", "url", "params", "parameters", "object", "status", "date", "time":
		return true
	}
	return false
}

// verbOf undoes thirdPerson: "creates" → "create", "copies" → "copy".
func verbOf(word string) string {
	for _, v := range []string{strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "es"), strings.TrimSuffix(word, "ies") + "y"} {
		if verbs[v] {
			return v
		}
	}
	return ""
}

// lowerFirst makes the first letter small, unless the word is a name or an abbreviation.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	word, _, _ := strings.Cut(s, " ")
	if unicode.IsUpper(next) || unicode.IsDigit(next) || isFixed(word) || strings.IndexFunc(word[min(n, len(word)):], unicode.IsUpper) >= 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

var sentenceEnd = regexp.MustCompile(`[.!?](["')\]*]*)(\s+)`)

// firstSentence cuts a text after its first sentence, which becomes one line. Markup, lists and headings
// end it too; an abbreviation does not.
func firstSentence(text string) (first, rest string) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	para, rest, _ := strings.Cut(text, "\n\n")
	if i := blockStart(para); i >= 0 {
		para, rest = para[:i], para[i:]+"\n\n"+rest
	}
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(para, -1) {
		if abbreviates(para[:m[0]+1]) || strings.Count(para[:m[0]], "`")%2 == 1 || strings.Count(para[:m[0]], "[") > strings.Count(para[:m[0]], "]") {
			continue
		}
		return finish(para[:m[3]]), strings.TrimSpace(para[m[5]:] + "\n\n" + rest)
	}
	return finish(para), strings.TrimSpace(rest)
}

// blockStart is where a list, a heading, a table or a fence begins within a paragraph; -1 for nowhere. A text
// that begins with one has no sentence.
func blockStart(para string) int {
	at := 0
	for i, line := range strings.Split(para, "\n") {
		trimmed := strings.TrimLeft(line, " \t")
		if isBlock(trimmed) && (i > 0 || !strings.HasPrefix(trimmed, "#")) {
			return at
		}
		at += len(line) + 1
	}
	return -1
}

func isBlock(line string) bool {
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "+ ") || strings.HasPrefix(line, "#") ||
		strings.HasPrefix(line, "|") || strings.HasPrefix(line, "```") || strings.HasPrefix(line, ">") || strings.HasPrefix(line, "<")
}

func abbreviates(s string) bool {
	return hasAnySuffix(strings.ToLower(s), "e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "no.", "incl.", "inc.", "u.s.")
}

// finish makes a sentence one line that ends in a full stop.
func finish(s string) string {
	s = strings.TrimLeft(flat(s), "# ")
	if s == "" {
		return ""
	}
	if r, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?", r) {
		return s
	}
	return strings.TrimRight(s, ":;,") + "."
}

// flat is a text on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
