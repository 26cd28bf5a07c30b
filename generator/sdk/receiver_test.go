package sdk

import "testing"

func TestReceiver(t *testing.T) {
	for _, test := range []struct {
		name  Ident
		taken []Ident
		want  Ident
	}{
		{"Sessions", nil, "s"},
		{"Sessions", []Ident{"s", "sid"}, "se"},
		{"IF", []Ident{"i"}, "if_"},
		{"Ärzte", []Ident{"r"}, "ä"},
	} {
		if got := Receiver(test.name, test.taken...); got != test.want {
			t.Errorf("Receiver(%s, %s) = %s, want %s", test.name, test.taken, got, test.want)
		}
	}
}

func TestGroups(t *testing.T) {
	number := &Type{Shape: Builtin, Name: "int"}
	m := &Method{
		Args: []*Arg{{Name: "a", Type: stringType}, {Name: "b", Type: &Type{Shape: Builtin, Name: "string"}}, {Name: "c", Type: number}, {Name: "d", Type: stringType}},
		Body: &Arg{Name: "body", Type: stringType},
	}
	got := ""
	for _, group := range m.Groups() {
		for _, a := range group {
			got += string(a.Name) + " "
		}
		got += group[0].Type.String() + "; "
	}
	if want := "a b string; c int; d body string; "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
