package sdk

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"iter"
)

// SendLines makes a call for each range over the result and yields the values of its lines, each a JSON text.
func SendLines[T any](ctx context.Context, c *Client, req *Request) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for line, err := range c.lines(ctx, req) {
			var v T
			if err == nil {
				err = decodeLine(line, &v)
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

func decodeLine(line []byte, p any) error {
	if err := decode(line, p); err != nil {
		return fmt.Errorf("line does not decode: %w: %s", err, clip(line))
	}
	return nil
}

// lines yields the lines that are not blank, and the one error that ends them.
func (c *Client) lines(ctx context.Context, req *Request) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		stream, err := c.stream(ctx, req, lineType)
		if err != nil {
			yield(nil, err)
			return
		}
		defer stream.Close()
		lines := newLines(stream, bufio.ScanLines)
		for lines.Scan() {
			if lines.Err() != nil {
				break // the line is cut off
			}
			if line := bytes.TrimSpace(lines.Bytes()); len(line) > 0 && !yield(line, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(nil, err)
		}
	}
}
