package code

import (
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

func TestMethod(t *testing.T) {
	pet := &sdk.Object{Name: "Pet"}
	reader := &sdk.Type{Shape: sdk.Std, Import: "io", Name: "Reader"}
	body := func(t *sdk.Type) *sdk.Arg { return &sdk.Arg{Name: "body", Type: t} }
	for _, test := range []struct {
		name   string
		change func(*sdk.Method)
		want   string
	}{
		{"nothing in, nothing out", func(m *sdk.Method) {}, `
func (p *Pets) Call(ctx context.Context, opts ...sdk.Option) error {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	return sdk.SendEmpty(ctx, p.client, req)
}`},
		{"server and security of its own", func(m *sdk.Method) {
			m.Server = "https://other.example"
			m.Security = &model.Security{{{Scheme: "a"}, {Scheme: "b"}}, {}}
		}, `
func (p *Pets) Call(ctx context.Context, opts ...sdk.Option) error {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	req.Server("https://other.example")
	req.Security(sdk.Security{{"a", "b"}, {}})
	return sdk.SendEmpty(ctx, p.client, req)
}`},
		{"styles of path params", func(m *sdk.Method) {
			m.Args = []*sdk.Arg{
				{Name: "a", Wire: "a", Type: stringType},
				{Name: "b", Wire: "b", Type: slice(stringType), Style: "label", Explode: true},
				{Name: "c", Wire: "c", Type: intType, Style: "matrix"},
				{Name: "d", Wire: "d", Type: stringType, Reserved: true},
				{Name: "e", Wire: "e", Type: stringType},
			}
		}, `
func (p *Pets) Call(ctx context.Context, a string, b []string, c int, d, e string, opts ...sdk.Option) error {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	req.Path("a", a)
	req.PathStyle("b", b, "label", true)
	req.PathStyle("c", c, "matrix", false)
	req.PathReserved("d", d)
	req.Path("e", e)
	return sdk.SendEmpty(ctx, p.client, req)
}`},
		{"query params beside a body", func(m *sdk.Method) {
			m.Spec.Method = "PUT"
			m.Body, m.BodyKind, m.MediaType = body(named(pet)), sdk.JSONBody, "application/json"
			m.Params = &sdk.Params{Name: "CallParams", Fields: []*sdk.Field{{Param: &model.Param{}}}}
			m.Result = sdk.Result{Kind: sdk.ValueResult, Type: slice(named(pet)), Decode: slice(named(pet)), Accept: "application/json"}
		}, `
func (p *Pets) Call(ctx context.Context, body Pet, params CallParams, opts ...sdk.Option) ([]Pet, error) {
	req := sdk.NewRequest(http.MethodPut, "/pets", opts...)
	req.Params(params)
	req.JSON(body)
	return sdk.SendValue[[]Pet](ctx, p.client, req)
}`},
		{"params and an inline body in one struct, another JSON", func(m *sdk.Method) {
			m.Spec.Method = "PURGE"
			m.BodyKind, m.MediaType = sdk.JSONBody, "application/scim+json"
			m.Params = &sdk.Params{Name: "CallParams", Fields: []*sdk.Field{{Param: &model.Param{}}, {Prop: &model.Field{}}}}
			m.Result = sdk.Result{Kind: sdk.PointerResult, Type: ptr(named(pet)), Decode: named(pet), Accept: "application/scim+json"}
		}, `
func (p *Pets) Call(ctx context.Context, params CallParams, opts ...sdk.Option) (*Pet, error) {
	req := sdk.NewRequest("PURGE", "/pets", opts...)
	req.Params(params)
	req.JSONAs("application/scim+json", params)
	req.Accept("application/scim+json")
	return sdk.Send[Pet](ctx, p.client, req)
}`},
		{"bytes in, bytes out", func(m *sdk.Method) {
			m.Body, m.BodyKind, m.MediaType = body(reader), sdk.RawBody, "image/png"
			m.Result = sdk.Result{Kind: sdk.StreamResult, Accept: "image/png"}
		}, `
func (p *Pets) Call(ctx context.Context, body io.Reader, opts ...sdk.Option) (*sdk.Stream, error) {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	req.Raw("image/png", body)
	req.Accept("image/png")
	return sdk.SendStream(ctx, p.client, req)
}`},
		{"an optional text in, text out", func(m *sdk.Method) {
			m.Body, m.BodyKind, m.MediaType = body(ptr(stringType)), sdk.TextBody, "text/plain"
			m.Result = sdk.Result{Kind: sdk.TextResult, Accept: "text/plain"}
		}, `
func (p *Pets) Call(ctx context.Context, body *string, opts ...sdk.Option) (string, error) {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	if body != nil {
		req.Text("text/plain", *body)
	}
	req.Accept("text/plain")
	return sdk.SendText(ctx, p.client, req)
}`},
		{"a file in, events out", func(m *sdk.Method) {
			m.BodyKind = sdk.MultipartBody
			m.Params = &sdk.Params{Name: "CallParams", Fields: []*sdk.Field{{Prop: &model.Field{}}}}
			m.Result = sdk.Result{Kind: sdk.EventsResult, Type: named(pet)}
		}, `
func (p *Pets) Call(ctx context.Context, params CallParams, opts ...sdk.Option) iter.Seq2[Pet, error] {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	req.Multipart(params)
	return sdk.SendEvents[Pet](ctx, p.client, req)
}`},
		{"a redirect", func(m *sdk.Method) { m.Result = sdk.Result{Kind: sdk.LocationResult} }, `
func (p *Pets) Call(ctx context.Context, opts ...sdk.Option) (string, error) {
	req := sdk.NewRequest(http.MethodGet, "/pets", opts...)
	return sdk.SendLocation(ctx, p.client, req)
}`},
	} {
		r := &sdk.Resource{Name: "Pets", Receiver: "p"}
		m := &sdk.Method{Spec: operation("GET", "/pets"), Resource: r, Name: "Call", Path: "/pets"}
		r.Methods = []*sdk.Method{m}
		test.change(m)
		if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), printed(t, r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// printed is the code of a resource's only method, without its comment.
func printed(t *testing.T, r *sdk.Resource) string {
	t.Helper()
	src, err := render(job{name: "x.go", pkg: sessions("", "", ""), print: func(p *printer, f *jen.File) {
		p.method(f, r.Methods[0])
	}})
	if err != nil {
		t.Fatal(err)
	}
	_, method, _ := strings.Cut(string(src), "\nfunc ")
	return "func " + strings.TrimSpace(method)
}
