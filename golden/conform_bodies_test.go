package golden

import "testing"

func bodyRows() []conformRow {
	const item = "Bodies"
	naughty := func(where string) func(*testing.T) int {
		return func(t *testing.T) int { return tryNaughty(t, where) }
	}
	return []conformRow{
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
