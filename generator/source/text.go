package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/sdkc/sdkc/generator/diag"
)

var (
	bomUTF8    = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16LE = []byte{0xFF, 0xFE}
	bomUTF16BE = []byte{0xFE, 0xFF}
)

// checked checks that data is text that a reader may be given, and takes the byte order mark off.
func checked(name string, data []byte, report *diag.Report) (string, bool) {
	refuse := func(pos diag.Pos, code diag.Code, message, cure string) (string, bool) {
		report.Add(diag.Diagnostic{Code: code, Pos: pos, Message: message, Cure: cure})
		return "", false
	}
	start := diag.Pos{File: name, Line: 1, Col: 1}
	if len(data) > maxFileBytes {
		return refuse(start, "file-too-large", fmt.Sprintf("the file has %d bytes, the limit is %d", len(data), maxFileBytes),
			"split it, or leave out what no client needs")
	}
	if isUTF16(data) {
		return refuse(start, "not-utf8", "the file is UTF-16", "save it as UTF-8")
	}
	data = bytes.TrimPrefix(data, bomUTF8)
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return refuse(posAt(name, data, at), "binary-file", "the file has a zero byte, so it is no text",
			"give an OpenAPI document in JSON or YAML")
	}
	if at := invalidUTF8(data); at >= 0 {
		return refuse(posAt(name, data, at), "not-utf8", fmt.Sprintf("byte 0x%02X is not valid UTF-8", data[at]), "save the file as UTF-8")
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return refuse(start, "empty-file", "the file is empty", "give an OpenAPI document in JSON or YAML")
	}
	return string(data), true
}

// isUTF16 knows UTF-16 by its mark, or by the zero byte beside the first ASCII character.
func isUTF16(data []byte) bool {
	if bytes.HasPrefix(data, bomUTF16LE) || bytes.HasPrefix(data, bomUTF16BE) {
		return true
	}
	if len(data) < 4 || len(data)%2 != 0 {
		return false
	}
	little := data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0
	big := data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0
	return little || big
}

// invalidUTF8 is the offset of the first byte that is no UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// posAt is the line and column of an offset.
func posAt(name string, data []byte, offset int) diag.Pos {
	before := data[:offset]
	line := 1 + bytes.Count(before, []byte{'\n'})
	return diag.Pos{File: name, Line: line, Col: offset - bytes.LastIndexByte(before, '\n')}
}
