package golden

import "testing"

func bodyRows() []conformRow {
	const item = "Bodies"
	naughty := func(where string) func(*testing.T) int {
		return func(t *testing.T) int { return tryNaughty(t, where) }
	}
	return []conformRow{
		{item, "JSON: absent, null and value", ours, func(t *testing.T) int { return tryJSON(t, jsonPresence()) }},
		{item, "JSON: lists and maps that must be there", ours, func(t *testing.T) int { return tryJSON(t, jsonLists()) }},
		{item, "JSON: times, numbers, bytes, texts", ours, func(t *testing.T) int { return tryJSON(t, jsonScalars()) }},
		{item, "Content-Type and Accept; no Content-Type without a body", ours, func(t *testing.T) int { return tryContents(t, usualTypes()) }},
		{item, "several content types: the caller's choice, or a body of its own", ours, func(t *testing.T) int { return tryContents(t, chosenTypes()) }},
		{item, "NDJSON and JSON text sequences, read", ours + ", RFC 7464", tryLines},
		{item, "downloads: limit, progress, what is cut off", ours, tryDownloads},
		{item, "forms: the specification's examples", "OpenAPI 3.2.1, Encoding Object", func(t *testing.T) int { return tryForms(t, exampledForms()) }},
		{item, "forms: style, presence, X< and X>, dotted names, collapsible maps, JSON", ours, func(t *testing.T) int { return tryForms(t, allForms()) }},
		{item, "generated code: a call of each kind of body and of the styles of params", ours, tryGenerated},
		{item, "multipart: texts, JSON, lists, styles, read by mime/multipart", ours, func(t *testing.T) int { return tryParts(t, partValues()) }},
		{item, "multipart: files, their names and types, headers of parts", ours, func(t *testing.T) int { return tryParts(t, partFiles()) }},
		{item, "multipart/mixed and related: parts known by their order", ours + ", RFC 2046", tryMixed},
		{item, "files are streamed, never held", ours, tryStreamed},
		{item, "server-sent events: fields, lines, comments, byte order marks, ids", "WHATWG HTML, 9.2.6 and its tests", func(t *testing.T) int { return tryEvents(t, standardEvents()) }},
		{item, "server-sent events: [DONE] ends them", ours, func(t *testing.T) int { return tryEvents(t, sentinels()) }},
		{item, "server-sent events: a broken GET goes on after the last id", ours, tryReconnects},
		{item, "XML: the table of examples, both ways", "OpenAPI 3.1.2 and 3.2.1, XML Object Examples", func(t *testing.T) int { return tryXML(t, exampledXML()) }},
		{item, "XML: null, scalars, lists, maps, namespaces, both ways", ours, func(t *testing.T) int { return tryXML(t, allXML()) }},
		{item, "XML: what servers may answer", ours, tryXMLAnswers},
		{item, "naughty strings in an element", naughtySuite, naughty("element")},
		{item, "naughty strings in an attribute", naughtySuite, naughty("attribute")},
		{item, "naughty strings in JSON", naughtySuite, naughty("JSON")},
		{item, "naughty strings as a key in JSON", naughtySuite, naughty("JSON key")},
		{item, "naughty strings in a form", naughtySuite, naughty("form")},
		{item, "naughty strings as a key in a form", naughtySuite, naughty("form key")},
		{item, "naughty strings in a part", naughtySuite, naughty("part")},
		{item, "naughty strings as the name of a part", naughtySuite, naughty("part name")},
		{item, "naughty strings as the name of a file", naughtySuite, naughty("file name")},
		{item, "naughty strings in a file", naughtySuite, naughty("file")},
		{item, "naughty strings as text", naughtySuite, naughty("text")},
	}
}
