package sdk

import (
	"encoding"
	"fmt"
	"math/big"
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
	if !strings.ContainsAny(text, ".eE") || len(text) > 40 || !isNumber(text) {
		return text
	}
	if _, exponent, ok := strings.Cut(strings.ToLower(text), "e"); ok && len(exponent) > 3 {
		return text // no integer of ours is that large
	}
	if r, ok := new(big.Rat).SetString(text); ok && r.IsInt() {
		return r.Num().String()
	}
	return text
}
