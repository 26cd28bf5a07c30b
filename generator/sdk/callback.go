package sdk

import "github.com/sdkc/sdkc/generator/model"

// callbackOf says of an inline schema which callback it is the body of; "" for others.
func (b *builder) callbackOf(s *model.Schema) string {
	op := s.Operation
	if op == nil || b.made[op.Caller] == nil || len(s.Place) != 1 {
		return ""
	}
	m := b.made[op.Caller]
	return "the body of the callback " + flat(op.Name) + " of [" + string(m.Resource.Name) + "." + string(m.Name) + "]"
}
