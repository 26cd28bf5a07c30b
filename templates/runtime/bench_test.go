package sdk

import (
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"
)

type session struct {
	SID         string            `json:"sid,omitzero"`
	Status      string            `json:"status,omitzero"`
	UniqueName  string            `json:"unique_name,omitzero"`
	TTL         *int              `json:"ttl,omitzero"`
	DateCreated *time.Time        `json:"date_created,omitzero"`
	Links       map[string]string `json:"links,omitzero"`
}

const sessionJSON = `{"sid":"KC1","status":"open","unique_name":"order","ttl":60,"date_created":"2026-01-31T10:00:00Z","links":{"a":"b"}}`

// benchClient answers without a network and without an allocation of its own beyond what an answer needs.
func benchClient() *Client {
	header := http.Header{"Content-Type": {"application/json"}}
	return NewClient(Config{
		BaseURL: "https://api.test", UserAgent: "bench/1",
		Schemes: []Scheme{{Name: "b", Kind: Basic}}, Security: Security{{"b"}},
	}, WithBasicAuth("AC1", "secret"), WithTransport(transport(func(r *http.Request) (*http.Response, error) {
		if r.Body != nil {
			_, _ = io.Copy(io.Discard, r.Body)
			_ = r.Body.Close()
		}
		return &http.Response{StatusCode: 200, Status: "200 OK", Header: header, Request: r,
			Body: io.NopCloser(strings.NewReader(sessionJSON)), ContentLength: int64(len(sessionJSON))}, nil
	})))
}

func getSession(b *testing.B, c *Client) {
	req := NewRequest(http.MethodGet, "/v1/Services/{ServiceSid}/Sessions/{Sid}")
	req.Path("ServiceSid", "KS1")
	req.Path("Sid", "KC1")
	if _, err := Send[session](b.Context(), c, req); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkGet(b *testing.B) {
	c := benchClient()
	b.ReportAllocs()
	for b.Loop() {
		getSession(b, c)
	}
}

func BenchmarkPost(b *testing.B) {
	c := benchClient()
	params := formBody{Name: Ptr("order"), Mode: Ptr(mode("voice-only")), TTL: Ptr(60)}
	b.ReportAllocs()
	for b.Loop() {
		req := NewRequest(http.MethodPost, "/v1/Services/{ServiceSid}/Sessions")
		req.Path("ServiceSid", "KS1")
		req.Form(params)
		if _, err := Send[session](b.Context(), c, req); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPostJSON(b *testing.B) {
	c := benchClient()
	body := &session{UniqueName: "order", TTL: Ptr(60)}
	b.ReportAllocs()
	for b.Loop() {
		req := NewRequest(http.MethodPost, "/v1/Services/{ServiceSid}/Sessions")
		req.Path("ServiceSid", "KS1")
		req.JSON(body)
		if _, err := Send[session](b.Context(), c, req); err != nil {
			b.Fatal(err)
		}
	}
}

// A handwritten call, to compare with: net/http and encoding/json alone.
func BenchmarkHandwrittenGet(b *testing.B) {
	hc := benchClient().settings.http
	b.ReportAllocs()
	for b.Loop() {
		r, err := http.NewRequestWithContext(b.Context(), "GET", "https://api.test/v1/Services/KS1/Sessions/KC1", nil)
		if err != nil {
			b.Fatal(err)
		}
		r.SetBasicAuth("AC1", "secret")
		r.Header.Set("Accept", "application/json")
		r.Header.Set("User-Agent", "bench/1")
		resp, err := hc.Do(r)
		if err != nil {
			b.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		_ = resp.Body.Close()
		if err != nil {
			b.Fatal(err)
		}
		var s session
		if err := decodeJSON(body, &s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarshalObject(b *testing.B) {
	v := odd{Plain: "p", Comma: 1, Extra: map[string]int{"x": 1}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := MarshalObject(v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChoose(b *testing.B) {
	payload := []byte(`{"role":"user","message":"hello","time":1.5}`)
	b.ReportAllocs()
	for b.Loop() {
		if choose(payload, "", messages) != 0 {
			b.Fatal("wrong variant")
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	body := []byte(sessionJSON)
	b.Run("strict", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var s session
			if err := decodeJSON(body, &s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("lenient", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var s session
			if err := lenient(body, reflect.ValueOf(&s).Elem()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// A page of a thousand records, and the same read by hand.
func BenchmarkPage(b *testing.B) {
	page := `{"sessions":[` + strings.Repeat(sessionJSON+",", 999) + sessionJSON + `],"meta":{"next_page_url":null}}`
	client := NewClient(Config{BaseURL: "https://api.test"}, WithTransport(transport(func(r *http.Request) (*http.Response, error) {
		return respond(r, 200, page), nil
	})))
	b.Run("list", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			req := NewRequest(http.MethodGet, "/v1/Sessions")
			for _, err := range List[session](b.Context(), client, req, Paging{Items: "sessions", NextURL: "meta.next_page_url"}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r, _ := http.NewRequest(http.MethodGet, "https://api.test/v1/Sessions", nil)
			resp, err := client.settings.http.Do(r)
			if err != nil {
				b.Fatal(err)
			}
			var p struct {
				Sessions []*session `json:"sessions"`
				Meta     struct {
					Next *string `json:"next_page_url"`
				} `json:"meta"`
			}
			if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
				b.Fatal(err)
			}
			_ = resp.Body.Close()
		}
	})
}
