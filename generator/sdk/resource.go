package sdk

import "github.com/sdkc/sdkc/generator/model"

// A Resource is a node of the client's tree: a Go struct with methods.
type Resource struct {
	Name     Ident // the type: "Sessions"
	Field    Ident // in its parent or the client: "Sessions"
	Receiver Ident // of its methods: "s"
	Parent   *Resource
	Children []*Resource
	Methods  []*Method
	Paths    []*model.Path // that its methods use, in the document's order
	Path     string        // of its list, or what its paths have in common: "/v1/Services/{ServiceSid}/Sessions"
	Prefix   string        // that its ids begin with: "KC"; "" where the document does not say
	Doc      Doc
	File     *File
	Home     *Home // the package that it stands in; nil is the document's own
}
