package golden

import (
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A wire is a client of the runtime and the server that it talks to.
type wire struct {
	client *sdk.Client
	got    *http.Request // the last request, read whole
	body   string
}

// newWire starts a server that keeps what it gets and says yes.
func newWire(t *testing.T, opts ...sdk.Option) *wire {
	t.Helper()
	w := &wire{}
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		w.got, w.body = r, string(b)
	}))
	t.Cleanup(server.Close)
	w.client = sdk.NewClient(sdk.Config{BaseURL: server.URL, UserAgent: "conformance/1"}, opts...)
	return w
}

// send makes a call that build has filled. An error before sending leaves w.got nil.
func (w *wire) send(t *testing.T, template string, build func(*sdk.Request)) error {
	t.Helper()
	w.got, w.body = nil, ""
	req := sdk.NewRequest(http.MethodPost, template)
	build(req)
	return sdk.SendEmpty(t.Context(), w.client, req)
}

// tagged is a struct with one field V that has a tag, as generated params have: tagged(`query:"color"`, "blue").
func tagged(tag string, value any) any {
	t := reflect.TypeOf(value)
	s := reflect.New(reflect.StructOf([]reflect.StructField{{Name: "V", Type: t, Tag: reflect.StructTag(tag)}})).Elem()
	s.Field(0).Set(reflect.ValueOf(value))
	return s.Interface()
}

// An rgb is the object of the specification's examples; its members keep their order.
type rgb struct {
	R int `json:"R"`
	G int `json:"G"`
	B int `json:"B"`
}

var (
	colors = []string{"blue", "black", "brown"}
	color  = rgb{100, 200, 150}
)

// refused is the want of a vector that must not be sent, absent that of a param that leaves no trace.
const (
	refused = "(refused)"
	absent  = "(absent)"
)
