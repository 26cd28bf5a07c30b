package bench

import (
	"context"
	"errors"
	"net/http"
	"testing"

	twilio "github.com/twilio/twilio-go/client"
	proxy "github.com/twilio/twilio-go/rest/proxy/v1"

	"github.com/sdkc/sdkc/bench/oapi"
	"github.com/sdkc/sdkc/generated/twilio/proxyv1"
	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

var errStatus = errors.New("no session in the answer")

// BenchmarkFetch reads one session; each reader must find its id.
func BenchmarkFetch(b *testing.B) {
	hc := answering(sessionJSON)
	measure(b, "hand-pointers", func(ctx context.Context) (string, error) {
		s, err := get[pointers](ctx, hc, serviceSID, sessionSID)
		if err != nil {
			return "", err
		}
		return *s.SID, nil
	})
	measure(b, "hand-values", func(ctx context.Context) (string, error) {
		s, err := get[values](ctx, hc, serviceSID, sessionSID)
		if err != nil {
			return "", err
		}
		return s.SID, nil
	})
	client := emitted(hc)
	measure(b, "sdkc", func(ctx context.Context) (string, error) {
		s, err := client.Services.Sessions.Fetch(ctx, serviceSID, sessionSID)
		if err != nil {
			return "", err
		}
		return s.SID, nil
	})
	oapiClient := codegen(b, hc)
	measure(b, "oapi-codegen", func(ctx context.Context) (string, error) {
		resp, err := oapiClient.FetchSessionWithResponse(ctx, serviceSID, sessionSID)
		if err != nil {
			return "", err
		}
		if resp.JSON200 == nil {
			return "", errStatus
		}
		return *resp.JSON200.Sid, nil
	})
	twilioClient := twilioGo(hc)
	measure(b, "twilio-go", func(context.Context) (string, error) {
		s, err := twilioClient.FetchSession(serviceSID, sessionSID)
		if err != nil {
			return "", err
		}
		return *s.Sid, nil
	})
}

// BenchmarkPage reads a list of 1,000 sessions that one page holds; each reader must find the last one's id.
func BenchmarkPage(b *testing.B) {
	hc := answering(pageJSON())
	measure(b, "hand-pointers", func(ctx context.Context) (string, error) {
		p, err := get[page[pointers]](ctx, hc, serviceSID)
		if err != nil {
			return "", err
		}
		return *p.Sessions[records-1].SID, nil
	})
	measure(b, "hand-values", func(ctx context.Context) (string, error) {
		p, err := get[page[values]](ctx, hc, serviceSID)
		if err != nil {
			return "", err
		}
		return p.Sessions[records-1].SID, nil
	})
	client := emitted(hc)
	measure(b, "sdkc", func(ctx context.Context) (last string, err error) {
		for s, err := range client.Services.Sessions.List(ctx, serviceSID, proxyv1.ListSessionParams{}) {
			if err != nil {
				return "", err
			}
			last = s.SID
		}
		return last, nil
	})
	oapiClient := codegen(b, hc)
	measure(b, "oapi-codegen", func(ctx context.Context) (string, error) {
		resp, err := oapiClient.ListSessionWithResponse(ctx, serviceSID, &oapi.ListSessionParams{})
		if err != nil {
			return "", err
		}
		if resp.JSON200 == nil {
			return "", errStatus
		}
		return *(*resp.JSON200.Sessions)[records-1].Sid, nil
	})
	twilioClient := twilioGo(hc)
	measure(b, "twilio-go", func(context.Context) (string, error) {
		list, err := twilioClient.ListSession(serviceSID, &proxy.ListSessionParams{})
		if err != nil {
			return "", err
		}
		return *list[records-1].Sid, nil
	})
}

// measure runs a reader and checks what it read.
func measure(b *testing.B, name string, read func(context.Context) (string, error)) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if sid, err := read(b.Context()); err != nil || sid != sessionSID {
				b.Fatalf("read %q, %v", sid, err)
			}
		}
	})
}

func emitted(hc *http.Client) *proxyv1.Client {
	return proxyv1.New(sdk.WithBasicAuth(accountSID, "secret"), sdk.WithHTTPClient(hc))
}

func codegen(b *testing.B, hc *http.Client) *oapi.ClientWithResponses {
	client, err := oapi.NewClientWithResponses("https://proxy.twilio.com", oapi.WithHTTPClient(hc),
		oapi.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
			r.SetBasicAuth(accountSID, "secret")
			return nil
		}))
	if err != nil {
		b.Fatal(err)
	}
	return client
}

func twilioGo(hc *http.Client) *proxy.ApiService {
	c := &twilio.Client{Credentials: twilio.NewCredentials(accountSID, "secret"), HTTPClient: hc}
	c.SetAccountSid(accountSID)
	return proxy.NewApiServiceWithClient(c)
}
