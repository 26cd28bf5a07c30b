package model

import "github.com/sdkc/sdkc/generator/diag"

// Security lists alternatives: the schemes of any one of them suffice. An empty alternative
// means that a call needs no credential; so does an empty list.
type Security [][]Need

// A Need is a scheme that an alternative asks for.
type Need struct {
	Scheme Wire
	Scopes []string `json:",omitempty"`
}

// A Scheme is a way to authenticate.
type Scheme struct {
	Name   Wire     // key in the document: "accountSid_authToken"
	Type   string   // "http", "apiKey", "oauth2", "openIdConnect", "mutualTLS"
	HTTP   string   `json:",omitempty"` // of "http", lower case: "basic", "bearer"
	In     Location `json:",omitempty"` // of "apiKey"
	Param  Wire     `json:",omitempty"` // of "apiKey": the header's, query param's or cookie's name
	Doc    Text     `json:",omitempty"`
	Flows  []*Flow  `json:",omitempty"` // of "oauth2"
	OpenID string   `json:",omitempty"` // of "openIdConnect": the discovery URL
	Pos    diag.Pos
}

// A Flow is a way to get an OAuth2 token.
type Flow struct {
	Grant            string // "clientCredentials", "authorizationCode", "implicit", "password"
	TokenURL         string `json:",omitempty"`
	AuthorizationURL string `json:",omitempty"`
	RefreshURL       string `json:",omitempty"`
	Scopes           []*Scope
}

// A Scope is a permission that a token may carry.
type Scope struct {
	Name string
	Doc  Text `json:",omitempty"`
}
