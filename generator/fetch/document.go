package fetch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// document tells whether an answer is an OpenAPI document: a login page or an error in JSON must not take the place of one.
func document(data []byte, contentType string) error {
	text := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	media, _, _ := mime.ParseMediaType(contentType)
	switch {
	case len(text) == 0:
		return errors.New("the answer is empty")
	case text[0] == '<' || media == "text/html":
		return errors.New("the answer is HTML and no document: perhaps a page to log in, or the page around the file")
	case !utf8.Valid(text):
		return errors.New("the answer is not text in UTF-8")
	}
	var head struct {
		OpenAPI any `yaml:"openapi"`
		Swagger any `yaml:"swagger"`
	}
	err := json.Unmarshal(text, &head)
	if text[0] != '{' {
		err = yaml.Unmarshal(text, &head)
	}
	switch {
	case err != nil:
		return fmt.Errorf("the answer is neither JSON nor YAML: %w", err)
	case head.OpenAPI == nil && head.Swagger == nil:
		return errors.New("the answer is no OpenAPI document: it has neither openapi nor swagger")
	}
	return nil
}
