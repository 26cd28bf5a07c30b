package sdk

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

const maxRedirects = 10

// follow sends a request with credentials, and goes after redirects where that is safe: a request that changes something
// is not sent elsewhere, and what goes to another origin carries neither credentials nor any header that the caller set.
func (c *call) follow(r *http.Request) (*http.Response, error) {
	for hop := 0; ; hop++ {
		resp, err := c.signed(r)
		if err != nil {
			return nil, err
		}
		next, err := c.redirect(r, resp, hop)
		if err != nil {
			_ = resp.Body.Close()
			return nil, err
		}
		if next == nil {
			resp.Request = r // the one without credentials
			return resp, nil
		}
		finished(resp)
		r = next
	}
}

// finished lets the connection of an answer that nobody reads be used again.
func finished(resp *http.Response) {
	_, _ = io.CopyN(io.Discard, resp.Body, 4<<10)
	_ = resp.Body.Close()
}

// roundTrip sends a request as hc would, and without hc's own copies where it adds nothing.
func roundTrip(hc *http.Client, r *http.Request) (*http.Response, error) {
	if hc.Jar != nil || hc.Timeout != 0 {
		return hc.Do(r)
	}
	rt := hc.Transport
	if rt == nil {
		rt = http.DefaultTransport
	}
	resp, err := rt.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	if resp == nil {
		return nil, errors.New("the transport returned neither an answer nor an error")
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	return resp, nil
}

// redirect is the request that follows r; nil if the answer is for the caller.
func (c *call) redirect(r *http.Request, resp *http.Response, hop int) (*http.Request, error) {
	location := resp.Header.Get("Location")
	if c.outcome == located || !isRedirect(resp.StatusCode) || location == "" {
		return nil, nil
	}
	to, err := r.URL.Parse(location)
	if err != nil {
		return nil, unfollowed(resp, r, "its Location does not parse")
	}
	if hop+1 >= maxRedirects {
		return nil, unfollowed(resp, r, "it is the tenth in a row")
	}
	if why := c.unsafe(r, resp.StatusCode, to); why != "" {
		return nil, unfollowed(resp, r, why)
	}
	next := r.WithContext(r.Context())
	next.URL, next.Host, next.Header = to, to.Host, r.Header.Clone()
	if !sameOrigin(to, r.URL) {
		next.Header = http.Header{}
		for _, name := range [...]string{"Accept", "User-Agent"} {
			if v, ok := r.Header[name]; ok {
				next.Header[name] = v
			}
		}
	}
	return next, c.carryBody(next, resp.StatusCode)
}

// unsafe says why a redirect is not followed.
func (c *call) unsafe(r *http.Request, status int, to *url.URL) string {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	keeps := status == http.StatusTemporaryRedirect || status == http.StatusPermanentRedirect
	switch {
	case to.Scheme != "https" && to.Scheme != "http":
		return "it leads out of HTTP"
	case to.User != nil:
		return "its Location holds credentials"
	case to.Scheme == "http" && r.URL.Scheme == "https":
		return "it leads from https to http"
	case !reads && !keeps && status != http.StatusSeeOther:
		return "it would turn " + r.Method + " into GET"
	case !reads && keeps && !sameOrigin(to, r.URL):
		return "it would send the body to " + to.Host
	}
	return ""
}

// carryBody sends the body again where the status keeps the method, and turns the request into a GET elsewhere.
func (c *call) carryBody(next *http.Request, status int) error {
	if status == http.StatusSeeOther && next.Method != http.MethodHead {
		next.Method = http.MethodGet
	}
	next.Body, next.GetBody, next.ContentLength = nil, nil, 0
	if next.Method == http.MethodGet || next.Method == http.MethodHead || c.req.body == nil {
		next.Header.Del("Content-Type")
		return nil
	}
	return c.req.body.attach(next.Context(), next)
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect,
		http.StatusPermanentRedirect:
		return true
	}
	return false
}

func unfollowed(resp *http.Response, r *http.Request, why string) error {
	resp.Request = r
	e := newError(resp, nil)
	e.Message = "the redirect is not followed: " + why
	e.cause = fmt.Errorf("redirect to %s", resp.Header.Get("Location"))
	return e
}
