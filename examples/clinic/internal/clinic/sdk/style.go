package sdk

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// pathText writes a value into a path, as the styles simple, label and matrix say.
func pathText(name string, v value, style string, explode bool, esc escaper) (string, error) {
	if v.kind == absentValue || v.kind == nullValue {
		return "", errors.New("is nil, which no path can hold")
	}
	if v.hollow() {
		return "", errors.New("is empty, which would change the path")
	}
	text, err := simpleText(v, explode, esc)
	if err != nil {
		return "", err
	}
	switch {
	case style == "label":
		text, err = labelText(v, explode, esc)
	case style == "matrix":
		text, err = matrixText(name, v, explode, esc)
	case text == "":
		return "", errors.New("is empty, which would change the path")
	case text == "." || text == "..":
		return "", fmt.Errorf("is %q, which would change the path", text)
	}
	return text, err
}

// hollow tells whether a value is an empty list or object, which leaves no trace in a header.
func (v value) hollow() bool {
	return len(v.items) == 0 && (v.kind == listValue || v.kind == objectValue)
}

// headerText is simple style as it stands: nothing in a header is escaped, so a comma in an item would become two.
func headerText(v value, explode bool) (string, error) {
	if err := v.without(","); err != nil {
		return "", err
	}
	return simpleText(v, explode, plain)
}

// without refuses items that hold the delimiter between them.
func (v value) without(delimiter string) error {
	for _, item := range v.items {
		if text, err := item.flat(); err != nil || strings.Contains(text, delimiter) {
			return errors.Join(err, fmt.Errorf("an item holds %q, which stands between items", delimiter))
		}
	}
	return nil
}

// simpleText is "a,b" for lists and "k,v" or "k=v" for objects.
func simpleText(v value, explode bool, esc escaper) (string, error) {
	return joined(v, explode, ",", ",", esc)
}

func labelText(v value, explode bool, esc escaper) (string, error) {
	between := ","
	if explode {
		between = "."
	}
	text, err := joined(v, explode, between, between, esc)
	return "." + text, err
}

func matrixText(name string, v value, explode bool, esc escaper) (string, error) {
	name = esc(name)
	if v.kind == scalarValue || !explode {
		text, err := simpleText(v, false, esc)
		if text == "" {
			return ";" + name, err
		}
		return ";" + name + "=" + text, err
	}
	if v.kind == objectValue {
		text, err := joined(v, true, ";", ";", esc)
		return ";" + text, err
	}
	var b strings.Builder
	for _, item := range v.items {
		text, err := item.flat()
		if err != nil {
			return "", err
		}
		b.WriteString(";" + name)
		if text != "" {
			b.WriteString("=" + esc(text))
		}
	}
	return b.String(), nil
}

// joined writes a value as one text: items with between, keys and values with within, or "=" when exploded.
func joined(v value, explode bool, between, within string, esc escaper) (string, error) {
	if v.kind != listValue && v.kind != objectValue {
		return esc(v.text), nil
	}
	if explode {
		within = "="
	}
	var b strings.Builder
	for i, item := range v.items {
		text, err := item.flat()
		if err != nil {
			return "", err
		}
		if i > 0 {
			b.WriteString(between)
		}
		if v.kind == objectValue {
			b.WriteString(esc(v.keys[i]) + within)
		}
		b.WriteString(esc(text))
	}
	return b.String(), nil
}

// queryPairs writes a value as the pairs of a query, a cookie or a form.
func queryPairs(dst []pair, f *field, v value, esc escaper) ([]pair, error) {
	name := esc(f.name)
	switch {
	case v.kind == absentValue:
		return dst, nil
	case v.kind == nullValue || v.kind == scalarValue:
		return append(dst, pair{name, esc(v.text)}), nil
	case len(v.items) == 0 && f.empty:
		return append(dst, pair{name, ""}), nil
	case len(v.items) == 0:
		return dst, nil
	case f.style == "deepObject":
		return deepPairs(dst, f.name, v, esc)
	case f.style == "prefixed":
		return prefixedPairs(dst, f.name, v, esc)
	case f.explode:
		return explodedPairs(dst, name, v, esc)
	}
	text, err := f.delimited(v, esc)
	return append(dst, pair{name, text}), err
}

// delimited is a list or an object in one text. Space and pipe are escaped like the items, so no item may hold them.
func (f *field) delimited(v value, esc escaper) (string, error) {
	between := ","
	switch f.style {
	case "spaceDelimited":
		between = " "
	case "pipeDelimited":
		between = "|"
	default:
		return joined(v, false, between, between, esc)
	}
	if err := v.without(between); err != nil {
		return "", err
	}
	return joined(v, false, esc(between), esc(between), esc)
}

func explodedPairs(dst []pair, name string, v value, esc escaper) ([]pair, error) {
	for i, item := range v.items {
		text, err := item.flat()
		if err != nil {
			return dst, err
		}
		key := name
		if v.kind == objectValue {
			key = esc(v.keys[i])
		}
		dst = append(dst, pair{key, esc(text)})
	}
	return dst, nil
}

// deepPairs is "filter[a][b]=1", with indexes for lists, as most servers read them.
func deepPairs(dst []pair, name string, v value, esc escaper) ([]pair, error) {
	if v.kind != listValue && v.kind != objectValue {
		return append(dst, pair{esc(name), esc(v.text)}), nil
	}
	var err error
	for i, item := range v.items {
		key := strconv.Itoa(i)
		if v.kind == objectValue {
			key = v.keys[i]
		}
		if dst, err = deepPairs(dst, name+"["+key+"]", item, esc); err != nil {
			return dst, err
		}
	}
	return dst, nil
}

// prefixedPairs is "AddOns.<key>.<key>=1".
func prefixedPairs(dst []pair, name string, v value, esc escaper) ([]pair, error) {
	if v.kind != objectValue {
		text, err := v.flat()
		return append(dst, pair{esc(name), esc(text)}), err
	}
	var err error
	for i, item := range v.items {
		if dst, err = prefixedPairs(dst, name+"."+v.keys[i], item, esc); err != nil {
			return dst, err
		}
	}
	return dst, nil
}
