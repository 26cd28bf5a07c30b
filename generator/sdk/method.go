package sdk

import "github.com/sdkc/sdkc/generator/model"

// A Method is the Go method of an operation.
type Method struct {
	Spec         *model.Operation
	Resource     *Resource
	Name         Ident  // "Create"
	Path         string // the template that is sent; client params stay in braces for the runtime
	Args         []*Arg // path params in path order
	Body         *Arg   // a body passed as an argument of its own; nil where Params holds it or there is none
	BodyKind     BodyKind
	MediaType    string // of the request's body: "application/json"; "" without one
	Others       []Alternative
	XMLRoot      string  // of an XMLBody: the root element, as a tag says it
	BodyOptional bool    // Body may be nil: nothing is sent then
	Params       *Params // query, header and cookie params, and the fields of an inline body; nil: none
	Result       Result
	Paging       *Paging         // nil: not a list
	Stream       *Streaming      // nil: there is one way to answer
	Callbacks    []*Webhook      // requests that the API sends because of the call
	Security     *model.Security // nil: as the client
	Server       string          // base URL of its own; "" as the client
	KeyHeader    string          // the header of an idempotency key, which each call gets; "" for none
	Errors       []*ErrorCase    // declared error responses, in the document's order
	Doc          Doc
}

// An Arg is a positional argument.
type Arg struct {
	Name     Ident      // "serviceSID"
	Wire     model.Wire // "ServiceSid"
	Type     *Type
	Style    string // of a path param: "simple", "label", "matrix"
	Explode  bool
	Reserved bool
	Spec     *model.Param // nil for a body
	Doc      Doc
}

// An Alternative is another representation of a body than the one that is sent unasked.
type Alternative struct {
	Kind      BodyKind
	MediaType string
	XMLRoot   string // see Method
}

// A BodyKind says how a request's body is made.
type BodyKind string

const (
	NoBody        BodyKind = ""
	JSONBody      BodyKind = "json"
	FormBody      BodyKind = "form"      // application/x-www-form-urlencoded
	MultipartBody BodyKind = "multipart" // multipart/form-data
	LinesBody     BodyKind = "lines"     // a list, whose items are a line of JSON each
	XMLBody       BodyKind = "xml"
	RawBody       BodyKind = "raw"  // an io.Reader, sent as it is
	TextBody      BodyKind = "text" // a string
)

// A Result is what a method returns beside its error.
type Result struct {
	Kind   ResultKind
	Type   *Type    // what the method returns: *Session, []Pet, string; of a Stream of events: the event's type
	Decode *Type    // what is decoded: Session for *Session; equal to Type for values
	Accept string   // the Accept header: "application/json"
	XML    bool     // it comes as XML
	Status string   // the status that it comes with: "201"
	Empty  []string // statuses that the document declares without a body: the result is nil then
}

// A ResultKind is how a response becomes a Go value.
type ResultKind string

const (
	NoResult       ResultKind = ""         // error alone
	PointerResult  ResultKind = "pointer"  // *T from JSON
	ValueResult    ResultKind = "value"    // T from JSON: a list, a map, a union, a scalar
	TextResult     ResultKind = "text"     // string
	StreamResult   ResultKind = "stream"   // *sdk.Stream: bytes as they come
	EventsResult   ResultKind = "events"   // iter.Seq2[T, error] from text/event-stream
	LinesResult    ResultKind = "lines"    // iter.Seq2[T, error] from NDJSON
	LocationResult ResultKind = "location" // string: the Location header of a redirect
	CasesResult    ResultKind = "cases"    // *T, a struct with a field a status
)

// An ErrorCase is a declared error response.
type ErrorCase struct {
	Spec *model.Response
	Type *Type // of its JSON body; nil: not declared
}

// Paging tells how a list goes on. Exactly one of NextURL, Cursor, Offset, Number, Link says how.
type Paging struct {
	Items       string     // dotted way from the page to its items: "sessions"; "" where the page is the list
	Item        *Type      // what the iterator yields: *Session, or string for scalars
	ItemDecode  *Type      // Session
	Page        Ident      // method that returns one page: "ListPage"
	Build       Ident      // unexported method that builds the request: "list"
	NextURL     string     // way to the next page's URL: "meta.next_page_url"
	Cursor      string     // way to the next page's token, or to the last item's id: "nextCursor"
	CursorParam model.Wire // query param that takes it
	LastItem    string     // the cursor is this field of the last item: "id"; then Cursor is empty
	More        string     // way to a boolean that says whether there are more: "has_more"
	Offset      model.Wire // query param that counts items
	Number      model.Wire // query param that counts pages, from First
	First       int
	Size        model.Wire // query param of the page's size, where one item is a size
	MaxSize     int        // how large a page may surely be: the param's maximum, or else its default; 0: not said
	Total       string     // way to the count of all items
	Link        bool       // the Link header's rel="next" (RFC 8288)
}

// Params is the struct of a method's named params.
type Params struct {
	Name     Ident // "CreateSessionParams"
	Method   *Method
	Fields   []*Field
	Redacted bool // as of Object
	Doc      Doc
}
