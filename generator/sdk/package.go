// Package sdk decides every Go name and every Go type of an SDK, once, from the model. The
// printers of code and of pages choose nothing; they show what stands here.
package sdk

import (
	"github.com/sdkc/sdkc/generator/model"
)

// An Ident is a Go identifier: checked, exported or not as its place wants. Nothing else is printed as a name.
type Ident string

// A Package is the Go package of one document.
type Package struct {
	Spec     *model.Document
	Name     Ident  // "proxyv1"
	Import   string // "example.com/app/twilio/proxyv1"
	Runtime  string // import path of the runtime: "example.com/app/twilio/sdk"
	Dir      string // below the output folder, with slashes: "proxyv1"; "." where the SDK is one package
	Doc      Doc
	Client   *Client
	Roots    []*Resource // the client's fields
	Webhooks []*Webhook
	Homes    []*Home   // the packages that the document is split into, beside its own; none: it is one package
	Files    []*File   // client.go is not here; in the order of printing, names unique when case is folded
	Names    []Decided // all names that were decided
	Kept     []Kept    // what else a lock keeps
}

// Resources are all resources, each before its children.
func (p *Package) Resources() []*Resource {
	var all []*Resource
	var walk func([]*Resource)
	walk = func(rs []*Resource) {
		for _, r := range rs {
			all = append(all, r)
			walk(r.Children)
		}
	}
	walk(p.Roots)
	return all
}

// A File is one Go file of the package: a resource with the types that only it uses, or shared types.
type File struct {
	Name     string    // "sessions.go"
	Resource *Resource // nil: only types
	Types    []Decl
	Webhooks []*Webhook // functions that receive requests of the API
	Home     *Home      // the package that it is of; nil is the document's own
}

// A Client is what New makes.
type Client struct {
	BaseURL   string // with the variables' defaults; "" where the document names no server
	Template  string // BaseURL with its variables: "https://{region}.example.com"
	Variables []*Variable
	Hosts     []string // as in ServerOptions
	Servers   []Server // named choices, if there are several
	Params    []*ClientParam
	Schemes   []*Scheme
	Security  model.Security
	UserAgent string // "proxyv1/1.0.0", safe in a header
	KeyHeader string // the header of the idempotency keys that POST and PATCH get; "" for none
}

// A Server is one of several base URLs: an exported constant.
type Server struct {
	Name Ident
	Spec *model.Server
	URL  string // variables replaced by their defaults
}

// A ClientParam is a param that is set once on the client: Twilio's AccountSid.
type ClientParam struct {
	Option  Ident // of the function that sets it: "WithAccountSID"
	Spec    *model.Param
	Default string // "username": the basic-auth user serves; "" for none
}

// Doc is what a comment or a page says. The texts are the document's, so untrusted, but Lead, which
// begins with the identifier where Go's custom wants it.
type Doc struct {
	Lead       model.Text // one sentence, a line of Markdown: "Create opens a session in a service."
	Body       model.Text // further Markdown; may be empty
	Facts      []string   // short facts in our words: "at most 191 characters", "Default: [SessionModeVoiceAndMessage]"
	Deprecated string     // in our words, from deprecated: true alone; "" otherwise
}
