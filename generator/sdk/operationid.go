package sdk

import (
	"regexp"
	"strings"
)

// idWords are the words of an operationId without the group that it may begin with: "repos/get-content",
// "CallController_create". A controller's name says that the verbs are a framework's.
func idWords(id string) (ws []string, scaffold bool) {
	id = fileName.ReplaceAllString(id, "")
	for _, sep := range []string{"/", ".", "#", "::"} {
		if i := strings.LastIndex(id, sep); i >= 0 && len(words(id[i+len(sep):])) > 0 && len(plainWords(id[i+len(sep):])) > 0 {
			id = id[i+len(sep):]
		}
	}
	if m := controller.FindStringSubmatch(id); m != nil {
		return plainWords(m[1]), true
	}
	ws = plainWords(id)
	noun, rest, ok := strings.Cut(id, "_")
	verb := plainWords(rest)
	if first := plainWords(noun); ok && len(first) > 0 && len(verb) > 0 && !isVerb(first[0]) && isVerb(verb[0]) {
		return append(first, verb...), false
	}
	return ws, false
}

// controller is the operationId of a framework that names methods after code: "CallController_create".
var controller = regexp.MustCompile(`^\w*Controller[_.]+([A-Za-z]\w*)$`)

var fileName = regexp.MustCompile(`\.(ya?ml|json)$`)

// opaque tells whether an operationId's words cannot be told apart: "getinputtokencounts".
func opaque(ws []string) bool {
	return len(ws) == 1 && !isVerb(ws[0]) && len(ws[0]) > 12
}

// verbFirst turns "volume snapshots _ get by id" into "get volume snapshot by id".
func verbFirst(ws []string, id string) []string {
	n := nounLen(id)
	if n == 0 || isVerb(ws[0]) || n >= len(ws) || !startsWith(ws, plainWords(id)[:n]) || !isVerb(ws[n]) {
		return ws
	}
	out := append([]string{ws[n]}, ws[:n]...)
	if !strings.EqualFold(ws[n], "list") {
		out = inLast(out, singular)
	}
	return append(out, ws[n+1:]...)
}

// nounLen counts the words before the first underscore: 2 of volumeSnapshots_get; 0 without one.
func nounLen(id string) int {
	noun, _, ok := strings.Cut(id, "_")
	if !ok {
		return 0
	}
	return len(plainWords(noun))
}

// nounFirst tells whether most operations of a group begin with its noun: ContainerTop, ContainerLogs.
func (g *group) nounFirst() bool {
	if g.habits == nil {
		g.habits = &habits{nounFirst: g.beginsWithNoun(), shared: g.sharedWord()}
	}
	return g.habits.nounFirst
}

// habits are how a group's operationIds are written.
type habits struct {
	nounFirst bool
	shared    string // a word that all begin with; "" for none
}

func (g *group) beginsWithNoun() bool {
	n := 0
	for _, op := range g.ops {
		ws, _ := idWords(op.Words())
		for _, a := range g.aliases {
			if len(a) > 0 && len(ws) > len(a) && startsWith(ws, a) {
				n++
				break
			}
		}
	}
	return 2*n > len(g.ops)
}

// withoutShared drops a word that all operationIds of a group begin with and that is no verb: genai_list_agents.
func (g *group) withoutShared(ws []string) []string {
	g.nounFirst()
	if len(ws) > 1 && strings.EqualFold(ws[0], g.habits.shared) {
		return ws[1:]
	}
	return ws
}

// sharedWord is the word that all operationIds of a group begin with; "" if it is a verb or of the noun, which
// strip knows whole.
func (g *group) sharedWord() string {
	shared := ""
	for _, op := range g.ops {
		ws, _ := idWords(op.Words())
		if len(ws) < 2 || isVerb(ws[0]) || shared != "" && !strings.EqualFold(shared, ws[0]) {
			return ""
		}
		shared = ws[0]
	}
	for _, a := range g.aliases {
		if len(a) > 0 && stem(a[0]) == stem(shared) {
			return ""
		}
	}
	if len(g.ops) < 2 {
		return ""
	}
	return shared
}
