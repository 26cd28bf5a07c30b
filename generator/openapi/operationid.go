package openapi

import (
	"regexp"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// shortIDs finds what frameworks appended to operationIds to make them unique: FastAPI the path and the method, springdoc
// a number. A number stays where operations of one tag differ in nothing else.
func shortIDs(ops []*model.Operation) {
	ids := map[string]bool{}
	for _, o := range ops {
		ids[o.ID] = true
		if short, ok := strings.CutSuffix(o.ID, pathSuffix(o)); ok && short != "" {
			o.Short = short
		}
	}
	same := map[string]int{}
	key := func(o *model.Operation, id string) string {
		if len(o.Tags) > 0 {
			return string(o.Tags[0]) + "\n" + id
		}
		return "\n" + id
	}
	for _, o := range ops {
		same[key(o, unnumbered(o.ID, ids))]++
	}
	for _, o := range ops {
		if short := unnumbered(o.ID, ids); short != o.ID && same[key(o, short)] == 1 {
			o.Short = short
		}
	}
}

// notWord is what FastAPI makes an underscore of.
var notWord = regexp.MustCompile(`\W`)

// pathSuffix is what FastAPI appends to the name of a function: "_items__item_id__put".
func pathSuffix(o *model.Operation) string {
	return notWord.ReplaceAllString(o.Template(), "_") + "_" + strings.ToLower(o.Method)
}

var numbered = regexp.MustCompile(`^(.*[A-Za-z])_\d{1,3}$`)

// unnumbered is an operationId without its number, if there is an operation of the bare name as well.
func unnumbered(id string, ids map[string]bool) string {
	if m := numbered.FindStringSubmatch(id); m != nil && ids[m[1]] {
		return m[1]
	}
	return id
}
