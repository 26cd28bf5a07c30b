// Package diff tells what a change of a document does to the Go that users compile against: it takes a plain-data
// snapshot of what an SDK exports, before and after, and compares the two by Go's rules. It reads no documents and
// prints no Go; what rules on documents say comes in from outside as findings.
package diff

import "github.com/sdkc/sdkc/generator/diag"

// A Package is what a Go package exports, as Go sees it.
type Package struct {
	Name    string // "proxyv1"
	Title   string // of the document
	Version string // of the API, as the document says
	File    string // the document
	Symbols []*Symbol
}

// A Kind is what sort of Go a symbol is.
type Kind string

const (
	Struct   Kind = "struct"   // an object of the document
	Params   Kind = "params"   // a struct of a method's params
	Resource Kind = "resource" // a struct of methods; the client, too
	Enum     Kind = "enum"
	Union    Kind = "union"
	Alias    Kind = "alias" // a type over another
	Field    Kind = "field"
	Method   Kind = "method"
	Func     Kind = "func"
	Const    Kind = "const"
	Variant  Kind = "variant" // a type that a union's constructor takes
)

// isType tells whether a kind declares a Go type.
func (k Kind) isType() bool {
	switch k {
	case Struct, Params, Resource, Enum, Union, Alias:
		return true
	}
	return false
}

// A Symbol is one name that users can write.
type Symbol struct {
	Name       string // "Sessions.Create", "SessionStatusOpen"
	Kind       Kind
	Of         string     // what it is a member of: "Sessions"; a constant's enum; "" for none
	Key        string     // what it is in the document, as a lock says: "operation POST /v1/Services"
	Type       *Type      // of a field, a variant or a constant; of an enum or an alias what it stands for
	Func       *Signature // of a method or a function
	Value      string     // of a constant: as it travels
	Wire       string     // of a field: its name in the document
	Place      string     // of a field of params: where it travels: "query", "header"
	Required   bool       // of a field of a request: without it the server refuses
	Request    bool       // of a struct or its field: requests carry it
	Call       string     // of a method: what it sends, "GET /v1/Services"
	Errors     []Problem  // of a method: the bodies of errors that the document declares
	Deprecated bool
	Doc        string   // all that comments say of it
	Operations []string // whose calls meet it, sorted: "GET /v1/Services"
	Package    string   // of a document that is split: the Go package that has it; "" is the document's own
	Pos        diag.Pos
}

// A Type is a Go type as code of another package may spell it, aliases resolved.
type Type struct {
	Text  string // "*Session", "[]string", "sdk.Date"
	Under string // of a defined type over a list or a map: that; "" otherwise
}

// A Signature is what a function takes and returns.
type Signature struct {
	Args    []Arg
	Results []*Type
}

// An Arg is a param of a signature.
type Arg struct {
	Name string
	Wire string // of a path param: its name in the document
	Type *Type
}

// A Problem is the body of an error response.
type Problem struct {
	Status string // "404", "default"
	Type   *Type
}
