package sdk

import "iter"

// Ptr returns a pointer to v, for optional fields.
func Ptr[T any](v T) *T { return &v }

// Collect gathers at most limit items of a list; a negative limit gathers all.
func Collect[T any](seq iter.Seq2[T, error], limit int) ([]T, error) {
	var items []T
	if limit == 0 {
		return items, nil
	}
	for item, err := range seq {
		if err != nil {
			return items, err
		}
		if items = append(items, item); len(items) == limit {
			break
		}
	}
	return items, nil
}

// First returns the first item of a list; false if it has none.
func First[T any](seq iter.Seq2[T, error]) (T, bool, error) {
	for item, err := range seq {
		return item, err == nil, err
	}
	var none T
	return none, false, nil
}
