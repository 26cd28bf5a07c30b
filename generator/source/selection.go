package source

import (
	"regexp"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Selection says which operations are compiled: all, or those that a rule of Include fits, but none that a rule of
// Exclude fits. What only the others use goes with them, unless Keep is set.
type Selection struct {
	Include, Exclude []Rule
	Keep             bool
}

// A Rule fits operations. In its pattern an asterisk stands for anything.
type Rule struct {
	Kind    RuleKind
	Pattern string // "Calls", "/v1/Services/*", "list*", "GET /v1/Services"
}

// A RuleKind says what of an operation a rule looks at.
type RuleKind string

const (
	ByTag       RuleKind = "tag"
	ByPath      RuleKind = "path"
	ByOperation RuleKind = "operation" // the operationId, or method and path
)

// A choice applies a selection to a document of OpenAPI 3.
type choice struct {
	Selection
	root *Node
	used map[Rule]bool
	left int // operations that are kept
}

// choose drops what the selection leaves out, and returns the rules that fit nothing.
func choose(root *Node, s Selection, report *diag.Report) (idle []Rule) {
	if len(s.Include)+len(s.Exclude) == 0 {
		return nil
	}
	c := &choice{Selection: s, root: root, used: map[Rule]bool{}}
	if paths := root.Get("paths"); paths != nil {
		c.paths(paths)
	}
	if c.left == 0 {
		report.Add(diag.Diagnostic{
			Code: "nothing-selected", Severity: diag.Warning, Pos: root.Pos,
			Message: "include and exclude leave no operation", Cure: "types alone are emitted",
		})
	}
	if !s.Keep {
		c.prune()
	}
	for _, r := range append(slices.Clone(s.Include), s.Exclude...) {
		if !c.used[r] {
			idle = append(idle, r)
		}
	}
	return idle
}

func (c *choice) paths(paths *Node) {
	paths.Fields = slices.DeleteFunc(paths.Fields, func(path Field) bool {
		if isExtension(path.Key) || path.Value.Kind != Object {
			return false
		}
		c.own(path.Value)
		had := len(path.Value.Fields)
		c.operations(path.Key, path.Value)
		return len(path.Value.Fields) < had && !holdsOperation(path.Value)
	})
}

// own makes a path item its own that refers to a shared one.
func (c *choice) own(item *Node) {
	name, ok := strings.CutPrefix(item.Get("$ref").Text(), "#/components/pathItems/")
	if !ok {
		return
	}
	shared := c.root.Get("components").Get("pathItems").Get(unescapePointer(name))
	if shared == nil {
		return
	}
	item.drop("$ref")
	for _, f := range shared.Fields {
		if item.Get(f.Key) == nil {
			item.Fields = append(item.Fields, Field{Key: f.Key, Pos: f.Pos, Value: f.Value.copied()})
		}
	}
	item.adopt()
}

// copied is a copy that can be changed alone.
func (n *Node) copied() *Node {
	fresh := &Node{Kind: n.Kind, Value: n.Value, Pos: n.Pos, raw: n.raw}
	for _, item := range n.Items {
		fresh.Items = append(fresh.Items, item.copied())
	}
	for _, f := range n.Fields {
		fresh.Fields = append(fresh.Fields, Field{Key: f.Key, Pos: f.Pos, Value: f.Value.copied()})
	}
	fresh.adopt()
	return fresh
}

func (c *choice) operations(path string, item *Node) {
	item.Fields = slices.DeleteFunc(item.Fields, func(f Field) bool {
		if f.Key == "additionalOperations" {
			c.operations(path, f.Value)
			return len(f.Value.Fields) == 0
		}
		if f.Value.Kind != Object || !isOperation(item, f.Key) {
			return false
		}
		if c.keeps(path, f) {
			c.left++
			return false
		}
		return true
	})
}

func isOperation(item *Node, key string) bool {
	w := pathItemObject.wanted(key)
	return item.key == "additionalOperations" || w.kind == wantObject && w.object == operationObject
}

func holdsOperation(item *Node) bool {
	return slices.ContainsFunc(item.Fields, func(f Field) bool {
		return f.Key == "additionalOperations" || f.Value.Kind == Object && isOperation(item, f.Key)
	})
}

// keeps tells whether an operation is compiled. All rules are looked at, so that the idle ones are known.
func (c *choice) keeps(path string, f Field) bool {
	fits := func(rules []Rule) (any bool) {
		for _, r := range rules {
			if r.fits(path, f) {
				c.used[r] = true
				any = true
			}
		}
		return any
	}
	in, out := fits(c.Include), fits(c.Exclude)
	return (in || len(c.Include) == 0) && !out
}

func (r Rule) fits(path string, f Field) bool {
	switch r.Kind {
	case ByTag:
		tags := f.Value.Get("tags")
		return tags != nil && slices.ContainsFunc(tags.Items, func(n *Node) bool { return matches(r.Pattern, n.Text()) })
	case ByPath:
		return matches(r.Pattern, path)
	}
	return matches(r.Pattern, f.Value.Get("operationId").Text()) || matches(r.Pattern, strings.ToUpper(f.Key)+" "+path)
}

// matches compares a text with a pattern whose asterisks stand for anything.
func matches(pattern, text string) bool {
	if !strings.Contains(pattern, "*") {
		return pattern == text
	}
	parts := strings.Split(pattern, "*")
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	found, err := regexp.MatchString("^(?s:"+strings.Join(parts, ".*")+")$", text)
	return err == nil && found
}
