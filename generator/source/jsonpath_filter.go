package source

import "strings"

// A test is the condition of a filter: a combination of comparisons, or of paths that must exist.
type test struct {
	op          string // "||", "&&", "!", "exists", or a comparison
	left, right *test
	a, b        operand
}

// An operand is a path from the filtered node or the root, or a literal.
type operand struct {
	path     jsonPath
	fromRoot bool
	literal  *Node
}

func (r *pathReader) either() (*test, error) {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > 50 {
		return nil, r.fail("the filter is nested too deep")
	}
	left, err := r.both()
	for err == nil {
		r.blanks()
		if !r.take("||") {
			return left, nil
		}
		var right *test
		right, err = r.both()
		left = &test{op: "||", left: left, right: right}
	}
	return nil, err
}

func (r *pathReader) both() (*test, error) {
	left, err := r.single()
	for err == nil {
		r.blanks()
		if !r.take("&&") {
			return left, nil
		}
		var right *test
		right, err = r.single()
		left = &test{op: "&&", left: left, right: right}
	}
	return nil, err
}

func (r *pathReader) single() (*test, error) {
	r.blanks()
	if strings.HasPrefix(r.in[r.at:], "!") {
		r.at++
		r.depth++
		defer func() { r.depth-- }()
		if r.depth > 50 {
			return nil, r.fail("the filter is nested too deep")
		}
		inner, err := r.single()
		return &test{op: "!", left: inner}, err
	}
	if r.take("(") {
		inner, err := r.either()
		if err != nil {
			return nil, err
		}
		r.blanks()
		if !r.take(")") {
			return nil, r.fail(") is wanted")
		}
		return inner, nil
	}
	return r.comparison()
}

func (r *pathReader) comparison() (*test, error) {
	a, err := r.operand()
	if err != nil {
		return nil, err
	}
	r.blanks()
	for _, op := range []string{"==", "!=", "<=", ">=", "<", ">"} {
		if r.take(op) {
			r.blanks()
			b, err := r.operand()
			return &test{op: op, a: a, b: b}, err
		}
	}
	if a.literal != nil {
		return nil, r.fail("a comparison is wanted")
	}
	return &test{op: "exists", a: a}, nil
}

func (r *pathReader) operand() (operand, error) {
	if r.at >= len(r.in) {
		return operand{}, r.fail("the filter has no end")
	}
	switch c := r.in[r.at]; {
	case c == '@' || c == '$':
		r.at++
		path, err := r.segments()
		return operand{path: path, fromRoot: c == '$'}, err
	case c == '\'' || c == '"':
		value, err := r.quoted()
		return operand{literal: &Node{Kind: String, Value: value}}, err
	}
	for _, word := range []Node{{Kind: Bool, Value: "true"}, {Kind: Bool, Value: "false"}, {Kind: Null, Value: "null"}} {
		if r.take(word.Value) {
			return operand{literal: &word}, nil
		}
	}
	if n := numberLength(r.in[r.at:]); n > 0 {
		r.at += n
		return operand{literal: &Node{Kind: Number, Value: r.in[r.at-n : r.at]}}, nil
	}
	return operand{}, r.fail("@, $ or a literal is wanted; functions are not supported")
}
