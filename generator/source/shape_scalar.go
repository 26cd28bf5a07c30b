package source

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// written is how the document wrote a scalar: "1.0", "True".
func (n *Node) written() string {
	switch {
	case n.raw != "":
		return n.raw
	case n.Kind == Null:
		return "null"
	}
	return n.Value
}

func (s *shaper) toText(n *Node) bool {
	switch n.Kind {
	case Bool, Number:
		s.become(n, Node{Kind: String, Value: n.written()}, fmt.Sprintf("%.200q", n.written()))
		return true
	case Array:
		var lines []string
		for _, item := range n.Items {
			if item.Kind != String {
				return s.leaveOut(n, "a string")
			}
			lines = append(lines, item.Value)
		}
		s.become(n, Node{Kind: String, Value: strings.Join(lines, "\n")}, "the lines of one string")
		return true
	}
	return s.leaveOut(n, "a string")
}

// clip ends a text that nobody reads to the end: pages and comments cost many times its length. It is true.
func (s *shaper) clip(n *Node) bool {
	if len(n.Value) > maxProse && (n.key == "description" || n.key == "summary") {
		s.say(n, "long-text", diag.Warning, fmt.Sprintf("%s has %d bytes", label(n), len(n.Value)), fmt.Sprintf("its first %d bytes are shown", maxProse))
		n.Value = strings.ToValidUTF8(n.Value[:maxProse], "") + " …"
	}
	return true
}

func (s *shaper) toBool(n *Node) bool {
	value := n.Value
	switch {
	case n.Kind == Object || n.Kind == Array:
		return s.leaveOut(n, "true or false")
	case isYes(value) || value == "1":
		s.become(n, Node{Kind: Bool, Value: "true"}, "true")
		return true
	case isNo(value) || value == "0":
		s.become(n, Node{Kind: Bool, Value: "false"}, "false")
		return true
	}
	return s.leaveOut(n, "true or false")
}

func (s *shaper) toNumber(n *Node) bool {
	if n.Kind == String {
		if value, ok := number(strings.TrimSpace(n.Value)); ok && inRange(value) {
			s.become(n, Node{Kind: Number, Value: value}, value)
			return true
		}
	}
	return s.leaveOut(n, "a number that float64 holds")
}

// toCount reads an integer from 0 to 2^64-1; 1e3 and 5.0 are integers, too.
func (s *shaper) toCount(n *Node) bool {
	if n.Kind == Number {
		if _, err := strconv.ParseUint(n.Value, 10, 64); err == nil {
			return true
		}
	}
	value, ok := number(strings.TrimSpace(n.Value))
	if (n.Kind == Number || n.Kind == String) && ok && inRange(value) && len(value) < 400 {
		if r, ok := new(big.Rat).SetString(value); ok && r.IsInt() && r.Sign() >= 0 && r.Num().IsUint64() {
			s.become(n, Node{Kind: Number, Value: r.Num().String()}, r.Num().String())
			return true
		}
	}
	return s.leaveOut(n, "a whole number from 0 to 2^64-1")
}

// types makes a schema's type a string or a list of strings.
func (s *shaper) types(n *Node) bool {
	switch n.Kind {
	case String:
		return true
	case Array:
		kept := n.Items[:0:0]
		for _, item := range n.Items {
			if item.Kind == Null {
				s.become(item, Node{Kind: String, Value: "null"}, `"null"`)
			}
			if item.Kind == String || s.leaveOut(item, "a type's name") {
				kept = append(kept, item)
			}
		}
		n.Items = kept
		n.adopt()
		return len(kept) > 0 || s.leaveOut(n, "a type's name")
	}
	return s.leaveOut(n, "a type's name")
}
