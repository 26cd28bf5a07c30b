package sdk

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

func TestTypes(t *testing.T) {
	limited := func(k model.Kind, format, low, high string) *model.Type {
		return &model.Type{Kind: k, Format: format, Limits: &model.Limits{Min: low, Max: high}}
	}
	for _, test := range []struct {
		in   *model.Type
		want string
	}{
		{str(), "string"}, {of(model.String, "uuid"), "string"}, {of(model.String, "uri"), "string"}, {of(model.String, "email"), "string"},
		{of(model.String, "date-time"), "time.Time"}, {of(model.String, "date"), "sdk.Date"}, {of(model.String, "date-time-rfc-2822"), "sdk.RFC2822"},
		{of(model.String, "byte"), "[]byte"}, {of(model.String, "binary"), "string"}, {of(model.String, "decimal"), "string"},
		{of(model.String, "unheard-of"), "string"}, {of(model.Integer, ""), "int"}, {of(model.Integer, "int32"), "int32"},
		{of(model.Integer, "int64"), "int64"}, {of(model.Integer, "uint8"), "uint8"}, {of(model.Integer, "uint64"), "uint64"},
		{of(model.Integer, "int8"), "int8"}, {of(model.Integer, "bigint"), "sdk.Decimal"}, {of(model.Integer, "unix-time"), "int64"},
		{limited(model.Integer, "", "0", "4294967296"), "int64"}, {limited(model.Integer, "int32", "0", "3000000000"), "int64"},
		{limited(model.Integer, "", "0", "18446744073709551615"), "uint64"}, {limited(model.Integer, "", "-1", "18446744073709551615"), "sdk.Decimal"},
		{limited(model.Integer, "int64", "-9223372036854775808", "9223372036854775807"), "int64"}, {limited(model.Integer, "int64", "0", "1e30"), "sdk.Decimal"},
		{limited(model.Integer, "", "0", "9223372036854776000"), "uint64"}, {of(model.Number, ""), "float64"}, {of(model.Number, "double"), "float64"},
		{of(model.Number, "float"), "float64"}, {of(model.Number, "decimal"), "sdk.Decimal"}, {of(model.Number, "int64"), "int64"},
		{of(model.Boolean, ""), "bool"}, {of(model.Any, ""), "any"}, {nil, "any"}, {list(str()), "[]string"}, {list(list(str())), "[][]string"},
		{list(null(str())), "[]*string"}, {list(null(of(model.Any, ""))), "[]any"}, {&model.Type{Kind: model.Map, Elem: of(model.Any, "")}, "map[string]any"},
		{&model.Type{Kind: model.Map, Elem: str()}, "map[string]string"}, {&model.Type{Kind: model.Map, Elem: null(of(model.Integer, ""))}, "map[string]*int"},
		{&model.Type{Kind: model.Map}, "map[string]any"}, {of(model.Map, "uri-map"), "map[string]string"},
	} {
		b := &builder{}
		if got := b.goType(test.in, false).String(); got != test.want {
			t.Errorf("%+v is %s, want %s", test.in, got, test.want)
		}
	}
}

// The rule of optional and nullable: what a request can contain, and what only responses do.
func TestOptionalAndNullable(t *testing.T) {
	pet, color := object("pet", "a", str()), enum("color", "red", "blue")
	cat := oneOf("either", ref(pet), list(str()))
	number := &model.Schema{ID: "#/components/schemas/level", Name: "level", Kind: model.EnumSchema,
		Enum: &model.Enum{Kind: model.Integer, Values: []*model.Value{{Wire: "1"}, {Wire: "2"}}}}
	for _, test := range []struct {
		in                            *model.Type
		request, response             string // optional
		requestNull                   string // optional and nullable
		requiredNull, responseNull    string // required and nullable in a request; nullable in a response
		requiredRequest, requiredBack string
	}{
		{str(), "*string", "string", "sdk.Nullable[string]", "*string", "string", "string", "string"},
		{of(model.Integer, ""), "*int", "*int", "sdk.Nullable[int]", "*int", "*int", "int", "int"},
		{of(model.Boolean, ""), "*bool", "*bool", "sdk.Nullable[bool]", "*bool", "*bool", "bool", "bool"},
		{of(model.String, "date-time"), "*time.Time", "*time.Time", "sdk.Nullable[time.Time]", "*time.Time", "*time.Time", "time.Time", "time.Time"},
		{of(model.String, "date"), "*sdk.Date", "*sdk.Date", "sdk.Nullable[sdk.Date]", "*sdk.Date", "*sdk.Date", "sdk.Date", "sdk.Date"},
		{of(model.Number, "decimal"), "*sdk.Decimal", "sdk.Decimal", "sdk.Nullable[sdk.Decimal]", "*sdk.Decimal", "sdk.Decimal", "sdk.Decimal", "sdk.Decimal"},
		{ref(pet), "*Pet", "*Pet", "sdk.Nullable[Pet]", "*Pet", "*Pet", "Pet", "Pet"},
		{ref(color), "*Color", "Color", "sdk.Nullable[Color]", "*Color", "Color", "Color", "Color"},
		{ref(number), "*Level", "*Level", "sdk.Nullable[Level]", "*Level", "*Level", "Level", "Level"},
		{ref(cat), "Either", "Either", "sdk.Nullable[Either]", "Either", "Either", "Either", "Either"},
		{list(ref(pet)), "[]Pet", "[]Pet", "sdk.Nullable[[]Pet]", "[]Pet", "[]Pet", "[]Pet", "[]Pet"},
		{&model.Type{Kind: model.Map, Elem: str()}, "map[string]string", "map[string]string", "sdk.Nullable[map[string]string]", "map[string]string", "map[string]string", "map[string]string", "map[string]string"},
		{of(model.Any, ""), "any", "any", "any", "any", "any", "any", "any"},
		{of(model.String, "byte"), "[]byte", "[]byte", "sdk.Nullable[[]byte]", "[]byte", "[]byte", "[]byte", "[]byte"},
	} {
		doc := api("GET /a - -")
		doc.Schemas = []*model.Schema{pet, color, cat, number}
		b := builderOf(doc)
		got := []string{
			b.placed(test.in, false, true, false).String(), b.placed(test.in, false, false, false).String(), b.placed(null(test.in), false, true, false).String(),
			b.placed(null(test.in), true, true, false).String(), b.placed(null(test.in), true, false, false).String(),
			b.placed(test.in, true, true, false).String(), b.placed(test.in, true, false, false).String(),
		}
		want := []string{test.request, test.response, test.requestNull, test.requiredNull, test.responseNull, test.requiredRequest, test.requiredBack}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", test.requiredRequest, diff)
		}
	}
}

