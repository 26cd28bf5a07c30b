package sdk

import (
	"fmt"
	"net/http"
	"testing"
	"time"
)

func TestHeader(t *testing.T) {
	r := Response{Header: http.Header{
		"X-Left": {"42"}, "X-Big": {"9007199254740993"}, "X-More": {"true"}, "X-Ids": {"1, 2", "3"}, "X-Text": {` a "b" `},
		"X-At": {"2026-05-04T03:02:01Z"}, "X-Bad": {"many"}, "X-Empty": {""},
	}}
	show := func(v any, ok bool, err error) string { return fmt.Sprint(v, " ", ok, " ", err) }
	left, ok, err := Header[int](r, "x-left")
	check(t, "int", show(left, ok, err), "42 true <nil>")
	big, ok, err := Header[int64](r, "X-Big")
	check(t, "int64", show(big, ok, err), "9007199254740993 true <nil>")
	more, ok, err := Header[bool](r, "X-More")
	check(t, "bool", show(more, ok, err), "true true <nil>")
	ids, ok, err := Header[[]int](r, "X-Ids")
	check(t, "list", show(ids, ok, err), "[1 2 3] true <nil>")
	text, ok, err := Header[string](r, "X-Text")
	check(t, "string", show(text, ok, err), `a "b" true <nil>`)
	at, ok, err := Header[time.Time](r, "X-At")
	check(t, "time", show(at.Format(time.DateTime), ok, err), "2026-05-04 03:02:01 true <nil>")
	none, ok, err := Header[int](r, "X-None")
	check(t, "none", show(none, ok, err), "0 false <nil>")
	if _, ok, err := Header[int](r, "X-Bad"); err == nil || !ok {
		t.Errorf("a number was read from %q", "many")
	}
}
