package sdk

import (
	"strings"
	"unicode"

	"github.com/sdkc/sdkc/generator/model"
)

// xmlTag is how a field stands in XML, as encoding/xml's tags say it, with prefixes: "namespace p:wrapper>item,attr". It
// is "" where that is what its JSON key says.
func xmlTag(f *model.Field) string {
	if f.XML == nil {
		return ""
	}
	tag := xmlName(f.XML, string(f.Name), isArray(f.Type))
	if tag == string(f.Name) {
		return ""
	}
	return tag
}

// xmlName writes an XML Object as a tag.
func xmlName(x *model.XML, name string, list bool) string {
	switch {
	case x.Attribute:
		return xmlWord(x, name) + ",attr"
	case x.Text == "text":
		return xmlWord(x, name) + ",chardata"
	case x.Text == "cdata":
		return xmlWord(x, name) + ",cdata"
	case list:
		return xmlList(x, name)
	}
	return xmlWord(x, name)
}

// xmlList is how a list stands: its items under their own name or that of the field, or that of the wrapper around them.
// A list that is not wrapped has no element, so its own name counts for nothing.
func xmlList(x *model.XML, name string) string {
	item := model.XML{}
	if x.Item != nil {
		item = *x.Item
	}
	if !x.Wrapped {
		return xmlWord(&item, name)
	}
	if item.Name == "" && x.Name != "" {
		item.Name = x.Name
	}
	return xmlWord(x, name) + ">" + xmlWord(&item, name)
}

// xmlWord is a name with its namespace and prefix. What cannot be one of them in XML is left out.
func xmlWord(x *model.XML, name string) string {
	if isXMLWord(x.Name) {
		name = x.Name
	}
	if isXMLWord(x.Prefix) {
		name = x.Prefix + ":" + name
	}
	if x.Namespace != "" && !strings.ContainsFunc(x.Namespace, notInURI) {
		name = x.Namespace + " " + name
	}
	return name
}

func isXMLWord(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '_' && (i == 0 || !unicode.IsDigit(r) && r != '-' && r != '.') {
			return false
		}
	}
	return s != ""
}

// notInURI is true for what ends a namespace in a tag, and for what no URI has.
func notInURI(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune(",<>\"`\\", r) }

// xmlRoot is what a body's root element is called.
func xmlRoot(c *model.Content) string {
	if c.XML == nil {
		return "root"
	}
	root := *c.XML
	root.Wrapped = true // a document has one root
	if !isXMLWord(root.Name) {
		root.Name = "root"
	}
	return xmlName(&root, root.Name, isArray(c.Type))
}

func isArray(t *model.Type) bool {
	t = unalias(t)
	return t != nil && t.Kind == model.Array
}
