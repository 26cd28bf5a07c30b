// Package source reads OpenAPI documents: bytes become one ordered, self-contained tree in
// which every node knows its place. It repairs what real documents get wrong, with a warning
// each, and refuses what it cannot read. It does not know what an operation is for.
package source

// Options bound what Load may read. The zero value serves: one file tree, no network.
type Options struct {
	Overlays  []string  // OpenAPI Overlay documents, applied in order
	Folder    string    // files may be read from here and below; "" is the root document's own folder
	Selection Selection // which operations are compiled
	Lenient   bool      // a $ref that leads nowhere is a warning and a weaker type, not an error
}

// A Document is what Load made of a root document and the files it refers to.
type Document struct {
	Name    string   // as the user named it: "specs/twilio_proxy_v1.yaml"
	SHA256  string   // of the root file's bytes, in hex
	Files   []string // every file that was read, root first
	Version string   // as the document says: "3.0.1"; "2.0" where Root was converted to 3.0
	Idle    []Rule   // of the selection, which fit nothing here
	Root    *Node    // OpenAPI 3.x, self-contained: each $ref begins with "#/components/"
}

// JSON is the whole document as compact JSON, keys in order.
func (d *Document) JSON() []byte { return d.Root.AppendJSON(nil) }
