package config

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sdkc/sdkc/generator/diag"
)

// A decoder reads YAML nodes strictly. yaml's own strict mode knows no columns and stops early.
type decoder struct {
	file   string
	report *diag.Report
}

// A field is a key that an object may have.
type field struct {
	key      string
	required bool
	read     func(*yaml.Node)
}

func (d *decoder) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: d.file, Line: n.Line, Col: n.Column}
}

func (d *decoder) fail(n *yaml.Node, message, cure string) {
	d.report.Add(diag.Diagnostic{Code: "config", Pos: d.pos(n), Message: message, Cure: cure})
}

// document is the root of the only YAML document; nil says that there is none to read.
func (d *decoder) document(data []byte) *yaml.Node {
	top := &yaml.Node{Line: 1, Column: 1}
	from := yaml.NewDecoder(strings.NewReader(string(data)))
	var doc yaml.Node
	err := from.Decode(&doc)
	if errors.Is(err, io.EOF) {
		d.fail(top, "the config is empty", "write version: 1, and under sdks: an SDK with name, specs and out")
		return nil
	}
	if err != nil {
		d.fail(&yaml.Node{Line: lineOf(err), Column: 1}, "not YAML: "+strings.TrimPrefix(err.Error(), "yaml: "), "")
		return nil
	}
	var second yaml.Node
	if err := from.Decode(&second); !errors.Is(err, io.EOF) {
		d.fail(&second, "more than one YAML document", "keep one")
		return nil
	}
	return doc.Content[0]
}

// lineOf finds the line in a message of package yaml, which has it nowhere else.
func lineOf(err error) int {
	if m := regexp.MustCompile(`line (\d+):`).FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1]) // digits: the pattern says so
		return line
	}
	return 1
}

// object reads the fields of a mapping.
func (d *decoder) object(n *yaml.Node, what string, fields []field) {
	seen := map[string]bool{}
	var keys []string
	for _, f := range fields {
		keys = append(keys, f.key)
	}
	whole := d.each(n, what, func(key, value *yaml.Node) {
		seen[key.Value] = true
		for _, f := range fields {
			if f.key == key.Value {
				f.read(value)
				return
			}
		}
		d.fail(key, fmt.Sprintf("%s has no key %q", what, key.Value), "it has "+strings.Join(keys, ", "))
	})
	for _, f := range fields {
		if whole && f.required && !seen[f.key] {
			d.fail(n, fmt.Sprintf("%s needs %s", what, f.key), "")
		}
	}
}

// each visits the keys of a mapping and tells whether it is one.
func (d *decoder) each(n *yaml.Node, what string, visit func(key, value *yaml.Node)) bool {
	n = follow(n)
	if n.Kind != yaml.MappingNode {
		d.fail(n, fmt.Sprintf("%s is not an object", what), "write its keys below it, indented")
		return false
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			d.fail(key, fmt.Sprintf("key %q stands here twice", key.Value), "keep one")
			continue
		}
		seen[key.Value] = true
		visit(key, follow(n.Content[i+1]))
	}
	return true
}

func (d *decoder) list(n *yaml.Node, what string, visit func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		d.fail(n, fmt.Sprintf("%s is not a list with items", what), "write each item on a line that begins with a dash")
		return
	}
	for _, item := range n.Content {
		visit(follow(item))
	}
}

// text reads a string. Numbers are taken as they are written: version: 1, package: v1.
func (d *decoder) text(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || n.Tag == "!!bool" {
			d.fail(n, "not a string", "write text, in quotes if need be")
			return
		}
		*into = n.Value
	}
}

// flag reads true or false.
func (d *decoder) flag(into *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Tag != "!!bool" || n.Decode(into) != nil {
			d.fail(n, "not a boolean", "write true or false")
		}
	}
}

// header reads the name of a header.
func (d *decoder) header(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.text(into)(n)
		if strings.Trim(strings.ToLower(*into), "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			d.fail(n, fmt.Sprintf("%q is no name of a header", *into), "write it as the provider's pages do: Idempotency-Key")
		}
	}
}

// texts reads a list of strings.
func (d *decoder) texts(what string, into *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.list(n, what, func(n *yaml.Node) {
			var one string
			d.text(&one)(n)
			*into = append(*into, one)
		})
	}
}

// follow is the node that an alias stands for.
func follow(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}
