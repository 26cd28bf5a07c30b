package sdk

import "github.com/sdkc/sdkc/generator/model"

// hasFile tells whether an object has a field that uploads: a binary one, a list of them, or a union with either.
func hasFile(t *model.Type) bool {
	t = unalias(t)
	if t == nil || t.Kind != model.Ref || t.Schema.Object == nil {
		return false
	}
	for _, f := range t.Schema.Object.Fields {
		if isBinary(f.Type) || isBinary(listed(f.Type)) || fileUnion(f.Type) != nil {
			return true
		}
	}
	return false
}

func isBinary(t *model.Type) bool {
	t = unalias(t)
	return t != nil && t.Kind == model.String && t.Format == "binary"
}

// listed is what a list has as items; nil for other types.
func listed(t *model.Type) *model.Type {
	if t = unalias(t); t == nil || t.Kind != model.Array {
		return nil
	}
	return t.Elem
}

// fileUnion is a union that a part of a multipart body can be given by: a file, files, or something else. nil for other
// types.
func fileUnion(t *model.Type) *model.Schema {
	t = unalias(t)
	if t == nil || t.Kind != model.Ref || t.Schema.Kind != model.UnionSchema {
		return nil
	}
	for _, v := range t.Schema.Union.Variants {
		if isBinary(v.Type) || isBinary(listed(v.Type)) {
			return t.Schema
		}
	}
	return nil
}

// uploads tells whether only parts of multipart bodies have a union's values, so that its binary ones are files.
func (b *builder) uploads(s *model.Schema) bool {
	use := b.uses[s]
	return b.files[s] && use != nil && !use.JSON && !use.Response
}

// fileList is the type of a union of a file and of files: a list, for one file is sent as a list of one is. nil for
// other unions.
func (b *builder) fileList(s *model.Schema) *model.Type {
	var list *model.Type
	for _, v := range s.Union.Variants {
		switch {
		case isBinary(listed(v.Type)):
			list = v.Type
		case !isBinary(v.Type):
			return nil
		}
	}
	if list == nil || !b.uploads(s) {
		return nil
	}
	return nullableAs(list, s)
}
