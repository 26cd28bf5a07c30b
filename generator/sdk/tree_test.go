package sdk

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/model"
)

// Each case: operations, and what users call them, in the same order.
func TestMethodNames(t *testing.T) {
	for _, test := range []struct {
		name string
		ops  []string
		want []string
	}{
		{"verb and noun", []string{"GET /pets listPets pets", "POST /pets createPets pets", "GET /pets/{petId} showPetById pets"},
			[]string{"Pets.List", "Pets.Create", "Pets.Show"}},
		{"by what is no id", []string{"GET /user/{username} getUserByName user", "GET /user/find findUsersByStatus user"},
			[]string{"User.GetByName", "User.FindByStatus"}},
		{"by id and by name", []string{"GET /user/{id} getUserById user", "GET /user/named/{name} getUserByName user"},
			[]string{"User.GetByID", "User.GetByName"}},
		{"controller", []string{"POST /call CallController_create Calls", "GET /call CallController_findAll Calls", "GET /call/{id} CallController_findOne Calls",
			"DELETE /call/{id} CallController_deleteCallData Calls"}, []string{"Calls.Create", "Calls.List", "Calls.Get", "Calls.DeleteCallData"}},
		{"controller's remove", []string{"DELETE /squad/{id} SquadController_remove Squads", "GET /squad SquadController_findAllPaginated Squads"},
			[]string{"Squads.Delete", "Squads.List"}},
		{"versions stay apart", []string{"POST /campaign CampaignController_create Campaigns", "POST /v2/campaign CampaignController_createV2 Campaigns"},
			[]string{"Campaigns.Create", "Campaigns.CreateV2"}},
		{"slashes", []string{"GET /repos/{o}/{r} repos/get repos", "GET /repos/{o}/{r}/contents repos/get-content repos"}, []string{"Repos.Get", "Repos.GetContent"}},
		{"underscores", []string{"GET /v2/droplets droplets_list Droplets", "GET /v2/droplets/{id}/kernels droplets_list_kernels Droplets"},
			[]string{"Droplets.List", "Droplets.ListKernels"}},
		{"noun, verb, rest", []string{"GET /v2/volumes volumes_list Block+Storage", "GET /v2/volumes/snapshots/{id} volumeSnapshots_get_byId Block+Storage"},
			[]string{"BlockStorage.List", "BlockStorage.GetVolumeSnapshotByID"}},
		{"nouns first", []string{"GET /containers/json ContainerList Container", "GET /containers/{id}/top ContainerTop Container", "GET /containers/{id}/logs ContainerLogs Container"},
			[]string{"Container.List", "Container.Top", "Container.Logs"}},
		{"a shared word", []string{"GET /gen-ai/agents genai_list_agents Platform", "GET /gen-ai/models genai_list_models Platform"},
			[]string{"Platform.ListAgents", "Platform.ListModels"}},
		{"version in a tag", []string{"GET /api/v1/nodes listCoreV1Node core_v1", "DELETE /api/v1/pods deleteCoreV1CollectionPod core_v1"},
			[]string{"CoreV1.ListNode", "CoreV1.DeleteCollectionPod"}},
		{"machine tags", []string{"GET /v1/Services ListService ProxyV1Service", "GET /v1/Services/{S}/Sessions/{Sid} FetchSession ProxyV1Session"},
			[]string{"Service.List", "Service.Session.Fetch"}},
		{"more than the noun", []string{"POST /chat createChat Chats", "POST /chat/responses createOpenAIChat Chats"}, []string{"Chats.Create", "Chats.CreateOpenAIChat"}},
		{"untagged collection", []string{"GET /v1/customers - -", "POST /v1/customers - -", "GET /v1/customers/{customer} - -", "POST /v1/customers/{customer} - -",
			"DELETE /v1/customers/{customer} - -"}, []string{"Customers.List", "Customers.Create", "Customers.Get", "Customers.Update", "Customers.Delete"}},
		{"untagged child", []string{"GET /v1/customers - -", "GET /v1/customers/{c}/sources - -", "POST /v1/customers/{c}/sources - -"},
			[]string{"Customers.List", "Customers.Sources.List", "Customers.Sources.Create"}},
		{"untagged action", []string{"GET /v1/invoices - -", "POST /v1/invoices/{id}/pay - -", "POST /v1/invoices/{id}/mark_uncollectible - -", "POST /v1/invoices/{id}/add_lines - -"},
			[]string{"Invoices.List", "Invoices.Pay", "Invoices.MarkUncollectible", "Invoices.AddLines"}},
		{"a noun that looks like a verb", []string{"GET /accounts - -", "POST /accounts/{a}/login_links - -"}, []string{"Accounts.List", "Accounts.LoginLinks.Create"}},
		{"put and patch", []string{"PUT /a/{x} - -", "PATCH /a/{x} - -", "GET /b - -", "PUT /b/{x} - -"}, []string{"A.Replace", "A.Update", "B.List", "B.Update"}},
		{"an id that repeats the path", []string{"GET /v1/customers/{customer} GetCustomersCustomer -", "GET /v1/customers GetCustomers -"},
			[]string{"Customers.List", "Customers.Get"}},
		{"opaque ids", []string{"GET /limits getprojectspendlimit -"}, []string{"Limits.List"}},
		{"namespaces", []string{"GET /billing/meters - -", "GET /tax/rates - -"}, []string{"Billing.Meters.List", "Tax.Rates.List"}},
		{"a shared prefix", []string{"GET /rest/api/3/a - -", "GET /rest/api/3/b - -"}, []string{"A.List", "B.List"}},
		{"tagged child", []string{"GET /test-suite list Test+Suites", "GET /test-suite/{id}/run list Test+Suite+Runs"}, []string{"TestSuites.List", "TestSuites.Runs.List"}},
		{"flat tags", []string{"GET /orgs/{o}/x a/get-x orgs", "GET /user/y a/get-y orgs", "GET /orgs/{o}/teams/{t} teams/get teams", "GET /teams teams/list teams"},
			[]string{"Orgs.GetX", "Orgs.GetY", "Teams.Get", "Teams.List"}},
		{"untagged within a tag's path", []string{"GET /responses listResponses Responses", "POST /responses/compact Compact -"},
			[]string{"Responses.List", "Responses.Compact"}},
		{"root", []string{"GET / - -"}, []string{"Root.List"}},
	} {
		p, _ := build(api(test.ops...))
		if diff := cmp.Diff(test.want, methodNames(p)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// A provider that says who is whose parent has its tree taken over, whatever its tags are.
func TestDrawnTree(t *testing.T) {
	doc := api(
		"GET /v1/Services.json ListService ApiV1Service", "GET /v1/Services/{Sid}.json FetchService ApiV1ServiceInstance",
		"POST /v1/Services/{ServiceSid}/Sessions CreateSession ApiV1Session", "GET /v1/Services/{ServiceSid}/Available ListAvailableCountry ApiV1Country",
		"POST /v1/Keys CreateNewKey ApiV1NewKey", "GET /v1/Keys ListKey ApiV1Key", "POST /v1/Flows/Validate UpdateFlowValidate ApiV1Flow")
	doc.Paths[2].Parent = "/Services/{Sid}"
	doc.Paths[4].Operations[0].Mount = "new_keys"
	p, _ := build(doc)
	want := []string{"Services.List", "Services.Fetch", "Services.Sessions.Create", "Services.Available.List", "NewKeys.Create", "Keys.List", "FlowsValidate.Update"}
	if diff := cmp.Diff(want, methodNames(p)); diff != "" {
		t.Error(diff)
	}
}

// A client param and the collection that it chooses from are no part of the tree, and no argument.
func TestClientParams(t *testing.T) {
	doc := api("GET /Accounts/{AccountSid}/Calls.json ListCall -", "GET /Accounts/{Sid} FetchAccount -")
	doc.Schemes = []*model.Scheme{{Name: "accountSid_authToken", Type: "http", HTTP: "basic"}}
	p, _ := build(doc, Options{ClientParams: []string{"AccountSid"}})
	var b strings.Builder
	if err := Tree(&b, p); err != nil {
		t.Fatal(err)
	}
	want := `package test  https://api.example.com
client.Calls  /Accounts/{AccountSid}/Calls.json
  .List(ctx context.Context, opts ...sdk.Option) ([]string, error)  GET /Accounts/{AccountSid}/Calls.json
client.Accounts  /Accounts
  .Fetch(ctx context.Context, sid string, opts ...sdk.Option) (string, error)  GET /Accounts/{Sid}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	if got := p.Client.Params[0]; got.Option != "WithAccountSID" || got.Default != "username" {
		t.Errorf("client param %+v", got)
	}
}

func TestArgs(t *testing.T) {
	for _, test := range []struct{ path, want string }{
		{"/a/{ServiceSid}/b/{Sid}", "serviceSID, sid string"},
		{"/a/{type}/{ctx}/{sdk}", "pathType, pathCtx, pathSDK string"},
		{"/a/{a-b}/{a_b}", "pathADashB, pathAUnderscoreB string"},
		{"/a/{id}/{ID}", "pathIDLower, pathIDUpper string"},
		{"/a/{string}/{a}", "pathString, pathA string"},
		{"/a/{}", "empty string"},
	} {
		p, _ := build(api("DELETE " + test.path + " - -"))
		all := p.Resources()
		got := all[len(all)-1].Methods[0].Signature()
		want := "Delete(ctx context.Context, " + test.want + ", opts ...sdk.Option) error"
		if got != want {
			t.Errorf("%s: %s, want %s", test.path, got, want)
		}
	}
}

// No order of the document decides a name.
func TestNamesAreSymmetric(t *testing.T) {
	ops := []string{
		"GET /v1/cards - -", "GET /v1/cards/{id} - -", "GET /v1/issuing/cards - -", "GET /v1/customers/{c}/cards - -", "GET /v1/card - -",
		"GET /v1/test/issuing/cards - -", "GET /v1/a-b getA-b x", "GET /v1/a_b getA_b x", "GET /v2/a-b getA-b2 x", "GET /v2/thing getThing y", "GET /v1/thing getThing y",
	}
	schemas := []*model.Schema{
		object("card", "a", str()), object("issuing.card", "a", str()), object("Card", "a", str()), object("x.y.issuing.card", "a", str()),
		object("a-b", "x-y", str(), "x_y", str(), "xY", str(), "xy", str()), object("a_b", "x", str()), enum("GMT", "GMT0", "GMT+0", "GMT-0", "gmt0"),
		object("Client", "x", str()), object("New", "x", str()), enum("Cards", "x"),
	}
	want := decidedNames(ops, schemas)
	for seed := range int64(8) {
		r := rand.New(rand.NewSource(seed))
		shuffledOps, shuffledSchemas := slices.Clone(ops), slices.Clone(schemas)
		r.Shuffle(len(shuffledOps), func(i, j int) { shuffledOps[i], shuffledOps[j] = shuffledOps[j], shuffledOps[i] })
		r.Shuffle(len(shuffledSchemas), func(i, j int) { shuffledSchemas[i], shuffledSchemas[j] = shuffledSchemas[j], shuffledSchemas[i] })
		if diff := cmp.Diff(want, decidedNames(shuffledOps, shuffledSchemas)); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
	}
}

func decidedNames(ops []string, schemas []*model.Schema) map[string]string {
	doc := api(ops...)
	doc.Schemas = slices.Clone(schemas)
	p, _ := build(doc)
	out := make(map[string]string)
	for _, d := range p.Names {
		out[d.Key] = string(d.Name)
	}
	return out
}
