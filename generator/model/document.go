// Package model is an API in its document's words: operations, params, bodies, responses,
// objects, enums, unions, security and servers, in the document's order. It is plain data
// and knows no Go names; required, optional and nullable are separate facts here.
package model

import "github.com/sdkc/sdkc/generator/diag"

// Text is prose of a document, often Markdown, never trusted: it may hold anything.
type Text string

// Wire is a name that travels: of a param, a field, a header, a value. Never trusted as Go.
type Wire string

// A Document is one API.
type Document struct {
	File     string `json:"file"`    // as the user named it
	SHA256   string `json:"sha256"`  // of the root file's bytes, in hex
	OpenAPI  string `json:"openapi"` // "3.0.1"
	Title    Text   `json:"title"`
	Version  Text   `json:"version"`
	Doc      Text   `json:"doc,omitempty"`
	Servers  []*Server
	Schemes  []*Scheme
	Security Security // for operations that name none
	Tags     []*Tag
	Paths    []*Path
	Webhooks []*Operation `json:",omitempty"` // requests that the API sends
	Schemas  []*Schema    // named ones first, then inline ones, each in the document's order
}

// Operations are the operations of all paths, in the document's order.
func (d *Document) Operations() []*Operation {
	var ops []*Operation
	for _, p := range d.Paths {
		ops = append(ops, p.Operations...)
	}
	return ops
}

// Incoming are the requests that the API sends: webhooks, then callbacks, each once, in the document's order.
func (d *Document) Incoming() []*Operation {
	all := d.Webhooks[:len(d.Webhooks):len(d.Webhooks)]
	seen := make(map[*Operation]bool)
	for _, op := range d.Operations() {
		for _, c := range op.Callbacks {
			if !seen[c] {
				seen[c] = true
				all = append(all, c)
			}
		}
	}
	return all
}

// A Tag groups operations.
type Tag struct {
	Name Wire
	Doc  Text `json:",omitempty"`
}

// A Server is a base URL, which may hold {variables}.
type Server struct {
	URL       string
	Doc       Text `json:",omitempty"`
	Variables []*Variable
	Pos       diag.Pos
}

// A Variable is a part of a server's URL that the user may choose.
type Variable struct {
	Name    Wire
	Default string
	Values  []string `json:",omitempty"` // empty: any
	Doc     Text     `json:",omitempty"`
}

// A Path is a path template and its operations.
type Path struct {
	Template   string // "/v1/Services/{ServiceSid}/Sessions"
	Doc        Text   `json:",omitempty"`
	Operations []*Operation
	// What a provider's extension says of the path's resource.
	Parent     string       `json:",omitempty"` // path of the parent's instance: "/Services/{Sid}"
	Instance   bool         `json:",omitempty"` // the path is one instance, not the list
	Dependents []*Dependent `json:",omitempty"`
	Mount      string       `json:",omitempty"` // the provider's name of the resource as a child: "user_channels"
	Class      string       `json:",omitempty"` // the provider's name of the resource as a type
	Pos        diag.Pos
}

// A Dependent is a sub-resource of a path's resource.
type Dependent struct {
	Name string // "participants"
	URL  string // "/v1/Services/{service_sid}/Sessions/{session_sid}/Participants"
}
