package sdk

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/model"
)

func inlineBody(op *model.Operation, fields ...any) *model.Schema {
	s := object("", fields...)
	s.ID, s.Name, s.Operation, s.Place = "#/inline/body", "", op, []string{"request"}
	return s
}

// What a method takes for a body: fields of its params, or an argument.
func TestBodies(t *testing.T) {
	pet := object("pet", "name!", str(), "tag", str())
	for _, test := range []struct {
		name, media string
		body        func(op *model.Operation) *model.Type
		want        string
		kind        BodyKind
	}{
		{"named", "application/json", func(*model.Operation) *model.Type { return ref(pet) }, "body Pet", JSONBody},
		{"list", "application/json", func(*model.Operation) *model.Type { return list(ref(pet)) }, "body []Pet", JSONBody},
		{"scalar", "application/json", func(*model.Operation) *model.Type { return str() }, "body string", JSONBody},
		{"no schema", "application/json", func(*model.Operation) *model.Type { return nil }, "body any", JSONBody},
		{"inline", "application/json", func(op *model.Operation) *model.Type { return ref(inlineBody(op, "a!", str())) }, "params CreatePetParams", JSONBody},
		{"odd key", "application/json", func(op *model.Operation) *model.Type { return ref(inlineBody(op, "a,b", str())) }, "body CreatePetRequest", JSONBody},
		{"form", "application/x-www-form-urlencoded", func(op *model.Operation) *model.Type { return ref(inlineBody(op, "a", str())) }, "params CreatePetParams", FormBody},
		{"named form", "application/x-www-form-urlencoded", func(*model.Operation) *model.Type { return ref(pet) }, "params CreatePetParams", FormBody},
		{"multipart", "multipart/form-data", func(*model.Operation) *model.Type { return ref(pet) }, "params CreatePetParams", MultipartBody},
		{"octets", "application/octet-stream", func(*model.Operation) *model.Type { return of(model.String, "binary") }, "body io.Reader", RawBody},
		{"text", "text/plain", func(*model.Operation) *model.Type { return str() }, "body string", TextBody},
		{"xml", "application/xml", func(*model.Operation) *model.Type { return ref(pet) }, "body Pet", XMLBody},
		{"json kind", "application/scim+json; charset=utf-8", func(*model.Operation) *model.Type { return ref(pet) }, "body Pet", JSONBody},
	} {
		doc := api("POST /pets createPet pets")
		typ := test.body(doc.Operations()[0])
		schemas := []*model.Schema{pet}
		if typ != nil && typ.Schema != nil && typ.Schema != pet {
			schemas = append(schemas, typ.Schema)
		}
		p, _ := build(taking(doc, test.media, typ, schemas...))
		m := p.Resources()[0].Methods[0]
		got := strings.TrimSuffix(strings.TrimPrefix(m.Signature(), "Create(ctx context.Context, "), ", opts ...sdk.Option) error")
		if got != test.want || m.BodyKind != test.kind {
			t.Errorf("%s: %s as %q, want %s as %q", test.name, got, m.BodyKind, test.want, test.kind)
		}
	}
}

func TestOptionalBody(t *testing.T) {
	pet := object("pet", "name!", str())
	doc := taking(api("POST /pets createPet pets"), "application/json", ref(pet), pet)
	doc.Operations()[0].Body.Required = false
	p, _ := build(doc)
	if m := p.Resources()[0].Methods[0]; m.Body.Type.String() != "*Pet" || !m.BodyOptional {
		t.Errorf("body %s, optional %v", m.Body.Type, m.BodyOptional)
	}
}

