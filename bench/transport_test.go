package bench

import (
	"io"
	"net/http"
	"strings"
)

const (
	serviceSID = "KS00000000000000000000000000000001"
	sessionSID = "KC00000000000000000000000000000001"
	accountSID = "AC00000000000000000000000000000001"
	records    = 1000
)

// sessionJSON is a session as the server sends it.
const sessionJSON = `{"sid":"KC00000000000000000000000000000001","service_sid":"KS00000000000000000000000000000001",` +
	`"account_sid":"AC00000000000000000000000000000001","date_started":"2026-01-31T10:00:00Z","date_ended":null,` +
	`"date_last_interaction":"2026-01-31T10:05:00Z","date_expiry":"2026-02-01T10:00:00Z","unique_name":"order-1234",` +
	`"status":"in-progress","closed_reason":"","ttl":3600,"mode":"voice-and-message","date_created":"2026-01-31T09:59:00Z",` +
	`"date_updated":"2026-01-31T10:05:00Z","url":"https://proxy.twilio.com/v1/Services/KS1/Sessions/KC1",` +
	`"links":{"interactions":"https://proxy.twilio.com/v1/i","participants":"https://proxy.twilio.com/v1/p"}}`

// pageJSON is a list that one page holds.
func pageJSON() string {
	return `{"sessions":[` + strings.Repeat(sessionJSON+",", records-1) + sessionJSON +
		`],"meta":{"page":0,"page_size":1000,"next_page_url":null,"key":"sessions"}}`
}

// answering is a client whose server is a string: an answer costs what reading it costs.
func answering(body string) *http.Client {
	header := http.Header{"Content-Type": {"application/json"}}
	return &http.Client{Transport: transport(func(r *http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode: 200, Status: "200 OK", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: header, Request: r,
			Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
		}, nil
	})}
}

type transport func(*http.Request) (*http.Response, error)

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }
