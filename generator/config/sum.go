package config

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A Sum is what a sdkc.sum says: which bytes sdkc pull fetched for each document. It stands beside the config, a line a
// document, sorted, so that a diff tells which documents moved:
//
//	specs/api.yaml sha256:9f86… https://example.com/api.yaml "etag"
type Sum struct {
	File string
	Pins []*Pin
}

// A Pin is a document as it was fetched.
type Pin struct {
	Path   string // below the config's folder, with slashes
	SHA256 string // of its bytes, in hex
	URL    string
	ETag   string // as the server sent it; may be empty
	Pos    diag.Pos
}

// SumFile is the sum of a config: of sdkc.yaml it is sdkc.sum.
func SumFile(config string) string {
	return strings.TrimSuffix(config, filepath.Ext(config)) + ".sum"
}

// ReadSum reads a sum, strictly. A missing file pins nothing; nil says that the report holds an error.
func ReadSum(file string, report *diag.Report) *Sum {
	s := &Sum{File: file}
	data, err := read(file)
	if errors.Is(err, fs.ErrNotExist) {
		return s
	}
	if err != nil {
		report.Add(diag.Diagnostic{Code: "bad-sum", Pos: diag.Pos{File: file}, Message: "the sums cannot be read: " + reason(err)})
		return nil
	}
	before := len(report.List)
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		pos := diag.Pos{File: file, Line: i + 1, Col: 1}
		if p := pin(line); p != nil && s.Pin(p.Path) == nil {
			p.Pos = pos
			s.Pins = append(s.Pins, p)
			continue
		}
		report.Add(diag.Diagnostic{
			Code: "bad-sum", Pos: pos, Message: fmt.Sprintf("%q is no document with its SHA-256, or stands here twice", line),
			Cure: "remove the line and run sdkc pull",
		})
	}
	if len(report.List) > before {
		return nil
	}
	return s
}

// pin reads a line; nil says that it is none.
func pin(line string) *Pin {
	p := &Pin{}
	rest := line
	for _, into := range []*string{&p.Path, &p.SHA256, &p.URL, &p.ETag} {
		rest = strings.TrimLeft(rest, " ")
		text, after, _ := strings.Cut(rest, " ")
		if strings.HasPrefix(rest, `"`) {
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil
			}
			text, after = quoted, rest[len(quoted):]
			if text, err = strconv.Unquote(quoted); err != nil {
				return nil
			}
		}
		*into, rest = text, after
	}
	sum, ok := strings.CutPrefix(p.SHA256, "sha256:")
	if raw, err := hex.DecodeString(sum); !ok || err != nil || len(raw) != 32 || p.Path == "" || p.URL == "" || rest != "" {
		return nil
	}
	p.SHA256 = sum
	return p
}

// Pin is that of a path; nil for none.
func (s *Sum) Pin(path string) *Pin {
	for _, p := range s.Pins {
		if p.Path == path {
			return p
		}
	}
	return nil
}

// Put replaces the pin of a path, or adds it.
func (s *Sum) Put(p *Pin) {
	s.Pins = append(slices.DeleteFunc(s.Pins, func(o *Pin) bool { return o.Path == p.Path }), p)
}

// Bytes is the sum as it stands on disk.
func (s *Sum) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("# What sdkc pull fetched, as it was then. Commit this file; sdkc pull --frozen holds the documents to it.\n")
	for _, p := range slices.SortedFunc(slices.Values(s.Pins), func(x, y *Pin) int { return strings.Compare(x.Path, y.Path) }) {
		fmt.Fprintf(&b, "%s sha256:%s %s", word(p.Path), p.SHA256, word(p.URL))
		if p.ETag != "" {
			fmt.Fprintf(&b, " %q", p.ETag)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// word is a text that has no end in its middle.
func word(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r == '"' || r == 0x7f }) || strings.HasPrefix(text, "#") {
		return strconv.Quote(text)
	}
	return text
}
