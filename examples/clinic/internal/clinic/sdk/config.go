package sdk

// A Config says what a document says of its API. Generated code fills it.
type Config struct {
	BaseURL   string // "https://proxy.twilio.com"; may have a path of its own, and {variables}
	Variables []Variable
	Hosts     []string // templates, of which the first counts whose variables are all set; the last is the document's own
	UserAgent string   // "proxyv1/1.0.0"
	Schemes   []Scheme
	Security  Security // nil: any scheme will do; empty: calls need no credential
	Params    []ClientParam

	IdempotencyHeader string // "" stands for Idempotency-Key
	IdempotencyKeys   bool   // POST and PATCH get a key of their own, and so are tried again
}

// Security lists alternatives, each a list of schemes that are needed together. An empty alternative needs none.
type Security [][]string

// A SchemeKind is a way to prove who calls.
type SchemeKind string

// The kinds of schemes.
const (
	Basic     SchemeKind = "basic"
	Bearer    SchemeKind = "bearer"
	APIKey    SchemeKind = "apiKey"
	OAuth2    SchemeKind = "oauth2"
	OpenID    SchemeKind = "openIdConnect"
	MutualTLS SchemeKind = "mutualTLS" // the certificate is the HTTP client's business
	HTTPOther SchemeKind = "http"      // the credential is the whole Authorization header
)

// A Scheme is a way to authenticate that a document declares.
type Scheme struct {
	Name     string // the document's word: "accountSid_authToken"
	Kind     SchemeKind
	In       string   // of an APIKey: "header", "query" or "cookie"
	Param    string   // of an APIKey: the header's, param's or cookie's name
	Env      []string // environment variables: user and password, id and secret, or the key alone
	TokenURL string   // of OAuth2 with client credentials
	Scopes   []string
}

// A ClientParam is a path param that is set once for all calls: Twilio's AccountSid.
type ClientParam struct {
	Name     string
	FromUser bool     // the user name of basic auth, if nothing else sets it
	Env      []string // environment variables that set it
	Default  string
}
