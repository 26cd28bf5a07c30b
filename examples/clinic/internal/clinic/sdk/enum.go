package sdk

import "reflect"

// Known tells whether v is in the list that all points to. It is no generic function, as the compiler would make one of
// it for every enum.
func Known(v, all any) bool {
	value, list := reflect.ValueOf(v), reflect.ValueOf(all).Elem()
	for i := range list.Len() {
		if list.Index(i).Equal(value) {
			return true
		}
	}
	return false
}
