package sdk

import (
	"cmp"
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// lenientScalar reads a JSON string, number or boolean into a text, number or boolean, if that loses nothing.
func lenientScalar(b []byte, kind string, v reflect.Value) error {
	if kind == "object" || kind == "array" {
		return fmt.Errorf("%s is no %s", clip(b), v.Type())
	}
	text, quoted := unquote(b)
	if kind == "string" && !quoted {
		return fmt.Errorf("%s is no JSON string", clip(b))
	}
	if !quoted {
		text = string(b)
	}
	if t, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return t.UnmarshalText([]byte(text))
	}
	if v.Kind() == reflect.String {
		v.SetString(text)
		return nil
	}
	text = strings.TrimSpace(text)
	if text == "" {
		v.SetZero()
		return nil
	}
	if scalarText(text, v) {
		return nil
	}
	return fmt.Errorf("%s is no %s", clip(b), v.Type())
}

func scalarText(text string, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Bool:
		truth, ok := parseBool(text)
		v.SetBool(truth)
		return ok
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(wholeNumber(text), 10, v.Type().Bits())
		v.SetInt(n)
		return err == nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, err := strconv.ParseUint(wholeNumber(text), 10, v.Type().Bits())
		v.SetUint(n)
		return err == nil
	case reflect.Float32, reflect.Float64:
		n, err := strconv.ParseFloat(text, v.Type().Bits())
		v.SetFloat(n)
		return err == nil && isNumber(text)
	}
	return false
}

func parseBool(text string) (truth, ok bool) {
	switch strings.ToLower(text) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	return false, false
}

// wholeNumber writes 3.0 and 3e2 as integers, exactly; other texts stay as they are.
func wholeNumber(text string) string {
	if !strings.ContainsAny(text, ".eE") || !isNumber(text) {
		return text
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	fraction = strings.TrimRight(fraction, "0")
	shift, err := strconv.Atoi(cmp.Or(exponent, "0"))
	if err != nil || shift < len(fraction) || shift > 20 { // a fraction is left, or no integer is that large
		return text
	}
	return whole + fraction + strings.Repeat("0", shift-len(fraction))
}
