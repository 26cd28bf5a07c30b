package sdk

import (
	"context"
	"io"
	"net/http"
	"strings"
)

// A Stream is an answer that is read as it comes. Whoever gets one closes it.
type Stream struct {
	ContentType string
	Size        int64 // -1 if the server did not say
	StatusCode  int
	Header      http.Header

	ctx     context.Context // of the call, which goes on while the answer is read
	body    io.ReadCloser
	release func()
}

// SendStream makes a call and hands its answer on unread. Its size has no limit.
func SendStream(ctx context.Context, c *Client, req *Request) (*Stream, error) {
	return c.stream(ctx, req, anyType)
}

func (c *Client) stream(ctx context.Context, req *Request, accept string) (*Stream, error) {
	r, err := c.send(ctx, req, accept, streamed)
	if err != nil {
		return nil, err
	}
	resp := r.response
	contentType := resp.Header.Get("Content-Type")
	if !streamable(accept, contentType) {
		body, _ := io.ReadAll(io.LimitReader(resp.Body, errorLimit))
		_ = resp.Body.Close()
		r.release()
		return nil, unexpected(resp, body, "the answer is no "+accept, nil)
	}
	return newAnswer(ctx, r), nil
}

func newAnswer(ctx context.Context, r *reply) *Stream {
	resp := r.response
	return &Stream{
		ContentType: resp.Header.Get("Content-Type"),
		Size:        resp.ContentLength,
		StatusCode:  resp.StatusCode,
		Header:      resp.Header,
		ctx:         ctx,
		body:        resp.Body,
		release:     r.release,
	}
}

// streamable tells a stream of events or lines from the page of a proxy, in which none would be found.
func streamable(accept, contentType string) bool {
	mediaType, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	switch strings.TrimSpace(mediaType) {
	case "text/html":
		return accept == anyType
	case jsonType:
		return accept != eventType
	}
	return true
}

// Read reads the answer.
func (s *Stream) Read(p []byte) (int, error) {
	n, err := s.body.Read(p)
	switch {
	case err == nil || err == io.EOF:
		return n, err
	case s.ctx.Err() != nil: // the caller's own doing, whatever the transport calls it
		return n, s.ctx.Err()
	}
	return n, withoutURL(err)
}

// Close ends the call, read to the end or not.
func (s *Stream) Close() error {
	err := s.body.Close()
	s.release()
	return err
}
