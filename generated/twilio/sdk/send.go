package sdk

import (
	"context"
	"net/http"
)

const (
	jsonType = "application/json"
	anyType  = "*/*"
)

// Send makes a call and decodes its JSON answer.
func Send[T any](ctx context.Context, c *Client, req *Request) (*T, error) {
	v := new(T)
	if err := c.json(ctx, req, v, false); err != nil {
		return nil, err
	}
	return v, nil
}

// SendValue makes a call and decodes its JSON answer, which may be null where T can hold that.
func SendValue[T any](ctx context.Context, c *Client, req *Request) (T, error) {
	var v T
	if err := c.json(ctx, req, &v, true); err != nil {
		var none T
		return none, err
	}
	return v, nil
}

// SendEmpty makes a call and discards what a success says.
func SendEmpty(ctx context.Context, c *Client, req *Request) error {
	_, err := c.send(ctx, req, jsonType, buffered)
	return err
}

// SendText makes a call and returns its answer as text in UTF-8.
func SendText(ctx context.Context, c *Client, req *Request) (string, error) {
	r, err := c.send(ctx, req, anyType, buffered)
	if err != nil {
		return "", err
	}
	return string(toUTF8(r.body, r.response.Header.Get("Content-Type"))), nil
}

// SendLocation makes a call whose result is where its answer points to. It is not followed.
func SendLocation(ctx context.Context, c *Client, req *Request) (string, error) {
	r, err := c.send(ctx, req, anyType, located)
	if err != nil {
		return "", err
	}
	location := r.response.Header.Get("Location")
	if location == "" {
		return "", unexpected(r.response, r.body, "the answer has no Location header", nil)
	}
	u, err := r.response.Request.URL.Parse(location)
	if err != nil {
		return "", unexpected(r.response, r.body, "the Location header is no URL", nil)
	}
	return u.String(), nil
}

// json makes a call and decodes the answer into what v points to.
func (c *Client) json(ctx context.Context, req *Request, v any, null bool) error {
	r, err := c.send(ctx, req, jsonType, buffered)
	if err != nil {
		return err
	}
	return r.decode(v, null)
}

// decode reads the answer's JSON, whatever its media type claims. An answer without a value is an error.
func (r *reply) decode(v any, null bool) error {
	body := toUTF8(r.body, r.response.Header.Get("Content-Type"))
	switch at := space(body, 0); {
	case at == len(body):
		return unexpected(r.response, nil, "the answer has no body, where a value is due", ErrEmpty)
	case !null && string(body[at:skip(body, at)]) == "null":
		return unexpected(r.response, r.body, "the answer is null, where a value is due", nil)
	}
	if r.read != nil && !isJSON(r.response.Header.Get("Content-Type")) {
		return r.read(r, v)
	}
	err := decode(body, v)
	switch {
	case err == nil:
		return nil
	case !isJSON(r.response.Header.Get("Content-Type")) && !looksLikeJSON(body):
		return unexpected(r.response, r.body, "the answer is no JSON", nil)
	}
	return unexpected(r.response, r.body, "the answer does not decode: "+err.Error(), err)
}

func looksLikeJSON(b []byte) bool {
	at := space(b, 0)
	return at < len(b) && (b[at] == '{' || b[at] == '[')
}

// An outcome says what a call does with a successful answer.
type outcome uint8

const (
	buffered outcome = iota // reads it whole
	streamed                // hands it on unread
	located                 // reads it, and takes a redirect for a success
)

// A reply is a successful answer.
type reply struct {
	response *http.Response
	body     []byte
	release  func()                      // of a streamed reply: ends the attempt
	read     func(r *reply, v any) error // see Request
}
