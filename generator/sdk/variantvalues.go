package sdk

import "github.com/sdkc/sdkc/generator/model"

// partVariants adds the values of an enum that parts all objects of a union: "eq" and "ne" are types of one filter,
// "and" and "or" of the other. Without it, a value that is new would pass for a variant with several.
func partVariants(u *Union) {
	if u.Tag != "" {
		return
	}
	var objects []*Variant
	for _, v := range u.Variants {
		if s := objectOf(v); s != nil {
			objects = append(objects, v)
		}
	}
	if len(objects) < 2 {
		return
	}
	for _, f := range objectOf(objects[0]).Object.Fields {
		if parts(objects, f.Name) {
			for _, v := range objects {
				v.addValues(f.Name)
			}
		}
	}
}

// parts tells whether each object names the values of a property, and no two the same.
func parts(objects []*Variant, name model.Wire) bool {
	seen := map[string]bool{}
	several := false
	for _, v := range objects {
		values := fieldValues(v, name)
		for _, value := range values {
			if seen[value] {
				return false
			}
			seen[value] = true
		}
		if len(values) == 0 {
			return false
		}
		several = several || len(values) > 1
	}
	return several
}

// fieldValues are the values that an object names for a property, as JSON; none if it may be null.
func fieldValues(v *Variant, name model.Wire) []string {
	for _, f := range objectOf(v).Object.Fields {
		if f.Name != name {
			continue
		}
		if f.Const != "" {
			return []string{f.Const}
		}
		t := unalias(f.Type)
		if t == nil || !isStringEnum(t) || t.Nullable || t.Schema.Nullable {
			return nil
		}
		values := make([]string, len(t.Schema.Enum.Values))
		for i, value := range t.Schema.Enum.Values {
			values[i] = quoteJSON(value.Wire)
		}
		return values
	}
	return nil
}

// addValues makes the values of a property count as its constants, unless it has one anyway.
func (v *Variant) addValues(name model.Wire) {
	for _, c := range v.Consts {
		if c.Key == string(name) {
			return
		}
	}
	for _, value := range fieldValues(v, name) {
		v.Consts = append(v.Consts, Const{string(name), value})
	}
}
