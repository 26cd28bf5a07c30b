package golden

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generated/vapi"
	"github.com/sdkc/sdkc/generated/vapi/sdk"
)

func voice(base string) *vapi.Client {
	return vapi.New(sdk.WithBaseURL(base), sdk.WithBearer("key"))
}

func TestJSONBody(t *testing.T) {
	base := serve(t, exchange{
		method: "POST", path: "/session", status: 201,
		header: http.Header{"Authorization": {"Bearer key"}, "Content-Type": {"application/json"}},
		json: `{"name":"booking","assistant":{"firstMessage":"Good morning","model":{"provider":"openai","model":"gpt-4.1","temperature":0}},
			"messages":[{"role":"developer","content":"Be brief."}],"customer":{"number":"+15005550006"}}`,
		answer: `{"id":"S1","orgId":"O1","createdAt":"2026-03-02T09:00:00.000Z","updatedAt":"2026-03-02T09:00:00.000Z"}`,
	})
	got, err := voice(base).Sessions.Create(t.Context(), vapi.CreateSessionDTO{
		Name: new("booking"),
		Assistant: &vapi.CreateAssistantDTO{
			FirstMessage: new("Good morning"),
			Model:        vapi.CreateAssistantDTOModelOf(vapi.OpenAIModel{Provider: "openai", Model: "gpt-4.1", Temperature: new(0.0)}),
		},
		Messages: []vapi.SessionMessage{vapi.SessionMessageOf(vapi.DeveloperMessage{Role: "developer", Content: "Be brief."})},
		Customer: &vapi.CreateCustomerDTO{Number: new("+15005550006")},
	})
	if err != nil || got.ID != "S1" || got.CreatedAt.IsZero() {
		t.Errorf("got %+v, %v", got, err)
	}
}

// The session's messages have no discriminator, and what one kind requires another requires too.
func TestMessagesByKind(t *testing.T) {
	const message = `{"role":"critic","score":7,"note":"unknown to this version"}`
	base := serve(t, exchange{
		method: "GET", path: "/session/S1", status: 200,
		answer: `{"id":"S1","orgId":"O1","createdAt":"2026-03-02T09:00:00Z","updatedAt":"2026-03-02T09:00:00Z","messages":[
			{"role":"system","message":"You take bookings.","time":1,"secondsFromStart":0},
			{"role":"user","message":"Hello","time":2,"endTime":3,"secondsFromStart":1},
			{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},
			{"role":"tool","content":"ok","tool_call_id":"c1"},
			{"role":"developer","content":"Be brief."},` + message + `]}`,
	})
	got, err := voice(base).Sessions.Get(t.Context(), "S1")
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, m := range got.Messages {
		switch v := m.Variant().(type) {
		case *vapi.SystemMessage:
			kinds = append(kinds, "system")
		case *vapi.UserMessage:
			kinds = append(kinds, "user")
		case *vapi.AssistantMessage:
			kinds = append(kinds, "assistant "+v.ToolCalls[0].ID)
		case *vapi.ToolMessage:
			kinds = append(kinds, "tool")
		case *vapi.DeveloperMessage:
			kinds = append(kinds, "developer")
		case *sdk.Unknown:
			kinds = append(kinds, "unknown")
			if again, err := json.Marshal(m); err != nil || string(again) != message {
				t.Errorf("got %s, %v; want %s", again, err, message)
			}
		}
	}
	if want := []string{"system", "user", "assistant c1", "tool", "developer", "unknown"}; !cmp.Equal(kinds, want) {
		t.Errorf("got %q, want %q", kinds, want)
	}
}

func TestPatchSendsWhatIsSet(t *testing.T) {
	base := serve(t, exchange{
		method: "PATCH", path: "/session/S1", status: 200, json: `{"status":"completed"}`,
		answer: `{"id":"S1","orgId":"O1","createdAt":"2026-03-02T09:00:00Z","updatedAt":"2026-03-02T09:00:00Z","status":"completed"}`,
	})
	got, err := voice(base).Sessions.Update(t.Context(), "S1", vapi.UpdateSessionDTO{Status: new(vapi.SessionStatusCompleted)})
	if err != nil || got.Status == "" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// What is nullable tells null from absent.
func TestNullTravels(t *testing.T) {
	base := serve(t, exchange{
		method: "POST", path: "/session", status: 201,
		json: `{"squad":{"members":[{"assistantId":null,"assistantVersion":"3"},{"assistantId":"A2"}]}}`,
		answer: `{"id":"S1","orgId":"O1","createdAt":"2026-03-02T09:00:00Z","updatedAt":"2026-03-02T09:00:00Z",
			"squad":{"members":[{"assistantId":null,"assistantVersion":"3"},{}]}}`,
	})
	got, err := voice(base).Sessions.Create(t.Context(), vapi.CreateSessionDTO{Squad: &vapi.CreateSquadDTO{Members: []vapi.SquadMemberDTO{
		{AssistantID: sdk.Null[string](), AssistantVersion: sdk.Value("3")},
		{AssistantID: sdk.Value("A2")},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(got.Squad); err != nil || string(again) != `{"members":[{"assistantVersion":"3","assistantId":null},{}]}` {
		t.Errorf("got %s, %v", again, err)
	}
}

// A list with page numbers asks for the next page until all items have come.
func TestListCountsPages(t *testing.T) {
	const session = `{"id":"S","orgId":"O1","createdAt":"2026-03-02T09:00:00Z","updatedAt":"2026-03-02T09:00:00Z"}`
	base := serve(t,
		exchange{
			method: "GET", path: "/session?limit=2", status: 200,
			answer: `{"results":[` + session + `,` + session + `],"metadata":{"itemsPerPage":2,"totalItems":3,"currentPage":1}}`,
		},
		exchange{
			method: "GET", path: "/session?limit=2&page=2", status: 200,
			answer: `{"results":[` + session + `],"metadata":{"itemsPerPage":2,"totalItems":3,"currentPage":2}}`,
		},
	)
	all, err := sdk.Collect(voice(base).Sessions.List(t.Context(), vapi.ListSessionsParams{Limit: new(2.0)}), 100)
	if err != nil || len(all) != 3 {
		t.Errorf("got %d sessions, %v", len(all), err)
	}
}

// A caller may send what the package has no method for.
func TestDo(t *testing.T) {
	base := serve(t, exchange{
		method: "POST", path: "/session/S1/export?format=csv", status: 200, header: http.Header{"Authorization": {"Bearer key"}},
		json: `{"all":true}`, answer: `{"url":"https://x.example/export"}`,
	})
	req := sdk.NewRequest(http.MethodPost, "/session/{id}/export", sdk.WithQuery("format", "csv"))
	req.Path("id", "S1")
	req.JSON(map[string]any{"all": true})
	var out struct{ URL string }
	if err := voice(base).Do(t.Context(), req, &out); err != nil || out.URL != "https://x.example/export" {
		t.Errorf("got %v, %v", out, err)
	}
}
