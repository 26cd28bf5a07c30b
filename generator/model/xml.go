package model

// XML says how a value stands in XML: as which node, and what it is called.
type XML struct {
	Name      string `json:",omitempty"` // "" leaves it the name it has otherwise
	Namespace string `json:",omitempty"`
	Prefix    string `json:",omitempty"`
	Attribute bool   `json:",omitempty"`
	Wrapped   bool   `json:",omitempty"` // of a list: its items stand in an element of their own
	Text      string `json:",omitempty"` // "text" or "cdata": the content of the element around it
	Item      *XML   `json:",omitempty"` // of a list: how its items stand
}
