package sdk

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// write appends an element; spaces are the namespaces that stand around it, by prefix, the innermost last.
func (n *xmlNode) write(b *bytes.Buffer, spaces []pair) error {
	if len(spaces) > maxNesting {
		return fmt.Errorf("nested deeper than %d namespaces", maxNesting)
	}
	if !isXMLName(n.tag) {
		return fmt.Errorf("%q is no name of an element", n.tag)
	}
	b.WriteString("<" + n.tag)
	spaces, err := n.writeSpace(b, spaces)
	for i, a := range n.attrs {
		if err == nil && !slices.Contains(n.attrs[:i], a) { // two attributes may declare one namespace
			err = writeAttr(b, a)
		}
	}
	if err != nil {
		return err
	}
	b.WriteByte('>')
	if err := n.writeText(b); err != nil {
		return err
	}
	for _, child := range n.nodes {
		if err := child.write(b, spaces); err != nil {
			return err
		}
	}
	b.WriteString("</" + n.tag + ">")
	return nil
}

// writeSpace declares the element's namespace where it is not known yet. Without one it is that of its parent.
func (n *xmlNode) writeSpace(b *bytes.Buffer, spaces []pair) ([]pair, error) {
	if n.space == "" {
		return spaces, nil
	}
	name := "xmlns"
	if prefix, _, ok := strings.Cut(n.tag, ":"); ok {
		name += ":" + prefix
	}
	own := pair{name, n.space}
	for _, s := range slices.Backward(spaces) {
		if s.name == name {
			if s == own {
				return spaces, nil
			}
			break
		}
	}
	return append(slices.Clip(spaces), own), writeAttr(b, own)
}

func writeAttr(b *bytes.Buffer, a pair) error {
	if !isXMLName(a.name) {
		return fmt.Errorf("%q is no name of an attribute", a.name)
	}
	if err := checkXMLText(a.value); err != nil {
		return err
	}
	b.WriteString(" " + a.name + `="` + xmlEscaper().Replace(a.value) + `"`)
	return nil
}

func (n *xmlNode) writeText(b *bytes.Buffer) error {
	if err := checkXMLText(n.text); err != nil {
		return err
	}
	if n.cdata {
		b.WriteString("<![CDATA[" + strings.ReplaceAll(n.text, "]]>", "]]]]><![CDATA[>") + "]]>")
		return nil
	}
	b.WriteString(xmlEscaper().Replace(n.text))
	return nil
}

// xmlEscaper also escapes the spaces that readers change: a carriage return, and all in attributes.
func xmlEscaper() *strings.Replacer {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
}

// checkXMLText refuses what no XML can hold, not even escaped.
func checkXMLText(text string) error {
	for _, r := range text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return fmt.Errorf("%U cannot stand in XML", r)
		}
	}
	return nil
}

// isXMLName tells whether a name can be an element's, with one prefix at most.
func isXMLName(name string) bool {
	prefix, rest, prefixed := strings.Cut(name, ":")
	if prefixed && (prefix == "" || strings.Contains(rest, ":") || rest == "") {
		return false
	}
	for i, r := range name {
		first := i == 0 || name[i-1] == ':'
		switch {
		case r == '_' || unicode.IsLetter(r) || r == ':':
		case first || r != '-' && r != '.' && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r):
			return false
		}
	}
	return name != ""
}
