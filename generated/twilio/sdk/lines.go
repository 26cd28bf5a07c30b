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
		split := bufio.ScanLines
		if isSequence(stream.ContentType) {
			split = splitRecords
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

// splitRecords ends a value where the next begins.
func splitRecords(data []byte, atEOF bool) (int, []byte, error) {
	i := bytes.IndexByte(data, recordSeparator)
	switch {
	case i >= 0:
		return i + 1, data[:i], nil
	case atEOF && len(data) > 0:
		return len(data), data, nil
	}
	return 0, nil, nil
}