// builderOf is a builder that has declared and filled a document's types.
func builderOf(doc *model.Document) *builder {
	b := newBuilder(doc, Options{Name: "test", KeepUnused: true}, new(diag.Report))
	b.decide()
	return b
}

func TestDeclaredNames(t *testing.T) {
	for _, test := range []struct{ names, want string }{
		{"proxy.v1.service.session", "Session"},
		{"api.v2010.account.call", "Call"},
		{"service.session.participant service.participant", "SessionParticipant ServiceParticipant"},
		{"io.k8s.api.core.v1.Pod", "Pod"},
		{"io.k8s.api.core.v1.Event io.k8s.api.events.v1.Event", "CoreV1Event EventsV1Event"},
		{"autoscaling.v1.Scale autoscaling.v2.Scale", "V1Scale V2Scale"},
		{"card issuing.card", "Card IssuingCard"},
		{"a-b a_b", "ADashB AUnderscoreB"},
		{"Pet pet", "PetMixed PetLower"},
		{"Client New", "ClientObject NewObject"},
		{"v1.2", "V12"},
		{"名前", "X名前"},
	} {
		doc := api("GET /a - -")
		for _, n := range strings.Fields(test.names) {
			doc.Schemas = append(doc.Schemas, object(n, "x", str()))
		}
		p, _ := build(doc)
		got := typeNames(p)
		for i, n := range strings.Fields(test.names) {
			if want := strings.Fields(test.want)[i]; got["#/components/schemas/"+n] != want {
				t.Errorf("%s: schema %s is %s, want %s", test.names, n, got["#/components/schemas/"+n], want)
			}
		}
	}
}

func TestEnumConstants(t *testing.T) {
	for _, test := range []struct{ enum, values, want string }{
		{"session_enum_status", "open in-progress", "SessionStatusOpen SessionStatusInProgress"},
		{"tz", "GMT0 GMT+0 GMT-0", "TzGMT0 TzGMTPlus0 TzGMTDash0"},
		{"op", "< > <= = !=", "OpLess OpGreater OpLessOrEqual OpEqual OpNotEqual"},
		{"vote", "+1 -1", "VotePlus1 VoteMinus1"},
		{"order", "asc ASC", "OrderAscLower OrderAscUpper"},
		{"event", "* star", "EventStarSign EventStarLower"},
		{"ratio", "16:9 4:3", "Ratio169 Ratio43"},
		{"code", "200 404", "Code200 Code404"},
		{"media", "text/html image/*", "MediaTextHTML MediaImage"},
		{"sort", "created -created", "SortCreated SortDashCreated"},
	} {
		doc := api("GET /a - -")
		doc.Schemas = []*model.Schema{enum(test.enum, strings.Fields(test.values)...)}
		p, _ := build(doc)
		var got []string
		for _, v := range p.Files[len(p.Files)-1].Types[0].(*Enum).Values {
			got = append(got, string(v.Name))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s of %s: %s, want %s", test.values, test.enum, s, test.want)
		}
	}
}

// A struct never contains itself by value, a list or a map may be its own element.
func TestRecursion(t *testing.T) {
	node := object("node", "label!", str())
	node.Object.Fields = append(node.Object.Fields, &model.Field{Name: "next", Required: true, Type: ref(node)},
		&model.Field{Name: "children", Required: true, Type: list(ref(node))})
	a, b := object("a"), object("b")
	a.Object.Fields = []*model.Field{{Name: "b", Required: true, Type: ref(b)}}
	b.Object.Fields = []*model.Field{{Name: "a", Required: true, Type: ref(a)}}
	tree := &model.Schema{ID: "#/components/schemas/tree", Name: "tree", Kind: model.AliasSchema}
	tree.Alias = list(ref(tree))
	self := &model.Schema{ID: "#/components/schemas/self", Name: "self", Kind: model.AliasSchema}
	self.Alias = ref(self)
	holder := object("holder", "tree", ref(tree), "self", ref(self))
	doc := api("GET /x - -")
	doc.Schemas = []*model.Schema{node, a, b, tree, self, holder}
	p, _ := build(doc)
	want := map[string]string{"Node.Next": "*Node", "Node.Children": "[]Node", "Node.Label": "string", "A.B": "*B", "B.A": "*A", "Holder.Tree": "Tree", "Holder.Self": "any"}
	got := make(map[string]string)
	for _, f := range p.Files {
		for _, d := range f.Types {
			if o, ok := d.(*Object); ok {
				for _, field := range o.Fields {
					got[string(o.Name+"."+field.Name)] = field.Type.String()
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
