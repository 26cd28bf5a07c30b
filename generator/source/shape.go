package source

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A shaper makes every place of the tree hold what the tables want there, so that kin-openapi,
// which refuses a whole document for one number where a string belongs, always loads the result.
// What is of another kind is read as what was meant, or left out; each time the report says so.
type shaper struct {
	report *diag.Report
	root   *Node
	said   int
}

// refusePaths refuses paths of a kind that holds no operations: they would all be lost.
func refusePaths(root *Node, lenient bool, report *diag.Report) {
	n := root.Get("paths")
	if n == nil || lenient || n.Kind == Object || n.Kind == Null || n.Kind == Array && len(n.Items) == 0 {
		return
	}
	report.Add(diag.Diagnostic{
		Code: "wrong-kind", Pos: n.Pos, Pointer: n.where(),
		Message: fmt.Sprintf("%s is %s, so that every operation would be lost", label(n), article(n.Kind)), Cure: "write an object, a path each",
	})
}

func shape(root *Node, report *diag.Report) {
	s := &shaper{report: report, root: root}
	s.fix(root, an(documentObject))
	s.paths(root.Get("paths"))
}

// fix makes a node what is wanted. It is false when the node has to go.
func (s *shaper) fix(n *Node, w want) bool {
	if n.Kind == Null && w.kind != wantAny {
		return s.null(n, w)
	}
	switch w.kind {
	case wantAny:
		s.data(n)
		return true
	case wantText:
		return (n.Kind == String || s.toText(n)) && s.clip(n)
	case wantBool:
		return n.Kind == Bool || s.toBool(n)
	case wantNumber:
		return n.Kind == Number && inRange(n.Value) || s.toNumber(n)
	case wantCount:
		return s.toCount(n)
	case wantBound:
		return n.Kind == Bool || n.Kind == Number && inRange(n.Value) || s.toNumber(n)
	case wantTypes:
		return s.types(n)
	case wantTarget:
		return n.Kind == String || s.leaveOut(n, "a schema's name")
	case wantSchemaOr:
		return n.Kind == Bool || s.fix(n, schema)
	case wantList:
		return s.list(n, w)
	case wantMap, wantExtMap:
		return s.mapping(n, w)
	}
	return s.object(n, w.object)
}

// null decides what an explicit null stands for: mostly for nothing.
func (s *shaper) null(n *Node, w want) bool {
	switch {
	case w.kind == wantTypes:
		s.become(n, Node{Kind: String, Value: "null"}, "the type null")
		return true
	case w.kind == wantSchemaOr, w.kind == wantObject && (w.object == schemaObject || w.object == responseObject || w.object == operationObject):
		s.become(n, Node{Kind: Object}, "an empty "+string(objectOf(w)))
		return true
	case w.kind == wantList && n.parent != nil && n.parent.parent != nil && n.parent.parent.key == "security":
		s.become(n, Node{Kind: Array}, "an empty list")
		return true
	}
	s.say(n, "null-value", diag.Note, fmt.Sprintf("%s is null", label(n)), "it is left out")
	return false
}

func objectOf(w want) object {
	if w.kind == wantSchemaOr {
		return schemaObject
	}
	return w.object
}

// data leaves data alone, but for numbers that no float64 holds: kin-openapi would refuse them.
func (s *shaper) data(n *Node) {
	if n.Kind == Number && !inRange(n.Value) {
		s.become(n, Node{Kind: String, Value: n.Value}, "a string, since it is out of float64's range")
	}
	for _, item := range n.Items {
		s.data(item)
	}
	for _, f := range n.Fields {
		s.data(f.Value)
	}
}

// inRange tells whether float64 has a value near the number.
func inRange(number string) bool {
	if len(number) < 300 && !strings.ContainsAny(number, "eE") {
		return true
	}
	_, err := strconv.ParseFloat(number, 64)
	return err == nil
}

// become makes a node another one in the same place, and says so.
func (s *shaper) become(n *Node, other Node, what string) {
	s.say(n, "wrong-kind", diag.Warning, fmt.Sprintf("%s is %s", label(n), article(n.Kind)), "it is read as "+what)
	n.turn(other)
}

func (n *Node) turn(other Node) {
	n.Kind, n.Value, n.raw, n.Items, n.Fields = other.Kind, other.Value, "", other.Items, other.Fields
	n.adopt()
}

// leaveOut says that a node has to go, and returns false.
func (s *shaper) leaveOut(n *Node, wanted string) bool {
	s.say(n, "wrong-kind", diag.Warning, fmt.Sprintf("%s is %s, not %s", label(n), article(n.Kind), wanted), "it is left out")
	return false
}

func (s *shaper) say(n *Node, code diag.Code, severity diag.Severity, message, cure string) {
	s.said++
	switch {
	case s.said < maxSaid:
		s.report.Add(diag.Diagnostic{Code: code, Severity: severity, Pos: n.Pos, Pointer: n.where(), Message: message, Cure: cure})
	case s.said == maxSaid:
		s.report.Add(diag.Diagnostic{
			Code: "too-many-problems", Severity: diag.Warning, Pos: n.Pos, Pointer: n.where(),
			Message: fmt.Sprintf("the document has more than %d problems", maxSaid), Cure: "the rest is put right without a word",
		})
	}
}

// label is what a diagnostic calls a node: its key, or its number and the key of its list.
func label(n *Node) string {
	if n.parent != nil && n.parent.Kind == Array {
		return fmt.Sprintf("item %s of %.200q", n.key, n.parent.key)
	}
	if n.parent == nil {
		return "the document"
	}
	return fmt.Sprintf("%.200q", n.key)
}
