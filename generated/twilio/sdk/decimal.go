package sdk

import (
	"encoding/json"
	"fmt"
)

// A Decimal is a number exactly as it was written: "12.50". It travels as a JSON number.
type Decimal string

// MarshalJSON writes the number without quotes.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if !isNumber(string(d)) {
		return nil, fmt.Errorf("%q is no decimal number", string(d))
	}
	return []byte(d), nil
}

// UnmarshalJSON reads a number, or a string that holds one.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	text := string(b)
	if text == "null" {
		return nil
	}
	if s, ok := unquote(b); ok {
		if s == "" {
			*d = ""
			return nil
		}
		text = s
	}
	if !isNumber(text) {
		return fmt.Errorf("%s is no decimal number", clip(b))
	}
	*d = Decimal(text)
	return nil
}

// isNumber is true for what JSON's grammar calls a number.
func isNumber(s string) bool {
	return s != "" && (s[0] == '-' || '0' <= s[0] && s[0] <= '9') && json.Valid([]byte(s))
}
