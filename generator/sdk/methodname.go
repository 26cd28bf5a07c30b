package sdk

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A call is an operation on its way to a method: its words, taken apart once.
type call struct {
	op     *model.Operation
	group  *group
	method []string // words of the method: "Get By ID"
	full   []string // words of the operation, whole: "Get Pet By ID"
	plain  bool     // the method's words are ours, not the operationId's
	title  string   // what its types are named for: "GetPetByID"
}

// call finds the words of an operation.
func (b *builder) call(op *model.Operation, g *group) *call {
	c := &call{op: op, group: g}
	ws, scaffold := idWords(op.Words())
	if len(ws) == 0 || opaque(ws) || derivedID(op) {
		c.method = b.shapeWords(op, g)
		c.full = append(append([]string{}, c.method...), g.noun...)
	} else {
		c.full = ws
		ws = g.withoutShared(ws)
		c.full = ws
		c.method = strip(ws, g, op)
		if scaffold {
			c.method, c.plain = unscaffolded(c.method)
		}
	}
	c.title = c.typeTitle(b.hasItems(g))
	return c
}

// strip takes the resource's noun out of an operation's words: "droplets list", "list droplets",
// "get pet by id". What is more than the noun stays whole: "create OpenAI chat".
func strip(ws []string, g *group, op *model.Operation) []string {
	aliases := g.aliases
	ws = withoutVersion(ws, aliases)
	for _, a := range longestFirst(aliases) {
		if len(ws) > len(a) && startsWith(ws, a) && (isVerb(ws[len(a)]) || g.nounFirst() && nounLen(op.Words()) <= len(a)) {
			ws = ws[len(a):] // "droplets list"
			break
		}
	}
	ws = verbFirst(ws, op.Words())
	if !isVerb(ws[0]) {
		return ws
	}
	for _, a := range longestFirst(aliases) {
		if len(a) == 0 || !startsWith(ws[1:], a) {
			continue
		}
		rest := ws[1+len(a):]
		if len(rest) == 0 || byItem(rest, op) {
			return ws[:1]
		}
		if prepositions[strings.ToLower(rest[0])] || versionWord.MatchString(rest[0]) {
			return append([]string{ws[0]}, rest...)
		}
	}
	return ws
}

// byItem tells whether words say no more than the path's last param: "by id" of /pets/{petId}.
func byItem(rest []string, op *model.Operation) bool {
	if len(rest) < 2 || !strings.EqualFold(rest[0], "by") {
		return false
	}
	template := fileSuffix.ReplaceAllString(op.Template(), "")
	last := template[strings.LastIndexByte(template, '/')+1:]
	if !isParam(last) {
		return false
	}
	what := stems(rest[1:])
	if len(what) == 1 && (what[0] == "id" || what[0] == "sid" || what[0] == "uuid") {
		return true
	}
	return strings.Join(what, "") == strings.Join(stems(plainWords(last)), "")
}

// withoutVersion takes a tag that names a version out of the words, wherever it stands: core v1 in
// "create core v1 namespaced pod".
func withoutVersion(ws []string, aliases [][]string) []string {
	for _, a := range longestFirst(aliases) {
		if len(a) == 0 || !versionWord.MatchString(a[len(a)-1]) {
			continue
		}
		for i := 1; i+len(a) < len(ws)+1 && len(ws) > len(a); i++ {
			if startsWith(ws[i:], a) {
				return append(append([]string{}, ws[:i]...), ws[i+len(a):]...)
			}
		}
	}
	return ws
}

func longestFirst(aliases [][]string) [][]string {
	var out [][]string
	for n := 12; n > 0; n-- {
		for _, a := range aliases {
			if len(a) == n {
				out = append(out, a)
			}
		}
	}
	return out
}

// unscaffolded says in a user's words what a framework generated: "find all" → List. A version stays.
func unscaffolded(ws []string) (words []string, changed bool) {
	n := len(ws)
	if n > 1 && versionWord.MatchString(ws[n-1]) {
		n--
	}
	verb := map[string]string{"find all": "List", "find all paginated": "List", "get all": "List", "get paginated": "List",
		"find one": "Get", "remove": "Delete"}[strings.ToLower(strings.Join(ws[:n], " "))]
	if verb == "" {
		return ws, false
	}
	return append([]string{verb}, ws[n:]...), true
}

// derivedID tells whether an operationId only repeats method and path: "GetCustomersCustomer".
func derivedID(op *model.Operation) bool {
	id := squeeze(op.Words())
	path := squeeze(op.Template())
	bare := squeeze(versionless(op.Template()))
	m := strings.ToLower(op.Method)
	return op.Path != nil && (id == m+path || id == m+bare || id == path+m || id == bare+m)
}

// versionless is a path without its version segments.
func versionless(template string) string {
	var out []string
	for _, s := range strings.Split(template, "/") {
		if !versionSegment.MatchString(strings.ToLower(s)) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "/")
}

// squeeze keeps the letters and digits of a name, small.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isWord(r) {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// typeTitle is what the operation's own types begin with: "CreateSession". An operationId
// of a verb and a noun says it; otherwise the method and the resource do.
func (c *call) typeTitle(items bool) string {
	if len(c.full) >= 2 && isVerb(c.full[0]) && c.op.ID != "" && !derivedID(c.op) && !c.plain {
		return join(c.full, c.op.Words())
	}
	verb := strings.ToLower(c.method[0])
	noun := inLast(c.group.noun, singular)
	if verb == "list" || verb == "search" || verb == "find" && len(c.method) == 1 || !items && c.op.ID == "" && verb != "create" {
		noun = inLast(c.group.noun, plural)
	}
	return join(around(c.method, noun, inLast(c.group.noun, singular)), "x")
}

// around puts a noun where a method's words want it: "create" → "create invoice", "get by name" → "get invoice by
// name", but "attach payment" → "invoice attach payment".
func around(method, noun, whole []string) []string {
	rest := method[1:]
	if isVerb(method[0]) && (len(rest) == 0 || versionWord.MatchString(rest[0]) || prepositions[strings.ToLower(rest[0])]) {
		return append(append(method[:1:1], noun...), rest...)
	}
	return append(append([]string{}, whole...), method...)
}

// longTitles are what an operation's types begin with where the short title is taken: with the resource's
// whole name, with the whole operationId, with the path.
func (c *call) longTitles() []string {
	name := strings.TrimSuffix(string(c.group.res.Name), "Resource")
	whole := plainWords(name)
	if len(whole) == 0 {
		whole = []string{"Root"}
	}
	noun := whole
	if !strings.EqualFold(c.method[0], "list") && !strings.EqualFold(c.method[0], "search") {
		noun = inLast(whole, singular)
	}
	out := []string{title(around(c.method, noun, whole), false), name + title(c.method, false)}
	if c.op.ID != "" {
		out = append(out, exported(c.op.ID))
	}
	return append(out, exported(strings.ToLower(c.op.Method)+" "+c.op.Template()))
}

func (c *call) longRungs(suffix string) []rung {
	var out []rung
	for _, t := range c.longTitles() {
		out = append(out, rung{t + suffix, "parent"})
	}
	return out
}