func TestResults(t *testing.T) {
	pet, either := object("pet", "name!", str()), oneOf("either", str(), list(str()))
	answer := func(status, media string, typ *model.Type) *model.Response {
		return &model.Response{Status: status, Contents: []*model.Content{{MediaType: media, Type: typ}}}
	}
	bare := func(status string) *model.Response { return &model.Response{Status: status} }
	for _, test := range []struct {
		name      string
		responses []*model.Response
		want      string
		kind      ResultKind
	}{
		{"object", []*model.Response{answer("200", "application/json", ref(pet))}, "(*Pet, error)", PointerResult},
		{"list", []*model.Response{answer("200", "application/json", list(ref(pet)))}, "([]Pet, error)", ValueResult},
		{"union", []*model.Response{answer("200", "application/json", ref(either))}, "(Either, error)", ValueResult},
		{"nullable text", []*model.Response{answer("200", "application/json", null(str()))}, "(*string, error)", ValueResult},
		{"nothing", []*model.Response{bare("204")}, "error", NoResult},
		{"lowest with a type", []*model.Response{bare("200"), answer("202", "application/json", ref(pet))}, "(*Pet, error)", PointerResult},
		{"two types", []*model.Response{answer("201", "application/json", ref(pet)), answer("200", "application/json", list(str()))}, "(*CreatePetResult, error)", CasesResult},
		{"default", []*model.Response{answer("default", "application/json", ref(pet))}, "(*Pet, error)", PointerResult},
		{"default beside 204", []*model.Response{bare("204"), answer("default", "application/json", ref(pet))}, "error", NoResult},
		{"wildcard", []*model.Response{answer("2XX", "application/json", ref(pet))}, "(*Pet, error)", PointerResult},
		{"redirect", []*model.Response{bare("302")}, "(string, error)", LocationResult},
		{"redirect beside an empty 200", []*model.Response{bare("200"), bare("302")}, "(string, error)", LocationResult},
		{"text", []*model.Response{answer("200", "text/csv", str())}, "(string, error)", TextResult},
		{"bytes", []*model.Response{answer("200", "application/pdf", of(model.String, "binary"))}, "(*sdk.Stream, error)", StreamResult},
		{"bytes called json", []*model.Response{answer("200", "application/json", of(model.String, "binary"))}, "(*sdk.Stream, error)", StreamResult},
		{"xml", []*model.Response{answer("200", "application/xml", ref(pet))}, "(*Pet, error)", PointerResult},
		{"events", []*model.Response{answer("200", "text/event-stream", ref(pet))}, "iter.Seq2[Pet, error]", EventsResult},
		{"lines", []*model.Response{answer("200", "application/x-ndjson", ref(pet))}, "iter.Seq2[Pet, error]", LinesResult},
		{"anything", []*model.Response{answer("200", "*/*", ref(pet))}, "(*Pet, error)", PointerResult},
		{"json kind", []*model.Response{answer("200", "application/hal+json", ref(pet))}, "(*Pet, error)", PointerResult},
		{"none declared", nil, "error", NoResult},
	} {
		doc := api("POST /pets createPet pets")
		doc.Schemas = []*model.Schema{pet, either}
		doc.Operations()[0].Responses = test.responses
		p, _ := build(doc)
		if m := p.Resources()[0].Methods[0]; m.Returns() != test.want || m.Result.Kind != test.kind {
			t.Errorf("%s: %s as %q, want %s as %q", test.name, m.Returns(), m.Result.Kind, test.want, test.kind)
		}
	}
}

