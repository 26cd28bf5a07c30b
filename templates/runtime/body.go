package sdk

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"sync/atomic"
)

// A body is what a request sends: bytes, or readers one after the other.
type body struct {
	mediaType string
	data      []byte
	parts     []io.Reader
	starts    []int64       // where each part began, to go back to
	length    int64         // -1: unknown
	once      bool          // a part cannot go back
	opaque    bool          // bytes of the caller's own, whatever they are called
	current   *streamReader // what the last attempt reads
}

var errSpent = errors.New("the body was read already and cannot be sent again")

func newStream(mediaType string, parts []io.Reader) *body {
	b := &body{mediaType: mediaType, parts: parts, starts: make([]int64, len(parts))}
	for i, part := range parts {
		start, size, ok := extent(part)
		b.starts[i] = start
		b.once = b.once || !ok
		b.length += size
	}
	if b.once {
		b.length = -1
	}
	return b
}

// extent finds where a reader stands and how much is left; false if it cannot go back.
func extent(r io.Reader) (start, size int64, ok bool) {
	s, ok := r.(io.Seeker)
	if !ok {
		return 0, 0, false
	}
	start, err := s.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0, 0, false
	}
	end, err := s.Seek(0, io.SeekEnd)
	if err != nil {
		return 0, 0, false
	}
	_, err = s.Seek(start, io.SeekStart)
	return start, end - start, err == nil
}

// attach gives an attempt the body, from its beginning.
func (b *body) attach(ctx context.Context, r *http.Request) error {
	r.ContentLength = b.length
	if b.parts == nil {
		if len(b.data) == 0 {
			r.Body = http.NoBody
			return nil
		}
		r.Body = io.NopCloser(bytes.NewReader(b.data))
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.data)), nil }
		return nil
	}
	if err := b.rewind(ctx); err != nil {
		return err
	}
	b.current = &streamReader{readers: io.MultiReader(b.parts...), turn: make(chan struct{}, 1)}
	r.Body = b.current
	return nil
}

// rewind waits until the last attempt reads no more, then goes back.
func (b *body) rewind(ctx context.Context) error {
	if b.current == nil {
		return nil
	}
	if b.once {
		return errSpent
	}
	_ = b.current.Close() // never fails
	select {
	case b.current.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	for i, part := range b.parts {
		if _, err := part.(io.Seeker).Seek(b.starts[i], io.SeekStart); err != nil {
			return err
		}
	}
	return nil
}

// replays tells whether the body can be sent again, and the error of a reader that broke.
func (b *body) replays() (bool, error) {
	if b == nil || b.current == nil {
		return true, nil
	}
	if failure := b.current.failure.Load(); failure != nil {
		return false, *failure
	}
	return !b.once, nil
}

// release keeps the transport from reading on, after the call, what belongs to the caller again.
func (b *body) release() {
	if b != nil && b.current != nil {
		_ = b.current.Close() // never fails
	}
}

// A streamReader reads parts for one attempt. The transport may go on reading after an answer; Close ends that.
type streamReader struct {
	readers io.Reader
	turn    chan struct{} // holds a token while a part is read
	closed  atomic.Bool
	failure atomic.Pointer[error]
}

func (s *streamReader) Read(p []byte) (int, error) {
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	if s.closed.Load() {
		return 0, io.ErrClosedPipe
	}
	n, err := s.readers.Read(p)
	if err != nil && err != io.EOF {
		s.failure.Store(&err)
	}
	return n, err
}

func (s *streamReader) Close() error {
	s.closed.Store(true)
	return nil
}
