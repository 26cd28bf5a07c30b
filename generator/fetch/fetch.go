// Package fetch gets a document from a URL, within limits: time, size, redirects, and where credentials may go. It knows
// neither configs nor files.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	sizeLimit = 64 << 20 // of a document, decompressed: as much as is read from a file
	redirects = 5
	timeout   = time.Minute
	attempts  = 3
)

// A Request is a document to get.
type Request struct {
	URL     string
	Header  http.Header // sent to the URL's own origin alone, not to a mirror
	ETag    string      // of the copy at hand (RFC 9110, section 8.8.3); "" asks for the document in any case
	Mirrors []Mirror
}

// An Answer is a document, or word that the copy at hand is the newest.
type Answer struct {
	Unchanged bool
	Data      []byte
	ETag      string
}

// Get fetches a document. Failures that may pass are tried again. Errors never show a header or a query.
func Get(ctx context.Context, client *http.Client, r Request) (*Answer, error) {
	address, err := r.address()
	if err != nil {
		return nil, err
	}
	for attempt := 1; ; attempt++ {
		answer, again, err := once(ctx, client, address, r)
		if err == nil || !again || attempt == attempts || ctx.Err() != nil {
			return answer, err
		}
		if err := pause(ctx, time.Duration(attempt)*time.Second); err != nil {
			return nil, err
		}
	}
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func once(ctx context.Context, client *http.Client, address *url.URL, r Request) (_ *Answer, again bool, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, fmt.Errorf("no whole answer within %v", timeout))
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return nil, false, errors.New("it is no URL")
	}
	for name, values := range r.Header {
		req.Header[name] = values
	}
	req.Header.Set("Accept", "application/json, application/yaml, text/yaml;q=0.9, */*;q=0.5")
	req.Header.Set("User-Agent", "sdkc")
	if r.ETag != "" {
		req.Header.Set("If-None-Match", r.ETag)
	}
	resp, err := following(client, r.Header).Do(req)
	if err != nil {
		return nil, !errors.Is(err, errRedirect), plain(ctx, err)
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified && r.ETag != "":
		return &Answer{Unchanged: true, ETag: r.ETag}, false, nil
	case resp.StatusCode != http.StatusOK:
		passing := resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500
		return nil, passing, fmt.Errorf("the server answers %s", resp.Status)
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, sizeLimit+1))
	switch {
	case err != nil:
		return nil, true, plain(ctx, err)
	case len(data) > sizeLimit:
		return nil, false, fmt.Errorf("the document has more than %d MiB", sizeLimit>>20)
	}
	return &Answer{Data: data, ETag: resp.Header.Get("ETag")}, false, document(data, resp.Header.Get("Content-Type"))
}

var errRedirect = errors.New("redirect")

// following is the client with redirects held to a number, to https, and without the request's headers elsewhere.
func following(client *http.Client, own http.Header) *http.Client {
	c := *client
	c.Jar = nil
	c.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if len(via) > redirects {
			return fmt.Errorf("%w: more than %d in a row", errRedirect, redirects)
		}
		first := via[0].URL
		if problem := unfit(req.URL); problem != "" || first.Scheme == "https" && req.URL.Scheme != "https" {
			return fmt.Errorf("%w: it leads to %s://%s, which is not https", errRedirect, req.URL.Scheme, req.URL.Host)
		}
		if req.URL.Scheme != first.Scheme || req.URL.Host != first.Host {
			for name := range own {
				req.Header.Del(name)
			}
		}
		return nil
	}
	return &c
}

// plain is an error without the URL, whose query may hold a secret.
func plain(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil && errors.Is(err, ctx.Err()) {
		return cause
	}
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the answer is cut short")
	}
	return err
}

// A Mirror serves what begins with From under To.
type Mirror struct {
	From, To      string
	Authorization string // the header that the mirror wants; may be empty
}

// Mirrors reads "https://a/=https://b/ https://c/=https://d/", and what all of them want as Authorization.
func Mirrors(text, authorization string) ([]Mirror, error) {
	var all []Mirror
	for pair := range strings.FieldsSeq(text) {
		from, to, ok := strings.Cut(pair, "=http")
		if !ok || from == "" {
			return nil, fmt.Errorf("%q is no pair of URLs", pair)
		}
		all = append(all, Mirror{from, "http" + to, authorization})
	}
	return all, nil
}

// address is what serves the URL: the mirror of its longest beginning, if there is one. A mirror gets its own header.
func (r *Request) address() (*url.URL, error) {
	best := Mirror{}
	for _, m := range r.Mirrors {
		if strings.HasPrefix(r.URL, m.From) && len(m.From) > len(best.From) {
			best = m
		}
	}
	u, err := url.Parse(best.To + strings.TrimPrefix(r.URL, best.From))
	if err != nil {
		return nil, errors.New("it is no URL")
	}
	if best.From != "" {
		r.Header = http.Header{}
		if best.Authorization != "" {
			r.Header.Set("Authorization", best.Authorization)
		}
	}
	if problem := unfit(u); problem != "" {
		return nil, errors.New(problem)
	}
	return u, nil
}

// Unfit says why a URL cannot be fetched; "" if it can.
func Unfit(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "it is no URL"
	}
	return unfit(u)
}

func unfit(u *url.URL) string {
	local := u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1" || u.Hostname() == "::1"
	switch {
	case u.User != nil:
		return "a URL must not hold credentials; send them with headers:"
	case u.Host == "" || u.Scheme != "https" && (u.Scheme != "http" || !local):
		return "documents are fetched over https"
	}
	return ""
}
