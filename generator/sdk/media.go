package sdk

import (
	"mime"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// A media is a family of media types that travel alike.
type media int

const (
	jsonMedia media = iota
	formMedia
	multipartMedia
	eventMedia // text/event-stream
	linesMedia // a JSON value a line
	textMedia
	xmlMedia
	binaryMedia
)

func (m media) String() string {
	return [...]string{"json", "form", "multipart", "events", "lines", "text", "xml", "binary"}[m]
}

// essence is a media type without params, small: "application/json".
func essence(mediaType string) string {
	t, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		t, _, _ = strings.Cut(mediaType, ";")
	}
	return strings.ToLower(strings.TrimSpace(t))
}

// mediaKind is the family of a media type.
func mediaKind(mediaType string) media {
	t := essence(mediaType)
	switch {
	case t == "application/x-www-form-urlencoded":
		return formMedia
	case t == "text/event-stream":
		return eventMedia
	case t == "application/x-ndjson" || t == "application/jsonl" || t == "application/x-jsonlines" || t == "application/ndjson" ||
		t == "application/json-seq" || t == "application/jsonlines" || strings.HasSuffix(t, ";stream=watch"):
		return linesMedia
	case t == "application/json" || t == "text/json" || strings.HasSuffix(t, "+json") || strings.HasPrefix(t, "application/json"):
		return jsonMedia
	case strings.HasPrefix(t, "multipart/"):
		return multipartMedia
	case t == "application/xml" || t == "text/xml" || strings.HasSuffix(t, "+xml") && t != "image/svg+xml":
		return xmlMedia
	case strings.HasPrefix(t, "text/") && t != "text/*":
		return textMedia
	}
	return binaryMedia
}

// structuredMedia is the family of XML or lines: text, or bytes, where the schema says nothing of what they hold.
func structuredMedia(kind media, c *model.Content, t *model.Type) media {
	switch {
	case kind == linesMedia && c.ItemType != nil:
		return kind
	case t.Kind == model.String && t.Format == "binary", kind == xmlMedia && t.Kind == model.Any:
		return binaryMedia
	case kind == xmlMedia && t.Kind == model.String:
		return textMedia
	}
	return kind
}

// anyMedia tells whether a media type is a wildcard, which leaves the choice to the schema.
func anyMedia(mediaType string) bool {
	t := essence(mediaType)
	return t == "*/*" || t == "*" || t == ""
}

// effective is the family of a content: a wildcard or text with an object in it is JSON.
func effective(c *model.Content) media {
	kind := mediaKind(c.MediaType)
	t := unalias(c.Type)
	if t == nil {
		if kind == xmlMedia {
			return binaryMedia
		}
		return kind
	}
	if kind == jsonMedia && t.Kind == model.String && t.Format == "binary" {
		return binaryMedia
	}
	if kind == xmlMedia || kind == linesMedia {
		return structuredMedia(kind, c, t)
	}
	structured := t.Kind == model.Ref && t.Schema.Kind != model.EnumSchema || t.Kind == model.Array || t.Kind == model.Map
	if structured && (anyMedia(c.MediaType) || kind == textMedia && essence(c.MediaType) == "text/plain") {
		return jsonMedia
	}
	if anyMedia(c.MediaType) && (t.Kind == model.Integer || t.Kind == model.Number || t.Kind == model.Boolean || t.Kind == model.String && t.Format != "binary") {
		return jsonMedia
	}
	return kind
}
