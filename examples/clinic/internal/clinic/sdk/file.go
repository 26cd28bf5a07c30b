package sdk

import "io"

// A File is a part of a multipart body: its content, and what the server is told of it.
type File struct {
	Name        string // "cat.png"
	ContentType string // "image/png"; "" stands for application/octet-stream
	Reader      io.Reader
}
