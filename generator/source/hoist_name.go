package source

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"unicode"
)

// name decides what the new components are called: by the shortest words of their place that no
// other one and no component of the document's own has. The order of finding plays no part.
func (b *bundler) name() {
	for as := range b.places {
		taken := map[string]bool{}
		for name := range b.named[as] {
			taken[folded(name)] = true
		}
		var unnamed []*target
		for _, t := range b.queue {
			if t.as == as && t.name == "" {
				unnamed = append(unnamed, t)
			}
		}
		settle(unnamed, taken)
	}
}

// settle gives each target the first of its candidates that it alone wants.
func settle(unnamed []*target, taken map[string]bool) {
	for level := 0; len(unnamed) > 0; level++ {
		wanted := map[string]int{}
		for _, t := range unnamed {
			wanted[folded(t.candidate(level))]++
		}
		var left, named []*target
		for _, t := range unnamed {
			name := t.candidate(level)
			if wanted[folded(name)] > 1 || taken[folded(name)] {
				left = append(left, t)
				continue
			}
			t.name = name
			named = append(named, t)
		}
		for _, t := range named {
			taken[folded(t.name)] = true
		}
		unnamed = left
	}
}

// folded is a name without case and punctuation: two that differ in nothing else would be one in Go.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// candidate is a name for a target, longer at each level: "pet", "models_pet", "api_models_pet";
// then with its kind, "pet_schema"; in the end the place's hash makes it unique.
func (t *target) candidate(level int) string {
	files, names := t.fileWords(), t.pointerWords(false)
	n := len(names) + level
	if len(names) == 0 {
		n = 1 + level
	}
	words := append(files, names...)
	if n <= len(words) {
		return strings.Join(words[len(words)-n:], "_")
	}
	words = append(append(t.fileWords(), t.pointerWords(true)...), strings.ReplaceAll(string(t.as), " ", "_"))
	switch n - len(files) - len(names) {
	case 1:
		return strings.Join(words[:len(words)-1], "_")
	case 2:
		return strings.Join(words, "_")
	}
	sum := sha256.Sum256([]byte(t.file.path + "#" + t.from + strings.Repeat("#", level)))
	return strings.Join(words, "_") + "_" + hex.EncodeToString(sum[:])[:8]
}

// fileWords are the folders and the name of another file.
func (t *target) fileWords() []string {
	if t.file.name == t.main {
		return nil
	}
	var words []string
	for part := range strings.SplitSeq(strings.TrimSuffix(t.file.path, path.Ext(t.file.path)), "/") {
		words = appendWord(words, part)
	}
	return words
}

// pointerWords are the names on the way to a target; OpenAPI's own words are left out unless all are wanted.
func (t *target) pointerWords(all bool) []string {
	var words []string
	before := ""
	for part := range strings.SplitSeq(t.from, "/") {
		part = unescapePointer(part)
		if all || !isNoise(part) && before != "content" { // under which stand media types
			words = appendWord(words, part)
		}
		before = part
	}
	return words
}

// isNoise tells whether a word on the way to a schema says nothing about it.
func isNoise(word string) bool {
	switch word {
	case "components", "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes",
		"links", "callbacks", "pathItems", "paths", "definitions", "$defs", "properties", "content", "schema":
		return true
	}
	return false
}

// appendWord appends what of a word may stand in a name.
func appendWord(words []string, word string) []string {
	word = strings.Join(strings.FieldsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' && r != '-'
	}), "_")
	if word == "" {
		return words
	}
	return append(words, word)
}
