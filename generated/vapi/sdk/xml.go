package sdk

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

func encodeXML(root string, body any) ([]byte, error) {
	name, v := xmlTag(root, "root"), reflect.ValueOf(body)
	if around := name; isXMLList(inner(v)) && name.wrapper == nil {
		name.wrapper = &around
	}
	nodes, err := xmlNodes(name, v, true, 0)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	for _, n := range nodes {
		err = errors.Join(err, n.write(&b, nil))
	}
	return b.Bytes(), err
}

// An xmlName is a struct tag as encoding/xml has it, whose names may have a prefix, and that of a list's items a namespace:
// "https://example.com/ns p:pets>pet,attr".
type xmlName struct {
	space, name string
	wrapper     *xmlName // the element around the items of a list
	flag        string   // "attr", "chardata", "cdata"
}

// xmlTag reads a tag; name is that of a field without one.
func xmlTag(tag, name string) xmlName {
	way, flag, _ := strings.Cut(tag, ",")
	if wrapper, item, ok := strings.Cut(way, ">"); ok {
		around := xmlWord(wrapper, name)
		x := xmlWord(item, name)
		x.wrapper, x.flag = &around, flag
		return x
	}
	x := xmlWord(way, name)
	x.flag = flag
	return x
}

func xmlWord(word, name string) (x xmlName) {
	i := strings.LastIndexByte(word, ' ')
	if i >= 0 {
		x.space = word[:i]
	}
	x.name = cmp.Or(word[i+1:], name)
	return x
}

// local is a name without its prefix.
func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// An xmlNode is an element.
type xmlNode struct {
	tag, space string
	attrs      []pair
	text       string
	chars      []byte // of the text, while it is read
	cdata      bool
	null       bool // xsi:nil, of an element that was read
	nodes      []*xmlNode
}

// xmlNodes are the elements that a value becomes: one, or one an item of a list.
func xmlNodes(name xmlName, v reflect.Value, required bool, depth int) ([]*xmlNode, error) {
	if depth > maxNesting {
		return nil, fmt.Errorf("nested deeper than %d levels", maxNesting)
	}
	node := &xmlNode{tag: name.name, space: name.space}
	null := isNull(v)
	switch v = inner(v); {
	case null || !v.IsValid() && required:
		const instance = "http://www.w3.org/2001/XMLSchema-instance"
		node.attrs = []pair{{"xmlns:xsi", instance}, {"xsi:nil", "true"}}
		return []*xmlNode{node}, nil
	case !v.IsValid():
		return nil, nil
	case !isXMLList(v):
		return []*xmlNode{node}, node.fill(v, depth+1)
	}
	var items []*xmlNode
	for i := range v.Len() {
		some, err := xmlNodes(xmlName{space: name.space, name: name.name}, v.Index(i), true, depth+1)
		if err != nil {
			return nil, err
		}
		items = append(items, some...)
	}
	if name.wrapper == nil {
		return items, nil
	}
	return []*xmlNode{{tag: name.wrapper.name, space: name.wrapper.space, nodes: items}}, nil
}

// isNull tells whether a value is a Nullable that holds null.
func isNull(v reflect.Value) bool {
	if !v.IsValid() {
		return false
	}
	n, ok := asNullable(v)
	if !ok {
		return false
	}
	_, state := n.parts()
	return *state == stateNull
}

// isXMLList tells a list from a text of bytes and from what writes itself as text.
func isXMLList(v reflect.Value) bool {
	return v.IsValid() && (v.Kind() == reflect.Slice || v.Kind() == reflect.Array) &&
		v.Type().Elem().Kind() != reflect.Uint8 && !v.Type().Implements(textMarshaler)
}

// fill gives an element its attributes and its content.
func (n *xmlNode) fill(v reflect.Value, depth int) error {
	switch {
	case v.Type().Implements(textMarshaler):
	case v.Kind() == reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			if err := n.member(f, v.Field(f.index), depth); err != nil {
				return fmt.Errorf("%q: %w", f.name, err)
			}
		}
		return nil
	case v.Kind() == reflect.Map:
		return n.entries(v, depth)
	}
	val, err := valueOf(v)
	n.text = val.text
	return err
}

func (n *xmlNode) member(f *field, v reflect.Value, depth int) error {
	if f.in != inForm || f.readonly || !f.required && isZero(v) {
		return nil
	}
	if f.extra {
		return n.entries(v, depth)
	}
	name := xmlTag(f.xml, f.key)
	if name.flag == "" {
		nodes, err := xmlNodes(name, v, f.required && !isList(v.Type()), depth)
		n.nodes = append(n.nodes, nodes...)
		return err
	}
	val, err := f.value(v)
	if err != nil || val.kind == absentValue || val.kind == nullValue {
		return err
	}
	text, err := val.flat()
	if name.flag == "attr" {
		n.attrs = append(n.attrs, n.spaced(name)...)
		n.attrs = append(n.attrs, pair{name.name, text})
		return err
	}
	n.text, n.cdata = text, name.flag == "cdata"
	return err
}

// spaced declares the namespace of an attribute, which needs a prefix.
func (n *xmlNode) spaced(name xmlName) []pair {
	prefix, _, ok := strings.Cut(name.name, ":")
	if !ok || name.space == "" {
		return nil
	}
	return []pair{{"xmlns:" + prefix, name.space}}
}

func (n *xmlNode) entries(v reflect.Value, depth int) error {
	for _, key := range sortedKeys(v) {
		nodes, err := xmlNodes(xmlName{name: key}, v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key())), false, depth)
		if err != nil {
			return err
		}
		n.nodes = append(n.nodes, nodes...)
	}
	return nil
}