// A field of the params: where it travels stands in its tags, in the order in which they are printed.
func TestParamFields(t *testing.T) {
	pet := object("pet", "a", str())
	for _, test := range []struct {
		param model.Param
		want  string
	}{
		{model.Param{Name: "PageSize", In: "query", Style: "form", Explode: true, Type: of(model.Integer, "")}, `PageSize *int query:"PageSize"`},
		{model.Param{Name: "DateCreated<", In: "query", Style: "form", Explode: true, Type: of(model.String, "date-time")}, `DateCreatedBefore *time.Time query:"DateCreated<"`},
		{model.Param{Name: "id", In: "query", Style: "form", Explode: true, Required: true, Type: str()}, `ID string query:"id" required:"true"`},
		{model.Param{Name: "tags", In: "query", Style: "form", Type: list(str())}, `Tags []string query:"tags" explode:"false"`},
		{model.Param{Name: "tags", In: "query", Style: "pipeDelimited", Type: list(str())}, `Tags []string query:"tags" style:"pipeDelimited" explode:"false"`},
		{model.Param{Name: "filter", In: "query", Style: "deepObject", Explode: true, Type: ref(pet)}, `Filter *Pet query:"filter" style:"deepObject"`},
		{model.Param{Name: "filter", In: "query", MediaType: "application/json", Type: ref(pet)}, `Filter *Pet query:"filter" content:"application/json"`},
		{model.Param{Name: "X-Request-Id", In: "header", Style: "simple", Type: str()}, `XRequestID *string header:"X-Request-Id"`},
		{model.Param{Name: "X-A", In: "header", Style: "simple", Explode: true, Type: ref(pet)}, `XA *Pet header:"X-A" explode:"true"`},
		{model.Param{Name: "session", In: "cookie", Style: "form", Explode: true, Type: str()}, `Session *string cookie:"session"`},
		{model.Param{Name: "AddOns", In: "query", Style: "form", Type: of(model.Map, "prefixed-collapsible-map")}, `AddOns map[string]any query:"AddOns" style:"prefixed"`},
		{model.Param{Name: "q", In: "query", Style: "form", Explode: true, AllowReserved: true, AllowEmpty: true, Type: str()}, `Q *string query:"q" reserved:"true" empty:"true"`},
	} {
		doc := api("GET /pets listPets pets")
		doc.Schemas = []*model.Schema{pet}
		doc.Operations()[0].Params = []*model.Param{&test.param}
		p, _ := build(doc)
		if got := fieldLine(p.Resources()[0].Methods[0].Params.Fields[0]); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func fieldLine(f *Field) string {
	s := string(f.Name) + " " + f.Type.String()
	for _, tag := range f.Tags {
		s += " " + tag.Key + `:"` + tag.Value + `"`
	}
	return s
}

func TestFormFields(t *testing.T) {
	pet := object("pet", "a", str())
	doc := api("POST /Accounts/{AccountSid}/Calls createCall calls")
	op := doc.Operations()[0]
	body := inlineBody(op, "AccountSid", str(), "To!", str(), "MediaUrl", list(str()), "Pet", ref(pet), "Pets", list(ref(pet)),
		"Free", of(model.Any, ""), "AddOnsData", of(model.Map, "prefixed-collapsible-map-AddOns"), "Nested", list(list(str())), "Csv", list(str()))
	taking(doc, "application/x-www-form-urlencoded", ref(body), body, pet)
	no := false
	op.Body.Contents[0].Encoding = []*model.Encoding{{Property: "Csv", Style: "form", Explode: &no}}
	p, _ := build(doc)
	var got []string
	all := p.Resources()
	for _, f := range all[len(all)-1].Methods[0].Params.Fields {
		got = append(got, fieldLine(f))
	}
	want := []string{
		`FormAccountSID *string form:"AccountSid"`, `To string form:"To" required:"true"`, `MediaURL []string form:"MediaUrl"`,
		`Pet *Pet form:"Pet" content:"application/json"`, `Pets []Pet form:"Pets" content:"application/json"`, `Free any form:"Free" content:"application/json"`,
		`AddOnsData map[string]any form:"AddOns" style:"prefixed"`, `Nested [][]string form:"Nested" content:"application/json"`, `Csv []string form:"Csv" explode:"false"`,
	}
	want[8] = `CSV []string form:"Csv" explode:"false"`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestObjectFields(t *testing.T) {
	o := object("thing", "sid!", str(), "unique_name", str(), "a,b!", str(), "-", str(), "", str(), "$ref", str(), "a/b", str(), "naïve", str(), "@type", str(), "type", str())
	o.Object.Fields[1].ReadOnly = true
	o.Object.Extra = str()
	p, _ := build(answering(api("GET /x getX x"), ref(o), o))
	d := p.Files[0].Types[0].(*Object)
	var got []string
	for _, f := range append(d.Fields, d.Extra) {
		got = append(got, fieldLine(f))
	}
	want := []string{
		`SID string json:"sid"`, `UniqueName string json:"unique_name,omitzero" readonly:"true"`, `ACommaB string json:"-" wire:"a,b" required:"true"`,
		`Dash string json:"-" wire:"-"`, `Empty string json:"-" wire:""`, `Ref string json:"$ref,omitzero"`, `ASlashB string json:"a/b,omitzero"`,
		`Naïve string json:"naïve,omitzero"`, `AtType string json:"@type,omitzero"`, `Type string json:"type,omitzero"`,
		`Extra map[string]string json:"-" extra:"true"`,
	}
	if diff := cmp.Diff(want, got); diff != "" || !d.Custom {
		t.Error(diff, d.Custom)
	}
}
