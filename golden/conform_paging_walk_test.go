package golden

import (
	"net/http"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// walk tries something with each way of paging and a server of so many rows.
func walk(t *testing.T, total int, opts []sdk.Option, try func(t *testing.T, client *sdk.Client, s *listServer)) (vectors int) {
	for _, way := range pagingWays() {
		s := &listServer{way: way, total: total}
		inMemory(t, s.ServeHTTP, func(t *testing.T, client *sdk.Client, _ *memory) { try(t, client, s) }, opts...)
		vectors++
	}
	return vectors
}

func tryAllPages(t *testing.T) (vectors int) {
	for total := range 8 {
		pages := max(1, (total+1)/2)
		vectors += walk(t, total, nil, func(t *testing.T, client *sdk.Client, s *listServer) {
			got, err := idsOf(s.list(t, client), -1)
			want := pages
			if s.way.empty && total > 0 {
				want = (total+1)/2 + 1
			}
			if err != nil || got != countTo(total) || s.asked != want {
				t.Errorf("%s of %d: %q, %v in %d requests, want all in %d", s.way.name, total, got, err, s.asked, want)
			}
		})
	}
	return vectors
}

func tryLimits(t *testing.T) (vectors int) {
	const total = 7
	for limit := range 9 {
		for _, how := range []string{"of the list", "of the client", "of Collect"} {
			vectors += walk(t, total, nil, func(t *testing.T, client *sdk.Client, s *listServer) {
				got, err := "", error(nil)
				switch how {
				case "of the list":
					got, err = idsOf(s.list(t, client, sdk.WithLimit(limit)), -1)
				case "of the client":
					got, err = idsOf(s.list(t, client, sdk.WithLimit(99), sdk.WithLimit(limit)), -1)
				default:
					items, failure := sdk.Collect(s.list(t, client), limit)
					for i, item := range items {
						if i > 0 {
							got += " "
						}
						got += item.ID
					}
					err = failure
				}
				pages := (min(limit, total) + 1) / 2
				if limit > total && s.way.empty {
					pages++
				}
				if err != nil || got != countTo(min(limit, total)) || s.asked != pages {
					t.Errorf("%s, limit %d %s: %q, %v in %d requests, want %d", s.way.name, limit, how, got, err, s.asked, pages)
				}
				if limit == 1 && how != "of Collect" && s.given != 1 {
					t.Errorf("%s: %d items for a limit of 1", s.way.name, s.given)
				}
			})
		}
	}
	return vectors
}

func tryBreaks(t *testing.T) (vectors int) {
	for after := 1; after <= 7; after++ {
		vectors += walk(t, 7, nil, func(t *testing.T, client *sdk.Client, s *listServer) {
			got, err := idsOf(s.list(t, client), after)
			if err != nil || got != countTo(after) || s.asked != (after+1)/2 {
				t.Errorf("%s, left after %d: %q, %v in %d requests", s.way.name, after, got, err, s.asked)
			}
		})
	}
	return vectors
}

// The query that the list is made with is that of all its ranges, whatever becomes of the params.
func tryRangedTwice(t *testing.T) (vectors int) {
	type params struct {
		Kind *string           `query:"kind"`
		Tags []string          `query:"tags"`
		More map[string]string `query:"more" style:"deepObject"`
	}
	for _, way := range pagingWays() {
		s := &listServer{way: way, total: 5}
		var first string
		handler := func(w http.ResponseWriter, r *http.Request) {
			if q := r.URL.Query(); first == "" {
				first = q.Encode()
			}
			s.ServeHTTP(w, r)
		}
		inMemory(t, handler, func(t *testing.T, client *sdk.Client, _ *memory) {
			p := params{sdk.Ptr("dog"), []string{"a", "b"}, map[string]string{"k": "v"}}
			req := sdk.NewRequest("GET", "/list")
			req.Params(p)
			seq := sdk.List[row](t.Context(), client, req, way.paging)
			*p.Kind, p.Tags[0], p.More["k"] = "cat", "z", "w"
			for _, most := range []int{3, -1, -1} {
				first = ""
				got, err := idsOf(seq, most)
				if want := countTo(int(min(uint(most), 5))); err != nil || got != want {
					t.Errorf("%s: %q, %v, want %q", way.name, got, err, want)
				}
				if want := "kind=dog&more%5Bk%5D=v&tags=a&tags=b"; first != want {
					t.Errorf("%s: asked for %s, want %s", way.name, first, want)
				}
				vectors++
			}
		})
	}
	return vectors
}
