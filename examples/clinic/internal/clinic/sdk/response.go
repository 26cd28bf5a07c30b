package sdk

import (
	"net/http"
	"time"
)

// A Response is what came back, beside the decoded value. [WithResponse] fills it, on errors too.
type Response struct {
	StatusCode int
	Status     string
	Header     http.Header
	Body       []byte // nil of a stream
	RequestID  string
	Attempts   int
	Duration   time.Duration // of the whole call, to the end of the body or the beginning of a stream
}

func (r *Response) set(c *call, from *reply) {
	*r = Response{
		StatusCode: from.response.StatusCode,
		Status:     from.response.Status,
		Header:     from.response.Header,
		Body:       from.body,
		RequestID:  requestID(from.response.Header),
		Attempts:   c.attempts,
		Duration:   time.Since(c.start),
	}
}
