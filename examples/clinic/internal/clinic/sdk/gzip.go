package sdk

import (
	"bufio"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

// unzipped reads an answer without the gzip that the transport has left on it: a server compresses unasked, or a header of
// the caller's asked for it. One that only claims to be gzip is read as it is.
func unzipped(resp *http.Response) (io.Reader, error) {
	if !strings.EqualFold(resp.Header.Get("Content-Encoding"), "gzip") {
		return resp.Body, nil
	}
	b := bufio.NewReader(resp.Body)
	if magic, err := b.Peek(2); err != nil || string(magic) != "\x1f\x8b" {
		return b, nil // its error comes again
	}
	return gzip.NewReader(b)
}
