package golden

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/proxyv1"
	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// expand writes the server's address where an answer says {base}.
func expand(answer, base string) string { return strings.ReplaceAll(answer, "{base}", base) }

func TestNotFound(t *testing.T) {
	base := serve(t, exchange{
		method: "GET", path: sessions + "/KC404", status: 404,
		answer:       `{"code":20404,"message":"there is no such session","more_info":"https://x.example/20404","status":404}`,
		answerHeader: http.Header{"Twilio-Request-Id": {"RQ1"}},
	})
	got, err := proxy(base).Services.Sessions.Fetch(t.Context(), serviceSID, "KC404")
	if got != nil || !errors.Is(err, sdk.ErrNotFound) || errors.Is(err, sdk.ErrConflict) {
		t.Fatalf("got %v, %v", got, err)
	}
	var e *sdk.Error
	if !errors.As(err, &e) || e.StatusCode != 404 || e.Code != "20404" || e.Message != "there is no such session" {
		t.Errorf("got %#v", e)
	}
	if strings.Contains(err.Error(), "token") || strings.Contains(err.Error(), "QUMw") {
		t.Errorf("the error shows a credential: %v", err)
	}
	var body *sdk.ErrorBody[proxyv1.Refusal]
	if !errors.As(err, &body) || body.Body.Code == nil || *body.Body.Code != 20404 || body.Body.MoreInfo != "https://x.example/20404" {
		t.Errorf("got %+v", body)
	}
}

func TestErrorsThatAreNoJSON(t *testing.T) {
	for _, test := range []struct {
		name, answer, media string
		status              int
		want                error
	}{
		{"a page of a gateway", "<html>Bad Gateway</html>", "text/html", 502, sdk.ErrServer},
		{"nothing at all", "", "", 409, sdk.ErrConflict},
		{"half an object", `{"code":`, "application/json", 400, sdk.ErrBadRequest},
	} {
		t.Run(test.name, func(t *testing.T) {
			base := serve(t, exchange{
				method: "GET", path: sessions + "/KC1", status: test.status,
				answer: test.answer, answerHeader: http.Header{"Content-Type": {test.media}},
			})
			_, err := proxy(base, sdk.WithMaxRetries(0)).Services.Sessions.Fetch(t.Context(), serviceSID, "KC1")
			var e *sdk.Error
			if !errors.As(err, &e) || e.StatusCode != test.status || string(e.Body) != test.answer || !errors.Is(err, test.want) {
				t.Errorf("got %#v, %v", e, err)
			}
		})
	}
}

func TestSuccessThatIsNoJSON(t *testing.T) {
	base := serve(t, exchange{
		method: "GET", path: sessions + "/KC1", status: 200,
		answer: "<html>Please log in</html>", answerHeader: http.Header{"Content-Type": {"text/html"}},
	})
	got, err := proxy(base).Services.Sessions.Fetch(t.Context(), serviceSID, "KC1")
	if err == nil {
		t.Errorf("got %v without an error", got)
	}
}

func TestRetriesWhatIsSafe(t *testing.T) {
	base := serve(t,
		exchange{method: "GET", path: sessions + "/KC1", status: 503, answer: "{}", answerHeader: http.Header{"Retry-After": {"0"}}},
		exchange{method: "GET", path: sessions + "/KC1", status: 200, answer: `{"sid":"KC1"}`},
		exchange{method: "POST", path: sessions, status: 503, answer: "{}", answerHeader: http.Header{"Retry-After": {"0"}}},
	)
	client := proxy(base)
	if got, err := client.Services.Sessions.Fetch(t.Context(), serviceSID, "KC1"); err != nil || got.SID != "KC1" {
		t.Errorf("got %v, %v", got, err)
	}
	if _, err := client.Services.Sessions.Create(t.Context(), serviceSID, proxyv1.CreateSessionParams{}); !errors.Is(err, sdk.ErrServer) {
		t.Errorf("got %v", err)
	}
}

func TestIdsThatArePaths(t *testing.T) {
	for _, id := range []string{"", ".", ".."} {
		if _, err := proxy(serve(t)).Services.Sessions.Fetch(t.Context(), serviceSID, id); err == nil {
			t.Errorf("the id %q was sent", id)
		}
	}
	base := serve(t, exchange{method: "GET", path: sessions + "/..%2Fa%20b%3Fc", status: 200, answer: "{}"})
	if _, err := proxy(base).Services.Sessions.Fetch(t.Context(), serviceSID, "../a b?c"); err != nil {
		t.Error(err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	start := time.Now()
	if _, err := proxy(serve(t)).Services.Sessions.Fetch(ctx, serviceSID, "KC1"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("it took %v", took)
	}
}

// Servers bend their schema: what is null, unknown, or a number in quotes still reads.
func TestBentResponses(t *testing.T) {
	base := serve(t, exchange{
		method: "GET", path: sessions + "/KC1", status: 200,
		answer: `{"sid":"KC1","unique_name":null,"status":"paused","ttl":"3600","date_ended":null,"links":null,"new_field":{"a":1}}`,
	})
	got, err := proxy(base).Services.Sessions.Fetch(t.Context(), serviceSID, "KC1")
	if err != nil {
		t.Fatal(err)
	}
	if got.UniqueName != "" || got.Status != "paused" || got.Status.Known() || got.TTL == nil || *got.TTL != 3600 || got.DateEnded != nil || got.Links != nil {
		t.Errorf("got %+v", got)
	}
}

// The config names the variables that credentials come from where the program gives none.
func TestCredentialsFromEnvironment(t *testing.T) {
	t.Setenv("TWILIO_ACCOUNT_SID", "AC0")
	t.Setenv("TWILIO_AUTH_TOKEN", "token")
	base := serve(t, exchange{
		method: "GET", path: sessions + "/KC1", status: 200, header: http.Header{"Authorization": {"Basic QUMwOnRva2Vu"}}, answer: "{}",
	})
	if _, err := proxyv1.New(sdk.WithBaseURL(base)).Services.Sessions.Fetch(t.Context(), serviceSID, "KC1"); err != nil {
		t.Error(err)
	}
}
