package source

import (
	"fmt"

	"github.com/sdkc/sdkc/generator/diag"
)

// fewFields is the size up to which comparing each key with each is faster than a map.
const fewFields = 12

// duplicateKeys reports the keys that come twice in an object. The map is scratch, kept by the caller.
func duplicateKeys(fields []Field, scratch *map[string]int, report *diag.Report) bool {
	if len(fields) <= fewFields {
		return fewDuplicates(fields, report)
	}
	if *scratch == nil {
		*scratch = make(map[string]int, len(fields))
	}
	seen, found := *scratch, false
	clear(seen)
	for i, f := range fields {
		if first, ok := seen[f.Key]; ok {
			found = true
			duplicate(report, f.Key, fields[first].Pos, f.Pos)
			continue
		}
		seen[f.Key] = i
	}
	return found
}

func fewDuplicates(fields []Field, report *diag.Report) bool {
	found := false
	for i := range fields {
		for j := range i {
			if fields[i].Key == fields[j].Key {
				found = true
				duplicate(report, fields[i].Key, fields[j].Pos, fields[i].Pos)
				break
			}
		}
	}
	return found
}

func duplicate(report *diag.Report, key string, first, second diag.Pos) {
	if len(report.List) > maxSaid {
		return // the document is refused anyway
	}
	report.Add(diag.Diagnostic{
		Code:    "duplicate-key",
		Pos:     second,
		Message: fmt.Sprintf("the key %.200q comes twice (first at %d:%d)", key, first.Line, first.Col),
		Cure:    "remove one of them",
		Related: []diag.Related{{Pos: first, Message: "first here"}},
	})
}
