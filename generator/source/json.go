package source

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A jsonReader reads RFC 8259 strictly. It is hand-written because encoding/json tells neither
// lines nor the order of keys, and no YAML reader takes JSON's surrogate pairs.
type jsonReader struct {
	file      string
	in        string
	at        int // offset of the next byte
	line      int
	lineStart int // offset of the line's first byte
	depth     int
	report    *diag.Report
	failed    bool

	slab   slab
	items  []*Node        // scratch: the open arrays' items, innermost last
	fields []Field        // scratch: the open objects' fields
	seen   map[string]int // scratch: the keys of one large object
}

// readJSON returns nil when the text is not JSON; the report says why. Keys that come twice are
// all reported; anything else stops the reading.
func readJSON(file, in string, report *diag.Report) *Node {
	r := &jsonReader{file: file, in: in, line: 1, report: report}
	r.space()
	root := r.value()
	if root == nil {
		return nil
	}
	r.space()
	if r.at < len(r.in) {
		r.fail("the document ends, but the file goes on with %s", r.found())
	}
	if r.failed {
		return nil
	}
	return root
}

func (r *jsonReader) pos() diag.Pos {
	return diag.Pos{File: r.file, Line: r.line, Col: r.at - r.lineStart + 1}
}

// fail reports what is wrong at the reader's place and returns nil, for value to return.
func (r *jsonReader) fail(format string, args ...any) *Node {
	return r.refuse("bad-json", fmt.Sprintf(format, args...), "mend the JSON")
}

func (r *jsonReader) refuse(code diag.Code, message, cure string) *Node {
	r.failed = true
	r.report.Add(diag.Diagnostic{Code: code, Pos: r.pos(), Message: message, Cure: cure})
	return nil
}

// found names the next byte for an error: "'x'" or "the end of the file".
func (r *jsonReader) found() string {
	if r.at >= len(r.in) {
		return "the end of the file"
	}
	for _, c := range r.in[r.at:] {
		return fmt.Sprintf("%.200q", c)
	}
	return ""
}

func (r *jsonReader) space() {
	for r.at < len(r.in) {
		switch r.in[r.at] {
		case '\n':
			r.line++
			r.lineStart = r.at + 1
		case ' ', '\t', '\r':
		default:
			return
		}
		r.at++
	}
}

func (r *jsonReader) value() *Node {
	if r.at >= len(r.in) {
		return r.fail("a value is wanted, found the end of the file")
	}
	pos := r.pos()
	switch c := r.in[r.at]; {
	case c == '{':
		return r.nested(r.object)
	case c == '[':
		return r.nested(r.array)
	case c == '"':
		value, ok := r.str()
		return r.scalar(ok, Node{Kind: String, Value: value, Pos: pos})
	case c == '-' || '0' <= c && c <= '9':
		value, ok := r.number()
		return r.scalar(ok, Node{Kind: Number, Value: value, Pos: pos})
	}
	switch rest := r.in[r.at:]; {
	case strings.HasPrefix(rest, "null"):
		return r.word("null", Node{Kind: Null, Pos: pos})
	case strings.HasPrefix(rest, "true"):
		return r.word("true", Node{Kind: Bool, Value: "true", Pos: pos})
	case strings.HasPrefix(rest, "false"):
		return r.word("false", Node{Kind: Bool, Value: "false", Pos: pos})
	}
	return r.fail("a value is wanted, found %s", r.found())
}

func (r *jsonReader) word(text string, n Node) *Node {
	r.at += len(text)
	return r.scalar(true, n)
}

func (r *jsonReader) scalar(ok bool, n Node) *Node {
	if !ok {
		return nil
	}
	if r.slab.count >= maxNodes {
		return r.refuse("too-many-values", fmt.Sprintf("the document has more than %d values", maxNodes), "split it")
	}
	return r.slab.node(n)
}

func (r *jsonReader) nested(read func(diag.Pos) *Node) *Node {
	if r.depth == maxDepth {
		return r.refuse("too-deep", fmt.Sprintf("the document is nested more than %d levels deep", maxDepth), "give what is inside names of its own")
	}
	r.depth++
	n := read(r.pos())
	r.depth--
	return n
}

func (r *jsonReader) array(pos diag.Pos) *Node {
	base := len(r.items)
	r.at++
	for r.space(); !r.take(']'); r.space() {
		if len(r.items) > base && !r.separator("]") {
			return nil
		}
		item := r.value()
		if item == nil {
			return nil
		}
		r.items = append(r.items, item)
	}
	n := r.scalar(true, Node{Kind: Array, Items: r.slab.copyItems(r.items[base:]), Pos: pos})
	r.items = r.items[:base]
	return adopted(n)
}

func (r *jsonReader) object(pos diag.Pos) *Node {
	base := len(r.fields)
	r.at++
	for r.space(); !r.take('}'); r.space() {
		if len(r.fields) > base && !r.separator("}") {
			return nil
		}
		if !r.field() {
			return nil
		}
	}
	if duplicateKeys(r.fields[base:], &r.seen, r.report) {
		r.failed = true
	}
	n := r.scalar(true, Node{Kind: Object, Fields: r.slab.copyFields(r.fields[base:]), Pos: pos})
	r.fields = r.fields[:base]
	return adopted(n)
}

func adopted(n *Node) *Node {
	if n != nil {
		n.adopt()
	}
	return n
}

func (r *jsonReader) field() bool {
	if r.at >= len(r.in) || r.in[r.at] != '"' {
		r.fail("a key in double quotes is wanted, found %s", r.found())
		return false
	}
	f := Field{Pos: r.pos()}
	var ok bool
	if f.Key, ok = r.str(); !ok {
		return false
	}
	r.space()
	if !r.take(':') {
		r.fail("':' is wanted after the key %.200q, found %s", f.Key, r.found())
		return false
	}
	r.space()
	if f.Value = r.value(); f.Value == nil {
		return false
	}
	r.fields = append(r.fields, f)
	return true
}

func (r *jsonReader) take(c byte) bool {
	if r.at < len(r.in) && r.in[r.at] == c {
		r.at++
		return true
	}
	return false
}

// separator takes the comma before another member.
func (r *jsonReader) separator(end string) bool {
	if !r.take(',') {
		r.fail("',' or '%s' is wanted, found %s", end, r.found())
		return false
	}
	r.space()
	return true
}
