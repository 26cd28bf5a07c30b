package sdk

import "slices"

// FieldNames are the document's names of params as Go calls them; what is no field of the method's params keeps its name.
func (m *Method) FieldNames(wires []string) []string {
	names := slices.Clone(wires)
	if m.Params == nil {
		return names
	}
	for _, f := range m.Params.Fields {
		if i := slices.Index(wires, string(f.Wire)); i >= 0 {
			names[i] = string(f.Name)
		}
	}
	return names
}
