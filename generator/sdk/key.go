package sdk

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// schemaKey is what a lock calls a schema: its name, or its pointer. A config may say the pointer as the document has it,
// too; in a lock no member of a list is known by its number, which changes when another is put before it.
func (b *builder) schemaKey(s *model.Schema) string {
	if key, ok := b.keys[s]; ok {
		return key
	}
	return documentKey(s)
}

// documentKey is a schema's name, or its pointer as the document has it.
func documentKey(s *model.Schema) string {
	if s.Name != "" && strings.HasSuffix(s.ID, "/"+escapePointer(string(s.Name))) {
		return string(s.Name)
	}
	return s.ID
}

// findKeys finds the keys of inline schemas below lists: params by place and name, variants by what tells them, bases not at
// all. Two that would have one key keep their numbers.
func (b *builder) findKeys() {
	b.keys, b.names.pointers = make(map[*model.Schema]string), make(map[string]string)
	called := b.listed()
	count := make(map[string]int)
	steady := make(map[*model.Schema]string)
	for _, s := range b.doc.Schemas {
		key := documentKey(s)
		if key == s.ID {
			key = steadyPointer(s.ID, called)
		}
		steady[s] = key
		count[key]++
	}
	for s, key := range steady {
		if old := documentKey(s); key != old && count[key] == 1 {
			b.keys[s], b.names.pointers[key] = key, old
		}
	}
}

// steadyPointer is a pointer with words for the numbers in it.
func steadyPointer(id string, called map[string]string) string {
	if !strings.Contains(id, "/parameters/") && !strings.Contains(id, "Of/") {
		return id
	}
	var out strings.Builder
	for i := 0; i < len(id); {
		end := i + 1
		for end < len(id) && id[end] != '/' {
			end++
		}
		word := id[i:end]
		switch list := id[:i]; {
		case len(word) > 1 && strings.Trim(word[1:], "0123456789") == "" && strings.HasSuffix(list, "/allOf"):
			word = ""
		case called[id[:end]] != "":
			word = "/" + called[id[:end]]
		}
		out.WriteString(word)
		i = end
	}
	return out.String()
}

// listed are the members of lists that have a word of their own, by their pointers.
func (b *builder) listed() map[string]string {
	called := make(map[string]string)
	for _, op := range b.ops {
		for _, p := range op.Params {
			for t := p.Type; t != nil; t = t.Elem {
				if t.Schema != nil {
					numbered(called, t.Schema.ID, "/parameters/", string(p.In)+":"+string(p.Name))
				}
			}
		}
	}
	for _, s := range b.doc.Schemas {
		if s.Union == nil {
			continue
		}
		for _, v := range s.Union.Variants {
			if v.Type == nil || v.Type.Schema == nil || v.Type.Schema.Name != "" {
				continue
			}
			if id := v.Type.Schema.ID; strings.HasPrefix(id, s.ID+"/oneOf/") || strings.HasPrefix(id, s.ID+"/anyOf/") {
				numbered(called, id, id[len(s.ID):len(s.ID)+len("/oneOf/")], telling(v.Type.Schema))
			}
		}
	}
	return called
}

// numbered notes what the member of a list is called, if the pointer leads through one.
func numbered(called map[string]string, id, list, word string) {
	i := strings.LastIndex(id, list)
	if i < 0 || word == "" {
		return
	}
	end := i + len(list)
	for end < len(id) && id[end] >= '0' && id[end] <= '9' {
		end++
	}
	if end > i+len(list) && (end == len(id) || id[end] == '/') {
		called[id[:end]] = escapePointer(word)
	}
}

// telling is what a variant is known by: its title, the property that has one value, or its kind.
func telling(s *model.Schema) string {
	if s.Title != "" {
		return string(s.Title)
	}
	if s.Object != nil {
		for _, f := range s.Object.Fields {
			if value := f.Const + singleValue(f.Type); value != "" {
				return string(f.Name) + "=" + value
			}
		}
	}
	return string(s.Kind)
}
