package golden

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
	"github.com/sdkc/sdkc/generated/vapi"
)

// A tree is as deep as its server wants.
type tree struct {
	ID   string           `json:"id"`
	Down *tree            `json:"down"`
	List []tree           `json:"list"`
	Map  map[string]*tree `json:"map"`
	Any  any              `json:"any"`
	Int  int64            `json:"int"`
	Num  float64          `json:"num"`
	Dec  sdk.Decimal      `json:"dec"`
}

// deepJSON is nested so deep in several ways, of which some are cut off.
func deepJSON(depth int) []string {
	nest := func(open, middle, end string) string {
		return strings.Repeat(open, depth) + middle + strings.Repeat(end, depth)
	}
	return []string{
		nest(`{"down":`, `{"id":"x"}`, `}`), nest(`{"list":[`, `{"id":7}`, `]}`), nest(`{"map":{"a":`, `{}`, `}}`), nest(`{"other":`, `1`, `}`),
		`{"any":` + nest(`[`, ``, `]`) + `}`, `{"other":` + nest(`[{"a":`, `1`, `}]`) + `}`, nest(`[`, ``, `]`),
		strings.Repeat(`{"down":`, depth), strings.Repeat(`[`, depth), `{"any":` + strings.Repeat(`[`, depth), nest(`{"down":`, `{"int":"x"}`, `}`),
	}
}

func tryHostileJSON(t *testing.T) (vectors int) {
	for _, depth := range []int{1, 100, 1_000, 9_000, 11_000, 100_000, 1_000_000} {
		for _, body := range deepJSON(depth) {
			answering(t, body, func(ctx context.Context, client *sdk.Client) {
				_, err := sdk.Send[tree](ctx, client, sdk.NewRequest("GET", "/x"))
				_, free := sdk.SendValue[any](ctx, client, sdk.NewRequest("GET", "/x"))
				_, union := sdk.SendValue[vapi.SessionMessage](ctx, client, sdk.NewRequest("GET", "/x"))
				if depth > 10_000 && (err == nil || free == nil || union == nil) {
					t.Errorf("%.40s…, %d deep: %v, %v, %v, want refusals", body, depth, err, free, union)
				}
			})
			vectors += 3
		}
	}
	for _, test := range []struct{ body, want string }{ // the value as printed; "" for a refusal
		{`{"id":"a","id":"b"}`, "b 0 0 "}, {`{"id":"\u0000"}`, "\x00 0 0 "}, {`{"id":"\ud800"}`, "\ufffd 0 0 "},
		{`{"int":9223372036854775807}`, " 9223372036854775807 0 "}, {`{"int":9223372036854775808}`, ""}, {`{"int":1e400}`, ""}, {`{"int":1.5}`, ""},
		{`{"num":1e308}`, " 0 1e+308 "}, {`{"num":1e309}`, ""}, {`{"num":1e-999999999}`, " 0 0 "}, {`{"num":-0}`, " 0 -0 "}, {`{"dec":1e999999999}`, " 0 0 1e999999999"},
		{`{"dec":0.10000000000000000000000000000000000000001}`, " 0 0 0.10000000000000000000000000000000000000001"},
		{`{"num":NaN}`, ""}, {`{"num":Infinity}`, ""}, {`{"num":0x10}`, ""}, {`{"int":01}`, ""}, {`{"int":+1}`, ""}, {`{"id":'a'}`, ""}, {`{id:"a"}`, ""},
		{`{"id":"a",}`, ""}, {`{"id":"a"}}`, ""}, {`{"id":"a"} // c`, ""}, {`{"id":"a"}{"id":"b"}`, ""}, {"{\"id\":\"a\nb\"}", ""}, {"\x00", ""}, {"\xff\xfe", ""},
		{`{"int":` + strings.Repeat("1", 100_000) + `}`, ""}, {`{"` + strings.Repeat("k", 100_000) + `":1}`, " 0 0 "}, {strings.Repeat(" ", 100_000) + `{}`, " 0 0 "},
		{`{"dec":` + strings.Repeat("1", 1000) + `}`, " 0 0 " + strings.Repeat("1", 1000)}, {`{` + strings.Repeat(`"a":1,`, 100_000) + `"id":"z"}`, "z 0 0 "},
	} {
		answering(t, test.body, func(ctx context.Context, client *sdk.Client) {
			v, err := sdk.Send[tree](ctx, client, sdk.NewRequest("GET", "/x"))
			got := ""
			if err == nil {
				got = fmt.Sprintf("%s %d %v %s", v.ID, v.Int, v.Num, v.Dec)
			}
			if got != test.want {
				t.Errorf("%.80s: %.80q, %.200v, want %.80q", test.body, got, err, test.want)
			}
		})
		vectors++
	}
	return vectors
}

// answering makes calls whose answer is always the same.
func answering(t *testing.T, body string, try func(ctx context.Context, client *sdk.Client)) {
	t.Helper()
	reply := func(sdk.Handler) sdk.Handler {
		return func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
		}
	}
	try(t.Context(), sdk.NewClient(sdk.Config{BaseURL: "http://api.test"}, sdk.WithMiddleware(reply)))
}
