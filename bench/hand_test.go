package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// pointers is a session as a careful author writes it who wants to know what the server left out.
type pointers struct {
	SID                 *string            `json:"sid,omitempty"`
	ServiceSID          *string            `json:"service_sid,omitempty"`
	AccountSID          *string            `json:"account_sid,omitempty"`
	DateStarted         *time.Time         `json:"date_started,omitempty"`
	DateEnded           *time.Time         `json:"date_ended,omitempty"`
	DateLastInteraction *time.Time         `json:"date_last_interaction,omitempty"`
	DateExpiry          *time.Time         `json:"date_expiry,omitempty"`
	UniqueName          *string            `json:"unique_name,omitempty"`
	Status              *string            `json:"status,omitempty"`
	ClosedReason        *string            `json:"closed_reason,omitempty"`
	TTL                 *int               `json:"ttl,omitempty"`
	Mode                *string            `json:"mode,omitempty"`
	DateCreated         *time.Time         `json:"date_created,omitempty"`
	DateUpdated         *time.Time         `json:"date_updated,omitempty"`
	URL                 *string            `json:"url,omitempty"`
	Links               *map[string]string `json:"links,omitempty"`
}

// values is a session as an author writes it who does not.
type values struct {
	SID                 string            `json:"sid"`
	ServiceSID          string            `json:"service_sid"`
	AccountSID          string            `json:"account_sid"`
	DateStarted         time.Time         `json:"date_started"`
	DateEnded           time.Time         `json:"date_ended"`
	DateLastInteraction time.Time         `json:"date_last_interaction"`
	DateExpiry          time.Time         `json:"date_expiry"`
	UniqueName          string            `json:"unique_name"`
	Status              string            `json:"status"`
	ClosedReason        string            `json:"closed_reason"`
	TTL                 int               `json:"ttl"`
	Mode                string            `json:"mode"`
	DateCreated         time.Time         `json:"date_created"`
	DateUpdated         time.Time         `json:"date_updated"`
	URL                 string            `json:"url"`
	Links               map[string]string `json:"links"`
}

type page[T any] struct {
	Sessions []T `json:"sessions"`
	Meta     struct {
		NextPageURL *string `json:"next_page_url"`
	} `json:"meta"`
}

// get is a call as one writes it by hand: ids escaped, credentials, a status check, one decode.
func get[T any](ctx context.Context, c *http.Client, elements ...string) (*T, error) {
	address := "https://proxy.twilio.com/v1/Services/" + url.PathEscape(elements[0]) + "/Sessions"
	for _, e := range elements[1:] {
		address += "/" + url.PathEscape(e)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(accountSID, "secret")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", "hand/1.0")
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	out := new(T)
	return out, json.NewDecoder(resp.Body).Decode(out)
}
