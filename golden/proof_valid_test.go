package golden

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// validValue makes a value that kin-openapi finds valid, too.
func validValue(doc *openapi3.T, ref *openapi3.SchemaRef, seed uint64, request, tame bool) (any, error) {
	var problem error
	for try := range uint64(12) {
		m := newMaker(seed+try, request)
		m.tame = tame
		if try > 6 {
			m.left = 0 // required properties alone
		}
		v, err := m.value(ref, 0)
		if tame {
			if v = pruned(v); v == nil {
				v = map[string]any{}
			}
		}
		if err == nil {
			err = valid(doc, ref, v, request)
		}
		if err == nil {
			return v, nil
		}
		problem = err
	}
	return nil, fmt.Errorf("%s", firstLine(problem.Error()))
}

// pruned is a value without the empty objects and lists, which no form can carry.
func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, item := range v {
			if v[key] = pruned(item); v[key] == nil {
				delete(v, key)
			}
		}
		if len(v) == 0 {
			return nil
		}
	case []any:
		v = slices.DeleteFunc(v, func(item any) bool { return pruned(item) == nil })
		if len(v) == 0 {
			return nil
		}
		return v
	}
	return v
}

func valid(doc *openapi3.T, ref *openapi3.SchemaRef, v any, request bool) (err error) {
	if ref == nil || ref.Value == nil {
		return nil
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("kin-openapi panics: %v", p)
		}
	}()
	opts := []openapi3.SchemaValidationOption{openapi3.VisitAsResponse(), openapi3.DisableReadOnlyValidation(), openapi3.DisableWriteOnlyValidation()}
	if request {
		opts[0] = openapi3.VisitAsRequest()
	}
	if doc.IsOpenAPI31OrLater() {
		opts = append(opts, openapi3.EnableJSONSchema2020())
	}
	return ref.Value.VisitJSON(decoded([]byte(jsonText(v))), opts...)
}

func decoded(data []byte) any {
	var v any
	if json.Unmarshal(data, &v) != nil {
		return nil
	}
	return v
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
