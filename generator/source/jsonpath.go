package source

import (
	"fmt"
	"strconv"
	"strings"
)

// A jsonPath is an RFC 9535 query without functions.
type jsonPath []segment

// A segment selects among the children of each node, or of all that are below it.
type segment struct {
	below     bool
	selectors []selector
}

type selector struct {
	kind  selectorKind
	name  string
	index int
	slice [3]*int // from, to, step
	test  *test
}

type selectorKind uint8

const (
	selectName selectorKind = iota
	selectAll
	selectIndex
	selectSlice
	selectTest
)

// A pathReader reads one query; what it cannot read is an error with the offset.
type pathReader struct {
	in    string
	at    int
	depth int
}

func parsePath(in string) (jsonPath, error) {
	r := &pathReader{in: in}
	if !r.take("$") {
		return nil, r.fail("a path begins with $")
	}
	path, err := r.segments()
	if err != nil {
		return nil, err
	}
	if r.at < len(r.in) {
		return nil, r.fail("a segment is wanted")
	}
	return path, nil
}

func (r *pathReader) fail(message string) error {
	return fmt.Errorf("%s at character %d", message, r.at+1)
}

func (r *pathReader) take(s string) bool {
	if strings.HasPrefix(r.in[r.at:], s) {
		r.at += len(s)
		return true
	}
	return false
}

func (r *pathReader) blanks() {
	for r.at < len(r.in) && strings.IndexByte(" \t\r\n", r.in[r.at]) >= 0 {
		r.at++
	}
}

func (r *pathReader) segments() (jsonPath, error) {
	var path jsonPath
	for {
		before := r.at
		r.blanks()
		below := r.take("..")
		switch {
		case r.take("["):
			s, err := r.bracket()
			if err != nil {
				return nil, err
			}
			path = append(path, segment{below, s})
		case below || r.take("."):
			s, err := r.dotted()
			if err != nil {
				return nil, err
			}
			path = append(path, segment{below, []selector{s}})
		default:
			r.at = before
			return path, nil
		}
	}
}

func (r *pathReader) dotted() (selector, error) {
	if r.take("*") {
		return selector{kind: selectAll}, nil
	}
	start := r.at
	for r.at < len(r.in) && isNameByte(r.in[r.at], r.at > start) {
		r.at++
	}
	if r.at == start {
		return selector{}, r.fail("a name is wanted")
	}
	return selector{kind: selectName, name: r.in[start:r.at]}, nil
}

func isNameByte(c byte, inside bool) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c >= 0x80:
		return true
	}
	return inside && ('0' <= c && c <= '9' || c == '-') // "-" is no RFC 9535, but x-names are what overlays are about
}

func (r *pathReader) bracket() ([]selector, error) {
	var out []selector
	for {
		r.blanks()
		s, err := r.selector()
		if err != nil {
			return nil, err
		}
		out = append(out, s)
		r.blanks()
		if r.take("]") {
			return out, nil
		}
		if !r.take(",") {
			return nil, r.fail("] is wanted")
		}
	}
}

func (r *pathReader) selector() (selector, error) {
	if r.at < len(r.in) {
		switch r.in[r.at] {
		case '*':
			r.at++
			return selector{kind: selectAll}, nil
		case '?':
			r.at++
			t, err := r.either()
			return selector{kind: selectTest, test: t}, err
		case '\'', '"':
			name, err := r.quoted()
			return selector{kind: selectName, name: name}, err
		}
	}
	return r.position()
}

// position reads an index or a slice.
func (r *pathReader) position() (selector, error) {
	var parts [3]*int
	colons := 0
	for {
		r.blanks()
		if n, ok := r.integer(); ok {
			parts[colons] = &n
		}
		r.blanks()
		if colons == 2 || !r.take(":") {
			break
		}
		colons++
	}
	switch {
	case colons > 0:
		return selector{kind: selectSlice, slice: parts}, nil
	case parts[0] != nil:
		return selector{kind: selectIndex, index: *parts[0]}, nil
	}
	return selector{}, r.fail("a name in quotes, an index, * or ? is wanted")
}

func (r *pathReader) integer() (int, bool) {
	end := r.at
	if end < len(r.in) && r.in[end] == '-' {
		end++
	}
	end += digits(r.in[end:])
	n, err := strconv.Atoi(r.in[r.at:end])
	if err != nil {
		return 0, false
	}
	r.at = end
	return n, true
}

// quoted reads a string in single or double quotes.
func (r *pathReader) quoted() (string, error) {
	quote := r.in[r.at]
	var b strings.Builder
	for i := r.at + 1; i < len(r.in); {
		c := r.in[i]
		switch {
		case c == quote:
			r.at = i + 1
			return b.String(), nil
		case c == '\\' && i+1 < len(r.in) && r.in[i+1] == '\'':
			b.WriteByte('\'')
			i += 2
		case c == '\\':
			size, _ := unescape(&b, r.in[i:])
			if size == 0 {
				return "", r.fail("a string holds an unknown escape")
			}
			i += size
		default:
			b.WriteByte(c)
			i++
		}
	}
	return "", r.fail("a string has no end")
}
