package model

import "github.com/sdkc/sdkc/generator/diag"

// An Operation is a method on a path.
type Operation struct {
	ID         string // operationId; "" where the document has none
	Short      string `json:",omitempty"` // the operationId without what a framework appended to it; "" if it appended nothing
	Method     string // upper case: "GET"
	Path       *Path  `json:"-"`          // nil for a webhook or a callback
	Name       string `json:",omitempty"` // of a webhook or a callback: its key
	URL        Text   `json:",omitempty"` // of a callback: the expression of where it goes, "{$request.body#/url}"
	Tags       []Wire `json:",omitempty"`
	Summary    Text   `json:",omitempty"`
	Doc        Text   `json:",omitempty"` // the description
	Deprecated bool   `json:",omitempty"`
	DocsURL    string `json:",omitempty"` // externalDocs
	Params     []*Param
	Body       *Body `json:",omitempty"` // nil: the request has none
	Responses  []*Response
	Security   *Security    `json:",omitempty"` // nil: the document's; empty: none needed
	Servers    []*Server    `json:",omitempty"` // of the operation or its path; nil: the document's
	Callbacks  []*Operation `json:",omitempty"` // requests that the API sends because of this one
	Caller     *Operation   `json:"-"`          // of a callback: the operation that brings it about; the first of several
	// What a provider's extension says.
	Mount     string     `json:",omitempty"` // see Path.Mount
	Class     string     `json:",omitempty"`
	AnyOfSet  [][]string `json:",omitempty"` // params of which at least one of each set must be given
	GoName    string     `json:",omitempty"` // x-go-name and the like
	KeyHeader string     `json:",omitempty"` // of an operation that an extension calls idempotent: the header of its key
	Pos       diag.Pos
}

// Template is the path template; "" for a webhook or a callback.
func (o *Operation) Template() string {
	if o.Path == nil {
		return ""
	}
	return o.Path.Template
}

// Words is what the operation is called: the operationId, without what a framework appended.
func (o *Operation) Words() string {
	if o.Short != "" {
		return o.Short
	}
	return o.ID
}

// A Location is where a param travels.
type Location string

const (
	InPath   Location = "path"
	InQuery  Location = "query"
	InHeader Location = "header"
	InCookie Location = "cookie"
	InString Location = "querystring" // OpenAPI 3.2: the whole query, written as a media type
)

// A Param is a value of a request outside its body.
type Param struct {
	Name          Wire
	In            Location
	Doc           Text   `json:",omitempty"`
	Required      bool   `json:",omitempty"`
	Deprecated    bool   `json:",omitempty"`
	AllowEmpty    bool   `json:",omitempty"`
	AllowReserved bool   `json:",omitempty"`
	Slot          string `json:",omitempty"` // of a path param: what the template's braces hold, if not the name: "+name"
	Style         string // as OpenAPI names it, defaulted by location: "simple", "form", "deepObject"
	Explode       bool
	MediaType     string `json:",omitempty"` // of a param with content instead of a style
	Type          *Type
	Facts         Facts
	Pos           diag.Pos
}

// A Body is what a request carries.
type Body struct {
	Required bool
	Doc      Text `json:",omitempty"`
	Contents []*Content
	Pos      diag.Pos
}

// A Content is one representation of a body.
type Content struct {
	MediaType string      // as written: "application/json; charset=utf-8"
	Type      *Type       // nil: the document gives no schema
	ItemType  *Type       `json:",omitempty"` // 3.2 itemSchema: of each item of a stream
	Encoding  []*Encoding `json:",omitempty"`
	XML       *XML        `json:",omitempty"` // of an XML media type: its root, with a name
	Examples  []*Example  `json:",omitempty"`
	Pos       diag.Pos
}

// An Encoding says how one property of a form or multipart body travels.
type Encoding struct {
	Property    Wire
	ContentType string `json:",omitempty"`
	Style       string `json:",omitempty"`
	Explode     *bool  `json:",omitempty"`
	Reserved    bool   `json:",omitempty"` // allowReserved
	Headers     []*Header
}

// A Response is an answer to an operation.
type Response struct {
	Status   string // "200", "4XX", "default"
	Doc      Text   `json:",omitempty"`
	Headers  []*Header
	Contents []*Content
	Pos      diag.Pos
}

// A Header is a header of a response, or of a part of a multipart body.
type Header struct {
	Name     Wire
	Doc      Text `json:",omitempty"`
	Required bool `json:",omitempty"`
	Type     *Type
}

// An Example is a value that the document shows.
type Example struct {
	Name  string `json:",omitempty"`
	JSON  string // compact, keys in the document's order, numbers as written
	Valid bool   // whether it is a JSON value at all; false for externalValue
	Doc   Text   `json:",omitempty"`
	Pos   diag.Pos
}
