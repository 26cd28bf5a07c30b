package source

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"go.yaml.in/yaml/v3"
)

// A yamlReader turns the nodes of the YAML library into ours: aliases and merge keys unfolded,
// scalars as JSON has them, each node with its place.
type yamlReader struct {
	file   string
	lines  *lines
	report *diag.Report
	failed bool

	slab    slab
	depth   int
	aliases int                 // how many aliases are open
	alias1  diag.Pos            // the outermost of them
	budget  int                 // bytes that aliases may still unfold to
	open    map[*yaml.Node]bool // anchored nodes being read, to find one inside itself
	seen    map[string]int      // scratch: the keys of one object
}

// readYAML returns nil when the text is not one YAML document; the report says why.
func readYAML(file, in string, report *diag.Report) *Node {
	if strings.Count(in, "\n")+strings.Count(in, ",") > maxYAMLTokens {
		report.Add(diag.Diagnostic{
			Code: "too-many-values", Pos: diag.Pos{File: file, Line: 1, Col: 1},
			Message: fmt.Sprintf("the document has more than %d lines and commas", maxYAMLTokens), Cure: "split it, or write it as JSON",
		})
		return nil
	}
	r := &yamlReader{file: file, lines: newLines(in), report: report, budget: maxAliasBytes, open: map[*yaml.Node]bool{}}
	document := r.parse(in)
	if document == nil {
		return nil
	}
	root := r.node(document)
	if r.failed {
		return nil
	}
	return root
}

// parse returns the root of the only document, or nil.
func (r *yamlReader) parse(in string) (root *yaml.Node) {
	defer func() {
		if problem := recover(); problem != nil { // the library panics on some broken input
			r.syntax(fmt.Errorf("yaml: %v", problem))
			root = nil
		}
	}()
	decoder := yaml.NewDecoder(strings.NewReader(in))
	var first, second yaml.Node
	if err := decoder.Decode(&first); err != nil {
		r.syntax(err)
		return nil
	}
	switch err := decoder.Decode(&second); {
	case err == nil && !isBlank(&second):
		r.fail(r.pos(&second), "several-documents", "the file holds a second YAML document", "give each document a file of its own")
		return nil
	case err != nil && !errors.Is(err, io.EOF):
		r.syntax(err)
		return nil
	}
	if len(first.Content) == 0 {
		return nil
	}
	return first.Content[0]
}

func isBlank(document *yaml.Node) bool {
	return len(document.Content) == 0 || document.Content[0].Kind == yaml.ScalarNode && document.Content[0].Value == ""
}

// syntax reports an error of the library, which knows the line only: "yaml: line 3: …".
func (r *yamlReader) syntax(err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	pos := diag.Pos{File: r.file, Line: 1, Col: 1}
	if errors.Is(err, io.EOF) {
		r.fail(pos, "empty-file", "the file holds no YAML document", "give an OpenAPI document in JSON or YAML")
		return
	}
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		number, words, _ := strings.Cut(rest, ": ")
		if line, err := strconv.Atoi(number); err == nil {
			pos.Line, pos.Col, message = line, r.lines.indent(line), words
		}
	}
	if rest, ok := strings.CutPrefix(message, "unknown anchor '"); ok {
		name, _, _ := strings.Cut(rest, "'")
		pos.Line, pos.Col = r.lines.alias(name)
		r.fail(pos, "bad-yaml", fmt.Sprintf("the alias *%.200s names no anchor before it", name), "mend the YAML")
		return
	}
	r.fail(pos, "bad-yaml", message, "mend the YAML")
}

func (r *yamlReader) fail(pos diag.Pos, code diag.Code, message, cure string) {
	r.failed = true
	r.report.Add(diag.Diagnostic{Code: code, Pos: pos, Message: message, Cure: cure})
}

func (r *yamlReader) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: r.file, Line: n.Line, Col: r.lines.column(n.Line, n.Column)}
}

// node never returns nil: what cannot be read becomes null, and the reader has failed.
func (r *yamlReader) node(n *yaml.Node) *Node {
	pos := r.pos(n)
	if !r.affordable(n, pos) {
		return r.slab.node(Node{Pos: pos})
	}
	r.depth++
	defer func() { r.depth-- }()
	if n.Anchor != "" && n.Kind != yaml.ScalarNode {
		r.open[n] = true
		defer delete(r.open, n)
	}
	switch n.Kind {
	case yaml.MappingNode:
		return r.object(n, pos)
	case yaml.SequenceNode:
		return r.array(n, pos)
	case yaml.AliasNode:
		return r.alias(n, pos)
	}
	if out := scalar(n, pos); !endless(n, out) {
		return r.slab.node(out)
	}
	return r.endless(n, pos)
}

// affordable checks depth, number and, inside aliases, bytes.
func (r *yamlReader) affordable(n *yaml.Node, pos diag.Pos) bool {
	const nodeBytes = 64
	if r.aliases > 0 {
		r.budget -= nodeBytes + len(n.Value)
	}
	if r.failed && (r.budget < 0 || r.slab.count >= maxNodes || r.depth >= maxDepth) {
		return false // already said
	}
	switch {
	case r.depth >= maxDepth:
		r.fail(pos, "too-deep", fmt.Sprintf("the document is nested more than %d levels deep", maxDepth), "give what is inside names of its own")
	case r.slab.count >= maxNodes:
		r.fail(pos, "too-many-values", fmt.Sprintf("the document has more than %d values", maxNodes), "split it")
	case r.budget < 0:
		r.fail(r.alias1, "alias-bomb", "the aliases unfold to more than 64 MiB", "write a $ref instead of an alias")
	default:
		return true
	}
	return false
}

func (r *yamlReader) alias(n *yaml.Node, pos diag.Pos) *Node {
	if n.Alias == nil || r.open[n.Alias] {
		r.fail(pos, "alias-cycle", fmt.Sprintf("the alias *%s stands inside what it names", n.Value), "write a $ref instead")
		return r.slab.node(Node{Pos: pos})
	}
	if r.aliases == 0 {
		r.alias1 = pos
	}
	r.aliases++
	defer func() { r.aliases-- }()
	return r.node(n.Alias)
}

func (r *yamlReader) array(n *yaml.Node, pos diag.Pos) *Node {
	items := make([]*Node, 0, len(n.Content))
	for _, item := range n.Content {
		items = append(items, r.node(item))
	}
	return adopted(r.slab.node(Node{Kind: Array, Items: items, Pos: pos}))
}
