package source

import (
	"fmt"
	"regexp"
	"strings"
)

// routerParam is a segment of a path that is a param as Flask and Django write it, "<id>" or "<int:id>", or as Express
// and Rails do, ":id".
var routerParam = regexp.MustCompile(`^(?:<(?:\w+:)?(\w+)>|:(\w+))$`)

// placeholders puts between braces the params that a path marks as a router's does. A colon may begin a custom verb, so
// it marks a param only where one of that name is declared.
func (s *shaper) placeholders(paths *Node) {
	have := map[string]bool{}
	for _, f := range paths.Fields {
		have[f.Key] = true
	}
	for i := range paths.Fields {
		f := &paths.Fields[i]
		if !strings.Contains(f.Key, "/:") && !strings.Contains(f.Key, "<") {
			continue
		}
		key := s.braced(*f)
		if have[key] {
			continue
		}
		have[key] = true
		s.repaired(f.Value, "path-placeholder", fmt.Sprintf("the path %.200q marks its params as a router does", f.Key), fmt.Sprintf("it is read as %.200q", key))
		f.Key, f.Value.key = key, key
		if paths.index != nil {
			paths.index[key] = i
		}
	}
}

func (s *shaper) braced(path Field) string {
	segments := strings.Split(path.Key, "/")
	for i, segment := range segments {
		m := routerParam.FindStringSubmatch(segment)
		switch {
		case m == nil:
		case m[1] != "":
			segments[i] = "{" + m[1] + "}"
		case s.declaresParam(path.Value, m[2]):
			segments[i] = "{" + m[2] + "}"
		}
	}
	return strings.Join(segments, "/")
}

// declaresParam tells whether a path or one of its operations has a path param of a name.
func (s *shaper) declaresParam(item *Node, name string) bool {
	holders := []*Node{item}
	for _, f := range item.Fields {
		holders = append(holders, f.Value)
	}
	for _, n := range holders {
		list := n.Get("parameters")
		if list == nil {
			continue
		}
		for _, item := range list.Items {
			if p := s.resolve(item); p.Get("in").Text() == "path" && p.Get("name").Text() == name {
				return true
			}
		}
	}
	return false
}
