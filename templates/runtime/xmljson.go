package sdk

import (
	"bytes"
	"reflect"
	"strings"
)

// json appends the JSON that a value of a type would have.
func (n *xmlNode) json(b *bytes.Buffer, t reflect.Type) {
	t = plainType(t)
	switch {
	case n.null:
		b.Write(null)
	case t.Kind() == reflect.Interface || t.Implements(unionType):
		n.free(b)
	case reflect.PointerTo(t).Implements(textUnmarshaler):
		b.Write(quote(strings.TrimSpace(n.text)))
	case t.Kind() == reflect.Struct:
		n.object(b, t)
	case t.Kind() == reflect.Map:
		b.WriteByte('{')
		n.others(b, t.Elem(), map[string]bool{})
		b.WriteByte('}')
	case isXMLListType(t):
		xmlList(b, n.nodes, t.Elem())
	default:
		xmlScalar(b, n.text, t)
	}
}

// plainType is a type without pointers and Nullables around it.
func plainType(t reflect.Type) reflect.Type {
	for {
		switch {
		case t.Kind() == reflect.Pointer:
			t = t.Elem()
		case reflect.PointerTo(t).Implements(nullableType):
			value, _ := reflect.New(t).Interface().(nullable).parts()
			t = reflect.TypeOf(value).Elem()
		default:
			return t
		}
	}
}

func isXMLListType(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8 && !reflect.PointerTo(t).Implements(textUnmarshaler)
}

func xmlScalar(b *bytes.Buffer, text string, t reflect.Type) {
	if t.Kind() != reflect.String {
		text = strings.TrimSpace(text)
		if isNumber(text) && t.Kind() != reflect.Bool && t.Kind() != reflect.Slice || text == "true" || text == "false" {
			b.WriteString(text)
			return
		}
	}
	b.Write(quote(text))
}

// xmlList writes the elements of a list.
func xmlList(b *bytes.Buffer, nodes []*xmlNode, elem reflect.Type) {
	b.WriteByte('[')
	for i, n := range nodes {
		if i > 0 {
			b.WriteByte(',')
		}
		n.json(b, elem)
	}
	b.WriteByte(']')
}

// object writes the fields that are there. Elements that no field takes go to the further keys.
func (n *xmlNode) object(b *bytes.Buffer, t reflect.Type) {
	b.WriteByte('{')
	known := map[string]bool{}
	var extra reflect.Type
	for _, f := range fieldsOf(t) {
		ft := t.Field(f.index).Type
		if f.extra {
			extra = ft.Elem()
		}
		if f.extra || f.in != inForm || f.key == "-" {
			continue
		}
		start := b.Len()
		separate(b)
		b.Write(f.quoted)
		b.WriteByte(':')
		if !n.memberJSON(b, xmlTag(f.xml, f.key), ft, known) {
			b.Truncate(start)
		}
	}
	if extra != nil {
		n.others(b, extra, known)
	}
	b.WriteByte('}')
}

// memberJSON writes what the element has for a field; false if that is nothing.
func (n *xmlNode) memberJSON(b *bytes.Buffer, name xmlName, t reflect.Type, known map[string]bool) bool {
	tag := local(name.name)
	switch name.flag {
	case "attr":
		for _, a := range n.attrs {
			if a.name == tag {
				(&xmlNode{text: a.value}).json(b, t)
				return true
			}
		}
		return false
	case "chardata", "cdata":
		(&xmlNode{text: n.text}).json(b, t)
		return true
	}
	if name.wrapper != nil {
		tag = local(name.wrapper.name)
	}
	known[tag] = true
	nodes := n.named(tag)
	switch bare := plainType(t); {
	case len(nodes) == 0:
		return false
	case name.wrapper == nil && isXMLListType(bare):
		xmlList(b, nodes, bare.Elem())
	default:
		nodes[0].json(b, t)
	}
	return true
}

func (n *xmlNode) named(tag string) (nodes []*xmlNode) {
	for _, child := range n.nodes {
		if child.tag == tag {
			nodes = append(nodes, child)
		}
	}
	return nodes
}

// others writes the elements under names that are not known, each name once.
func (n *xmlNode) others(b *bytes.Buffer, elem reflect.Type, known map[string]bool) {
	byTag := map[string][]*xmlNode{}
	for _, child := range n.nodes {
		byTag[child.tag] = append(byTag[child.tag], child)
	}
	for _, child := range n.nodes {
		same := byTag[child.tag]
		if known[child.tag] || same[0] != child {
			continue
		}
		separate(b)
		b.Write(quote(child.tag))
		b.WriteByte(':')
		switch bare := plainType(elem); {
		case isXMLListType(bare):
			xmlList(b, same, bare.Elem())
		case len(same) > 1 && bare.Kind() == reflect.Interface:
			xmlList(b, same, bare)
		default:
			child.json(b, elem)
		}
	}
}

func separate(b *bytes.Buffer) {
	if last := b.Bytes()[b.Len()-1]; last != '{' {
		b.WriteByte(',')
	}
}

// free writes an element of no known type: its text, or its attributes, elements and text.
func (n *xmlNode) free(b *bytes.Buffer) {
	if len(n.nodes) == 0 && len(n.attrs) == 0 {
		b.Write(quote(n.text))
		return
	}
	b.WriteByte('{')
	known := map[string]bool{}
	for _, a := range n.attrs {
		if known[a.name] {
			continue
		}
		known[a.name] = true
		separate(b)
		b.Write(quote(a.name))
		b.WriteByte(':')
		b.Write(quote(a.value))
	}
	n.others(b, reflect.TypeFor[any](), known)
	if text := strings.TrimSpace(n.text); text != "" {
		separate(b)
		b.WriteString(`"#text":`)
		b.Write(quote(text))
	}
	b.WriteByte('}')
}
