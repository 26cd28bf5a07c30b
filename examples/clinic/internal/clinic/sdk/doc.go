// Package sdk carries the calls of a generated API client: it builds requests, signs and sends them, tries again where
// that is safe, and turns answers into Go values, pages and errors. It knows nothing of any particular API.
//
// A call goes this way: a method fills a [Request], [Send] or one of its sisters hands it to the [Client], which
// expands the path, adds credentials, passes the middleware, sends, and decodes.
//
// Every answer that is not a success is an [*Error]. Numbers in values of type any are [encoding/json.Number], so that
// large integers stay exact.
package sdk
