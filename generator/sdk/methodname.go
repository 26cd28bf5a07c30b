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
	title  string   // what its types are named for: "GetPetByID"
}

// call finds the words of an operation.
func (b *builder) call(op *model.Operation, g *group) *call {
	c := &call{op: op, group: g}
	ws, scaffold := idWords(op.ID)
	if len(ws) == 0 || derivedID(op) {
		c.method = b.shapeWords(op, g)
		c.full = append(append([]string{}, c.method...), g.noun...)
	} else {
		c.full = ws
		c.method = strip(ws, g.aliases, op)
		if scaffold {
			c.method = unscaffolded(c.method)
		}
		if !isVerb(c.method[0]) && len(c.method) == len(ws) && !scaffold {
			c.full = ws
		}
	}
	c.title = c.typeTitle()
	return c
}

// idWords are the words of an operationId without the group that it may begin with: "repos/get-content",
// "CallController_create". A controller's name says that the verbs are a framework's.
func idWords(id string) (ws []string, scaffold bool) {
	for _, sep := range []string{"/", ".", "#", "::"} {
		if i := strings.LastIndex(id, sep); i >= 0 && len(words(id[i+len(sep):])) > 0 && len(plainWords(id[i+len(sep):])) > 0 {
			id = id[i+len(sep):]
		}
	}
	ws = plainWords(id)
	for i := len(ws) - 2; i >= 0; i-- {
		if strings.EqualFold(ws[i], "controller") {
			return ws[i+1:], true
		}
	}
	return ws, false
}

// strip takes the resource's noun out of an operation's words: "droplets list", "list droplets",
// "get pet by id". What is more than the noun stays whole: "create OpenAI chat".
func strip(ws []string, aliases [][]string, op *model.Operation) []string {
	ws = withoutVersion(ws, aliases)
	for _, a := range longestFirst(aliases) {
		if len(ws) > len(a) && startsWith(ws, a) && isVerb(ws[len(a)]) {
			ws = ws[len(a):] // "droplets list"
			break
		}
	}
	if !isVerb(ws[0]) {
		for _, a := range longestFirst(aliases) {
			if rest := ws[:max(0, len(ws)-len(a))]; len(rest) == 0 && len(ws) > len(a) && endsWith(ws, a) {
				return rest
			}
		}
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

// unscaffolded says in a user's words what a framework generated: "find all" → List.
func unscaffolded(ws []string) []string {
	switch strings.ToLower(strings.Join(ws, " ")) {
	case "find all", "find all paginated", "get all":
		return []string{"List"}
	case "find one":
		return []string{"Get"}
	case "remove":
		return []string{"Delete"}
	}
	return ws
}

// derivedID tells whether an operationId only repeats method and path: "GetCustomersCustomer".
func derivedID(op *model.Operation) bool {
	id := squeeze(op.ID)
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
func (c *call) typeTitle() string {
	if len(c.full) >= 2 && isVerb(c.full[0]) && c.op.ID != "" && !derivedID(c.op) {
		return join(c.full, c.op.ID)
	}
	noun := inLast(c.group.noun, singular)
	if len(c.method) > 0 && strings.EqualFold(c.method[0], "list") {
		noun = c.group.noun
	}
	ws := append(append([]string{}, c.method[:min(1, len(c.method))]...), noun...)
	if len(c.method) > 1 {
		ws = append(append([]string{}, noun...), c.method...)
	}
	return join(ws, "x")
}
