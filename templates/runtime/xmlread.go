package sdk

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// AcceptXML asks for XML and decodes it, or JSON if that is what comes.
func (r *Request) AcceptXML(mediaType string) { r.accept, r.read = mediaType, readXML }

func readXML(r *reply, v any) error {
	if err := decodeXML(r.body, r.response.Header.Get("Content-Type"), v); err != nil {
		return unexpected(r.response, r.body, "the answer does not decode: "+err.Error(), err)
	}
	return nil
}

// decodeXML reads XML into what p points to: it becomes the JSON that the type would have, which is then decoded.
func decodeXML(text []byte, contentType string, p any) error {
	root, err := parseXML(text, contentType)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	root.json(&b, reflect.TypeOf(p).Elem())
	return decode(b.Bytes(), p)
}

// parseXML reads the root element. What a document declares itself, such as entities, is not looked at.
func parseXML(text []byte, contentType string) (*xmlNode, error) {
	utf8 := toUTF8(text, contentType)
	dec := xml.NewDecoder(bytes.NewReader(utf8))
	dec.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		if !bytes.Equal(utf8, text) || strings.Contains(strings.ToLower(contentType), "charset") {
			return r, nil // the header knows better than the document
		}
		b, err := io.ReadAll(r)
		return bytes.NewReader(toUTF8(b, "text/xml; charset="+charset)), err
	}
	var open []*xmlNode
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return nil, io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := newXMLNode(t)
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.nodes = append(parent.nodes, n)
			}
			if open = append(open, n); len(open) > maxNesting {
				return nil, fmt.Errorf("nested deeper than %d levels", maxNesting)
			}
		case xml.CharData:
			if len(open) > 0 {
				n := open[len(open)-1]
				n.chars = append(n.chars, t...)
			}
		case xml.EndElement:
			n := open[len(open)-1]
			n.text, n.chars = string(n.chars), nil
			if open = open[:len(open)-1]; len(open) == 0 {
				return n, nil
			}
		}
	}
}

func newXMLNode(t xml.StartElement) *xmlNode {
	n := &xmlNode{tag: t.Name.Local, space: t.Name.Space}
	for _, a := range t.Attr {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			n.attrs = append(n.attrs, pair{a.Name.Local, a.Value})
			n.null = n.null || a.Name.Local == "nil" && strings.HasSuffix(a.Name.Space, "XMLSchema-instance") && a.Value != "false" && a.Value != "0"
		}
	}
	return n
}
