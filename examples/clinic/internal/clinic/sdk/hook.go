package sdk

import (
	"context"
	"errors"
	"time"
)

// A Hook learns of calls. It is called before the first attempt, with what all attempts have in common, and the function
// that it returns, if any, once when the call is over. Attempts run with the context that it returns, which must derive
// from ctx: a span, say. Each attempt by itself is a matter of [WithMiddleware].
type Hook func(ctx context.Context, call Call) (context.Context, func(Result))

// A Result is how a call ended.
type Result struct {
	StatusCode int // of the last answer; 0 without one
	Attempts   int
	Duration   time.Duration // to the end of the answer, or to the beginning of a stream
	RequestID  string
	Err        error // as the method returns it; what does not decode is known after the call only
}

// WithHook tells hooks of calls, the first one outermost.
func WithHook(hooks ...Hook) Option {
	return func(s *settings) { s.hooks = add(s.hooks, hooks...) }
}

// hooked makes a call between its hooks.
func (c *call) hooked(ctx context.Context) (*reply, error) {
	var ends []func(Result)
	for _, hook := range c.settings.hooks {
		own, end := hook(ctx, Call{Method: c.req.method, Route: c.req.template, Host: c.base.Host})
		if own != nil {
			ctx = own
		}
		if end != nil {
			ends = append(ends, end)
		}
	}
	r, err := c.run(ctx)
	result := Result{Attempts: c.attempts, Duration: time.Since(c.start), Err: err}
	var e *Error
	switch {
	case r != nil:
		result.StatusCode, result.RequestID = r.response.StatusCode, requestID(r.response.Header)
	case errors.As(err, &e):
		result.StatusCode, result.RequestID = e.StatusCode, e.RequestID
	}
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i](result)
	}
	return r, err
}
