package sdk

import (
	"bytes"
	"encoding/binary"
	"mime"
	"strings"
	"unicode/utf16"
)

// isJSON is true for application/json and for types built on it.
func isJSON(contentType string) bool {
	mediaType := bareType(contentType)
	return strings.HasSuffix(mediaType, "/json") || strings.HasSuffix(mediaType, "+json")
}

// toUTF8 turns a text in its content type's charset into UTF-8, without a byte order mark. An unknown charset is left
// as it is.
func toUTF8(b []byte, contentType string) []byte {
	charset := ""
	if strings.Contains(contentType, ";") {
		if _, params, err := mime.ParseMediaType(contentType); err == nil {
			charset = strings.ToLower(params["charset"])
		}
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return fromUTF16(b[2:], binary.LittleEndian)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b[2:], binary.BigEndian)
	}
	switch charset {
	case "utf-16le":
		return fromUTF16(b, binary.LittleEndian)
	case "utf-16", "utf-16be":
		return fromUTF16(b, binary.BigEndian)
	case "iso-8859-1", "latin1", "windows-1252":
		return fromLatin1(b)
	}
	return b
}

func fromUTF16(b []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// fromLatin1 reads ISO 8859-1 as browsers do: as Windows-1252, which only adds to it.
func fromLatin1(b []byte) []byte {
	const above80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
	upper := []rune(above80)
	var out strings.Builder
	for _, c := range b {
		if c >= 0x80 && c < 0xa0 {
			out.WriteRune(upper[c-0x80])
			continue
		}
		out.WriteRune(rune(c))
	}
	return []byte(out.String())
}

// bareType is a media type without its parameters, in small letters.
func bareType(contentType string) string {
	mediaType, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	return strings.TrimSpace(mediaType)
}
