package golden

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// A maker makes values of schemas, the same from the same seed.
type maker struct {
	rnd     *rand.Rand
	request bool // readOnly properties are left out, else writeOnly ones
	tame    bool // strings hold letters and digits alone: what styles cannot carry is the suites' business
	left    int  // values that may still be made: documents are recursive
}

func newMaker(seed uint64, request bool) *maker {
	return &maker{rnd: rand.New(rand.NewPCG(seed, 7)), request: request, left: 400}
}

const (
	fullDepth  = 2  // how deep optional properties are made
	deepest    = 24 // how deep required ones may go
	chanceFull = 0.8
)

var errTooDeep = errors.New("its required properties never end")

// value makes a value of a schema; no schema takes any.
func (m *maker) value(ref *openapi3.SchemaRef, depth int) (any, error) {
	m.left--
	if depth > deepest || m.left < -2000 {
		return nil, errTooDeep
	}
	if ref == nil || ref.Value == nil {
		return m.word(), nil
	}
	f := &flat{}
	if err := f.add(ref, 0); err != nil {
		return nil, err
	}
	return m.flatValue(f, depth)
}

func (m *maker) flatValue(f *flat, depth int) (any, error) {
	if f.never {
		return nil, errors.New("the schema false has no values")
	}
	if f.constant != nil {
		return f.constant, nil
	}
	if len(f.enum) > 0 {
		return m.oneOf(f.enum), nil
	}
	if len(f.choices) > 0 {
		return m.chosen(f, depth)
	}
	switch f.kind(m) {
	case "object":
		return m.object(f, depth)
	case "array":
		return m.array(f, depth)
	case "string":
		return m.text(f)
	case "integer":
		return m.integer(f), nil
	case "number":
		return m.number(f), nil
	case "boolean":
		return m.rnd.IntN(2) == 1, nil
	case "null":
		return nil, nil
	}
	return m.word(), nil
}

// oneOf picks a value that is not null, if there is one.
func (m *maker) oneOf(values []any) any {
	start := m.rnd.IntN(len(values))
	for i := range values {
		if v := values[(start+i)%len(values)]; v != nil {
			return v
		}
	}
	return nil
}

// chosen adds a variant to what the schema says itself.
func (m *maker) chosen(f *flat, depth int) (any, error) {
	own := *f
	own.choices = nil
	own.props, own.required = maps.Clone(f.props), slices.Clone(f.required)
	for _, c := range f.choices {
		variant := c.refs[m.rnd.IntN(len(c.refs))]
		for range 8 { // rather something than null, and rather something that ends
			if variant.Value == nil || !variant.Value.Type.Is("null") {
				break
			}
			variant = c.refs[m.rnd.IntN(len(c.refs))]
		}
		if v := variant.Value; m.tame && len(c.refs) == 2 && v != nil && len(v.Enum) == 1 && v.Enum[0] == "" {
			return cleared{}, nil
		}
		if err := own.add(variant, 0); err != nil {
			return nil, err
		}
		own.discriminate(c.discriminator, variant)
	}
	if len(own.choices) > 0 && depth > deepest {
		return nil, errTooDeep
	}
	return m.flatValue(&own, depth+1)
}

// A cleared value is the empty string of a form where something else could stand. In Go it is null.
type cleared struct{}

func (cleared) MarshalJSON() ([]byte, error) { return []byte(`""`), nil }

// given is a value as Go takes it.
func given(v any) any {
	switch v := v.(type) {
	case cleared:
		return nil
	case map[string]any:
		out := map[string]any{}
		for key, item := range v {
			out[key] = given(item)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = given(item)
		}
		return out
	}
	return v
}

func (m *maker) object(f *flat, depth int) (any, error) {
	object := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(f.props)) {
		refs := f.props[name]
		required := slices.Contains(f.required, name)
		if m.hidden(refs) || !required && !m.wants(depth) {
			continue
		}
		v, err := m.value(together(refs), depth+1)
		if err != nil && !required {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		object[name] = v
	}
	for _, name := range f.required {
		if _, ok := object[name]; !ok && f.props[name] == nil {
			v, err := m.value(f.extra, depth+1)
			if err != nil {
				return nil, err
			}
			object[name] = v
		}
	}
	return object, m.further(f, object, depth)
}

// further adds keys that are no property, where the schema gives them a type.
func (m *maker) further(f *flat, object map[string]any, depth int) error {
	for want := int(max(f.minProps, 1)); f.extra != nil && len(f.props) == 0 && len(object) < want; {
		v, err := m.value(f.extra, depth+1)
		if err != nil && len(object) < int(f.minProps) {
			return err
		}
		if err != nil {
			return nil
		}
		object[m.word()] = v
	}
	return nil
}

// hidden tells whether a property does not travel this way.
func (m *maker) hidden(refs []*openapi3.SchemaRef) bool {
	return slices.ContainsFunc(refs, func(ref *openapi3.SchemaRef) bool {
		s := ref.Value
		return s != nil && (m.request && s.ReadOnly || !m.request && s.WriteOnly || len(s.AllOf) > 0 && ref.Ref == "" && m.hidden(s.AllOf))
	})
}

func (m *maker) wants(depth int) bool {
	return m.left > 0 && depth <= fullDepth && m.rnd.Float64() < chanceFull
}

func (m *maker) array(f *flat, depth int) (any, error) {
	n := int(f.minItems)
	if n == 0 && m.left > 0 && depth <= deepest/2 {
		n = 1 + m.rnd.IntN(2)
	}
	if f.maxItems != nil {
		n = min(n, int(*f.maxItems))
	}
	list := make([]any, 0, n)
	for i := range n {
		ref := f.items
		if i < len(f.prefix) {
			ref = f.prefix[i]
		}
		v, err := m.value(ref, depth+1)
		if err != nil && i >= int(f.minItems) {
			break
		}
		if err != nil {
			return nil, err
		}
		if f.unique && slices.ContainsFunc(list, func(have any) bool { return jsonText(have) == jsonText(v) }) {
			continue
		}
		list = append(list, v)
	}
	return list, nil
}

// bounds are the least and the greatest number that a schema takes.
func (f *flat) bounds(step float64) (low, high float64) {
	low, high = -1000, 1000
	if f.min != nil {
		low = *f.min
		high = max(high, low+1000)
	}
	if f.max != nil {
		high = *f.max
		if f.min == nil {
			low = min(low, high-1000)
		}
	}
	if f.exclusiveMin {
		low += step
	}
	if f.exclusiveMax {
		high -= step
	}
	return low, high
}

func (m *maker) integer(f *flat) any {
	step := 1.0
	if f.multiple != nil && *f.multiple >= 1 {
		step = *f.multiple
	}
	low, high := f.bounds(1)
	first := math.Ceil(low/step) * step
	count := math.Floor((high-first)/step) + 1
	if count < 1 {
		return int64(first)
	}
	return int64(first + step*float64(m.rnd.Int64N(int64(min(count, 1e6)))))
}

// number makes one that a float64 holds exactly.
func (m *maker) number(f *flat) any {
	if f.multiple != nil {
		return m.integer(f)
	}
	low, high := f.bounds(0.25)
	if high-low < 1 {
		return low + (high-low)/2
	}
	return math.Floor(low) + 1 + math.Floor(m.rnd.Float64()*min(high-low-1, 1000)*4)/4
}

const letters = "abcdefghijklmnopqrstuvwxyz"

func (m *maker) word() string {
	var b strings.Builder
	for range 3 + m.rnd.IntN(5) {
		b.WriteByte(letters[m.rnd.IntN(len(letters))])
	}
	return b.String()
}
