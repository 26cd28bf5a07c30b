package sdk

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A call is a request on its way: what all its attempts share.
type call struct {
	client   *Client
	settings *settings
	req      *Request
	outcome  outcome
	base     *url.URL // credentials go to its origin only
	url      *url.URL
	header   http.Header
	start    time.Time
	again    bool // a failed attempt may be repeated
	attempts int
}

// send makes a call with all its attempts. Only a success has no error.
func (c *Client) send(ctx context.Context, req *Request, accept string, out outcome) (*reply, error) {
	settings := c.settings.with(req.opts)
	req, err := req.choose(settings)
	if err != nil {
		return nil, err
	}
	call := &call{client: c, settings: settings, req: req, outcome: out, start: time.Now()}
	if err := call.prepare(accept); err != nil {
		return nil, err
	}
	defer req.body.release()
	if err := ctx.Err(); err != nil {
		return nil, call.wrap(err)
	}
	if len(call.settings.hooks) > 0 {
		return call.hooked(ctx)
	}
	return call.run(ctx)
}

// run makes attempts until one of them counts.
func (c *call) run(ctx context.Context) (*reply, error) {
	for {
		r, err := c.attempt(ctx)
		c.attempts++
		wait, again := c.retry(ctx, r, err)
		if !again {
			return c.finish(ctx, r, err)
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, c.wrap(err)
		}
	}
}

// prepare settles the URL and the headers, and finds whatever makes the request impossible.
func (c *call) prepare(accept string) error {
	var err error
	if c.req.err != nil {
		return c.req.err
	}
	c.base, err = c.client.baseFor(c.settings, c.req.server)
	if err == nil {
		c.url, err = c.target()
	}
	if err == nil && c.req.next != "" && !sameOrigin(c.url, c.base) {
		err = fmt.Errorf("the next page is on %s, and credentials are for %s", c.url.Host, c.base.Host)
	}
	if err == nil {
		err = c.headers(accept)
	}
	if err != nil {
		return fmt.Errorf("%s %s: %w", c.req.method, c.req.template, err)
	}
	return nil
}

func (c *call) headers(accept string) error {
	if c.req.accept != "" {
		accept = c.req.accept
	}
	h, values := make(http.Header, 6), [...]string{accept, c.settings.userAgent, ""}
	h["Accept"] = values[0:1:1]
	if c.settings.userAgent != "" {
		h["User-Agent"] = values[1:2:2]
	}
	if c.req.body != nil {
		values[2] = c.req.body.mediaType
		h["Content-Type"] = values[2:3:3]
	}
	for _, p := range c.req.header { // a param may be named like a header of ours, which is sent once
		if http.CanonicalHeaderKey(p.name) == "Content-Type" && strings.HasPrefix(h.Get(p.name), "multipart/") {
			continue // only the body itself knows its boundary
		}
		h.Set(p.name, p.value)
	}
	if len(c.req.cookie) > 0 {
		h["Cookie"] = []string{strings.Join(c.req.cookie, "; ")}
	}
	c.header = h
	if err := c.identify(); err != nil {
		return err
	}
	for _, p := range c.settings.header {
		if err := checkHeader(p.name, p.value.reveal()); err != nil {
			return fmt.Errorf("header %q: %w", p.name, err)
		}
		h.Set(p.name, p.value.reveal())
	}
	name := c.idempotencyHeader()
	c.again = c.req.idempotent() || c.settings.retryUnsafe || h.Get(name) != ""
	return nil
}

// identify sets the idempotency key: the call's, the request's own, or a made one where the API knows them.
func (c *call) identify() error {
	name, key := c.idempotencyHeader(), c.settings.key
	wanted := c.req.keyHeader != "" || c.client.config.IdempotencyKeys && !c.req.idempotent()
	if key == "" && wanted && c.header.Get(name) == "" {
		key = rand.Text()
	}
	if key == "" {
		return nil
	}
	if err := checkHeader(name, key); err != nil {
		return fmt.Errorf("idempotency key: %w", err)
	}
	c.header.Set(name, key)
	return nil
}

func (c *call) idempotencyHeader() string {
	return cmp.Or(c.req.keyHeader, c.client.config.IdempotencyHeader, "Idempotency-Key")
}

// finish turns the last attempt into the call's result.
func (c *call) finish(ctx context.Context, r *reply, err error) (*reply, error) {
	if err != nil {
		if ctx.Err() != nil { // the caller's own doing, whatever the transport calls it
			err = ctx.Err()
		}
		return nil, c.wrap(err)
	}
	if c.settings.response != nil {
		c.settings.response.set(c, r)
	}
	if c.succeeded(r.response.StatusCode) {
		return r, nil
	}
	return nil, newError(r.response, r.body)
}

func (c *call) succeeded(status int) bool {
	return status/100 == 2 || c.outcome == located && isRedirect(status)
}

// wrap says which call failed.
func (c *call) wrap(err error) error {
	var own *Error
	if errors.As(err, &own) {
		return err
	}
	return fmt.Errorf("%s %s: %w", c.req.method, safeURL(c.url), err)
}
