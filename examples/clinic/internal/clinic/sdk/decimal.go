package sdk

import (
	"fmt"
	"strings"
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
	digits := func(s string) string { return strings.TrimLeft(s, "0123456789") }
	s = strings.TrimPrefix(s, "-")
	rest := digits(s)
	if whole := len(s) - len(rest); whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	if fraction, ok := strings.CutPrefix(rest, "."); ok {
		if rest = digits(fraction); len(rest) == len(fraction) {
			return false
		}
	}
	if rest == "" || rest[0] != 'e' && rest[0] != 'E' {
		return rest == ""
	}
	exponent := rest[1:]
	if exponent != "" && (exponent[0] == '-' || exponent[0] == '+') {
		exponent = exponent[1:]
	}
	return exponent != "" && digits(exponent) == ""
}
