package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

const (
	bodyLimit  = 64 << 20 // of an answer, decompressed
	errorLimit = 1 << 20  // of an answer that is no success
)

// attempt sends the request once, through the middleware, and reads the answer.
func (c *call) attempt(ctx context.Context) (*reply, error) {
	begin := time.Now()
	ctx, cancel := context.WithCancelCause(ctx)
	stop := c.timeout(cancel)
	r, err := c.exchange(ctx, cancel, stop)
	if cause := context.Cause(ctx); err != nil && errors.Is(cause, errTimeout) {
		err = fmt.Errorf("no answer within %v: %w", c.settings.timeout, context.DeadlineExceeded)
	}
	if r == nil || r.release == nil {
		stop()
		cancel(nil)
	}
	if c.settings.observe != nil {
		c.settings.observe(ctx, c, r, err, time.Since(begin))
	}
	return r, err
}

var errTimeout = errors.New("timeout")

// timeout ends the attempt when its time is up, unless stop is called before.
func (c *call) timeout(cancel context.CancelCauseFunc) (stop func() bool) {
	if c.settings.timeout <= 0 {
		return func() bool { return true }
	}
	return time.AfterFunc(c.settings.timeout, func() { cancel(errTimeout) }).Stop
}

func (c *call) exchange(ctx context.Context, cancel context.CancelCauseFunc, stop func() bool) (*reply, error) {
	r := c.request(ctx)
	if c.req.body != nil {
		if err := c.req.body.attach(ctx, r); err != nil {
			return nil, err
		}
	}
	handle := Handler(c.follow)
	for i := len(c.settings.middleware) - 1; i >= 0; i-- {
		handle = c.settings.middleware[i](handle)
	}
	resp, err := handle(r)
	if err != nil {
		return nil, withoutURL(err)
	}
	if resp == nil {
		return nil, &permanentError{errors.New("the middleware returned neither an answer nor an error")}
	}
	if resp.Request == nil { // a middleware's own answer
		resp.Request = r
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	if c.outcome == streamed && c.succeeded(resp.StatusCode) {
		stop()
		return &reply{response: resp, release: func() { cancel(nil) }}, nil
	}
	body, err := c.read(resp)
	if err != nil {
		return nil, err
	}
	return &reply{response: resp, body: body, read: c.req.read}, nil
}

// request is a new http.Request without credentials: middleware must not see those.
func (c *call) request(ctx context.Context) *http.Request {
	r := http.Request{
		Method: c.req.method, URL: c.url, Host: c.url.Host, Header: c.header,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
	}
	if len(c.settings.middleware) > 0 { // which may change both
		u := *c.url
		r.URL, r.Header = &u, c.header.Clone()
	}
	if host := r.Header.Get("Host"); host != "" { // net/http sends no other Host than this
		r.Host = host
	}
	return r.WithContext(withCall(ctx, Call{Method: c.req.method, Route: c.req.template, Host: c.base.Host, Attempt: c.attempts + 1}))
}

// read takes the whole body, within limits, and closes it.
func (c *call) read(resp *http.Response) ([]byte, error) {
	defer resp.Body.Close()
	limit := int64(bodyLimit)
	if !c.succeeded(resp.StatusCode) {
		limit = errorLimit
	}
	from, err := unzipped(resp)
	if err != nil {
		return nil, err
	}
	body, err := readAll(from, resp.ContentLength, limit)
	if err != nil {
		return nil, err
	}
	if int64(len(body)) <= limit {
		return body, nil
	}
	if limit == errorLimit {
		return body[:limit], nil
	}
	return nil, unexpected(resp, body[:errorLimit], "the answer is larger than 64 MiB", nil)
}

// readAll reads to the end, or until there is more than limit. It believes the announced size only so far as to make
// room for it.
func readAll(r io.Reader, size, limit int64) ([]byte, error) {
	b := make([]byte, 0, min(max(size, 0), 1<<20)+512)
	for int64(len(b)) <= limit {
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
	return b, nil
}

// A Call tells middleware and hooks which call they serve.
type Call struct {
	Method  string // "GET"
	Route   string // the path's template: "/v1/Services/{ServiceSid}"
	Host    string // "proxy.twilio.com", with the port if the server's URL has one
	Attempt int    // from 1; 0 in a hook
}

type callKey struct{}

func withCall(ctx context.Context, c Call) context.Context {
	return context.WithValue(ctx, callKey{}, c)
}

// CallOf returns what a middleware's request belongs to; the zero Call outside of one.
func CallOf(ctx context.Context) Call {
	c, _ := ctx.Value(callKey{}).(Call)
	return c
}
