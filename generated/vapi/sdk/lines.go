package sdk

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"iter"
	"strings"
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
		split := endedBy('\n')
		if isSequence(stream.ContentType) {
			split = endedBy(recordSeparator)
		}
		lines := newLines(stream, split)
		for lines.Scan() {
			if lines.Err() != nil {
				break // the line is cut off
			}
			if line := bytes.TrimSpace(lines.Bytes()); len(line) > 0 && !yield(line, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(nil, limited(err))
		}
	}
}

// recordSeparator stands before each value of application/json-seq, which may span lines (RFC 7464).
const recordSeparator = 0x1e

func isSequence(mediaType string) bool {
	mediaType = bareType(mediaType)
	return strings.HasSuffix(mediaType, "/json-seq") || strings.HasSuffix(mediaType, "+json-seq")
}

// endedBy ends texts at a byte. None is looked at twice, however long the text.
func endedBy(end byte) bufio.SplitFunc {
	seen := 0
	return func(data []byte, atEOF bool) (int, []byte, error) {
		i, from := bytes.IndexByte(data[seen:], end), seen
		seen = 0
		switch {
		case i >= 0:
			return from + i + 1, data[:from+i], nil
		case atEOF && len(data) > 0:
			return len(data), data, nil
		}
		seen = len(data)
		return 0, nil, nil
	}
}
