package sdk

import (
	"fmt"
	"io"
)

// A secret is a text that nothing prints. It hides behind a pointer: fmt does not follow those inside a struct, even
// where a field is unexported and Format is out of its reach.
type secret struct{ text *string }

func conceal(s string) secret { return secret{&s} }

func (s secret) reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

func (s secret) isSet() bool { return s.text != nil }

// A namedSecret is a header, a query param or a scheme with what may be a credential.
type namedSecret struct {
	name  string
	value secret
}

// Format stands in for every verb.
func (s secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[secret]") }
